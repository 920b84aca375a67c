import { sql } from 'kysely';
import type { Row, Tx } from '../events/index.js';
import type { ReturnableLine } from '../kernel/index.js';
import type { ClearingStep, Uncleared } from './clearing.rules.js';
import type { ReceivedLine } from './purchase-return.rules.js';

/** A posted receipt's line as a return sees it. */
export type Received = ReceivedLine &
  ReturnableLine & { readonly itemId: string; readonly unit: string };

/** What came of an order and what went back of it, line by line; read under the order's lock. */
export async function receivedLines(tx: Tx, purchaseOrderId: string): Promise<Received[]> {
  const { rows } = await sql<Received>`
    select g."id", g."purchaseOrderLineId", g."itemId", g."unit", g."quantity", g."value",
      g."invoiced", g."invoicedValue", g."returned", g."withdrawn", g."withdrawnValue",
      coalesce(sum(l."quantity") filter (where r."status" <> 'CANCELLED'), 0) as taken
    from "GoodsReceipt" h join "GoodsReceiptLine" g on g."goodsReceiptId" = h."id"
    left join "PurchaseReturnLine" l on l."goodsReceiptLineId" = g."id"
    left join "PurchaseReturn" r on r."id" = l."purchaseReturnId"
    where h."purchaseOrderId" = ${purchaseOrderId} and h."status" = 'POSTED'
    group by g."id", h."postedOn" order by h."postedOn", g."id"
  `.execute(tx.db);
  return rows;
}

/** Whether returns that are not cancelled name lines of a receipt; read under the order's lock. */
export async function isReturned(tx: Tx, goodsReceiptId: string): Promise<boolean> {
  const { rows } = await sql<{ returned: boolean }>`
    select exists (select from "GoodsReceiptLine" g
      join "PurchaseReturnLine" l on l."goodsReceiptLineId" = g."id"
      join "PurchaseReturn" r on r."id" = l."purchaseReturnId" and r."status" <> 'CANCELLED'
      where g."goodsReceiptId" = ${goodsReceiptId}) as returned
  `.execute(tx.db);
  return rows[0]?.returned ?? false;
}

/** The lines of a return in the order of their positions. */
export async function returnLines(
  tx: Tx,
  purchaseReturnId: string,
): Promise<Row<'PurchaseReturnLine'>[]> {
  return tx.db
    .selectFrom('PurchaseReturnLine')
    .selectAll()
    .where('purchaseReturnId', '=', purchaseReturnId)
    .orderBy('position')
    .execute();
}

/** How a receipt's line moves on when a part of it goes back. */
export interface ReturnStep {
  readonly id: string;
  readonly returned: ReceivedLine['returned'];
  readonly withdrawn: ReceivedLine['withdrawn'];
  readonly withdrawnValue: ReceivedLine['withdrawnValue'];
}

/** Says what of receipts went back. One statement. */
export async function returnReceived(tx: Tx, steps: readonly ReturnStep[]): Promise<void> {
  await sql`
    update "GoodsReceiptLine" l set "returned" = l."returned" + x.returned,
      "withdrawn" = l."withdrawn" + x.withdrawn,
      "withdrawnValue" = l."withdrawnValue" + x.value, "version" = l."version" + 1
    from unnest(
      ${steps.map(({ id }) => id)}::uuid[], ${steps.map(({ returned }) => returned)}::numeric[],
      ${steps.map(({ withdrawn }) => withdrawn)}::numeric[],
      ${steps.map(({ withdrawnValue }) => withdrawnValue)}::numeric[]
    ) as x(id, returned, withdrawn, value)
    where l."id" = x.id
  `.execute(tx.db);
}

/** What of a return's goods is to be credited; read under the order's lock. */
export async function openReturnLines(tx: Tx, purchaseReturnId: string): Promise<Uncleared[]> {
  const { rows } = await sql<Uncleared>`
    select l."id", l."purchaseOrderLineId", l."toCredit" as "quantity",
      l."toCreditValue" as "value", l."credited" as "taken", l."creditedValue" as "takenValue"
    from "PurchaseReturnLine" l
    where l."purchaseReturnId" = ${purchaseReturnId} and l."credited" < l."toCredit"
    order by l."position"
  `.execute(tx.db);
  return rows;
}

/** Says what credit notes took of returns. One statement, or none. */
export async function takeOfReturns(tx: Tx, steps: readonly ClearingStep[]): Promise<void> {
  if (steps.length === 0) return;
  await sql`
    update "PurchaseReturnLine" l set "credited" = l."credited" + x.credited,
      "creditedValue" = l."creditedValue" + x.value, "version" = l."version" + 1
    from unnest(
      ${steps.map(({ id }) => id)}::uuid[], ${steps.map(({ taken }) => taken)}::numeric[],
      ${steps.map(({ takenValue }) => takenValue)}::numeric[]
    ) as x(id, credited, value)
    where l."id" = x.id
  `.execute(tx.db);
}
