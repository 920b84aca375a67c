import { choice, date, decimal, money, text } from '../columns.js';
import { versioned } from '../common.js';
import { edge, noun } from '../noun.js';
import { Account } from './account.js';
import { LedgerSide } from './journal-entry.js';

export const OpeningBalance = noun('OpeningBalance', {
  description: 'What an account held when the company began here, posted at once.',
  permission: 'finance.openingBalance.read',
  company: 'companyId',
  columns: {
    ...versioned,
    side: choice(LedgerSide, 'On which side of the account it stands.'),
    amount: money('What it held.', 'currency'),
    exchangeRate: decimal("What one unit of the currency is in the company's base currency."),
    baseAmount: money("What it held, in the company's base currency.", 'baseCurrency'),
    department: text('The department it is told of.', { isNullable: true }),
    project: text('The project it is told of.', { isNullable: true }),
    postedOn: date('The business day on which it went into the ledger.'),
  },
});

edge(OpeningBalance, 'account', { to: Account, by: 'accountId', description: 'The account.' });
edge(Account, 'openingBalances', {
  to: OpeningBalance,
  many: true,
  by: 'accountId',
  description: 'What it held when the company began here.',
});
