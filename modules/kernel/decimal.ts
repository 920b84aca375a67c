import { Decimal as BaseDecimal } from 'decimal.js';
import { InvalidInput } from './refusals.js';

declare module 'decimal.js' {
  interface Decimal {
    /** The text by which the PostgreSQL driver binds the number: exact, never with an exponent. */
    toPostgres(): string;
  }
}

/** The store's widest columns have 28 digits; their product has 56 and is still exact. */
const DIGITS = 60;

/** Where decimal.js would begin to print exponents: never within its own range. */
const NO_EXPONENT = 9_000_000_000_000_000;

/**
 * Exact decimal numbers for money and quantities; a division is rounded half away from zero at 60
 * digits.
 */
export const Decimal = BaseDecimal.clone({
  precision: DIGITS,
  rounding: BaseDecimal.ROUND_HALF_UP,
  toExpNeg: -NO_EXPONENT,
  toExpPos: NO_EXPONENT,
});
export type Decimal = BaseDecimal;

Decimal.prototype.toPostgres = function toPostgres(this: Decimal): string {
  return this.toFixed();
};

export const ZERO: Decimal = new Decimal(0);
export const ONE: Decimal = new Decimal(1);

const DECIMAL_TEXT = /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/;
const PLAIN_TEXT = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

function malformed(value: string | number): InvalidInput {
  const params = { value: String(value) };
  return new InvalidInput('DECIMAL_MALFORMED', '{value} is not a decimal number.', params);
}

/** How many digits the number takes when it is written without an exponent. */
function writtenDigits(whole: string, fraction: string, exponent: number): number {
  return Math.max(whole.length + exponent, 1) + Math.max(fraction.length - exponent, 0);
}

function parseText(text: string): Decimal {
  // A hostile text may be megabytes long: its length is looked at before its form.
  const match = text.length > 2 * DIGITS ? null : DECIMAL_TEXT.exec(text);
  if (!match) throw malformed(text);
  const [, whole = '', fraction = '', exponent = '0'] = match;
  if (writtenDigits(whole, fraction, Number(exponent)) > DIGITS) {
    const params = { value: text, digits: DIGITS };
    throw new InvalidInput('DECIMAL_TOO_LONG', '{value} has more than {digits} digits.', params);
  }
  return new Decimal(text);
}

/**
 * Takes a number as callers send it: text, a safe integer, or a Decimal.
 * Refuses NaN, infinities, fractions as floats, white space, hexadecimal and more than 60 digits.
 */
export function decimal(value: string | number | Decimal): Decimal {
  if (typeof value === 'string') return parseText(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw malformed(value);
    return new Decimal(value);
  }
  if (!value.isFinite()) throw malformed(value.toString());
  return value;
}

/**
 * Cuts the trailing zeros of a text that the store gave for a numeric column. It runs for each
 * number that
 * the graph answers, so it builds no Decimal and trusts the form; NaN, which the store could hold,
 * is a bug.
 */
export function trimNumeric(text: string): string {
  let end = text.length;
  const last = text.charCodeAt(end - 1);
  if (!(last >= 48 && last <= 57))
    throw new Error('A numeric column holds something that is no number.');
  const dot = text.indexOf('.');
  if (dot !== -1) {
    while (text.charCodeAt(end - 1) === 48) end -= 1;
    if (end - 1 === dot) end = dot;
  }
  const trimmed = end === text.length ? text : text.slice(0, end);
  return trimmed === '-0' ? '0' : trimmed;
}

/** The one way a number is written: no exponent, no trailing zeros, no negative zero. */
export function canonical(value: string | Decimal): string {
  if (typeof value !== 'string') return decimal(value).toFixed();
  return value.length <= DIGITS && PLAIN_TEXT.test(value)
    ? trimNumeric(value)
    : parseText(value).toFixed();
}

/** Tells whether a numeric(precision, scale) column holds the value without rounding it. */
export function fits(value: Decimal, precision: number, scale: number): boolean {
  if (!value.isFinite() || value.decimalPlaces() > scale) return false;
  return value.abs().lt(new Decimal(10).pow(precision - scale));
}

/** The exact sum of a list; of an empty one, zero. */
export function sum(values: readonly Decimal[]): Decimal {
  return values.reduce((total, value) => total.add(value), ZERO);
}

/** The smaller of two or more values. */
export function min(first: Decimal, ...others: readonly Decimal[]): Decimal {
  return others.reduce((least, value) => (value.lt(least) ? value : least), first);
}

/** The larger of two or more values. */
export function max(first: Decimal, ...others: readonly Decimal[]): Decimal {
  return others.reduce((most, value) => (value.gt(most) ? value : most), first);
}
