import { hears, hearsAll, hearsLast, type Hearing } from './events/index.js';
import { credit, founding, journal, posting } from './finance/index.js';
import { stockCountPosted, stockOpened, stockRevalued } from './inventory/index.js';
import {
  materialIssued,
  materialReturned,
  productionReported,
  timeReported,
  workOrderCancelled,
  workOrderChanged,
  workOrderClosed,
} from './manufacturing/index.js';
import { companyFounded } from './platform/index.js';
import {
  goodsReceiptPosted,
  goodsReceiptReversed,
  purchaseInvoiceOpened,
  purchaseInvoicePosted,
  purchaseOrderChanged,
  purchaseOrderCreated,
} from './purchasing/index.js';
import {
  boughtFor,
  creditNotePosted,
  deliveryShipped,
  quotes,
  salesInvoiceOpened,
  salesInvoicePosted,
  salesOrderAmended,
  salesOrderCancelled,
  salesOrderChanged,
  salesOrderClosed,
  salesOrderConfirmed,
  salesOrders,
  salesReturnReceived,
} from './sales/index.js';

/** Who hears which fact, in the transaction in which it became true. A listener may refuse it. */
export const hearings: readonly Hearing[] = [
  hears(companyFounded, founding.found),
  hearsAll(salesOrderChanged, quotes.settle),
  hearsAll(salesOrderAmended, quotes.settle),
  hearsAll(salesOrderCancelled, quotes.settle),
  hearsAll(productionReported, salesOrders.hearProduction),
  hearsAll(workOrderChanged, salesOrders.hearProduction),
  hearsAll(workOrderCancelled, salesOrders.hearProduction),
  hearsAll(workOrderClosed, salesOrders.hearProduction),
  hears(salesOrderConfirmed, credit.checkOrder),
  hears(salesOrderAmended, credit.amendOrder),
  hears(salesOrderCancelled, credit.releaseOrder),
  hears(salesOrderClosed, credit.releaseOrder),
  hearsAll(purchaseOrderCreated, boughtFor.refuseUnknown),
  hearsAll(purchaseOrderChanged, boughtFor.refuseUnknown),
  hearsAll(stockOpened, posting.postOpenings),
  hearsAll(salesInvoiceOpened, posting.postOpenDebts),
  hearsAll(purchaseInvoiceOpened, posting.postOpenBills),
  hearsAll(stockCountPosted, posting.postCounts),
  hearsAll(stockRevalued, posting.postRevaluations),
  hearsAll(goodsReceiptPosted, posting.postReceipts),
  hearsAll(goodsReceiptReversed, posting.reverseReceipts),
  hearsAll(purchaseInvoicePosted, posting.postSupplierBills),
  hearsAll(materialIssued, posting.postIssues),
  hearsAll(materialReturned, posting.postMaterialReturns),
  hearsAll(timeReported, posting.postTime),
  hearsAll(productionReported, posting.postProduction),
  hearsAll(workOrderClosed, posting.postVariances),
  hearsAll(deliveryShipped, posting.postDeliveries),
  hearsAll(salesInvoicePosted, posting.postInvoices),
  hearsAll(salesReturnReceived, posting.postReturns),
  hearsAll(creditNotePosted, posting.postCredits),
  hearsLast(journal.postWaiting),
];
