import { Decimal, QUANTITY_SCALE } from '../kernel/index.js';

/**
 * Numbers of product data as whole billionths: exact like Decimal, and fast enough for half a
 * million lines. Every step that divides rounds half away from zero at nine decimals, as the
 * store's columns keep quantities and prices.
 */
export const UNIT = 1_000_000_000n;
export const HUNDRED = 100n * UNIT;

/** So many digits before the point, and nine behind it, are a whole number that floats hold. */
const SHORT = 6;
const POWERS = Array.from({ length: QUANTITY_SCALE + 1 }, (_, power) => 10 ** power);

/** Takes a number as the store writes it: no exponent, at most nine decimals. */
export function scaled(text: string): bigint {
  const dot = text.indexOf('.');
  const before = dot < 0 ? text.length : dot;
  if (before <= SHORT) {
    // A whole number below 2^53 is exact, and much faster to make than a bigint from its text.
    const decimals = dot < 0 ? 0 : text.length - dot - 1;
    const digits = dot < 0 ? text : text.slice(0, dot) + text.slice(dot + 1);
    return BigInt(Number(digits) * POWERS[QUANTITY_SCALE - decimals]!);
  }
  if (dot < 0) return BigInt(text) * UNIT;
  return BigInt(text.slice(0, dot) + text.slice(dot + 1).padEnd(QUANTITY_SCALE, '0'));
}

/** Takes a Decimal of at most nine decimals. */
export const scaledOf = (value: Decimal): bigint => scaled(value.toFixed(QUANTITY_SCALE));

/** The number as it is told: no exponent, no zeros at the end. */
export function text(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(QUANTITY_SCALE + 1, '0');
  const point = digits.length - QUANTITY_SCALE;
  let end = digits.length;
  while (end > point && digits.charCodeAt(end - 1) === 48) end--;
  const whole = `${value < 0n ? '-' : ''}${digits.slice(0, point)}`;
  return end === point ? whole : `${whole}.${digits.slice(point, end)}`;
}

/** The number as the rest of the house knows it. */
export const unscaled = (value: bigint): Decimal => new Decimal(text(value));

/** Divides whole numbers; rounds half away from zero. The divisor is above zero. */
export function divided(dividend: bigint, divisor: bigint): bigint {
  const half = divisor >> 1n;
  return (dividend < 0n ? dividend - half : dividend + half) / divisor;
}

/** The product of two scaled numbers. */
export function times(one: bigint, other: bigint): bigint {
  if (one === UNIT) return other;
  return other === UNIT ? one : divided(one * other, UNIT);
}
