import type { Client } from '../typescript/client.js';
import {
  BooksCheckDocument,
  OrderMarginDocument,
  TrialBalanceDocument,
} from '../typescript/generated/graphql.js';
import type { Demo } from './founding.js';
import type { Order } from './ordering.js';
import { figure, sum, type Page } from './page.js';

/** Reads from the books what the order earned, and shows that they balance. */
export async function readBooks(
  client: Client,
  page: Page,
  { demo, order, on }: { demo: Demo; order: Order; on: string },
): Promise<void> {
  await showMargin(client, page, order);
  await showTrialBalance(client, page, { demo, on });
  await checkBooks(client, page, demo);
}

async function showMargin(client: Client, page: Page, order: Order): Promise<void> {
  const { salesOrder } = await client.request(OrderMarginDocument, { salesOrder: order.id });
  const { profitability, ledgerEntries } = salesOrder!;
  if (!profitability) throw new Error('The books know nothing of the order.');
  const { revenue, chargesRevenue, costOfSales, margin, marginPercent } = profitability;
  page.chapter(`What the order earned, read from ${ledgerEntries?.totalCount} ledger entries`);
  const rows = [
    ['revenue', sum(revenue)],
    ['freight billed', sum(chargesRevenue)],
    ['cost of sales', sum({ ...costOfSales, amount: `-${costOfSales.amount}` })],
    ['margin', sum(margin), `${marginPercent} %`],
  ];
  page.table(rows, [false, true, true]);
}

async function showTrialBalance(
  client: Client,
  page: Page,
  { demo, on }: { demo: Demo; on: string },
): Promise<void> {
  page.chapter('Trial balance');
  const from = `${on.slice(0, 4)}-01-01`;
  const { trialBalance } = await client.request(TrialBalanceDocument, {
    company: demo.companyId,
    from,
    to: on,
  });
  const { rows, debit, credit, closing } = trialBalance!;
  const moved = rows.filter((row) => row.debit.amount !== '0' || row.credit.amount !== '0');
  const cells = moved.map((row) => [
    row.code,
    row.name,
    figure(row.debit.amount),
    figure(row.credit.amount),
    figure(row.closing.amount),
  ]);
  const sums = [debit, credit, closing].map(({ amount }) => figure(amount));
  const head = ['account', '', 'debit', 'credit', 'balance'];
  page.table([head, ...cells, ['', 'sum', ...sums]], [false, false, true, true, true]);
}

async function checkBooks(client: Client, page: Page, { companyId }: Demo): Promise<void> {
  page.chapter('The invariants of the books');
  const { booksCheck } = await client.request(BooksCheckDocument, { company: companyId });
  const broken = booksCheck!.filter(({ holds }) => !holds);
  for (const { name, broken: count } of broken) page.line(`  ✗ ${name} ${count} exceptions`);
  if (broken.length > 0) throw new Error('The books are not right.');
  page.step('all hold', `${booksCheck!.length} checked`, 'not one exception');
}
