import { sql } from 'kysely';
import { nextVersion, type Row, type Tx } from '../events/index.js';
import type { Decimal } from '../kernel/index.js';
import type { BilledLine, Uncredited } from './purchase-credit-note.rules.js';

/** A supplier's invoice line with what was credited of it; read under the invoice's lock. */
export type Billed = Row<'PurchaseInvoiceLine'> & BilledLine;

/** The lines of an invoice, with what credit notes that are not cancelled took of each. */
export async function billedLines(tx: Tx, purchaseInvoiceId: string): Promise<Billed[]> {
  const { rows } = await sql<Billed>`
    select l.*,
      coalesce(sum(c."quantity") filter (where n."id" is not null), 0) as "creditedQuantity",
      coalesce(sum(c."netAmount") filter (where n."id" is not null), 0) as "creditedNet",
      coalesce(sum(c."taxAmount") filter (where n."id" is not null), 0) as "creditedTax"
    from "PurchaseInvoiceLine" l
    left join "PurchaseCreditNoteLine" c on c."purchaseInvoiceLineId" = l."id"
    left join "PurchaseCreditNote" n on n."id" = c."purchaseCreditNoteId"
      and n."status" <> 'CANCELLED'
    where l."purchaseInvoiceId" = ${purchaseInvoiceId}
    group by l."id" order by l."position"
  `.execute(tx.db);
  return rows;
}

/** What of a return is to be credited, less what its notes took; read under the return's lock. */
export async function uncredited(tx: Tx, purchaseReturnId: string): Promise<Uncredited[]> {
  const { rows } = await sql<Uncredited>`
    select r."purchaseOrderLineId", sum(r."toCredit") - coalesce((
        select sum(c."quantity") from "PurchaseCreditNote" n
        join "PurchaseCreditNoteLine" c on c."purchaseCreditNoteId" = n."id"
        where n."purchaseReturnId" = ${purchaseReturnId} and n."status" <> 'CANCELLED'
          and c."purchaseOrderLineId" = r."purchaseOrderLineId"), 0) as "quantity"
    from "PurchaseReturnLine" r where r."purchaseReturnId" = ${purchaseReturnId}
    group by r."purchaseOrderLineId" order by min(r."position")
  `.execute(tx.db);
  return rows;
}

/** The lines of a credit note in the order of their positions. */
export async function creditNoteLines(
  tx: Tx,
  purchaseCreditNoteId: string,
): Promise<Row<'PurchaseCreditNoteLine'>[]> {
  return tx.db
    .selectFrom('PurchaseCreditNoteLine')
    .selectAll()
    .where('purchaseCreditNoteId', '=', purchaseCreditNoteId)
    .orderBy('position')
    .execute();
}

/** By which lines of receipts the lines of an order came, by line. One statement. */
export async function receivedBy(
  tx: Tx,
  purchaseOrderLineIds: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ id: string; lines: string[] }>`
    select l."purchaseOrderLineId" as id, array_agg(l."id"::text order by l."id") as lines
    from "GoodsReceiptLine" l where l."purchaseOrderLineId" = any(${purchaseOrderLineIds}::uuid[])
      and l."value" is not null
    group by 1
  `.execute(tx.db);
  return new Map(rows.map(({ id, lines }) => [id, lines]));
}

/** What a credited line means for goods and stock, known at posting; in base currency. */
export interface ValuedCredit {
  readonly id: string;
  readonly returned: Decimal;
  readonly toStock: Decimal;
}

/** Writes what posting made of the lines. One statement. */
export async function valueCredits(tx: Tx, lines: readonly ValuedCredit[]): Promise<void> {
  await sql`
    update "PurchaseCreditNoteLine" l set "returned" = x.returned, "toStock" = x.stock,
      "version" = l."version" + 1
    from unnest(
      ${lines.map(({ id }) => id)}::uuid[], ${lines.map(({ returned }) => returned)}::numeric[],
      ${lines.map(({ toStock }) => toStock)}::numeric[]
    ) as x(id, returned, stock)
    where l."id" = x.id
  `.execute(tx.db);
}

type Patch = Partial<
  Pick<Row<'PurchaseCreditNote'>, 'status' | 'postedOn' | 'settledAmount' | 'allocatedAmount'>
>;

/** Writes a credit note that is locked, and counts its version. */
export async function updateCreditNote(
  tx: Tx,
  before: Row<'PurchaseCreditNote'>,
  patch: Patch,
): Promise<Row<'PurchaseCreditNote'>> {
  return nextVersion(tx, 'PurchaseCreditNote', before, patch);
}
