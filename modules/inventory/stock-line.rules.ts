import {
  NotFound,
  convertQuantity,
  type Decimal,
  type ItemUnits,
  type UnitDefinition,
} from '../kernel/index.js';
import { ItemNotStocked, LotNotTracked, LotRequired } from './errors.js';
import { MAIN_BIN } from './place.rules.js';
import type { Stored } from './stored.js';

/** What a line of a transfer or a count names. */
export interface StockLineInput {
  readonly itemId: string;
  readonly lotId?: string | null;
  readonly binIds: readonly (string | null | undefined)[];
}

/** What lines of stock are planned from, by id; what is unknown is missing. */
export interface LineSurroundings {
  readonly items: ReadonlyMap<string, Stored<'Item'>>;
  readonly conversions: ReadonlyMap<string, ItemUnits>;
  readonly definitions: readonly UnitDefinition[];
  /** The bins MAIN, by warehouse. */
  readonly mainBins: ReadonlyMap<string, string>;
  readonly bins: ReadonlyMap<string, Stored<'Bin'>>;
  readonly lots: ReadonlyMap<string, Stored<'Lot'>>;
}

/** The item of a line, which is kept in stock; an archived one is carried and counted still. */
export function stockedItem(itemId: string, { items }: LineSurroundings): Stored<'Item'> {
  const item = items.get(itemId);
  if (!item) throw new NotFound('Item', itemId);
  if (!item.isStocked) throw new ItemNotStocked(item.code);
  return item;
}

/** The bin that is named, in its warehouse; the warehouse's first when none is. */
export function binIn(
  warehouse: { readonly id: string },
  binId: string | null | undefined,
  { bins, mainBins }: LineSurroundings,
): string {
  if (!binId) {
    const main = mainBins.get(warehouse.id);
    if (main === undefined) throw new NotFound('Bin', MAIN_BIN);
    return main;
  }
  const bin = bins.get(binId);
  if (bin?.warehouseId !== warehouse.id || bin.archivedAt) throw new NotFound('Bin', binId);
  return binId;
}

/** The lot that is named, which an item kept by lots has and no other. */
export function lotIn(
  item: Stored<'Item'>,
  { companyId, lotId = null }: { readonly companyId: string; readonly lotId?: string | null },
  { lots }: LineSurroundings,
): string | null {
  if (item.isLotTracked && lotId === null) throw new LotRequired(item.code);
  if (!item.isLotTracked && lotId !== null) throw new LotNotTracked(item.code);
  if (lotId === null) return null;
  const lot = lots.get(lotId);
  if (lot?.itemId !== item.id || lot.companyId !== companyId) throw new NotFound('Lot', lotId);
  return lotId;
}

/** A quantity in the item's stock unit; as it is where no unit is named. */
export function inStock(
  item: Stored<'Item'>,
  { quantity: value, unit }: { readonly quantity: Decimal; readonly unit?: string | null },
  { conversions, definitions }: LineSurroundings,
): Decimal {
  const own = { item: conversions.get(item.id), definitions };
  return convertQuantity({ value, unit: unit ?? item.unit }, item.unit, own).value;
}
