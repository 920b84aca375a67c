import { sum, type Decimal } from '../kernel/index.js';
import { roundAmount, roundQuantity } from './material.rules.js';

/** What an hour costs, in base currency. */
export interface HourlyRates {
  readonly labourRate: Decimal;
  readonly machineRate: Decimal;
  readonly overheadRate: Decimal;
}

export interface TimeCost {
  /** People and machines. */
  readonly labour: Decimal;
  readonly overhead: Decimal;
}

const MINUTES_PER_HOUR = 60;

/** What minutes cost at hourly rates, before rounding. */
export function timeWorth(minutes: Decimal, rates: HourlyRates): TimeCost {
  const hours = minutes.div(MINUTES_PER_HOUR);
  return {
    labour: hours.mul(rates.labourRate.add(rates.machineRate)),
    overhead: hours.mul(rates.overheadRate),
  };
}

/** What reported minutes cost: absorbed at the frozen rates, each part rounded to four decimals. */
export function timeCost(minutes: Decimal, rates: HourlyRates): TimeCost {
  const { labour, overhead } = timeWorth(minutes, rates);
  return { labour: roundAmount(labour), overhead: roundAmount(overhead) };
}

/** What comes beside the product: so much of it for all, bearing a share of the cost. */
export interface ByProduct {
  readonly id: string;
  /** Beside the whole work order. */
  readonly required: Decimal;
  readonly costSharePercent: Decimal;
}

export interface Completion {
  /** What the product is taken in at. */
  readonly product: Decimal;
  readonly byProducts: readonly {
    readonly id: string;
    readonly quantity: Decimal;
    readonly value: Decimal;
  }[];
}

/**
 * What good units are taken in at: their planned cost, of which each by-product bears its share
 * (the physical product of a joint process, IAS 2.14). The parts sum to the planned cost exactly.
 */
export function completionValues(
  { good, quantity }: { readonly good: Decimal; readonly quantity: Decimal },
  plannedUnitCost: Decimal,
  byProducts: readonly ByProduct[],
): Completion {
  const total = roundAmount(good.mul(plannedUnitCost));
  const beside = byProducts.map(({ id, required, costSharePercent }) => ({
    id,
    quantity: roundQuantity(required.mul(good).div(quantity)),
    value: roundAmount(total.mul(costSharePercent).div(100)),
  }));
  return { product: total.sub(sum(beside.map(({ value }) => value))), byProducts: beside };
}
