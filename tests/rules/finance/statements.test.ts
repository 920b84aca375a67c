import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  balanceSheet,
  incomeStatement,
  profitability,
} from '../../../modules/finance/statements.rules.js';
import { Decimal, decimal } from '../../../modules/kernel/index.js';

describe('a margin', () => {
  // 200 + 10 − 50 of returns = 160 sold; − 90 of cost − 6 of variances = 64; 64 / 160 = 40 %.
  const sums = [
    { section: 'REVENUE', amount: '200', entryIds: ['r'] },
    { section: 'CHARGES_REVENUE', amount: '10' },
    { section: 'SALES_RETURNS', amount: '-50' },
    { section: 'COST_OF_SALES', amount: '-90' },
    { section: 'VARIANCES', amount: '-6', entryIds: ['v', 'w'] },
    { section: 'ABSORBED', amount: '45' },
  ];

  it('is what was sold, less returns, cost of sales and variances', () => {
    const { margin, marginPercent, returns, variances } = profitability(sums, 'USD');
    expect([margin, marginPercent, returns, variances].map(String)).toEqual([
      '64',
      '40',
      '50',
      '6',
    ]);
  });

  it('is the sum of its figures, each with its entries', () => {
    const { figures, margin } = profitability(sums, 'USD');
    expect(Decimal.sum(...figures.map(({ amount }) => amount)).eq(margin)).toBe(true);
    expect(figures.find(({ section }) => section === 'VARIANCES')?.entryIds).toEqual(['v', 'w']);
  });

  it('is, with what belongs to no order, the gross profit; what was absorbed comes after it', () => {
    const all = [
      ...sums.map((one) => ({ ...one, isOfOrder: true })),
      { section: 'VARIANCES', amount: '-4', isOfOrder: false },
      { section: 'OTHER', amount: '-20', isOfOrder: false },
    ];
    const { grossProfit, netProfit, ofNoOrder } = incomeStatement(all, 'USD');
    expect(ofNoOrder.margin.toString()).toBe('-4');
    expect(grossProfit.toString()).toBe('60');
    expect(netProfit.toString()).toBe('85');
  });
});

describe('a balance sheet', () => {
  const account = (kind: string, debit: string, debitOfYear = debit) => ({
    ...{ accountId: kind, code: kind, name: kind, kind },
    ...{ debit: decimal(debit), debitOfYear: decimal(debitOfYear) },
  });

  it('tells what was earned this year apart from what was earned before', () => {
    const sheet = balanceSheet([
      account('ASSET', '1000', '300'),
      account('LIABILITY', '-400'),
      account('EQUITY', '-250'),
      account('REVENUE', '-900', '-500'),
      account('EXPENSE', '550', '280'),
    ]);
    expect([sheet.totalAssets, sheet.totalLiabilities, sheet.totalEquity].map(String)).toEqual([
      '1000',
      '400',
      '600',
    ]);
    expect([sheet.profitOfYear, sheet.earlierProfits].map(String)).toEqual(['220', '130']);
  });

  it('balances, whatever balanced books hold', () => {
    const kinds = ['ASSET', 'LIABILITY', 'EQUITY', 'REVENUE', 'EXPENSE'];
    const moved = fc.array(fc.tuple(fc.constantFrom(...kinds), fc.integer()), { maxLength: 30 });
    fc.assert(
      fc.property(moved, (all) => {
        const rest = all.reduce((sum, [, debit]) => sum - debit, 0);
        const books = [...all, ['ASSET', rest] as const].map(([kind, debit]) =>
          account(kind, String(debit)),
        );
        const { totalAssets, totalLiabilities, totalEquity } = balanceSheet(books);
        expect(totalAssets.eq(totalLiabilities.add(totalEquity))).toBe(true);
      }),
    );
  });
});
