import { Decimal, InvalidInput, ZERO } from '../kernel/index.js';

/** Decimals that every amount column keeps. */
const VALUE_SCALE = 4;

/** A quantity and what it is worth, in stock units and base currency. */
export interface Worth {
  readonly quantity: Decimal;
  readonly value: Decimal;
}

/** How a company may value an item. */
export type ValuationMethod = 'MOVING_AVERAGE';

type IssueRule = (pool: Worth, quantity: Decimal) => Decimal;

/** An amount as it is kept: four decimals, rounded half away from zero. */
export function roundValue(value: Decimal): Decimal {
  return value.toDecimalPlaces(VALUE_SCALE, Decimal.ROUND_HALF_UP);
}

/**
 * Weighted average cost under a perpetual system (IAS 2, paragraph 27): what leaves takes its
 * share of the value, and the last of it all that is left, so that no value stays where nothing
 * lies.
 */
const issueByAverage: IssueRule = (pool, quantity) =>
  quantity.eq(pool.quantity) ? pool.value : roundValue(quantity.mul(pool.value).div(pool.quantity));

const issueRules: Readonly<Record<ValuationMethod, IssueRule>> = {
  MOVING_AVERAGE: issueByAverage,
};

/** Takes a method that is offered. */
export function checkedMethod(method: string): ValuationMethod {
  if (Object.hasOwn(issueRules, method)) return method as ValuationMethod;
  const message = 'Stock is not valued by {method}.';
  throw new InvalidInput('VALUATION_METHOD_UNKNOWN', message, { method });
}

/** What a quantity that leaves is worth; at most the whole pool may leave. */
export function issueValue(method: ValuationMethod, pool: Worth, quantity: Decimal): Decimal {
  if (quantity.lte(0) || quantity.gt(pool.quantity)) {
    throw new RangeError(`${quantity.toString()} of ${pool.quantity.toString()} cannot leave.`);
  }
  return issueRules[method](pool, quantity);
}

/** The pool after some of it left. */
export function after(pool: Worth, issued: Worth): Worth {
  return { quantity: pool.quantity.sub(issued.quantity), value: pool.value.sub(issued.value) };
}

/**
 * Shares what a line is worth among the quantities it is made of, each its part of what is left, so
 * that the shares sum to the value and none is negative.
 */
export function shareValue(line: Worth, quantities: readonly Decimal[]): Decimal[] {
  let rest = line;
  return quantities.map((quantity) => {
    const value = issueByAverage(rest, quantity);
    rest = after(rest, { quantity, value });
    return value;
  });
}

/** What is left of a receipt for later issues to take: by average nothing, the pool has it all. */
export function remainingOf(_method: ValuationMethod): Worth {
  return { quantity: ZERO, value: ZERO };
}
