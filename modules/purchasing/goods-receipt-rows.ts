import { sql } from 'kysely';
import type { Row, Tx } from '../events/index.js';
import { type Decimal, ZERO } from '../kernel/index.js';
import { sumsBy } from './amounts.rules.js';

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

/** A posted receipt's line of which something is not invoiced. */
export interface OpenReceiptLine {
  readonly id: string;
  readonly purchaseOrderLineId: string;
  readonly quantity: Decimal;
  readonly value: Decimal;
  readonly invoiced: Decimal;
  readonly invoicedValue: Decimal;
}

/** What of an order's receipts is not invoiced, the oldest first; read under the order's lock. */
export async function openReceiptLines(
  tx: Tx,
  purchaseOrderId: string,
): Promise<OpenReceiptLine[]> {
  const { rows } = await sql<OpenReceiptLine>`
    select l."id", l."purchaseOrderLineId", l."quantity", l."value", l."invoiced", l."invoicedValue"
    from "GoodsReceipt" r join "GoodsReceiptLine" l on l."goodsReceiptId" = r."id"
    where r."purchaseOrderId" = ${purchaseOrderId} and r."status" = 'POSTED'
      and l."invoiced" < l."quantity"
    order by r."postedOn", r."id", l."position"
  `.execute(tx.db);
  return rows;
}

/** How a receipt's line moves on. */
export interface ReceiptStep {
  readonly id: string;
  readonly invoiced: Decimal;
  readonly invoicedValue: Decimal;
}

/** Says what invoices took of receipts. One statement. */
export async function takeOfReceipts(tx: Tx, steps: readonly ReceiptStep[]): Promise<void> {
  if (steps.length === 0) return;
  await sql`
    update "GoodsReceiptLine" l set "invoiced" = l."invoiced" + x.invoiced,
      "invoicedValue" = l."invoicedValue" + x.value, "version" = l."version" + 1
    from unnest(
      ${steps.map(({ id }) => id)}::uuid[], ${steps.map(({ invoiced }) => invoiced)}::numeric[],
      ${steps.map(({ invoicedValue }) => invoicedValue)}::numeric[]
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
