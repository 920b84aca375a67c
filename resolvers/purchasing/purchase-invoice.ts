import { furtherVerb } from '../further-verbs.js';
import { purchaseInvoices } from '../../modules/purchasing/index.js';
import { PurchaseInvoice } from '../../schema/purchasing/purchase-invoice.js';
import { PurchaseOrder } from '../../schema/purchasing/purchase-order.js';
import { externalRefsInput, idOf, versionInput, type InputFields } from '../inputs.js';
import { mutation } from '../mutation.js';
import { reads } from '../reads.js';
import { PurchaseInvoiceLineInput } from './purchase-order-input.js';

reads(PurchaseInvoice, { one: 'purchaseInvoice', many: 'purchaseInvoices' });

/** The invoice that a verb moves, as the caller has read it. */
const theInvoice = (t: InputFields) => ({
  id: idOf(t, PurchaseInvoice, { required: true, description: "The supplier's invoice." }),
  expectedVersion: versionInput(t),
});

const postedOn = (t: InputFields) =>
  t.field({ type: 'Date', description: 'The business day: today unless told.' });

mutation('purchaseInvoiceCreate', {
  description:
    "Enters a supplier's invoice of what was received and of the charges, or of what is named, and compares it with the order.",
  permission: 'purchasing.purchaseInvoice.create',
  needsKey: true,
  input: (t) => ({
    purchaseOrderId: idOf(t, PurchaseOrder, { required: true, description: 'The order it bills.' }),
    supplierReference: t.string({
      required: true,
      description: "The supplier's own number; a supplier's is taken once.",
    }),
    documentOn: t.field({
      type: 'Date',
      description: 'The day of the invoice, from which it is due: today unless told.',
    }),
    lines: t.field({
      type: [PurchaseInvoiceLineInput],
      description: 'What is billed: all that can be, as ordered, unless told.',
    }),
    approve: t.boolean({
      description:
        'Approves it at once, when it matches; needs purchasing.purchaseInvoice.approve.',
      extensions: furtherVerb(['purchasing.purchaseInvoice.approve']),
    }),
    post: t.boolean({
      description:
        'Approves and posts it at once, when it matches; needs the permissions of both verbs.',
      extensions: furtherVerb([
        'purchasing.purchaseInvoice.approve',
        'purchasing.purchaseInvoice.post',
      ]),
    }),
    postedOn: postedOn(t),
    externalRefs: externalRefsInput(t),
  }),
  answers: { purchaseInvoice: PurchaseInvoice },
  run: async (tx, input) => ({ purchaseInvoice: await purchaseInvoices.create(tx, input) }),
});

mutation('purchaseInvoiceApprove', {
  description:
    'Says that an invoice may be posted; one that differs only by somebody else than its maker.',
  permission: 'purchasing.purchaseInvoice.approve',
  input: theInvoice,
  answers: { purchaseInvoice: PurchaseInvoice },
  run: async (tx, input) => ({ purchaseInvoice: await purchaseInvoices.approve(tx, input) }),
});

mutation('purchaseInvoicePost', {
  description: 'Puts an invoice into the books: the supplier is owed, and the order moves on.',
  permission: 'purchasing.purchaseInvoice.post',
  needsKey: true,
  input: (t) => ({ ...theInvoice(t), postedOn: postedOn(t) }),
  answers: { purchaseInvoice: PurchaseInvoice },
  run: async (tx, input) => ({ purchaseInvoice: await purchaseInvoices.post(tx, input) }),
});

mutation('purchaseInvoiceCancel', {
  description: 'Gives up an invoice that is not posted; what it took is free again.',
  permission: 'purchasing.purchaseInvoice.cancel',
  input: theInvoice,
  answers: { purchaseInvoice: PurchaseInvoice },
  run: async (tx, input) => ({ purchaseInvoice: await purchaseInvoices.cancel(tx, input) }),
});
