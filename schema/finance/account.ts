import { queries } from '../../modules/finance/index.js';
import { choice, choices, text } from '../columns.js';
import { archivable, versioned } from '../common.js';
import { computed, noun } from '../noun.js';
import { readOf } from './read.js';
import './errors.js';

export const AccountKind = choices('AccountKind', 'What an account holds.', {
  ASSET: 'What the company has.',
  LIABILITY: 'What it owes.',
  EQUITY: 'What is left for its owners.',
  REVENUE: 'What it earned.',
  EXPENSE: 'What that cost.',
});

export const Account = noun('Account', {
  description: "An account of a company's chart.",
  permission: 'finance.account.read',
  company: 'companyId',
  lookups: { code: true },
  columns: {
    ...versioned,
    ...archivable,
    code: text('The code, unique in its company.'),
    name: text('The name of the account.'),
    englishName: text('The name in English, where the chart has another language.', {
      isNullable: true,
    }),
    kind: choice(AccountKind, 'What it holds.'),
  },
});

computed(Account, 'roles', {
  description: 'The roles it plays in the posting rules, such as RECEIVABLES.',
  type: ['String'],
  needs: ['id'],
  load: async (rows, _args, reader) => {
    const ids = rows.map((row) => String(row.id));
    const roles = await queries.rolesOf(readOf(reader), ids);
    return ids.map((id) => roles.get(id) ?? []);
  },
});
