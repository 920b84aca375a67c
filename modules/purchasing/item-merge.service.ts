import { sql } from 'kysely';
import type { FactOn, Tx } from '../events/index.js';
import { ItemInUse } from '../inventory/index.js';
import { takePrices } from './supplier-merge.service.js';

/**
 * Keeps an item apart while an order of it is still to come in; else what suppliers ask for it is
 * asked for the survivor. ItemInUse.
 */
export async function hearMerged(
  tx: Tx,
  { after, data }: FactOn<'Item', { readonly survivorId: string }>,
): Promise<void> {
  const { rows } = await sql<{ number: string }>`
    select o."number" from "PurchaseOrderLine" l
    join "PurchaseOrder" o on o."id" = l."purchaseOrderId"
    where l."itemId" = ${after.id} and l."status" in ('OPEN', 'PARTIALLY_RECEIVED')
      and o."status" not in ('CLOSED', 'CANCELLED')
    order by o."id" limit 1
  `.execute(tx.db);
  const [order] = rows;
  if (order) throw new ItemInUse(after.code, order.number).at('mergedId');
  await takePrices(tx, 'itemId', { fromId: after.id, toId: data.survivorId });
}
