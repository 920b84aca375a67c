import { Decimal, max, min, roundMoney, sum, ZERO } from '../kernel/index.js';

const HUNDRED = new Decimal(100);

/** What the price of a line follows from. */
export interface Pricing {
  /** In the line's unit. */
  readonly quantity: Decimal;
  /** For one unit of the line, in the document's currency. */
  readonly unitPrice: Decimal;
  readonly discountPercent: Decimal;
  readonly taxRatePercent: Decimal;
  /** What another system has already computed; it is taken as it is. */
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

/**
 * Net = quantity × price × (1 − discount), tax = net × rate, each rounded once to the currency's
 * minor unit, half away from zero; both are at least zero.
 */
export function lineAmounts(pricing: Pricing): Amounts {
  const { quantity, unitPrice, discountPercent, taxRatePercent, givenTaxAmount } = pricing;
  const kept = HUNDRED.sub(discountPercent).div(HUNDRED);
  const netAmount = roundMoney(quantity.mul(unitPrice).mul(kept), pricing.currency);
  const computed = () => roundMoney(netAmount.mul(taxRatePercent).div(HUNDRED), pricing.currency);
  return { netAmount, taxAmount: givenTaxAmount ?? computed() };
}

/** A document's amounts are the sums of its lines: nothing is rounded again. */
export function documentAmounts(lines: readonly Amounts[]): DocumentAmounts {
  const netAmount = sum(lines.map((line) => line.netAmount));
  const taxAmount = sum(lines.map((line) => line.taxAmount));
  return { netAmount, taxAmount, grossAmount: netAmount.add(taxAmount) };
}

/** A part of a line's quantity and amounts that a document has taken. */
export interface Part extends Amounts {
  readonly quantity: Decimal;
}

/**
 * The amounts of the next part of a line: what the quantity so far earns of the whole, less what
 * the earlier parts took, so that rounding never piles up; the part that completes the quantity
 * takes what is left, so that all parts sum to the line exactly.
 */
export function nextPart(line: Part, taken: Part, quantity: Decimal, currency: string): Amounts {
  const soFar = taken.quantity.add(quantity);
  const isLast = soFar.gte(line.quantity);
  const share = (whole: Decimal, before: Decimal): Decimal => {
    const left = whole.sub(before);
    if (isLast) return left;
    const earned = roundMoney(whole.mul(soFar).div(line.quantity), currency).sub(before);
    return max(ZERO, min(earned, left));
  };
  return {
    netAmount: share(line.netAmount, taken.netAmount),
    taxAmount: share(line.taxAmount, taken.taxAmount),
  };
}
