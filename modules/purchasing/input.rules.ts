import { type Decimal, fits, QuantityOutOfRange } from '../kernel/index.js';

/** Takes a percentage: 0 to 100, at most four decimals. */
export function checkedPercent(percent: Decimal): Decimal {
  if (fits(percent, 9, 4) && !percent.isNegative() && percent.lte(100)) return percent;
  const message = '{percent} is not 0 to 100 percent with at most 4 decimals.';
  throw new QuantityOutOfRange('PERCENT_OUT_OF_RANGE', message, { percent: percent.toString() });
}
