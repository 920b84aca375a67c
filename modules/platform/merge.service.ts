import { sql } from 'kysely';
import {
  MergerIsLimited,
  MergedIntoItself,
  StaleVersion,
  type Mergeable,
  type MergePair,
} from '../kernel/index.js';
import type { Row, Tx, VersionedTable } from '../events/index.js';

/** Tables of the group whose rows can turn out to be another. */
export type MergeableTable = {
  [T in VersionedTable]: Row<T> extends Mergeable ? T : never;
}[VersionedTable];

/** Which is merged into which, as the caller has read the two. */
export interface MergeInput {
  readonly survivorId: string;
  readonly mergedId: string;
  /** Of the survivor. */
  readonly expectedVersion?: number | null;
  readonly mergedExpectedVersion?: number | null;
}

function compare(table: string, row: { id: string; version: number }, expected?: number | null) {
  if (expected === null || expected === undefined || expected === row.version) return null;
  return new StaleVersion(table, row.id, expected, row.version);
}

/**
 * Locks the two of a merge in the order of their ids, so that A into B and B into A at once wait
 * for each other in turn. NotFound, StaleVersion; MergedIntoItself; MergerIsLimited.
 */
export async function lockPair<T extends MergeableTable>(
  tx: Tx,
  table: T,
  input: MergeInput,
): Promise<MergePair<Row<T> & Mergeable>> {
  if (tx.actor.companies !== 'ALL') throw new MergerIsLimited();
  const { survivorId, mergedId } = input;
  const rows = await tx.lockAll(table, [survivorId, mergedId]);
  const [survivor, merged] = rows as unknown as (Row<T> & Mergeable & { version: number })[];
  if (!survivor || !merged) throw new Error('A lock answered less than it was asked.');
  if (survivorId === mergedId) throw new MergedIntoItself(merged.code).at('mergedId');
  const stale = compare(table, survivor, input.expectedVersion);
  if (stale) throw stale.at('expectedVersion');
  const other = compare(table, merged, input.mergedExpectedVersion);
  if (other) throw other.at('mergedExpectedVersion');
  return { survivor, merged };
}

/**
 * Takes the merged out of use and leads it, and those that were merged into it before, to the
 * survivor: whoever follows goes one step. Answers the merged first, then those before.
 */
export async function retire<T extends MergeableTable>(
  tx: Tx,
  table: T,
  { survivor, merged }: MergePair<Row<T> & Mergeable>,
): Promise<(Row<T> & Mergeable)[]> {
  const { rows } = await sql<Row<T> & Mergeable>`
    update ${sql.table(table)} set "mergedIntoId" = ${survivor.id},
      "archivedAt" = coalesce("archivedAt", ${tx.now}::timestamptz),
      "version" = "version" + 1, "updatedAt" = ${tx.now}::timestamptz
    where "id" = ${merged.id} or "mergedIntoId" = ${merged.id}
    returning *
  `.execute(tx.db);
  return rows.sort((left) => (left.id === merged.id ? -1 : 1));
}

/**
 * Lets codes of merged rows mean their survivors, for an upsert: rows are those that were found and
 * locked, codes what the inputs name, in order. No statement when none was merged.
 */
export async function follow<T extends MergeableTable>(
  tx: Tx,
  table: T,
  found: { readonly codes: readonly string[]; readonly rows: readonly (Row<T> & Mergeable)[] },
): Promise<{ codes: string[]; rows: (Row<T> & Mergeable)[] }> {
  const lead = new Map(
    found.rows.flatMap(({ code, mergedIntoId }) => (mergedIntoId ? [[code, mergedIntoId]] : [])),
  );
  const { codes, rows } = { codes: [...found.codes], rows: [...found.rows] };
  if (lead.size === 0) return { codes, rows };
  const known = new Set(rows.map(({ id }) => id));
  const missing = [...new Set(lead.values())].filter((id) => !known.has(id));
  const survivors = (await tx.lockAll(table, missing)) as unknown as (Row<T> & Mergeable)[];
  const all = [...rows, ...survivors].filter(({ mergedIntoId }) => mergedIntoId === null);
  const codeOf = new Map(all.map(({ id, code }) => [id, code]));
  return { codes: codes.map((code) => codeOf.get(lead.get(code) ?? '') ?? code), rows: all };
}
