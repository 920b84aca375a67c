import { checkBooks, queries } from '../../modules/finance/index.js';
import type { LocalDate } from '../../modules/kernel/index.js';
import { refuseRead } from '../../prisma/reader/index.js';
import { builder } from '../../schema/builder.js';
import type { GraphContext } from '../../schema/context.js';
import { baseCurrencies, readOf } from '../../schema/finance/read.js';
import { OpenPayables, OpenReceivables } from '../../schema/finance/open-items.js';
import { BooksInvariant, TrialBalance, type Reported } from '../../schema/finance/reports.js';
import { BalanceSheet, IncomeStatement } from '../../schema/finance/statements.js';
import { ProductionCosts } from '../../schema/finance/work-cost.js';
import { Company } from '../../schema/platform/company.js';
import { rawId } from '../reads.js';

const permission = 'finance.report.read';

/** The company that a report is of; one that is hidden is told as one that is not there. */
async function reported(id: string, { reader }: GraphContext): Promise<Reported> {
  const companyId = rawId(Company.name, id);
  const isSeen = companyId !== null && (await reader.sees(Company, companyId));
  const baseCurrency = isSeen ? (await baseCurrencies(reader, [companyId])).get(companyId) : null;
  if (companyId === null || !baseCurrency)
    return refuseRead('NOT_FOUND', 'There is no Company with this id that you may see.');
  return { companyId, baseCurrency };
}

interface Span {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

function refuseBackwards({ from, to }: Span): void {
  if (from > to) refuseRead('BAD_USER_INPUT', 'The last day is not before the first.');
}

builder.queryField('trialBalance', (t) =>
  t.field({
    type: TrialBalance,
    description: 'Every account of a company: what it began with, what moved it, how it ended.',
    extensions: { permission },
    args: {
      company: t.arg.id({ required: true, description: 'The company.' }),
      from: t.arg({ type: 'Date', required: true, description: 'The first day.' }),
      to: t.arg({ type: 'Date', required: true, description: 'The last day.' }),
    },
    resolve: async (_root, { company, from, to }, context) => {
      refuseBackwards({ from, to });
      const of = await reported(company, context);
      const span = { companyId: of.companyId, from, to };
      return { ...of, rows: await queries.trialBalance(readOf(context.reader), span) };
    },
  }),
);

builder.queryField('openReceivables', (t) =>
  t.field({
    type: OpenReceivables,
    description: 'What customers owe a company on a day, by age.',
    extensions: { permission },
    args: {
      company: t.arg.id({ required: true, description: 'The company.' }),
      asOf: t.arg({ type: 'Date', required: true, description: 'The day; a past one too.' }),
    },
    resolve: async (_root, { company, asOf }, context) => {
      const of = await reported(company, context);
      const wanted = { companyId: of.companyId, asOf };
      return { ...of, rows: await queries.openReceivables(readOf(context.reader), wanted) };
    },
  }),
);

builder.queryField('openPayables', (t) =>
  t.field({
    type: OpenPayables,
    description: 'What a company owes suppliers on a day, by age.',
    extensions: { permission },
    args: {
      company: t.arg.id({ required: true, description: 'The company.' }),
      asOf: t.arg({ type: 'Date', required: true, description: 'The day; a past one too.' }),
    },
    resolve: async (_root, { company, asOf }, context) => {
      const of = await reported(company, context);
      const wanted = { companyId: of.companyId, asOf };
      return { ...of, rows: await queries.openPayables(readOf(context.reader), wanted) };
    },
  }),
);

builder.queryField('incomeStatement', (t) =>
  t.field({
    type: IncomeStatement,
    description: 'What a company earned in a span of days; its margins per order sum to it.',
    extensions: { permission },
    args: {
      company: t.arg.id({ required: true, description: 'The company.' }),
      from: t.arg({ type: 'Date', required: true, description: 'The first day.' }),
      to: t.arg({ type: 'Date', required: true, description: 'The last day.' }),
    },
    resolve: async (_root, { company, from, to }, context) => {
      refuseBackwards({ from, to });
      const of = await reported(company, context);
      const span = { companyId: of.companyId, from, to };
      return { ...of, result: await queries.incomeStatement(readOf(context.reader), span) };
    },
  }),
);

builder.queryField('balanceSheet', (t) =>
  t.field({
    type: BalanceSheet,
    description:
      'What a company has and owes at the end of a day, with what was earned until then.',
    extensions: { permission },
    args: {
      company: t.arg.id({ required: true, description: 'The company.' }),
      asOf: t.arg({ type: 'Date', required: true, description: 'The day; a past one too.' }),
    },
    resolve: async (_root, { company, asOf }, context) => {
      const of = await reported(company, context);
      const day = { companyId: of.companyId, asOf };
      return { ...of, sheet: await queries.balanceSheet(readOf(context.reader), day) };
    },
  }),
);

builder.queryField('productionCosts', (t) =>
  t.field({
    type: ProductionCosts,
    description: 'What making each product cost in a span of days, as the ledger has it.',
    extensions: { permission },
    args: {
      company: t.arg.id({ required: true, description: 'The company.' }),
      from: t.arg({ type: 'Date', required: true, description: 'The first day.' }),
      to: t.arg({ type: 'Date', required: true, description: 'The last day.' }),
    },
    resolve: async (_root, { company, from, to }, context) => {
      refuseBackwards({ from, to });
      const of = await reported(company, context);
      const span = { companyId: of.companyId, from, to };
      return { ...of, rows: await queries.productCosts(readOf(context.reader), span) };
    },
  }),
);

builder.queryField('booksCheck', (t) =>
  t.field({
    type: [BooksInvariant],
    nullable: { list: true, items: false },
    description: 'Counts what breaks the invariants of the books: nothing, when all is right.',
    extensions: { permission },
    args: {
      company: t.arg.id({ description: 'The company: all that you may see unless told.' }),
    },
    resolve: async (_root, { company }, context) => {
      const { actor, reader } = context;
      const companies =
        company == null ? actor.companies : [(await reported(company, context)).companyId];
      return checkBooks(readOf(reader), companies);
    },
  }),
);
