import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonical, Decimal, sum, ZERO } from '../../../modules/kernel/index.js';
import { rollUp, unitCost } from '../../../modules/manufacturing/costing.rules.js';
import {
  operationsByItem,
  productsOf,
  withoutPhantoms,
  type Product,
  type StoredOperation,
} from '../../../modules/manufacturing/product-data.rules.js';
import { scaled, scaledOf, unscaled } from '../../../modules/manufacturing/scaled.rules.js';
import { anyStructure, line, operation, rounded, stored } from './structures.js';

/** The roll-up by definition: each cost by recursion, in Decimal, each step rounded. */
function costByDefinition(
  itemId: string,
  products: ReadonlyMap<string, Product>,
  operations: readonly StoredOperation[],
  bought: ReadonlyMap<string, bigint>,
  lotSize: Decimal,
): Decimal[] {
  const product = products.get(itemId);
  if (!product) return [unscaled(bought.get(itemId) ?? 0n), ZERO, ZERO];
  const material = sum(
    product.components.map((one) => {
      const below = costByDefinition(one.itemId, products, operations, bought, lotSize);
      const once = rounded(unscaled(one.fixed).div(lotSize));
      return rounded(unscaled(one.perUnit).add(once).mul(sum(below)));
    }),
  );
  const own = operations.filter((one) => one.itemId === itemId);
  const time = (rate: (one: StoredOperation) => Decimal) =>
    sum(
      own.map((one) => {
        const minutes = new Decimal(one.setupMinutes).add(lotSize.mul(one.runMinutes));
        const paid = minutes.mul(rate(one)).mul(100);
        return rounded(paid.div(lotSize.mul(one.efficiencyPercent).mul(60)));
      }),
    );
  const labour = time((one) => new Decimal(one.labourRate).add(one.machineRate));
  return [material, labour, time((one) => new Decimal(one.overheadRate))];
}

const anyOperation = fc.record({
  itemId: fc.nat(7).map((number) => `I${number}`),
  setupMinutes: stored(90, 9),
  runMinutes: stored(20, 9),
  efficiencyPercent: fc.constantFrom('100.0000', '85.0000', '120.5000'),
  labourRate: stored(60, 9),
  machineRate: stored(60, 9),
  overheadRate: stored(60, 9),
});

describe('the roll-up', () => {
  it('is what recursion in Decimal says, of every structure', () => {
    const costs = fc.array(stored(100, 9), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(
        anyStructure,
        fc.array(anyOperation, { maxLength: 10 }),
        costs,
        fc.integer({ min: 1, max: 500 }),
        (lines, given, prices, lot) => {
          const products = withoutPhantoms(productsOf(lines));
          const operations = given.map(operation);
          const bought = new Map(prices.map((price, number) => [`I${number}`, scaled(price)]));
          const lotSize = new Decimal(lot);
          const rolled = rollUp({
            ...{ products, operations: operationsByItem(operations), bought },
            lotSize: scaledOf(lotSize),
          });
          expect(rolled.size).toBe(products.size);
          for (const [itemId, cost] of rolled) {
            const { material, labour, overhead } = unitCost(cost, 'EUR');
            expect([material, labour, overhead].map(canonical)).toEqual(
              costByDefinition(itemId, products, operations, bought, lotSize).map(canonical),
            );
          }
        },
      ),
    );
  });

  it('is incomplete with everything above a part of no known cost', () => {
    const products = productsOf([
      line({ productId: 'A', itemId: 'B' }),
      line({ productId: 'A', itemId: 'X' }),
      line({ productId: 'B', itemId: 'Y' }),
      line({ productId: 'C', itemId: 'X' }),
    ]);
    const bought = new Map([['X', scaled('2')]]);
    const rolled = rollUp({ products, operations: new Map(), bought, lotSize: scaled('1') });
    const told = [...rolled].map(([itemId, { isComplete }]) => [itemId, isComplete]);
    expect(Object.fromEntries(told)).toEqual({ A: false, B: false, C: true });
  });
});
