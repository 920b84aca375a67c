import { decimal, type Decimal } from '../kernel/index.js';
import { listed, type Companies, type Read, type Span } from './read.js';
import {
  incomeStatement as statementOf,
  profitability as marginOf,
  type IncomeStatement,
  type Profitability,
  type SectionSum,
} from './statements.rules.js';

// A manual voucher names no role: its account tells which section it belongs to.
const SECTION = `
  case
    when r.role in ('CHARGES_REVENUE', 'SALES_RETURNS', 'COST_OF_SALES') then r.role
    when r.role like '%\\_VARIANCE' then 'VARIANCES'
    when r.role in ('LABOUR_ABSORBED', 'OVERHEAD_ABSORBED') then 'ABSORBED'
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

/** How many of the entries of a figure are told. */
const FIGURE_ENTRIES_MAX = 250;
const ENTRIES = `(array_agg(e."id"::text order by e."id"))[1:${FIGURE_ENTRIES_MAX}]`;

interface Sums {
  readonly baseCurrency: string;
  readonly sums: SectionSum[];
}

const sumOf = (section: unknown, amount: unknown, entryIds: unknown): SectionSum => ({
  section: String(section),
  amount: String(amount),
  entryIds: entryIds as string[],
});

/**
 * The margin of each sales order, from the ledger entries that carry it; in one statement. An order
 * without entries has zeros.
 */
export async function profitability(
  read: Read,
  salesOrderIds: readonly string[],
): Promise<Map<string, Profitability>> {
  const text = `select e."salesOrderId", e."baseCurrency", ${SECTION}, ${CREDIT_LESS_DEBIT}, ${ENTRIES}
    ${SOURCE} where e."salesOrderId" = any($1::uuid[]) group by 1, 2, 3`;
  const rows = await read({ text, values: [[...salesOrderIds]] });
  const found = new Map<string, Sums>();
  for (const [id, baseCurrency, section, amount, entries] of rows) {
    const order = found.get(String(id)) ?? { baseCurrency: String(baseCurrency), sums: [] };
    order.sums.push(sumOf(section, amount, entries));
    found.set(String(id), order);
  }
  return new Map(
    salesOrderIds.map((id) => {
      const order = found.get(id);
      return [id, marginOf(order?.sums ?? [], order?.baseCurrency ?? null)];
    }),
  );
}

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
  const text = `select e."customerId", e."companyId", e."baseCurrency", ${SECTION},
      ${CREDIT_LESS_DEBIT}, ${ENTRIES}
    ${SOURCE} where e."customerId" = any($1::uuid[])
      and ($2::uuid[] is null or e."companyId" = any($2::uuid[]))
    group by 1, 2, 3, 4 order by 1, 2, 3, 4`;
  const rows = await read({ text, values: [[...customerIds], listed(companies)] });
  const found = new Map<string, Sums & { customerId: string; companyId: string }>();
  for (const [customer, company, currency, section, amount, entries] of rows) {
    const of = { customerId: String(customer), companyId: String(company) };
    const key = `${of.customerId} ${of.companyId}`;
    const margin = found.get(key) ?? { ...of, baseCurrency: String(currency), sums: [] };
    margin.sums.push(sumOf(section, amount, entries));
    found.set(key, margin);
  }
  return [...found.values()].map(({ sums, ...of }) => {
    return { ...marginOf(sums, of.baseCurrency), ...of };
  });
}

/** What was reckoned with before the ledger knew: in base currency. */
export interface Expected {
  /** What the lines were quoted to cost. */
  readonly quotedCost: Decimal;
  /** What the lines were sold for when they were ordered, before tax. */
  readonly orderedRevenue: Decimal;
  /** What has left the house, at what it was planned to cost. */
  readonly standardCost: Decimal;
}

// Planned is what the work orders of the line were planned to cost, else the standard cost of the
// item, else what it was quoted to cost. Amounts have four decimals, as those of the ledger. What
// was sold in the system before is left out: the ledger that it stands beside knows nothing of it.
const EXPECTED = `
  select o."%BY%", o."companyId",
    round(coalesce(sum(l."quantity" * l."quotedUnitCost"), 0), 4),
    round(sum(l."netAmount" * o."exchangeRate"), 4),
    round(coalesce(sum((l."shipped" - l."returned")
      * coalesce(w.cost * l."stockFactor", c."standardCost" * l."stockFactor", l."quotedUnitCost")
    ), 0), 4)
  from "SalesOrder" o
  join "SalesOrderLine" l on l."salesOrderId" = o."id"
  left join "ItemCompany" c on c."companyId" = o."companyId" and c."itemId" = l."itemId"
  left join lateral (
    select sum(w."plannedUnitCost" * w."quantity") / nullif(sum(w."quantity"), 0) as cost
    from "WorkOrder" w
    where w."salesOrderLineId" = l."id" and w."itemId" = l."itemId"
      and w."plannedUnitCost" is not null and w."status" <> 'CANCELLED'
  ) w on true
  where o."%BY%" = any($1::uuid[]) and o."status" not in ('DRAFT', 'CANCELLED')
    and not o."isHistoric" and ($2::uuid[] is null or o."companyId" = any($2::uuid[]))
  group by 1, 2`;

async function expectedBy(
  read: Read,
  by: 'id' | 'customerId',
  ids: readonly string[],
  companies: Companies,
): Promise<Map<string, Expected>> {
  const text = EXPECTED.replaceAll('%BY%', by);
  const rows = (await read({ text, values: [[...ids], listed(companies)] })) as string[][];
  return new Map(
    rows.map(([id = '', companyId = '', quoted = '0', ordered = '0', standard = '0']) => [
      by === 'id' ? id : `${id} ${companyId}`,
      {
        quotedCost: decimal(quoted),
        orderedRevenue: decimal(ordered),
        standardCost: decimal(standard),
      },
    ]),
  );
}

/** What each sales order was reckoned to bring and to cost; in one statement. */
export const expectedOfOrders = (
  read: Read,
  salesOrderIds: readonly string[],
): Promise<Map<string, Expected>> => expectedBy(read, 'id', salesOrderIds, 'ALL');

/** As `expectedOfOrders`, of all orders of each customer, by customer and company. */
export const expectedOfCustomers = (
  read: Read,
  customerIds: readonly string[],
  companies: Companies,
): Promise<Map<string, Expected>> => expectedBy(read, 'customerId', customerIds, companies);

/** What a company earned in a span of days, and what of it belongs to no order; in one statement. */
export async function incomeStatement(read: Read, span: Span): Promise<IncomeStatement> {
  const text = `select e."baseCurrency", e."salesOrderId" is null, ${SECTION}, ${CREDIT_LESS_DEBIT}
    ${SOURCE} where e."companyId" = $1 and e."postedOn" between $2 and $3 group by 1, 2, 3`;
  const rows = await read({ text, values: [span.companyId, span.from, span.to] });
  const sums = rows.map(([, isOfNone, section, amount]) => ({
    ...sumOf(section, amount, []),
    isOfOrder: isOfNone !== true,
  }));
  const [first] = rows as [string][];
  return statementOf(sums, first?.[0] ?? null);
}
