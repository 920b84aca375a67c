export * as costing from './costing.service.js';
export * as productData from './product-data.service.js';
export type { MadeItem, MadeOperation } from './product-data.rules.js';
export type { UnitCost } from './costing.rules.js';
export * from './events.js';
