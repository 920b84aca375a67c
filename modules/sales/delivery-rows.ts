import { sql } from 'kysely';
import { readNow, type Tx } from '../events/index.js';
import { heldBy, type LineQuantity } from './delivery.rules.js';

/** What deliveries that have not left hold of the order; sent at once, behind the order's lock. */
export async function heldByDeliveries(tx: Tx, salesOrderId: string) {
  const reading = sql<LineQuantity>`
    select l."salesOrderLineId", l."quantity"
    from "Delivery" d join "DeliveryLine" l on l."deliveryId" = d."id"
    where d."salesOrderId" = ${salesOrderId} and d."status" in ('DRAFT', 'PICKING', 'PACKED')
  `;
  return heldBy(await readNow(tx, reading));
}
