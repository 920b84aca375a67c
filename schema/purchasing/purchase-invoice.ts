import { decimal as exact, localDateAt } from '../../modules/kernel/index.js';
import {
  openPayable,
  payableSettlementOn,
  purchaseInvoiceLifecycle,
} from '../../modules/purchasing/index.js';
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
import { computed, edge, noun } from '../noun.js';
import { Settlement, SettlementStatus } from '../sales/sales-invoice.js';
import { Money } from '../values.js';
import { PurchaseLineKind, PurchaseOrder, PurchaseOrderLine } from './purchase-order.js';

export const PurchaseInvoiceStatus = choices(
  'PurchaseInvoiceStatus',
  "What has become of a supplier's invoice.",
  {
    DRAFT: 'It is entered and not approved.',
    APPROVED: 'It may be posted.',
    POSTED: 'It is in the books and owed.',
    CANCELLED: 'It was given up before it was posted.',
  },
);

export const InvoiceMatch = choices(
  'InvoiceMatch',
  'Whether a bill is what was ordered and received.',
  {
    MATCHED: 'It bills what was ordered at the price that was agreed.',
    WITHIN_TOLERANCE: 'It differs, and no more than the company lets pass.',
    DIFFERS: 'It differs: somebody else than its maker has to approve it.',
  },
);

export const PurchaseInvoice = noun('PurchaseInvoice', {
  description: 'What a supplier bills.',
  permission: 'purchasing.purchaseInvoice.read',
  company: 'companyId',
  lookups: { number: true, refs: true },
  document: {
    lifecycle: purchaseInvoiceLifecycle,
    refused: {
      needs: ['match', 'createdById'],
      reason: (action, { match, createdById }, actorId) =>
        action === 'approve' && match === 'DIFFERS' && createdById === actorId
          ? 'APPROVER_IS_CREATOR'
          : null,
    },
  },
  columns: {
    ...documented,
    number: text('Our number, from the series of its company.'),
    supplierReference: text("The supplier's own number; it is taken once."),
    status: choice(PurchaseInvoiceStatus, 'What has become of it.'),
    match: choice(InvoiceMatch, 'Whether it is what was ordered and received.'),
    settlement: choice(Settlement, 'How far it is paid, whatever day it is.'),
    currency: text('The ISO 4217 code of its currency.'),
    exchangeRate: decimal("What one unit of its currency is in the company's base currency."),
    documentOn: date('The day of the invoice.'),
    postedOn: date('The business day on which it went into the books.', { isNullable: true }),
    dueOn: date('By when it is to be paid; null before it is posted.', { isNullable: true }),
    netAmount: money('The sum of its lines before tax.', 'currency'),
    taxAmount: money('The tax on its lines.', 'currency'),
    grossAmount: money('What has to be paid.', 'currency'),
    paidAmount: money('What is paid.', 'currency'),
  },
});

export const PurchaseInvoiceLine = noun('PurchaseInvoiceLine', {
  description: "So much of one line of the order on a supplier's invoice.",
  permission: 'purchasing.purchaseInvoice.read',
  company: 'companyId',
  columns: {
    position: integer('Its place on the invoice, from 1.'),
    kind: choice(PurchaseLineKind, 'What it bills.'),
    description: text('What is billed, as it is printed.'),
    quantity: quantity('How much is billed.', 'unit'),
    unitPrice: money('What one unit costs after discount and before tax.', 'currency'),
    netAmount: money('What the line costs before tax.', 'currency'),
    taxAmount: money('The tax on it.', 'currency'),
    received: decimal(
      "What goods received, not invoiced held for it, in the company's base currency; null before posting.",
      { isNullable: true },
    ),
    toStock: decimal(
      'What of its price difference stock that was still there bears, in base currency; null before posting.',
      { isNullable: true },
    ),
    createdAt: instant('When it was entered.'),
  },
});

type Debt = Parameters<typeof payableSettlementOn>[0];

computed(PurchaseInvoice, 'settlementStatus', {
  description: "How far it is paid, as seen today in the company's time zone.",
  type: SettlementStatus,
  needs: ['companyId', 'status', 'settlement', 'dueOn'],
  load: async (rows, _args, reader) => {
    const answer = await reader.query({
      text: 'select id, "timeZone" from "Company" where id = any($1::uuid[])',
      values: [[...new Set(rows.map((row) => row.companyId))]],
    });
    const today = new Map(
      answer.rows.map(([id, timeZone]) => [id, localDateAt(reader.now, timeZone as string)]),
    );
    return rows.map((row) =>
      payableSettlementOn(row as unknown as Debt, today.get(row.companyId)!),
    );
  },
});

computed(PurchaseInvoice, 'openAmount', {
  description: 'What is still owed of it; nothing before it is posted.',
  type: Money,
  needs: ['status', 'grossAmount', 'paidAmount', 'currency'],
  load: (rows) =>
    Promise.resolve(
      rows.map((row) => ({
        amount: openPayable({
          status: String(row.status),
          grossAmount: exact(String(row.grossAmount)),
          paidAmount: exact(String(row.paidAmount)),
        }).toFixed(),
        currency: String(row.currency),
      })),
    ),
});

edge(PurchaseInvoice, 'lines', {
  to: PurchaseInvoiceLine,
  many: true,
  by: 'purchaseInvoiceId',
  description: 'What is billed.',
});
edge(PurchaseInvoice, 'purchaseOrder', {
  to: PurchaseOrder,
  by: 'purchaseOrderId',
  description: 'The order it bills; null for one that was open when the company began here.',
});
edge(PurchaseInvoiceLine, 'purchaseInvoice', {
  to: PurchaseInvoice,
  by: 'purchaseInvoiceId',
  description: 'The invoice it belongs to.',
});
edge(PurchaseInvoiceLine, 'purchaseOrderLine', {
  to: PurchaseOrderLine,
  by: 'purchaseOrderLineId',
  description: 'The line of the order that it bills.',
});
edge(PurchaseOrder, 'purchaseInvoices', {
  to: PurchaseInvoice,
  many: true,
  by: 'purchaseOrderId',
  description: 'What is billed of it.',
});
edge(PurchaseOrderLine, 'purchaseInvoiceLines', {
  to: PurchaseInvoiceLine,
  many: true,
  by: 'purchaseOrderLineId',
  description: 'How it is billed.',
});
