// The verbs of a purchase order, gathered for the door.
export {
  create,
  createMany,
  type PurchaseOrder,
  type PurchaseOrderInput,
} from './purchase-order-create.service.js';
export { upsertMany } from './purchase-order-upsert.service.js';
export { change, type PurchaseOrderChange } from './purchase-order-change.service.js';
