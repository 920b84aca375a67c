import type { Kysely } from 'kysely';
import type { DB } from '../../prisma/database.js';
import type { LoggedEvent } from './logged-event.js';
import type { JsonObject } from './tx.js';

/** The channel on which new positions are told. */
export const EVENTS_CHANNEL = 'events';

const PAGE = 500;

/** The last position there is; 0 in an empty log. */
export async function latestPosition(db: Kysely<DB>): Promise<number> {
  const last = await db
    .selectFrom('Event')
    .select('position')
    .where('position', 'is not', null)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.position ?? 0;
}

/** The first position that is kept, and the last there is; 1 and 0 in an empty log. */
export async function positionBounds(
  db: Kysely<DB>,
): Promise<{ readonly oldest: number; readonly latest: number }> {
  const found = await db
    .selectFrom('Event')
    .select(({ fn }) => [fn.min('position').as('oldest'), fn.max('position').as('latest')])
    .executeTakeFirstOrThrow();
  return { oldest: found.oldest ?? 1, latest: found.latest ?? 0 };
}

/** The events after a position, in their order, at most 500 when `limit` is not said. */
export async function eventsAfter(
  db: Kysely<DB>,
  after: number,
  limit: number = PAGE,
): Promise<LoggedEvent[]> {
  const rows = await db
    .selectFrom('Event')
    .select((column) => column.ref('position').$notNull().as('position'))
    .select(['id', 'type', 'companyId', 'documentType', 'documentId', 'version'])
    .select(['changedFields', 'data', 'actorId', 'requestId', 'occurredAt'])
    .where('position', '>', after)
    .orderBy('position')
    .limit(limit)
    .execute();
  return rows.map(({ data, ...row }) => ({ ...row, data: data as JsonObject }));
}
