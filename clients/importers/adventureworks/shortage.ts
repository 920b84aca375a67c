import type { Client } from '../../typescript/client.js';
import {
  ImportMaterialsDocument,
  ImportStockDocument,
} from '../../typescript/generated/graphql.js';
import { present } from '../present.js';
import { Decimal } from './amounts.js';
import type { Purchase } from './buying.js';
import type { OrderLine } from './making.js';
import { allOfEach } from './paging.js';

interface Item {
  readonly id: string;
  readonly code: string;
}

/** Quantities by item. */
type Pieces = Map<string, Decimal>;

/** Something of which more is needed than there is. */
export interface Short {
  readonly item: Item;
  readonly quantity: string;
}

function add(pieces: Pieces, itemId: string | undefined, quantity: Decimal): void {
  if (itemId === undefined) return;
  pieces.set(itemId, (pieces.get(itemId) ?? new Decimal(0)).add(quantity));
}

/** What a line still needs: neither shipped, nor kept for it, nor being made for it. */
function openOf({ quantity, planned, produced, shipped, reserved }: OrderLine): Decimal {
  const making = new Decimal(planned.value).sub(produced.value);
  const open = new Decimal(quantity.value).sub(shipped.value).sub(reserved.value).sub(making);
  return Decimal.max(0, open);
}

interface Needs {
  readonly needs: Pieces;
  readonly known: ReadonlyMap<string, Item>;
}

/** What is needed and nobody has been promised: for the lines, and for what is being made. */
async function needsOf(
  client: Client,
  orderIds: readonly string[],
  lines: readonly OrderLine[],
): Promise<Needs> {
  const needs: Pieces = new Map();
  const known = new Map<string, Item>();
  for (const line of lines) {
    if (line.item) known.set(line.item.id, line.item);
    add(needs, line.item?.id, openOf(line));
  }
  const materials = await allOfEach(orderIds, async (orders, after) => {
    return (await client.request(ImportMaterialsDocument, { orders, after })).workOrderMaterials;
  });
  for (const { item, required, issued, reserved } of materials) {
    if (item) known.set(item.id, item);
    add(needs, item?.id, new Decimal(required.value).sub(issued.value).sub(reserved.value));
  }
  return { needs, known };
}

/** What nobody has been promised, and what is on its way. */
async function supplyOf(
  client: Client,
  { warehouse, itemIds }: { readonly warehouse: string; readonly itemIds: readonly string[] },
  purchases: readonly Purchase[],
): Promise<Pieces> {
  const supply: Pieces = new Map();
  const levels = await allOfEach(itemIds, async (items, after) => {
    return (await client.request(ImportStockDocument, { items, warehouse, after })).stockLevels;
  });
  for (const { item, available } of levels)
    add(supply, item?.id, new Decimal(available?.value ?? 0));
  for (const { lines } of purchases)
    for (const { item, quantity, received } of lines?.nodes ?? [])
      add(supply, item?.id, new Decimal(quantity.value).sub(received.value));
  return supply;
}

/** What is missing for orders: their needs, less what is free in the warehouse or on its way. */
export async function shortagesOf(
  client: Client,
  {
    orderIds,
    lines,
  }: { readonly orderIds: readonly string[]; readonly lines: readonly OrderLine[] },
  { warehouse, purchases }: { readonly warehouse: string; readonly purchases: readonly Purchase[] },
): Promise<Short[]> {
  const { needs, known } = await needsOf(client, orderIds, lines);
  const itemIds = [...needs].flatMap(([id, need]) => (need.gt(0) ? [id] : []));
  const supply = await supplyOf(client, { warehouse, itemIds }, purchases);
  return itemIds.flatMap((itemId) => {
    const missing = present(needs.get(itemId)).sub(supply.get(itemId) ?? 0);
    return missing.gt(0) ? [{ item: present(known.get(itemId)), quantity: missing.toFixed() }] : [];
  });
}
