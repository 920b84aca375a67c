import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { canonical, Decimal, sum, ZERO } from '../../../modules/kernel/index.js';
import {
  structureOf,
  structureOfProducts,
  type CompactBom,
} from '../../../modules/manufacturing/costing.compact.rules.js';
import {
  compactWork,
  rollUp,
  storedWork,
  unitCost,
  type ScaledCost,
} from '../../../modules/manufacturing/costing.rules.js';
import {
  operationsByItem,
  type StoredOperation,
} from '../../../modules/manufacturing/made-operation.rules.js';
import {
  productsOf,
  withoutPhantoms,
  type Product,
  type StoredLine,
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

/** Lines as the store packs them, one text for each BOM; by-products follow the components. */
function packed(lines: readonly StoredLine[]): CompactBom[] {
  const boms = new Map<string, StoredLine[]>();
  for (const one of lines) boms.set(one.productId, [...(boms.get(one.productId) ?? []), one]);
  return [...boms].map(([productId, own]) => {
    const { isPhantom, outputQuantity, yieldPercent } = own[0]!;
    const parts = own.map((one) => {
      const numbers = `${one.itemId} ${one.quantity} ${one.stockFactor}`;
      if (one.kind === 'BY_PRODUCT') return `b${numbers} ${one.costSharePercent}`;
      return `${one.isFixed ? 'f' : 'c'}${numbers} ${one.scrapPercent}`;
    });
    return { productId, isPhantom, outputQuantity, yieldPercent, parts: parts.join(';') };
  });
}

/** Operations as the store packs them, one text for each item. */
const packedWork = (operations: readonly StoredOperation[], lotSize: bigint) =>
  compactWork(
    [...operationsByItem(operations)].map(([itemId, own]) => [
      itemId,
      own
        .map((one) =>
          [
            ...[one.setupMinutes, one.runMinutes, one.efficiencyPercent],
            ...[one.labourRate, one.machineRate, one.overheadRate],
          ].join(' '),
        )
        .join(';'),
    ]),
    lotSize,
  );

const inText = (costs: ReadonlyMap<string, ScaledCost>) =>
  [...costs].map(([itemId, cost]) => `${itemId} ${Object.values(cost).join(' ')}`).sort();

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
        (lines, done, prices, lot) => {
          const products = withoutPhantoms(productsOf(lines));
          const operations = done.map(operation);
          const bought = new Map(prices.map((price, number) => [`I${number}`, scaled(price)]));
          const lotSize = new Decimal(lot);
          const work = storedWork(operationsByItem(operations), scaledOf(lotSize));
          const given = { work, bought, lotSize: scaledOf(lotSize) };
          const rolled = rollUp(structureOfProducts(products), given);
          expect(rolled.size).toBe(products.size);
          const texts = { ...given, work: packedWork(operations, scaledOf(lotSize)) };
          expect(inText(rollUp(structureOf(packed(lines)), texts))).toEqual(inText(rolled));
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
    const rolling = { work: new Map(), bought, lotSize: scaled('1') };
    const rolled = rollUp(structureOfProducts(products), rolling);
    const told = [...rolled].map(([itemId, { isComplete }]) => [itemId, isComplete]);
    expect(Object.fromEntries(told)).toEqual({ A: false, B: false, C: true });
  });

  it('leaves what by-products bear to them, packed or not', () => {
    const lines = [
      line({ productId: 'A', itemId: 'X', quantity: '2' }),
      line({ productId: 'A', itemId: 'B', kind: 'BY_PRODUCT', costSharePercent: '12.5' }),
      line({ productId: 'A', itemId: 'C', kind: 'BY_PRODUCT', costSharePercent: '7.5' }),
      line({ productId: 'D', itemId: 'A', quantity: '3' }),
    ];
    const bought = new Map([['X', scaled('10')]]);
    const rolling = { work: new Map(), bought, lotSize: scaled('1') };
    // 2 × 10 less 20 % is 16, and three of that are 48.
    for (const structure of [structureOf(packed(lines)), structureOfProducts(productsOf(lines))])
      expect(inText(rollUp(structure, rolling))).toEqual([
        'A 16000000000 0 0 true',
        'D 48000000000 0 0 true',
      ]);
  });

  it('refuses a structure with a cycle', () => {
    const lines = [line({ productId: 'A', itemId: 'B' }), line({ productId: 'B', itemId: 'A' })];
    expect(() =>
      rollUp(structureOf(packed(lines)), { work: new Map(), bought: new Map(), lotSize: 1n }),
    ).toThrow('cycle');
  });
});
