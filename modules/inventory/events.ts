import { fact } from '../events/index.js';
import type { Decimal } from '../kernel/index.js';

export const itemCreated = fact<'Item'>('inventory.itemCreated', 'Item');
export const itemChanged = fact<'Item'>('inventory.itemChanged', 'Item');
export const itemArchived = fact<'Item'>('inventory.itemArchived', 'Item');

/** What it turned out to be, and what of it was moved or added there. */
interface MergedItem {
  readonly survivorId: string;
  readonly externalRefs: readonly { readonly system: string; readonly key: string }[];
  readonly units: number;
}

export const itemMerged = fact<'Item', MergedItem>('inventory.itemMerged', 'Item');

/** How a company keeps an item, for the first time or anew; `before` tells which. */
export const itemSettingsSet = fact<'ItemCompany', { readonly itemId: string }>(
  'inventory.itemSettingsSet',
  'ItemCompany',
);

export const itemCategoryCreated = fact<'ItemCategory'>(
  'inventory.itemCategoryCreated',
  'ItemCategory',
);
export const itemCategoryChanged = fact<'ItemCategory'>(
  'inventory.itemCategoryChanged',
  'ItemCategory',
);
/** Said when a cost is new and when it is corrected; `before` tells which. */
export const standardCostSet = fact<'StandardCost', { readonly itemId: string }>(
  'inventory.standardCostSet',
  'StandardCost',
);
export const warehouseCreated = fact<'Warehouse'>('inventory.warehouseCreated', 'Warehouse');
export const warehouseChanged = fact<'Warehouse'>('inventory.warehouseChanged', 'Warehouse');
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

export const stockTransferCreated = fact<'StockTransfer'>(
  'inventory.stockTransferCreated',
  'StockTransfer',
);
export const stockTransferPosted = fact<'StockTransfer'>(
  'inventory.stockTransferPosted',
  'StockTransfer',
);
export const stockTransferCancelled = fact<'StockTransfer'>(
  'inventory.stockTransferCancelled',
  'StockTransfer',
);

/** What was found more (positive) or less than the books said, in base currency. */
export interface CountedStock {
  readonly postedOn: string;
  readonly lines: readonly { readonly itemId: string; readonly value: Decimal }[];
}

export const stockCountCreated = fact<'StockCount'>('inventory.stockCountCreated', 'StockCount');
export const stockCountChanged = fact<'StockCount'>('inventory.stockCountChanged', 'StockCount');
export const stockCountPosted = fact<'StockCount', CountedStock>(
  'inventory.stockCountPosted',
  'StockCount',
);
export const stockCountCancelled = fact<'StockCount'>(
  'inventory.stockCountCancelled',
  'StockCount',
);

/** By how much stock is worth more (positive) or less because its cost was set anew. */
export interface RevaluedStock {
  readonly itemId: string;
  readonly value: Decimal;
  readonly currency: string;
  readonly postedOn: string;
}

export const stockRevalued = fact<'ItemCompany', RevaluedStock>(
  'inventory.stockRevalued',
  'ItemCompany',
);

export const lotCreated = fact<'Lot', { readonly itemId: string }>('inventory.lotCreated', 'Lot');
export const lotChanged = fact<'Lot', { readonly itemId: string }>('inventory.lotChanged', 'Lot');
