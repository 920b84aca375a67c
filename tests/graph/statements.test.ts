import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Decimal } from '../../modules/kernel/decimal.js';
import { order, openSold, type Sold } from '../support/sold.js';

let sold: Sold;

beforeAll(async () => {
  sold = await openSold();
  const another = await order(sold, sold.shop);
  await sold.id('salesOrderConfirm', 'salesOrder', { id: another });
});

afterAll(() => sold.graph.close());

interface Amount {
  readonly amount: string;
}
const total = (amounts: readonly Amount[]): string =>
  Decimal.sum(0, ...amounts.map(({ amount }) => amount)).toFixed();

describe('the statements of a company', () => {
  it('balance, with what was earned', async () => {
    const { balanceSheet } = await sold.ask<{ balanceSheet: object }>(
      `query ($company: ID!, $asOf: Date!) { balanceSheet(company: $company, asOf: $asOf) {
        assets { code balance { amount } } liabilities { code balance { amount } }
        equity { code balance { amount } } profitOfYear { amount } earlierProfits { amount }
        totalAssets { amount } totalLiabilities { amount } totalEquity { amount } } }`,
      { company: sold.shop.companyId, asOf: sold.today },
    );
    // 100 at 20 opened and 4 shipped: 1,920; 230 are billed, of them 20 of tax; 130 are earned.
    const row = (code: string, amount: string) => ({ code, balance: { amount } });
    expect(balanceSheet).toEqual({
      assets: [row('1100', '230'), row('1200', '1920')],
      liabilities: [row('2200', '20')],
      equity: [row('3900', '2000')],
      profitOfYear: { amount: '130' },
      earlierProfits: { amount: '0' },
      totalAssets: { amount: '2150' },
      totalLiabilities: { amount: '20' },
      totalEquity: { amount: '2130' },
    });
  });

  it('hold nothing of a day before the first', async () => {
    const { balanceSheet } = await sold.ask<{ balanceSheet: object }>(
      `query ($company: ID!) { balanceSheet(company: $company, asOf: "2001-01-01") {
        assets { code } totalAssets { amount } totalEquity { amount } } }`,
      { company: sold.shop.companyId },
    );
    const none = { amount: '0' };
    expect(balanceSheet).toEqual({ assets: [], totalAssets: none, totalEquity: none });
  });

  it('are the sum of the margins of all orders and of what belongs to none', async () => {
    const { incomeStatement, salesOrders } = await sold.ask<{
      incomeStatement: { grossProfit: Amount; ofNoOrder: { margin: Amount } };
      salesOrders: { nodes: { profitability: { margin: Amount } | null }[] };
    }>(
      `query ($company: ID!, $from: Date!, $to: Date!) {
        incomeStatement(company: $company, from: $from, to: $to) {
          grossProfit { amount } netProfit { amount } absorbed { amount } variances { amount }
          ofNoOrder { margin { amount } } }
        salesOrders { nodes { profitability { margin { amount } } } } }`,
      { company: sold.shop.companyId, from: '2001-01-01', to: sold.today },
    );
    const margins = salesOrders.nodes.flatMap(({ profitability }) =>
      profitability ? [profitability.margin] : [],
    );
    expect(total([...margins, incomeStatement.ofNoOrder.margin])).toBe(
      incomeStatement.grossProfit.amount,
    );
    expect(incomeStatement.grossProfit.amount).toBe('130');
  });
});

describe('a margin', () => {
  it('is the sum of its figures, and each figure that of its entries', async () => {
    interface Figure {
      readonly kind: string;
      readonly amount: Amount;
      readonly entries: { readonly side: string; readonly baseAmount: Amount }[];
    }
    const { salesOrder } = await sold.ask<{
      salesOrder: { profitability: { margin: Amount; figures: Figure[]; standard: object } };
    }>(
      `query ($id: ID!) { salesOrder(by: { id: $id }) { profitability { margin { amount }
        figures { kind amount { amount } entries { side baseAmount { amount } } }
        quoted { revenue { amount } cost { amount } } standard { revenue { amount } } } } }`,
      { id: sold.orderId },
    );
    const { margin, figures, standard } = salesOrder.profitability;
    expect(figures.map(({ kind, amount }) => [kind, amount.amount])).toEqual([
      ['REVENUE', '200'],
      ['CHARGES_REVENUE', '10'],
      ['COST_OF_SALES', '-80'],
    ]);
    expect(total(figures.map(({ amount }) => amount))).toBe(margin.amount);
    for (const { amount, entries } of figures) {
      const signed = entries.map(({ side, baseAmount }) => ({
        amount: side === 'CREDIT' ? baseAmount.amount : `-${baseAmount.amount}`,
      }));
      expect(total(signed)).toBe(amount.amount);
    }
    expect(standard).toEqual({ revenue: { amount: '210' } });
  });
});
