import type { Insertable } from 'kysely';
import { v7 as newId } from 'uuid';
import type { DB, Database, Session } from '../../prisma/database.js';
import type { Feed, LoggedEvent, Row } from '../events/index.js';
import { triggers } from './endpoint.rules.js';
import { webhookEndpointResumed, webhookReplayed, webhookTestSent } from './events.js';
import type { Chain, JobQueue } from './job-queue.js';
import { advance, cursorOf } from './log-cursor.js';

const CURSOR = 'webhooks';
const PAGE = 500;
/** What one statement takes: each delivery has fifteen values. */
const ROWS_AT_ONCE = 1_000;

type Endpoint = Pick<
  Row<'WebhookEndpoint'>,
  'id' | 'noun' | 'factTypes' | 'changedFields' | 'status' | 'createdAt'
>;
type NewDelivery = Insertable<DB['WebhookDelivery']>;

export interface DispatchingParts {
  readonly database: Database;
  readonly feed: Pick<Feed, 'events' | 'latest'>;
  readonly queue: JobQueue;
  readonly clock: () => Date;
}

/** The endpoints that are in use; their deliveries are kept also while they are paused. */
export function liveEndpoints({ db }: Pick<Database, 'db'>): Promise<Endpoint[]> {
  return db
    .selectFrom('WebhookEndpoint')
    .select(['id', 'noun', 'factTypes', 'changedFields', 'status', 'createdAt'])
    .where('status', '<>', 'ARCHIVED')
    .execute();
}

function delivery({ id: endpointId }: Endpoint, event: LoggedEvent, now: Date): NewDelivery {
  const { id: eventId, position, type, documentType, documentId, version } = event;
  const { changedFields, companyId, occurredAt } = event;
  return {
    ...{ id: newId(), endpointId, eventId, position, type, documentType, documentId },
    ...{ documentVersion: version, changedFields: [...changedFields], companyId, occurredAt },
    ...{ status: 'PENDING', dueAt: now, createdAt: now },
  };
}

/** Each fact for each endpoint that is sent it; none from before the endpoint was set up. */
function deliveriesOf(endpoints: readonly Endpoint[], events: readonly LoggedEvent[], now: Date) {
  return events.flatMap((event) =>
    endpoints
      .filter((one) => event.occurredAt >= one.createdAt && triggers(one, event))
      .map((one) => delivery(one, event, now)),
  );
}

const partsOf = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / ROWS_AT_ONCE) }, (_, place) =>
    list.slice(place * ROWS_AT_ONCE, (place + 1) * ROWS_AT_ONCE),
  );

/** One delivery for an event and an endpoint, whoever comes to it first. */
async function insert({ db }: Session, deliveries: readonly NewDelivery[]): Promise<void> {
  for (const part of partsOf(deliveries)) {
    await db
      .insertInto('WebhookDelivery')
      .values(part)
      .onConflict((conflict) => conflict.columns(['endpointId', 'eventId']).doNothing())
      .execute();
  }
}

/** As `insert`, and what was sent already is sent again, under the id it had. */
async function insertAgain({ db }: Session, deliveries: readonly NewDelivery[], now: Date) {
  for (const part of partsOf(deliveries)) {
    await db
      .insertInto('WebhookDelivery')
      .values(part)
      .onConflict((conflict) =>
        conflict.columns(['endpointId', 'eventId']).doUpdateSet({
          ...{ status: 'PENDING', reason: null, firstTriedAt: null, settledAt: null, dueAt: now },
        }),
      )
      .execute();
  }
}

function chainsOf(deliveries: readonly NewDelivery[], endpoints: readonly Endpoint[]): Chain[] {
  const active = new Set(endpoints.filter((one) => one.status === 'ACTIVE').map(({ id }) => id));
  const chains = new Map<string, Chain>();
  for (const { endpointId, documentId } of deliveries)
    if (active.has(endpointId))
      chains.set(`${endpointId}:${documentId}`, { endpointId, documentId });
  return [...chains.values()];
}

const WAKING: ReadonlySet<string> = new Set(
  [webhookEndpointResumed, webhookTestSent, webhookReplayed].map(({ type }) => type),
);

/** The chains of endpoints of which the log says that they have something to send again. */
async function woken({ db }: Session, events: readonly LoggedEvent[]): Promise<Chain[]> {
  const ids = events.filter(({ type }) => WAKING.has(type)).map(({ documentId }) => documentId);
  if (ids.length === 0) return [];
  return db
    .selectFrom('WebhookDelivery')
    .select(['endpointId', 'documentId'])
    .distinct()
    .where('endpointId', 'in', [...new Set(ids)])
    .where('status', '=', 'PENDING')
    .execute();
}

/** Runs `work` in a transaction; what it answers false to is rolled back. */
function inTransaction(
  database: Database,
  work: (session: Session) => Promise<boolean>,
): Promise<boolean> {
  return database.session(async (session) => {
    await session.execute('begin');
    const isDone = await work(session);
    await session.execute(isDone ? 'commit' : 'rollback');
    return isDone;
  });
}

/**
 * Makes deliveries of the next events, with their jobs, in the one transaction that moves the
 * cursor: whatever process ends when, each is made once. Answers whether there may be more.
 */
export async function dispatch({ database, feed, queue, clock }: DispatchingParts) {
  const from = await cursorOf(database, CURSOR);
  const events = await feed.events(from, PAGE);
  const last = events.at(-1);
  if (!last) return false;
  // Read after the events: whoever was set up before one of them is seen.
  const endpoints = await liveEndpoints(database);
  const deliveries = deliveriesOf(endpoints, events, clock());
  await inTransaction(database, async (session) => {
    if (!(await advance(session, CURSOR, from, last.position))) return false;
    await insert(session, deliveries);
    const chains = [...chainsOf(deliveries, endpoints), ...(await woken(session, events))];
    await queue.add(session, chains);
    return true;
  });
  return true;
}

/** Follows the log without looking at it, as long as nobody is sent anything. */
export async function skipAhead({ database, feed }: DispatchingParts): Promise<void> {
  const from = await cursorOf(database, CURSOR);
  const latest = await feed.latest();
  if (latest <= from || (await liveEndpoints(database)).length > 0) return;
  await inTransaction(database, (session) => advance(session, CURSOR, from, latest));
}

/** Moves a replay on, or ends it. False when another process did. */
async function moveReplay(
  { db }: Session,
  { id, position }: Row<'WebhookReplay'>,
  reached: number,
  isOver: boolean,
): Promise<boolean> {
  if (isOver) {
    const ended = db.deleteFrom('WebhookReplay').where('id', '=', id);
    const { numDeletedRows } = await ended
      .where('position', '=', position)
      .executeTakeFirstOrThrow();
    return numDeletedRows === 1n;
  }
  const moved = db.updateTable('WebhookReplay').set({ position: reached }).where('id', '=', id);
  const { numUpdatedRows } = await moved.where('position', '=', position).executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Sends a page of one part of the log again. Answers whether there may be more. */
export async function replayPage({ database, feed, queue, clock }: DispatchingParts) {
  const asked = await database.db
    .selectFrom('WebhookReplay')
    .selectAll()
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  if (!asked) return false;
  const found = await feed.events(asked.position, PAGE);
  const events = found.filter(({ position }) => position <= asked.lastPosition);
  const own = (await liveEndpoints(database)).filter(({ id }) => id === asked.endpointId);
  const now = clock();
  const deliveries = events.flatMap((event) =>
    own.filter((one) => triggers(one, event)).map((one) => delivery(one, event, now)),
  );
  const reached = found.at(-1)?.position ?? asked.lastPosition;
  const isOver = own.length === 0 || reached >= asked.lastPosition || found.length < PAGE;
  await inTransaction(database, async (session) => {
    if (!(await moveReplay(session, asked, reached, isOver))) return false;
    await insertAgain(session, deliveries, now);
    await queue.add(session, chainsOf(deliveries, own));
    return true;
  });
  return true;
}
