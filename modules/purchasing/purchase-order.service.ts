// The verbs of a purchase order, gathered for the door.
export {
  create,
  createMany,
  type PurchaseOrder,
  type PurchaseOrderInput,
} from './purchase-order-create.service.js';
export { upsertMany } from './purchase-order-upsert.service.js';
export { buyMany, type Need } from './purchase-order-buy.service.js';
export { change, type PurchaseOrderChange } from './purchase-order-change.service.js';
export {
  approve,
  cancel,
  close,
  confirm,
  reject,
  send,
  submit,
  type PurchaseOrderConfirm,
} from './purchase-order-status.service.js';
