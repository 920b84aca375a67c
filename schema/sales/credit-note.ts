import { decimal as exact, unallocated } from '../../modules/kernel/index.js';
import { creditNoteLifecycle } from '../../modules/sales/index.js';
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
import { SalesInvoice, SalesInvoiceLine } from './sales-invoice.js';
import { SalesLineKind, SalesOrder, SalesOrderLine } from './sales-order.js';
import { SalesReturn } from './sales-return.js';

export const CreditNoteStatus = choices('CreditNoteStatus', 'What has become of a credit note.', {
  DRAFT: 'It is being written.',
  APPROVED: 'It may be posted.',
  POSTED: 'It is in the books and with the customer.',
  CANCELLED: 'It was given up before it was posted.',
});

export const CreditNote = noun('CreditNote', {
  description: 'What takes back an invoice in part or in full.',
  permission: 'sales.creditNote.read',
  company: 'companyId',
  lookups: { number: true },
  document: { lifecycle: creditNoteLifecycle },
  columns: {
    ...documented,
    number: text('The number, given at posting without gaps; null before.', { isNullable: true }),
    status: choice(CreditNoteStatus, 'What has become of it.'),
    reason: text('Why the customer is credited.'),
    currency: text('The ISO 4217 code of its currency, as of its invoice.'),
    exchangeRate: decimal('What one unit of its currency is in base currency, as of its invoice.'),
    documentOn: date('The day of the credit note.'),
    postedOn: date('The business day on which it went into the books.', { isNullable: true }),
    netAmount: money('The sum of its lines before tax.', 'currency'),
    taxAmount: money('The tax on its lines.', 'currency'),
    grossAmount: money('What the customer is credited.', 'currency'),
    settledAmount: money("What of it took the invoice's open amount away.", 'currency'),
    allocatedAmount: money('What of the rest settled other invoices.', 'currency'),
    refundedAmount: money('What of the rest was paid out to the customer.', 'currency'),
  },
});

export const CreditNoteLine = noun('CreditNoteLine', {
  description: 'What of one line of the invoice is credited.',
  permission: 'sales.creditNote.read',
  company: 'companyId',
  columns: {
    position: integer('Its place on the credit note, from 1.'),
    kind: choice(SalesLineKind, 'What it credits.'),
    description: text('What is credited, as it is printed.'),
    quantity: quantity('How much is credited; zero when only the price is.', 'unit'),
    unitPrice: money('What one unit was billed at before discount and tax.', 'currency'),
    netAmount: money('What is credited before tax.', 'currency'),
    taxAmount: money('The tax on it.', 'currency'),
    createdAt: instant('When it was entered.'),
  },
});

export const CreditNoteAllocation = noun('CreditNoteAllocation', {
  description: "The part of a credit note's rest that settles an invoice.",
  permission: 'sales.creditNote.read',
  company: 'companyId',
  columns: {
    amount: money('How much of the invoice it settles.', 'currency'),
    postedOn: date('The business day of the settlement.'),
    createdAt: instant('When it was entered.'),
  },
});

computed(CreditNote, 'unallocatedAmount', {
  description: "What is left of it to the customer's credit; nothing before it is posted.",
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

edge(CreditNote, 'allocations', {
  to: CreditNoteAllocation,
  many: true,
  by: 'creditNoteId',
  description: 'What its rest settles.',
});
edge(CreditNoteAllocation, 'creditNote', {
  to: CreditNote,
  by: 'creditNoteId',
  description: 'The credit note that settles.',
});
edge(CreditNoteAllocation, 'salesInvoice', {
  to: SalesInvoice,
  by: 'salesInvoiceId',
  description: 'The invoice that is settled.',
});
edge(SalesInvoice, 'creditNoteAllocations', {
  to: CreditNoteAllocation,
  many: true,
  by: 'salesInvoiceId',
  description: 'Which credit notes of other invoices settled it.',
});

edge(CreditNote, 'lines', {
  to: CreditNoteLine,
  many: true,
  by: 'creditNoteId',
  description: 'What is credited.',
});
edge(CreditNote, 'salesInvoice', {
  to: SalesInvoice,
  by: 'salesInvoiceId',
  description: 'The invoice it takes back.',
});
edge(CreditNote, 'salesOrder', {
  to: SalesOrder,
  by: 'salesOrderId',
  description: 'The order that was billed.',
});
edge(CreditNote, 'salesReturn', {
  to: SalesReturn,
  by: 'salesReturnId',
  description: 'The return it credits; null when no goods came back.',
});
edge(CreditNoteLine, 'creditNote', {
  to: CreditNote,
  by: 'creditNoteId',
  description: 'The credit note it belongs to.',
});
edge(CreditNoteLine, 'salesInvoiceLine', {
  to: SalesInvoiceLine,
  by: 'salesInvoiceLineId',
  description: 'The line of the invoice that it credits.',
});
edge(CreditNoteLine, 'salesOrderLine', {
  to: SalesOrderLine,
  by: 'salesOrderLineId',
  description: 'The line of the order that it credits.',
});
for (const [noun, by] of [
  [SalesInvoice, 'salesInvoiceId'],
  [SalesOrder, 'salesOrderId'],
  [SalesReturn, 'salesReturnId'],
] as const)
  edge(noun, 'creditNotes', {
    to: CreditNote,
    many: true,
    by,
    description: 'What was credited of it.',
  });
for (const [noun, by] of [
  [SalesInvoiceLine, 'salesInvoiceLineId'],
  [SalesOrderLine, 'salesOrderLineId'],
] as const)
  edge(noun, 'creditNoteLines', {
    to: CreditNoteLine,
    many: true,
    by,
    description: 'How it was credited.',
  });
