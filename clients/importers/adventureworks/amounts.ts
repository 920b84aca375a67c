import { Decimal as AnyDecimal } from 'decimal.js';

/** Decimals wide enough that no sum or product of this import is ever rounded unasked. */
export const Decimal = AnyDecimal.clone({ precision: 60, rounding: AnyDecimal.ROUND_HALF_UP });
export type Decimal = AnyDecimal;

/** Rounds to cents, half away from zero. */
export const cents = (amount: Decimal): Decimal => amount.toDecimalPlaces(2);

export const sum = (amounts: readonly Decimal[]): Decimal =>
  amounts.reduce((total, amount) => total.add(amount), new Decimal(0));

/** What a line costs before tax: quantity × price × (1 − discount), in cents. */
export function netOf(quantity: string, unitPrice: string, discount: string): Decimal {
  return cents(new Decimal(quantity).mul(unitPrice).mul(new Decimal(1).sub(discount)));
}

/**
 * Splits an amount in cents over weights, so that the parts sum to it exactly: each part is what
 * all weights up to it have earned, in cents, less what the parts before it took. Where all weights
 * are zero, the last part takes everything.
 */
export function allocate(amount: Decimal, weights: readonly Decimal[]): Decimal[] {
  const whole = sum(weights);
  let weight = new Decimal(0);
  let taken = new Decimal(0);
  return weights.map((own, index) => {
    weight = weight.add(own);
    const isLast = index === weights.length - 1;
    const earned = whole.isZero() ? new Decimal(0) : cents(amount.mul(weight).div(whole));
    const part = (isLast ? amount : earned).sub(taken);
    taken = taken.add(part);
    return part;
  });
}
