import type { queries } from '../../modules/finance/index.js';
import { builder } from '../builder.js';
import { Company } from '../platform/company.js';
import { Money } from '../values.js';
import { Account } from './account.js';
import { moneyOf, Profitability } from './profitability.js';
import { companyText, type Reported } from './reports.js';

type IncomeStatement = Awaited<ReturnType<typeof queries.incomeStatement>>;
type BalanceSheet = Awaited<ReturnType<typeof queries.balanceSheet>>;

const earned = {
  revenue: 'What was billed for items, before tax.',
  chargesRevenue: 'What was billed beside them, such as freight.',
  returns: 'What was credited of it, before tax.',
  costOfSales: 'What the goods that left had cost, less what came back.',
  variances: 'What making and buying cost more than planned; below zero what it cost less.',
  grossProfit: 'Revenue and charges, less returns, cost of sales and variances.',
  absorbed: 'What work took over of labour and overhead.',
  otherIncome: 'What was earned otherwise, such as exchange gains.',
  otherExpenses: 'What was spent otherwise, such as exchange losses.',
  netProfit: 'Gross profit, other income and what was absorbed, less other expenses.',
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
      ofNoOrder: t.field({
        type: Profitability,
        nullable: false,
        description:
          'What of the gross profit belongs to no order; with all orders it is the whole.',
        resolve: ({ result, companyId, baseCurrency }) => {
          return { ...result.ofNoOrder, companyId, baseCurrency, expected: null };
        },
      }),
    }),
  });

type SheetRow = BalanceSheet['assets'][number] & Pick<Reported, 'baseCurrency'>;

const BalanceSheetAccount = builder.objectRef<SheetRow>('BalanceSheetAccount').implement({
  description: 'One account of a balance sheet, above zero on the side on which it is told.',
  fields: (t) => ({
    account: t.field({
      type: Account.ref,
      description: 'The account.',
      resolve: ({ accountId }, _args, context, info) =>
        context.reader.load(Account, accountId, info),
    }),
    code: t.exposeString('code', { nullable: false, description: 'The code of the account.' }),
    name: t.exposeString('name', { nullable: false, description: 'The name of the account.' }),
    balance: t.field({
      type: Money,
      nullable: false,
      description: 'What it holds, in base currency.',
      resolve: ({ balance, baseCurrency }) => moneyOf(balance, baseCurrency),
    }),
  }),
});

const sides = {
  assets: 'What the company has.',
  liabilities: 'What it owes.',
  equity: 'What belongs to its owners, without what was earned and not moved there.',
} as const;

const totals = {
  profitOfYear: 'What was earned since the first day of the year.',
  earlierProfits: 'What was earned before that and not moved to an account.',
  totalAssets: 'All that the company has.',
  totalLiabilities: 'All that it owes.',
  totalEquity: 'What is left for its owners, with what was earned.',
} as const;

export const BalanceSheet = builder
  .objectRef<Reported & { readonly sheet: BalanceSheet }>('BalanceSheet')
  .implement({
    description: 'What a company has and owes at the end of a day: assets are the other two.',
    fields: (t) => ({
      company: t.field({
        type: Company.ref,
        description: companyText,
        resolve: ({ companyId }, _args, context, info) =>
          context.reader.load(Company, companyId, info),
      }),
      ...Object.fromEntries(
        Object.entries(sides).map(([side, description]) => [
          side,
          t.field({
            type: [BalanceSheetAccount],
            nullable: { list: false, items: false },
            description,
            resolve: ({ sheet, baseCurrency }) =>
              sheet[side as keyof typeof sides].map((row) => ({ ...row, baseCurrency })),
          }),
        ]),
      ),
      ...Object.fromEntries(
        Object.entries(totals).map(([name, description]) => [
          name,
          t.field({
            type: Money,
            nullable: false,
            description,
            resolve: ({ sheet, baseCurrency }) =>
              moneyOf(sheet[name as keyof typeof totals], baseCurrency),
          }),
        ]),
      ),
    }),
  });
