export * as bins from './bin.service.js';
export * as genealogy from './genealogy.service.js';
export * as items from './item.service.js';
export * as lots from './lot.service.js';
export * as openings from './stock-opening.service.js';
export * as queries from './queries.js';
export * as reservations from './reservation.service.js';
export * as standardCosts from './standard-cost.service.js';
export * as stock from './stock.service.js';
export * as stockMoves from './stock-moves.service.js';
export * as warehouses from './warehouse.service.js';

export type { DocumentRef } from './movement.service.js';
export type { LotInput } from './lot.rules.js';
export type { ItemInput } from './item-upsert.rules.js';
export type { StockOpeningInput } from './stock-opening.rules.js';
export * from './errors.js';
export * from './events.js';
