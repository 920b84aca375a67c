import { deliveryLifecycle } from '../../modules/sales/index.js';
import { boolean, choice, choices, date, instant, integer, quantity, text } from '../columns.js';
import { documented } from '../common.js';
import { edge, noun } from '../noun.js';
import { keptBy, SalesOrder, SalesOrderLine } from './sales-order.js';

export const DeliveryStatus = choices('DeliveryStatus', 'What has become of a delivery.', {
  DRAFT: 'It is planned.',
  PICKING: 'The goods are being fetched.',
  PACKED: 'The goods are packed.',
  SHIPPED: 'The goods have left.',
  DELIVERED: 'The customer has the goods.',
  CANCELLED: 'It was given up before the goods left.',
});

export const Delivery = noun('Delivery', {
  description: 'Goods that leave for a customer.',
  permission: 'sales.delivery.read',
  company: 'companyId',
  lookups: { number: true },
  document: { lifecycle: deliveryLifecycle, keptBy },
  columns: {
    ...documented,
    number: text('The number, from the series of its company.'),
    status: choice(DeliveryStatus, 'What has become of it.'),
    documentOn: date('The day of the delivery note.'),
    postedOn: date('The business day on which the goods left.', { isNullable: true }),
    trackingNumber: text("The carrier's number for it.", { isNullable: true }),
    isHistoric: boolean('Whether it left in the system before: no stock of ours moved.'),
  },
});

export const DeliveryLine = noun('DeliveryLine', {
  description: 'So much of one line of the order in a delivery.',
  permission: 'sales.delivery.read',
  company: 'companyId',
  columns: {
    position: integer('Its place in the delivery, from 1.'),
    quantity: quantity('How much is delivered.', 'unit'),
    createdAt: instant('When it was entered.'),
  },
});

edge(Delivery, 'lines', {
  to: DeliveryLine,
  many: true,
  by: 'deliveryId',
  description: 'What it brings.',
});
edge(Delivery, 'salesOrder', {
  to: SalesOrder,
  by: 'salesOrderId',
  description: 'The order it delivers.',
});
edge(DeliveryLine, 'delivery', {
  to: Delivery,
  by: 'deliveryId',
  description: 'The delivery it belongs to.',
});
edge(DeliveryLine, 'salesOrderLine', {
  to: SalesOrderLine,
  by: 'salesOrderLineId',
  description: 'The line of the order that it delivers.',
});
edge(SalesOrder, 'deliveries', {
  to: Delivery,
  many: true,
  by: 'salesOrderId',
  description: 'What is delivered of it.',
});
edge(SalesOrderLine, 'deliveryLines', {
  to: DeliveryLine,
  many: true,
  by: 'salesOrderLineId',
  description: 'How it is delivered.',
});
