import { creditNotes } from '../../modules/sales/index.js';
import { builder } from '../../schema/builder.js';
import { CreditNote } from '../../schema/sales/credit-note.js';
import { SalesInvoice, SalesInvoiceLine } from '../../schema/sales/sales-invoice.js';
import { SalesReturn } from '../../schema/sales/sales-return.js';
import { furtherVerb } from '../further-verbs.js';
import { idOf, versionInput, type InputFields } from '../inputs.js';
import { mutation } from '../mutation.js';
import { reads } from '../reads.js';

reads(CreditNote, { one: 'creditNote', many: 'creditNotes' });

const CreditedLineInput = builder.inputType('CreditedLineInput', {
  description: 'What of a line of the invoice is credited: so much of it, an amount, or both.',
  fields: (t) => ({
    salesInvoiceLineId: idOf(t, SalesInvoiceLine, {
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
  }),
});

const CreditNoteAllocationInput = builder.inputType('CreditNoteAllocationInput', {
  description: "How much of a credit note's rest settles an invoice.",
  fields: (t) => ({
    salesInvoiceId: idOf(t, SalesInvoice, { required: true, description: 'The invoice.' }),
    amount: t.field({
      type: 'Decimal',
      required: true,
      description: "How much, in the credit note's currency.",
    }),
  }),
});

/** The credit note that a verb moves, as the caller has read it. */
const theNote = (t: InputFields) => ({
  id: idOf(t, CreditNote, { required: true, description: 'The credit note.' }),
  expectedVersion: versionInput(t),
});

mutation('creditNoteCreate', {
  description: 'Takes back a posted invoice in part or in full, at its own rate.',
  permission: 'sales.creditNote.create',
  input: (t) => ({
    salesInvoiceId: idOf(t, SalesInvoice, { required: true, description: 'The invoice.' }),
    salesReturnId: idOf(t, SalesReturn, {
      description: 'The return that is credited: what came back by it unless lines are told.',
    }),
    reason: t.string({ required: true, description: 'Why; it is kept with the credit note.' }),
    documentOn: t.field({ type: 'Date', description: 'Its day: today unless told.' }),
    lines: t.field({
      type: [CreditedLineInput],
      description: 'What is credited: all that is left unless told.',
    }),
    approve: t.boolean({
      description: 'Approves it at once; needs the permission sales.creditNote.approve.',
      extensions: furtherVerb(['sales.creditNote.approve'], { needsKey: false }),
    }),
    post: t.boolean({
      description:
        'Approves and posts it at once; needs sales.creditNote.approve and sales.creditNote.post.',
      extensions: furtherVerb(['sales.creditNote.approve', 'sales.creditNote.post']),
    }),
    postedOn: t.field({
      type: 'Date',
      description: 'When it is posted at once: the business day, its own day unless told.',
    }),
  }),
  answers: { creditNote: CreditNote },
  run: async (tx, input) => ({ creditNote: await creditNotes.create(tx, input) }),
});

mutation('creditNoteApprove', {
  description: 'Says that a credit note may be posted.',
  permission: 'sales.creditNote.approve',
  input: theNote,
  answers: { creditNote: CreditNote },
  run: async (tx, input) => ({ creditNote: await creditNotes.approve(tx, input) }),
});

mutation('creditNotePost', {
  description:
    'Credits the customer: the note gets its number, settles what is open of the invoice and goes into the books.',
  permission: 'sales.creditNote.post',
  needsKey: true,
  input: (t) => ({
    ...theNote(t),
    postedOn: t.field({ type: 'Date', description: 'The business day: today unless told.' }),
  }),
  answers: { creditNote: CreditNote },
  run: async (tx, input) => ({ creditNote: await creditNotes.post(tx, input) }),
});

mutation('creditNoteAllocate', {
  description: 'Settles open invoices of the customer with what is left of a posted credit note.',
  permission: 'sales.creditNote.allocate',
  needsKey: true,
  input: (t) => ({
    ...theNote(t),
    allocations: t.field({
      type: [CreditNoteAllocationInput],
      required: true,
      description: 'What it settles: invoices in its company and currency.',
    }),
    postedOn: t.field({ type: 'Date', description: 'The business day: today unless told.' }),
  }),
  answers: { creditNote: CreditNote },
  run: async (tx, input) => ({ creditNote: await creditNotes.allocate(tx, input) }),
});

mutation('creditNoteCancel', {
  description: 'Gives up a credit note that is not posted.',
  permission: 'sales.creditNote.cancel',
  input: theNote,
  answers: { creditNote: CreditNote },
  run: async (tx, input) => ({ creditNote: await creditNotes.cancel(tx, input) }),
});
