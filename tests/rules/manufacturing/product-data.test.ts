import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { canonical, Decimal } from '../../../modules/kernel/index.js';
import {
  madeItem,
  productsOf,
  withoutPhantoms,
} from '../../../modules/manufacturing/product-data.rules.js';
import { required } from '../../../modules/manufacturing/required.rules.js';
import {
  divided,
  scaled,
  text as told,
  times,
  unscaled,
} from '../../../modules/manufacturing/scaled.rules.js';
import {
  anyStructure,
  line,
  operation,
  requiredByDefinition,
  rounded,
  stored,
} from './structures.js';

describe('scaled numbers', () => {
  it('are the numbers of the store', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 27n), max: 10n ** 27n }), (value) => {
        const text = unscaled(value).toFixed(9);
        expect(scaled(text)).toBe(value);
        expect(told(value)).toBe(canonical(unscaled(value)));
        expect(scaled(told(value))).toBe(value);
        expect(new Decimal(value.toString()).div(1e9).eq(unscaled(value))).toBe(true);
      }),
    );
  });

  it.each([
    ['1', '1'],
    ['-0.5', '-0.5'],
    ['12.3400', '12.34'],
    ['0.000000001', '0.000000001'],
  ])('read %s', (text, value) => {
    expect(canonical(unscaled(scaled(text)))).toBe(value);
  });

  it('divide and multiply as Decimal does, half away from zero at nine decimals', () => {
    const any = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
    fc.assert(
      fc.property(any, fc.bigInt({ min: 1n, max: 10n ** 12n }), (one, other) => {
        const quotient = new Decimal(one.toString()).div(other.toString());
        expect(divided(one, other).toString()).toBe(
          quotient.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toFixed(),
        );
        const product = rounded(unscaled(one).mul(unscaled(other)));
        expect(unscaled(times(one, other)).eq(product)).toBe(true);
      }),
    );
  });
});

describe('what one unit of a product takes', () => {
  // Required = quantity ÷ output ÷ (1 − scrap) ÷ yield.
  it.each([
    [{ quantity: '4' }, '4', '0'],
    [{ quantity: '4', outputQuantity: '8' }, '0.5', '0'],
    [{ quantity: '9', scrapPercent: '10' }, '10', '0'],
    [{ quantity: '9', scrapPercent: '10', yieldPercent: '80' }, '12.5', '0'],
    [{ quantity: '2', stockFactor: '12' }, '24', '0'],
    [{ quantity: '1', outputQuantity: '3' }, '0.333333333', '0'],
    [{ quantity: '9', scrapPercent: '10', yieldPercent: '80', isFixed: true }, '0', '10'],
  ])('%o', (given, perUnit, fixed) => {
    const taken = required(line(given));
    expect([taken.perUnit, taken.fixed].map((one) => canonical(unscaled(one)))).toEqual([
      perUnit,
      fixed,
    ]);
  });

  it('is what the Decimal rule says', () => {
    const given = fc.record({
      quantity: stored(1_000, 9, 1),
      stockFactor: stored(100, 9, 1),
      outputQuantity: stored(100, 9, 1),
      scrapPercent: stored(99, 4),
      yieldPercent: stored(100, 4, 1),
      isFixed: fc.boolean(),
    });
    fc.assert(
      fc.property(given, (one) => {
        const [taken, wanted] = [required(line(one)), requiredByDefinition(line(one))];
        expect(canonical(unscaled(taken.perUnit))).toBe(canonical(wanted.perUnit));
        expect(canonical(unscaled(taken.fixed))).toBe(canonical(wanted.fixed));
      }),
    );
  });
});

describe('phantoms', () => {
  it('leave no phantom among the components, and the same for what has none', () => {
    fc.assert(
      fc.property(anyStructure, (lines) => {
        const products = productsOf(lines);
        const blown = withoutPhantoms(products);
        for (const { components } of blown.values())
          expect(components.filter(({ itemId }) => products.get(itemId)?.isPhantom)).toEqual([]);
        const plain = productsOf(lines.map((one) => ({ ...one, isPhantom: false })));
        expect(withoutPhantoms(plain)).toEqual(plain);
      }),
    );
  });

  it('put together what is taken in the same way only', () => {
    const products = productsOf([
      line({ itemId: 'K', quantity: '2', operation: 20 }),
      line({ itemId: 'A', quantity: '1', operation: 20 }),
      line({ itemId: 'A', quantity: '5', issueMethod: 'BACKFLUSH' }),
      line({ productId: 'K', itemId: 'A', quantity: '3', isPhantom: true }),
    ]);
    const made = madeItem(withoutPhantoms(products).get('P')!, [operation({})]);
    expect(
      made.components.map((one) => [one.operation, one.issueMethod, canonical(one.perUnit)]),
    ).toEqual([
      [20, 'PICK', '7'],
      [null, 'BACKFLUSH', '5'],
    ]);
    expect(made.routingId).toBe('R');
  });
});
