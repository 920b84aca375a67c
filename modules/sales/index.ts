export * as boughtFor from './bought-for.service.js';
export * as salesOrders from './sales-order.service.js';
export * as deliveries from './delivery.service.js';
export * as salesInvoices from './sales-invoice.service.js';
export * from './errors.js';
export * from './events.js';
export * from './lifecycles.rules.js';
export { openAmount, settlementOn } from './sales-invoice.rules.js';
export * as queries from './queries.js';
