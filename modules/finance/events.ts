import { fact } from '../events/index.js';

/** A company was given its chart of accounts. */
export const accountCreated = fact<'Account'>('finance.accountCreated', 'Account');

export const fiscalPeriodOpened = fact<'FiscalPeriod'>(
  'finance.fiscalPeriodOpened',
  'FiscalPeriod',
);
export const fiscalPeriodSoftClosed = fact<'FiscalPeriod'>(
  'finance.fiscalPeriodSoftClosed',
  'FiscalPeriod',
);
export const fiscalPeriodClosed = fact<'FiscalPeriod'>(
  'finance.fiscalPeriodClosed',
  'FiscalPeriod',
);
export const fiscalPeriodReopened = fact<'FiscalPeriod'>(
  'finance.fiscalPeriodReopened',
  'FiscalPeriod',
);

/** What an account held when the company began here. */
export const openingBalancePosted = fact<'OpeningBalance'>(
  'finance.openingBalancePosted',
  'OpeningBalance',
);

export const journalEntryCreated = fact<'JournalEntry'>(
  'finance.journalEntryCreated',
  'JournalEntry',
);
export const journalEntryChecked = fact<'JournalEntry'>(
  'finance.journalEntryChecked',
  'JournalEntry',
);
export const journalEntryPosted = fact<'JournalEntry'>(
  'finance.journalEntryPosted',
  'JournalEntry',
);
/** The original is reversed; its red-letter voucher is posted by a fact of its own. */
export const journalEntryReversed = fact<'JournalEntry'>(
  'finance.journalEntryReversed',
  'JournalEntry',
);

export const paymentCreated = fact<'Payment'>('finance.paymentCreated', 'Payment');
export const paymentPosted = fact<'Payment'>('finance.paymentPosted', 'Payment');
export const paymentAllocated = fact<'Payment'>('finance.paymentAllocated', 'Payment');
export const paymentReversed = fact<'Payment'>('finance.paymentReversed', 'Payment');
