import { hears, hearsAll, type Hearing } from './events/index.js';
import { credit, founding, posting } from './finance/index.js';
import { stockOpened } from './inventory/index.js';
import { companyFounded } from './platform/index.js';
import { purchaseOrderChanged, purchaseOrderCreated } from './purchasing/index.js';
import {
  boughtFor,
  deliveryShipped,
  salesInvoicePosted,
  salesOrderCancelled,
  salesOrderClosed,
  salesOrderConfirmed,
} from './sales/index.js';

/** Who hears which fact, in the transaction in which it became true. A listener may refuse it. */
export const hearings: readonly Hearing[] = [
  hears(companyFounded, founding.found),
  hearsAll(stockOpened, posting.postOpenings),
  hears(salesOrderConfirmed, credit.checkOrder),
  hears(salesOrderCancelled, credit.releaseOrder),
  hears(salesOrderClosed, credit.releaseOrder),
  hearsAll(purchaseOrderCreated, boughtFor.refuseUnknown),
  hearsAll(purchaseOrderChanged, boughtFor.refuseUnknown),
  hears(deliveryShipped, posting.postDelivery),
  hears(salesInvoicePosted, posting.postInvoice),
];
