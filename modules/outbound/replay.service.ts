import { InvalidInput, NotFound } from '../kernel/index.js';
import type { Row, Tx } from '../events/index.js';
import { lockSeen, write, type WebhookEndpoint } from './endpoint.service.js';
import { cleanRange } from './endpoint.rules.js';
import { webhookReplayed } from './events.js';

/** A part of the log, from and to a position, both included. */
export interface ReplayRange {
  readonly endpointId: string;
  readonly fromPosition: string;
  readonly toPosition: string;
}

export interface Replay {
  readonly deliveryId?: string | null;
  readonly range?: ReplayRange | null;
}

interface ReplayAnswer {
  readonly endpoint: WebhookEndpoint;
  readonly delivery: Row<'WebhookDelivery'> | null;
}

function inUse(endpoint: WebhookEndpoint): WebhookEndpoint {
  if (endpoint.status !== 'ARCHIVED') return endpoint;
  const message = 'The endpoint {name} is archived.';
  throw new InvalidInput('ENDPOINT_ARCHIVED', message, { name: endpoint.name });
}

async function one(tx: Tx, deliveryId: string): Promise<ReplayAnswer> {
  const found = await tx.db
    .selectFrom('WebhookDelivery')
    .select('endpointId')
    .where('id', '=', deliveryId)
    .executeTakeFirst();
  if (!found) throw new NotFound('WebhookDelivery', deliveryId);
  const before = inUse(await lockSeen(tx, { id: found.endpointId }));
  const delivery = await tx.db
    .updateTable('WebhookDelivery')
    .set({ status: 'PENDING', reason: null, firstTriedAt: null, settledAt: null, dueAt: tx.now })
    .where('id', '=', deliveryId)
    .returningAll()
    .executeTakeFirstOrThrow();
  const after = await write(tx, before, {});
  const data = { deliveryId, fromPosition: null, toPosition: null };
  tx.emit(webhookReplayed({ before, after, data }));
  return { endpoint: after, delivery };
}

async function all(tx: Tx, { endpointId, ...range }: ReplayRange): Promise<ReplayAnswer> {
  const { first, last } = cleanRange(range.fromPosition, range.toPosition);
  const before = inUse(await lockSeen(tx, { id: endpointId }));
  await tx.db
    .insertInto('WebhookReplay')
    .values({
      id: tx.newId(),
      endpointId,
      position: first - 1,
      lastPosition: last,
      createdAt: tx.now,
    })
    .execute();
  const after = await write(tx, before, {});
  tx.emit(webhookReplayed({ before, after, data: { deliveryId: null, ...range } }));
  return { endpoint: after, delivery: null };
}

/**
 * Sends again what was sent, under the ids it had, and for a range also what never was, such as
 * events from before the endpoint. Exactly one of the two is given: REPLAY_UNCLEAR. NotFound,
 * ENDPOINT_ARCHIVED, RANGE_MALFORMED.
 */
export function replay(tx: Tx, { deliveryId, range }: Replay): Promise<ReplayAnswer> {
  if (deliveryId && !range) return one(tx, deliveryId);
  if (range && !deliveryId) return all(tx, range);
  const message = 'A replay is of one delivery or of one range.';
  return Promise.reject(new InvalidInput('REPLAY_UNCLEAR', message));
}
