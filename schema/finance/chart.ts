import { queries } from '../../modules/finance/index.js';
import { choices } from '../columns.js';
import { computed } from '../noun.js';
import { Company } from '../platform/company.js';
import { readOf } from './read.js';

export const Chart = choices('Chart', 'A chart of accounts that a company begins with.', {
  INTERNATIONAL: 'A plain one; all vouchers are numbered under one word.',
  CHINESE:
    'That of the Chinese enterprise accounting standards; vouchers are receipts, payments or transfers.',
});

computed(Company, 'chart', {
  description: 'The chart of accounts that it began with.',
  permission: 'finance.account.read',
  type: Chart,
  needs: ['id'],
  load: async (rows, _args, reader) => {
    const ids = rows.map((row) => String(row.id));
    const charts = await queries.chartsOf(readOf(reader), ids);
    return ids.map((id) => charts.get(id) ?? null);
  },
});
