import { Decimal } from '../kernel/index.js';
import { divided, HUNDRED, scaled, UNIT } from './scaled.rules.js';

/**
 * What one stock unit of a product takes, scaled, as a fraction: a third stays a third until it is
 * multiplied by how many are made, and only then is rounded.
 */
export interface Share {
  readonly part: bigint;
  /** Above zero. */
  readonly per: bigint;
}

/** How much of a component is taken, in its stock units, scaled. */
export interface Quantities {
  /** For one good stock unit of the product. */
  readonly perUnit: bigint;
  /** Once for a work order. */
  readonly fixed: bigint;
}

/** A line as far as its need goes, scaled. */
export interface Needing {
  readonly quantity: bigint;
  readonly factor: bigint;
  readonly isFixed: boolean;
  /** In percent, as is what is good of the product. */
  readonly scrap: bigint;
  readonly output: bigint;
  readonly good: bigint;
}

const WHOLE = HUNDRED * HUNDRED;
const NOTHING: Share = { part: 0n, per: 1n };

const divisor = (one: bigint, other: bigint): bigint =>
  other === 0n ? one : divisor(other, one % other);

function reduced(part: bigint, per: bigint): Share {
  if (per === 1n) return { part, per };
  const by = divisor(part, per);
  return { part: part / by, per: per / by };
}

/** What two shares take together. */
export function plus(one: Share, other: Share): Share {
  if (one.per === other.per) return reduced(one.part + other.part, one.per);
  return reduced(one.part * other.per + other.part * one.per, one.per * other.per);
}

/** What a share of a share takes. */
export const through = (one: Share, other: Share): Share =>
  reduced(one.part * other.part, one.per * other.per * UNIT);

/** What so many take, scaled: rounded here for the first time. */
export function takenBy(quantity: bigint, { part, per }: Share): bigint {
  return divided(quantity * part, per * UNIT);
}

/**
 * The least multiple that is not below a quantity, or the quantity where there is no multiple: what
 * comes in whole rolls or boxes is taken so. Scaled.
 */
export function roundedUp(quantity: bigint, multiple: bigint): bigint {
  if (multiple === 0n) return quantity;
  return ((quantity + multiple - 1n) / multiple) * multiple;
}

/** What a product takes of a component; scaled. */
export interface Taking {
  readonly share: Share;
  readonly fixed: bigint;
  readonly multiple: bigint;
}

/** What so many of a product take: for each unit and once, each rounded up to its multiple. */
export const neededBy = (quantity: bigint, { share, fixed, multiple }: Taking): bigint =>
  roundedUp(takenBy(quantity, share), multiple) + roundedUp(fixed, multiple);

/** The share itself, rounded, as it is told and costed. */
export const told = ({ part, per }: Share): bigint => (per === 1n ? part : divided(part, per));

/** The share as the rest of the house knows numbers: exact, or to 60 digits. */
export const asDecimal = ({ part, per }: Share): Decimal =>
  new Decimal(part.toString()).div(UNIT.toString()).div(per.toString());

function fractionOf({ quantity, factor, scrap, output, good }: Needing): Share {
  const kept = HUNDRED - scrap;
  if (kept === HUNDRED && good === HUNDRED) {
    if (factor === UNIT && output === UNIT) return { part: quantity, per: 1n };
    return { part: quantity * factor, per: output };
  }
  return { part: quantity * factor * WHOLE, per: output * kept * good };
}

/** What a line takes once for a work order. */
function onceOf({ quantity, factor, scrap }: Needing): bigint {
  return divided(quantity * factor * HUNDRED, (HUNDRED - scrap) * UNIT);
}

/**
 * Stock units of a component for one good stock unit of the product, or once for a work order:
 * required = quantity ÷ output ÷ (1 − scrap) ÷ yield (APICS: component scrap and operation yield).
 * Rounded, as costs are rolled up with it.
 */
export function requiredOf(line: Needing): Quantities {
  if (line.isFixed) return { perUnit: 0n, fixed: onceOf(line) };
  return { perUnit: told(fractionOf(line)), fixed: 0n };
}

/**
 * As `requiredOf`, with the share that is not rounded. It is not reduced either: ten thousand lines
 * of an explosion would take longer for that than for all the rest.
 */
export function sharedOf(line: Needing): Quantities & { readonly share: Share } {
  if (line.isFixed) return { share: NOTHING, perUnit: 0n, fixed: onceOf(line) };
  const { part, per } = fractionOf(line);
  const share = part % per === 0n ? { part: part / per, per: 1n } : { part, per };
  return { share, perUnit: told(share), fixed: 0n };
}

/** A line as far as its need goes, numbers as text. */
interface StoredNeed {
  readonly quantity: string;
  readonly stockFactor: string;
  readonly isFixed: boolean;
  readonly scrapPercent: string;
  readonly outputQuantity: string;
  readonly yieldPercent: string;
}

/** As `sharedOf`, of numbers as they are read. */
export function required(line: StoredNeed): Quantities & { readonly share: Share } {
  return sharedOf({
    quantity: scaled(line.quantity),
    factor: scaled(line.stockFactor),
    isFixed: line.isFixed,
    scrap: scaled(line.scrapPercent),
    output: scaled(line.outputQuantity),
    good: scaled(line.yieldPercent),
  });
}

/** A line's multiple in stock units, scaled; none is zero. */
export const multipleOf = (line: {
  readonly roundingMultiple: string;
  readonly stockFactor: string;
}): bigint =>
  line.roundingMultiple === '0'
    ? 0n
    : divided(scaled(line.roundingMultiple) * scaled(line.stockFactor), UNIT);
