/** What the holder of a link sees of one order: how far it is, and neither prices nor names. */
import type { ReadNoun } from '../../prisma/reader/index.js';
import { choice, date, instant, integer, quantity, text } from '../columns.js';
import { versioned } from '../common.js';
import { edge, noun } from '../noun.js';
import {
  SalesLineKind,
  SalesOrder,
  SalesOrderLineStatus,
  SalesOrderStatus,
} from './sales-order.js';

/** Only rows of the one order that the caller's link is for. */
const ofLinked =
  (column: string): NonNullable<ReadNoun['readBy']> =>
  (alias, { linkedId }, bind) =>
    `${alias}."${column}" = any(${bind(linkedId === undefined ? [] : [linkedId], 'uuid[]')})`;

export const OrderStatus = noun('OrderStatus', {
  description: 'How far an order is, for whoever holds a link to it.',
  permission: 'sales.orderStatus.read',
  company: 'companyId',
  table: 'SalesOrder',
  readBy: ofLinked('id'),
  columns: {
    number: text('The number of the order.'),
    status: choice(SalesOrderStatus, 'What has become of it.'),
    customerReference: text("The customer's own number for it.", { isNullable: true }),
    documentOn: date('The day of the order.'),
    requestedOn: date('When the customer wants it.', { isNullable: true }),
    promisedOn: date('When the last of it is promised; null before it is confirmed.', {
      isNullable: true,
    }),
    updatedAt: instant('When it was changed last.'),
  },
});

export const OrderStatusLine = noun('OrderStatusLine', {
  description: 'How far a line of an order is, for whoever holds a link to the order.',
  permission: 'sales.orderStatus.read',
  company: 'companyId',
  table: 'SalesOrderLine',
  readBy: ofLinked('salesOrderId'),
  columns: {
    position: integer('Its place in the order, from 1.'),
    kind: choice(SalesLineKind, 'What it sells.'),
    status: choice(SalesOrderLineStatus, 'How far it has come.'),
    description: text('What is sold.'),
    ordered: quantity('How much is ordered.', 'unit', { column: 'quantity' }),
    produced: quantity('How much of it is made for the order.', 'unit'),
    ready: quantity('How much of it lies ready in stock.', 'unit', { column: 'reserved' }),
    shipped: quantity('How much of it is shipped.', 'unit'),
    invoiced: quantity('How much of it is invoiced.', 'unit'),
    requestedOn: date('When the customer wants it.', { isNullable: true }),
    promisedOn: date('When it is promised.', { isNullable: true }),
  },
});

edge(OrderStatus, 'lines', {
  to: OrderStatusLine,
  many: true,
  by: 'salesOrderId',
  description: 'What is ordered.',
});

export const OrderStatusLink = noun('OrderStatusLink', {
  description: "A link that opens one order's status to whoever holds it, without an account.",
  permission: 'sales.orderStatusLink.read',
  company: 'companyId',
  columns: {
    ...versioned,
    expiresAt: instant('When it ends by itself.'),
    revokedAt: instant('When it was taken back; null while it may be good.', { isNullable: true }),
  },
});

edge(OrderStatusLink, 'salesOrder', {
  to: SalesOrder,
  by: 'salesOrderId',
  description: 'The order that it opens the status of.',
});
edge(SalesOrder, 'orderStatusLinks', {
  to: OrderStatusLink,
  many: true,
  by: 'salesOrderId',
  description: 'The links by which somebody without an account sees its status.',
});
