import { Decimal as AnyDecimal } from 'decimal.js';
import { RowRefused } from './refusals.js';

/** So wide that no sum or product of what stands in files is ever rounded unasked. */
const Exact = AnyDecimal.clone({ precision: 1_000, rounding: AnyDecimal.ROUND_HALF_UP });

/** As the graph writes decimals: no exponent, no sign of zero, no zeros at the end. */
const canonical = (number: AnyDecimal): string => (number.isZero() ? '0' : number.toFixed());

const PLAIN = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?$/;

export const isDecimal = (text: string): boolean => PLAIN.test(text);

function exact(text: string): AnyDecimal {
  if (!isDecimal(text)) throw new RowRefused('DECIMAL_UNREADABLE', `${quoted(text)} is no number.`);
  return new Exact(text);
}

/** A value as a message shows it, cut where it is long. */
export const quoted = (text: string): string =>
  `“${text.length > 60 ? `${text.slice(0, 60)}…` : text}”`;

export interface Notation {
  /** Between whole and part: a point unless told. */
  readonly mark?: string;
  /** Between groups of three digits; none unless told. */
  readonly group?: string;
}

/** Reads a decimal as a country writes it: with mark `,` and group `.`, 1.234,50 is 1234.5. */
export function readDecimal(text: string, { mark = '.', group }: Notation = {}): string {
  const refuse = () =>
    new RowRefused('DECIMAL_UNREADABLE', `${quoted(text)} is no number with mark ${quoted(mark)}.`);
  let rest = text.trim();
  if (group !== undefined) {
    const [whole = '', ...part] = rest.split(mark);
    const groups = whole.split(group);
    const isGrouped = groups.every((one, index) => index === 0 || /^\d{3}$/.test(one));
    if (!isGrouped || part.some((one) => one.includes(group))) throw refuse();
    rest = [groups.join(''), ...part].join(mark);
  }
  if (mark !== '.') {
    if (rest.includes('.')) throw refuse();
    rest = rest.replace(mark, '.');
  }
  if (!isDecimal(rest)) throw refuse();
  return canonical(new Exact(rest));
}

/** Rounds half away from zero. */
export const round = (text: string, places: number): string =>
  canonical(exact(text).toDecimalPlaces(places));

type Sum = (texts: readonly string[]) => string;

const folded =
  (step: (total: AnyDecimal, next: AnyDecimal) => AnyDecimal): Sum =>
  ([first = '0', ...rest]) =>
    canonical(rest.reduce((total, one) => step(total, exact(one)), exact(first)));

export const add = folded((a, b) => a.add(b));
export const subtract = folded((a, b) => a.sub(b));
export const multiply = folded((a, b) => a.mul(b));

/** The first divided by each of the others, rounded half away from zero once, at the end. */
export function divide([first = '0', ...rest]: readonly string[], places: number): string {
  const divisor = rest.reduce((product, one) => product.mul(exact(one)), new Exact(1));
  if (divisor.isZero()) throw new RowRefused('DIVIDED_BY_ZERO', 'Nothing is divided by zero.');
  const scaled = exact(first).mul(new Exact(10).pow(places)).div(divisor);
  return canonical(scaled.toDecimalPlaces(0).div(new Exact(10).pow(places)));
}

/** Negative when the first is less: as numbers where both are, else as texts, as dates are. */
export function compare(a: string, b: string): number {
  if (isDecimal(a) && isDecimal(b)) return new Exact(a).cmp(b);
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * Shares an amount out over weights, so that the parts sum to it exactly: each part is what all
 * weights up to it have earned, rounded, less what the parts before it took. The last takes the
 * rest, and everything where all weights are zero.
 */
export function spread(amount: string, weights: readonly string[], places: number): string[] {
  const whole = weights.reduce((total, one) => total.add(exact(one)), new Exact(0));
  const all = exact(amount);
  let weight = new Exact(0);
  let taken = new Exact(0);
  return weights.map((own, index) => {
    weight = weight.add(own);
    const share = whole.isZero() ? new Exact(0) : all.mul(weight).div(whole);
    const earned = index === weights.length - 1 ? all : share.toDecimalPlaces(places);
    const part = earned.sub(taken);
    taken = earned;
    return canonical(part);
  });
}
