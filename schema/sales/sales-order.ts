import { salesOrderLifecycle, salesOrderVerbs } from '../../modules/sales/index.js';
import {
  boolean,
  choice,
  choices,
  date,
  decimal,
  instant,
  integer,
  money,
  quantity,
  text,
} from '../columns.js';
import { documented } from '../common.js';
import { edge, noun } from '../noun.js';
import './errors.js';
import './after-sales-errors.js';

export const SalesOrderStatus = choices('SalesOrderStatus', 'What has become of a sales order.', {
  DRAFT: 'It is being written and promises nothing yet.',
  CONFIRMED: 'It is promised to the customer.',
  IN_FULFILMENT: 'Some of it is shipped.',
  SHIPPED: 'All of it is shipped.',
  INVOICED: 'All of it is shipped and invoiced.',
  CLOSED: 'It has ended; what was not delivered is given up.',
  ON_HOLD: 'Its deliveries are stopped for now.',
  CANCELLED: 'It was given up before anything was shipped.',
});

/** History is read as any other document, and no verb moves it. */
export const keptBy = { column: 'isHistoric', reason: 'HISTORIC_DOCUMENT' };

export const SalesOrder = noun('SalesOrder', {
  description: 'What a customer ordered.',
  permission: 'sales.salesOrder.read',
  company: 'companyId',
  extensible: 'sales.salesOrder.change',
  lookups: { number: true, refs: true },
  document: { lifecycle: salesOrderLifecycle, verbs: salesOrderVerbs, keptBy },
  columns: {
    ...documented,
    number: text('The number, from the series of its company; of history, what it was before.'),
    status: choice(SalesOrderStatus, 'What has become of it.'),
    customerReference: text("The customer's own number for it.", { isNullable: true }),
    currency: text('The ISO 4217 code of the currency it is billed in.'),
    exchangeRate: decimal("What one unit of its currency is in the company's base currency."),
    documentOn: date('The day of the order.'),
    requestedOn: date('When the customer wants it.', { isNullable: true }),
    promisedOn: date('When the last of it is promised; null before it is confirmed.', {
      isNullable: true,
    }),
    netAmount: money('The sum of its lines before tax.', 'currency'),
    taxAmount: money('The tax on its lines.', 'currency'),
    grossAmount: money('What the customer has to pay for all of it.', 'currency'),
    paidAmount: money('What is paid of its invoices, or settled by credit notes.', 'currency'),
    holdReason: text('Why it is on hold.', { isNullable: true }),
    cancelReason: text('Why it was cancelled.', { isNullable: true }),
    isHistoric: boolean(
      'Whether it was finished in the system before: it posts, moves and reserves nothing.',
    ),
  },
});

export const SalesLineKind = choices('SalesLineKind', 'What a line sells.', {
  ITEM: 'An item, which is shipped and billed.',
  CHARGE: 'Something billed beside the goods, such as freight.',
});

export const SalesOrderLineStatus = choices('SalesOrderLineStatus', 'How far a line has come.', {
  OPEN: 'Nothing of it is shipped.',
  PARTIALLY_SHIPPED: 'Some of it is shipped.',
  SHIPPED: 'All of it is shipped.',
  INVOICED: 'All of it is shipped and invoiced.',
  CANCELLED: 'It was given up, alone or with its order.',
});

export const SalesOrderLine = noun('SalesOrderLine', {
  description: 'A line of a sales order: so much of an item, or a charge.',
  permission: 'sales.salesOrder.read',
  company: 'companyId',
  extensible: 'sales.salesOrder.change',
  columns: {
    position: integer('Its place in the order, from 1.'),
    kind: choice(SalesLineKind, 'What it sells.'),
    status: choice(SalesOrderLineStatus, 'How far it has come.'),
    description: text('What is sold, as it is printed.'),
    quantity: quantity('How much is ordered.', 'unit'),
    planned: quantity('How much of it work orders make, what is made included.', 'unit'),
    produced: quantity('How much of it work orders have made.', 'unit'),
    reserved: quantity('How much of it lies ready in stock.', 'unit'),
    shipped: quantity('How much of it is shipped.', 'unit'),
    returned: quantity('How much of it came back.', 'unit'),
    invoiced: quantity('How much of it is invoiced.', 'unit'),
    credited: quantity('How much of it is credited.', 'unit'),
    unitPrice: money('What one unit costs before discount and tax.', 'currency'),
    discountPercent: decimal('Percent taken off the price.'),
    quotedUnitCost: decimal(
      'What one unit was estimated to cost, in base currency; null unless quoted.',
      {
        permission: 'sales.quoteCost.read',
        isNullable: true,
      },
    ),
    netAmount: money('What the line costs before tax.', 'currency'),
    taxAmount: money('The tax on it.', 'currency'),
    requestedOn: date('When the customer wants it.', { isNullable: true }),
    promisedOn: date('When it is promised.', { isNullable: true }),
    createdAt: instant('When it was entered.'),
  },
});

edge(SalesOrder, 'lines', {
  to: SalesOrderLine,
  many: true,
  by: 'salesOrderId',
  description: 'What is ordered.',
});
edge(SalesOrderLine, 'salesOrder', {
  to: SalesOrder,
  by: 'salesOrderId',
  description: 'The order it belongs to.',
});
