import { journalEntries } from '../../modules/finance/index.js';
import { builder } from '../../schema/builder.js';
import { Account } from '../../schema/finance/account.js';
import {
  JournalEntry,
  JournalEntryLine,
  LedgerEntry,
  LedgerSide,
} from '../../schema/finance/journal-entry.js';
import { Company } from '../../schema/platform/company.js';
import { idOf, versionInput, type InputFields } from '../inputs.js';
import { customFieldsInput } from '../custom-fields.js';
import { mutation } from '../mutation.js';
import { list, one } from '../reads.js';

one(JournalEntry, 'journalEntry', 'One voucher, or null when there is none that you may see.');
list(JournalEntry, 'journalEntries', 'The vouchers: filtered, ordered and paged.');
list(LedgerEntry, 'ledgerEntries', 'The ledger: filtered, ordered and paged.');

/** The voucher that a verb moves, as the caller has read it. */
const theVoucher = (t: InputFields) => ({
  id: idOf(t, JournalEntry, { required: true, description: 'The voucher.' }),
  expectedVersion: versionInput(t),
});

const JournalEntryLineInput = builder.inputType('JournalEntryLineInput', {
  description: 'One side of a manual voucher.',
  fields: (t) => ({
    accountId: idOf(t, Account, { required: true, description: 'The account it moves.' }),
    side: t.field({ type: LedgerSide, required: true, description: 'Which side of it.' }),
    amount: t.field({ type: 'Decimal', required: true, description: 'By how much; above zero.' }),
    currency: t.string({
      description: "The ISO 4217 code of its currency: the company's base currency unless told.",
    }),
    exchangeRate: t.field({
      type: 'Decimal',
      description: 'What one unit of it is in base currency: 1 unless told.',
    }),
    department: t.string({ description: 'The department it is told of.' }),
    project: t.string({ description: 'The project it is told of.' }),
    customFields: customFieldsInput(
      t,
      LedgerEntry,
      'Custom fields that its ledger entry has from the posting on.',
    ),
  }),
});

mutation('journalEntryCreate', {
  description: 'Writes a manual voucher as a draft; it must balance already.',
  permission: 'finance.journalEntry.create',
  input: (t) => ({
    companyId: idOf(t, Company, { required: true, description: 'Whose books it is in.' }),
    documentOn: t.field({
      type: 'Date',
      required: true,
      description: 'The day of the voucher, on which it is posted unless told otherwise.',
    }),
    description: t.string({ required: true, description: 'What it is for.' }),
    lines: t.field({
      type: [JournalEntryLineInput],
      required: true,
      description: 'Its sides, 2 to 250; debits equal credits.',
    }),
    customFields: customFieldsInput(t, JournalEntry),
  }),
  answers: { journalEntry: JournalEntry },
  customFields: {
    noun: JournalEntry,
    answer: 'journalEntry',
    lines: { field: 'lines', noun: JournalEntryLine, by: 'journalEntryId' },
  },
  run: async (tx, input) => ({ journalEntry: await journalEntries.create(tx, input) }),
});

mutation('journalEntryCheck', {
  description: 'Puts a second name under a draft: somebody other than its maker checks it.',
  permission: 'finance.journalEntry.check',
  input: theVoucher,
  answers: { journalEntry: JournalEntry },
  run: async (tx, input) => ({ journalEntry: await journalEntries.check(tx, input) }),
});

mutation('journalEntryPost', {
  description: 'Posts a checked voucher: its lines go into the ledger and stay there.',
  permission: 'finance.journalEntry.post',
  needsKey: true,
  input: (t) => ({
    ...theVoucher(t),
    postedOn: t.field({
      type: 'Date',
      description: 'The business day: that of the voucher unless told.',
    }),
  }),
  answers: { journalEntry: JournalEntry },
  run: async (tx, input) => ({ journalEntry: await journalEntries.post(tx, input) }),
});

mutation('journalEntryReverse', {
  description: 'Undoes a posted manual voucher by another with the same sides below zero.',
  permission: 'finance.journalEntry.reverse',
  needsKey: true,
  input: (t) => ({
    ...theVoucher(t),
    postedOn: t.field({
      type: 'Date',
      description: 'The business day of the reversal: today unless told.',
    }),
    reason: t.string({ required: true, description: 'Why; it is kept with the reversal.' }),
  }),
  answers: { journalEntry: JournalEntry, reversal: JournalEntry },
  run: async (tx, input) => ({
    journalEntry: { id: input.id },
    reversal: await journalEntries.reverse(tx, input),
  }),
});
