import { fact } from '../events/index.js';
import type { Decimal } from '../kernel/index.js';
import type { LineKind } from './fulfilment.rules.js';

/** Every fact of an order names its customer, so that whoever follows the customer is told. */
interface OfCustomer {
  readonly customerId: string;
}

/** What the order means for the customer's credit, in the company's base currency. */
export interface OrderExposure extends OfCustomer {
  /** At confirmation the gross amount; at cancelling and closing what was still to be invoiced. */
  readonly baseAmount: Decimal;
}

const ofSalesOrder = <D extends OfCustomer = OfCustomer>(verb: string) =>
  fact<'SalesOrder', D>(`sales.salesOrder${verb}`, 'SalesOrder');

export const salesOrderCreated = ofSalesOrder('Created');
export const salesOrderChanged = ofSalesOrder('Changed');
export const salesOrderConfirmed = ofSalesOrder<OrderExposure>('Confirmed');
export const salesOrderHeld = ofSalesOrder<OfCustomer & { readonly reason: string }>('Held');
export const salesOrderResumed = ofSalesOrder('Resumed');
export const salesOrderCancelled = ofSalesOrder<OrderExposure>('Cancelled');
export const salesOrderClosed = ofSalesOrder<OrderExposure>('Closed');

/** Another document moved the order's quantities, amounts or derived status; `cause` tells which. */
export const salesOrderProgressed = fact<'SalesOrder', OfCustomer & { readonly cause: string }>(
  'sales.salesOrderProgressed',
  'SalesOrder',
);

/**
 * An order that was finished in the system before was recorded, with so many deliveries and bills
 * of then. They became what they are there and not here, so nothing is told of them one by one, and
 * none of the facts by which orders move today is told of history.
 */
export const salesOrderHistoryRecorded = fact<
  'SalesOrder',
  OfCustomer & { readonly deliveries: number; readonly invoices: number }
>('sales.salesOrderHistoryRecorded', 'SalesOrder');

/** A change that was agreed on was applied: amounts, quantities and dates of a confirmed order. */
export interface OrderAmendment extends OfCustomer {
  readonly salesOrderChangeId: string;
  /** By how much the amount still to be invoiced rises, or (negative) falls, in base currency. */
  readonly baseAmount: Decimal;
}

export const salesOrderAmended = fact<'SalesOrder', OrderAmendment>(
  'sales.salesOrderAmended',
  'SalesOrder',
);

const ofChange = (verb: string) =>
  fact<'SalesOrderChange', OfOrder>(`sales.salesOrderChange${verb}`, 'SalesOrderChange');

export const salesOrderChangeRequested = ofChange('Requested');
export const salesOrderChangeApplied = ofChange('Applied');
export const salesOrderChangeRejected = ofChange('Rejected');

/** Which order a delivery or an invoice belongs to. */
interface OfOrder {
  readonly salesOrderId: string;
}

/** As `OfOrder`; an invoice that was open when the company began here has no order. */
interface OfInvoice {
  readonly salesOrderId: string | null;
}

/** What left the house, at its cost in the company's base currency. */
export interface Shipment extends OfOrder {
  readonly customerId: string;
  readonly postedOn: string;
  readonly lines: readonly {
    readonly salesOrderLineId: string;
    readonly itemId: string;
    readonly value: Decimal;
    readonly currency: string;
  }[];
}

export const deliveryCreated = fact<'Delivery', OfOrder>('sales.deliveryCreated', 'Delivery');
export const deliveryPicked = fact<'Delivery', OfOrder>('sales.deliveryPicked', 'Delivery');
export const deliveryPacked = fact<'Delivery', OfOrder>('sales.deliveryPacked', 'Delivery');
export const deliveryShipped = fact<'Delivery', Shipment>('sales.deliveryShipped', 'Delivery');
export const deliveryDelivered = fact<'Delivery', OfOrder>('sales.deliveryDelivered', 'Delivery');
export const deliveryCancelled = fact<'Delivery', OfOrder>('sales.deliveryCancelled', 'Delivery');

/** What a customer was billed, in the invoice's currency. */
export interface Bill extends OfOrder {
  readonly customerId: string;
  readonly salesInvoiceId: string;
  readonly currency: string;
  readonly exchangeRate: Decimal;
  readonly postedOn: string;
  /** By how much the order's amount still to be invoiced falls, in base currency. */
  readonly orderBaseAmount: Decimal;
  readonly lines: readonly {
    readonly salesOrderLineId: string;
    readonly itemId: string | null;
    readonly kind: LineKind;
    readonly net: Decimal;
    readonly tax: Decimal;
  }[];
}

export const salesInvoiceCreated = fact<'SalesInvoice', OfInvoice>(
  'sales.salesInvoiceCreated',
  'SalesInvoice',
);
export const salesInvoiceApproved = fact<'SalesInvoice', OfInvoice>(
  'sales.salesInvoiceApproved',
  'SalesInvoice',
);
export const salesInvoicePosted = fact<'SalesInvoice', Bill>(
  'sales.salesInvoicePosted',
  'SalesInvoice',
);
export const salesInvoiceCancelled = fact<'SalesInvoice', OfInvoice>(
  'sales.salesInvoiceCancelled',
  'SalesInvoice',
);
/** What a customer owed when the company began here, in the invoice's currency. */
export interface OpenedDebt {
  readonly customerId: string;
  readonly salesInvoiceId: string;
  readonly amount: Decimal;
  readonly currency: string;
  readonly exchangeRate: Decimal;
  readonly postedOn: string;
}

export const salesInvoiceOpened = fact<'SalesInvoice', OpenedDebt>(
  'sales.salesInvoiceOpened',
  'SalesInvoice',
);
/** A payment settled a part of the invoice, or took one back. */
export const salesInvoiceSettled = fact<'SalesInvoice', OfInvoice & { readonly amount: Decimal }>(
  'sales.salesInvoiceSettled',
  'SalesInvoice',
);

/** Goods that came back, at what they were worth when they left, in base currency. */
export interface ReturnedGoods extends OfOrder {
  readonly customerId: string;
  readonly postedOn: string;
  readonly lines: readonly {
    readonly salesOrderLineId: string;
    readonly itemId: string;
    readonly value: Decimal;
    readonly currency: string;
  }[];
}

export const salesReturnCreated = fact<'SalesReturn', OfOrder>(
  'sales.salesReturnCreated',
  'SalesReturn',
);
export const salesReturnReceived = fact<'SalesReturn', ReturnedGoods>(
  'sales.salesReturnReceived',
  'SalesReturn',
);
export const salesReturnCancelled = fact<'SalesReturn', OfOrder>(
  'sales.salesReturnCancelled',
  'SalesReturn',
);

/** What a customer is credited, in the credit note's currency at the invoice's rate. */
export interface Credit extends OfOrder {
  readonly customerId: string;
  readonly creditNoteId: string;
  /** The invoice that is taken back. */
  readonly salesInvoiceId: string;
  /**
   * By how much the invoice's open amount falls: the gross amount, or less when it was paid. What
   * is over stands to the customer's credit, on account.
   */
  readonly settled: Decimal;
  readonly currency: string;
  readonly exchangeRate: Decimal;
  readonly postedOn: string;
  readonly lines: readonly {
    readonly salesOrderLineId: string;
    readonly itemId: string | null;
    readonly kind: LineKind;
    readonly net: Decimal;
    readonly tax: Decimal;
  }[];
}

const ofCreditNote = (verb: string) =>
  fact<'CreditNote', OfOrder>(`sales.creditNote${verb}`, 'CreditNote');

export const creditNoteCreated = ofCreditNote('Created');
export const creditNoteApproved = ofCreditNote('Approved');
export const creditNoteCancelled = ofCreditNote('Cancelled');
export const creditNotePosted = fact<'CreditNote', Credit>('sales.creditNotePosted', 'CreditNote');
/** What an invoice took of a credit note, and what the invoice was before. In their currency. */
export interface CreditSettlement extends OfInvoice {
  readonly salesInvoiceId: string;
  readonly amount: Decimal;
  readonly open: Decimal;
  readonly grossAmount: Decimal;
  readonly currency: string;
  readonly exchangeRate: Decimal;
}

/** What was left of a credit note settled other invoices of the customer. */
export interface AllocatedCredit extends OfOrder {
  readonly customerId: string;
  readonly creditNoteId: string;
  readonly currency: string;
  /** The credit note's, at which its rest stands on account. */
  readonly exchangeRate: Decimal;
  readonly postedOn: string;
  /** What of its rest other invoices and refunds had taken before. */
  readonly taken: Decimal;
  /** What nothing has taken of it now. */
  readonly left: Decimal;
  readonly settlements: readonly CreditSettlement[];
}

export const creditNoteAllocated = fact<'CreditNote', AllocatedCredit>(
  'sales.creditNoteAllocated',
  'CreditNote',
);

/**
 * What was paid out of a credit note to the customer, in its currency; below zero when that was
 * taken back.
 */
export type RefundedCredit = OfOrder & { readonly amount: Decimal };

export const creditNoteRefunded = fact<'CreditNote', RefundedCredit>(
  'sales.creditNoteRefunded',
  'CreditNote',
);

const ofPriceList = (verb: string) => fact<'PriceList'>(`sales.priceList${verb}`, 'PriceList');

export const priceListCreated = ofPriceList('Created');
export const priceListChanged = ofPriceList('Changed');
export const priceListArchived = ofPriceList('Archived');

/** Of which list and which item a price is. */
interface OfPriceList {
  readonly priceListId: string;
  readonly itemId: string;
}

const ofPrice = (verb: string) =>
  fact<'PriceListPrice', OfPriceList>(`sales.price${verb}`, 'PriceListPrice');

export const priceCreated = ofPrice('Created');
export const priceChanged = ofPrice('Changed');

/** What a company allows its sellers, for the first time or anew; `before` tells which. */
export const salesSettingsSet = fact<'SalesSettings'>('sales.salesSettingsSet', 'SalesSettings');

const ofQuote = (verb: string) => fact<'Quote', OfCustomer>(`sales.quote${verb}`, 'Quote');

export const quoteCreated = ofQuote('Created');
export const quoteChanged = ofQuote('Changed');
export const quoteApproved = ofQuote('Approved');
export const quoteSent = ofQuote('Sent');
export const quoteLost = ofQuote('Lost');
export const quoteExpired = ofQuote('Expired');
export const quoteSuperseded = ofQuote('Superseded');

/** Why a quote needs approval; empty when it needs none and is approved by that. */
export const quoteSubmitted = fact<'Quote', OfCustomer & { readonly reasons: readonly string[] }>(
  'sales.quoteSubmitted',
  'Quote',
);

/** The customer ordered all or some of what was quoted, by this order. */
export const quoteAccepted = fact<'Quote', OfCustomer & { readonly salesOrderId: string }>(
  'sales.quoteAccepted',
  'Quote',
);

/** An order of the quote was changed or cancelled, and what is ordered of it moved. */
export const quoteProgressed = fact<'Quote', OfCustomer & { readonly cause: string }>(
  'sales.quoteProgressed',
  'Quote',
);
