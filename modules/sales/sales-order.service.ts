// The verbs of a sales order, gathered for the door.
export {
  create,
  createMany,
  type SalesOrder,
  type SalesOrderInput,
} from './sales-order-create.service.js';
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
