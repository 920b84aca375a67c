import { decimal as exact, localDateAt } from '../../modules/kernel/index.js';
import { openAmount, salesInvoiceLifecycle, settlementOn } from '../../modules/sales/index.js';
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
import { computed, edge, noun } from '../noun.js';
import { Money } from '../values.js';
import { keptBy, SalesLineKind, SalesOrder, SalesOrderLine } from './sales-order.js';

export const SalesInvoiceStatus = choices('SalesInvoiceStatus', 'What has become of an invoice.', {
  DRAFT: 'It is being written.',
  APPROVED: 'It may be posted.',
  POSTED: 'It is in the books and with the customer.',
  CANCELLED: 'It was given up before it was posted.',
});

export const Settlement = choices('Settlement', 'How far an invoice is paid, as it is kept.', {
  UNPAID: 'Nothing of it is paid.',
  PARTIALLY_PAID: 'Some of it is paid.',
  PAID: 'All of it is paid.',
});

export const SettlementStatus = choices('SettlementStatus', 'How far an invoice is paid today.', {
  UNPAID: 'Nothing of it is paid.',
  PARTIALLY_PAID: 'Some of it is paid.',
  PAID: 'All of it is paid.',
  OVERDUE: 'Not all of it is paid, and the day it was due has passed.',
});

export const SalesInvoice = noun('SalesInvoice', {
  description: 'What a customer is billed.',
  permission: 'sales.salesInvoice.read',
  company: 'companyId',
  lookups: { number: true },
  document: { lifecycle: salesInvoiceLifecycle, keptBy },
  columns: {
    ...documented,
    number: text('The number, given at posting without gaps; null before, or of history unknown.', {
      isNullable: true,
    }),
    status: choice(SalesInvoiceStatus, 'What has become of it.'),
    settlement: choice(Settlement, 'How far it is paid, whatever day it is.'),
    currency: text('The ISO 4217 code of its currency.'),
    exchangeRate: decimal("What one unit of its currency is in the company's base currency."),
    documentOn: date('The day of the invoice.'),
    postedOn: date('The business day on which it went into the books.', { isNullable: true }),
    dueOn: date('By when it is to be paid; null before it is posted.', { isNullable: true }),
    netAmount: money('The sum of its lines before tax.', 'currency'),
    taxAmount: money('The tax on its lines.', 'currency'),
    grossAmount: money('What the customer has to pay.', 'currency'),
    paidAmount: money('What is paid, or settled by credit notes.', 'currency'),
    isHistoric: boolean('Whether it was paid in the system before: no books of ours know it.'),
    paidOn: date('When history says it was paid; null where payments tell it.', {
      isNullable: true,
    }),
  },
});

export const SalesInvoiceLine = noun('SalesInvoiceLine', {
  description: 'So much of one line of the order on an invoice.',
  permission: 'sales.salesInvoice.read',
  company: 'companyId',
  columns: {
    position: integer('Its place on the invoice, from 1.'),
    kind: choice(SalesLineKind, 'What it bills.'),
    description: text('What is billed, as it is printed.'),
    quantity: quantity('How much is billed.', 'unit'),
    unitPrice: money('What one unit costs before discount and tax.', 'currency'),
    netAmount: money('What the line costs before tax.', 'currency'),
    taxAmount: money('The tax on it.', 'currency'),
    createdAt: instant('When it was entered.'),
  },
});

type Claim = Parameters<typeof settlementOn>[0];

computed(SalesInvoice, 'settlementStatus', {
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
    return rows.map((row) => settlementOn(row as unknown as Claim, today.get(row.companyId)!));
  },
});

computed(SalesInvoice, 'openAmount', {
  description: 'What the customer still owes of it; nothing before it is posted.',
  type: Money,
  needs: ['status', 'grossAmount', 'paidAmount', 'currency'],
  load: (rows) =>
    Promise.resolve(
      rows.map((row) => ({
        amount: openAmount({
          status: String(row.status),
          grossAmount: exact(String(row.grossAmount)),
          paidAmount: exact(String(row.paidAmount)),
        }).toFixed(),
        currency: String(row.currency),
      })),
    ),
});

edge(SalesInvoice, 'lines', {
  to: SalesInvoiceLine,
  many: true,
  by: 'salesInvoiceId',
  description: 'What is billed.',
});
edge(SalesInvoice, 'salesOrder', {
  to: SalesOrder,
  by: 'salesOrderId',
  description: 'The order it bills; null for one that was open when the company began here.',
});
edge(SalesInvoiceLine, 'salesInvoice', {
  to: SalesInvoice,
  by: 'salesInvoiceId',
  description: 'The invoice it belongs to.',
});
edge(SalesInvoiceLine, 'salesOrderLine', {
  to: SalesOrderLine,
  by: 'salesOrderLineId',
  description: 'The line of the order that it bills.',
});
edge(SalesOrder, 'salesInvoices', {
  to: SalesInvoice,
  many: true,
  by: 'salesOrderId',
  description: 'What is billed of it.',
});
edge(SalesOrderLine, 'salesInvoiceLines', {
  to: SalesInvoiceLine,
  many: true,
  by: 'salesOrderLineId',
  description: 'How it is billed.',
});
