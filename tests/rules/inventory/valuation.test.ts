import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  after,
  checkedMethod,
  issueValue,
  shareValue,
} from '../../../modules/inventory/valuation.rules.js';
import { InvalidInput, ZERO, decimal, sum, type Decimal } from '../../../modules/kernel/index.js';

const average = { method: 'MOVING_AVERAGE' as const, standardCost: null };
const pool = (quantity: string, value: string) => ({
  ...average,
  quantity: decimal(quantity),
  value: decimal(value),
});
const worth = (quantity: string, value: string, issued: string) =>
  issueValue(pool(quantity, value), decimal(issued)).toString();

/** Quantities with up to nine decimals, amounts with four, as the store keeps them. */
const quantities = fc
  .bigInt({ min: 1n, max: 10n ** 18n })
  .map((units) => decimal(units.toString()).div('1000000000'));
const amounts = fc
  .bigInt({ min: 0n, max: 10n ** 14n })
  .map((units) => decimal(units.toString()).div('10000'));

describe('valuing what leaves by moving average', () => {
  // The weighted average as introductory accounting texts work it through, in a perpetual system:
  // 100 units at 10 and 50 at 13 are 150 units worth 1,650, which is 11 a unit.
  it('takes 11 a unit from 100 units bought at 10 and 50 bought at 13', () => {
    expect(worth('150', '1650', '120')).toBe('1320');
    expect(worth('30', '330', '30')).toBe('330');
  });

  it('rounds half away from zero at four decimals', () => {
    expect(worth('3', '10', '1')).toBe('3.3333');
    expect(worth('3', '20', '1')).toBe('6.6667');
    expect(worth('2', '0.0001', '1')).toBe('0.0001');
  });

  it('leaves no value where nothing lies', () => {
    const rest = after(pool('3', '10'), { quantity: decimal(1), value: decimal('3.3333') });
    expect(issueValue(rest, decimal(2)).toString()).toBe('6.6667');
  });

  it('never gives out more than there is, whatever leaves in whatever portions', () => {
    fc.assert(
      fc.property(amounts, fc.array(quantities, { minLength: 1, maxLength: 8 }), (value, parts) => {
        let rest = { ...average, quantity: sum(parts), value };
        const issued: Decimal[] = parts.map((quantity) => {
          const part = issueValue(rest, quantity);
          rest = after(rest, { quantity, value: part });
          return part;
        });
        expect(issued.every((part) => part.gte(ZERO))).toBe(true);
        expect(sum(issued).eq(value)).toBe(true);
        expect(rest.value.isZero()).toBe(true);
      }),
    );
  });

  it('shares what a line costs among its bins without a rest', () => {
    const line = { quantity: decimal(4), value: decimal('0.0002') };
    const shares = shareValue(line, [1, 1, 1, 1].map(decimal));
    expect(sum(shares).toString()).toBe('0.0002');
    expect(shares.every((share) => share.gte(ZERO))).toBe(true);
  });

  it('is a bug when more leaves than lies there', () => {
    expect(() => worth('1', '1', '2')).toThrow(RangeError);
    expect(() => worth('1', '1', '0')).toThrow(RangeError);
  });

  it('offers three methods and no other', () => {
    for (const method of ['MOVING_AVERAGE', 'FIFO', 'STANDARD']) {
      expect(checkedMethod(method)).toBe(method);
    }
    for (const method of ['LIFO', 'toString', '']) {
      expect(() => checkedMethod(method)).toThrow(InvalidInput);
    }
  });
});
