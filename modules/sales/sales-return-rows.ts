import { sql } from 'kysely';
import type { Row, Tx } from '../events/index.js';
import type { ReturnableLine } from '../kernel/index.js';

/** A delivered line as a return sees it. */
export interface Delivered extends ReturnableLine {
  readonly salesOrderLineId: string;
  readonly itemId: string;
  readonly unit: string;
  /** What of `taken` is received. */
  readonly received: ReturnableLine['taken'];
}

/** What left of an order and what came back of it, line by line; read under the order's lock. */
export async function deliveredLines(tx: Tx, salesOrderId: string): Promise<Delivered[]> {
  const { rows } = await sql<Delivered>`
    select d."id", d."salesOrderLineId", d."itemId", d."unit", d."quantity",
      coalesce(sum(l."quantity") filter (where r."status" <> 'CANCELLED'), 0) as taken,
      coalesce(sum(l."quantity") filter (where r."status" = 'RECEIVED'), 0) as received
    from "Delivery" h join "DeliveryLine" d on d."deliveryId" = h."id"
    left join "SalesReturnLine" l on l."deliveryLineId" = d."id"
    left join "SalesReturn" r on r."id" = l."salesReturnId"
    where h."salesOrderId" = ${salesOrderId} and h."status" in ('SHIPPED', 'DELIVERED')
    group by d."id" order by d."id"
  `.execute(tx.db);
  return rows;
}

/** The lines of a return in the order of their positions. */
export async function returnLines(
  tx: Tx,
  salesReturnId: string,
): Promise<Row<'SalesReturnLine'>[]> {
  return tx.db
    .selectFrom('SalesReturnLine')
    .selectAll()
    .where('salesReturnId', '=', salesReturnId)
    .orderBy('position')
    .execute();
}
