import { Decimal, ZERO, decimal, sum } from '../kernel/index.js';

/**
 * What the ledger says of a stretch of business, in base currency; each amount as readers expect
 * it.
 */
export interface Result {
  readonly revenue: Decimal;
  readonly chargesRevenue: Decimal;
  /** What was credited to customers, which is taken off what they were billed. */
  readonly returns: Decimal;
  readonly costOfSales: Decimal;
  /** What making and buying cost more than planned; below zero what they cost less. */
  readonly variances: Decimal;
  /** What work took over of labour and overhead, which is taken off what was spent on them. */
  readonly absorbed: Decimal;
  readonly otherIncome: Decimal;
  readonly otherExpenses: Decimal;
}

/** A part of a margin, with the ledger entries that it is the sum of. */
export interface Figure {
  readonly section: MarginSection;
  /** Credits less debits: what it adds to the margin. */
  readonly amount: Decimal;
  readonly entryIds: readonly string[];
}

export interface Profitability {
  readonly baseCurrency: string | null;
  readonly revenue: Decimal;
  readonly chargesRevenue: Decimal;
  readonly returns: Decimal;
  readonly costOfSales: Decimal;
  readonly variances: Decimal;
  /** Revenue and charges, less returns, cost of sales and variances. */
  readonly margin: Decimal;
  /** Margin in per cent of what was billed and not credited, to four decimals; none without any. */
  readonly marginPercent: Decimal | null;
  readonly figures: readonly Figure[];
}

export interface IncomeStatement extends Result {
  readonly baseCurrency: string | null;
  readonly grossProfit: Decimal;
  readonly netProfit: Decimal;
  /** What of the gross profit belongs to no order. */
  readonly ofNoOrder: Profitability;
}

/** The sections that a margin is made of. */
const marginSections = [
  'REVENUE',
  'CHARGES_REVENUE',
  'SALES_RETURNS',
  'COST_OF_SALES',
  'VARIANCES',
] as const;
type MarginSection = (typeof marginSections)[number];

/** The sections of an income statement. */
export type Section = MarginSection | 'ABSORBED' | 'OTHER_INCOME' | 'OTHER';

/** Credits less debits of one section, as the ledger summed them. */
export interface SectionSum {
  readonly section: string;
  readonly amount: string;
  readonly entryIds?: readonly string[];
}

/** Costs are told as positive amounts, as an income statement prints them. */
export function result(sums: readonly SectionSum[]): Result {
  const of = (section: Section): Decimal =>
    sum(sums.filter((one) => one.section === section).map(({ amount }) => decimal(amount)));
  return {
    revenue: of('REVENUE'),
    chargesRevenue: of('CHARGES_REVENUE'),
    returns: ZERO.sub(of('SALES_RETURNS')),
    costOfSales: ZERO.sub(of('COST_OF_SALES')),
    variances: ZERO.sub(of('VARIANCES')),
    absorbed: of('ABSORBED'),
    otherIncome: of('OTHER_INCOME'),
    otherExpenses: ZERO.sub(of('OTHER')),
  };
}

/** The margin of what was sold, from its ledger entries. */
export function profitability(
  sums: readonly SectionSum[],
  baseCurrency: string | null,
): Profitability {
  const { revenue, chargesRevenue, returns, costOfSales, variances } = result(sums);
  const sold = revenue.add(chargesRevenue).sub(returns);
  const margin = sold.sub(costOfSales).sub(variances);
  const marginPercent = sold.isZero() ? null : percent(margin, sold);
  const told = { revenue, chargesRevenue, returns, costOfSales, variances };
  return { baseCurrency, ...told, margin, marginPercent, figures: figuresOf(sums) };
}

function figuresOf(sums: readonly SectionSum[]): Figure[] {
  return marginSections.flatMap((section) =>
    sums
      .filter((one) => one.section === section)
      .map(({ amount, entryIds = [] }) => ({ section, amount: decimal(amount), entryIds })),
  );
}

/** A part in per cent of a whole, to four decimals. */
function percent(part: Decimal, whole: Decimal): Decimal {
  return part.mul(100).div(whole).toDecimalPlaces(4, Decimal.ROUND_HALF_UP);
}

/**
 * Gross profit is the sum of the margins of all orders and of what belongs to none; net profit adds
 * what is not told of sales.
 */
export function incomeStatement(
  sums: readonly (SectionSum & { readonly isOfOrder: boolean })[],
  baseCurrency: string | null,
): IncomeStatement {
  const of = result(sums);
  const grossProfit = profitability(sums, baseCurrency).margin;
  const others = of.otherIncome.add(of.absorbed).sub(of.otherExpenses);
  const none = sums.filter(({ isOfOrder }) => !isOfOrder);
  return {
    baseCurrency,
    ...of,
    grossProfit,
    netProfit: grossProfit.add(others),
    ofNoOrder: profitability(none, baseCurrency),
  };
}

/** What an account holds at the end of a day, in base currency; debits less credits. */
export interface Balance {
  readonly accountId: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly debit: Decimal;
  /** What of it was moved in the year of the day. */
  readonly debitOfYear: Decimal;
}

/** One account of a balance sheet: above zero on the side on which it is told. */
export interface SheetAccount {
  readonly accountId: string;
  readonly code: string;
  readonly name: string;
  readonly balance: Decimal;
}

/** What a company has, what it owes, and what is left for its owners. */
export interface BalanceSheet {
  readonly assets: readonly SheetAccount[];
  readonly liabilities: readonly SheetAccount[];
  readonly equity: readonly SheetAccount[];
  /** Earned since the first day of the year, and before it; not yet moved to an account. */
  readonly profitOfYear: Decimal;
  readonly earlierProfits: Decimal;
  readonly totalAssets: Decimal;
  readonly totalLiabilities: Decimal;
  /** With what was earned. */
  readonly totalEquity: Decimal;
}

/** Assets equal liabilities and equity, because every voucher balances. */
export function balanceSheet(balances: readonly Balance[]): BalanceSheet {
  const told = (kind: string, side: 1 | -1): SheetAccount[] =>
    balances
      .filter((one) => one.kind === kind && !one.debit.isZero())
      .map(({ accountId, code, name, debit }) => {
        return { accountId, code, name, balance: debit.mul(side) };
      });
  const total = (accounts: readonly SheetAccount[]) => sum(accounts.map(({ balance }) => balance));
  const results = balances.filter(({ kind }) => kind === 'REVENUE' || kind === 'EXPENSE');
  const profit = ZERO.sub(sum(results.map(({ debit }) => debit)));
  const profitOfYear = ZERO.sub(sum(results.map(({ debitOfYear }) => debitOfYear)));
  const [assets, liabilities] = [told('ASSET', 1), told('LIABILITY', -1)];
  const equity = told('EQUITY', -1);
  return {
    ...{ assets, liabilities, equity, profitOfYear },
    earlierProfits: profit.sub(profitOfYear),
    totalAssets: total(assets),
    totalLiabilities: total(liabilities),
    totalEquity: total(equity).add(profit),
  };
}
