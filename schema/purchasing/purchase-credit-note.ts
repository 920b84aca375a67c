import { decimal as exact, unallocated } from '../../modules/kernel/index.js';
import { purchaseCreditNoteLifecycle } from '../../modules/purchasing/index.js';
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
import { Money } from '../values.js';
import { PurchaseInvoice, PurchaseInvoiceLine } from './purchase-invoice.js';
import { PurchaseLineKind, PurchaseOrder, PurchaseOrderLine } from './purchase-order.js';
import { PurchaseReturn } from './purchase-return.js';

export const PurchaseCreditNoteStatus = choices(
  'PurchaseCreditNoteStatus',
  "What has become of a supplier's credit note.",
  {
    DRAFT: 'It is entered and not approved.',
    APPROVED: 'It may be posted.',
    POSTED: 'It is in the books.',
    CANCELLED: 'It was given up before it was posted.',
  },
);

export const PurchaseCreditNote = noun('PurchaseCreditNote', {
  description: 'What a supplier takes back of an invoice, in part or in full.',
  permission: 'purchasing.purchaseCreditNote.read',
  company: 'companyId',
  lookups: { number: true },
  document: { lifecycle: purchaseCreditNoteLifecycle },
  columns: {
    ...documented,
    number: text('Our number, from the series of its company.'),
    supplierReference: text("The supplier's own number; it is taken once."),
    status: choice(PurchaseCreditNoteStatus, 'What has become of it.'),
    reason: text('Why we are credited.'),
    currency: text('The ISO 4217 code of its currency, as of its invoice.'),
    exchangeRate: decimal('What one unit of its currency is in base currency, as of its invoice.'),
    documentOn: date('The day of the credit note.'),
    postedOn: date('The business day on which it went into the books.', { isNullable: true }),
    netAmount: money('The sum of its lines before tax.', 'currency'),
    taxAmount: money('The tax on its lines.', 'currency'),
    grossAmount: money('What we are credited.', 'currency'),
    settledAmount: money("What of it took the invoice's open amount away.", 'currency'),
    allocatedAmount: money('What of the rest settled other invoices.', 'currency'),
    refundedAmount: money('What of the rest the supplier paid out.', 'currency'),
  },
});

export const PurchaseCreditNoteLine = noun('PurchaseCreditNoteLine', {
  description: 'What of one line of the invoice is credited.',
  permission: 'purchasing.purchaseCreditNote.read',
  company: 'companyId',
  columns: {
    position: integer('Its place on the credit note, from 1.'),
    kind: choice(PurchaseLineKind, 'What it credits.'),
    description: text('What is credited, as it is printed.'),
    quantity: quantity('How much is credited; zero when only the price is.', 'unit'),
    unitPrice: money('What one unit was billed at before discount and tax.', 'currency'),
    netAmount: money('What is credited before tax.', 'currency'),
    taxAmount: money('The tax on it.', 'currency'),
    returned: decimal(
      "What goods sent back stood for, in the company's base currency; null before posting.",
      { isNullable: true },
    ),
    toStock: decimal(
      'What of a lower price stock that was still there bears, in base currency; null before posting.',
      { isNullable: true },
    ),
    createdAt: instant('When it was entered.'),
  },
});

export const PurchaseCreditNoteAllocation = noun('PurchaseCreditNoteAllocation', {
  description: "The part of a supplier's credit note's rest that settles an invoice.",
  permission: 'purchasing.purchaseCreditNote.read',
  company: 'companyId',
  columns: {
    amount: money('How much of the invoice it settles.', 'currency'),
    postedOn: date('The business day of the settlement.'),
    createdAt: instant('When it was entered.'),
  },
});

computed(PurchaseCreditNote, 'unallocatedAmount', {
  description: 'What is left of it to our credit; nothing before it is posted.',
  type: Money,
  needs: [
    ...['status', 'grossAmount', 'settledAmount', 'allocatedAmount', 'refundedAmount'],
    'currency',
  ],
  load: (rows) =>
    Promise.resolve(
      rows.map((row) => ({
        amount: unallocated({
          status: String(row.status),
          grossAmount: exact(String(row.grossAmount)),
          settledAmount: exact(String(row.settledAmount)),
          allocatedAmount: exact(String(row.allocatedAmount)),
          refundedAmount: exact(String(row.refundedAmount)),
        }).toFixed(),
        currency: String(row.currency),
      })),
    ),
});

edge(PurchaseCreditNote, 'allocations', {
  to: PurchaseCreditNoteAllocation,
  many: true,
  by: 'purchaseCreditNoteId',
  description: 'What its rest settles.',
});
edge(PurchaseCreditNoteAllocation, 'purchaseCreditNote', {
  to: PurchaseCreditNote,
  by: 'purchaseCreditNoteId',
  description: 'The credit note that settles.',
});
edge(PurchaseCreditNoteAllocation, 'purchaseInvoice', {
  to: PurchaseInvoice,
  by: 'purchaseInvoiceId',
  description: 'The invoice that is settled.',
});
edge(PurchaseInvoice, 'purchaseCreditNoteAllocations', {
  to: PurchaseCreditNoteAllocation,
  many: true,
  by: 'purchaseInvoiceId',
  description: 'Which credit notes of other invoices settled it.',
});

edge(PurchaseCreditNote, 'lines', {
  to: PurchaseCreditNoteLine,
  many: true,
  by: 'purchaseCreditNoteId',
  description: 'What is credited.',
});
edge(PurchaseCreditNote, 'purchaseInvoice', {
  to: PurchaseInvoice,
  by: 'purchaseInvoiceId',
  description: 'The invoice it takes back.',
});
edge(PurchaseCreditNote, 'purchaseOrder', {
  to: PurchaseOrder,
  by: 'purchaseOrderId',
  description: 'The order that was billed.',
});
edge(PurchaseCreditNote, 'purchaseReturn', {
  to: PurchaseReturn,
  by: 'purchaseReturnId',
  description: 'The return it credits; null when no goods went back.',
});
edge(PurchaseCreditNoteLine, 'purchaseCreditNote', {
  to: PurchaseCreditNote,
  by: 'purchaseCreditNoteId',
  description: 'The credit note it belongs to.',
});
edge(PurchaseCreditNoteLine, 'purchaseInvoiceLine', {
  to: PurchaseInvoiceLine,
  by: 'purchaseInvoiceLineId',
  description: 'The line of the invoice that it credits.',
});
edge(PurchaseCreditNoteLine, 'purchaseOrderLine', {
  to: PurchaseOrderLine,
  by: 'purchaseOrderLineId',
  description: 'The line of the order that it credits.',
});
for (const [noun, by] of [
  [PurchaseInvoice, 'purchaseInvoiceId'],
  [PurchaseOrder, 'purchaseOrderId'],
  [PurchaseReturn, 'purchaseReturnId'],
] as const)
  edge(noun, 'purchaseCreditNotes', {
    to: PurchaseCreditNote,
    many: true,
    by,
    description: 'What was credited of it.',
  });
for (const [noun, by] of [
  [PurchaseInvoiceLine, 'purchaseInvoiceLineId'],
  [PurchaseOrderLine, 'purchaseOrderLineId'],
] as const)
  edge(noun, 'purchaseCreditNoteLines', {
    to: PurchaseCreditNoteLine,
    many: true,
    by,
    description: 'How it was credited.',
  });
