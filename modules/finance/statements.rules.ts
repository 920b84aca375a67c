import { Decimal, ZERO, decimal } from '../kernel/index.js';

/**
 * What the ledger says of a stretch of business, in base currency; each amount as readers expect
 * it.
 */
export interface Result {
  readonly revenue: Decimal;
  readonly chargesRevenue: Decimal;
  readonly costOfSales: Decimal;
  readonly otherIncome: Decimal;
  readonly otherExpenses: Decimal;
}

export interface Profitability {
  readonly baseCurrency: string | null;
  readonly revenue: Decimal;
  readonly chargesRevenue: Decimal;
  readonly costOfSales: Decimal;
  /** Revenue and charges less cost of sales. */
  readonly margin: Decimal;
  /** Margin in per cent of revenue and charges, to four decimals; none without revenue. */
  readonly marginPercent: Decimal | null;
}

export interface IncomeStatement extends Result {
  readonly baseCurrency: string | null;
  readonly grossProfit: Decimal;
  readonly netProfit: Decimal;
}

export type Section = 'REVENUE' | 'CHARGES_REVENUE' | 'COST_OF_SALES' | 'OTHER_INCOME' | 'OTHER';

/** Credits less debits of one section, as the ledger summed them. */
export interface SectionSum {
  readonly section: string;
  readonly amount: string;
}

/** Costs are told as positive amounts, as an income statement prints them. */
export function result(sums: readonly SectionSum[]): Result {
  const of = (section: Section): Decimal => {
    const found = sums.find((sum) => sum.section === section);
    return found ? decimal(found.amount) : ZERO;
  };
  return {
    revenue: of('REVENUE'),
    chargesRevenue: of('CHARGES_REVENUE'),
    costOfSales: ZERO.sub(of('COST_OF_SALES')),
    otherIncome: of('OTHER_INCOME'),
    otherExpenses: ZERO.sub(of('OTHER')),
  };
}

/** The margin of what was sold, from its ledger entries. */
export function profitability(
  sums: readonly SectionSum[],
  baseCurrency: string | null,
): Profitability {
  const { revenue, chargesRevenue, costOfSales } = result(sums);
  const sold = revenue.add(chargesRevenue);
  const margin = sold.sub(costOfSales);
  const marginPercent = sold.isZero() ? null : percent(margin, sold);
  return { baseCurrency, revenue, chargesRevenue, costOfSales, margin, marginPercent };
}

function percent(part: Decimal, whole: Decimal): Decimal {
  return part.mul(100).div(whole).toDecimalPlaces(4, Decimal.ROUND_HALF_UP);
}

/** Gross profit is the sum of all margins; net profit adds what is not told of any order. */
export function incomeStatement(
  sums: readonly SectionSum[],
  baseCurrency: string | null,
): IncomeStatement {
  const of = result(sums);
  const grossProfit = of.revenue.add(of.chargesRevenue).sub(of.costOfSales);
  const netProfit = grossProfit.add(of.otherIncome).sub(of.otherExpenses);
  return { baseCurrency, ...of, grossProfit, netProfit };
}
