import { describe, expect, it } from 'vitest';
import {
  chartFaults,
  stockRoleOf,
  voucherWord,
  voucherWords,
} from '../../../modules/finance/chart.rules.js';
import { charts } from '../../../modules/finance/charts/charts.js';
import { isNumberPattern } from '../../../modules/kernel/documents.js';

describe.each(charts)('the chart $code', (chart) => {
  it('has one account for each role, and each code once', () => {
    expect(chartFaults(chart)).toEqual([]);
  });

  it('has words that can number a series', () => {
    for (const word of voucherWords[chart.voucherWords]) {
      expect(isNumberPattern(`${word}-{YYYY}-{MM}-{####}`)).toBe(true);
    }
  });
});

describe('the Chinese chart', () => {
  it('keeps cost, stock and what is owed on the accounts of the standards', () => {
    const chinese = charts.find(({ code }) => code === 'CHINESE');
    const codeOf = (role: string) =>
      chinese?.accounts.find(({ roles }) => roles.some((one) => one === role))?.code;
    expect(
      [
        ...['BANK', 'RECEIVABLES', 'RAW_MATERIALS', 'PURCHASE_PRICE_VARIANCE', 'FINISHED_GOODS'],
        ...['GOODS_RECEIVED_NOT_INVOICED', 'WORK_IN_PROCESS', 'OVERHEAD_ABSORBED', 'REVENUE'],
        ...['COST_OF_SALES', 'EXCHANGE_LOSS'],
      ].map(codeOf),
    ).toEqual([
      ...['1002', '1122', '1403', '1404', '1405'],
      ...['2202.02', '5001', '5101', '6001', '6401', '6603.03'],
    ]);
    expect(chinese?.accounts.find(({ code }) => code === '5001')).toMatchObject({
      ...{ name: '生产成本', englishName: 'Cost of production', kind: 'ASSET' },
    });
  });
});

describe('the word of a voucher', () => {
  const side = (isMoney: boolean, of: 'DEBIT' | 'CREDIT') => ({ isMoney, side: of });

  it.each([
    ['收', 'money comes in', [side(true, 'DEBIT'), side(false, 'CREDIT')]],
    ['付', 'money goes out', [side(false, 'DEBIT'), side(true, 'CREDIT')]],
    ['付', 'money moves between accounts', [side(true, 'DEBIT'), side(true, 'CREDIT')]],
    ['转', 'no money moves', [side(false, 'DEBIT'), side(false, 'CREDIT')]],
  ])('is %s when %s', (word, _, lines) => {
    expect(voucherWord('RECEIPT_PAYMENT_TRANSFER', lines)).toBe(word);
    expect(voucherWord('ONE', lines)).toBe('GL');
  });
});

describe('the stock of an item', () => {
  it('is finished goods when it is made, and raw materials when it is not', () => {
    expect([true, false].map((isMade) => stockRoleOf({ isMade }))).toEqual([
      'FINISHED_GOODS',
      'RAW_MATERIALS',
    ]);
  });
});
