import type { queries } from '../../modules/finance/index.js';
import { builder } from '../builder.js';
import { Company } from '../platform/company.js';
import { Money } from '../values.js';

type Margin = Awaited<ReturnType<typeof queries.customerProfitability>>[number];

/** What the ledger says of an order or a customer, with the currency it is told in. */
export interface Told extends Omit<Margin, 'customerId' | 'companyId' | 'baseCurrency'> {
  readonly companyId: string;
  readonly baseCurrency: string;
}

type Amount = 'revenue' | 'chargesRevenue' | 'costOfSales' | 'margin';

const amounts: Record<Amount, string> = {
  revenue: 'What was billed for items, before tax.',
  chargesRevenue: 'What was billed beside them, such as freight.',
  costOfSales: 'What the goods that left had cost.',
  margin: 'Revenue and charges less cost of sales.',
};

/** The margin of what was sold, read from the ledger. */
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
      description: 'The margin in percent of revenue and charges; null without any.',
      resolve: ({ marginPercent }) => marginPercent,
    }),
  }),
});

/** An amount with its currency, as the graph shows it. */
export const moneyOf = (amount: { toFixed(): string }, currency: string) => ({
  amount: amount.toFixed(),
  currency,
});
