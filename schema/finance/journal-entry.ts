import { journalEntryLifecycle } from '../../modules/finance/index.js';
import { choice, choices, date, decimal, instant, integer, money, text } from '../columns.js';
import { documented } from '../common.js';
import { edge, edgeToAny, noun, refusedToMaker } from '../noun.js';
import { livesBy } from '../live.js';
import { Account } from './account.js';
import { FiscalPeriod } from './fiscal-period.js';

export const JournalEntryStatus = choices('JournalEntryStatus', 'What has become of a voucher.', {
  DRAFT: 'It is being written.',
  CHECKED: 'A second person has checked it.',
  POSTED: 'It is in the ledger.',
  REVERSED: 'Another voucher has undone it.',
});

export const JournalEntry = noun('JournalEntry', {
  description: 'A voucher: what the books make of one business fact, or what a person posts.',
  permission: 'finance.journalEntry.read',
  company: 'companyId',
  extensible: 'finance.journalEntry.create',
  document: {
    lifecycle: journalEntryLifecycle,
    refused: refusedToMaker('check', 'MAKER_IS_CHECKER'),
  },
  columns: {
    ...documented,
    voucherWord: text('The word under which it is numbered; null before it is posted.', {
      isNullable: true,
    }),
    number: text('The number, given at posting without gaps; null before.', { isNullable: true }),
    status: choice(JournalEntryStatus, 'What has become of it.'),
    description: text('What it is for.'),
    documentOn: date('The day of the voucher.'),
    postedOn: date('The business day on which it went into the ledger.', { isNullable: true }),
    postingRule: text('The fact that posted it; null for a manual voucher.', { isNullable: true }),
    documentType: text('The noun that posted it; null for a manual voucher.', {
      isNullable: true,
    }),
  },
});

export const LedgerSide = choices('LedgerSide', 'Which side of an account is moved.', {
  DEBIT: 'The debit side.',
  CREDIT: 'The credit side.',
});

const sideColumns = {
  position: integer('Its place in the voucher, from 1.'),
  side: choice(LedgerSide, 'Which side of the account it moves.'),
  amount: money('By how much, in the currency of the voucher.', 'currency'),
  exchangeRate: decimal("What one unit of that currency is in the company's base currency."),
  baseAmount: money("By how much, in the company's base currency.", 'baseCurrency'),
  department: text('The department it is told of.', { isNullable: true }),
  project: text('The project it is told of.', { isNullable: true }),
  createdAt: instant('When it was entered.'),
};

export const LedgerEntry = noun('LedgerEntry', {
  description: 'One side of a posted voucher on one account, with what margins are read by.',
  permission: 'finance.journalEntry.read',
  company: 'companyId',
  extensible: 'WHEN_MADE',
  columns: {
    ...sideColumns,
    role: text('The role by which the account was named; null in a manual voucher.', {
      isNullable: true,
    }),
    postedOn: date('The business day of the posting.'),
  },
});

export const JournalEntryLine = noun('JournalEntryLine', {
  description: 'What a manual voucher will post; its ledger entries say what it did.',
  permission: 'finance.journalEntry.read',
  company: 'companyId',
  fieldsOf: LedgerEntry,
  columns: sideColumns,
});

edge(JournalEntry, 'fiscalPeriod', {
  to: FiscalPeriod,
  by: 'fiscalPeriodId',
  description: 'The month it belongs to.',
});
edge(JournalEntry, 'reversalOf', {
  to: JournalEntry,
  by: 'reversalOfId',
  description: 'The voucher that it undoes.',
});
edgeToAny(JournalEntry, 'document', {
  nounColumn: 'documentType',
  by: 'documentId',
  description: 'The document that posted it.',
});
edge(JournalEntry, 'lines', {
  to: JournalEntryLine,
  many: true,
  by: 'journalEntryId',
  description: 'What it will post when it is a manual voucher.',
});
edge(JournalEntry, 'entries', {
  to: LedgerEntry,
  many: true,
  by: 'journalEntryId',
  description: 'What it posted.',
});
for (const noun of [JournalEntryLine, LedgerEntry]) {
  edge(noun, 'journalEntry', {
    to: JournalEntry,
    by: 'journalEntryId',
    description: 'The voucher it belongs to.',
  });
  edge(noun, 'account', { to: Account, by: 'accountId', description: 'The account it moves.' });
}
edge(Account, 'ledgerEntries', {
  to: LedgerEntry,
  many: true,
  by: 'accountId',
  description: 'What moved it.',
});

livesBy(LedgerEntry, {
  field: 'ledgerEntryPosted',
  description: 'Follows the ledger: each entry that matches is told once its voucher is posted.',
  toldBy: [JournalEntry.table],
  facts: ['finance.journalEntryPosted'],
  found: (documents) => `select document."n", e."id" from ${documents}
    join "LedgerEntry" e on e."journalEntryId" = document."id"`,
});
