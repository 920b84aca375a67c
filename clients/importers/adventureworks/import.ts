import {
  ImportOpeningsDocument,
  ImportOrdersDocument,
} from '../../typescript/generated/graphql.js';
import { present } from '../present.js';
import { buy, receive } from './buying.js';
import { loadPart, workPart, type ImportOptions, type Job, type Part } from './job.js';
import { confirm, make, produce, unfinished } from './making.js';
import { orderOf, shortOpeningOf } from './mapping.js';
import { begin, idsOf, type SourceIds } from './master-data.js';
import { carryToCash, type OpenOrder } from './order-to-cash.js';
import type { Short } from './shortage.js';

/** What was brought in. */
export interface Imported {
  readonly companyId: string;
  readonly parts: readonly Part[];
  /** What was short, and neither bought nor made: pieces by product number. */
  readonly short: Readonly<Record<string, string>>;
  /** The ids of the orders of the span, in their order. */
  readonly orderIds: readonly string[];
}

/**
 * Brings in what the mapping says, and takes the orders of the span from their entry to the money:
 * confirmed, made, bought for, produced, delivered, billed and paid, through the public graph
 * alone. What an earlier run has done is found by its external references and keys, and stays.
 * Throws ImportRefused, MutationRefused and GraphFailed.
 */
export async function importAdventureWorks(options: ImportOptions): Promise<Imported> {
  const job = await begin(options);
  const ids = await idsOf(job.client, job.source);
  const open = await loadOrders(job, ids);
  await confirm(job, open);
  await make(job, open);
  const short = await openShort(job, open, await buy(job, open));
  await receive(job, open);
  await produce(job, open);
  await workPart(job, 'order to cash', unfinished(open), (order) => carryToCash(job.client, order));
  const orderIds = open.map(({ state }) => state.id);
  return { companyId: job.ground.companyId, parts: job.parts, short, orderIds };
}

/** The first external reference of a row is what the files call it. */
const sourceKey = (row: { externalRefs?: readonly { key: string }[] | null }): string =>
  present(row.externalRefs?.[0]).key;

async function loadOrders(job: Job, ids: SourceIds): Promise<OpenOrder[]> {
  const { client, source, ground } = job;
  const rows = source.orders.map((order) => orderOf(order, ground, ids));
  const results = await loadPart(job, {
    ...{ title: 'orders', rows, keyOf: sourceKey },
    weightOf: (row) => row.lines.length,
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
    customerId: ids.customerId(header.CustomerID),
  }));
}

/** Takes on what nobody sells or makes, at its standard cost; answers what it was. */
async function openShort(
  job: Job,
  open: readonly OpenOrder[],
  short: readonly Short[],
): Promise<Imported['short']> {
  if (short.length === 0) return {};
  const { client, source, ground } = job;
  const { SalesOrderID: orderId, ShipDate: on } = present(unfinished(open)[0]).source;
  const costs = new Map(source.products.map((one) => [one.ProductNumber, one.StandardCost]));
  const rows = short.map((one) => {
    const unitCost = present(costs.get(one.item.code), one.item.code);
    return shortOpeningOf(one, ground, { unitCost, on, orderId });
  });
  await loadPart(job, {
    ...{ title: 'short items', rows, keyOf: sourceKey },
    send: async (batch, idempotencyKey) => {
      const variables = { input: { rows: [...batch] } };
      const options = { idempotencyKey };
      const answer = await client.request(ImportOpeningsDocument, variables, options);
      return present(answer.stockOpeningBulk);
    },
  });
  return Object.fromEntries(short.map(({ item, quantity }) => [item.code, quantity]));
}
