import { sql } from 'kysely';
import type { Row, Tx } from '../events/index.js';
import { type Decimal, ZERO } from '../kernel/index.js';
import { sumsBy } from './amounts.rules.js';
import type { ClearingStep, Uncleared } from './clearing.rules.js';

type ReceiptLine = Row<'GoodsReceiptLine'>;

/** What receipts that are not posted hold of an order's lines; read under the order's lock. */
export async function heldByReceipts(
  tx: Tx,
  purchaseOrderId: string,
): Promise<Map<string, Decimal>> {
  const { rows } = await sql<{ id: string; quantity: Decimal }>`
    select l."purchaseOrderLineId" as id, l."quantity"
    from "GoodsReceipt" r join "GoodsReceiptLine" l on l."goodsReceiptId" = r."id"
    where r."purchaseOrderId" = ${purchaseOrderId} and r."status" in ('DRAFT', 'ON_HOLD')
  `.execute(tx.db);
  return sumsBy(
    rows,
    ({ id }) => id,
    ({ quantity }) => quantity,
  );
}

/** The lines of a receipt in the order of their positions. */
export async function receiptLines(tx: Tx, goodsReceiptId: string): Promise<ReceiptLine[]> {
  return tx.db
    .selectFrom('GoodsReceiptLine')
    .selectAll()
    .where('goodsReceiptId', '=', goodsReceiptId)
    .orderBy('position')
    .execute();
}

/** What of an order's receipts is to be invoiced, the oldest first; under the order's lock. */
export async function openReceiptLines(tx: Tx, purchaseOrderId: string): Promise<Uncleared[]> {
  const { rows } = await sql<Uncleared>`
    select l."id", l."purchaseOrderLineId", l."quantity", l."value",
      l."invoiced" + l."withdrawn" as "taken",
      l."invoicedValue" + l."withdrawnValue" as "takenValue"
    from "GoodsReceipt" r join "GoodsReceiptLine" l on l."goodsReceiptId" = r."id"
    where r."purchaseOrderId" = ${purchaseOrderId} and r."status" = 'POSTED'
      and l."invoiced" + l."withdrawn" < l."quantity"
    order by r."postedOn", r."id", l."position"
  `.execute(tx.db);
  return rows;
}

/** Says what invoices took of receipts. One statement. */
export async function takeOfReceipts(tx: Tx, steps: readonly ClearingStep[]): Promise<void> {
  if (steps.length === 0) return;
  await sql`
    update "GoodsReceiptLine" l set "invoiced" = l."invoiced" + x.invoiced,
      "invoicedValue" = l."invoicedValue" + x.value, "version" = l."version" + 1
    from unnest(
      ${steps.map(({ id }) => id)}::uuid[], ${steps.map(({ taken }) => taken)}::numeric[],
      ${steps.map(({ takenValue }) => takenValue)}::numeric[]
    ) as x(id, invoiced, value)
    where l."id" = x.id
  `.execute(tx.db);
}

/** Says what is owed for each line that was just posted. One statement. */
export async function valueLines(
  tx: Tx,
  lines: readonly ReceiptLine[],
  owed: readonly Decimal[],
): Promise<void> {
  await sql`
    update "GoodsReceiptLine" l set "value" = x.value, "version" = l."version" + 1
    from unnest(
      ${lines.map(({ id }) => id)}::uuid[], ${lines.map((_, at) => owed[at] ?? ZERO)}::numeric[]
    ) as x(id, value)
    where l."id" = x.id
  `.execute(tx.db);
}
