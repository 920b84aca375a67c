import { purchaseOrderLifecycle, purchaseOrderVerbs } from '../../modules/purchasing/index.js';
import {
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
import { edge, noun, refusedToMaker } from '../noun.js';
import './errors.js';
import './returns-errors.js';

export const PurchaseOrderStatus = choices(
  'PurchaseOrderStatus',
  'What has become of a purchase order.',
  {
    DRAFT: 'It is being written and binds nobody.',
    PENDING_APPROVAL: 'It waits for somebody else than its maker to approve it.',
    SENT: 'The supplier has it.',
    CONFIRMED: 'The supplier has confirmed it.',
    PARTIALLY_RECEIVED: 'Some of it is received or invoiced.',
    RECEIVED: 'All of it is received.',
    INVOICED: 'All of it is received, and what was kept of it is invoiced.',
    CLOSED: 'It has ended; what did not come is given up.',
    CANCELLED: 'It was given up before anything came.',
  },
);

export const PurchaseOrder = noun('PurchaseOrder', {
  description: 'What is ordered from a supplier.',
  permission: 'purchasing.purchaseOrder.read',
  company: 'companyId',
  extensible: 'purchasing.purchaseOrder.change',
  lookups: { number: true, refs: true },
  document: {
    lifecycle: purchaseOrderLifecycle,
    verbs: purchaseOrderVerbs,
    refused: refusedToMaker('approve', 'APPROVER_IS_CREATOR'),
  },
  columns: {
    ...documented,
    number: text('The number, from the series of its company.'),
    status: choice(PurchaseOrderStatus, 'What has become of it.'),
    supplierReference: text("The supplier's own number for it.", { isNullable: true }),
    currency: text('The ISO 4217 code of the currency it is billed in.'),
    exchangeRate: decimal("What one unit of its currency is in the company's base currency."),
    documentOn: date('The day of the order.'),
    requestedOn: date('When it is wanted.', { isNullable: true }),
    confirmedOn: date('When the supplier confirmed it last.', { isNullable: true }),
    netAmount: money('The sum of its lines before tax.', 'currency'),
    taxAmount: money('The tax on its lines.', 'currency'),
    grossAmount: money('What has to be paid for all of it.', 'currency'),
    rejectReason: text('Why it was not approved.', { isNullable: true }),
    cancelReason: text('Why it was cancelled.', { isNullable: true }),
  },
});

export const PurchaseLineKind = choices('PurchaseLineKind', 'What a line buys.', {
  ITEM: 'An item, which is received and billed.',
  CHARGE: 'Something billed beside the goods, such as freight.',
});

export const PurchaseOrderLineStatus = choices(
  'PurchaseOrderLineStatus',
  'How far a line has come.',
  {
    OPEN: 'Nothing of it is received.',
    PARTIALLY_RECEIVED: 'Some of it is received.',
    RECEIVED: 'All of it is received.',
    INVOICED: 'All of it is received, and what was kept of it is invoiced.',
    CLOSED: 'It ended with its order; what did not come is given up.',
    CANCELLED: 'It was given up with its order.',
  },
);

export const PurchaseOrderLine = noun('PurchaseOrderLine', {
  description: 'A line of a purchase order: so much of an item, or a charge.',
  permission: 'purchasing.purchaseOrder.read',
  company: 'companyId',
  extensible: 'purchasing.purchaseOrder.change',
  columns: {
    position: integer('Its place in the order, from 1.'),
    kind: choice(PurchaseLineKind, 'What it buys.'),
    status: choice(PurchaseOrderLineStatus, 'How far it has come.'),
    description: text('What is bought, as it is printed.'),
    quantity: quantity('How much is ordered.', 'unit'),
    received: quantity('How much of it is received.', 'unit'),
    invoiced: quantity('How much of it is invoiced.', 'unit'),
    returned: quantity('How much of what was received went back to the supplier.', 'unit'),
    withdrawn: quantity('How much of that was not invoiced, so that it never is.', 'unit'),
    credited: quantity('How much of what was invoiced is credited.', 'unit'),
    unitPrice: money('What one unit costs before discount and tax.', 'currency'),
    discountPercent: decimal('Percent taken off the price.'),
    netAmount: money('What the line costs before tax.', 'currency'),
    taxAmount: money('The tax on it.', 'currency'),
    tolerancePercent: decimal('How many percent more than was ordered are taken in.'),
    receivedValue: decimal(
      "What of it is received and not invoiced is worth, in the company's base currency.",
    ),
    returnedValue: decimal(
      "What was invoiced, went back and is not credited is worth, in the company's base currency.",
    ),
    requestedOn: date('When it is wanted.', { isNullable: true }),
    promisedOn: date('When the supplier promised it.', { isNullable: true }),
    expectedOn: date(
      "When it can be there by the supplier's lead time; null unless it was bought as short.",
      { isNullable: true },
    ),
    createdAt: instant('When it was entered.'),
  },
});

edge(PurchaseOrder, 'lines', {
  to: PurchaseOrderLine,
  many: true,
  by: 'purchaseOrderId',
  description: 'What is ordered.',
});
edge(PurchaseOrderLine, 'purchaseOrder', {
  to: PurchaseOrder,
  by: 'purchaseOrderId',
  description: 'The order it belongs to.',
});
