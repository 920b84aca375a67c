import { sql } from 'kysely';
import { readNow, type Row, type Tx } from '../events/index.js';
import { type Decimal, present } from '../kernel/index.js';
import type { TakenPart } from './sales-invoice-parts.rules.js';

type InvoiceLine = Row<'SalesInvoiceLine'>;

/** What posted invoices have billed of an order, in its currency; read under the order's lock. */
export async function invoicedGross(tx: Tx, salesOrderId: string): Promise<Decimal> {
  const { rows } = await sql<{ gross: Decimal }>`
    select coalesce(sum("grossAmount"), 0) as gross from "SalesInvoice"
    where "salesOrderId" = ${salesOrderId} and "status" = 'POSTED'
  `.execute(tx.db);
  return present(rows[0]).gross;
}

/** What an invoice took of an order's line, and whether it is posted. */
export type KnownPart = TakenPart & { readonly isPosted: boolean };

/** What invoices that are not cancelled took of an order; sent at once, behind the order's lock. */
export function takenParts(tx: Tx, salesOrderId: string): Promise<KnownPart[]> {
  const reading = sql<KnownPart>`
    select l."salesOrderLineId", l."quantity", l."netAmount", l."taxAmount",
      i."status" = 'POSTED' as "isPosted"
    from "SalesInvoice" i join "SalesInvoiceLine" l on l."salesInvoiceId" = i."id"
    where i."salesOrderId" = ${salesOrderId} and i."status" <> 'CANCELLED'
  `;
  return readNow(tx, reading);
}

/** The lines of an invoice in the order of their positions. */
export async function invoiceLines(tx: Tx, salesInvoiceId: string): Promise<InvoiceLine[]> {
  return tx.db
    .selectFrom('SalesInvoiceLine')
    .selectAll()
    .where('salesInvoiceId', '=', salesInvoiceId)
    .orderBy('position')
    .execute();
}
