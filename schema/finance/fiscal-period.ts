import { fiscalPeriodLifecycle } from '../../modules/finance/index.js';
import { choice, choices, date, text } from '../columns.js';
import { documented } from '../common.js';
import { noun } from '../noun.js';
import './errors.js';

export const FiscalPeriodStatus = choices('FiscalPeriodStatus', 'What a period still takes.', {
  OPEN: 'Documents and vouchers are posted into it.',
  SOFT_CLOSED: 'Only manual vouchers are posted into it.',
  CLOSED: 'Nothing is posted into it any more.',
});

export const FiscalPeriod = noun('FiscalPeriod', {
  description: "A month of a company's books.",
  permission: 'finance.fiscalPeriod.read',
  company: 'companyId',
  lookups: { code: true },
  document: { lifecycle: fiscalPeriodLifecycle },
  columns: {
    ...documented,
    code: text('The month, such as 2026-11.'),
    startsOn: date('Its first day.'),
    endsOn: date('Its last day.'),
    status: choice(FiscalPeriodStatus, 'What it still takes.'),
    reopenReason: text('Why it was opened again.', { isNullable: true }),
  },
});
