import { Decimal, ONE, QUANTITY_SCALE, roundMoney, sum, ZERO } from '../kernel/index.js';

const HUNDRED = new Decimal(100);

/** What the price of a line follows from. */
export interface Pricing {
  /** In the line's unit. */
  readonly quantity: Decimal;
  /** For one unit of the line, in the document's currency. */
  readonly unitPrice: Decimal;
  readonly discountPercent: Decimal;
  readonly taxRatePercent: Decimal;
  /** What the supplier wrote; it is taken as it is. */
  readonly givenTaxAmount: Decimal | null;
  readonly currency: string;
}

export interface Amounts {
  readonly netAmount: Decimal;
  readonly taxAmount: Decimal;
}

export interface DocumentAmounts extends Amounts {
  readonly grossAmount: Decimal;
}

/** What is left of a price when so many percent are taken off. */
const kept = (discountPercent: Decimal): Decimal => ONE.sub(discountPercent.div(HUNDRED));

/** The tax on a net amount, rounded to the currency's minor unit, half away from zero. */
export function taxOn(netAmount: Decimal, ratePercent: Decimal, currency: string): Decimal {
  return roundMoney(netAmount.mul(ratePercent).div(HUNDRED), currency);
}

/**
 * Net = quantity × price × (1 − discount), tax = net × rate, each rounded once to the currency's
 * minor unit, half away from zero; both are at least zero.
 */
export function lineAmounts(pricing: Pricing): Amounts {
  const { quantity, unitPrice, discountPercent, taxRatePercent, currency } = pricing;
  const netAmount = roundMoney(quantity.mul(unitPrice).mul(kept(discountPercent)), currency);
  const taxAmount = pricing.givenTaxAmount ?? taxOn(netAmount, taxRatePercent, currency);
  return { netAmount, taxAmount };
}

/** A document's amounts are the sums of its lines: nothing is rounded again. */
export function documentAmounts(lines: readonly Amounts[]): DocumentAmounts {
  const netAmount = sum(lines.map((line) => line.netAmount));
  const taxAmount = sum(lines.map((line) => line.taxAmount));
  return { netAmount, taxAmount, grossAmount: netAmount.add(taxAmount) };
}

/** What one unit of a line costs after its discount, as prices are kept: nine decimals. */
export function netUnitPrice(line: {
  readonly unitPrice: Decimal;
  readonly discountPercent: Decimal;
}): Decimal {
  const price = line.unitPrice.mul(kept(line.discountPercent));
  return price.toDecimalPlaces(QUANTITY_SCALE, Decimal.ROUND_HALF_UP);
}

/** A line whose amounts are taken in parts. */
export interface Shared extends Amounts {
  readonly quantity: Decimal;
  readonly currency: string;
}

/** What the first so many units of a line cost; beyond what was ordered, at the same price. */
function upTo(whole: Decimal, { quantity, currency }: Shared, soFar: Decimal): Decimal {
  return soFar.eq(quantity) ? whole : roundMoney(whole.mul(soFar).div(quantity), currency);
}

/**
 * The amounts of the next part of a line, after so much of it was taken: the difference of two
 * rounded sums, so that parts that follow each other sum to the line exactly, and rounding never
 * piles up.
 */
export function nextPart(line: Shared, taken: Decimal, quantity: Decimal): Amounts {
  const soFar = taken.add(quantity);
  const part = (whole: Decimal): Decimal => upTo(whole, line, soFar).sub(upTo(whole, line, taken));
  return { netAmount: part(line.netAmount), taxAmount: part(line.taxAmount) };
}

/** Stock units of a quantity in the line's unit, as stock keeps them: nine decimals. */
export function stockQuantity(quantity: Decimal, stockFactor: Decimal): Decimal {
  return quantity.mul(stockFactor).toDecimalPlaces(QUANTITY_SCALE, Decimal.ROUND_HALF_UP);
}

/** Sums quantities by a key. */
export function sumsBy<T>(
  list: readonly T[],
  keyOf: (member: T) => string,
  quantityOf: (member: T) => Decimal,
): Map<string, Decimal> {
  const sums = new Map<string, Decimal>();
  for (const member of list) {
    const key = keyOf(member);
    sums.set(key, (sums.get(key) ?? ZERO).add(quantityOf(member)));
  }
  return sums;
}
