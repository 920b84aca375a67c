import { orderStatusLinks } from '../../modules/sales/index.js';
import { builder } from '../../schema/builder.js';
import { OrderStatus, OrderStatusLink } from '../../schema/sales/order-status.js';
import { SalesOrder } from '../../schema/sales/sales-order.js';
import { idOf, versionInput } from '../inputs.js';
import { mutation } from '../mutation.js';
import { reads } from '../reads.js';
import { stream } from '../stream.js';

reads(OrderStatusLink, { one: 'orderStatusLink', many: 'orderStatusLinks' });

builder.queryField('orderStatus', (t) =>
  t.field({
    type: OrderStatus.ref,
    description: 'The status of the order that your link is for; null when you hold no link.',
    resolve: (_root, _args, { actor, reader }, info) =>
      actor.linkedId === undefined ? null : reader.load(OrderStatus, actor.linkedId, info),
  }),
);

stream<object>('orderStatusChanged', {
  description: 'Follows the status of the order that your link is for.',
  permission: 'sales.orderStatus.read',
  noun: OrderStatus,
  args: () => ({}),
  follow: (_args, { actor: { linkedId } }) =>
    Promise.resolve({
      hears: linkedId === undefined ? [] : [`${OrderStatus.table} ${linkedId}`],
      documentOf: ({ documentType, documentId }) =>
        documentType === OrderStatus.table && documentId === linkedId ? documentId : null,
      filtered: new Set(),
      snapshot: (_context, before) =>
        Promise.resolve(before === null && linkedId !== undefined ? [linkedId] : []),
    }),
});

mutation('orderStatusLinkCreate', {
  description:
    "Makes a link that opens one order's status to somebody without an account, and nothing else.",
  permission: 'sales.orderStatusLink.create',
  input: (t) => ({
    salesOrderId: idOf(t, SalesOrder, { required: true, description: 'The order.' }),
    validDays: t.int({ description: 'For how many days, 1 to 366; 90 unless told.' }),
  }),
  answers: { orderStatusLink: OrderStatusLink },
  once: { token: 'The secret, sent as `Authorization: Bearer`. A replay answers null.' },
  run: async (tx, input) => {
    const { link, token } = await orderStatusLinks.create(tx, input);
    return { orderStatusLink: link, once: { token } };
  },
});

mutation('orderStatusLinkRevoke', {
  description: 'Takes a link back; within a second it opens nothing any more.',
  permission: 'sales.orderStatusLink.revoke',
  input: (t) => ({
    id: idOf(t, OrderStatusLink, { required: true, description: 'The link.' }),
    expectedVersion: versionInput(t),
  }),
  answers: { orderStatusLink: OrderStatusLink },
  run: async (tx, input) => ({ orderStatusLink: await orderStatusLinks.revoke(tx, input) }),
});
