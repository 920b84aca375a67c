import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  allocate,
  cents,
  Decimal,
  netOf,
  sum,
} from '../../../clients/importers/adventureworks/amounts.js';

const amounts = fc.integer({ min: 0, max: 10_000_000 }).map((cent) => new Decimal(cent).div(100));

describe('the amounts of a line', () => {
  it.each([
    ['1', '2443.3500', '0', '2443.35'],
    ['3', '2024.9940', '0', '6074.98'],
    ['1', '0.0050', '0', '0.01'],
    ['1', '0.0049', '0', '0'],
    ['10', '20.1865', '0.02', '197.83'],
  ])('%s pieces at %s less %s cost %s', (quantity, price, discount, net) => {
    expect(netOf(quantity, price, discount).toFixed()).toBe(net);
  });
});

describe('spreading a tax over lines', () => {
  it('gives each line its share in cents', () => {
    const parts = allocate(new Decimal('196.59'), ['2443.35', '8.99', '4.99'].map(decimal));
    expect(parts.map((part) => part.toFixed(2))).toEqual(['195.47', '0.72', '0.40']);
  });

  it('gives everything to the last line where no line costs anything', () => {
    const parts = allocate(new Decimal('0.10'), [new Decimal(0), new Decimal(0)]);
    expect(parts.map((part) => part.toFixed(2))).toEqual(['0.00', '0.10']);
  });

  it('loses no cent and gives no line less than nothing', () => {
    fc.assert(
      fc.property(amounts, fc.array(amounts, { minLength: 1, maxLength: 80 }), (tax, nets) => {
        const parts = allocate(tax, nets);
        expect(sum(parts).eq(tax)).toBe(true);
        expect(parts.every((part) => part.gte(0) && cents(part).eq(part))).toBe(true);
      }),
    );
  });
});

const decimal = (text: string) => new Decimal(text);
