import type { Session } from '../../prisma/database.js';
import { canSee, isUuid, NotFound, StaleVersion, type Actor } from '../kernel/index.js';
import { companyOf, type Row, type Table, type VersionedTable } from './fact.js';
import { landed } from './flight.js';
import { lockedBefore } from './lock-order.js';
import type { Versioned } from './told-fact.js';

type Sending = Pick<Session, 'rows'>;

/**
 * Locks rows in the order of their ids, by one statement that is sent at once, and answers them in
 * the order asked. `for no key update` keeps out whoever would change a row, not those who insert a
 * reference to it. NotFound for the first that is missing or of a company the actor does not see.
 */
export async function lockRows<T extends VersionedTable>(
  session: Sending,
  actor: Actor,
  table: T,
  ids: readonly string[],
  and?: string,
): Promise<Row<T>[]> {
  if (ids.length === 0) return [];
  for (const id of ids) if (!isUuid(id)) throw new NotFound(table, id);
  const asked = [...new Set(ids)];
  const values = [asked];
  // As one list, which is read by index; with an "or" the whole table would be.
  const named = and
    ? `in (select unnest($1::uuid[]) union select "${and}" from "${table}" where "id" = any($1::uuid[]))`
    : '= any($1::uuid[])';
  const text = `select * from "${table}" where "id" ${named} order by "id" for no key update`;
  const [, rows] = await landed([
    lockFirst(session, table, values),
    session.rows<Row<T> & { id: string; version: number }>({ text, values }),
  ]);
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
async function lockFirst(session: Sending, table: Table, values: readonly unknown[]) {
  const first = lockedBefore[table];
  if (!first) return;
  const text =
    `select "id" from "${first.table}" where "id" in ` +
    `(select "${first.by}" from "${table}" where "id" = any($1::uuid[])) ` +
    'order by "id" for no key update';
  await session.rows({ text, values });
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
