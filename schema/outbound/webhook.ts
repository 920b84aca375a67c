import { webhookEndpointLifecycle } from '../../modules/outbound/index.js';
import { Actor, seenActor } from '../auth/actor.js';
import { choice, choices, decimal, instant, integer, text, texts } from '../columns.js';
import { documented } from '../common.js';
import { edge, noun } from '../noun.js';

const WebhookEndpointStatus = choices('WebhookEndpointStatus', 'The state of an endpoint.', {
  ACTIVE: 'Facts are sent as they happen.',
  PAUSED: 'Nothing is sent; what happens is kept and sent after.',
  ARCHIVED: 'Out of use for good.',
});

const WebhookDeliveryStatus = choices('WebhookDeliveryStatus', 'What became of a delivery.', {
  PENDING: 'It waits, for its turn or for its next attempt.',
  DELIVERED: 'The endpoint took it.',
  SKIPPED: 'Nothing was sent: its owner may not see it, or its condition does not hold.',
  FAILED: 'It was tried for 72 hours and given up.',
});

const WebhookOutcome = choices('WebhookOutcome', 'How an attempt ended.', {
  DELIVERED: 'The endpoint answered with a status of 200 to 299.',
  REFUSED: 'The endpoint answered with another status; redirects are not followed.',
  UNREACHABLE: 'No connection came about, or it broke.',
  TIMED_OUT: 'No answer came in time.',
  ADDRESS_REFUSED: 'Its host leads to an address that nothing is sent to.',
});

export const WebhookEndpoint = noun('WebhookEndpoint', {
  description: 'Where facts of one noun are sent. Its secret is told once, when it is made.',
  permission: 'outbound.webhookEndpoint.read',
  company: null,
  seenBy: (alias, companies) => seenActor(`${alias}."ownerId"`, companies),
  document: { lifecycle: webhookEndpointLifecycle },
  columns: {
    ...documented,
    name: text('What it is for.'),
    url: text('The address that messages are posted to.'),
    noun: text('The noun whose facts are sent.'),
    factTypes: texts('The types of facts that are sent; none means all of the noun.'),
    changedFields: texts('Only facts that changed one of these are sent; none means all.'),
    document: text('The query that tells of the document, of one variable `$id`.', {
      isNullable: true,
    }),
    where: text('The condition that the document must meet when it is told of.', {
      isNullable: true,
    }),
    status: choice(WebhookEndpointStatus, 'Whether facts are sent.'),
    failuresInRow: integer('Attempts that failed since the last that did not.'),
    brokenUntil: instant('After ten failures in a row nothing is sent until then.', {
      isNullable: true,
    }),
  },
});

export const WebhookDelivery = noun('WebhookDelivery', {
  description: 'One fact on its way to one endpoint.',
  permission: 'outbound.webhookDelivery.read',
  company: null,
  seenBy: (alias, companies) =>
    `exists (select 1 from "WebhookEndpoint" we where we.id = ${alias}."endpointId"
      and ${seenActor('we."ownerId"', companies)})`,
  columns: {
    createdAt: instant('When it was made of the event.'),
    position: decimal('The position of the event in the log; 0 for a test.'),
    type: text('The type of the fact.'),
    documentVersion: integer('The version of the document that the fact told of.'),
    changedFields: texts('The fields that the fact told to have changed.'),
    occurredAt: instant('When the fact became true.'),
    status: choice(WebhookDeliveryStatus, 'What became of it.'),
    reason: text('Why it was skipped or given up.', { isNullable: true }),
    attemptCount: integer('How often it was tried.'),
    dueAt: instant('When it is tried next, while it waits.'),
    settledAt: instant('When it was delivered, skipped or given up.', { isNullable: true }),
  },
});

export const WebhookAttempt = noun('WebhookAttempt', {
  description: 'One try of a delivery, and what came back.',
  permission: 'outbound.webhookDelivery.read',
  company: null,
  seenBy: (alias, companies) =>
    `exists (select 1 from "WebhookDelivery" wd join "WebhookEndpoint" we
      on we.id = wd."endpointId" where wd.id = ${alias}."deliveryId"
      and ${seenActor('we."ownerId"', companies)})`,
  columns: {
    number: integer('1 for the first.'),
    startedAt: instant('When it began.'),
    milliseconds: integer('How long it took.'),
    outcome: choice(WebhookOutcome, 'How it ended.'),
    httpStatus: integer('The status that was answered.', { isNullable: true }),
    detail: text('The code of what went wrong, or the beginning of a refusing answer.', {
      isNullable: true,
    }),
  },
});

edge(WebhookEndpoint, 'owner', {
  to: Actor,
  by: 'ownerId',
  description: 'With whose rights it reads: who set it up, or changed it last.',
});
edge(WebhookEndpoint, 'deliveries', {
  to: WebhookDelivery,
  many: true,
  by: 'endpointId',
  description: 'What was sent to it and what waits; kept for 30 days.',
});
edge(WebhookDelivery, 'endpoint', {
  to: WebhookEndpoint,
  by: 'endpointId',
  description: 'Where it goes.',
});
edge(WebhookDelivery, 'attempts', {
  to: WebhookAttempt,
  many: true,
  by: 'deliveryId',
  description: 'Each time it was tried.',
});
edge(WebhookAttempt, 'delivery', {
  to: WebhookDelivery,
  by: 'deliveryId',
  description: 'What was tried.',
});
