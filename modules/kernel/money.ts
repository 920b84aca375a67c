import { currencies } from './currencies.js';
import { Decimal, ZERO, sum } from './decimal.js';
import { CurrencyMismatch, InvalidInput } from './refusals.js';

/** An exact amount of an ISO 4217 currency. */
export interface Money {
  readonly amount: Decimal;
  readonly currency: string;
}

/** Makes money of its two parts, as they are. */
export function money(amount: Decimal, currency: string): Money {
  return { amount, currency };
}

const minorUnitsByCode = new Map(currencies.map(({ code, minorUnits: digits }) => [code, digits]));

/**
 * How many decimals a currency is paid in. Refuses an unknown code, and one nobody pays in (gold).
 */
export function minorUnits(currency: string): number {
  const digits = minorUnitsByCode.get(currency);
  if (digits === undefined || digits === null) {
    throw new InvalidInput('CURRENCY_UNKNOWN', '{currency} is not a currency to pay in.', {
      currency,
    });
  }
  return digits;
}

/**
 * Rounds half away from zero to what can be paid: 0.125 USD is 0.13 USD, and −0.125 USD is −0.13
 * USD.
 */
export function roundMoney(amount: Decimal, currency: string): Decimal {
  return amount.toDecimalPlaces(minorUnits(currency), Decimal.ROUND_HALF_UP);
}

function refuseMixed(left: Money, right: Money): void {
  if (left.currency !== right.currency) throw new CurrencyMismatch(left.currency, right.currency);
}

/** Adds two amounts of one currency; refuses CurrencyMismatch. */
export function addMoney(left: Money, right: Money): Money {
  refuseMixed(left, right);
  return money(left.amount.add(right.amount), left.currency);
}

/** Takes the second amount from the first; refuses CurrencyMismatch. */
export function subtractMoney(left: Money, right: Money): Money {
  refuseMixed(left, right);
  return money(left.amount.sub(right.amount), left.currency);
}

/**
 * The amount in another currency, of which one unit of the amount's own is worth `rate`; rounded
 * there.
 */
export function convert(amount: Decimal, rate: Decimal, toCurrency: string): Decimal {
  if (!rate.isFinite() || rate.lte(0)) {
    const params = { rate: rate.toString() };
    throw new InvalidInput(
      'RATE_NOT_POSITIVE',
      'The exchange rate {rate} is not above zero.',
      params,
    );
  }
  return roundMoney(amount.mul(rate), toCurrency);
}

function checkedWeights(weights: readonly Decimal[]): readonly Decimal[] {
  if (weights.length === 0 || weights.some((weight) => !weight.isFinite() || weight.lt(0))) {
    const message = 'An amount is shared by at least one weight, and by none below zero.';
    throw new InvalidInput('WEIGHTS_UNUSABLE', message);
  }
  return weights.every((weight) => weight.isZero()) ? weights.map(() => new Decimal(1)) : weights;
}

/**
 * The positions in the order in which they get what is left: largest remainder first, then the
 * earlier.
 */
function byRemainder(remainders: readonly Decimal[]): number[] {
  return remainders
    .map((remainder, index) => ({ remainder, index }))
    .sort((a, b) => b.remainder.cmp(a.remainder) || a.index - b.index)
    .map(({ index }) => index);
}

/**
 * Shares an amount in proportion to weights, in whole minor units, so that the shares sum to it
 * exactly
 * (largest remainder method). Only zero weights share equally. Refuses an amount finer than the
 * currency.
 */
export function allocate(
  amount: Decimal,
  weights: readonly Decimal[],
  currency: string,
): Decimal[] {
  const scale = new Decimal(10).pow(minorUnits(currency));
  const units = amount.abs().mul(scale);
  if (!units.isInteger()) {
    const params = { amount: amount.toString(), currency };
    throw new InvalidInput('AMOUNT_TOO_FINE', '{amount} cannot be paid in {currency}.', params);
  }
  const shareBy = checkedWeights(weights);
  const total = sum(shareBy);
  const shares = shareBy.map((weight) => units.mul(weight).divToInt(total));
  const remainders = shareBy.map((weight) => units.mul(weight).mod(total));
  const left = units.sub(sum(shares)).toNumber();
  const lucky = new Set(byRemainder(remainders).slice(0, left));
  return shares.map((share, index) => {
    const minor = lucky.has(index) ? share.add(1) : share;
    // Adding zero turns the negative zero of a refund's empty share into zero.
    return (amount.isNegative() ? minor.neg() : minor).div(scale).add(ZERO);
  });
}
