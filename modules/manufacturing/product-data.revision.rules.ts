import { newReasons } from '../kernel/index.js';
import { RevisionOverlaps } from './errors.js';
import { checkedSpan, type Span } from './product-data.checks.rules.js';

/** A revision of an item's BOM or routing that was released. */
export interface Released extends Span {
  readonly id: string;
  readonly revision: string;
}

export interface ReleasePlan {
  readonly validFrom: string;
  readonly validTo: string | null;
  /** The revisions that end with the first day of the new one. */
  readonly ended: readonly Released[];
}

/** True when a revision counts on the day. */
export const countsOn = ({ validFrom, validTo }: Span, day: string): boolean =>
  validFrom !== null && validFrom <= day && (validTo === null || validTo > day);

/**
 * From when to when a revision counts among those released before: what counts on its first day
 * ends then, and it ends itself where a later one begins. Refuses REVISION_OVERLAPS when it was to
 * count longer than that, SPAN_EMPTY.
 */
export function planRelease(wanted: Span, today: string, others: readonly Released[]): ReleasePlan {
  const all = newReasons();
  const { validFrom, validTo } = checkedSpan(wanted.validFrom ?? today, wanted.validTo, all);
  const [reason] = all.list;
  if (reason) throw reason;
  const from = validFrom ?? today;
  const [later] = others
    .filter(
      (one) => one.validFrom !== null && one.validFrom > from && one.validFrom !== one.validTo,
    )
    .sort((one, other) => ((one.validFrom ?? '') < (other.validFrom ?? '') ? -1 : 1));
  const end = later?.validFrom ?? null;
  if (later && end !== null && validTo !== null && validTo > end)
    throw new RevisionOverlaps(later.revision, end).at('validTo');
  return {
    validFrom: from,
    validTo: validTo ?? end,
    ended: others.filter((one) => countsOn(one, from)),
  };
}

/**
 * The days on which a revision counted when it is taken out of use on a day: none for one that was
 * never released, and never longer than before.
 */
export function endOf(
  { validFrom, validTo }: Span,
  isReleased: boolean,
  day: string,
): { validFrom: string | null; validTo: string | null } {
  if (!isReleased || validFrom === null) return { validFrom: null, validTo: null };
  if (validTo !== null && validTo <= day) return { validFrom, validTo };
  return { validFrom, validTo: day < validFrom ? validFrom : day };
}
