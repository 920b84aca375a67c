import { canonical, type Decimal } from './decimal.js';
import { RuleViolation } from './refusals.js';

/** What was left and what was asked for, as a refusal tells them. */
function openParams(open: Decimal, requested: Decimal) {
  return { open: canonical(open), requested: canonical(requested) };
}

/** More was to be credited than was invoiced and is not credited. In the line's unit. */
export class CreditExceedsInvoiced extends RuleViolation {
  constructor(open: Decimal, requested: Decimal) {
    super({
      code: 'CREDIT_EXCEEDS_INVOICED',
      message: '{requested} were to be credited, and {open} can be credited of the line.',
      params: openParams(open, requested),
    });
  }
}

/** A greater amount was to be credited than is left of the invoice's line, before tax. */
export class CreditAmountExceedsInvoiced extends RuleViolation {
  constructor(open: Decimal, requested: Decimal) {
    super({
      code: 'CREDIT_AMOUNT_EXCEEDS_INVOICED',
      message: 'An amount of {requested} was to be credited, and {open} is left of the line.',
      params: openParams(open, requested),
    });
  }
}

/** What was invoiced is credited, or held by another credit note. */
export class NothingToCredit extends RuleViolation {
  constructor() {
    super({ code: 'NOTHING_TO_CREDIT', message: 'Of the invoice nothing can be credited.' });
  }
}

/** More was to settle invoices or be paid out than is left of the credit note. In its currency. */
export class AllocationExceedsCredit extends RuleViolation {
  constructor(open: Decimal, requested: Decimal) {
    super({
      code: 'ALLOCATION_EXCEEDS_CREDIT',
      message:
        '{requested} were to be allocated or be paid out, and {open} is left of the credit note.',
      params: openParams(open, requested),
    });
  }
}

/** Only a posted invoice is taken back by a credit note; another is cancelled. */
export class InvoiceNotCreditable extends RuleViolation {
  constructor(status: string) {
    super({
      code: 'INVOICE_NOT_CREDITABLE',
      message: 'The invoice is {status}; only a posted one is credited.',
      params: { status },
    });
  }
}
