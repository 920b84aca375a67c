import { hears, hearsAll, type Hearing } from './events/index.js';
import { credit, founding, posting } from './finance/index.js';
import { stockOpened } from './inventory/index.js';
import {
  productionReported,
  workOrderCancelled,
  workOrderChanged,
  workOrderClosed,
} from './manufacturing/index.js';
import { companyFounded } from './platform/index.js';
import {
  deliveryShipped,
  quotes,
  salesInvoicePosted,
  salesOrderAmended,
  salesOrderCancelled,
  salesOrderChanged,
  salesOrderClosed,
  salesOrderConfirmed,
  salesOrders,
} from './sales/index.js';

/** Who hears which fact, in the transaction in which it became true. A listener may refuse it. */
export const hearings: readonly Hearing[] = [
  hears(companyFounded, founding.found),
  hearsAll(stockOpened, posting.postOpenings),
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
  hears(deliveryShipped, posting.postDelivery),
  hears(salesInvoicePosted, posting.postInvoice),
];
