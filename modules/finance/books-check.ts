import { ofControls } from './control-check.js';
import type { Invariant } from './invariant.js';
import { ofPayments } from './payments-check.js';
import type { Read } from './queries.js';
import { ofVouchers } from './vouchers-check.js';

export type { Invariant } from './invariant.js';

/** How many rows break an invariant; none when the books are right. */
export interface InvariantCount {
  readonly name: string;
  readonly broken: number;
}

/** The tables that the invariants name; each row belongs to a company. */
const TABLES = [
  'LedgerEntry',
  'JournalEntry',
  'Account',
  'AccountRole',
  'FiscalPeriod',
  'Payment',
  'PaymentAllocation',
  'CreditNote',
  'CreditNoteAllocation',
  'PurchaseCreditNote',
  'PurchaseCreditNoteAllocation',
  'CustomerExposure',
  'SupplierExposure',
  'OpeningBalance',
  'StockRole',
  'ItemValuation',
  'WorkOrder',
  'PurchaseOrderLine',
  'PurchaseInvoice',
  'Event',
];

// Names of a WITH hide the tables of the same names in everything below it.
const ofCompanies = TABLES.map(
  (table) => `"${table}" as (select * from "${table}" where "companyId" = any($1::uuid[]))`,
).join(', ');

/** Counts what breaks each invariant, in all companies or in some; a statement for each. */
export async function checkBooks(
  read: Read,
  companies: 'ALL' | readonly string[],
): Promise<InvariantCount[]> {
  const counts: InvariantCount[] = [];
  for (const { name, text } of booksInvariants) {
    const counted = `select count(*)::int from (${text}) as broken`;
    const statement =
      companies === 'ALL'
        ? { text: counted, values: [] }
        : { text: `with ${ofCompanies} ${counted}`, values: [[...companies]] };
    const [row] = await read(statement);
    counts.push({ name, broken: Number(row?.[0]) });
  }
  return counts;
}

/** What must hold of finance's own tables. */
export const booksInvariants: readonly Invariant[] = [...ofVouchers, ...ofPayments, ...ofControls];
