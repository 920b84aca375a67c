import type { queries } from '../../modules/finance/index.js';
import { type InvariantCount } from '../../modules/finance/index.js';
import { sum } from '../../modules/kernel/index.js';
import { builder } from '../builder.js';
import { Company } from '../platform/company.js';
import { Money } from '../values.js';
import { Account } from './account.js';
import { moneyOf } from './profitability.js';

/** What a report is of: a company, and the currency of its books. */
export interface Reported {
  readonly companyId: string;
  readonly baseCurrency: string;
}

type TrialBalanceRow = Awaited<ReturnType<typeof queries.trialBalance>>[number];

export const companyText = 'The company whose books were read.';

/** The names of the amounts of a report with their descriptions, in the order they are told. */
const sides = {
  opening: 'The balance before the first day.',
  debit: 'What moved its debit side.',
  credit: 'What moved its credit side.',
  closing: 'The balance after the last day.',
} as const;

type BalanceRow = TrialBalanceRow & Pick<Reported, 'baseCurrency'>;

const TrialBalanceAccount = builder.objectRef<BalanceRow>('TrialBalanceAccount').implement({
  description: 'One account of a trial balance, in base currency; debit balances are positive.',
  fields: (t) => ({
    account: t.field({
      type: Account.ref,
      description: 'The account.',
      resolve: ({ accountId }, _args, context, info) =>
        context.reader.load(Account, accountId, info),
    }),
    code: t.exposeString('code', { nullable: false, description: 'The code of the account.' }),
    name: t.exposeString('name', { nullable: false, description: 'The name of the account.' }),
    ...Object.fromEntries(
      Object.entries(sides).map(([side, description]) => [
        side,
        t.field({
          type: Money,
          nullable: false,
          description,
          resolve: (row) => moneyOf(row[side as keyof typeof sides], row.baseCurrency),
        }),
      ]),
    ),
  }),
});

export const TrialBalance = builder
  .objectRef<Reported & { readonly rows: readonly TrialBalanceRow[] }>('TrialBalance')
  .implement({
    description: 'What every account began with, what moved it, and what it ended with.',
    fields: (t) => ({
      company: t.field({
        type: Company.ref,
        description: companyText,
        resolve: ({ companyId }, _args, context, info) =>
          context.reader.load(Company, companyId, info),
      }),
      rows: t.field({
        type: [TrialBalanceAccount],
        nullable: { list: false, items: false },
        description: 'The accounts by their codes.',
        resolve: ({ rows, baseCurrency }) => rows.map((row) => ({ ...row, baseCurrency })),
      }),
      ...Object.fromEntries(
        Object.keys(sides).map((side) => [
          side,
          t.field({
            type: Money,
            nullable: false,
            description: `The sum of ${side} over all accounts; balances sum to zero.`,
            resolve: ({ rows, baseCurrency }) =>
              moneyOf(sum(rows.map((row) => row[side as keyof typeof sides])), baseCurrency),
          }),
        ]),
      ),
    }),
  });

export const BooksInvariant = builder.objectRef<InvariantCount>('BooksInvariant').implement({
  description: 'Something that is true of the books at every commit.',
  fields: (t) => ({
    name: t.exposeString('name', { nullable: false, description: 'What must hold.' }),
    broken: t.exposeInt('broken', {
      nullable: false,
      description: 'How many exceptions there are; 0 when it holds.',
    }),
    holds: t.boolean({
      nullable: false,
      description: 'Whether it holds.',
      resolve: ({ broken }) => broken === 0,
    }),
  }),
});
