import { sql } from 'kysely';
import type { Row, Tx } from '../events/index.js';

/** Work centers by their ids, as far as they exist and the actor sees them. One statement. */
export async function getMany(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Row<'WorkCenter'>>> {
  if (ids.length === 0) return new Map();
  const { companies: seen } = tx.actor;
  const { rows } = await sql<Row<'WorkCenter'>>`
    select * from "WorkCenter" where "id" = any(${[...new Set(ids)]}::uuid[])
      and (${seen === 'ALL'} or "companyId" = any(${seen === 'ALL' ? [] : seen}::uuid[]))
  `.execute(tx.db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Those calendars of a list that exist. One statement at most. */
export async function calendarsAmong(
  tx: Tx,
  ids: readonly (string | null | undefined)[],
): Promise<ReadonlySet<string>> {
  const named = [...new Set(ids.filter((id) => id !== null && id !== undefined))];
  if (named.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select "id" from "WorkCalendar" where "id" = any(${named}::uuid[])
  `.execute(tx.db);
  return new Set(rows.map(({ id }) => id));
}
