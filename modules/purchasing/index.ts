export * as suppliers from './supplier.service.js';
export * as purchaseInvoices from './purchase-invoice-settle.service.js';
export * from './events.js';
