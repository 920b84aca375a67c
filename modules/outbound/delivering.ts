import type { Database } from '../../prisma/database.js';
import { canSee, type Actor } from '../kernel/index.js';
import { actingFor } from '../auth/index.js';
import { headOf, record, skip, type Head } from './delivery-store.js';
import { webhookTestSent } from './events.js';
import type { Chain, WorkChain } from './job-queue.js';
import { brokenUntil, nextAttemptAt, type RetrySchedule } from './retry.rules.js';
import type { Answer, Sender } from './sending.js';
import { signedHeaders } from './signing.js';

/** What of an event is told by the graph, to whom, by which query and under which condition. */
export interface Rendering {
  readonly actor: Actor;
  readonly documentType: string;
  readonly documentId: string;
  readonly document: string | null;
  readonly where: string | null;
}

/** What the graph makes of it: what is sent, or why nothing is. */
export type Rendered = { readonly told: object } | { readonly skipped: string };
export type Render = (rendering: Rendering) => Promise<Rendered>;

export interface DeliveringParts {
  readonly database: Database;
  readonly render: Render;
  readonly sender: Sender;
  readonly clock: () => Date;
  readonly schedule: RetrySchedule;
  /** A chain is left after so long, so that others have their turn and a lost job is known. */
  readonly chainMs: number;
  readonly onAttempt: (outcome: Answer['outcome'] | 'SKIPPED') => void;
}

const BODY_MAX_BYTES = 1024 * 1024;

/** The message of a delivery as Standard Webhooks lays it out. */
function bodyOf({ delivery }: Head, told: object): string {
  const { eventId, position, documentVersion, changedFields, occurredAt, type } = delivery;
  const data = { eventId, position: String(position), documentVersion, changedFields, ...told };
  return JSON.stringify({ type, timestamp: occurredAt.toISOString(), data });
}

/** What is told of a delivery now, with the rights its owner has now. */
async function render({ database, render: ask }: DeliveringParts, head: Head): Promise<Rendered> {
  const { delivery, endpoint } = head;
  if (delivery.type === webhookTestSent.type && delivery.position === 0)
    return { told: { isTest: true } };
  const actor = await actingFor(database, endpoint.ownerId, endpoint.scopes);
  if (actor === null) return { skipped: 'OWNER_GONE' };
  if (!canSee(actor, delivery.companyId)) return { skipped: 'NOT_VISIBLE' };
  const { documentType, documentId } = delivery;
  const { document, where } = endpoint;
  return ask({ actor, documentType, documentId, document, where });
}

/** Sends the first of a chain, and writes down what came of it. */
async function attempt(parts: DeliveringParts, head: Head): Promise<void> {
  const { database, sender, clock, schedule, onAttempt } = parts;
  const rendered = await render(parts, head);
  const body = 'told' in rendered ? bodyOf(head, rendered.told) : '';
  const isTooLarge = Buffer.byteLength(body) > BODY_MAX_BYTES;
  if (!('told' in rendered) || isTooLarge) {
    const reason = 'told' in rendered ? 'PAYLOAD_TOO_LARGE' : rendered.skipped;
    await skip(database, head.delivery.id, reason, clock());
    onAttempt('SKIPPED');
    return;
  }
  const startedAt = clock();
  const message = { id: `msg_${head.delivery.id}`, sentAt: startedAt, body };
  const headers = {
    ...signedHeaders(message, head.secrets),
    'content-type': 'application/json',
    'user-agent': 'Throughline-Webhooks/1',
  };
  const answer = await sender.post({ url: head.endpoint.url, headers, body });
  const now = clock();
  const milliseconds = Math.max(0, now.getTime() - startedAt.getTime());
  await record(database, {
    ...{ head, answer, startedAt, milliseconds },
    ...consequence(head, answer, now, startedAt, schedule),
  });
  onAttempt(answer.outcome);
}

function consequence(
  { delivery, endpoint }: Head,
  answer: Answer,
  now: Date,
  startedAt: Date,
  schedule: RetrySchedule,
) {
  if (answer.outcome === 'DELIVERED')
    return { status: 'DELIVERED' as const, dueAt: now, brokenUntil: null };
  const failed = {
    attempt: delivery.attemptCount + 1,
    firstTriedAt: delivery.firstTriedAt ?? startedAt,
    now,
    random: Math.random(),
    retryAfterMs: answer.retryAfterMs,
  };
  const again = nextAttemptAt(failed, schedule);
  return {
    status: again === null ? ('FAILED' as const) : ('PENDING' as const),
    dueAt: again ?? now,
    brokenUntil: brokenUntil(endpoint.failuresInRow + 1, now, Math.random(), schedule),
  };
}

/** When the first of a chain may be sent: null at once, false never until something happens. */
function waitsFor({ delivery, endpoint }: Head, now: Date): Date | null | false {
  if (endpoint.status !== 'ACTIVE') return false;
  const at = Math.max(delivery.dueAt.getTime(), endpoint.brokenUntil?.getTime() ?? 0);
  return at > now.getTime() ? new Date(at) : null;
}

/** How far those who wait for one broken endpoint are spread, so that one of them tries it first. */
const SPREAD_MS = 1_000;

/**
 * Sends what a chain has, one after the other: the next goes out when the one before was taken, or
 * given up. A chain of a paused endpoint is left; its resumption takes it up again.
 */
export function chainWork(parts: DeliveringParts, isStopping: () => boolean): WorkChain {
  const { database, clock, chainMs } = parts;
  return async (chain: Chain) => {
    const until = clock().getTime() + chainMs;
    for (;;) {
      if (isStopping() || clock().getTime() >= until) return clock();
      const head = await headOf(database, chain, clock());
      if (head === null) return null;
      const waits = waitsFor(head, clock());
      if (waits === false) return null;
      if (waits !== null) {
        const isBroken = head.endpoint.brokenUntil !== null;
        return new Date(waits.getTime() + (isBroken ? Math.random() * SPREAD_MS : 0));
      }
      await attempt(parts, head);
    }
  };
}
