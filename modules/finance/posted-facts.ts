import type { CountedStock, OpenedStock, RevaluedStock } from '../inventory/index.js';
import type { Decimal } from '../kernel/index.js';
import type {
  CompletedProduct,
  MovedMaterial,
  ReportedTime,
  SweptVariances,
} from '../manufacturing/index.js';
import type { ReceivedGoods, SupplierBill } from '../purchasing/index.js';
import type { Bill, Credit, ReturnedGoods, Shipment } from '../sales/index.js';

/** Who paid us, or whom we paid. */
export interface Party {
  readonly direction: 'RECEIVED' | 'PAID';
  readonly customerId: string | null;
  readonly supplierId: string | null;
}

/** What is settled: a sales invoice by money received, a purchase invoice by money paid. */
export interface SettledInvoice {
  readonly salesInvoiceId?: string | null;
  readonly salesOrderId?: string | null;
  readonly purchaseInvoiceId?: string | null;
  readonly purchaseOrderId?: string | null;
}

/** An invoice that is settled in part or in full by a payment. Base amounts in base currency. */
export interface Settlement extends SettledInvoice {
  /** In the currency of the payment, which is the invoice's. */
  readonly amount: Decimal;
  /** What the amount is worth at the invoice's rate. */
  readonly invoiceBase: Decimal;
  /** What the amount is worth at the payment's rate. */
  readonly paymentBase: Decimal;
}

type Unposted = 'postedOn' | 'currency' | 'exchangeRate';

/** What the posting rules read of each fact that the books make something of. */
export interface PostedFacts {
  'inventory.stockOpened': Omit<OpenedStock, Unposted>;
  'inventory.stockCountPosted': Omit<CountedStock, Unposted>;
  'inventory.stockRevalued': Omit<RevaluedStock, Unposted>;
  'purchasing.goodsReceiptPosted': Omit<ReceivedGoods, Unposted>;
  'purchasing.goodsReceiptReversed': Omit<ReceivedGoods, Unposted>;
  'purchasing.purchaseInvoicePosted': Omit<SupplierBill, 'postedOn'> & {
    readonly baseCurrency: string;
  };
  'manufacturing.materialIssued': Omit<MovedMaterial, Unposted>;
  'manufacturing.materialReturned': Omit<MovedMaterial, Unposted>;
  'manufacturing.timeReported': Omit<ReportedTime, Unposted>;
  'manufacturing.productionReported': Omit<CompletedProduct, Unposted>;
  'manufacturing.workOrderClosed': Omit<SweptVariances, Unposted>;
  'sales.deliveryShipped': Omit<Shipment, Unposted | 'lines'> & {
    readonly lines: readonly Omit<Shipment['lines'][number], 'currency'>[];
  };
  'sales.salesInvoicePosted': Omit<Bill, Unposted | 'orderBaseAmount'>;
  'sales.salesReturnReceived': Omit<ReturnedGoods, Unposted | 'lines'> & {
    readonly lines: readonly Omit<ReturnedGoods['lines'][number], 'currency'>[];
  };
  'sales.creditNotePosted': Omit<Credit, Unposted> & {
    /** What the books hold of that part, in base currency; at the note's rate when left out. */
    readonly settledBase?: Decimal;
  };
  'finance.paymentPosted': Party & {
    readonly amount: Decimal;
    readonly base: Decimal;
    /** What no invoice takes yet: it stays on the account of the customer or supplier. */
    readonly open: Decimal;
    readonly openBase: Decimal;
    readonly settlements: readonly Settlement[];
  };
  'finance.paymentAllocated': Party & { readonly settlements: readonly Settlement[] };
}
