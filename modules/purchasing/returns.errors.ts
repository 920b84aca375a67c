import { canonical, type Decimal, RuleViolation } from '../kernel/index.js';

/** More was to go back than came and has not gone back. In the line's unit. */
export class ReturnExceedsReceived extends RuleViolation {
  constructor(open: Decimal, requested: Decimal) {
    super({
      code: 'RETURN_EXCEEDS_RECEIVED',
      message: '{requested} were to go back, and {open} can go back of the line.',
      params: { open: canonical(open), requested: canonical(requested) },
    });
  }
}

/** Nothing came, or all of it has gone back or is held by another return. */
export class NothingToSendBack extends RuleViolation {
  constructor() {
    super({ code: 'NOTHING_TO_SEND_BACK', message: 'Of the purchase order nothing can go back.' });
  }
}

/** A bill that is not posted holds what is to go back: only the books know whether it is owed. */
export class InvoiceBillsReturned extends RuleViolation {
  constructor() {
    super({
      code: 'INVOICE_BILLS_RETURNED',
      message: 'An invoice that is not posted bills what is to go back: post or cancel it first.',
    });
  }
}

/** What went back to the supplier cannot be taken back by reversing its receipt. */
export class GoodsReceiptReturned extends RuleViolation {
  constructor() {
    super({
      code: 'GOODS_RECEIPT_RETURNED',
      message: 'Something of the goods receipt goes back by a return.',
    });
  }
}

/** Goods are credited once they have left. */
export class ReturnNotShipped extends RuleViolation {
  constructor(status: string) {
    super({
      code: 'RETURN_NOT_SHIPPED',
      message: 'The purchase return is {status}; it is credited once it is shipped.',
      params: { status },
    });
  }
}

/** So many of an item are credited when so many went back; without a return only a price is. */
export class CreditNeedsReturn extends RuleViolation {
  constructor() {
    super({
      code: 'CREDIT_NEEDS_RETURN',
      message: 'A quantity of an item is credited by its return; without one only an amount is.',
    });
  }
}
