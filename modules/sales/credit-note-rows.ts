import { sql } from 'kysely';
import type { Row, Tx } from '../events/index.js';
import type { BilledLine, Uncredited } from './credit-note.rules.js';

/** An invoice's line with what was credited of it; read under the invoice's lock. */
export type Billed = Row<'SalesInvoiceLine'> & BilledLine;

/** The lines of an invoice, with what credit notes that are not cancelled took of each. */
export async function billedLines(tx: Tx, salesInvoiceId: string): Promise<Billed[]> {
  const { rows } = await sql<Billed>`
    select l.*,
      coalesce(sum(c."quantity") filter (where n."id" is not null), 0) as "creditedQuantity",
      coalesce(sum(c."netAmount") filter (where n."id" is not null), 0) as "creditedNet",
      coalesce(sum(c."taxAmount") filter (where n."id" is not null), 0) as "creditedTax"
    from "SalesInvoiceLine" l
    left join "CreditNoteLine" c on c."salesInvoiceLineId" = l."id"
    left join "CreditNote" n on n."id" = c."creditNoteId" and n."status" <> 'CANCELLED'
    where l."salesInvoiceId" = ${salesInvoiceId}
    group by l."id" order by l."position"
  `.execute(tx.db);
  return rows;
}

/** What came back by a return, less what its credit notes took; read under the return's lock. */
export async function uncredited(tx: Tx, salesReturnId: string): Promise<Uncredited[]> {
  const { rows } = await sql<Uncredited>`
    select r."salesOrderLineId", sum(r."quantity") - coalesce((
        select sum(c."quantity") from "CreditNote" n
        join "CreditNoteLine" c on c."creditNoteId" = n."id"
        where n."salesReturnId" = ${salesReturnId} and n."status" <> 'CANCELLED'
          and c."salesOrderLineId" = r."salesOrderLineId"), 0) as "quantity"
    from "SalesReturnLine" r where r."salesReturnId" = ${salesReturnId}
    group by r."salesOrderLineId" order by min(r."position")
  `.execute(tx.db);
  return rows;
}

/** The lines of a credit note in the order of their positions. */
export async function creditNoteLines(
  tx: Tx,
  creditNoteId: string,
): Promise<Row<'CreditNoteLine'>[]> {
  return tx.db
    .selectFrom('CreditNoteLine')
    .selectAll()
    .where('creditNoteId', '=', creditNoteId)
    .orderBy('position')
    .execute();
}
