import type { Read } from './queries.js';

/** Something that is true of the books at every commit: a query that answers no row. */
export interface Invariant {
  readonly name: string;
  /** Its rows are the exceptions. */
  readonly text: string;
}

const signed = (column: string): string =>
  `sum(case e."side" when 'DEBIT' then e."${column}" else -e."${column}" end)`;

const ofVouchers: readonly Invariant[] = [
  {
    name: 'Each voucher balances in each of its currencies.',
    text: `select e."journalEntryId", e."currency", ${signed('amount')}
      from "LedgerEntry" e group by 1, 2 having ${signed('amount')} <> 0`,
  },
  {
    name: 'Each voucher balances in base currency.',
    text: `select e."journalEntryId", ${signed('baseAmount')}
      from "LedgerEntry" e group by 1 having ${signed('baseAmount')} <> 0`,
  },
  {
    name: 'Debits equal credits in each company, currency and fiscal period.',
    text: `select e."companyId", j."fiscalPeriodId", e."currency", ${signed('amount')}
      from "LedgerEntry" e join "JournalEntry" j on j."id" = e."journalEntryId"
      group by 1, 2, 3 having ${signed('amount')} <> 0 or ${signed('baseAmount')} <> 0`,
  },
  {
    name: 'The trial balance of each company is zero.',
    text: `select e."companyId", ${signed('baseAmount')}
      from "LedgerEntry" e group by 1 having ${signed('baseAmount')} <> 0`,
  },
  {
    name: 'Posted vouchers have a number and at least two lines, and others have neither.',
    text: `select j."id", j."status", j."number", count(e."id")
      from "JournalEntry" j left join "LedgerEntry" e on e."journalEntryId" = j."id"
      group by j."id", j."status", j."number"
      having (j."status" in ('POSTED', 'REVERSED')) <> (j."number" is not null)
        or (j."status" in ('POSTED', 'REVERSED')) <> (count(e."id") >= 2)`,
  },
  {
    name: "Each ledger entry is of its voucher's company and day, and on an account of that company.",
    text: `select e."id" from "LedgerEntry" e
      join "JournalEntry" j on j."id" = e."journalEntryId"
      join "Account" a on a."id" = e."accountId"
      where e."companyId" <> j."companyId" or e."companyId" <> a."companyId"
        or e."postedOn" is distinct from j."postedOn"`,
  },
  {
    name: 'Each voucher is posted in the period of its day.',
    text: `select j."id", j."postedOn", p."code" from "JournalEntry" j
      join "FiscalPeriod" p on p."id" = j."fiscalPeriodId"
      where p."companyId" <> j."companyId"
        or j."postedOn" not between p."startsOn" and p."endsOn"`,
  },
  {
    name: 'Voucher numbers run from 1 to N without gap or repeat.',
    text: `with counted as (
        select "companyId", regexp_replace("number", '[0-9]+$', '') as word,
          substring("number" from '[0-9]+$')::bigint as value
        from "JournalEntry" where "number" is not null)
      select "companyId", word, count(*), max(value) from counted group by 1, 2
      having min(value) <> 1 or max(value) <> count(*) or count(distinct value) <> count(*)`,
  },
  {
    name: 'Nothing was posted in a closed period after it was closed.',
    text: `with closings as (
        select "documentId", max("transactionId") as closed from "Event"
        where "type" = 'finance.fiscalPeriodClosed' group by 1)
      select j."id", p."code" from "JournalEntry" j
      join "FiscalPeriod" p on p."id" = j."fiscalPeriodId" and p."status" = 'CLOSED'
      join closings c on c."documentId" = p."id"
      join "Event" v on v."documentId" = j."id" and v."type" = 'finance.journalEntryPosted'
      where v."transactionId" > c.closed`,
  },
  {
    name: 'A reversed voucher and its red letters sum to zero on each account.',
    text: `select j."reversalOfId", e."accountId", ${signed('baseAmount')}
      from "JournalEntry" j
      join "LedgerEntry" e on e."journalEntryId" in (j."id", j."reversalOfId")
      where j."reversalOfId" is not null
      group by 1, 2 having ${signed('baseAmount')} <> 0 or ${signed('amount')} <> 0`,
  },
  {
    name: 'A voucher is reversed exactly when another reverses it.',
    text: `select j."id", j."status" from "JournalEntry" j
      where (j."status" = 'REVERSED') <> exists (
        select from "JournalEntry" r where r."reversalOfId" = j."id")`,
  },
];

const ofPayments: readonly Invariant[] = [
  {
    name: 'What is allocated of a payment is the sum of its allocations and at most its amount.',
    text: `select p."id", p."allocated", sum(a."amount") from "Payment" p
      left join "PaymentAllocation" a on a."paymentId" = p."id"
      group by p."id", p."allocated", p."amount"
      having p."allocated" <> coalesce(sum(a."amount"), 0) or p."allocated" > p."amount"`,
  },
  {
    name: 'A payment is applied exactly when nothing is left of it.',
    text: `select "id", "status", "amount", "allocated" from "Payment"
      where ("status" = 'APPLIED' and "allocated" <> "amount")
        or ("status" = 'POSTED' and "allocated" >= "amount")
        or ("status" in ('DRAFT', 'REVERSED') and "allocated" <> 0)`,
  },
  {
    name: 'What is left of posted payments is what the books hold on account.',
    text: `with unspent as (
        select "companyId", "customerId", "currency", sum("amount" - "allocated") as amount
        from "Payment" where "status" in ('POSTED', 'APPLIED') group by 1, 2, 3
      ), held as (
        select e."companyId", e."customerId", e."currency", -${signed('amount')} as amount
        from "LedgerEntry" e
        where e."role" = 'RECEIVABLES' and e."salesInvoiceId" is null group by 1, 2, 3)
      select * from unspent full join held using ("companyId", "customerId", "currency")
      where coalesce(unspent.amount, 0) <> coalesce(held.amount, 0)`,
  },
  {
    name: 'What customers owe by their exposures is what the receivables accounts hold.',
    text: `with held as (
        select e."companyId", e."customerId", ${signed('baseAmount')} as amount
        from "LedgerEntry" e where e."role" = 'RECEIVABLES' group by 1, 2)
      select * from "CustomerExposure" x full join held using ("companyId", "customerId")
      where coalesce(x."receivable", 0) <> coalesce(held.amount, 0)`,
  },
  {
    name: 'Only documents move control accounts.',
    text: `select e."id", r."role" from "LedgerEntry" e
      join "AccountRole" r on r."accountId" = e."accountId"
        and r."role" in ('RECEIVABLES', 'PAYABLES', 'INVENTORY', 'WORK_IN_PROCESS')
      where e."role" is distinct from r."role"`,
  },
];

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
  'CustomerExposure',
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
export const booksInvariants: readonly Invariant[] = [...ofVouchers, ...ofPayments];
