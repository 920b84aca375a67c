import {
  Decimal,
  InvalidInput,
  ONE,
  QuantityOutOfRange,
  fits,
  inField,
  parseLocalDate,
  type LocalDate,
} from '../kernel/index.js';
import { checkCurrency } from './company.rules.js';

/** One unit of `from` is worth `rate` of `to` from a day on, until the next rate begins. */
export interface RateInput {
  readonly from: string;
  readonly to: string;
  readonly validFrom: string;
  readonly rate: Decimal;
}

export interface CleanRate extends RateInput {
  readonly validFrom: LocalDate;
}

/** A rate keeps twelve decimals, as many as its column. */
export const RATE_SCALE = 12;
const RATE_PRECISION = 28;

function checkRate(rate: Decimal): Decimal {
  if (rate.isFinite() && rate.gt(0) && fits(rate, RATE_PRECISION, RATE_SCALE)) return rate;
  const message = 'A rate is above zero, below 10^16 and has at most 12 decimals.';
  throw new QuantityOutOfRange('RATE_OUT_OF_RANGE', message);
}

/** Checks a rate; a currency has no rate to itself, because that one is always 1. */
export function cleanRate({ from, to, validFrom, rate }: RateInput): CleanRate {
  const cleaned = {
    from: inField('from', () => checkCurrency(from)),
    to: inField('to', () => checkCurrency(to)),
    validFrom: inField('validFrom', () => parseLocalDate(validFrom)),
    rate: inField('rate', () => checkRate(rate)),
  };
  if (from !== to) return cleaned;
  const message = 'A currency has no exchange rate to itself.';
  throw new InvalidInput('RATE_TO_ITSELF', message).at('to');
}

/** One text for a pair and a day. */
export function rateKey(rate: { from: string; to: string; validFrom: string }): string {
  return `${rate.from} ${rate.to} ${rate.validFrom}`;
}

/** What is known of a pair on a day: the rate itself, the rate the other way round, or neither. */
export interface KnownRate {
  readonly direct: Decimal | null;
  readonly inverse: Decimal | null;
}

/**
 * The rate to reckon with: the direct one, else one divided by the inverse, rounded to twelve
 * decimals
 * half away from zero; null when neither is known or the inverse is too great to be turned round.
 */
export function effectiveRate({ direct, inverse }: KnownRate): Decimal | null {
  if (direct) return direct;
  if (!inverse) return null;
  const turned = ONE.div(inverse).toDecimalPlaces(RATE_SCALE, Decimal.ROUND_HALF_UP);
  return turned.gt(0) ? turned : null;
}
