import { refusalType } from '../errors.js';

refusalType('PeriodClosed', 'The day lies in a fiscal period that takes no more postings.', {
  period: ['String', 'The fiscal period.'],
});
refusalType('PeriodTooFarAhead', 'No fiscal period is opened for a day so far ahead.', {
  date: ['Date', 'The day that was to be posted to.'],
  latest: ['Date', 'The last day that can be posted to now.'],
});
refusalType('PeriodNotReady', 'Something must be done before the period can be closed.', {
  period: ['String', 'The fiscal period.'],
  unpostedEntries: ['Int', 'How many vouchers wait in it.'],
  earlierPeriod: ['String', 'The earliest period before it that is not closed.'],
});
refusalType('CreditLimitExceeded', 'The order would take the customer over its limit.', {
  limit: ['Decimal', "The limit, in the company's base currency."],
  exposure: ['Decimal', "What is owed and on order, in the company's base currency."],
  order: ['Decimal', "What the order would add, in the company's base currency."],
});
refusalType('CustomerOnCreditHold', 'Nobody sells to the customer on credit now.');
refusalType('AllocationExceedsPayment', 'More was to be allocated than the payment has left.', {
  available: ['Decimal', "What is left of the payment, in the payment's currency."],
  requested: ['Decimal', "What was asked for, in the payment's currency."],
});
refusalType('AllocationExceedsInvoice', 'More was to be allocated than the invoice has open.', {
  open: ['Decimal', "What is open, in the invoice's currency."],
  requested: ['Decimal', "What was asked for, in the invoice's currency."],
});
refusalType('InvoiceNotPayable', 'Only a posted invoice is paid.', {
  status: ['String', 'The state of the invoice.'],
});
refusalType('EntryUnbalanced', 'The sides of a voucher differ.', {
  currency: ['String', 'The currency in which they differ.'],
  difference: ['Decimal', 'Debits less credits.'],
});
refusalType('ControlAccountRefused', 'The account is moved by documents only.', {
  account: ['String', 'The code of the account.'],
  role: ['String', 'The role that it plays.'],
});
refusalType('MakerIsChecker', 'A voucher is checked by somebody other than its maker.');
refusalType('AutomaticEntryRefused', 'What a document posted is undone with the document.', {
  documentType: ['String', 'The noun that posted it.'],
});
