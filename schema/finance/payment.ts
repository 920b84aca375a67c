import { paymentLifecycle } from '../../modules/finance/index.js';
import { choice, choices, date, decimal, instant, money, text } from '../columns.js';
import { documented } from '../common.js';
import { edge, noun } from '../noun.js';
import './errors.js';

export const PaymentStatus = choices('PaymentStatus', 'What has become of a payment.', {
  DRAFT: 'It is noted and not in the books.',
  POSTED: 'It is in the books, and something of it is on account.',
  APPLIED: 'All of it settles invoices, or pays out credit notes.',
  RECONCILED: 'It is found on the statement of the bank.',
  REVERSED: 'It is undone; what it settled is open again.',
});

export const PaymentDirection = choices('PaymentDirection', 'Which way the money went.', {
  RECEIVED: 'It came: a customer paid, or a supplier refunded.',
  PAID: 'It went: a supplier was paid, or a customer refunded.',
});

export const Payment = noun('Payment', {
  description: 'Money that came from a customer or was paid to a supplier, or a refund of it.',
  permission: 'finance.payment.read',
  company: 'companyId',
  lookups: { number: true },
  document: { lifecycle: paymentLifecycle, verbs: ['post', 'allocate', 'reverse'] },
  columns: {
    ...documented,
    number: text('The number, from the series of its company.'),
    direction: choice(PaymentDirection, 'Which way the money went.'),
    status: choice(PaymentStatus, 'What has become of it.'),
    currency: text('The ISO 4217 code of its currency.'),
    exchangeRate: decimal("What one unit of its currency is in the company's base currency."),
    amount: money('How much came, or was paid.', 'currency'),
    allocated: money('How much of it settles invoices, or pays out credit notes.', 'currency'),
    reference: text('The words or number of whoever paid.', { isNullable: true }),
    documentOn: date('The day the money came or went.'),
    postedOn: date('The business day on which it went into the books.', { isNullable: true }),
  },
});

export const PaymentAllocation = noun('PaymentAllocation', {
  description:
    'The part of a payment that settles an invoice, or of a refund that pays out a credit note; ' +
    'below zero when it was taken back.',
  permission: 'finance.payment.read',
  company: 'companyId',
  columns: {
    amount: money('How much of the invoice or credit note it settles.', 'currency'),
    exchangeDifference: money(
      "Gain, or loss below zero, against the document's rate.",
      'baseCurrency',
    ),
    postedOn: date('The business day of the settlement.'),
    createdAt: instant('When it was entered.'),
  },
});

edge(Payment, 'allocations', {
  to: PaymentAllocation,
  many: true,
  by: 'paymentId',
  description: 'What it settles.',
});
edge(PaymentAllocation, 'payment', {
  to: Payment,
  by: 'paymentId',
  description: 'The payment that settles.',
});
