import { salesInvoices } from '../../modules/sales/index.js';
import { SalesInvoice } from '../../schema/sales/sales-invoice.js';
import { SalesOrder } from '../../schema/sales/sales-order.js';
import { furtherVerb } from '../further-verbs.js';
import { idOf, versionInput, type InputFields } from '../inputs.js';
import { mutation } from '../mutation.js';
import { reads } from '../reads.js';
import { LineQuantityInput } from './sales-order-input.js';

reads(SalesInvoice, { one: 'salesInvoice', many: 'salesInvoices' });

/** The invoice that a verb moves, as the caller has read it. */
const theInvoice = (t: InputFields) => ({
  id: idOf(t, SalesInvoice, { required: true, description: 'The sales invoice.' }),
  expectedVersion: versionInput(t),
});

mutation('salesInvoiceCreate', {
  description:
    'Drafts an invoice of what was shipped and of the charges, or of what is named. It may be posted at once.',
  permission: 'sales.salesInvoice.create',
  input: (t) => ({
    salesOrderId: idOf(t, SalesOrder, { required: true, description: 'The order to bill.' }),
    documentOn: t.field({
      type: 'Date',
      description: 'The day of the invoice: today unless told.',
    }),
    lines: t.field({
      type: [LineQuantityInput],
      description: 'What is billed: all that can be unless told.',
    }),
    approve: t.boolean({
      description: 'Approves it at once; needs the permission sales.salesInvoice.approve.',
      extensions: furtherVerb(['sales.salesInvoice.approve'], { needsKey: false }),
    }),
    post: t.boolean({
      description:
        'Approves and posts it at once; needs sales.salesInvoice.approve and sales.salesInvoice.post.',
      extensions: furtherVerb(['sales.salesInvoice.approve', 'sales.salesInvoice.post']),
    }),
    postedOn: t.field({
      type: 'Date',
      description: 'When it is posted at once: the business day, its own day unless told.',
    }),
  }),
  answers: { salesInvoice: SalesInvoice },
  run: async (tx, input) => ({ salesInvoice: await salesInvoices.create(tx, input) }),
});

mutation('salesInvoiceApprove', {
  description: 'Says that an invoice may be posted.',
  permission: 'sales.salesInvoice.approve',
  input: theInvoice,
  answers: { salesInvoice: SalesInvoice },
  run: async (tx, input) => ({ salesInvoice: await salesInvoices.approve(tx, input) }),
});

mutation('salesInvoicePost', {
  description: 'Bills the customer: the invoice gets its number and goes into the books.',
  permission: 'sales.salesInvoice.post',
  needsKey: true,
  input: (t) => ({
    ...theInvoice(t),
    postedOn: t.field({ type: 'Date', description: 'The business day: today unless told.' }),
  }),
  answers: { salesInvoice: SalesInvoice },
  run: async (tx, input) => ({ salesInvoice: await salesInvoices.post(tx, input) }),
});

mutation('salesInvoiceCancel', {
  description: 'Gives up an invoice that is not posted; its quantities can be billed again.',
  permission: 'sales.salesInvoice.cancel',
  input: theInvoice,
  answers: { salesInvoice: SalesInvoice },
  run: async (tx, input) => ({ salesInvoice: await salesInvoices.cancel(tx, input) }),
});
