import { purchaseCreditNotes } from '../../modules/purchasing/index.js';
import { builder } from '../../schema/builder.js';
import { PurchaseCreditNote } from '../../schema/purchasing/purchase-credit-note.js';
import { PurchaseInvoice, PurchaseInvoiceLine } from '../../schema/purchasing/purchase-invoice.js';
import { PurchaseReturn } from '../../schema/purchasing/purchase-return.js';
import { furtherVerb } from '../further-verbs.js';
import { idOf, versionInput, type InputFields } from '../inputs.js';
import { mutation } from '../mutation.js';
import { reads } from '../reads.js';

reads(PurchaseCreditNote, { one: 'purchaseCreditNote', many: 'purchaseCreditNotes' });

const PurchaseCreditedLineInput = builder.inputType('PurchaseCreditedLineInput', {
  description:
    "What of a line of a supplier's invoice is credited: so much of it, an amount, or both.",
  fields: (t) => ({
    purchaseInvoiceLineId: idOf(t, PurchaseInvoiceLine, {
      required: true,
      description: 'The line of the invoice.',
    }),
    quantity: t.field({
      type: 'Decimal',
      description: "How much of it, in the line's unit; the price alone is credited without.",
    }),
    netAmount: t.field({
      type: 'Decimal',
      description: "How much before tax: the quantity's share of what is left unless told.",
    }),
    taxAmount: t.field({
      type: 'Decimal',
      description: 'The tax as the supplier wrote it: its share of what is left unless told.',
    }),
  }),
});

const PurchaseCreditNoteAllocationInput = builder.inputType('PurchaseCreditNoteAllocationInput', {
  description: "How much of a supplier's credit note's rest settles an invoice.",
  fields: (t) => ({
    purchaseInvoiceId: idOf(t, PurchaseInvoice, { required: true, description: 'The invoice.' }),
    amount: t.field({
      type: 'Decimal',
      required: true,
      description: "How much, in the credit note's currency.",
    }),
  }),
});

/** The credit note that a verb moves, as the caller has read it. */
const theNote = (t: InputFields) => ({
  id: idOf(t, PurchaseCreditNote, { required: true, description: 'The credit note.' }),
  expectedVersion: versionInput(t),
});

mutation('purchaseCreditNoteCreate', {
  description: "Enters a supplier's credit note of a posted invoice, at the invoice's rate.",
  permission: 'purchasing.purchaseCreditNote.create',
  needsKey: true,
  input: (t) => ({
    purchaseInvoiceId: idOf(t, PurchaseInvoice, { required: true, description: 'The invoice.' }),
    purchaseReturnId: idOf(t, PurchaseReturn, {
      description: 'The return that is credited: what went back by it unless lines are told.',
    }),
    supplierReference: t.string({
      required: true,
      description: "The supplier's own number; a supplier's is taken once.",
    }),
    reason: t.string({ required: true, description: 'Why; it is kept with the credit note.' }),
    documentOn: t.field({ type: 'Date', description: 'Its day: today unless told.' }),
    lines: t.field({
      type: [PurchaseCreditedLineInput],
      description: 'What is credited: all that went back by the return unless told.',
    }),
    approve: t.boolean({
      description:
        'Approves it at once; needs the permission purchasing.purchaseCreditNote.approve.',
      extensions: furtherVerb(['purchasing.purchaseCreditNote.approve'], { needsKey: false }),
    }),
    post: t.boolean({
      description:
        'Approves and posts it at once; needs purchasing.purchaseCreditNote.approve and purchasing.purchaseCreditNote.post.',
      extensions: furtherVerb([
        'purchasing.purchaseCreditNote.approve',
        'purchasing.purchaseCreditNote.post',
      ]),
    }),
    postedOn: t.field({
      type: 'Date',
      description: 'When it is posted at once: the business day, its own day unless told.',
    }),
  }),
  answers: { purchaseCreditNote: PurchaseCreditNote },
  run: async (tx, input) => ({ purchaseCreditNote: await purchaseCreditNotes.create(tx, input) }),
});

mutation('purchaseCreditNoteApprove', {
  description: 'Says that a credit note may be posted.',
  permission: 'purchasing.purchaseCreditNote.approve',
  input: theNote,
  answers: { purchaseCreditNote: PurchaseCreditNote },
  run: async (tx, input) => ({ purchaseCreditNote: await purchaseCreditNotes.approve(tx, input) }),
});

mutation('purchaseCreditNotePost', {
  description:
    'Puts a credit note into the books: it settles what is open of the invoice, and the rest stands to our credit.',
  permission: 'purchasing.purchaseCreditNote.post',
  needsKey: true,
  input: (t) => ({
    ...theNote(t),
    postedOn: t.field({ type: 'Date', description: 'The business day: today unless told.' }),
  }),
  answers: { purchaseCreditNote: PurchaseCreditNote },
  run: async (tx, input) => ({ purchaseCreditNote: await purchaseCreditNotes.post(tx, input) }),
});

mutation('purchaseCreditNoteAllocate', {
  description: 'Settles open invoices of the supplier with what is left of a posted credit note.',
  permission: 'purchasing.purchaseCreditNote.allocate',
  needsKey: true,
  input: (t) => ({
    ...theNote(t),
    allocations: t.field({
      type: [PurchaseCreditNoteAllocationInput],
      required: true,
      description: 'What it settles: invoices in its company and currency.',
    }),
    postedOn: t.field({ type: 'Date', description: 'The business day: today unless told.' }),
  }),
  answers: { purchaseCreditNote: PurchaseCreditNote },
  run: async (tx, input) => ({ purchaseCreditNote: await purchaseCreditNotes.allocate(tx, input) }),
});

mutation('purchaseCreditNoteCancel', {
  description: 'Gives up a credit note that is not posted.',
  permission: 'purchasing.purchaseCreditNote.cancel',
  input: theNote,
  answers: { purchaseCreditNote: PurchaseCreditNote },
  run: async (tx, input) => ({ purchaseCreditNote: await purchaseCreditNotes.cancel(tx, input) }),
});
