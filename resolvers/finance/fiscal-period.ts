import { fiscalPeriods } from '../../modules/finance/index.js';
import { Account } from '../../schema/finance/account.js';
import { FiscalPeriod } from '../../schema/finance/fiscal-period.js';
import { idOf, versionInput, type InputFields } from '../inputs.js';
import { mutation } from '../mutation.js';
import { reads } from '../reads.js';

reads(Account, { one: 'account', many: 'accounts' });
reads(FiscalPeriod, { one: 'fiscalPeriod', many: 'fiscalPeriods' });

/** The period that a verb moves, as the caller has read it. */
const thePeriod = (t: InputFields) => ({
  id: idOf(t, FiscalPeriod, { required: true, description: 'The fiscal period.' }),
  expectedVersion: versionInput(t),
});

mutation('fiscalPeriodSoftClose', {
  description: 'Ends posting by documents; manual vouchers may still adjust.',
  permission: 'finance.fiscalPeriod.softClose',
  input: thePeriod,
  answers: { fiscalPeriod: FiscalPeriod },
  run: async (tx, input) => ({ fiscalPeriod: await fiscalPeriods.softClose(tx, input) }),
});

mutation('fiscalPeriodClose', {
  description: 'Ends all posting into a period; periods are closed in their order.',
  permission: 'finance.fiscalPeriod.close',
  input: thePeriod,
  answers: { fiscalPeriod: FiscalPeriod },
  run: async (tx, input) => ({ fiscalPeriod: await fiscalPeriods.close(tx, input) }),
});

mutation('fiscalPeriodReopen', {
  description: 'Opens a period again.',
  permission: 'finance.fiscalPeriod.reopen',
  input: (t) => ({
    ...thePeriod(t),
    reason: t.string({ required: true, description: 'Why; whoever audits the books asks for it.' }),
  }),
  answers: { fiscalPeriod: FiscalPeriod },
  run: async (tx, input) => ({ fiscalPeriod: await fiscalPeriods.reopen(tx, input) }),
});
