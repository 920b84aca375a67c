import { divided, HUNDRED, scaled, times, UNIT } from './scaled.rules.js';

/** How much of a component is taken, in its stock units, scaled. */
export interface Quantities {
  /** For one good stock unit of the product. */
  readonly perUnit: bigint;
  /** Once for a work order. */
  readonly fixed: bigint;
}

/** A line as far as its need goes, scaled. */
interface Needing {
  readonly quantity: bigint;
  readonly factor: bigint;
  readonly isFixed: boolean;
  /** In percent, as is what is good of the product. */
  readonly scrap: bigint;
  readonly output: bigint;
  readonly good: bigint;
}

const WHOLE = HUNDRED * HUNDRED * UNIT;

/**
 * Stock units of a component for one good stock unit of the product, or once for a work order:
 * required = quantity ÷ output ÷ (1 − scrap) ÷ yield (APICS: component scrap and operation yield).
 */
export function requiredOf(line: Needing): Quantities {
  const { isFixed, output, good } = line;
  const quantity = times(line.quantity, line.factor);
  const kept = HUNDRED - line.scrap;
  if (isFixed) return { perUnit: 0n, fixed: divided(quantity * HUNDRED, kept) };
  if (kept === HUNDRED && good === HUNDRED)
    return { perUnit: output === UNIT ? quantity : divided(quantity * UNIT, output), fixed: 0n };
  return { perUnit: divided(quantity * WHOLE, output * kept * good), fixed: 0n };
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

/** As `requiredOf`, of numbers as they are read. */
export const required = (line: StoredNeed): Quantities =>
  requiredOf({
    quantity: scaled(line.quantity),
    factor: scaled(line.stockFactor),
    isFixed: line.isFixed,
    scrap: scaled(line.scrapPercent),
    output: scaled(line.outputQuantity),
    good: scaled(line.yieldPercent),
  });
