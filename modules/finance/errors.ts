import { type Decimal, canonical, RuleViolation } from '../kernel/index.js';

/** The day lies in a fiscal period that takes no more postings. */
export class PeriodClosed extends RuleViolation {
  constructor(readonly period: string) {
    super({
      code: 'PERIOD_CLOSED',
      message: 'The fiscal period {period} is closed for posting.',
      params: { period },
    });
  }
}

/** The day is too far ahead for a fiscal period to be opened for it. */
export class PeriodTooFarAhead extends RuleViolation {
  constructor(date: string, latest: string) {
    super({
      code: 'PERIOD_TOO_FAR_AHEAD',
      message: '{date} is after {latest}, the last day that can be posted to now.',
      params: { date, latest },
    });
  }
}

/** What is to be done before a period can be closed. */
function toDo({
  unpostedEntries,
  earlierPeriod,
}: {
  readonly unpostedEntries: number;
  readonly earlierPeriod: string | null;
}): string {
  const parts = [
    unpostedEntries > 0
      ? 'check and post the {unpostedEntries} vouchers in it that are not posted'
      : '',
    earlierPeriod === null ? '' : 'close the period {earlierPeriod} before it first',
  ];
  return parts.filter((part) => part !== '').join(', and ');
}

/** Something must be done before the period can be closed. */
export class PeriodNotReady extends RuleViolation {
  constructor(params: { period: string; unpostedEntries: number; earlierPeriod: string | null }) {
    super({
      code: 'PERIOD_NOT_READY',
      message: `The fiscal period {period} cannot be closed yet: ${toDo(params)}.`,
      params,
    });
  }
}

/** The order would take the customer over its limit. Amounts in the company's base currency. */
export class CreditLimitExceeded extends RuleViolation {
  readonly limit: string;
  readonly exposure: string;
  readonly order: string;

  constructor(amounts: { limit: Decimal; exposure: Decimal; order: Decimal }) {
    const limit = canonical(amounts.limit);
    const exposure = canonical(amounts.exposure);
    const order = canonical(amounts.order);
    super({
      code: 'CREDIT_LIMIT_EXCEEDED',
      message: 'The credit limit is {limit}; {exposure} is used, and the order is {order}.',
      params: { limit, exposure, order },
    });
    this.limit = limit;
    this.exposure = exposure;
    this.order = order;
  }
}

/** Nobody sells to the customer on credit now. */
export class CustomerOnCreditHold extends RuleViolation {
  constructor() {
    super({ code: 'CUSTOMER_ON_CREDIT_HOLD', message: 'The customer is on credit hold.' });
  }
}

/** More was to be allocated than the payment has left. In the payment's currency. */
export class AllocationExceedsPayment extends RuleViolation {
  constructor(available: Decimal, requested: Decimal) {
    super({
      code: 'ALLOCATION_EXCEEDS_PAYMENT',
      message: '{requested} were to be allocated, and {available} are left of the payment.',
      params: { available: canonical(available), requested: canonical(requested) },
    });
  }
}

/** More was to be allocated than is open on the invoice. In the invoice's currency. */
export class AllocationExceedsInvoice extends RuleViolation {
  constructor(open: Decimal, requested: Decimal) {
    super({
      code: 'ALLOCATION_EXCEEDS_INVOICE',
      message: '{requested} were to be allocated, and {open} are open on the invoice.',
      params: { open: canonical(open), requested: canonical(requested) },
    });
  }
}

/** The sides of a voucher differ. */
export class EntryUnbalanced extends RuleViolation {
  constructor(currency: string, difference: Decimal) {
    super({
      code: 'ENTRY_UNBALANCED',
      message: 'Debits less credits in {currency} are {difference}, not zero.',
      params: { currency, difference: canonical(difference) },
    });
  }
}

/** The account is kept by documents and takes no manual voucher. */
export class ControlAccountRefused extends RuleViolation {
  constructor(account: string, role: string) {
    super({
      code: 'CONTROL_ACCOUNT_REFUSED',
      message: 'The account {account} plays {role} and is moved by documents only.',
      params: { account, role },
    });
  }
}

/** Whoever made a voucher may not be the one who checks it. */
export class MakerIsChecker extends RuleViolation {
  constructor() {
    super({
      code: 'MAKER_IS_CHECKER',
      message: 'A voucher is checked by somebody other than its maker.',
    });
  }
}

/** The voucher was posted by a document, which has its own way of being undone. */
export class AutomaticEntryRefused extends RuleViolation {
  constructor(documentType: string) {
    super({
      code: 'AUTOMATIC_ENTRY_REFUSED',
      message: 'The voucher came of a {documentType} and is undone with it.',
      params: { documentType },
    });
  }
}

/** Only a posted invoice can be settled. */
export class InvoiceNotPayable extends RuleViolation {
  constructor(status: string) {
    super({
      code: 'INVOICE_NOT_PAYABLE',
      message: 'The invoice is {status}; only a posted one is paid.',
      params: { status },
    });
  }
}
