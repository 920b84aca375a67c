// The verbs of a sales order, gathered for the door.
export { create, createMany } from './sales-order-create.service.js';
export { upsertMany } from './sales-order-upsert.service.js';
export { change } from './sales-order-change.service.js';
export { cancel, close, confirm, hold, resume } from './sales-order-status.service.js';
