import type { Client } from '../../typescript/client.js';
import { ImportStockDocument } from '../../typescript/generated/graphql.js';
import { batches } from '../in-flight.js';
import { Decimal } from './amounts.js';
import type { SourceOrder } from './source.js';

/** A product of which the orders need more than is available. */
export interface Short {
  readonly productId: string;
  readonly quantity: string;
  /** The first order that needs the product, and its day. */
  readonly orderId: string;
  readonly on: string;
}

interface Need {
  readonly quantity: Decimal;
  readonly order: SourceOrder['header'];
}

function needsOf(orders: readonly SourceOrder[]): Map<string, Need> {
  const needs = new Map<string, Need>();
  for (const { header, lines } of orders)
    for (const { ProductID, OrderQty } of lines) {
      const { quantity = new Decimal(0), order = header } = needs.get(ProductID) ?? {};
      needs.set(ProductID, { quantity: quantity.add(OrderQty), order });
    }
  return needs;
}

/** Piece by piece, because a filter takes a bounded list and a page a bounded number of rows. */
async function availableOf(client: Client, warehouse: string, itemIds: readonly string[]) {
  const available = new Map<string, Decimal>();
  for (const items of batches(itemIds, 100)) {
    let after: string | null = null;
    do {
      const stock: Awaited<ReturnType<typeof page>> = await page(client, warehouse, items, after);
      for (const { item, available: free } of stock?.nodes ?? [])
        if (item && free)
          available.set(item.id, (available.get(item.id) ?? new Decimal(0)).add(free.value));
      after = stock?.pageInfo.hasNextPage ? (stock.pageInfo.endCursor ?? null) : null;
    } while (after !== null);
  }
  return available;
}

async function page(client: Client, warehouse: string, items: string[], after: string | null) {
  return (await client.request(ImportStockDocument, { items, warehouse, after })).stockLevels;
}

/**
 * What is missing of each product for orders that have reserved nothing yet: their needs less what
 * is available in the warehouse.
 */
export async function shortagesOf(
  client: Client,
  orders: readonly SourceOrder[],
  {
    warehouseId,
    itemIds,
  }: { readonly warehouseId: string; readonly itemIds: ReadonlyMap<string, string> },
): Promise<Short[]> {
  const needs = needsOf(orders);
  const wanted = [...needs.keys()].flatMap((id) => itemIds.get(id) ?? []);
  const available = await availableOf(client, warehouseId, wanted);
  return [...needs].flatMap(([productId, { quantity, order }]) => {
    const missing = quantity.sub(available.get(itemIds.get(productId) ?? '') ?? 0);
    if (missing.lte(0)) return [];
    const { SalesOrderID: orderId, OrderDate: on } = order;
    return [{ productId, quantity: missing.toFixed(), orderId, on }];
  });
}
