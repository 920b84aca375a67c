import { type Decimal, canonical, RuleViolation } from '../kernel/index.js';

/** What was left and what was asked for, as a refusal tells them. */
function openParams(open: Decimal, requested: Decimal) {
  return { open: canonical(open), requested: canonical(requested) };
}

/** More was to come back than was delivered and has not come back. In the line's unit. */
export class ReturnExceedsDelivered extends RuleViolation {
  constructor(open: Decimal, requested: Decimal) {
    super({
      code: 'RETURN_EXCEEDS_DELIVERED',
      message: '{requested} were to come back, and {open} can come back of the line.',
      params: openParams(open, requested),
    });
  }
}

/** Nothing was delivered, or all of it has come back or is held by another return. */
export class NothingToReturn extends RuleViolation {
  constructor() {
    super({ code: 'NOTHING_TO_RETURN', message: 'Of the sales order nothing can come back.' });
  }
}

/** Goods are credited when they are back. */
export class ReturnNotReceived extends RuleViolation {
  constructor(status: string) {
    super({
      code: 'RETURN_NOT_RECEIVED',
      message: 'The sales return is {status}; it is credited once it is received.',
      params: { status },
    });
  }
}

/** What a line is already bound to. */
export type Commitment = 'DELIVERED' | 'INVOICED' | 'IN_PRODUCTION';

/** A line was to have less than is delivered, invoiced or being made of it. In its unit. */
export class ChangeBelowCommitted extends RuleViolation {
  constructor(committed: { by: Commitment; quantity: Decimal }, requested: Decimal) {
    super({
      code: 'CHANGE_BELOW_COMMITTED',
      message: '{requested} were to be ordered, and {committed} are {by} already.',
      params: {
        committed: canonical(committed.quantity),
        requested: canonical(requested),
        by: committed.by,
      },
    });
  }
}

/** The price of what is invoiced stands: it is corrected by a credit note. */
export class PriceOfInvoicedLine extends RuleViolation {
  constructor() {
    super({
      code: 'PRICE_OF_INVOICED_LINE',
      message: 'Something of the line is invoiced, so its price stands; a credit note corrects it.',
    });
  }
}

/** A change that changes nothing. */
export class NothingToChange extends RuleViolation {
  constructor() {
    super({ code: 'NOTHING_TO_CHANGE', message: 'The change of the order names no line.' });
  }
}

/** The order's state does not let it be changed by agreement. */
export class OrderNotChangeable extends RuleViolation {
  constructor(status: string) {
    super({
      code: 'ORDER_NOT_CHANGEABLE',
      message: 'The sales order is {status}: it is not changed by a change order.',
      params: { status },
    });
  }
}

/** More was to be made for a line than is open of it. In the line's unit. */
export class WorkOrderExceedsOpen extends RuleViolation {
  constructor(open: Decimal, requested: Decimal) {
    super({
      code: 'WORK_ORDER_EXCEEDS_OPEN',
      message: '{requested} were to be made for the line, and {open} are open.',
      params: openParams(open, requested),
    });
  }
}
