import type { Client } from '../../typescript/client.js';
import {
  ImportCustomersDocument,
  ImportItemsDocument,
  ImportOpeningsDocument,
  ImportOrdersDocument,
  type SalesOrdersBulkRow,
  type StockOpeningBulkRow,
} from '../../typescript/generated/graphql.js';
import { inFlight } from '../in-flight.js';
import { present } from '../present.js';
import { showProgress, type Screen } from '../progress.js';
import { found } from './founding.js';
import { load, type Loaded, type Loading } from './loading.js';
import { customerOf, itemOf, openingOf, orderOf, shortOpeningOf, type Ground } from './mapping.js';
import { carryToCash, type OpenOrder } from './order-to-cash.js';
import { shortagesOf } from './shortage.js';
import type { Source } from './source.js';

export interface ImportOptions {
  readonly client: Client;
  readonly source: Source;
  readonly screen: Screen;
  /** How many requests are under way at once. */
  readonly inFlight: number;
}

/** One part of the job, as it is told at the end. */
export interface Part {
  readonly title: string;
  readonly count: number;
  readonly milliseconds: number;
}

/** What was brought in. */
export interface Imported {
  readonly companyId: string;
  readonly parts: readonly Part[];
  /** What was short and got an opening balance: pieces by product number. */
  readonly short: Readonly<Record<string, string>>;
  /** The ids of the orders of the span, in their order. */
  readonly orderIds: readonly string[];
}

type Ids = ReadonlyMap<string, string>;

/** A job under way: what all parts share, and the parts that are done. */
export interface Job extends ImportOptions {
  readonly ground: Ground;
  readonly parts: Part[];
}

/**
 * Brings in products, customers and opening stock, and takes the orders of the span from their
 * entry to the money, through the public graph alone. What an earlier run has done is found by its
 * external references and keys, and stays. Throws MutationRefused and GraphFailed.
 */
export async function importAdventureWorks(options: ImportOptions): Promise<Imported> {
  const job = await begin(options);
  const { ground } = job;
  const items = await loadItems(job);
  await loadOpenings(job, 'opening stock', openingRows(job, items));
  const customers = await loadCustomers(job);
  const open = await loadOrders(job, { items, customers });
  const short = await openShortages(job, items, open);
  await carry(job, open);
  const orderIds = open.map(({ state }) => state.id);
  return { companyId: ground.companyId, parts: job.parts, short, orderIds };
}

/** Founds the company of the files, and answers the job that goes on from there. */
export async function begin(options: ImportOptions): Promise<Job> {
  const began = performance.now();
  const ground = await found(options.client, options.source.locations);
  const count = 2 + ground.bins.size;
  const founding = { title: 'founding', count, milliseconds: performance.now() - began };
  return { ...options, ground, parts: [founding] };
}

export async function loadPart<Row, Result>(
  { screen, inFlight: limit, parts }: Job,
  what: Omit<Loading<Row, Result>, 'screen' | 'limit'>,
): Promise<Loaded<Result>['results']> {
  const { results, milliseconds } = await load({ ...what, screen, limit });
  parts.push({ title: what.title, count: results.length, milliseconds });
  return results;
}

/** The first external reference of a row is what the files call it. */
const sourceKey = (row: { externalRefs?: readonly { key: string }[] | null }): string =>
  present(row.externalRefs?.[0]).key;

/** The ids of what was loaded, by what the files call it. */
const idsBy = <Row extends Parameters<typeof sourceKey>[0]>(
  rows: readonly Row[],
  nodes: readonly ({ readonly id: string } | null | undefined)[],
): Ids => new Map(rows.map((row, index) => [sourceKey(row), present(nodes[index]).id]));

/** Brings in the products; answers the items' ids by product. */
export async function loadItems(job: Job): Promise<Ids> {
  const rows = job.source.products.map(itemOf);
  const results = await loadPart(job, {
    ...{ title: 'items', rows, keyOf: sourceKey },
    send: async (batch, idempotencyKey) => {
      const input = { rows: [...batch] };
      return present(
        (await job.client.request(ImportItemsDocument, { input }, { idempotencyKey })).itemsBulk,
      );
    },
  });
  return idsBy(
    rows,
    results.map(({ item }) => item),
  );
}

/** Brings in the customers; answers their ids by the files' own. */
export async function loadCustomers(job: Job): Promise<Ids> {
  const rows = job.source.customers.map((customer) => customerOf(customer, job.source));
  const results = await loadPart(job, {
    ...{ title: 'customers', rows, keyOf: sourceKey },
    send: async (batch, idempotencyKey) => {
      const variables = { input: { rows: [...batch] } };
      const options = { idempotencyKey };
      const answer = await job.client.request(ImportCustomersDocument, variables, options);
      return present(answer.customersBulk);
    },
  });
  return idsBy(
    rows,
    results.map(({ customer }) => customer),
  );
}

const costsOf = ({ products }: Source): Map<string, string> =>
  new Map(products.map(({ ProductID, StandardCost }) => [ProductID, StandardCost]));

/** The item of a product and what one costs, for its openings. */
function costing({ source }: Job, items: Ids) {
  const costs = costsOf(source);
  return (productId: string) => ({
    itemId: present(items.get(productId), `Product ${productId}`),
    unitCost: present(costs.get(productId), `Product ${productId}`),
  });
}

function openingRows(job: Job, items: Ids): StockOpeningBulkRow[] {
  const costed = costing(job, items);
  return job.source.stock.map((place) => openingOf(place, job.ground, costed(place.ProductID)));
}

async function loadOpenings(job: Job, title: string, rows: StockOpeningBulkRow[]): Promise<void> {
  await loadPart(job, {
    ...{ title, rows, keyOf: sourceKey },
    send: async (batch, idempotencyKey) => {
      const variables = { input: { rows: [...batch] } };
      const options = { idempotencyKey };
      const answer = await job.client.request(ImportOpeningsDocument, variables, options);
      return present(answer.stockOpeningBulk);
    },
  });
}

async function loadOrders(
  job: Job,
  { items, customers }: { readonly items: Ids; readonly customers: Ids },
): Promise<OpenOrder[]> {
  const { client, source, ground } = job;
  const customerOfOrder = ({ CustomerID }: OpenOrder['source']) =>
    present(customers.get(CustomerID), `Customer ${CustomerID}`);
  const itemId = (id: string) => present(items.get(id), `Product ${id}`);
  const rows = source.orders.map((order) =>
    orderOf(order, ground, { customerId: customerOfOrder(order.header), itemId }),
  );
  const results = await loadPart(job, {
    ...{
      title: 'orders',
      rows,
      keyOf: sourceKey,
      weightOf: (row: SalesOrdersBulkRow) => row.lines.length,
    },
    send: async (batch, idempotencyKey) => {
      const variables = { input: { rows: [...batch] } };
      const options = { idempotencyKey };
      return present(
        (await client.request(ImportOrdersDocument, variables, options)).salesOrdersBulk,
      );
    },
  });
  return source.orders.map(({ header }, index) => ({
    source: header,
    state: present(results[index]?.salesOrder),
    companyId: ground.companyId,
    customerId: customerOfOrder(header),
  }));
}

/** Takes on what the orders that are still drafts need and nobody has; answers what it was. */
async function openShortages(job: Job, items: Ids, open: readonly OpenOrder[]) {
  const { client, source, ground } = job;
  const drafts = source.orders.filter((_, index) => open[index]?.state.status === 'DRAFT');
  const { warehouseId } = ground;
  const short = await shortagesOf(client, drafts, { warehouseId, itemIds: items });
  const costed = costing(job, items);
  const rows = short.map((one) => shortOpeningOf(one, ground, costed(one.productId)));
  if (rows.length > 0) await loadOpenings(job, 'short items', rows);
  const numbers = new Map(source.products.map((one) => [one.ProductID, one.ProductNumber]));
  return Object.fromEntries(
    short.map(({ productId, quantity }) => [present(numbers.get(productId)), quantity]),
  );
}

/** Takes all orders to the money, several at once: each is a chain of requests of its own. */
async function carry(job: Job, open: readonly OpenOrder[]): Promise<void> {
  const progress = showProgress(job.screen, 'order to cash', open.length);
  await inFlight(job.inFlight, open, async (order) => {
    await carryToCash(job.client, order);
    progress.add(1);
  });
  job.parts.push({
    title: 'order to cash',
    count: open.length,
    milliseconds: progress.end(),
  });
}
