import type { Database } from '../../prisma/database.js';

/** Few enough for one statement to end long before the server's limit. */
const AT_ONCE = 2_000;
const DAY_MS = 86_400_000;
const KEPT_DAYS = 7;

async function deleteAll(database: Database, text: string, values: unknown[]): Promise<number> {
  let deleted = 0;
  for (;;) {
    const { rowCount } = await database.query({ text, values: [...values, AT_ONCE] });
    deleted += rowCount;
    if (rowCount < AT_ONCE) return deleted;
  }
}

/** Deletes the keys whose outcome was kept for 7 days; answers how many. */
export function purgeIdempotencyKeys(database: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * DAY_MS).toISOString();
  const text = `delete from "IdempotencyKey" where "id" in (
    select "id" from "IdempotencyKey" where "createdAt" < $1::timestamptz limit $2)`;
  return deleteAll(database, text, [before]);
}

/** The months of the log that are made in advance, so that a server that stands still finds its own. */
const MONTHS_AHEAD = 2;

/** Makes the months of the log that come next; answers how many were missing. */
export async function makeEventMonths(database: Database, ahead = MONTHS_AHEAD): Promise<number> {
  const text = 'select "make_event_months"($1)';
  const { rows } = await database.query({ text, values: [ahead] });
  return rows[0]?.[0] as number;
}

/**
 * Drops the months of the log that ended before an instant; answers how many. Their audit entries
 * stay, and so does the newest event, because the next position is counted from it.
 */
export async function purgeEvents(database: Database, before: Date): Promise<number> {
  const text = 'select "drop_event_months"($1::timestamptz)';
  const { rows } = await database.query({ text, values: [before.toISOString()] });
  return rows[0]?.[0] as number;
}
