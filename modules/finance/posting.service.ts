import type { FactOn, Row, Tx, VersionedTable } from '../events/index.js';
import { ONE, parseLocalDate, ZERO, type Decimal } from '../kernel/index.js';
import type { CountedStock, OpenedStock, RevaluedStock } from '../inventory/index.js';
import type {
  CompletedProduct,
  MovedMaterial,
  ReportedTime,
  SweptVariances,
} from '../manufacturing/index.js';
import type { OpenedBill, ReceivedGoods, SupplierBill } from '../purchasing/index.js';
import type { Bill, OpenedDebt, ReturnedGoods, Shipment } from '../sales/index.js';
import * as books from './books.service.js';
import type { Posting } from './entry.rules.js';
import * as journal from './journal.service.js';
import { postingRules } from './posting.rules.js';
import { remainder } from './reversal.rules.js';

export type Listener<T extends VersionedTable, D extends object> = (
  tx: Tx,
  facts: readonly FactOn<T, D>[],
) => Promise<void>;

export interface Posted {
  readonly postedOn: string;
  /** Those of the document; base currency at 1 when it has no rate. */
  readonly currency?: string;
  readonly exchangeRate?: Decimal;
}

/** Each fact becomes a voucher, written when all facts of the transaction were heard. */
function posts<T extends VersionedTable, D extends Posted>(
  what: string,
  rule: (data: D, of: books.Books) => Posting[],
): Listener<T, D> {
  return async (tx, facts) => {
    for (const fact of facts) {
      const of = await books.of(tx, fact.companyId ?? '');
      const draft = draftOf(fact, of, what, rule(fact.data, of));
      journal.postLater(tx, [draft]);
    }
  };
}

/** What a voucher says of the fact that it posts, whatever the document. */
interface PostedFact {
  readonly type: string;
  readonly documentType: string;
  readonly after: { readonly id: string; readonly number?: string | null };
  readonly data: Posted;
}

export function draftOf(
  { type, documentType, after, data }: PostedFact,
  of: books.Books,
  what: string,
  postings: readonly Posting[],
): journal.JournalDraft {
  const postedOn = parseLocalDate(data.postedOn);
  const number = after.number ? ` ${after.number}` : '';
  const isForeign = data.exchangeRate !== undefined && data.currency !== undefined;
  return {
    companyId: of.companyId,
    rule: type,
    documentType,
    documentId: after.id,
    documentOn: postedOn,
    postedOn,
    description: `${what}${number}`,
    currency: isForeign ? data.currency : of.baseCurrency,
    exchangeRate: isForeign ? data.exchangeRate : ONE,
    postings,
  };
}

/** Stock that was taken on. */
export const postOpenings = posts<'StockOpening', OpenedStock>(
  'Opening stock',
  postingRules['inventory.stockOpened'],
);
/** What customers had not paid when the company began here. */
export const postOpenDebts = posts<'SalesInvoice', OpenedDebt>(
  'Open invoice',
  postingRules['sales.salesInvoiceOpened'],
);
/** What suppliers were not paid when the company began here. */
export const postOpenBills = posts<'PurchaseInvoice', OpenedBill>(
  'Open purchase invoice',
  postingRules['purchasing.purchaseInvoiceOpened'],
);
/** What a count found more or less. */
export const postCounts = posts<'StockCount', CountedStock>(
  'Stock count',
  postingRules['inventory.stockCountPosted'],
);
/** What a new standard cost makes of stock. */
export const postRevaluations = posts<'ItemCompany', RevaluedStock>(
  'Revaluation of stock',
  postingRules['inventory.stockRevalued'],
);
/** What came in and is not invoiced. */
export const postReceipts = posts<'GoodsReceipt', ReceivedGoods>(
  'Goods receipt',
  postingRules['purchasing.goodsReceiptPosted'],
);
/** What a supplier billed. */
export const postSupplierBills = posts<'PurchaseInvoice', SupplierBill>(
  'Purchase invoice',
  (data, { baseCurrency }) =>
    postingRules['purchasing.purchaseInvoicePosted']({ ...data, baseCurrency }),
);
/** What went back to a supplier. */
export const postPurchaseReturns = posts<'PurchaseReturn', ReceivedGoods>(
  'Return to supplier',
  postingRules['purchasing.purchaseReturnShipped'],
);
/** Material that went into work. */
export const postIssues = posts<'WorkOrder', MovedMaterial>(
  'Material for work order',
  postingRules['manufacturing.materialIssued'],
);
/** Material that came back out of work. */
export const postMaterialReturns = posts<'WorkOrder', MovedMaterial>(
  'Material back from work order',
  postingRules['manufacturing.materialReturned'],
);
/** Labour and overhead that went into work. */
export const postTime = posts<'WorkOrder', ReportedTime>(
  'Time of work order',
  postingRules['manufacturing.timeReported'],
);
/** What work brought forth. */
export const postProduction = posts<'WorkOrder', CompletedProduct>(
  'Product of work order',
  postingRules['manufacturing.productionReported'],
);
/** What was left in work that ended. */
export const postVariances = posts<'WorkOrder', SweptVariances>(
  'Variances of work order',
  postingRules['manufacturing.workOrderClosed'],
);
/** The cost of what left the house. */
export const postDeliveries = posts<'Delivery', Shipment>(
  'Delivery',
  postingRules['sales.deliveryShipped'],
);
/** The cost of what came back. */
export const postReturns = posts<'SalesReturn', ReturnedGoods>(
  'Return',
  postingRules['sales.salesReturnReceived'],
);

const bills = posts<'SalesInvoice', Bill>('Invoice', postingRules['sales.salesInvoicePosted']);

/** What customers were billed; their orders count that much less against the credit limit. */
export const postInvoices: Listener<'SalesInvoice', Bill> = async (tx, facts) => {
  await bills(tx, facts);
  for (const { after, data } of facts) {
    const { companyId } = after;
    const amount = ZERO.sub(data.orderBaseAmount);
    journal.openOrdersLater(tx, { companyId, customerId: data.customerId, amount });
  }
};

/**
 * Goods that went back: the vouchers of their receipts are undone by red letters. Where stock has
 * changed its worth since, what the red letters took off too much or too little is a voucher of its
 * own, so that the stock account stays what stock is worth.
 */
export const reverseReceipts: Listener<'GoodsReceipt', ReceivedGoods> = async (tx, facts) => {
  const originals = await journal.postedBy(
    tx,
    facts.map(({ after }) => after.id),
  );
  const lines = await journal.linesOf(
    tx,
    originals.map(({ id }) => id),
  );
  for (const fact of facts) {
    const of = await books.of(tx, fact.after.companyId);
    const mine = originals.filter(({ documentId }) => documentId === fact.after.id);
    reverseWith(tx, fact, mine);
    const wanted = postingRules['purchasing.goodsReceiptReversed'](fact.data);
    const postings = remainder(
      wanted,
      mine.flatMap(({ id }) => lines.get(id) ?? []),
    );
    journal.postLater(tx, [draftOf(fact, of, 'Worth of goods sent back', postings)]);
  }
};

function reverseWith(
  tx: Tx,
  { after, data }: FactOn<'GoodsReceipt', ReceivedGoods>,
  originals: readonly Row<'JournalEntry'>[],
): void {
  const postedOn = parseLocalDate(data.postedOn);
  const description = `Goods receipt ${after.number} went back`;
  journal.reverseLater(
    tx,
    originals.map((original) => ({ original, postedOn, description })),
  );
}
