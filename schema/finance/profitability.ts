import type { queries } from '../../modules/finance/index.js';
import type { Decimal } from '../../modules/kernel/index.js';
import { builder } from '../builder.js';
import { choices } from '../columns.js';
import { Company } from '../platform/company.js';
import { Money } from '../values.js';
import { LedgerEntry } from './journal-entry.js';

type Margin = Awaited<ReturnType<typeof queries.customerProfitability>>[number];
type Expected =
  Awaited<ReturnType<typeof queries.expectedOfOrders>> extends Map<string, infer One> ? One : never;

/** What the ledger says of an order or a customer, with the currency it is told in. */
export interface Told extends Omit<Margin, 'customerId' | 'companyId' | 'baseCurrency'> {
  readonly companyId: string;
  readonly baseCurrency: string;
  /** What was reckoned with; null where nothing was ordered. */
  readonly expected: Expected | null;
}

type Amount = 'revenue' | 'chargesRevenue' | 'returns' | 'costOfSales' | 'variances' | 'margin';

const amounts: Record<Amount, string> = {
  revenue: 'What was billed for items, before tax.',
  chargesRevenue: 'What was billed beside them, such as freight.',
  returns: 'What was credited of it, before tax.',
  costOfSales: 'What the goods that left had cost, less what came back.',
  variances: 'What making them cost more than planned; below zero what it cost less.',
  margin: 'Revenue and charges, less returns, cost of sales and variances.',
};

const FigureKind = choices('FigureKind', 'A part of a margin.', {
  REVENUE: 'What was billed for items.',
  CHARGES_REVENUE: 'What was billed beside them.',
  SALES_RETURNS: 'What was credited.',
  COST_OF_SALES: 'What the goods had cost.',
  VARIANCES: 'What making them cost more than planned, or less.',
});

type Figure = Told['figures'][number] & { readonly baseCurrency: string };

const ProfitFigure = builder.objectRef<Figure>('ProfitFigure').implement({
  description: 'A part of a margin, with the ledger entries that it is the sum of.',
  fields: (t) => ({
    kind: t.field({
      type: FigureKind,
      nullable: false,
      description: 'Which part it is.',
      resolve: ({ section }) => section,
    }),
    amount: t.field({
      type: Money,
      nullable: false,
      description: 'What it adds to the margin; a cost is below zero.',
      resolve: ({ amount, baseCurrency }) => moneyOf(amount, baseCurrency),
    }),
    entries: t.field({
      type: [LedgerEntry.ref],
      nullable: { list: false, items: true },
      description: 'The ledger entries that it is the sum of, the first 250 of them.',
      extensions: { permission: LedgerEntry.permission },
      resolve: ({ entryIds }, _args, context, info) =>
        entryIds.map((id) => context.reader.load(LedgerEntry, id, info)),
    }),
  }),
});

interface Estimate {
  readonly revenue: Decimal;
  readonly cost: Decimal;
  readonly baseCurrency: string;
}

const ProfitEstimate = builder.objectRef<Estimate>('ProfitEstimate').implement({
  description: 'What was reckoned to be earned, in base currency.',
  fields: (t) => ({
    revenue: t.field({
      type: Money,
      nullable: false,
      description: 'What it was to bring, before tax.',
      resolve: ({ revenue, baseCurrency }) => moneyOf(revenue, baseCurrency),
    }),
    cost: t.field({
      type: Money,
      nullable: false,
      description: 'What it was to cost.',
      resolve: ({ cost, baseCurrency }) => moneyOf(cost, baseCurrency),
    }),
    margin: t.field({
      type: Money,
      nullable: false,
      description: 'What was to be left.',
      resolve: ({ revenue, cost, baseCurrency }) => moneyOf(revenue.sub(cost), baseCurrency),
    }),
  }),
});

/** The margin of what was sold, read from the ledger, beside what was reckoned with. */
export const Profitability = builder.objectRef<Told>('Profitability').implement({
  description: "What was earned, as the ledger has it, in the company's base currency.",
  fields: (t) => ({
    company: t.field({
      type: Company.ref,
      description: 'The company that earned it.',
      resolve: ({ companyId }, _args, context, info) =>
        context.reader.load(Company, companyId, info),
    }),
    ...Object.fromEntries(
      Object.entries(amounts).map(([name, description]) => [
        name,
        t.field({
          type: Money,
          nullable: false,
          description,
          resolve: (told) => moneyOf(told[name as Amount], told.baseCurrency),
        }),
      ]),
    ),
    marginPercent: t.field({
      type: 'Decimal',
      description: 'The margin in percent of what was billed and not credited; null without any.',
      resolve: ({ marginPercent }) => marginPercent,
    }),
    figures: t.field({
      type: [ProfitFigure],
      nullable: { list: false, items: false },
      description: 'What the margin is made of, each with its ledger entries.',
      resolve: ({ figures, baseCurrency }) => figures.map((one) => ({ ...one, baseCurrency })),
    }),
    quoted: t.field({
      type: ProfitEstimate,
      description: 'All that was ordered, at what its lines were quoted to cost; null for none.',
      resolve: ({ expected, baseCurrency }) =>
        expected && {
          ...{ revenue: expected.orderedRevenue, cost: expected.quotedCost },
          baseCurrency,
        },
    }),
    standard: t.field({
      type: ProfitEstimate,
      description:
        'What was billed and not credited, and what has left at its planned cost; null for none.',
      resolve: ({ expected, revenue, chargesRevenue, returns, baseCurrency }) =>
        expected && {
          revenue: revenue.add(chargesRevenue).sub(returns),
          cost: expected.standardCost,
          baseCurrency,
        },
    }),
  }),
});

/** An amount with its currency, as the graph shows it. */
export const moneyOf = (amount: { toFixed(): string }, currency: string) => ({
  amount: amount.toFixed(),
  currency,
});
