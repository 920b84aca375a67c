import type { Chart } from '../chart.rules.js';

/** A plain chart by the order of a balance sheet, then of an income statement. */
export const internationalChart: Chart = {
  code: 'INTERNATIONAL',
  name: 'Plain international chart',
  accounts: [
    { code: '1000', name: 'Bank', kind: 'ASSET', roles: ['BANK'] },
    { code: '1100', name: 'Trade receivables', kind: 'ASSET', roles: ['RECEIVABLES'] },
    { code: '1200', name: 'Inventory', kind: 'ASSET', roles: ['INVENTORY'] },
    { code: '1250', name: 'Work in process', kind: 'ASSET', roles: ['WORK_IN_PROCESS'] },
    { code: '1300', name: 'Input VAT', kind: 'ASSET', roles: ['INPUT_VAT'] },
    { code: '2000', name: 'Trade payables', kind: 'LIABILITY', roles: ['PAYABLES'] },
    {
      code: '2100',
      name: 'Goods received, not invoiced',
      kind: 'LIABILITY',
      roles: ['GOODS_RECEIVED_NOT_INVOICED'],
    },
    { code: '2200', name: 'Output VAT', kind: 'LIABILITY', roles: ['OUTPUT_VAT'] },
    { code: '3000', name: 'Share capital', kind: 'EQUITY', roles: [] },
    { code: '3100', name: 'Retained earnings', kind: 'EQUITY', roles: ['RETAINED_EARNINGS'] },
    { code: '3900', name: 'Opening balances', kind: 'EQUITY', roles: ['OPENING_BALANCE'] },
    { code: '4000', name: 'Sales of goods', kind: 'REVENUE', roles: ['REVENUE'] },
    { code: '4100', name: 'Freight and charges', kind: 'REVENUE', roles: ['CHARGES_REVENUE'] },
    { code: '4900', name: 'Exchange gains', kind: 'REVENUE', roles: ['EXCHANGE_GAIN'] },
    { code: '5000', name: 'Cost of sales', kind: 'EXPENSE', roles: ['COST_OF_SALES'] },
    { code: '6000', name: 'Operating expenses', kind: 'EXPENSE', roles: [] },
    { code: '6900', name: 'Exchange losses', kind: 'EXPENSE', roles: ['EXCHANGE_LOSS'] },
    { code: '6990', name: 'Rounding differences', kind: 'EXPENSE', roles: ['ROUNDING'] },
  ],
};
