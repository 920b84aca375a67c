import type { Decimal } from '../kernel/index.js';

/** An invoice that is settled in part or in full by a payment. Base amounts in base currency. */
export interface Settlement {
  readonly salesInvoiceId: string;
  readonly salesOrderId: string;
  /** In the currency of the payment, which is the invoice's. */
  readonly amount: Decimal;
  /** What the amount is worth at the invoice's rate. */
  readonly invoiceBase: Decimal;
  /** What the amount is worth at the payment's rate. */
  readonly paymentBase: Decimal;
}

/** What the posting rules read of each fact that the books make something of. */
export interface PostedFacts {
  'inventory.stockOpened': {
    readonly itemId: string;
    readonly value: Decimal;
  };
  'sales.deliveryShipped': {
    readonly customerId: string;
    readonly salesOrderId: string;
    readonly lines: readonly {
      readonly salesOrderLineId: string;
      readonly itemId: string;
      readonly value: Decimal;
    }[];
  };
  'sales.salesInvoicePosted': {
    readonly customerId: string;
    readonly salesOrderId: string;
    readonly salesInvoiceId: string;
    readonly lines: readonly {
      readonly salesOrderLineId: string;
      readonly itemId: string | null;
      readonly kind: 'ITEM' | 'CHARGE';
      readonly net: Decimal;
      readonly tax: Decimal;
    }[];
  };
  'finance.paymentPosted': {
    readonly customerId: string;
    readonly amount: Decimal;
    readonly base: Decimal;
    /** What no invoice takes yet: it stays on the customer's account. */
    readonly open: Decimal;
    readonly openBase: Decimal;
    readonly settlements: readonly Settlement[];
  };
  'finance.paymentAllocated': {
    readonly customerId: string;
    readonly settlements: readonly Settlement[];
  };
}
