import { sql } from 'kysely';
import type { Row, Tx } from '../events/index.js';
import type { Decimal } from '../kernel/index.js';

type InvoiceLine = Row<'PurchaseInvoiceLine'>;

/** What an invoice line took of an order's line. */
export interface TakenPart {
  readonly purchaseOrderLineId: string;
  readonly quantity: Decimal;
}

/** What invoices that are not cancelled took of an order's lines; read under the order's lock. */
export async function takenParts(tx: Tx, purchaseOrderId: string): Promise<TakenPart[]> {
  const { rows } = await sql<TakenPart>`
    select l."purchaseOrderLineId", l."quantity"
    from "PurchaseInvoice" i join "PurchaseInvoiceLine" l on l."purchaseInvoiceId" = i."id"
    where i."purchaseOrderId" = ${purchaseOrderId} and i."status" <> 'CANCELLED'
  `.execute(tx.db);
  return rows;
}

/** The lines of an invoice in the order of their positions. */
export async function invoiceLines(tx: Tx, purchaseInvoiceId: string): Promise<InvoiceLine[]> {
  return tx.db
    .selectFrom('PurchaseInvoiceLine')
    .selectAll()
    .where('purchaseInvoiceId', '=', purchaseInvoiceId)
    .orderBy('position')
    .execute();
}

/** What a line means for stock, known at posting; in base currency. */
export interface ClearedLine {
  readonly id: string;
  readonly received: Decimal;
  readonly toStock: Decimal;
}

/** Writes what posting made of the lines. One statement. */
export async function clearLines(tx: Tx, lines: readonly ClearedLine[]): Promise<void> {
  await sql`
    update "PurchaseInvoiceLine" l set "received" = x.received, "toStock" = x.stock,
      "version" = l."version" + 1
    from unnest(
      ${lines.map(({ id }) => id)}::uuid[], ${lines.map(({ received }) => received)}::numeric[],
      ${lines.map(({ toStock }) => toStock)}::numeric[]
    ) as x(id, received, stock)
    where l."id" = x.id
  `.execute(tx.db);
}
