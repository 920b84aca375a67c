import { Decimal } from 'decimal.js';
import type { Client } from '../typescript/client.js';
import {
  BooksCheckDocument,
  OrderOutcomeDocument,
  TrialBalanceDocument,
  WholeIncomeDocument,
  type AmountFragment,
  type OrderOutcomeQuery,
} from '../typescript/generated/graphql.js';
import { figure, rounded, type Page } from './page.js';
import type { Order } from './selling.js';

interface Told {
  readonly companyId: string;
  readonly order: Order;
  /** The business day. */
  readonly on: string;
}

type Outcome = NonNullable<OrderOutcomeQuery['salesOrder']>;

const amounts = (...told: readonly AmountFragment[]): string[] =>
  told.map(({ amount }) => figure(amount));

/** Reads from the books what the order earned and what its work cost, and shows that they balance. */
export async function readBooks(client: Client, page: Page, told: Told): Promise<void> {
  const { salesOrder } = await client.request(OrderOutcomeDocument, { salesOrder: told.order.id });
  showMargin(page, salesOrder!);
  showWorkCosts(page, salesOrder!);
  const span = { company: told.companyId, from: `${told.on.slice(0, 4)}-01-01`, to: told.on };
  await showTrialBalance(client, page, span);
  await showIncome(client, page, { span, margin: salesOrder!.profitability!.margin });
  await checkBooks(client, page, told.companyId);
}

function showMargin(page: Page, { profitability, ledgerEntries }: Outcome): void {
  if (!profitability) throw new Error('The books know nothing of the order.');
  const { quoted, standard, revenue, chargesRevenue, costOfSales, variances, margin } =
    profitability;
  const count = ledgerEntries!.totalCount;
  page.chapter(`What the order earned: quoted, at standard, and read from ${count} ledger entries`);
  const billed = new Decimal(revenue.amount).add(chargesRevenue.amount).toString();
  const estimated = (of: 'revenue' | 'cost' | 'margin') =>
    [quoted, standard].map((estimate) => rounded(estimate![of].amount));
  const rows = [
    ['', 'quoted', 'standard', 'actual'],
    ['goods and freight', ...estimated('revenue'), figure(billed)],
    ['cost of what was sold', ...estimated('cost'), ...amounts(costOfSales)],
    ['variances of making it', '', '', ...amounts(variances)],
    ['margin', ...estimated('margin'), ...amounts(margin)],
  ];
  page.table(rows, [false, true, true, true]);
  page.step('margin', `${profitability.marginPercent} %`, 'of what was billed');
}

function showWorkCosts(page: Page, { workOrders }: Outcome): void {
  page.chapter('What each work order cost');
  const rows = workOrders!.nodes.map(({ number, item, completed, cost }) => {
    const { material, labour, overhead, completed: made, variance, inProcess } = cost!;
    const figures = amounts(material, labour, overhead, made, variance, inProcess);
    return [number, `${completed.value} ${item!.code}`, ...figures];
  });
  const kinds = ['material', 'labour', 'overhead', 'made', 'variance', 'in work'];
  page.table([['', '', ...kinds], ...rows], [false, false, ...kinds.map(() => true)]);
}

interface Span {
  readonly company: string;
  readonly from: string;
  readonly to: string;
}

async function showTrialBalance(client: Client, page: Page, span: Span): Promise<void> {
  page.chapter('Trial balance');
  const { trialBalance } = await client.request(TrialBalanceDocument, span);
  const { rows, debit, credit, closing } = trialBalance!;
  const moved = rows.filter((row) => row.debit.amount !== '0' || row.credit.amount !== '0');
  const cells = moved.map((row) => [
    row.code,
    row.name,
    ...amounts(row.debit, row.credit, row.closing),
  ]);
  const head = ['account', '', 'debit', 'credit', 'balance'];
  const sums = ['', 'sum', ...amounts(debit, credit, closing)];
  page.table([head, ...cells, sums], [false, false, true, true, true]);
}

/** The margin of the order and what belongs to no order are the gross profit, to the cent. */
async function showIncome(
  client: Client,
  page: Page,
  { span, margin }: { readonly span: Span; readonly margin: AmountFragment },
): Promise<void> {
  page.chapter('Income statement');
  const { incomeStatement } = await client.request(WholeIncomeDocument, span);
  const { grossProfit, absorbed, otherIncome, otherExpenses, ...told } = incomeStatement!;
  const none = told.ofNoOrder.margin;
  const rows = [
    ['margin of the order', ...amounts(margin)],
    ['what belongs to no order', ...amounts(none)],
    ['gross profit', ...amounts(grossProfit)],
    ['labour and overhead absorbed', ...amounts(absorbed)],
    ['exchange gains', ...amounts(otherIncome)],
    ['exchange losses and other expenses', ...amounts(otherExpenses)],
    ['net profit', ...amounts(told.netProfit)],
  ];
  page.table(rows, [false, true]);
  if (!new Decimal(margin.amount).add(none.amount).eq(grossProfit.amount))
    throw new Error('The margins are not the gross profit.');
  page.step('equal', figure(grossProfit.amount), 'the margins are the gross profit');
}

async function checkBooks(client: Client, page: Page, company: string): Promise<void> {
  page.chapter('The invariants of the books');
  const { booksCheck } = await client.request(BooksCheckDocument, { company });
  const broken = booksCheck!.filter(({ holds }) => !holds);
  for (const { name, broken: count } of broken) page.line(`  ✗ ${name} ${count} exceptions`);
  if (broken.length > 0) throw new Error('The books are not right.');
  page.step('all hold', `${booksCheck!.length} checked`, 'not one exception');
}
