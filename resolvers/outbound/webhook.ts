import { webhookDeliveries, webhookEndpoints } from '../../modules/outbound/index.js';
import { builder } from '../../schema/builder.js';
import { nounNamed } from '../../schema/noun.js';
import { WebhookAttempt, WebhookDelivery, WebhookEndpoint } from '../../schema/outbound/webhook.js';
import { idOf, notCleared, versionInput, type InputFields } from '../inputs.js';
import { mutation } from '../mutation.js';
import { list, reads } from '../reads.js';

reads(WebhookEndpoint, { one: 'webhookEndpoint', many: 'webhookEndpoints' });
reads(WebhookDelivery, { one: 'webhookDelivery', many: 'webhookDeliveries' });
list(WebhookAttempt, 'webhookAttempts', 'Each attempt of each delivery.');

const SECRET =
  'What messages are signed with, as Standard Webhooks writes it. A replay answers null.';

const told = (t: InputFields) => ({
  factTypes: t.stringList({
    description: 'Types of facts, such as `sales.salesOrderConfirmed`; none means all.',
  }),
  changedFields: t.stringList({
    description: 'Only facts that changed one of these fields; none means all.',
  }),
  document: t.string({
    description:
      'A query of one variable `$id: ID!`, the document; its answer is sent as `data.payload`.',
  }),
  where: t.string({
    description: 'A condition as the filter of the noun takes it: `{status: {eq: CONFIRMED}}`.',
  }),
});

const named = (t: InputFields) => ({
  id: idOf(t, WebhookEndpoint, { required: true, description: 'The endpoint.' }),
  expectedVersion: versionInput(t),
});

const orNone = <T>(value: T | null | undefined) => value ?? undefined;

mutation('webhookEndpointCreate', {
  description: 'Sets up where facts of a noun are sent, from now on and with your rights.',
  permission: 'outbound.webhookEndpoint.create',
  input: (t) => ({
    name: t.string({ required: true, description: 'What it is for.' }),
    url: t.string({ required: true, description: 'The address, https for the public network.' }),
    noun: t.string({ required: true, description: 'The noun, such as `SalesOrder`.' }),
    ...told(t),
  }),
  answers: { webhookEndpoint: WebhookEndpoint },
  once: { secret: SECRET },
  run: async (tx, { noun, factTypes, changedFields, ...input }, { checkPayload }) => {
    const { endpoint, secret } = await webhookEndpoints.create(
      tx,
      {
        ...input,
        noun: nounNamed(noun)?.table ?? noun,
        factTypes: orNone(factTypes),
        changedFields: orNone(changedFields),
      },
      checkPayload,
    );
    return { webhookEndpoint: endpoint, once: { secret } };
  },
});

mutation('webhookEndpointChange', {
  description: 'Changes what is sent, or where; it reads with your rights from then on.',
  permission: 'outbound.webhookEndpoint.change',
  input: (t) => ({
    ...named(t),
    name: t.string({ description: 'What it is for.' }),
    url: t.string({ description: 'The address, https for the public network.' }),
    ...told(t),
  }),
  answers: { webhookEndpoint: WebhookEndpoint },
  run: async (tx, input, { checkPayload }) => ({
    webhookEndpoint: await webhookEndpoints.change(
      tx,
      notCleared(input, 'name', 'url', 'factTypes', 'changedFields'),
      checkPayload,
    ),
  }),
});

mutation('webhookEndpointPause', {
  description: 'Stops sending; what happens meanwhile is kept and sent after.',
  permission: 'outbound.webhookEndpoint.pause',
  input: named,
  answers: { webhookEndpoint: WebhookEndpoint },
  run: async (tx, input) => ({ webhookEndpoint: await webhookEndpoints.pause(tx, input) }),
});

mutation('webhookEndpointResume', {
  description: 'Sends on from where it was stopped, whatever failed before.',
  permission: 'outbound.webhookEndpoint.resume',
  input: named,
  answers: { webhookEndpoint: WebhookEndpoint },
  run: async (tx, input) => ({ webhookEndpoint: await webhookEndpoints.resume(tx, input) }),
});

mutation('webhookEndpointArchive', {
  description: 'Takes an endpoint out of use for good; its history stays.',
  permission: 'outbound.webhookEndpoint.archive',
  input: named,
  answers: { webhookEndpoint: WebhookEndpoint },
  run: async (tx, input) => ({ webhookEndpoint: await webhookEndpoints.archive(tx, input) }),
});

mutation('webhookEndpointRotateSecret', {
  description: 'Gives another secret; the last one signs beside it for a while.',
  permission: 'outbound.webhookEndpoint.rotateSecret',
  input: (t) => ({
    ...named(t),
    overlapHours: t.int({
      description: 'For how long the last secret signs as well: 0 to 168, 24 when not said.',
    }),
  }),
  answers: { webhookEndpoint: WebhookEndpoint },
  once: { secret: SECRET },
  run: async (tx, input) => {
    const { endpoint, secret } = await webhookEndpoints.rotateSecret(tx, input);
    return { webhookEndpoint: endpoint, once: { secret } };
  },
});

mutation('webhookEndpointTestSend', {
  description: 'Sends a message that nothing has happened for, on the same way as all others.',
  permission: 'outbound.webhookEndpoint.testSend',
  input: named,
  answers: { webhookEndpoint: WebhookEndpoint, webhookDelivery: WebhookDelivery },
  run: async (tx, input) => {
    const { endpoint, delivery } = await webhookEndpoints.testSend(tx, input);
    return { webhookEndpoint: endpoint, webhookDelivery: delivery };
  },
});

const WebhookReplayRange = builder.inputType('WebhookReplayRange', {
  description: 'A part of the log, for one endpoint.',
  fields: (t) => ({
    endpointId: idOf(t, WebhookEndpoint, { required: true, description: 'The endpoint.' }),
    fromPosition: t.field({ type: 'Decimal', required: true, description: 'The first position.' }),
    toPosition: t.field({ type: 'Decimal', required: true, description: 'The last position.' }),
  }),
});

mutation('webhookReplay', {
  description: 'Sends one delivery again, or all that a part of the log has for an endpoint.',
  permission: 'outbound.webhookDelivery.replay',
  input: (t) => ({
    deliveryId: idOf(t, WebhookDelivery, { description: 'One delivery.' }),
    range: t.field({ type: WebhookReplayRange, description: 'Or a part of the log.' }),
  }),
  answers: { webhookEndpoint: WebhookEndpoint, webhookDelivery: WebhookDelivery },
  run: async (tx, { deliveryId, range }) => {
    const { endpoint, delivery } = await webhookDeliveries.replay(tx, {
      deliveryId,
      range: range && {
        endpointId: range.endpointId,
        fromPosition: range.fromPosition.toFixed(),
        toPosition: range.toPosition.toFixed(),
      },
    });
    return { webhookEndpoint: endpoint, webhookDelivery: delivery };
  },
});
