import { Decimal, QUANTITY_SCALE } from '../kernel/index.js';

/**
 * Numbers of product data as whole billionths: exact like Decimal, and fast enough for half a
 * million lines. Every step that divides rounds half away from zero at nine decimals, as the
 * store's columns keep quantities and prices.
 */
export const UNIT = 1_000_000_000n;
export const HUNDRED = 100n * UNIT;

/** Takes a number as the store writes it: no exponent, at most nine decimals. */
export function scaled(text: string): bigint {
  const dot = text.indexOf('.');
  if (dot < 0) return BigInt(text) * UNIT;
  return BigInt(text.slice(0, dot) + text.slice(dot + 1).padEnd(QUANTITY_SCALE, '0'));
}

/** Takes a Decimal of at most nine decimals. */
export const scaledOf = (value: Decimal): bigint => scaled(value.toFixed(QUANTITY_SCALE));

/** The number as the rest of the house knows it. */
export function unscaled(value: bigint): Decimal {
  const digits = (value < 0n ? -value : value).toString().padStart(QUANTITY_SCALE + 1, '0');
  const whole = digits.slice(0, -QUANTITY_SCALE);
  return new Decimal(`${value < 0n ? '-' : ''}${whole}.${digits.slice(-QUANTITY_SCALE)}`);
}

/** Divides whole numbers; rounds half away from zero. The divisor is above zero. */
export function divided(dividend: bigint, divisor: bigint): bigint {
  const half = divisor / 2n;
  return (dividend < 0n ? dividend - half : dividend + half) / divisor;
}

/** The product of two scaled numbers. */
export function times(one: bigint, other: bigint): bigint {
  if (one === UNIT) return other;
  return other === UNIT ? one : divided(one * other, UNIT);
}
