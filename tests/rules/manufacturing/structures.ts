import fc from 'fast-check';
import { Decimal, QUANTITY_SCALE, ZERO } from '../../../modules/kernel/index.js';
import type { StoredOperation } from '../../../modules/manufacturing/made-operation.rules.js';
import type { Product, StoredLine } from '../../../modules/manufacturing/product-data.rules.js';

/** A line that makes one of a product of one of an item; a test says what is different. */
export const line = (given: Partial<StoredLine>): StoredLine => ({
  bomId: `bom of ${given.productId ?? 'P'}`,
  productId: 'P',
  productUnit: 'C62',
  isPhantom: false,
  outputQuantity: '1',
  yieldPercent: '100',
  kind: 'COMPONENT',
  itemId: 'A',
  code: given.itemId ?? 'A',
  unit: 'C62',
  quantity: '1',
  stockFactor: '1',
  isFixed: false,
  scrapPercent: '0',
  roundingMultiple: '0',
  alternatesOf: null,
  costSharePercent: '0',
  operation: null,
  issueMethod: 'PICK',
  ...given,
});

/** An operation that takes no time; a test says what is different. */
export const operation = (given: Partial<StoredOperation>): StoredOperation => ({
  itemId: 'P',
  routingId: 'R',
  position: 10,
  name: 'Work',
  workCenterId: 'W',
  calendarId: null,
  setupMinutes: '0',
  runMinutes: '0',
  queueMinutes: '0',
  moveMinutes: '0',
  efficiencyPercent: '100',
  labourRate: '0',
  machineRate: '0',
  overheadRate: '0',
  ...given,
});

/** Rounds as the store's columns keep quantities and prices. */
export const rounded = (value: Decimal): Decimal =>
  value.toDecimalPlaces(QUANTITY_SCALE, Decimal.ROUND_HALF_UP);

/** A number as the store writes it, with so many decimals. */
export const stored = (most: number, decimals: number, least = 0): fc.Arbitrary<string> =>
  fc
    .integer({ min: least, max: most * 10 ** Math.min(decimals, 4) })
    .map((whole) => new Decimal(whole).div(10 ** Math.min(decimals, 4)).toFixed(decimals));

const anyLine = (productId: string, itemId: string): fc.Arbitrary<StoredLine> =>
  fc
    .record({
      quantity: stored(50, 9, 1),
      stockFactor: fc.constantFrom('1.000000000', '12.000000000', '0.453592370'),
      isFixed: fc.boolean(),
      scrapPercent: fc.constantFrom('0.0000', '2.5000', '33.3333'),
    })
    .map((given) => line({ productId, itemId, ...given }));

/** Lines without cycles: an item is made of items with higher numbers only. */
export const anyStructure: fc.Arbitrary<StoredLine[]> = fc
  .record({
    pairs: fc.array(fc.tuple(fc.nat(7), fc.integer({ min: 1, max: 4 })), { maxLength: 18 }),
    heads: fc.array(
      fc.record({
        outputQuantity: fc.constantFrom('1.000000000', '3.000000000', '0.250000000'),
        yieldPercent: fc.constantFrom('100.0000', '97.0000', '66.6667'),
        isPhantom: fc.boolean(),
      }),
      { minLength: 12, maxLength: 12 },
    ),
  })
  .chain(({ pairs, heads }) =>
    fc
      .tuple(...pairs.map(([from, step]) => anyLine(`I${from}`, `I${from + step}`)))
      .map((lines) => lines.map((one) => ({ ...one, ...heads[Number(one.productId.slice(1))] }))),
  );

/** What goes into a product for one unit, by the Decimal rule and by definition. */
export function requiredByDefinition(one: StoredLine): { perUnit: Decimal; fixed: Decimal } {
  const quantity = new Decimal(one.quantity).mul(one.stockFactor);
  const kept = new Decimal(100).sub(one.scrapPercent);
  if (one.isFixed) return { perUnit: ZERO, fixed: rounded(quantity.mul(100).div(kept)) };
  const whole = quantity.mul(100).mul(100);
  const parts = new Decimal(one.outputQuantity).mul(kept).mul(one.yieldPercent);
  return { perUnit: rounded(whole.div(parts)), fixed: ZERO };
}

export type Products = ReadonlyMap<string, Product>;
