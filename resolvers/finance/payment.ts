import { payments } from '../../modules/finance/index.js';
import { builder } from '../../schema/builder.js';
import { Customer } from '../../schema/crm/customer.js';
import { Payment } from '../../schema/finance/payment.js';
import { Company } from '../../schema/platform/company.js';
import { PurchaseCreditNote } from '../../schema/purchasing/purchase-credit-note.js';
import { PurchaseInvoice } from '../../schema/purchasing/purchase-invoice.js';
import { Supplier } from '../../schema/purchasing/supplier.js';
import { CreditNote } from '../../schema/sales/credit-note.js';
import { SalesInvoice } from '../../schema/sales/sales-invoice.js';
import { idOf, versionInput, type InputFields } from '../inputs.js';
import { mutation } from '../mutation.js';
import { reads } from '../reads.js';

reads(Payment, { one: 'payment', many: 'payments' });

const PaymentAllocationInput = builder.inputType('PaymentAllocationInput', {
  description: 'How much of a payment settles an invoice, or pays out a credit note.',
  fields: (t) => ({
    salesInvoiceId: idOf(t, SalesInvoice, { description: 'The invoice that a customer pays.' }),
    purchaseInvoiceId: idOf(t, PurchaseInvoice, { description: 'The bill that we pay.' }),
    creditNoteId: idOf(t, CreditNote, {
      description: 'The credit note of which a customer is refunded what is left.',
    }),
    purchaseCreditNoteId: idOf(t, PurchaseCreditNote, {
      description: 'The credit note of which a supplier refunds what is left.',
    }),
    amount: t.field({
      type: 'Decimal',
      required: true,
      description: "How much, in the payment's currency.",
    }),
  }),
});

/** The payment that a verb moves, as the caller has read it. */
const thePayment = (t: InputFields) => ({
  id: idOf(t, Payment, { required: true, description: 'The payment.' }),
  expectedVersion: versionInput(t),
});

const moneyFields = (t: InputFields) => ({
  companyId: idOf(t, Company, { required: true, description: 'The company whose money it is.' }),
  amount: t.field({ type: 'Decimal', required: true, description: 'How much; above zero.' }),
  currency: t.string({ required: true, description: 'The ISO 4217 code of its currency.' }),
  exchangeRate: t.field({
    type: 'Decimal',
    description: "What one unit of it is in base currency: the day's rate unless told.",
  }),
  documentOn: t.field({
    type: 'Date',
    required: true,
    description: 'The day the money came or went.',
  }),
  reference: t.string({ description: 'The words or number of whoever paid.' }),
});

const receivedFields = (t: InputFields) => ({
  ...moneyFields(t),
  customerId: idOf(t, Customer, { required: true, description: 'Who pays.' }),
});

const postedOn = (t: InputFields) =>
  t.field({
    type: 'Date',
    description: 'The business day: that on which the money came or went unless told.',
  });

const allocations = (t: InputFields) =>
  t.field({
    type: [PaymentAllocationInput],
    description: 'What it settles; the rest stays on account.',
  });

mutation('paymentReceive', {
  description: 'Receives money from a customer: it goes into the books and settles invoices.',
  permission: 'finance.payment.receive',
  needsKey: true,
  input: (t) => ({ ...receivedFields(t), postedOn: postedOn(t), allocations: allocations(t) }),
  answers: { payment: Payment },
  run: async (tx, input) => ({ payment: await payments.receive(tx, input) }),
});

mutation('paymentMake', {
  description: 'Pays a supplier: it goes into the books and settles bills.',
  permission: 'finance.payment.make',
  needsKey: true,
  input: (t) => ({
    ...moneyFields(t),
    supplierId: idOf(t, Supplier, { required: true, description: 'Who is paid.' }),
    postedOn: postedOn(t),
    allocations: allocations(t),
  }),
  answers: { payment: Payment },
  run: async (tx, input) => ({ payment: await payments.make(tx, input) }),
});

mutation('paymentReceiveRefund', {
  description:
    'Receives money back from a supplier: it goes into the books and takes off credit notes.',
  permission: 'finance.payment.receiveRefund',
  needsKey: true,
  input: (t) => ({
    ...moneyFields(t),
    supplierId: idOf(t, Supplier, { required: true, description: 'Who refunds.' }),
    postedOn: postedOn(t),
    allocations: allocations(t),
  }),
  answers: { payment: Payment },
  run: async (tx, input) => ({ payment: await payments.receiveRefund(tx, input) }),
});

mutation('paymentMakeRefund', {
  description: 'Pays money back to a customer: it goes into the books and takes off credit notes.',
  permission: 'finance.payment.makeRefund',
  needsKey: true,
  input: (t) => ({
    ...moneyFields(t),
    customerId: idOf(t, Customer, { required: true, description: 'Who is refunded.' }),
    postedOn: postedOn(t),
    allocations: allocations(t),
  }),
  answers: { payment: Payment },
  run: async (tx, input) => ({ payment: await payments.makeRefund(tx, input) }),
});

mutation('paymentCreate', {
  description: 'Notes money that is expected or has come, without posting it.',
  permission: 'finance.payment.create',
  input: receivedFields,
  answers: { payment: Payment },
  run: async (tx, input) => ({ payment: await payments.create(tx, input) }),
});

mutation('paymentPost', {
  description: 'Posts a payment that was noted, and settles invoices with it.',
  permission: 'finance.payment.post',
  needsKey: true,
  input: (t) => ({ ...thePayment(t), postedOn: postedOn(t), allocations: allocations(t) }),
  answers: { payment: Payment },
  run: async (tx, input) => ({ payment: await payments.post(tx, input) }),
});

mutation('paymentAllocate', {
  description:
    'Settles invoices, or credit notes by a refund, with what is left of a posted payment.',
  permission: 'finance.payment.allocate',
  needsKey: true,
  input: (t) => ({
    ...thePayment(t),
    allocations: t.field({
      type: [PaymentAllocationInput],
      required: true,
      description: 'What it settles.',
    }),
    postedOn: t.field({ type: 'Date', description: 'The business day: today unless told.' }),
  }),
  answers: { payment: Payment },
  run: async (tx, input) => ({ payment: await payments.allocate(tx, input) }),
});

mutation('paymentReverse', {
  description: 'Undoes a posted payment: what it settled is open again.',
  permission: 'finance.payment.reverse',
  needsKey: true,
  input: (t) => ({
    ...thePayment(t),
    postedOn: t.field({ type: 'Date', description: 'The business day: today unless told.' }),
    reason: t.string({ required: true, description: 'Why; it is kept with the vouchers.' }),
  }),
  answers: { payment: Payment },
  run: async (tx, input) => ({ payment: await payments.reverse(tx, input) }),
});
