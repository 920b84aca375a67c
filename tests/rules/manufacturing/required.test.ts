import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { canonical, decimal, Decimal, ZERO } from '../../../modules/kernel/index.js';
import {
  madeItem,
  productsOf,
  withoutPhantoms,
  type StoredLine,
} from '../../../modules/manufacturing/product-data.rules.js';
import { plus, takenBy, told, type Share } from '../../../modules/manufacturing/required.rules.js';
import { scaled, scaledOf, unscaled } from '../../../modules/manufacturing/scaled.rules.js';
import { frozenMaterials } from '../../../modules/manufacturing/work-order-release.rules.js';
import { line, stored } from './structures.js';

/** The materials of so many of P: what is told for one, and what is required in all. */
function frozen(lines: readonly StoredLine[], quantity: string) {
  const product = withoutPhantoms(productsOf(lines)).get('P')!;
  return frozenMaterials(madeItem(product), decimal(quantity));
}

describe('what a work order requires', () => {
  // Required = quantity ÷ output ÷ (1 − scrap) ÷ yield × how many are made, rounded at the end.
  it.each([
    [
      '32 spokes for a wheel at a yield of 96 %',
      { quantity: '32', yieldPercent: '96' },
      '12',
      '33.333333333',
      '400',
    ],
    ['one for every three', { quantity: '1', outputQuantity: '3' }, '3', '0.333333333', '1'],
    ['two for every seven', { quantity: '2', outputQuantity: '7' }, '7000', '0.285714286', '2000'],
    ['a scrap of a third', { quantity: '1', scrapPercent: '40' }, '9', '1.666666667', '15'],
    [
      'both',
      { quantity: '7', scrapPercent: '4', yieldPercent: '98' },
      '1000',
      '7.440476190',
      '7440.476190476',
    ],
    [
      'a billionth of a dozen',
      { quantity: '0.000000001', stockFactor: '0.5' },
      '2',
      '0.000000001',
      '0.000000001',
    ],
    ['a whole number', { quantity: '4' }, '250', '4', '1000'],
  ] as const)('is exact for %s', (_, given, quantity, perUnit, required) => {
    const [material] = frozen([line(given)], quantity);
    expect([material!.perUnit, material!.required].map(canonical)).toEqual(
      [perUnit, required].map((one) => canonical(decimal(one))),
    );
  });

  it('stays exact through a phantom', () => {
    // Three of the phantom out of one A, and six of the phantom in a product: two A for each.
    const lines = [
      line({ itemId: 'K', quantity: '6' }),
      line({ productId: 'K', itemId: 'A', isPhantom: true, outputQuantity: '3' }),
      line({ itemId: 'A', quantity: '1', outputQuantity: '1' }),
    ];
    expect(frozen(lines, '1000').map((one) => canonical(one.required))).toEqual(['3000']);
  });

  it('is within a billionth of the exact fraction, however many are made', () => {
    const given = fc.record({
      quantity: stored(1_000, 9, 1),
      stockFactor: stored(100, 9, 1),
      outputQuantity: stored(100, 9, 1),
      scrapPercent: stored(99, 4),
      yieldPercent: stored(100, 4, 1),
      isFixed: fc.boolean(),
    });
    fc.assert(
      fc.property(given, stored(100_000, 9, 1), (one, count) => {
        const kept = scaled('100') - scaled(one.scrapPercent);
        // Whole numbers only: required = over ÷ under exactly, in billionths.
        const whole = scaled(one.quantity) * scaled(one.stockFactor) * scaled('100');
        const [over, under] = one.isFixed
          ? [whole, kept * scaled('1')]
          : [
              whole * scaled('100') * scaled(count),
              scaled(one.outputQuantity) * kept * scaled(one.yieldPercent) * scaled('1'),
            ];
        const sum = frozen([line(one)], count).reduce(
          (all, { required }) => all.add(required),
          ZERO,
        );
        const gap = scaledOf(sum) * under - over;
        expect(gap < 0n ? -gap : gap).toBeLessThanOrEqual(under);
      }),
    );
  });
});

describe('shares', () => {
  const share: fc.Arbitrary<Share> = fc.record({
    part: fc.bigInt({ min: 0n, max: 10n ** 20n }),
    per: fc.bigInt({ min: 1n, max: 10n ** 12n }),
  });

  it('are added as fractions', () => {
    fc.assert(
      fc.property(share, share, (one, other) => {
        const sum = plus(one, other);
        expect(sum.part * one.per * other.per).toBe(
          (one.part * other.per + other.part * one.per) * sum.per,
        );
      }),
    );
  });

  it('are told as what one takes', () => {
    fc.assert(
      fc.property(share, (one) => {
        expect(takenBy(scaled('1'), one)).toBe(told(one));
        const exact = new Decimal(one.part.toString()).div(one.per.toString());
        expect(unscaled(told(one)).mul(1e9).eq(exact.toDecimalPlaces(0))).toBe(true);
      }),
    );
  });
});
