import { sql } from 'kysely';
import type { Tx } from '../events/index.js';
import type { Decimal } from '../kernel/index.js';

/** What the books hold of an invoice: in its currency, and in base currency. */
export interface OpenItem {
  readonly amount: Decimal;
  readonly base: Decimal;
}

interface OpenRow extends OpenItem {
  readonly id: string;
}

/** By which entries a document stands open: their role, their side, and what refers to it. */
interface Held {
  readonly role: 'RECEIVABLES' | 'PAYABLES';
  readonly side: 'DEBIT' | 'CREDIT';
  readonly by: string;
  /** Entries that also refer to this belong to that. */
  readonly butFor?: string;
}

type Read = (tx: Tx, ids: readonly string[]) => Promise<Map<string, OpenItem>>;

/** Reads what is open by the id of the document; one that the books know nothing of is missing. */
function reading({ role, side, by, butFor }: Held): Read {
  const total = (column: string) =>
    sql`sum(case "side" when ${side} then ${sql.ref(column)} else -${sql.ref(column)} end)`;
  const others = butFor === undefined ? sql`true` : sql`${sql.ref(butFor)} is null`;
  return async (tx, ids) => {
    const { rows } = await sql<OpenRow>`
      select ${sql.ref(by)} as "id", ${total('amount')} as "amount", ${total('baseAmount')} as "base"
      from "LedgerEntry"
      where "role" = ${role} and ${sql.ref(by)} = any(${ids}::uuid[]) and ${others}
      group by 1
    `.execute(tx.db);
    return new Map(rows.map(({ id, ...open }) => [id, open]));
  };
}

/** What customers still owe on sales invoices. */
export const openOf = reading({ role: 'RECEIVABLES', side: 'DEBIT', by: 'salesInvoiceId' });

/** What we still owe on purchase invoices. */
export const owedOf = reading({ role: 'PAYABLES', side: 'CREDIT', by: 'purchaseInvoiceId' });

/** What is left of credit notes to customers, as they stand to their credit. */
export const creditedOf = reading({
  ...{ role: 'RECEIVABLES', side: 'CREDIT' },
  ...{ by: 'creditNoteId', butFor: 'salesInvoiceId' },
});

/** What is left of suppliers' credit notes, as they stand to our credit. */
export const creditedToUsOf = reading({
  ...{ role: 'PAYABLES', side: 'DEBIT' },
  ...{ by: 'purchaseCreditNoteId', butFor: 'purchaseInvoiceId' },
});
