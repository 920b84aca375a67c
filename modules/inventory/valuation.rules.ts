import { Decimal, InvalidInput, ZERO, max, min } from '../kernel/index.js';

/** Decimals that every amount column keeps. */
const VALUE_SCALE = 4;

/** A quantity and what it is worth, in stock units and base currency. */
export interface Worth {
  readonly quantity: Decimal;
  readonly value: Decimal;
}

/** How a company may value an item. */
export type ValuationMethod = 'MOVING_AVERAGE' | 'FIFO' | 'STANDARD';

const methods: ReadonlySet<string> = new Set<ValuationMethod>([
  'MOVING_AVERAGE',
  'FIFO',
  'STANDARD',
]);

/** An item's stock value at one moment, and how it is valued. */
export interface Pool extends Worth {
  readonly method: ValuationMethod;
  /** For one stock unit; an item kept at standard cost has one. */
  readonly standardCost: Decimal | null;
}

/** An amount as it is kept: four decimals, rounded half away from zero. */
export function roundValue(value: Decimal): Decimal {
  return value.toDecimalPlaces(VALUE_SCALE, Decimal.ROUND_HALF_UP);
}

/**
 * The share of a worth that a part of its quantity has; the whole quantity has all of it, so that
 * no value stays where nothing lies.
 */
export function shareOf(whole: Worth, quantity: Decimal): Decimal {
  return quantity.eq(whole.quantity)
    ? whole.value
    : roundValue(quantity.mul(whole.value).div(whole.quantity));
}

function standardOf({ standardCost }: Pool): Decimal {
  if (standardCost === null) throw new Error('An item kept at standard cost has no cost.');
  return standardCost;
}

/** Takes a method that is offered. */
export function checkedMethod(method: string): ValuationMethod {
  if (methods.has(method)) return method as ValuationMethod;
  const message = 'Stock is not valued by {method}.';
  throw new InvalidInput('VALUATION_METHOD_UNKNOWN', message, { method });
}

/**
 * What stock is worth more by goods that come in: their cost, or, where a standard cost is kept
 * (IAS 2, paragraph 21), that; the difference is for whoever took them in to tell the books.
 */
export function receiptValue(pool: Pool, received: Worth): Decimal {
  return pool.method === 'STANDARD'
    ? roundValue(received.quantity.mul(standardOf(pool)))
    : received.value;
}

/**
 * What a quantity that leaves is worth where single receipts are not told apart: by weighted
 * average under a perpetual system (IAS 2, paragraph 27) its share of the value; at standard cost
 * (paragraph 21) that, and never more than there is. The last of it takes all that is left. At most
 * the whole pool may leave.
 */
export function issueValue(pool: Pool, quantity: Decimal): Decimal {
  if (quantity.lte(0) || quantity.gt(pool.quantity)) {
    throw new RangeError(`${quantity.toString()} of ${pool.quantity.toString()} cannot leave.`);
  }
  if (pool.method !== 'STANDARD' || quantity.eq(pool.quantity)) return shareOf(pool, quantity);
  return min(pool.value, roundValue(quantity.mul(standardOf(pool))));
}

/** The pool after some of it left. */
export function after<P extends Worth>(pool: P, issued: Worth): P {
  const [quantity, value] = [pool.quantity.sub(issued.quantity), pool.value.sub(issued.value)];
  return { ...pool, quantity, value };
}

/**
 * Shares what a line is worth among the quantities it is made of, each its part of what is left, so
 * that the shares sum to the value and none is negative.
 */
export function shareValue(line: Worth, quantities: readonly Decimal[]): Decimal[] {
  let rest = line;
  return quantities.map((quantity) => {
    const value = shareOf(rest, quantity);
    rest = after(rest, { quantity, value });
    return value;
  });
}

/** What is left of a receipt for later issues to take; nothing where the pool has it all. */
export function remainingOf(method: ValuationMethod, { quantity, value }: Worth): Worth {
  return method === 'FIFO' ? { quantity, value } : { quantity: ZERO, value: ZERO };
}

/** The part of a later price difference that stock still there bears; it never ends below zero. */
export function borne(
  difference: Decimal,
  { received, there }: { readonly received: Decimal; readonly there: Decimal },
  value: Decimal,
): Decimal {
  const still = min(received, there);
  if (still.lte(0)) return ZERO;
  return max(value.neg(), shareOf({ quantity: received, value: difference }, still)).add(ZERO);
}
