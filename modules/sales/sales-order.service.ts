// The verbs of a sales order, gathered for the door.
export { create, type ConfirmAtOnce, type SalesOrderEntry } from './sales-order-enter.service.js';
export { createMany, type SalesOrder, type SalesOrderInput } from './sales-order-create.service.js';
export { upsertMany } from './sales-order-upsert.service.js';
export { change, type SalesOrderChange } from './sales-order-change.service.js';
export {
  cancel,
  close,
  confirm,
  hold,
  resume,
  type SalesOrderConfirm,
  type Versioned,
  type WithReason,
} from './sales-order-status.service.js';
export {
  type MakeOptions,
  makeWorkOrders,
  type SalesOrderMakeWorkOrders,
} from './sales-order-make.service.js';
export { hearProduction } from './sales-order-production.service.js';
