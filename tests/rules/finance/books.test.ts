import { describe, expect, it } from 'vitest';
import { chartFaults } from '../../../modules/finance/chart.rules.js';
import { internationalChart } from '../../../modules/finance/charts/international.js';
import { decideCredit } from '../../../modules/finance/credit.rules.js';
import {
  fiscalPeriodLifecycle,
  foundingPeriods,
  mayOpen,
  mayPost,
  periodOf,
} from '../../../modules/finance/fiscal-period.rules.js';
import {
  checkBalance,
  checkChecker,
  checkLines,
  journalEntryLifecycle,
  type LedgerLine,
} from '../../../modules/finance/journal-entry.rules.js';
import { paymentLifecycle } from '../../../modules/finance/payment.rules.js';
import { incomeStatement, profitability } from '../../../modules/finance/statements.rules.js';
import { byCustomer, numberGroups } from '../../../modules/finance/voucher.rules.js';
import {
  attempt,
  Decimal,
  decimal,
  parseLocalDate,
  reachable,
  RuleViolation,
  states,
} from '../../../modules/kernel/index.js';

const code = (rule: () => unknown) => {
  const outcome = attempt(rule);
  return outcome instanceof RuleViolation ? outcome.code : 'accepted';
};
const day = parseLocalDate;

describe('the international chart', () => {
  it('gives each role one account and each account one code', () => {
    expect(chartFaults(internationalChart)).toEqual([]);
  });

  it('would be faulty with a role that nobody plays and a code used twice', () => {
    const [first] = internationalChart.accounts;
    const accounts = first ? [first, { ...first, roles: [] }] : [];
    expect(chartFaults({ ...internationalChart, accounts })).toContain(
      'The account code 1000 is used twice.',
    );
    expect(chartFaults({ ...internationalChart, accounts })).toContain(
      'The role REVENUE is played by no account.',
    );
  });
});

describe('lifecycles of the books', () => {
  it.each([fiscalPeriodLifecycle, journalEntryLifecycle, paymentLifecycle])(
    'reach every state (%#)',
    (cycle) => {
      expect([...reachable<string>(cycle)].sort()).toEqual([...states<string>(cycle)].sort());
    },
  );
});

describe('fiscal periods', () => {
  it('are months, leap February included', () => {
    expect(periodOf(day('2024-02-10'))).toEqual({
      code: '2024-02',
      startsOn: '2024-02-01',
      endsOn: '2024-02-29',
    });
  });

  it('of the founding year are twelve', () => {
    const codes = foundingPeriods(day('2026-11-24')).map((period) => period.code);
    expect([codes.length, codes[0], codes[11]]).toEqual([12, '2026-01', '2026-12']);
  });

  it.each([
    ['2013-06-01', null, 'accepted'],
    ['2027-11-30', null, 'accepted'],
    ['2027-12-01', null, 'PERIOD_TOO_FAR_AHEAD'],
    ['2013-06-01', '2013-06-30', 'accepted'],
    ['2013-05-31', '2013-06-30', 'PERIOD_CLOSED'],
  ])('for %s open by themselves after a closing of %s: %s', (date, closed, expected) => {
    expect(code(() => mayOpen(day(date), day('2026-11-24'), closed))).toBe(expected);
  });

  it.each([
    ['OPEN', false, 'accepted'],
    ['SOFT_CLOSED', false, 'PERIOD_CLOSED'],
    ['SOFT_CLOSED', true, 'accepted'],
    ['CLOSED', true, 'PERIOD_CLOSED'],
  ])('that are %s take a posting (manual: %s): %s', (status, isManual, expected) => {
    expect(code(() => mayPost({ code: '2026-11', status }, isManual))).toBe(expected);
  });
});

describe('the credit check', () => {
  const terms = { creditLimit: decimal(1000), isOnCreditHold: false };
  const exposure = { receivable: decimal(300), openOrders: decimal(200) };

  it.each([
    ['an order up to the limit', terms, '500', 'accepted'],
    ['a cent more', terms, '500.01', 'CREDIT_LIMIT_EXCEEDED'],
    ['any order without a limit', { ...terms, creditLimit: null }, '1e12', 'accepted'],
    [
      'any order of a customer on hold',
      { ...terms, isOnCreditHold: true },
      '1',
      'CUSTOMER_ON_CREDIT_HOLD',
    ],
    ['a limit of nothing', { ...terms, creditLimit: decimal(0) }, '0.01', 'CREDIT_LIMIT_EXCEEDED'],
  ])('on %s', (_, of, order, expected) => {
    expect(code(() => decideCredit(of, exposure, new Decimal(order)))).toBe(expected);
  });

  it('tells limit, exposure and order', () => {
    const outcome = attempt(() => decideCredit(terms, exposure, decimal(600)));
    expect(outcome).toMatchObject({ limit: '1000', exposure: '500', order: '600' });
  });
});

const side = (of: 'DEBIT' | 'CREDIT', amount: string, base = amount, currency = 'USD') =>
  ({
    accountId: 'account',
    role: null,
    side: of,
    amount: new Decimal(amount),
    currency,
    exchangeRate: decimal(1),
    baseAmount: new Decimal(base),
  }) satisfies LedgerLine;

describe('a manual voucher', () => {
  it.each([
    ['equal sides', [side('DEBIT', '5'), side('CREDIT', '2'), side('CREDIT', '3')], 'accepted'],
    ['unequal sides', [side('DEBIT', '5'), side('CREDIT', '4.99')], 'ENTRY_UNBALANCED'],
    ['one side in euro', [side('DEBIT', '5', '5', 'EUR'), side('CREDIT', '5')], 'ENTRY_UNBALANCED'],
    [
      'sides that differ in base currency only',
      [side('DEBIT', '5', '6', 'EUR'), side('CREDIT', '5', '5', 'EUR')],
      'ENTRY_UNBALANCED',
    ],
  ])('with %s', (_, lines, expected) => {
    expect(code(() => checkBalance(lines, 'USD'))).toBe(expected);
  });

  it.each([
    ['one line', [side('DEBIT', '1')], 'ENTRY_LINES_TOO_FEW'],
    ['251 lines', Array.from({ length: 251 }, () => side('DEBIT', '1')), 'LIMIT_EXCEEDED'],
    ['a negative amount', [side('DEBIT', '-1'), side('CREDIT', '-1')], 'AMOUNT_OUT_OF_RANGE'],
    ['NaN', [side('DEBIT', 'NaN'), side('CREDIT', '1')], 'AMOUNT_OUT_OF_RANGE'],
    ['two sides', [side('DEBIT', '1'), side('CREDIT', '1')], 'accepted'],
  ])('with %s', (_, lines, expected) => {
    expect(code(() => checkLines(lines))).toBe(expected);
  });

  it('is not checked by its maker', () => {
    expect(code(() => checkChecker({ createdById: 'anna' }, 'anna'))).toBe('MAKER_IS_CHECKER');
    expect(code(() => checkChecker({ createdById: 'anna' }, 'ben'))).toBe('accepted');
  });
});

describe('what the ledger says of an order', () => {
  const sums = [
    { section: 'REVENUE', amount: '200.00' },
    { section: 'CHARGES_REVENUE', amount: '10' },
    { section: 'COST_OF_SALES', amount: '-140' },
    { section: 'OTHER', amount: '-5' },
    { section: 'OTHER_INCOME', amount: '2' },
  ];

  it('is revenue and charges less cost of sales, in per cent of what was sold', () => {
    // 200 + 10 − 140 = 70; 70 / 210 = 33.3333 %.
    const of = profitability(sums, 'USD');
    expect([of.margin.toString(), of.marginPercent?.toString()]).toEqual(['70', '33.3333']);
  });

  it('has no percentage without revenue', () => {
    expect(profitability([], null).marginPercent).toBeNull();
  });

  it('is the gross profit of an income statement, which adds what no order explains', () => {
    const split = sums.map((one) => ({ ...one, isOfOrder: one.section !== 'REVENUE' }));
    const of = incomeStatement(split, 'USD');
    expect(of.ofNoOrder.margin.toString()).toBe('200');
    expect([of.grossProfit.toString(), of.netProfit.toString()]).toEqual(['70', '67']);
  });
});

describe('posting many vouchers at once', () => {
  it('sums what each customer owes, in the order of locks', () => {
    const change = (customerId: string, amount: number) => {
      return { companyId: 'company', customerId, amount: decimal(amount) };
    };
    const owed = [change('b', 5), change('a', 2), change('b', -1), change('c', 0)];
    const sums = byCustomer(owed, [change('b', -3), change('d', 7)]);
    expect(
      sums.map(({ customerId, receivable, openOrders }) =>
        [customerId, receivable, openOrders].join(' '),
      ),
    ).toEqual(['a 2 0', 'b 4 -3', 'd 0 7']);
  });

  it('numbers them by company, word and month', () => {
    const on = (companyId: string, date: string, word = '收') => {
      return { companyId, postedOn: day(date), word, lines: [] };
    };
    const groups = numberGroups([
      on('b', '2026-01-31'),
      on('a', '2026-02-01'),
      on('b', '2026-01-01'),
      on('b', '2026-01-01', '付'),
    ]);
    expect(groups.map(({ companyId, word, places }) => [companyId, word, places])).toEqual([
      ['a', '收', [1]],
      ['b', '付', [3]],
      ['b', '收', [0, 2]],
    ]);
  });
});
