import type { queries } from '../../modules/finance/index.js';
import { builder } from '../builder.js';
import { Item } from '../inventory/item.js';
import { Company } from '../platform/company.js';
import { Money } from '../values.js';
import { moneyOf } from './profitability.js';
import { companyText, type Reported } from './reports.js';

type ProductCost = Awaited<ReturnType<typeof queries.productCosts>>[number];
type WorkCost = Omit<ProductCost, 'itemId'> & Pick<Reported, 'baseCurrency'>;

const amounts: Record<Exclude<keyof WorkCost, 'baseCurrency'>, string> = {
  material: 'Material that went in, less what came back.',
  labour: 'Labour that it took.',
  overhead: 'Overhead that it took.',
  completed: 'What of it went on stock.',
  variances: 'What of it was left at the end; below zero what it cost less than planned.',
  inProcess: 'What is still in work.',
};

const amountFields = Object.entries(amounts) as [keyof typeof amounts, string][];

/** What the ledger says of one work order. */
export const LedgerCost = builder.objectRef<WorkCost>('LedgerCost').implement({
  description: 'What went into work and came out of it, as the ledger has it, in base currency.',
  fields: (t) =>
    Object.fromEntries(
      amountFields.map(([name, description]) => [
        name,
        t.field({
          type: Money,
          nullable: false,
          description,
          resolve: (cost) => moneyOf(cost[name], cost.baseCurrency),
        }),
      ]),
    ),
});

const ProductionCost = builder
  .objectRef<ProductCost & Pick<Reported, 'baseCurrency'>>('ProductionCost')
  .implement({
    description: 'What making one product cost in a span of days.',
    fields: (t) => ({
      item: t.field({
        type: Item.ref,
        description: 'The product.',
        resolve: ({ itemId }, _args, context, info) => context.reader.load(Item, itemId, info),
      }),
      cost: t.field({
        type: LedgerCost,
        nullable: false,
        description: 'What went into its work orders and came out of them.',
        resolve: (cost) => cost,
      }),
    }),
  });

export const ProductionCosts = builder
  .objectRef<Reported & { readonly rows: readonly ProductCost[] }>('ProductionCosts')
  .implement({
    description: 'What making each product cost in a span of days.',
    fields: (t) => ({
      company: t.field({
        type: Company.ref,
        description: companyText,
        resolve: ({ companyId }, _args, context, info) =>
          context.reader.load(Company, companyId, info),
      }),
      rows: t.field({
        type: [ProductionCost],
        nullable: { list: false, items: false },
        description: 'The products, the one with the most material first; at most 250.',
        resolve: ({ rows, baseCurrency }) =>
          rows.slice(0, 250).map((row) => ({ ...row, baseCurrency })),
      }),
    }),
  });
