import { sql } from 'kysely';
import type { Database } from '../../prisma/database.js';
import type { Row } from '../events/index.js';
import { v7 as newId } from 'uuid';
import type { Chain } from './job-queue.js';
import type { Answer } from './sending.js';

/** The next delivery of a chain, with what of its endpoint it is sent by. */
export interface Head {
  readonly delivery: Row<'WebhookDelivery'>;
  readonly endpoint: Pick<
    Row<'WebhookEndpoint'>,
    'id' | 'url' | 'noun' | 'document' | 'where' | 'status' | 'ownerId' | 'scopes'
  > &
    Pick<Row<'WebhookEndpoint'>, 'failuresInRow' | 'brokenUntil'>;
  /** Those in use at this moment. */
  readonly secrets: readonly string[];
}

/** The first of a chain that is not settled yet; one statement. */
export async function headOf(database: Database, chain: Chain, now: Date): Promise<Head | null> {
  const row = await database.db
    .selectFrom('WebhookDelivery as d')
    .innerJoin('WebhookEndpoint as e', 'e.id', 'd.endpointId')
    .selectAll('d')
    .select(['e.url', 'e.noun', 'e.document', 'e.where', 'e.status as endpointStatus'])
    .select(['e.ownerId', 'e.scopes', 'e.failuresInRow', 'e.brokenUntil'])
    .select(
      sql<string[]>`array(select s."secret" from "WebhookSecret" s
        where s."endpointId" = e."id" and (s."expiresAt" is null or s."expiresAt" > ${now})
        order by s."id" desc)`.as('secrets'),
    )
    .where('d.endpointId', '=', chain.endpointId)
    .where('d.documentId', '=', chain.documentId)
    .where('d.status', '=', 'PENDING')
    .orderBy('d.position')
    .orderBy('d.id')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const { url, noun, document, where, endpointStatus: status, ownerId, scopes } = row;
  const { failuresInRow, brokenUntil, secrets, ...delivery } = row;
  const endpoint = { id: row.endpointId, url, noun, document, where, status, ownerId, scopes };
  return { delivery, endpoint: { ...endpoint, failuresInRow, brokenUntil }, secrets };
}

/** What an attempt was, and what becomes of its delivery. */
export interface Recorded {
  readonly head: Head;
  readonly answer: Answer;
  readonly startedAt: Date;
  readonly milliseconds: number;
  readonly status: 'DELIVERED' | 'PENDING' | 'FAILED';
  readonly dueAt: Date;
  readonly brokenUntil: Date | null;
}

const RECORD = `
  with tried as (
    insert into "WebhookAttempt"
      ("id", "deliveryId", "number", "startedAt", "milliseconds", "outcome", "httpStatus", "detail")
    values ($1, $2, $3, $4, $5, $6, $7, $8)
  ), settled as (
    update "WebhookDelivery" set "status" = $9, "attemptCount" = $3, "dueAt" = $10,
      "firstTriedAt" = coalesce("firstTriedAt", $4), "reason" = $11,
      "settledAt" = case when $9 = 'PENDING' then null else $12::timestamptz end
    where "id" = $2 and "status" = 'PENDING'
  )
  update "WebhookEndpoint" set
    "failuresInRow" = case when $9 = 'DELIVERED' then 0 else "failuresInRow" + 1 end,
    "brokenUntil" = $13
  where "id" = $14 and ($9 <> 'DELIVERED' or "failuresInRow" > 0)`;

/** Writes an attempt and all that follows from it, in one statement. */
export async function record(database: Database, recorded: Recorded): Promise<void> {
  const { head, answer, startedAt, milliseconds, status, dueAt, brokenUntil } = recorded;
  const { delivery } = head;
  const now = new Date(startedAt.getTime() + milliseconds);
  const values = [
    newId(),
    delivery.id,
    delivery.attemptCount + 1,
    startedAt,
    milliseconds,
    answer.outcome,
    answer.httpStatus,
    answer.detail,
    status,
    dueAt,
    status === 'FAILED' ? 'GIVEN_UP' : null,
    now,
    brokenUntil,
    head.endpoint.id,
  ];
  await database.query({ text: RECORD, values });
}

/** Settles a delivery of which nothing is sent, with the reason. */
export async function skip(
  database: Database,
  deliveryId: string,
  reason: string,
  now: Date,
): Promise<void> {
  await database.db
    .updateTable('WebhookDelivery')
    .set({ status: 'SKIPPED', reason, settledAt: now })
    .where('id', '=', deliveryId)
    .where('status', '=', 'PENDING')
    .execute();
}

const AT_ONCE = 2_000;

/**
 * Deletes what was settled before an instant, with its attempts; answers how many. Those of an
 * archived endpoint go like any other.
 */
export async function purgeDeliveries(database: Database, before: Date): Promise<number> {
  const text = `delete from "WebhookDelivery" where "id" in (
    select "id" from "WebhookDelivery" where "createdAt" < $1 and "status" <> 'PENDING' limit $2)`;
  let deleted = 0;
  for (;;) {
    const { rowCount } = await database.query({ text, values: [before, AT_ONCE] });
    deleted += rowCount;
    if (rowCount < AT_ONCE) return deleted;
  }
}
