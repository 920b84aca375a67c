import { fact } from '../events/index.js';
import type { Decimal } from '../kernel/index.js';
import type { VarianceKind } from './work-order-variance.rules.js';

export const workCenterCreated = fact<'WorkCenter'>(
  'manufacturing.workCenterCreated',
  'WorkCenter',
);
export const workCenterChanged = fact<'WorkCenter'>(
  'manufacturing.workCenterChanged',
  'WorkCenter',
);
export const workCenterArchived = fact<'WorkCenter'>(
  'manufacturing.workCenterArchived',
  'WorkCenter',
);
export const workCenterRateSet = fact<'WorkCenterRate', { readonly workCenterId: string }>(
  'manufacturing.workCenterRateSet',
  'WorkCenterRate',
);

/** Every fact of a BOM or a routing names the item that is made. */
interface OfItem {
  readonly itemId: string;
}

const ofBom = (verb: string) => fact<'Bom', OfItem>(`manufacturing.bom${verb}`, 'Bom');
const ofRouting = (verb: string) =>
  fact<'Routing', OfItem>(`manufacturing.routing${verb}`, 'Routing');

export const bomCreated = ofBom('Created');
export const bomChanged = ofBom('Changed');
export const bomSubmitted = ofBom('Submitted');
export const bomReleased = ofBom('Released');
export const bomSuperseded = ofBom('Superseded');
export const bomRetired = ofBom('Retired');
export const routingCreated = ofRouting('Created');
export const routingChanged = ofRouting('Changed');
export const routingReleased = ofRouting('Released');
export const routingRetired = ofRouting('Retired');

/** What a work order is for: each of its facts names it, so that followers and margins find it. */
export interface MadeFor {
  readonly workOrderId: string;
  /** The item that is made. */
  readonly itemId: string;
  readonly customerId: string | null;
  readonly salesOrderId: string | null;
  readonly salesOrderLineId: string | null;
}

const ofWorkOrder = (verb: string) =>
  fact<'WorkOrder', MadeFor>(`manufacturing.workOrder${verb}`, 'WorkOrder');

/** `after.quantity` is planned for the sales order's line from now on. */
export const workOrderPlanned = ofWorkOrder('Planned');
export const workOrderChanged = ofWorkOrder('Changed');
export const workOrderReleased = ofWorkOrder('Released');
export const workOrderStarted = ofWorkOrder('Started');
export const workOrderPaused = ofWorkOrder('Paused');
export const workOrderResumed = ofWorkOrder('Resumed');
/** What was planned and not completed is no longer planned for the sales order's line. */
export const workOrderCancelled = ofWorkOrder('Cancelled');

/** What was made for the materials of a work order is kept for it. */
export interface ReservedMaterial extends MadeFor {
  readonly lines: readonly {
    readonly workOrderMaterialId: string;
    readonly componentItemId: string;
    /** In the component's stock unit. */
    readonly quantity: Decimal;
  }[];
}

export const materialReserved = fact<'WorkOrder', ReservedMaterial>(
  'manufacturing.materialReserved',
  'WorkOrder',
);

/** Material that went into a work order, or came back out of it, in base currency. */
export interface MovedMaterial extends MadeFor {
  readonly postedOn: string;
  readonly lines: readonly {
    readonly workOrderMaterialId: string;
    readonly componentItemId: string;
    /** Positive, whichever way it went. */
    readonly value: Decimal;
  }[];
}

export const materialIssued = fact<'WorkOrder', MovedMaterial>(
  'manufacturing.materialIssued',
  'WorkOrder',
);
export const materialReturned = fact<'WorkOrder', MovedMaterial>(
  'manufacturing.materialReturned',
  'WorkOrder',
);

/** Time that was reported of operations, at the work centers' rates, in base currency. */
export interface ReportedTime extends MadeFor {
  readonly postedOn: string;
  readonly lines: readonly {
    readonly jobCardId: string;
    readonly workCenterId: string;
    /** People and machines. */
    readonly labour: Decimal;
    readonly overhead: Decimal;
  }[];
}

/** Told of the work order once for all job cards that one verb reports. */
export const timeReported = fact<'WorkOrder', ReportedTime>(
  'manufacturing.timeReported',
  'WorkOrder',
);

/** What went on stock out of a work order, in base currency. */
export interface CompletedProduct extends MadeFor {
  readonly postedOn: string;
  /** In the product's stock unit. */
  readonly good: Decimal;
  /** What the product on stock is worth. */
  readonly value: Decimal;
  /** What comes with it bears its share of the cost. */
  readonly byProducts: readonly { readonly itemId: string; readonly value: Decimal }[];
}

/** Some of it is made; it may be the last of it (`after.status` is then COMPLETED). */
export const productionReported = fact<'WorkOrder', CompletedProduct>(
  'manufacturing.productionReported',
  'WorkOrder',
);

/** What is left in work in process when a work order ends, parted by cause, in base currency. */
export interface SweptVariances extends MadeFor {
  readonly postedOn: string;
  /** Positive is unfavourable: it cost more than planned. They sum to what was left. */
  readonly variances: readonly { readonly kind: VarianceKind; readonly amount: Decimal }[];
}

export const workOrderClosed = fact<'WorkOrder', SweptVariances>(
  'manufacturing.workOrderClosed',
  'WorkOrder',
);

/** Which work order an operation belongs to, and where it is done. */
interface OfJobCard extends MadeFor {
  readonly workCenterId: string;
}

const ofJobCard = (verb: string) =>
  fact<'JobCard', OfJobCard>(`manufacturing.jobCard${verb}`, 'JobCard');

export const jobCardCreated = ofJobCard('Created');
export const jobCardReadied = ofJobCard('Readied');
export const jobCardSetUp = ofJobCard('SetUp');
export const jobCardStarted = ofJobCard('Started');
export const jobCardStopped = ofJobCard('Stopped');
export const jobCardReported = ofJobCard('Reported');
export const jobCardFinished = ofJobCard('Finished');
export const jobCardSkipped = ofJobCard('Skipped');
