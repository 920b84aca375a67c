export * as purchaseOrders from './purchase-order.service.js';
export * as purchasingSettings from './settings.service.js';
export * as supplierPrices from './supplier-price.service.js';
export * as suppliers from './supplier.service.js';
export type { SupplierInput } from './supplier.rules.js';
export type { SupplierPriceInput } from './supplier-price.rules.js';
export * from './errors.js';
export * from './events.js';
export * from './lifecycles.rules.js';
