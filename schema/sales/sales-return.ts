import { salesReturnLifecycle } from '../../modules/sales/index.js';
import { choice, choices, date, instant, integer, money, quantity, text } from '../columns.js';
import { documented } from '../common.js';
import { edge, noun } from '../noun.js';
import { DeliveryLine } from './delivery.js';
import { SalesOrder, SalesOrderLine } from './sales-order.js';

export const SalesReturnStatus = choices('SalesReturnStatus', 'What has become of a return.', {
  DRAFT: 'The goods are announced.',
  RECEIVED: 'The goods are back on stock.',
  CANCELLED: 'It was given up before the goods came.',
});

export const SalesReturn = noun('SalesReturn', {
  description: 'Goods that a customer sends back.',
  permission: 'sales.salesReturn.read',
  company: 'companyId',
  lookups: { number: true },
  document: { lifecycle: salesReturnLifecycle },
  columns: {
    ...documented,
    number: text('The number, from the series of its company.'),
    status: choice(SalesReturnStatus, 'What has become of it.'),
    reason: text('Why the goods come back.'),
    documentOn: date('The day of the return.'),
    postedOn: date('The business day on which the goods came.', { isNullable: true }),
  },
});

export const SalesReturnLine = noun('SalesReturnLine', {
  description: 'So much of a delivered line that comes back.',
  permission: 'sales.salesReturn.read',
  company: 'companyId',
  columns: {
    position: integer('Its place in the return, from 1.'),
    quantity: quantity('How much comes back.', 'unit'),
    value: money('What stock is worth more by it; null before it is received.', 'currency', {
      isNullable: true,
      permission: 'inventory.stockMove.read',
    }),
    createdAt: instant('When it was entered.'),
  },
});

edge(SalesReturn, 'lines', {
  to: SalesReturnLine,
  many: true,
  by: 'salesReturnId',
  description: 'What comes back.',
});
edge(SalesReturn, 'salesOrder', {
  to: SalesOrder,
  by: 'salesOrderId',
  description: 'The order by which the goods left.',
});
edge(SalesReturnLine, 'salesReturn', {
  to: SalesReturn,
  by: 'salesReturnId',
  description: 'The return it belongs to.',
});
edge(SalesReturnLine, 'salesOrderLine', {
  to: SalesOrderLine,
  by: 'salesOrderLineId',
  description: 'The line of the order by which it left.',
});
edge(SalesReturnLine, 'deliveryLine', {
  to: DeliveryLine,
  by: 'deliveryLineId',
  description: 'The line of the delivery by which it left.',
});
edge(SalesOrder, 'salesReturns', {
  to: SalesReturn,
  many: true,
  by: 'salesOrderId',
  description: 'What came back of it.',
});
edge(SalesOrderLine, 'salesReturnLines', {
  to: SalesReturnLine,
  many: true,
  by: 'salesOrderLineId',
  description: 'How it came back.',
});
edge(DeliveryLine, 'salesReturnLines', {
  to: SalesReturnLine,
  many: true,
  by: 'deliveryLineId',
  description: 'How it came back.',
});
