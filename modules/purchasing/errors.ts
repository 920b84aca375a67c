import { type Decimal, canonical, RuleViolation } from '../kernel/index.js';

/** What is archived takes part in nothing new. */
export class SupplierArchived extends RuleViolation {
  constructor(readonly supplier: string) {
    super({
      code: 'SUPPLIER_ARCHIVED',
      message: 'The supplier {supplier} is archived.',
      params: { supplier },
    });
  }
}

/** An order without lines asks for nothing. */
export class PurchaseOrderWithoutLines extends RuleViolation {
  constructor() {
    super({ code: 'ORDER_WITHOUT_LINES', message: 'A purchase order has at least one line.' });
  }
}

/** No price was given, and the supplier has none for the item, quantity, day, unit and currency. */
export class SupplierPriceMissing extends RuleViolation {
  constructor(params: { item: string; quantity: Decimal; unit: string; currency: string }) {
    super({
      code: 'SUPPLIER_PRICE_MISSING',
      message: 'The supplier has no price in {currency} for {quantity} {unit} of {item}.',
      params: { ...params, quantity: params.quantity.toString() },
    });
  }
}

/** Nobody sells the item, as far as supplier prices tell. */
export class NoSource extends RuleViolation {
  constructor(readonly item: string) {
    super({
      code: 'NO_SOURCE',
      message: 'No supplier has a price for {item}.',
      params: { item },
    });
  }
}

/** The order is above what the company lets go without a second pair of eyes. */
export class ApprovalRequired extends RuleViolation {
  readonly amount: string;
  readonly limit: string;

  constructor(params: { amount: Decimal; limit: Decimal; currency: string }) {
    const texts = { amount: canonical(params.amount), limit: canonical(params.limit) };
    super({
      code: 'APPROVAL_REQUIRED',
      message: 'The order of {amount} {currency} is above {limit} and needs an approval.',
      params: { ...texts, currency: params.currency },
    });
    this.amount = texts.amount;
    this.limit = texts.limit;
  }
}

/** The order's state takes no goods and no bills. */
export class PurchaseOrderNotOpen extends RuleViolation {
  constructor(readonly status: string) {
    super({
      code: 'PURCHASE_ORDER_NOT_OPEN',
      message: 'The purchase order is {status}: nothing is received or invoiced of it.',
      params: { status },
    });
  }
}

/** More came than the line has open, its tolerance included. In the line's unit. */
export class ReceiptExceedsOpen extends RuleViolation {
  readonly open: string;
  readonly requested: string;

  constructor(open: Decimal, requested: Decimal) {
    const params = { open: canonical(open), requested: canonical(requested) };
    super({
      code: 'RECEIPT_EXCEEDS_OPEN',
      message: '{requested} were to be received, and {open} can be received on the line.',
      params,
    });
    this.open = params.open;
    this.requested = params.requested;
  }
}

/** Everything is received, or held by another receipt. */
export class NothingToReceive extends RuleViolation {
  constructor() {
    super({ code: 'NOTHING_TO_RECEIVE', message: 'The purchase order has nothing to receive.' });
  }
}

/** What was received is billed already, so the goods cannot go back by reversing the receipt. */
export class GoodsReceiptInvoiced extends RuleViolation {
  constructor() {
    super({
      code: 'GOODS_RECEIPT_INVOICED',
      message: 'Something of the goods receipt is invoiced.',
    });
  }
}

/** More was billed than was received and not invoiced yet. In the line's unit. */
export class InvoiceExceedsReceived extends RuleViolation {
  readonly open: string;
  readonly requested: string;

  constructor(open: Decimal, requested: Decimal) {
    const params = { open: canonical(open), requested: canonical(requested) };
    super({
      code: 'INVOICE_EXCEEDS_RECEIVED',
      message: '{requested} were invoiced, and {open} can be invoiced on the line.',
      params,
    });
    this.open = params.open;
    this.requested = params.requested;
  }
}

/** What was received is invoiced, or held by another invoice. */
export class NothingToMatch extends RuleViolation {
  constructor() {
    super({ code: 'NOTHING_TO_INVOICE', message: 'The purchase order has nothing to invoice.' });
  }
}

/** The supplier's invoice is there already. */
export class DuplicateSupplierReference extends RuleViolation {
  constructor(readonly reference: string) {
    super({
      code: 'DUPLICATE_SUPPLIER_REFERENCE',
      message: "The supplier's invoice {reference} is entered already.",
      params: { reference },
    });
  }
}

/** The bill is not what was ordered and received: somebody has to look before it goes on. */
export class InvoiceDiffers extends RuleViolation {
  constructor() {
    super({
      code: 'INVOICE_DIFFERS',
      message:
        'The invoice differs from what was ordered; somebody else than its maker approves it.',
    });
  }
}

/** The order has moved too far to be cancelled: goods came or an invoice was posted. */
export class PurchaseOrderAlreadyReceived extends RuleViolation {
  constructor() {
    super({
      code: 'ORDER_ALREADY_RECEIVED',
      message: 'Something of the purchase order is received or invoiced; close it instead.',
    });
  }
}

/** The order still has receipts or invoices that are neither posted nor cancelled. */
export class PurchaseOrderHasOpenDocuments extends RuleViolation {
  constructor(receipts: number, invoices: number) {
    super({
      code: 'PURCHASE_ORDER_HAS_OPEN_DOCUMENTS',
      message: 'The purchase order has {receipts} open receipts and {invoices} open invoices.',
      params: { receipts, invoices },
    });
  }
}

/** Goods have come that nobody has billed. */
export class ReceivedNotInvoiced extends RuleViolation {
  constructor() {
    super({
      code: 'RECEIVED_NOT_INVOICED',
      message: 'Something of the purchase order is received and not invoiced.',
    });
  }
}

/** More was to be settled than is open, or more to be taken back than was paid. */
export class PurchaseSettlementOutOfRange extends RuleViolation {
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

/** Only a posted invoice is a debt that can be paid. */
export class PurchaseInvoiceNotPosted extends RuleViolation {
  constructor(readonly status: string) {
    super({
      code: 'INVOICE_NOT_POSTED',
      message: 'The purchase invoice is {status}; only a posted one can be paid.',
      params: { status },
    });
  }
}
