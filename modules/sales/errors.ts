import { type Decimal, canonical, RuleViolation } from '../kernel/index.js';

/** An order without lines promises nothing. */
export class OrderWithoutLines extends RuleViolation {
  constructor() {
    super({ code: 'ORDER_WITHOUT_LINES', message: 'A sales order has at least one line.' });
  }
}

/** More was to be delivered than the line has open. In the line's unit. */
export class DeliveryExceedsOpen extends RuleViolation {
  readonly open: string;
  readonly requested: string;

  constructor(open: Decimal, requested: Decimal) {
    const params = { open: canonical(open), requested: canonical(requested) };
    super({
      code: 'DELIVERY_EXCEEDS_OPEN',
      message: '{requested} were to be delivered, and {open} are open on the line.',
      params,
    });
    this.open = params.open;
    this.requested = params.requested;
  }
}

/** Everything that can be delivered is delivered, or held by another delivery. */
export class NothingToDeliver extends RuleViolation {
  constructor() {
    super({ code: 'NOTHING_TO_DELIVER', message: 'The sales order has nothing to deliver.' });
  }
}

/** More was to be invoiced than was shipped and not invoiced yet. In the line's unit. */
export class InvoiceExceedsShipped extends RuleViolation {
  readonly open: string;
  readonly requested: string;

  constructor(open: Decimal, requested: Decimal) {
    const params = { open: canonical(open), requested: canonical(requested) };
    super({
      code: 'INVOICE_EXCEEDS_SHIPPED',
      message: '{requested} were to be invoiced, and {open} can be invoiced on the line.',
      params,
    });
    this.open = params.open;
    this.requested = params.requested;
  }
}

/** What was shipped is invoiced, or held by another invoice. */
export class NothingToInvoice extends RuleViolation {
  constructor() {
    super({ code: 'NOTHING_TO_INVOICE', message: 'The sales order has nothing to invoice.' });
  }
}

/** The order has moved too far to be cancelled: goods left or an invoice was posted. */
export class OrderAlreadyFulfilled extends RuleViolation {
  constructor() {
    super({
      code: 'ORDER_ALREADY_FULFILLED',
      message: 'Something of the sales order is shipped or invoiced; close it instead.',
    });
  }
}

/** The order still has documents that are neither posted nor cancelled. */
export class OrderHasOpenDocuments extends RuleViolation {
  constructor(open: { deliveries: number; invoices: number; others: number }) {
    const { deliveries, invoices, others } = open;
    super({
      code: 'ORDER_HAS_OPEN_DOCUMENTS',
      message:
        'The sales order has {deliveries} open deliveries, {invoices} open invoices and {others} ' +
        'open changes, returns and credit notes.',
      params: { deliveries, invoices, others },
    });
  }
}

/** Work orders are still made for the order: the caller says what becomes of them. */
export class OrderHasWorkOrders extends RuleViolation {
  constructor(readonly workOrders: string) {
    super({
      code: 'ORDER_HAS_WORK_ORDERS',
      message: 'The work orders {workOrders} are made for the order: cancel them, or keep them.',
      params: { workOrders },
    });
  }
}

/** Goods have left that nobody was billed for. */
export class ShippedNotInvoiced extends RuleViolation {
  constructor() {
    super({
      code: 'SHIPPED_NOT_INVOICED',
      message: 'Something of the sales order is shipped and not invoiced.',
    });
  }
}

/** The order's state keeps its goods in the house. */
export class OrderNotInFulfilment extends RuleViolation {
  constructor(status: string) {
    super({
      code: 'ORDER_NOT_IN_FULFILMENT',
      message: 'The sales order is {status}: nothing is delivered or invoiced of it.',
      params: { status },
    });
  }
}

/** More was to be settled than is open, or more to be taken back than was paid. */
export class SettlementOutOfRange extends RuleViolation {
  constructor(params: { gross: Decimal; paid: Decimal; amount: Decimal }) {
    super({
      code: 'SETTLEMENT_OUT_OF_RANGE',
      message: '{amount} cannot be settled: of {gross} on the invoice {paid} are paid.',
      params: {
        gross: canonical(params.gross),
        paid: canonical(params.paid),
        amount: params.amount.toString(),
      },
    });
  }
}

/** Only a posted invoice is a claim that can be paid. */
export class InvoiceNotPosted extends RuleViolation {
  constructor(status: string) {
    super({
      code: 'INVOICE_NOT_POSTED',
      message: 'The sales invoice is {status}; only a posted one can be paid.',
      params: { status },
    });
  }
}

/** No price was told for a line, and no price list has one for that day and quantity. */
export class PriceMissing extends RuleViolation {
  constructor(readonly what: string) {
    super({
      code: 'PRICE_MISSING',
      message: 'No price list has a price of {what} for the day and quantity.',
      params: { what },
    });
  }
}

/** The quote's last day has passed. */
export class QuoteExpired extends RuleViolation {
  constructor(validUntil: string) {
    super({
      code: 'QUOTE_EXPIRED',
      message: 'The quote was valid until {validUntil}.',
      params: { validUntil },
    });
  }
}

/** The quote's last day has not passed. */
export class QuoteNotExpired extends RuleViolation {
  constructor(validUntil: string) {
    super({
      code: 'QUOTE_NOT_EXPIRED',
      message: 'The quote is valid until {validUntil}.',
      params: { validUntil },
    });
  }
}

/** More was to be ordered than the line of the quote has open. In the line's unit. */
export class OrderExceedsQuote extends RuleViolation {
  readonly open: string;
  readonly requested: string;

  constructor(open: Decimal, requested: Decimal) {
    const params = { open: canonical(open), requested: canonical(requested) };
    super({
      code: 'ORDER_EXCEEDS_QUOTE',
      message: '{requested} were to be ordered, and {open} are open on the line of the quote.',
      params,
    });
    this.open = params.open;
    this.requested = params.requested;
  }
}

/** A quote is made for an opportunity that is still open. */
export class OpportunityClosed extends RuleViolation {
  constructor(status: string) {
    super({
      code: 'OPPORTUNITY_CLOSED',
      message: 'The opportunity is {status}: nothing is quoted for it.',
      params: { status },
    });
  }
}
