import { done, type Client } from '../../typescript/client.js';
import {
  ImportConfirmDocument,
  ImportLinesDocument,
  ImportMakeDocument,
  ImportProduceDocument,
  ImportWorkOrdersDocument,
  type ImportLinesQuery,
  type ImportWorkOrdersQuery,
} from '../../typescript/generated/graphql.js';
import { batches } from '../in-flight.js';
import { Decimal } from './amounts.js';
import { workPart, type Job } from './job.js';
import type { OpenOrder } from './order-to-cash.js';
import { allOfEach } from './paging.js';

export type OrderLine = NonNullable<ImportLinesQuery['salesOrderLines']>['nodes'][number];
type WorkOrder = NonNullable<ImportWorkOrdersQuery['workOrders']>['nodes'][number];

/** The most work orders of one request. */
const AT_ONCE = 250;

/** Whether an order is delivered, billed and paid: its status alone tells nothing of the money. */
const isDone = ({ state: { status, salesInvoices } }: OpenOrder): boolean =>
  status === 'INVOICED' &&
  (salesInvoices?.nodes ?? []).every(({ openAmount }) =>
    new Decimal(openAmount?.amount ?? 0).isZero(),
  );

/** Those orders that an earlier run has not taken to the end. */
export const unfinished = (open: readonly OpenOrder[]): OpenOrder[] =>
  open.filter((order) => !isDone(order));

export const linesOf = (client: Client, orderIds: readonly string[]): Promise<OrderLine[]> =>
  allOfEach(orderIds, async (orders, after) => {
    return (await client.request(ImportLinesDocument, { orders, after })).salesOrderLines;
  });

function byOrder<One extends { readonly salesOrder?: { readonly id: string } | null }>(
  all: readonly One[],
): Map<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const id = one.salesOrder?.id ?? '';
    groups.set(id, [...(groups.get(id) ?? []), one]);
  }
  return groups;
}

/** Confirms the orders that are drafts: what there is of their lines is kept for them. */
export async function confirm(job: Job, open: readonly OpenOrder[]): Promise<void> {
  const drafts = open.filter(({ state }) => state.status === 'DRAFT');
  await workPart(job, 'confirm', drafts, async ({ source, state }) => {
    const options = { idempotencyKey: `adventureworks:order:${source.SalesOrderID}:confirm` };
    const input = { id: state.id };
    done((await job.client.request(ImportConfirmDocument, { input }, options)).salesOrderConfirm);
  });
}

/** Whether a line is made in house and nothing makes it yet. */
const isToMake = ({ item, quantity, planned, shipped }: OrderLine): boolean =>
  item?.isMade === true &&
  (item.boms?.nodes.length ?? 0) > 0 &&
  new Decimal(quantity.value).sub(shipped.value).gt(planned.value);

/**
 * Converts lines of what is made by a BOM to work orders through all levels, and hands them to the
 * shop floor. Stock that a line has been promised stays with it, and is made all the same; free
 * stock of components is taken, unless all is to be made. Who takes stock comes after another, so
 * that none counts on what the other has taken.
 */
export async function make(job: Job, open: readonly OpenOrder[]): Promise<void> {
  const going = unfinished(open);
  const lines = byOrder(
    (
      await linesOf(
        job.client,
        going.map(({ state }) => state.id),
      )
    ).filter(isToMake),
  );
  const making = going.filter(({ state }) => lines.has(state.id));
  const { isAllMade } = job.source;
  const inTurn = isAllMade ? job : { ...job, inFlight: 1 };
  await workPart(inTurn, 'make', making, async ({ source, state: { id } }) => {
    const wanted = (lines.get(id) ?? []).map((line) => ({ salesOrderLineId: line.id }));
    const how = { keepStock: true, useComponentStock: !isAllMade, release: true };
    const input = { id, lines: wanted, ...how };
    const options = { idempotencyKey: `adventureworks:order:${source.SalesOrderID}:make` };
    const answer = await job.client.request(ImportMakeDocument, { input }, options);
    done(answer.salesOrderMakeWorkOrders);
  });
}

/** Components before what they go into, so that pieces of the list may be completed one by one. */
function deepestFirst(orders: readonly WorkOrder[]): WorkOrder[] {
  const byId = new Map(orders.map((one) => [one.id, one]));
  const depth = (one: WorkOrder | undefined): number =>
    one === undefined ? 0 : 1 + depth(byId.get(one.parent?.id ?? ''));
  return orders.toSorted((left, right) => depth(right) - depth(left));
}

/**
 * Completes what the shop floor has, order by order on its ship date: materials are issued and the
 * time of the plan is reported, and what is left in process goes into the variances.
 */
export async function produce(job: Job, open: readonly OpenOrder[]): Promise<void> {
  const { client } = job;
  const going = unfinished(open);
  const all = await allOfEach(
    going.map(({ state }) => state.id),
    async (orders, after) =>
      (await client.request(ImportWorkOrdersDocument, { orders, after })).workOrders,
  );
  const workOrders = byOrder(all);
  const making = going.filter(({ state }) => workOrders.has(state.id));
  const ownOf = ({ state }: OpenOrder) => workOrders.get(state.id) ?? [];
  const work = async (order: OpenOrder) => {
    for (const piece of batches(deepestFirst(ownOf(order)), AT_ONCE))
      await complete(client, order.source, piece);
  };
  await workPart(job, 'produce', making, work, (order) => ownOf(order).length);
}

async function complete(
  client: Client,
  { ShipDate: postedOn, SalesOrderID }: OpenOrder['source'],
  piece: readonly WorkOrder[],
): Promise<void> {
  const lines = piece.map(({ id }) => ({ id }));
  const input = { lines, postedOn, issue: true, reportTime: true, close: true };
  const name = `${lines[0]?.id ?? ''}:${lines.length}`;
  const options = { idempotencyKey: `adventureworks:order:${SalesOrderID}:produce:${name}` };
  done((await client.request(ImportProduceDocument, { input }, options)).workOrdersComplete);
}
