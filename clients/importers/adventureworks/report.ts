import type { Client } from '../../typescript/client.js';
import {
  ImportBooksDocument,
  ImportFactsDocument,
  ImportMakingDocument,
  ImportMarginsDocument,
  type ImportMarginsQuery,
} from '../../typescript/generated/graphql.js';
import { present } from '../present.js';
import { batches } from '../in-flight.js';
import { Decimal, sum } from './amounts.js';
import { purchasesOf } from './buying.js';
import type { Imported } from './import.js';
import type { Part } from './job.js';
import { allOf } from './paging.js';

/** Money of some orders, as the graph has it, in the company's base currency. */
export interface OrderTotals {
  readonly count: number;
  readonly goods: Decimal;
  readonly freight: Decimal;
  readonly tax: Decimal;
  readonly gross: Decimal;
  readonly paid: Decimal;
  readonly costOfSales: Decimal;
  readonly margin: Decimal;
}

/** How many work orders make some orders, and how many of them have come to their end. */
export interface MakingTotals {
  readonly count: number;
  readonly closed: number;
}

/** What the company has bought, in its base currency. */
export interface BuyingTotals {
  readonly count: number;
  readonly net: Decimal;
  readonly billed: Decimal;
  readonly paid: Decimal;
}

export interface ImportReport {
  readonly parts: readonly Part[];
  /** The orders of the span. */
  readonly totals: OrderTotals;
  readonly making: MakingTotals;
  readonly buying: BuyingTotals;
  readonly short: Imported['short'];
  readonly incomeStatement: Readonly<Record<'revenue' | 'costOfSales' | 'grossProfit', Decimal>>;
  /** Of all orders of the company, whenever they were brought in. */
  readonly marginOfAllOrders: Decimal;
  /** What of the gross profit belongs to no order. */
  readonly marginOfNoOrder: Decimal;
  readonly invariants: readonly { readonly name: string; readonly broken: number }[];
  /** What this run has written: nothing, when all was there. */
  readonly factsWritten: number;
  /** The books hold, and the margins of all orders, with what is of none, sum to it. */
  readonly isSound: boolean;
}

/** How many changes the graph has recorded since it began. */
export async function countFacts(client: Client): Promise<number> {
  const { auditEntries } = await client.request(ImportFactsDocument, {});
  return present(auditEntries?.totalCount, 'The count of audit entries');
}

type Order = NonNullable<ImportMarginsQuery['salesOrders']>['nodes'][number];

const ordersOf = (client: Client, company: string): Promise<Order[]> =>
  allOf(async (after) => {
    return (await client.request(ImportMarginsDocument, { company, after })).salesOrders;
  });

function totalsOf(orders: readonly Order[]): OrderTotals {
  const total = (of: (order: Order) => { readonly amount: string } | null | undefined) =>
    sum(orders.map((order) => new Decimal(of(order)?.amount ?? 0)));
  return {
    count: orders.length,
    goods: total(({ profitability }) => profitability?.revenue),
    freight: total(({ profitability }) => profitability?.chargesRevenue),
    tax: total(({ taxAmount }) => taxAmount),
    gross: total(({ grossAmount }) => grossAmount),
    paid: total(({ paidAmount }) => paidAmount),
    costOfSales: total(({ profitability }) => profitability?.costOfSales),
    margin: total(({ profitability }) => profitability?.margin),
  };
}

async function makingOf(client: Client, orderIds: readonly string[]): Promise<MakingTotals> {
  let [count, closed] = [0, 0];
  for (const orders of batches(orderIds, 100)) {
    const answer = await client.request(ImportMakingDocument, { orders });
    count += present(answer.all, 'The work orders').totalCount;
    closed += present(answer.closed, 'The work orders').totalCount;
  }
  return { count, closed };
}

async function buyingOf(client: Client, company: string): Promise<BuyingTotals> {
  const purchases = await purchasesOf(client, company);
  const bills = purchases.flatMap(({ purchaseInvoices }) => purchaseInvoices?.nodes ?? []);
  const billed = sum(bills.map(({ grossAmount }) => new Decimal(grossAmount.amount)));
  const open = sum(bills.map(({ openAmount }) => new Decimal(openAmount?.amount ?? 0)));
  const net = sum(purchases.map(({ netAmount }) => new Decimal(netAmount.amount)));
  return { count: purchases.length, net, billed, paid: billed.sub(open) };
}

/** All days: margins are summed over all orders too. */
const ALL_DAYS = { from: '0001-01-01', to: '9999-12-31' };

/** Reads back what was brought in, and checks it against the books. */
export async function reportOf(
  client: Client,
  { companyId: company, parts, short, orderIds }: Imported,
  factsBefore: number,
): Promise<ImportReport> {
  const factsWritten = (await countFacts(client)) - factsBefore;
  const all = await ordersOf(client, company);
  const ofSpan = new Set(orderIds);
  const books = await client.request(ImportBooksDocument, { company, ...ALL_DAYS });
  const statement = present(books.incomeStatement, 'The income statement');
  const { grossProfit, ofNoOrder, ...earned } = statement;
  const revenue = new Decimal(earned.revenue.amount).add(earned.chargesRevenue.amount);
  const invariants = present(books.booksCheck, 'The check of the books');
  const marginOfAllOrders = totalsOf(all).margin;
  const marginOfNoOrder = new Decimal(ofNoOrder.margin.amount);
  const isBalanced = marginOfAllOrders.add(marginOfNoOrder).eq(grossProfit.amount);
  return {
    ...{ parts, short, factsWritten, invariants, marginOfAllOrders, marginOfNoOrder },
    making: await makingOf(client, orderIds),
    buying: await buyingOf(client, company),
    totals: totalsOf(all.filter(({ id }) => ofSpan.has(id))),
    incomeStatement: {
      revenue,
      costOfSales: new Decimal(earned.costOfSales.amount),
      grossProfit: new Decimal(grossProfit.amount),
    },
    isSound: isBalanced && invariants.every(({ broken }) => broken === 0),
  };
}
