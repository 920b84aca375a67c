import { fact } from '../events/index.js';
import type { Decimal } from '../kernel/index.js';

export const itemCreated = fact<'Item'>('inventory.itemCreated', 'Item');
export const itemChanged = fact<'Item'>('inventory.itemChanged', 'Item');
export const itemArchived = fact<'Item'>('inventory.itemArchived', 'Item');

/** How a company keeps an item, for the first time or anew; `before` tells which. */
export const itemSettingsSet = fact<'ItemCompany', { readonly itemId: string }>(
  'inventory.itemSettingsSet',
  'ItemCompany',
);

export const warehouseCreated = fact<'Warehouse'>('inventory.warehouseCreated', 'Warehouse');
export const binCreated = fact<'Bin', { readonly warehouseId: string }>(
  'inventory.binCreated',
  'Bin',
);

/** What stock was taken on, in the company's base currency. */
export interface OpenedStock {
  readonly itemId: string;
  readonly value: Decimal;
  readonly currency: string;
  readonly postedOn: string;
}

export const stockOpened = fact<'StockOpening', OpenedStock>(
  'inventory.stockOpened',
  'StockOpening',
);
