import { type InvariantCount, queries } from '../../modules/finance/index.js';
import { sum } from '../../modules/kernel/index.js';
import { builder } from '../builder.js';
import { choices } from '../columns.js';
import { Customer } from '../crm/customer.js';
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
type IncomeStatement = Awaited<ReturnType<typeof queries.incomeStatement>>;
type OpenReceivable = Awaited<ReturnType<typeof queries.openReceivables>>[number];

const companyText = 'The company whose books were read.';

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

const AgeBucket = choices('AgeBucket', 'How long something is due.', {
  ON_ACCOUNT: 'Money that no invoice has taken yet; it is below zero.',
  NOT_DUE: 'It is not due yet.',
  DAYS_1_30: 'It was due 1 to 30 days before.',
  DAYS_31_60: 'It was due 31 to 60 days before.',
  DAYS_61_90: 'It was due 61 to 90 days before.',
  DAYS_OVER_90: 'It was due more than 90 days before.',
});

/** What is owed of one age, by one customer or by all of a currency. */
interface Owed extends Omit<OpenReceivable, 'customerId'> {
  readonly customerId: string | null;
  readonly baseCurrency: string;
}

const ReceivableAge = builder.objectRef<Owed>('ReceivableAge').implement({
  description: 'What is owed of one age, by one customer or in all.',
  fields: (t) => ({
    customer: t.field({
      type: Customer.ref,
      description: 'Who owes it; null in a total.',
      resolve: ({ customerId }, _args, context, info) =>
        customerId === null ? null : context.reader.load(Customer, customerId, info),
    }),
    bucket: t.field({
      type: AgeBucket,
      nullable: false,
      description: 'How long it is due.',
      resolve: ({ bucket }) => bucket,
    }),
    amount: t.field({
      type: Money,
      nullable: false,
      description: 'How much, in the currency of the invoices.',
      resolve: ({ amount, currency }) => moneyOf(amount, currency),
    }),
    baseAmount: t.field({
      type: Money,
      nullable: false,
      description: "How much, in the company's base currency.",
      resolve: ({ baseAmount, baseCurrency }) => moneyOf(baseAmount, baseCurrency),
    }),
    invoices: t.exposeInt('invoices', {
      nullable: false,
      description: 'How many invoices it is.',
    }),
  }),
});

const ROWS_DEFAULT = 50;
const ROWS_MAX = 250;

const page = (first: number | null | undefined): number =>
  Math.min(Math.max(first ?? ROWS_DEFAULT, 0), ROWS_MAX);

export const OpenReceivables = builder
  .objectRef<Reported & { readonly rows: readonly OpenReceivable[] }>('OpenReceivables')
  .implement({
    description: 'What customers owe a company on a day, by age.',
    fields: (t) => ({
      company: t.field({
        type: Company.ref,
        description: companyText,
        resolve: ({ companyId }, _args, context, info) =>
          context.reader.load(Company, companyId, info),
      }),
      total: t.field({
        type: Money,
        nullable: false,
        description: 'All that is owed, in base currency; what was paid ahead is taken off.',
        resolve: ({ rows, baseCurrency }) =>
          moneyOf(sum(rows.map(({ baseAmount }) => baseAmount)), baseCurrency),
      }),
      totals: t.field({
        type: [ReceivableAge],
        nullable: { list: false, items: false },
        description: 'What is owed in all, by currency and age.',
        resolve: ({ rows, baseCurrency }) =>
          queries.receivablesByAge(rows).map((row) => ({ ...row, customerId: null, baseCurrency })),
      }),
      rows: t.field({
        type: [ReceivableAge],
        nullable: { list: false, items: false },
        description: 'Who owes what, by age; the largest amounts first.',
        args: {
          first: t.arg.int({
            description: `How many rows: ${ROWS_DEFAULT} unless told, at most ${ROWS_MAX}.`,
          }),
        },
        resolve: ({ rows, baseCurrency }, { first }) =>
          rows
            .toSorted((one, other) => other.baseAmount.cmp(one.baseAmount))
            .slice(0, page(first))
            .map((row) => ({ ...row, baseCurrency })),
      }),
    }),
  });

const earned = {
  revenue: 'What was billed for items, before tax.',
  chargesRevenue: 'What was billed beside them, such as freight.',
  costOfSales: 'What the goods that left had cost.',
  grossProfit: 'Revenue and charges less cost of sales.',
  otherIncome: 'What was earned otherwise, such as exchange gains.',
  otherExpenses: 'What was spent otherwise, such as exchange losses.',
  netProfit: 'Gross profit and other income less other expenses.',
} as const;

export const IncomeStatement = builder
  .objectRef<Reported & { readonly result: IncomeStatement }>('IncomeStatement')
  .implement({
    description: 'What a company earned in a span of days, in its base currency.',
    fields: (t) => ({
      company: t.field({
        type: Company.ref,
        description: companyText,
        resolve: ({ companyId }, _args, context, info) =>
          context.reader.load(Company, companyId, info),
      }),
      ...Object.fromEntries(
        Object.entries(earned).map(([name, description]) => [
          name,
          t.field({
            type: Money,
            nullable: false,
            description,
            resolve: ({ result, baseCurrency }) =>
              moneyOf(result[name as keyof typeof earned], baseCurrency),
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
