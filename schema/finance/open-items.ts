import { queries } from '../../modules/finance/index.js';
import { sum } from '../../modules/kernel/index.js';
import { builder } from '../builder.js';
import { choices } from '../columns.js';
import { Customer } from '../crm/customer.js';
import { Company } from '../platform/company.js';
import { Supplier } from '../purchasing/supplier.js';
import { Money } from '../values.js';
import { moneyOf } from './profitability.js';
import { companyText, type Reported } from './reports.js';

type OpenReceivable = Awaited<ReturnType<typeof queries.openReceivables>>[number];
type OpenPayable = Awaited<ReturnType<typeof queries.openPayables>>[number];

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
          queries.byAge(rows).map((row) => ({ ...row, customerId: null, baseCurrency })),
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

/** What is owed of one age, to one supplier or to all of a currency. */
interface Owing extends Omit<OpenPayable, 'supplierId'> {
  readonly supplierId: string | null;
  readonly baseCurrency: string;
}

const PayableAge = builder.objectRef<Owing>('PayableAge').implement({
  description: 'What is owed of one age, to one supplier or in all.',
  fields: (t) => ({
    supplier: t.field({
      type: Supplier.ref,
      description: 'To whom it is owed; null in a total.',
      resolve: ({ supplierId }, _args, context, info) =>
        supplierId === null ? null : context.reader.load(Supplier, supplierId, info),
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
      description: 'How much, in the currency of the bills.',
      resolve: ({ amount, currency }) => moneyOf(amount, currency),
    }),
    baseAmount: t.field({
      type: Money,
      nullable: false,
      description: "How much, in the company's base currency.",
      resolve: ({ baseAmount, baseCurrency }) => moneyOf(baseAmount, baseCurrency),
    }),
    invoices: t.exposeInt('invoices', { nullable: false, description: 'How many bills it is.' }),
  }),
});

export const OpenPayables = builder
  .objectRef<Reported & { readonly rows: readonly OpenPayable[] }>('OpenPayables')
  .implement({
    description: 'What a company owes suppliers on a day, by age.',
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
        type: [PayableAge],
        nullable: { list: false, items: false },
        description: 'What is owed in all, by currency and age.',
        resolve: ({ rows, baseCurrency }) =>
          queries.byAge(rows).map((row) => ({ ...row, supplierId: null, baseCurrency })),
      }),
      rows: t.field({
        type: [PayableAge],
        nullable: { list: false, items: false },
        description: 'To whom what is owed, by age; the largest amounts first.',
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
