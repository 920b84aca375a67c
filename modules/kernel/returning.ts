import { max, sum, ZERO, type Decimal } from './decimal.js';
import { checkedQuantity, refuseRepeated } from './inputs.js';
import { inField } from './outcome.js';
import { NotFound, type RuleViolation } from './refusals.js';

/** A line that moved, with what returns that are not cancelled took of it; in the line's unit. */
export interface ReturnableLine {
  readonly id: string;
  readonly quantity: Decimal;
  readonly taken: Decimal;
}

/** So much of a line. */
export interface ReturnedPart {
  readonly id: string;
  readonly quantity: Decimal;
}

/** How a kind of return is told. */
export interface ReturnWords {
  /** What it takes lines of, and the field that names one. */
  readonly noun: string;
  readonly field: string;
  readonly nothing: () => RuleViolation;
  readonly exceeds: (open: Decimal, requested: Decimal) => RuleViolation;
}

/** What can still be returned of a line. */
export function openToReturn({ quantity, taken }: Omit<ReturnableLine, 'id'>): Decimal {
  return max(ZERO, quantity.sub(taken));
}

function refusePart(
  { id, quantity }: ReturnedPart,
  lines: readonly ReturnableLine[],
  { noun, field, exceeds }: ReturnWords,
): void {
  const line = lines.find((candidate) => candidate.id === id);
  if (!line) throw new NotFound(noun, id).at(field);
  inField('quantity', () => {
    checkedQuantity(quantity);
    const open = openToReturn(line);
    if (quantity.gt(open)) throw exceeds(open, quantity);
  });
}

/**
 * What a return takes: what is named, never more than moved and has not been returned, or
 * everything when nothing is named. Refusals: `nothing`, `exceeds`, NotFound, InvalidInput, each
 * with its path.
 */
export function partsToReturn(
  lines: readonly ReturnableLine[],
  wanted: readonly ReturnedPart[] | null,
  words: ReturnWords,
): readonly ReturnedPart[] {
  if (wanted === null) {
    const all = lines
      .map((line) => ({ id: line.id, quantity: openToReturn(line) }))
      .filter(({ quantity }) => quantity.gt(0));
    if (sum(all.map(({ quantity }) => quantity)).isZero()) throw words.nothing();
    return all;
  }
  if (wanted.length === 0) throw words.nothing().at('lines');
  refuseRepeated(
    wanted.map(({ id }) => id),
    'lines',
  );
  wanted.forEach((part, index) => {
    inField('lines', () => {
      inField(index, () => {
        refusePart(part, lines, words);
      });
    });
  });
  return wanted;
}
