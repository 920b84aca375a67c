import { decimal, type Decimal } from '../kernel/index.js';
import type { Read, Span } from './read.js';

/** What went into work and came out of it, as the ledger has it, in base currency. */
export interface WorkCost {
  readonly material: Decimal;
  readonly labour: Decimal;
  readonly overhead: Decimal;
  /** What of it went on stock. */
  readonly completed: Decimal;
  /** What of it was left at the end; above zero is unfavourable. */
  readonly variances: Decimal;
  /** What is still in work. */
  readonly inProcess: Decimal;
}

export interface WorkOrderCost extends WorkCost {
  readonly workOrderId: string;
  readonly companyId: string;
  readonly baseCurrency: string;
}

export interface ProductCost extends WorkCost {
  readonly itemId: string;
}

const DEBIT = `case e."side" when 'DEBIT' then e."baseAmount" else -e."baseAmount" end`;
const of = (sign: '' | '-', condition: string): string =>
  `coalesce(sum(${sign}(${DEBIT})) filter (where ${condition}), 0)`;
const work = (rule: string): string =>
  `e."role" = 'WORK_IN_PROCESS' and j."postingRule" like 'manufacturing.${rule}'`;

const COSTS = [
  of('', work('material%')),
  of('-', `e."role" = 'LABOUR_ABSORBED'`),
  of('-', `e."role" = 'OVERHEAD_ABSORBED'`),
  of('-', work('productionReported')),
  of('-', work('workOrderClosed')),
  of('', `e."role" = 'WORK_IN_PROCESS'`),
].join(', ');
const FROM = 'from "LedgerEntry" e join "JournalEntry" j on j."id" = e."journalEntryId"';

function costOf(amounts: readonly string[]): WorkCost {
  const [material, labour, overhead, completed, variances, inProcess] = amounts.map((amount) =>
    decimal(amount),
  );
  if (!material || !labour || !overhead || !completed || !variances || !inProcess) {
    throw new Error('The cost of work lacks an amount.');
  }
  return { material, labour, overhead, completed, variances, inProcess };
}

/** The cost of each work order that the books know, in one statement. */
export async function workOrderCosts(
  read: Read,
  workOrderIds: readonly string[],
): Promise<Map<string, WorkOrderCost>> {
  const text = `select e."workOrderId", e."companyId", e."baseCurrency", ${COSTS}
    ${FROM} where e."workOrderId" = any($1::uuid[]) group by 1, 2, 3`;
  const rows = (await read({ text, values: [[...workOrderIds]] })) as string[][];
  return new Map(
    rows.map(([workOrderId = '', companyId = '', baseCurrency = '', ...amounts]) => [
      workOrderId,
      { ...costOf(amounts), workOrderId, companyId, baseCurrency },
    ]),
  );
}

/** What making each product cost in a span of days, the most costly first; in one statement. */
export async function productCosts(read: Read, span: Span): Promise<ProductCost[]> {
  const text = `select e."itemId", ${COSTS} ${FROM}
    where e."companyId" = $1 and e."postedOn" between $2 and $3
      and e."role" in ('WORK_IN_PROCESS', 'LABOUR_ABSORBED', 'OVERHEAD_ABSORBED')
      and e."workOrderId" is not null
    group by 1 order by 2 desc, 1`;
  const rows = (await read({ text, values: [span.companyId, span.from, span.to] })) as string[][];
  return rows.map(([itemId = '', ...amounts]) => ({ ...costOf(amounts), itemId }));
}
