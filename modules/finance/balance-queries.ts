import { type Decimal, decimal } from '../kernel/index.js';
import type { Day, Read, Span } from './read.js';
import { balanceSheet as sheetOf, type BalanceSheet } from './statements.rules.js';

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

// What was earned before the year of the day is kept apart: it belongs to the owners already.
const BALANCE_SHEET = `
  select a."id", a."code", a."name", a."kind",
    sum(case e."side" when 'DEBIT' then e."baseAmount" else -e."baseAmount" end),
    coalesce(sum(case e."side" when 'DEBIT' then e."baseAmount" else -e."baseAmount" end)
      filter (where e."postedOn" >= date_trunc('year', $2::date)), 0)
  from "LedgerEntry" e join "Account" a on a."id" = e."accountId"
  where e."companyId" = $1 and e."postedOn" <= $2
  group by a."id" order by a."code"`;

/** What a company has and owes at the end of a day; in one statement. */
export async function balanceSheet(read: Read, { companyId, asOf }: Day): Promise<BalanceSheet> {
  const rows = (await read({ text: BALANCE_SHEET, values: [companyId, asOf] })) as string[][];
  return sheetOf(
    rows.map(([accountId = '', code = '', name = '', kind = '', debit = '', ofYear = '']) => ({
      ...{ accountId, code, name, kind },
      debit: decimal(debit),
      debitOfYear: decimal(ofYear),
    })),
  );
}
