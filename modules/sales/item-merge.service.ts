import { sql } from 'kysely';
import type { FactOn, Tx } from '../events/index.js';
import { ItemInUse } from '../inventory/index.js';

/** Keeps an item apart while an order still has to deliver it. ItemInUse. */
export async function refuseOrdered(tx: Tx, { after }: FactOn<'Item', object>): Promise<void> {
  const { rows } = await sql<{ number: string }>`
    select o."number" from "SalesOrderLine" l
    join "SalesOrder" o on o."id" = l."salesOrderId"
    where l."itemId" = ${after.id} and l."status" in ('OPEN', 'PARTIALLY_SHIPPED')
      and o."status" not in ('CLOSED', 'CANCELLED')
    order by o."id" limit 1
  `.execute(tx.db);
  const [order] = rows;
  if (order) throw new ItemInUse(after.code, order.number).at('mergedId');
}
