import { sql } from 'kysely';
import type { Tx } from '../events/index.js';
import type { Decimal } from '../kernel/index.js';

/** What the books hold of an invoice: in its currency, and in base currency. */
export interface OpenItem {
  readonly amount: Decimal;
  readonly base: Decimal;
}

interface OpenRow extends OpenItem {
  readonly invoiceId: string;
}

/** What customers still owe on sales invoices; one that the books know nothing of is missing. */
export async function openOf(tx: Tx, ids: readonly string[]): Promise<Map<string, OpenItem>> {
  const { rows } = await sql<OpenRow>`
    select "salesInvoiceId" as "invoiceId",
      sum(case "side" when 'DEBIT' then "amount" else -"amount" end) as "amount",
      sum(case "side" when 'DEBIT' then "baseAmount" else -"baseAmount" end) as "base"
    from "LedgerEntry"
    where "role" = 'RECEIVABLES' and "salesInvoiceId" = any(${ids}::uuid[])
    group by 1
  `.execute(tx.db);
  return byInvoice(rows);
}

/** What we still owe on purchase invoices, as `openOf`. */
export async function owedOf(tx: Tx, ids: readonly string[]): Promise<Map<string, OpenItem>> {
  const { rows } = await sql<OpenRow>`
    select "purchaseInvoiceId" as "invoiceId",
      sum(case "side" when 'CREDIT' then "amount" else -"amount" end) as "amount",
      sum(case "side" when 'CREDIT' then "baseAmount" else -"baseAmount" end) as "base"
    from "LedgerEntry"
    where "role" = 'PAYABLES' and "purchaseInvoiceId" = any(${ids}::uuid[])
    group by 1
  `.execute(tx.db);
  return byInvoice(rows);
}

/** What is left of credit notes to customers, as they stand to their credit; as `openOf`. */
export async function creditedOf(tx: Tx, ids: readonly string[]): Promise<Map<string, OpenItem>> {
  const { rows } = await sql<OpenRow>`
    select "creditNoteId" as "invoiceId",
      sum(case "side" when 'CREDIT' then "amount" else -"amount" end) as "amount",
      sum(case "side" when 'CREDIT' then "baseAmount" else -"baseAmount" end) as "base"
    from "LedgerEntry"
    where "role" = 'RECEIVABLES' and "creditNoteId" = any(${ids}::uuid[])
      and "salesInvoiceId" is null
    group by 1
  `.execute(tx.db);
  return byInvoice(rows);
}

/** What is left of suppliers' credit notes, as they stand to our credit; as `openOf`. */
export async function creditedToUsOf(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, OpenItem>> {
  const { rows } = await sql<OpenRow>`
    select "purchaseCreditNoteId" as "invoiceId",
      sum(case "side" when 'DEBIT' then "amount" else -"amount" end) as "amount",
      sum(case "side" when 'DEBIT' then "baseAmount" else -"baseAmount" end) as "base"
    from "LedgerEntry"
    where "role" = 'PAYABLES' and "purchaseCreditNoteId" = any(${ids}::uuid[])
      and "purchaseInvoiceId" is null
    group by 1
  `.execute(tx.db);
  return byInvoice(rows);
}

const byInvoice = (rows: readonly OpenRow[]): Map<string, OpenItem> =>
  new Map(rows.map(({ invoiceId, ...open }) => [invoiceId, open]));
