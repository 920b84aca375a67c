import { type Decimal, decimal, ZERO } from '../kernel/index.js';
import {
  incomeStatement as statementOf,
  profitability as marginOf,
  type IncomeStatement,
  type Profitability,
  type SectionSum,
} from './statements.rules.js';

/** Runs one statement, on the pool or on a transaction; rows are lists, numerics are text. */
export type Read = (statement: { text: string; values: unknown[] }) => Promise<unknown[][]>;

export interface Span {
  readonly companyId: string;
  /** First and last day, both included. */
  readonly from: string;
  readonly to: string;
}

/** One account of a trial balance, in base currency; debit balances are positive. */
export interface TrialBalanceRow {
  readonly accountId: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly opening: Decimal;
  readonly debit: Decimal;
  readonly credit: Decimal;
  readonly closing: Decimal;
}

const TRIAL_BALANCE = `
  select a."id", a."code", a."name", a."kind", t.opening, t.debit, t.credit,
         t.opening + t.debit - t.credit
  from "Account" a cross join lateral (
    select
      coalesce(sum(case e."side" when 'DEBIT' then e."baseAmount" else -e."baseAmount" end)
        filter (where e."postedOn" < $2), 0) as opening,
      coalesce(sum(e."baseAmount")
        filter (where e."side" = 'DEBIT' and e."postedOn" >= $2), 0) as debit,
      coalesce(sum(e."baseAmount")
        filter (where e."side" = 'CREDIT' and e."postedOn" >= $2), 0) as credit
    from "LedgerEntry" e where e."accountId" = a."id" and e."postedOn" <= $3
  ) t
  where a."companyId" = $1
  order by a."code"`;

/** Every account of a company: what it began with, what moved it, what it ended with. */
export async function trialBalance(read: Read, span: Span): Promise<TrialBalanceRow[]> {
  const values = [span.companyId, span.from, span.to];
  const rows = (await read({ text: TRIAL_BALANCE, values })) as string[][];
  return rows.map(([accountId = '', code = '', name = '', kind = '', ...amounts]) => {
    const [opening, debit, credit, closing] = amounts.map((amount) => decimal(amount));
    if (!opening || !debit || !credit || !closing) throw new Error('A balance lacks an amount.');
    return { accountId, code, name, kind, opening, debit, credit, closing };
  });
}

export const ageBuckets = [
  'ON_ACCOUNT',
  'NOT_DUE',
  'DAYS_1_30',
  'DAYS_31_60',
  'DAYS_61_90',
  'DAYS_OVER_90',
] as const;

/** What a customer owes of one age: days after the due date. Money on account is below zero. */
export interface OpenReceivable {
  readonly customerId: string;
  readonly currency: string;
  readonly bucket: (typeof ageBuckets)[number];
  readonly amount: Decimal;
  readonly baseAmount: Decimal;
  readonly invoices: number;
}

// The amounts are the ledger's, so that any past day can be asked for; the due date is the
// invoice's own and does not change once it is posted.
const OPEN_RECEIVABLES = `
  with open as (
    select e."customerId", e."currency", e."salesInvoiceId",
      sum(case e."side" when 'DEBIT' then e."amount" else -e."amount" end) as amount,
      sum(case e."side" when 'DEBIT' then e."baseAmount" else -e."baseAmount" end) as base
    from "LedgerEntry" e
    where e."companyId" = $1 and e."role" = 'RECEIVABLES' and e."postedOn" <= $2
    group by 1, 2, 3
  ), aged as (
    select open.*, $2::date - i."dueOn" as days
    from open left join "SalesInvoice" i on i."id" = open."salesInvoiceId"
    where open.amount <> 0 or open.base <> 0
  )
  select "customerId", "currency",
    case when "salesInvoiceId" is null then 'ON_ACCOUNT' when coalesce(days, 0) <= 0 then 'NOT_DUE'
      when days <= 30 then 'DAYS_1_30' when days <= 60 then 'DAYS_31_60'
      when days <= 90 then 'DAYS_61_90' else 'DAYS_OVER_90' end,
    sum(amount), sum(base), count("salesInvoiceId")::int
  from aged group by 1, 2, 3 order by 1, 2, 3`;

/** What customers owe on a day, by currency and age. */
export async function openReceivables(
  read: Read,
  { companyId, asOf }: { companyId: string; asOf: string },
): Promise<OpenReceivable[]> {
  const rows = await read({ text: OPEN_RECEIVABLES, values: [companyId, asOf] });
  return rows.map(([customerId, currency, bucket, amount, base, invoices]) => ({
    customerId: customerId as string,
    currency: currency as string,
    bucket: bucket as OpenReceivable['bucket'],
    amount: decimal(amount as string),
    baseAmount: decimal(base as string),
    invoices: invoices as number,
  }));
}

/** What all customers owe together, by currency and age. */
export function receivablesByAge(
  rows: readonly OpenReceivable[],
): Omit<OpenReceivable, 'customerId'>[] {
  const totals = new Map<string, Omit<OpenReceivable, 'customerId'>>();
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

// A manual voucher names no role: its account tells which section it belongs to.
const SECTION = `
  case
    when r.role in ('CHARGES_REVENUE', 'COST_OF_SALES') then r.role
    when r.role = 'EXCHANGE_GAIN' then 'OTHER_INCOME'
    when r.role in ('EXCHANGE_LOSS', 'ROUNDING') then 'OTHER'
    when a."kind" = 'REVENUE' then 'REVENUE'
    else 'OTHER' end`;
const SOURCE = `
  from "LedgerEntry" e
  join "Account" a on a."id" = e."accountId" and a."kind" in ('REVENUE', 'EXPENSE')
  cross join lateral (
    select coalesce(e."role", (
      select min(x."role") from "AccountRole" x where x."accountId" = e."accountId"
    )) as role
  ) r`;
const CREDIT_LESS_DEBIT = `
  sum(case e."side" when 'CREDIT' then e."baseAmount" else -e."baseAmount" end)`;

interface Sums {
  baseCurrency: string;
  sums: SectionSum[];
}

/**
 * The margin of each sales order, from the ledger entries that carry it; in one statement. An order
 * without entries has zeros.
 */
export async function profitability(
  read: Read,
  salesOrderIds: readonly string[],
): Promise<Map<string, Profitability>> {
  const text = `select e."salesOrderId", e."baseCurrency", ${SECTION}, ${CREDIT_LESS_DEBIT}
    ${SOURCE} where e."salesOrderId" = any($1::uuid[]) group by 1, 2, 3`;
  const rows = (await read({ text, values: [[...salesOrderIds]] })) as string[][];
  const found = new Map<string, Sums>();
  for (const [id = '', baseCurrency = '', section = '', amount = ''] of rows) {
    const order = found.get(id) ?? { baseCurrency, sums: [] };
    order.sums.push({ section, amount });
    found.set(id, order);
  }
  return new Map(
    salesOrderIds.map((id) => {
      const order = found.get(id);
      return [id, marginOf(order?.sums ?? [], order?.baseCurrency ?? null)];
    }),
  );
}

type Companies = 'ALL' | readonly string[];

const listed = (companies: Companies): string[] | null =>
  companies === 'ALL' ? null : [...companies];

/** What one company earned with one customer. */
export interface CustomerMargin extends Profitability {
  readonly customerId: string;
  readonly companyId: string;
  readonly baseCurrency: string;
}

/** The margin of each customer in each of the companies, where there is any; in one statement. */
export async function customerProfitability(
  read: Read,
  customerIds: readonly string[],
  companies: Companies,
): Promise<CustomerMargin[]> {
  const text = `select e."customerId", e."companyId", e."baseCurrency",
      jsonb_object_agg(e.section, e.amount::text)
    from (
      select e."customerId", e."companyId", e."baseCurrency", ${SECTION} as section,
        ${CREDIT_LESS_DEBIT} as amount
      ${SOURCE} where e."customerId" = any($1::uuid[])
        and ($2::uuid[] is null or e."companyId" = any($2::uuid[]))
      group by 1, 2, 3, 4
    ) e group by 1, 2, 3 order by 1, 2, 3`;
  const rows = await read({ text, values: [[...customerIds], listed(companies)] });
  return rows.map(([customerId, companyId, currency, told]) => {
    const sections = (typeof told === 'string' ? JSON.parse(told) : told) as Record<string, string>;
    const sums = Object.entries(sections).map(([section, amount]) => ({ section, amount }));
    const baseCurrency = String(currency);
    return {
      ...marginOf(sums, baseCurrency),
      ...{ customerId: String(customerId), companyId: String(companyId), baseCurrency },
    };
  });
}

/** What a customer owes a company and has on order there, in the company's base currency. */
export interface Exposure {
  readonly customerId: string;
  readonly companyId: string;
  readonly receivable: Decimal;
  readonly openOrders: Decimal;
}

/** The exposures of customers in the companies; in one statement. */
export async function exposures(
  read: Read,
  customerIds: readonly string[],
  companies: Companies,
): Promise<Exposure[]> {
  const text = `select "customerId", "companyId", "receivable", "openOrders"
    from "CustomerExposure" where "customerId" = any($1::uuid[])
      and ($2::uuid[] is null or "companyId" = any($2::uuid[])) order by 1, 2`;
  const values = [[...customerIds], listed(companies)];
  const rows = (await read({ text, values })) as string[][];
  return rows.map(([customerId = '', companyId = '', receivable = '', openOrders = '']) => ({
    ...{ customerId, companyId },
    receivable: decimal(receivable),
    openOrders: decimal(openOrders),
  }));
}

/** The roles that accounts play, by account; one that plays none is missing. */
export async function rolesOf(
  read: Read,
  accountIds: readonly string[],
): Promise<Map<string, string[]>> {
  const text = `select "accountId", "role" from "AccountRole"
    where "accountId" = any($1::uuid[]) order by 1, 2`;
  const rows = (await read({ text, values: [[...accountIds]] })) as string[][];
  const roles = new Map<string, string[]>();
  for (const [id = '', role = ''] of rows) roles.set(id, [...(roles.get(id) ?? []), role]);
  return roles;
}

/** What a company earned in a span of days; in one statement. */
export async function incomeStatement(read: Read, span: Span): Promise<IncomeStatement> {
  const text = `select e."baseCurrency", ${SECTION}, ${CREDIT_LESS_DEBIT} ${SOURCE}
    where e."companyId" = $1 and e."postedOn" between $2 and $3 group by 1, 2`;
  const rows = (await read({ text, values: [span.companyId, span.from, span.to] })) as string[][];
  const sums = rows.map(([, section = '', amount = '']) => ({ section, amount }));
  return statementOf(sums, rows[0]?.[0] ?? null);
}
