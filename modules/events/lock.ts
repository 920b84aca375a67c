import { sql, type Kysely } from 'kysely';
import type { DB } from '../../prisma/database.js';
import { canSee, isUuid, NotFound, StaleVersion, type Actor } from '../kernel/index.js';
import { companyOf, type Row, type Table, type VersionedTable } from './fact.js';
import { lockedBefore } from './lock-order.js';
import type { Versioned } from './told-fact.js';

/**
 * Locks rows in the order of their ids, by one statement, and answers them in the order asked.
 * `for no key update` keeps out whoever would change a row, not those who insert a reference to it.
 * NotFound for the first that is missing or of a company the actor does not see.
 */
export async function lockRows<T extends VersionedTable>(
  db: Kysely<DB>,
  actor: Actor,
  table: T,
  ids: readonly string[],
  and?: string,
): Promise<Row<T>[]> {
  if (ids.length === 0) return [];
  for (const id of ids) if (!isUuid(id)) throw new NotFound(table, id);
  await lockFirst(db, table, ids);
  const asked = [...new Set(ids)];
  const named = and
    ? sql`or "id" in (select ${sql.ref(and)} from ${sql.table(table)}
        where "id" = any(${asked}::uuid[]))`
    : sql``;
  const { rows } = await sql<Row<T> & { id: string; version: number }>`
    select * from ${sql.table(table)} where "id" = any(${asked}::uuid[]) ${named}
    order by "id" for no key update
  `.execute(db);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const known = new Set(asked);
  const others = rows.filter((row) => !known.has(row.id) && canSee(actor, companyOf(table, row)));
  const own = ids.map((id) => {
    const row = byId.get(id);
    if (!row || !canSee(actor, companyOf(table, row))) throw new NotFound(table, id);
    return row;
  });
  return [...own, ...others];
}

/** Locks the documents that are locked before these, in the order of their ids. */
async function lockFirst(db: Kysely<DB>, table: Table, ids: readonly string[]): Promise<void> {
  const first = lockedBefore[table];
  if (!first) return;
  await sql`
    select "id" from ${sql.table(first.table)} where "id" in (
      select ${sql.ref(first.by)} from ${sql.table(table)}
      where "id" = any(${[...new Set(ids)]}::uuid[]))
    order by "id" for no key update
  `.execute(db);
}

/** Throws StaleVersion when the caller has read another version than the row has under its lock. */
export function compareVersion(
  table: string,
  row: Versioned,
  expected: number | null | undefined,
): void {
  if (expected === null || expected === undefined || expected === row.version) return;
  throw new StaleVersion(table, row.id, expected, row.version);
}
