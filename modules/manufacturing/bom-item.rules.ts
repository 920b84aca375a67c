import { InvalidInput, type ItemUnits, NotFound } from '../kernel/index.js';

/** What a BOM must know of an item. */
export interface KnownItem extends ItemUnits {
  readonly code: string;
  readonly isArchived: boolean;
}

export type KnownItems = ReadonlyMap<string, KnownItem>;

/** An item that lines may name. NotFound; InvalidInput for one that is archived. */
export function usable(itemId: string, items: KnownItems): KnownItem {
  const item = items.get(itemId);
  if (!item) throw new NotFound('Item', itemId);
  if (!item.isArchived) return item;
  throw new InvalidInput('ITEM_ARCHIVED', 'The item {item} is archived.', { item: item.code });
}
