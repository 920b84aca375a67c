import { QuantityOutOfRange, fits, type Decimal } from '../kernel/index.js';

/** Refuses a rate below zero, above 100 percent, or with more than four decimals. */
export function checkRatePercent(ratePercent: Decimal): Decimal {
  const isRate = ratePercent.isFinite() && ratePercent.gte(0) && ratePercent.lte(100);
  if (isRate && fits(ratePercent, 9, 4)) return ratePercent;
  const message = 'A tax rate is 0 to 100 percent with at most four decimals.';
  throw new QuantityOutOfRange('TAX_RATE_OUT_OF_RANGE', message);
}
