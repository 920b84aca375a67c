import { AlreadyMerged, MergedIntoItself } from './merging.errors.js';
import type { RuleViolation } from './refusals.js';

/** A row that can turn out to be another. */
export interface Mergeable {
  readonly id: string;
  readonly code: string;
  readonly archivedAt: Date | null;
  readonly mergedIntoId: string | null;
}

/** The two of a merge, locked. */
export interface MergePair<R extends Mergeable> {
  readonly survivor: R;
  readonly merged: R;
}

/**
 * Refuses what cannot be merged: into itself, into one that is out of use, or twice. One that is
 * archived may be merged, so that what other systems call it leads on.
 */
export function checkMerge(
  { survivor, merged }: MergePair<Mergeable>,
  archived: (code: string) => RuleViolation,
): void {
  if (survivor.id === merged.id) throw new MergedIntoItself(merged.code).at('mergedId');
  if (survivor.mergedIntoId !== null) throw new AlreadyMerged(survivor.code).at('survivorId');
  if (survivor.archivedAt !== null) throw archived(survivor.code).at('survivorId');
  if (merged.mergedIntoId !== null) throw new AlreadyMerged(merged.code).at('mergedId');
}

/**
 * What the survivor says of itself after a merge: its own word, save for what is to be taken of the
 * merged, and for what only the merged says.
 */
export function mergedColumns<R extends Mergeable, F extends keyof R & string>(
  { survivor, merged }: MergePair<R>,
  fields: readonly F[],
  taken: ReadonlySet<string>,
): Pick<R, F> {
  const columns = fields.map((field) => {
    const isTaken = taken.has(field) && merged[field] !== null;
    return [field, isTaken || survivor[field] === null ? merged[field] : survivor[field]] as const;
  });
  return Object.fromEntries(columns) as Pick<R, F>;
}
