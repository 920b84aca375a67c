import {
  InvalidInput,
  NotFound,
  QuantityOutOfRange,
  ZERO,
  fits,
  inField,
  lifecycle,
  type Decimal,
  type RuleViolation,
} from '../kernel/index.js';
import { CountBelowReserved, CountIncomplete, StaleCount } from './errors.js';
import { cost, type Costed, type LayeredPool } from './layer.rules.js';
import {
  binIn,
  inStock,
  lotIn,
  stockedItem,
  type LineSurroundings,
  type StockLineInput,
} from './stock-line.rules.js';
import type { StockStatus } from './stock-transfer.rules.js';
import type { Stored } from './stored.js';
import { roundValue } from './valuation.rules.js';

export const stockCountLifecycle = lifecycle({
  subject: 'Stock count',
  initial: 'DRAFT',
  states: {
    DRAFT: { enter: 'DRAFT', post: 'POSTED', cancel: 'CANCELLED' },
    POSTED: {},
    CANCELLED: {},
  },
});

/** A place to be counted, or what was found there. */
export interface CountLineInput {
  readonly itemId: string;
  /** The bin MAIN of the warehouse when absent. */
  readonly binId?: string | null;
  readonly lotId?: string | null;
  /** AVAILABLE when absent. */
  readonly status?: StockStatus | null;
  readonly counted?: Decimal | null;
  /** The item's stock unit when absent. */
  readonly unit?: string | null;
}

/** A place to be counted as it is kept, in stock units. */
export interface PlannedCountLine {
  readonly itemId: string;
  readonly binId: string;
  readonly lotId: string | null;
  readonly status: StockStatus;
  readonly unit: string;
  readonly counted: Decimal | null;
}

/** What a line names, for gathering. */
export const countedBy = ({ itemId, lotId, binId }: CountLineInput) =>
  ({ itemId, lotId: lotId ?? null, binIds: [binId] }) satisfies StockLineInput;

/** Takes what was found: nothing, or so much. */
export function checkedCount(counted: Decimal): Decimal {
  if (fits(counted, 28, 9) && !counted.isNegative()) return counted;
  const message = 'The count {counted} is below zero or has more than 9 decimals.';
  const params = { counted: counted.toString() };
  throw new QuantityOutOfRange('QUANTITY_OUT_OF_RANGE', message, params);
}

/** Decides which place a line counts, and what was found there; refuses by field. */
export function planCountLine(
  line: CountLineInput,
  warehouse: { readonly id: string; readonly companyId: string },
  around: LineSurroundings,
): PlannedCountLine {
  const item = inField('itemId', () => stockedItem(line.itemId, around));
  const binId = inField('binId', () => binIn(warehouse, line.binId, around));
  const { companyId } = warehouse;
  const lotId = inField('lotId', () =>
    lotIn(item, { companyId, lotId: line.lotId ?? null }, around),
  );
  const counted = inField('counted', () => found(line, item, around));
  return {
    itemId: item.id,
    binId,
    lotId,
    status: line.status ?? 'AVAILABLE',
    unit: item.unit,
    counted,
  };
}

function found(
  { counted, unit }: Pick<CountLineInput, 'counted' | 'unit'>,
  item: Stored<'Item'>,
  around: LineSurroundings,
): Decimal | null {
  if (counted === null || counted === undefined) return null;
  return checkedCount(
    inStock(item, { quantity: checkedCount(counted), unit: unit ?? null }, around),
  );
}

/** What was found on a line there is, in stock units; refuses by field. */
export function checkedEntry(
  entry: { readonly id: string; readonly counted: Decimal; readonly unit?: string | null },
  lines: ReadonlyMap<string, { readonly itemId: string }>,
  around: LineSurroundings,
): Decimal {
  const line = lines.get(entry.id);
  const item = line && around.items.get(line.itemId);
  if (!item) throw new NotFound('StockCountLine', entry.id).at('id');
  return inField('counted', () => found(entry, item, around)) ?? ZERO;
}

/** Refuses a place that is named twice. */
export function refuseRepeatedPlaces(
  keys: readonly string[],
  known: ReadonlySet<string>,
  field: string,
): void {
  const seen = new Set(known);
  keys.forEach((key, index) => {
    if (seen.has(key)) {
      const message = 'This place is counted by another line already.';
      throw new InvalidInput('PLACE_REPEATED', message).at(field, index);
    }
    seen.add(key);
  });
}

/** A line with what the books say of its place now. */
export interface CountedPlace {
  readonly itemCode: string;
  readonly expected: Decimal;
  readonly counted: Decimal | null;
  readonly onHand: Decimal;
  readonly reserved: Decimal;
}

/** Why a count cannot be posted, line by line; empty when it can. */
export function refusalsOf(places: readonly CountedPlace[]): RuleViolation[] {
  const open = places.filter(({ counted }) => counted === null).length;
  if (open > 0) return [new CountIncomplete(open).at('lines')];
  return places.flatMap((place, index): RuleViolation[] => {
    const { itemCode, expected, counted, onHand, reserved } = place;
    if (!onHand.eq(expected)) {
      return [new StaleCount(itemCode, { expected, onHand }).at('lines', index)];
    }
    const less = counted ?? ZERO;
    if (less.gte(reserved)) return [];
    return [new CountBelowReserved(itemCode, { counted: less, reserved }).at('lines', index)];
  });
}

/** An item's pool with what one unit of it cost when it came last. */
export interface CountedPool extends LayeredPool {
  readonly lastCost: Decimal | null;
}

/**
 * What one unit that was found more is worth: the standard cost; by moving average the average;
 * else, and where nothing lies, what the last receipt cost, or what is agreed as standard.
 */
export function surplusCost(pool: CountedPool): Decimal {
  const last = pool.lastCost ?? pool.standardCost ?? ZERO;
  if (pool.method === 'STANDARD') return pool.standardCost ?? ZERO;
  if (pool.method === 'FIFO' || pool.quantity.isZero()) return last;
  return pool.value.div(pool.quantity);
}

/** What a line found more (positive) or less of an item. */
export interface Difference {
  readonly itemId: string;
  readonly quantity: Decimal;
}

/**
 * What each difference is worth, with the sign of its quantity: what is missing costs what leaves,
 * and goes first; what was found more is worth `surplusCost` as it was before the count.
 */
export function valueDifferences(
  differences: readonly Difference[],
  pools: ReadonlyMap<string, CountedPool>,
): Costed[] {
  const left = new Map(pools);
  const poolOf = (itemId: string): CountedPool => {
    const pool = left.get(itemId);
    if (!pool) throw new Error(`The item ${itemId} was counted and has no valuation.`);
    return pool;
  };
  return differences.map(({ itemId, quantity }) => {
    if (quantity.isZero()) return { quantity, value: ZERO, consumed: [] };
    if (quantity.gt(0)) {
      const value = roundValue(quantity.mul(surplusCost(pools.get(itemId)!)));
      return { quantity, value, consumed: [] };
    }
    const costed = cost(poolOf(itemId), [quantity.neg()]);
    left.set(itemId, costed.pool);
    const [part] = costed.parts;
    return {
      quantity,
      value: (part?.value ?? ZERO).neg().add(ZERO),
      consumed: part?.consumed ?? [],
    };
  });
}
