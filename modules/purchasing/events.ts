import { fact } from '../events/index.js';
import type { Decimal } from '../kernel/index.js';

export const supplierCreated = fact<'Supplier'>('purchasing.supplierCreated', 'Supplier');
export const supplierChanged = fact<'Supplier'>('purchasing.supplierChanged', 'Supplier');
export const supplierArchived = fact<'Supplier'>('purchasing.supplierArchived', 'Supplier');

/** Whom it turned out to be, and what of it was moved or added there. */
interface MergedSupplier {
  readonly survivorId: string;
  readonly externalRefs: readonly { readonly system: string; readonly key: string }[];
  readonly prices: number;
}

export const supplierMerged = fact<'Supplier', MergedSupplier>(
  'purchasing.supplierMerged',
  'Supplier',
);

/** Every fact of a purchase order names its supplier. */
interface OfSupplier {
  readonly supplierId: string;
}

/** A price for the first time or anew; `before` tells which. */
export const supplierPriceSet = fact<'SupplierPrice', OfSupplier>(
  'purchasing.supplierPriceSet',
  'SupplierPrice',
);
export const supplierPriceArchived = fact<'SupplierPrice', OfSupplier>(
  'purchasing.supplierPriceArchived',
  'SupplierPrice',
);

/** How a company buys, for the first time or anew; `before` tells which. */
export const purchasingSettingsSet = fact<'PurchasingSettings'>(
  'purchasing.purchasingSettingsSet',
  'PurchasingSettings',
);

const ofOrder = (verb: string) =>
  fact<'PurchaseOrder', OfSupplier>(`purchasing.purchaseOrder${verb}`, 'PurchaseOrder');

/** What the lines are bought for; whoever owns these may refuse what does not exist. */
export interface BoughtFor extends OfSupplier {
  readonly salesOrderLineIds: readonly string[];
  readonly workOrderIds: readonly string[];
}

export const purchaseOrderCreated = fact<'PurchaseOrder', BoughtFor>(
  'purchasing.purchaseOrderCreated',
  'PurchaseOrder',
);
export const purchaseOrderChanged = fact<'PurchaseOrder', BoughtFor>(
  'purchasing.purchaseOrderChanged',
  'PurchaseOrder',
);
export const purchaseOrderRejected = fact<
  'PurchaseOrder',
  OfSupplier & { readonly reason: string }
>('purchasing.purchaseOrderRejected', 'PurchaseOrder');
export const purchaseOrderSubmitted = ofOrder('Submitted');
export const purchaseOrderApproved = ofOrder('Approved');
export const purchaseOrderSent = ofOrder('Sent');
export const purchaseOrderConfirmed = ofOrder('Confirmed');
export const purchaseOrderCancelled = ofOrder('Cancelled');
export const purchaseOrderClosed = ofOrder('Closed');

/** A receipt or an invoice moved the order's quantities or derived status. */
export const purchaseOrderProgressed = fact<
  'PurchaseOrder',
  OfSupplier & { readonly cause: string }
>('purchasing.purchaseOrderProgressed', 'PurchaseOrder');

/** Which order a receipt or an invoice belongs to. */
interface OfOrder extends OfSupplier {
  readonly purchaseOrderId: string;
}

/** As `OfOrder`; an invoice that was open when the company began here has no order. */
interface OfInvoice extends OfSupplier {
  readonly purchaseOrderId: string | null;
}

/** What came in, in the company's base currency. */
export interface ReceivedGoods extends OfOrder {
  readonly postedOn: string;
  readonly lines: readonly {
    readonly purchaseOrderLineId: string;
    readonly itemId: string;
    /** Whether it went on stock; what is not stocked is spent at once. */
    readonly isStocked: boolean;
    /** What is owed for it at the order's price: goods received, not invoiced. */
    readonly owed: Decimal;
    /** What stock is worth more by it; differs from `owed` where stock is kept at standard cost. */
    readonly value: Decimal;
  }[];
}

export const goodsReceiptCreated = fact<'GoodsReceipt', OfOrder>(
  'purchasing.goodsReceiptCreated',
  'GoodsReceipt',
);
export const goodsReceiptHeld = fact<'GoodsReceipt', OfOrder>(
  'purchasing.goodsReceiptHeld',
  'GoodsReceipt',
);
export const goodsReceiptResumed = fact<'GoodsReceipt', OfOrder>(
  'purchasing.goodsReceiptResumed',
  'GoodsReceipt',
);
export const goodsReceiptPosted = fact<'GoodsReceipt', ReceivedGoods>(
  'purchasing.goodsReceiptPosted',
  'GoodsReceipt',
);
export const goodsReceiptCancelled = fact<'GoodsReceipt', OfOrder>(
  'purchasing.goodsReceiptCancelled',
  'GoodsReceipt',
);
/** The goods went back: `owed` and `value` are what is taken off, as positive amounts. */
export const goodsReceiptReversed = fact<'GoodsReceipt', ReceivedGoods>(
  'purchasing.goodsReceiptReversed',
  'GoodsReceipt',
);

/** What a supplier billed, in the invoice's currency. */
export interface SupplierBill extends OfOrder {
  readonly purchaseInvoiceId: string;
  readonly currency: string;
  /** One unit of the currency in the company's base currency. */
  readonly exchangeRate: Decimal;
  readonly postedOn: string;
  readonly lines: readonly {
    readonly purchaseOrderLineId: string;
    readonly itemId: string | null;
    readonly kind: 'ITEM' | 'CHARGE';
    readonly net: Decimal;
    readonly tax: Decimal;
    /** What goods received, not invoiced hold for it, in base currency; zero for a charge. */
    readonly received: Decimal;
    /** What of the price difference stock still there bears, in base currency; may be negative. */
    readonly toStock: Decimal;
  }[];
}

export const purchaseInvoiceCreated = fact<'PurchaseInvoice', OfInvoice>(
  'purchasing.purchaseInvoiceCreated',
  'PurchaseInvoice',
);
export const purchaseInvoiceApproved = fact<'PurchaseInvoice', OfInvoice>(
  'purchasing.purchaseInvoiceApproved',
  'PurchaseInvoice',
);
export const purchaseInvoicePosted = fact<'PurchaseInvoice', SupplierBill>(
  'purchasing.purchaseInvoicePosted',
  'PurchaseInvoice',
);
export const purchaseInvoiceCancelled = fact<'PurchaseInvoice', OfInvoice>(
  'purchasing.purchaseInvoiceCancelled',
  'PurchaseInvoice',
);
/** What a supplier was owed when the company began here, in the invoice's currency. */
export interface OpenedBill {
  readonly supplierId: string;
  readonly purchaseInvoiceId: string;
  readonly amount: Decimal;
  readonly currency: string;
  readonly exchangeRate: Decimal;
  readonly postedOn: string;
}

export const purchaseInvoiceOpened = fact<'PurchaseInvoice', OpenedBill>(
  'purchasing.purchaseInvoiceOpened',
  'PurchaseInvoice',
);
/** A payment settled a part of the invoice, or took one back. */
export const purchaseInvoiceSettled = fact<
  'PurchaseInvoice',
  OfInvoice & { readonly amount: Decimal }
>('purchasing.purchaseInvoiceSettled', 'PurchaseInvoice');

export const purchaseReturnCreated = fact<'PurchaseReturn', OfOrder>(
  'purchasing.purchaseReturnCreated',
  'PurchaseReturn',
);
/** The goods went back: `owed` and `value` are what is taken off, as positive amounts. */
export const purchaseReturnShipped = fact<'PurchaseReturn', ReceivedGoods>(
  'purchasing.purchaseReturnShipped',
  'PurchaseReturn',
);
export const purchaseReturnCancelled = fact<'PurchaseReturn', OfOrder>(
  'purchasing.purchaseReturnCancelled',
  'PurchaseReturn',
);

/** What a supplier credits, in the credit note's currency, which is its invoice's. */
export interface SupplierCredit extends OfOrder {
  readonly purchaseInvoiceId: string;
  readonly purchaseCreditNoteId: string;
  readonly currency: string;
  /** That of the invoice. */
  readonly exchangeRate: Decimal;
  readonly postedOn: string;
  /** What of it is taken off the invoice; the rest stands to our credit. */
  readonly settled: Decimal;
  readonly lines: readonly {
    readonly purchaseOrderLineId: string;
    readonly itemId: string | null;
    readonly kind: 'ITEM' | 'CHARGE';
    readonly net: Decimal;
    readonly tax: Decimal;
    /** What goods sent back stood for, in base currency; zero when only a price is credited. */
    readonly returned: Decimal;
    /** What of a lower price stock still there bears, in base currency; at most zero. */
    readonly toStock: Decimal;
  }[];
}

const ofCredit = (verb: string) =>
  fact<'PurchaseCreditNote', OfOrder>(`purchasing.purchaseCreditNote${verb}`, 'PurchaseCreditNote');

export const purchaseCreditNoteCreated = ofCredit('Created');
export const purchaseCreditNoteApproved = ofCredit('Approved');
export const purchaseCreditNoteCancelled = ofCredit('Cancelled');
export const purchaseCreditNotePosted = fact<'PurchaseCreditNote', SupplierCredit>(
  'purchasing.purchaseCreditNotePosted',
  'PurchaseCreditNote',
);

/** What an invoice takes of a credit note's rest, with what it was before. In their currency. */
export interface SupplierCreditSettlement {
  readonly purchaseInvoiceId: string;
  readonly purchaseOrderId: string | null;
  readonly amount: Decimal;
  /** What was left to pay. */
  readonly open: Decimal;
  readonly grossAmount: Decimal;
  readonly currency: string;
  readonly exchangeRate: Decimal;
}

/** What is left of a supplier's credit note settles other invoices. */
export interface AllocatedSupplierCredit extends OfOrder {
  readonly purchaseCreditNoteId: string;
  readonly currency: string;
  readonly exchangeRate: Decimal;
  readonly postedOn: string;
  /** What other invoices and refunds had taken before. */
  readonly taken: Decimal;
  /** What nothing has taken of it now. */
  readonly left: Decimal;
  readonly settlements: readonly SupplierCreditSettlement[];
}

/** What a supplier paid out of its credit note; below zero when that was taken back. */
export interface RefundedSupplierCredit extends OfOrder {
  /** In the credit note's currency. */
  readonly amount: Decimal;
}

export const purchaseCreditNoteRefunded = fact<'PurchaseCreditNote', RefundedSupplierCredit>(
  'purchasing.purchaseCreditNoteRefunded',
  'PurchaseCreditNote',
);
export const purchaseCreditNoteAllocated = fact<'PurchaseCreditNote', AllocatedSupplierCredit>(
  'purchasing.purchaseCreditNoteAllocated',
  'PurchaseCreditNote',
);
