export { checkBooks, type Invariant, type InvariantCount } from './books-check.js';
export * as credit from './credit.service.js';
export * as fiscalPeriods from './fiscal-period.service.js';
export * as founding from './founding.service.js';
export * as journalEntries from './journal-entry.service.js';
export * as journal from './journal.service.js';
export * as openingBalances from './opening-balance.service.js';
export * as payments from './payment.service.js';
export * as posting from './posting.service.js';
export * as creditPosting from './posting-credits.service.js';
export * as queries from './queries.js';

export { fiscalPeriodLifecycle } from './fiscal-period.rules.js';
export { journalEntryLifecycle } from './journal-entry.rules.js';
export { paymentLifecycle } from './payment.rules.js';
export * from './errors.js';
export * from './events.js';
