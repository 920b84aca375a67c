import { type Decimal, decimal, ZERO } from '../kernel/index.js';
import type { Day, Read } from './read.js';

export const ageBuckets = [
  'ON_ACCOUNT',
  'NOT_DUE',
  'DAYS_1_30',
  'DAYS_31_60',
  'DAYS_61_90',
  'DAYS_OVER_90',
] as const;

type AgeBucket = (typeof ageBuckets)[number];

/** What a customer owes of one age: days after the due date. Money on account is below zero. */
export interface OpenReceivable {
  readonly customerId: string;
  readonly currency: string;
  readonly bucket: AgeBucket;
  readonly amount: Decimal;
  readonly baseAmount: Decimal;
  readonly invoices: number;
}

/** What we owe a supplier of one age. Money paid ahead is below zero. */
export interface OpenPayable extends Omit<OpenReceivable, 'customerId'> {
  readonly supplierId: string;
}

interface Aged {
  readonly role: 'RECEIVABLES' | 'PAYABLES';
  readonly party: 'customerId' | 'supplierId';
  readonly invoice: 'salesInvoiceId' | 'purchaseInvoiceId';
  readonly table: 'SalesInvoice' | 'PurchaseInvoice';
  /** The side on which what is owed stands. */
  readonly side: 'DEBIT' | 'CREDIT';
}

// The amounts are the ledger's, so that any past day can be asked for; the due date is the
// invoice's own and does not change once it is posted.
const agedBy = ({ role, party, invoice, table, side }: Aged): string => `
  with open as (
    select e."${party}" as party, e."currency", e."${invoice}" as invoice,
      sum(case e."side" when '${side}' then e."amount" else -e."amount" end) as amount,
      sum(case e."side" when '${side}' then e."baseAmount" else -e."baseAmount" end) as base
    from "LedgerEntry" e
    where e."companyId" = $1 and e."role" = '${role}' and e."postedOn" <= $2
    group by 1, 2, 3
  ), aged as (
    select open.*, $2::date - i."dueOn" as days
    from open left join "${table}" i on i."id" = open.invoice
    where open.amount <> 0 or open.base <> 0
  )
  select party, "currency",
    case when invoice is null then 'ON_ACCOUNT' when coalesce(days, 0) <= 0 then 'NOT_DUE'
      when days <= 30 then 'DAYS_1_30' when days <= 60 then 'DAYS_31_60'
      when days <= 90 then 'DAYS_61_90' else 'DAYS_OVER_90' end,
    sum(amount), sum(base), count(invoice)::int
  from aged group by 1, 2, 3 order by 1, 2, 3`;

const OPEN_RECEIVABLES = agedBy({
  role: 'RECEIVABLES',
  party: 'customerId',
  invoice: 'salesInvoiceId',
  table: 'SalesInvoice',
  side: 'DEBIT',
});
const OPEN_PAYABLES = agedBy({
  role: 'PAYABLES',
  party: 'supplierId',
  invoice: 'purchaseInvoiceId',
  table: 'PurchaseInvoice',
  side: 'CREDIT',
});

async function aged(read: Read, text: string, { companyId, asOf }: Day) {
  const rows = await read({ text, values: [companyId, asOf] });
  return rows.map(([party, currency, bucket, amount, base, invoices]) => ({
    party: party as string,
    currency: currency as string,
    bucket: bucket as AgeBucket,
    amount: decimal(amount as string),
    baseAmount: decimal(base as string),
    invoices: invoices as number,
  }));
}

/** What customers owe on a day, by currency and age. */
export async function openReceivables(read: Read, day: Day): Promise<OpenReceivable[]> {
  const rows = await aged(read, OPEN_RECEIVABLES, day);
  return rows.map(({ party, ...row }) => ({ ...row, customerId: party }));
}

/** What we owe suppliers on a day, by currency and age. */
export async function openPayables(read: Read, day: Day): Promise<OpenPayable[]> {
  const rows = await aged(read, OPEN_PAYABLES, day);
  return rows.map(({ party, ...row }) => ({ ...row, supplierId: party }));
}

/** What is owed of one age by all together. */
export type OwedByAge = Omit<OpenReceivable, 'customerId'>;

/** What is owed in all, by currency and age. */
export function byAge(rows: readonly OwedByAge[]): OwedByAge[] {
  const totals = new Map<string, OwedByAge>();
  for (const { currency, bucket, amount, baseAmount, invoices } of rows) {
    const key = `${currency} ${bucket}`;
    const before = totals.get(key);
    totals.set(key, {
      ...{ currency, bucket },
      amount: amount.add(before?.amount ?? ZERO),
      baseAmount: baseAmount.add(before?.baseAmount ?? ZERO),
      invoices: invoices + (before?.invoices ?? 0),
    });
  }
  return [...totals.values()];
}
