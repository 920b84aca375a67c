import { sql } from 'kysely';
import { oneOf, type Tx } from '../events/index.js';

/**
 * Which items have had stock, so that whether they are kept by lots is settled. Holds what they are
 * worth against first receipts, which know from there how an item is kept. Two statements, or none.
 */
export async function movedItems(tx: Tx, itemIds: readonly string[]): Promise<Set<string>> {
  if (itemIds.length === 0) return new Set();
  await sql`
    select "id" from "ItemValuation" where "itemId" = ${oneOf(itemIds)}
    order by "id" for no key update
  `.execute(tx.db);
  const { rows } = await sql<{ readonly itemId: string }>`
    select distinct "itemId" from "StockLevel" where "itemId" = ${oneOf(itemIds)}
  `.execute(tx.db);
  return new Set(rows.map(({ itemId }) => itemId));
}

/** Lets receipts know how items are kept from now on. One statement, or none. */
export async function setTracking(tx: Tx, itemIds: readonly string[]): Promise<void> {
  if (itemIds.length === 0) return;
  await sql`
    update "ItemValuation" v set "isLotTracked" = i."isLotTracked"
    from "Item" i where i."id" = v."itemId" and v."itemId" = ${oneOf(itemIds)}
  `.execute(tx.db);
}
