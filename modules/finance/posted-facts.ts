import type { Decimal } from '../kernel/index.js';

/** Who paid us or whom we paid: a customer pays and is refunded, a supplier is paid and refunds. */
export interface Party {
  readonly direction: 'RECEIVED' | 'PAID';
  readonly customerId: string | null;
  readonly supplierId: string | null;
}

/**
 * What is settled: a sales invoice by a customer's money, a purchase invoice by money paid for it,
 * and what is left of a credit note by a refund.
 */
export interface SettledDocument {
  readonly salesInvoiceId?: string | null;
  readonly creditNoteId?: string | null;
  readonly salesOrderId?: string | null;
  readonly purchaseInvoiceId?: string | null;
  readonly purchaseCreditNoteId?: string | null;
  readonly purchaseOrderId?: string | null;
}

/** A document that is settled in part or in full by a payment. Base amounts in base currency. */
export interface Settlement extends SettledDocument {
  /** In the currency of the payment, which is the document's. */
  readonly amount: Decimal;
  /** What the amount is worth at the document's rate. */
  readonly invoiceBase: Decimal;
  /** What the amount is worth at the payment's rate. */
  readonly paymentBase: Decimal;
}

interface WorthOfItem {
  readonly itemId: string;
  readonly value: Decimal;
}

interface OfPurchase {
  readonly supplierId: string;
  readonly purchaseOrderId: string;
}

interface ReceivedGoods extends OfPurchase {
  readonly lines: readonly (WorthOfItem & {
    readonly purchaseOrderLineId: string;
    readonly isStocked: boolean;
    readonly owed: Decimal;
  })[];
}

/** What a work order is for. */
interface MadeFor {
  readonly workOrderId: string;
  readonly itemId: string;
  readonly customerId: string | null;
  readonly salesOrderId: string | null;
  readonly salesOrderLineId: string | null;
}

interface MovedMaterial extends MadeFor {
  readonly lines: readonly { readonly componentItemId: string; readonly value: Decimal }[];
}

interface OfSale {
  readonly customerId: string;
  readonly salesOrderId: string;
}

interface SoldGoods extends OfSale {
  readonly lines: readonly (WorthOfItem & { readonly salesOrderLineId: string })[];
}

interface BilledSale extends OfSale {
  readonly salesInvoiceId: string;
  readonly lines: readonly {
    readonly salesOrderLineId: string;
    readonly itemId: string | null;
    readonly kind: 'ITEM' | 'CHARGE';
    readonly net: Decimal;
    readonly tax: Decimal;
  }[];
}

/** What the posting rules read of each fact that the books make something of. */
export interface PostedFacts {
  'inventory.stockOpened': WorthOfItem;
  'inventory.stockCountPosted': { readonly lines: readonly WorthOfItem[] };
  'inventory.stockRevalued': WorthOfItem;
  'purchasing.goodsReceiptPosted': ReceivedGoods;
  'purchasing.goodsReceiptReversed': ReceivedGoods;
  'purchasing.purchaseInvoicePosted': {
    readonly supplierId: string;
    readonly purchaseOrderId: string;
    readonly purchaseInvoiceId: string;
    readonly currency: string;
    readonly exchangeRate: Decimal;
    readonly baseCurrency: string;
    readonly lines: readonly {
      readonly purchaseOrderLineId: string;
      readonly itemId: string | null;
      readonly kind: 'ITEM' | 'CHARGE';
      readonly net: Decimal;
      readonly tax: Decimal;
      readonly received: Decimal;
      readonly toStock: Decimal;
    }[];
  };
  'purchasing.purchaseReturnShipped': ReceivedGoods;
  'purchasing.purchaseCreditNotePosted': OfPurchase & {
    readonly purchaseInvoiceId: string;
    readonly purchaseCreditNoteId: string;
    readonly currency: string;
    readonly exchangeRate: Decimal;
    readonly baseCurrency: string;
    /** What is taken off the invoice; the rest stays on the supplier's account. */
    readonly settled: Decimal;
    /** What the books hold of that part, in base currency; at the note's rate when left out. */
    readonly settledBase?: Decimal;
    readonly lines: readonly {
      readonly purchaseOrderLineId: string;
      readonly itemId: string | null;
      readonly kind: 'ITEM' | 'CHARGE';
      readonly net: Decimal;
      readonly tax: Decimal;
      readonly returned: Decimal;
      readonly toStock: Decimal;
    }[];
  };
  'purchasing.purchaseCreditNoteAllocated': OfPurchase & {
    readonly purchaseCreditNoteId: string;
    readonly settlements: readonly Settlement[];
  };
  'manufacturing.materialIssued': MovedMaterial;
  'manufacturing.materialReturned': MovedMaterial;
  'manufacturing.timeReported': MadeFor & {
    readonly lines: readonly { readonly labour: Decimal; readonly overhead: Decimal }[];
  };
  'manufacturing.productionReported': MadeFor & {
    readonly value: Decimal;
    readonly byProducts: readonly WorthOfItem[];
  };
  'manufacturing.workOrderClosed': MadeFor & {
    readonly variances: readonly {
      readonly kind:
        | 'MATERIAL_PRICE'
        | 'MATERIAL_USAGE'
        | 'LABOUR_RATE'
        | 'LABOUR_EFFICIENCY'
        | 'OVERHEAD'
        | 'LOT_SIZE'
        | 'SCRAP';
      readonly amount: Decimal;
    }[];
  };
  'sales.deliveryShipped': SoldGoods;
  'sales.salesInvoicePosted': BilledSale;
  'sales.salesInvoiceOpened': {
    readonly customerId: string;
    readonly salesInvoiceId: string;
    readonly amount: Decimal;
  };
  'purchasing.purchaseInvoiceOpened': {
    readonly supplierId: string;
    readonly purchaseInvoiceId: string;
    readonly amount: Decimal;
  };
  'sales.salesReturnReceived': SoldGoods;
  'sales.creditNotePosted': BilledSale & {
    readonly creditNoteId: string;
    /** What is taken off the invoice; the rest stays on the customer's account. */
    readonly settled: Decimal;
    /** What the books hold of that part, in base currency; at the note's rate when left out. */
    readonly settledBase?: Decimal;
  };
  'sales.creditNoteAllocated': OfSale & {
    readonly creditNoteId: string;
    readonly settlements: readonly Settlement[];
  };
  'finance.paymentPosted': Party & {
    readonly amount: Decimal;
    readonly base: Decimal;
    /** What no document takes yet: it stays on the account of the customer or supplier. */
    readonly open: Decimal;
    readonly openBase: Decimal;
    readonly settlements: readonly Settlement[];
  };
  'finance.paymentAllocated': Party & { readonly settlements: readonly Settlement[] };
}
