import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done } from '../../clients/typescript/client.js';
import {
  SalesOrderCancelDocument,
  SalesOrderCloseDocument,
  SalesOrderMakeWorkOrdersDocument,
  StockLevelsDocument,
} from '../../clients/typescript/generated/graphql.js';
import { Decimal } from '../../modules/kernel/decimal.js';
import { asking } from '../support/asking.js';
import { openGraph, type TestGraph } from '../support/graph.js';
import { foundMaker } from '../support/graph-maker.js';
import { asPlanned, producer } from '../support/graph-making.js';
import { seller } from '../support/graph-selling.js';
import { brokenInvariants } from '../support/invariants.js';

describe('orders for which is made', () => {
  let graph: TestGraph;
  let itemId: string;
  let sell: ReturnType<typeof seller>;
  let make: ReturnType<typeof producer>;
  let keys = 0;
  const key = () => ({ idempotencyKey: `end-${++keys}` });
  beforeAll(async () => {
    graph = await openGraph();
    const maker = await foundMaker(graph.client, 'END');
    ({ itemId } = maker);
    sell = seller(graph.client, maker);
    make = producer(graph.client, maker);
  });
  afterAll(async () => {
    await graph.settled();
    expect(await brokenInvariants(graph.database)).toEqual([]);
    await graph.close();
  });

  /** An order of so many bikes, and its work orders: the bikes' first, then the frames'. */
  async function inProduction(quantity: string) {
    const { id } = await sell.confirmed([{ quantity, unitPrice: '200' }]);
    return { id, made: await make.make(id, { release: false }) };
  }

  const workOrdersOf = async (ids: readonly string[]) => {
    const { nodes } = await asking(graph).ask<{
      nodes: { number: string; status: string; salesOrder: object | null }[];
    }>(
      `query ($ids: [ID!]!) { nodes(ids: $ids) {
        ... on WorkOrder { number status salesOrder { id } } } }`,
      { ids },
    );
    return nodes;
  };

  const cancel = (id: string, workOrders?: 'KEEP' | 'CANCEL') =>
    graph.client.request(
      SalesOrderCancelDocument,
      { input: { id, reason: 'Another supplier', workOrders } },
      key(),
    );

  it('tell what scrap leaves to be made up for, and make it in another click', async () => {
    const { id } = await sell.confirmed([{ quantity: '3', unitPrice: '200' }]);
    const open = async () => (await make.linesOf(id))[0]!.openToMake!.value;
    expect(await open()).toBe('3');
    const [bikes, frames] = (await make.make(id)) as [string, string];
    expect(await open()).toBe('0');
    await make.complete([{ id: frames }], asPlanned);
    await make.complete([{ id: bikes, good: '2', scrap: '1', scrapReason: 'Bent' }], asPlanned);
    expect((await make.workOrder(bikes)).shortfall!.value).toBe('1');
    expect(await open()).toBe('1');
    const again = await graph.client.request(
      SalesOrderMakeWorkOrdersDocument,
      { input: { id } },
      key(),
    );
    done(again.salesOrderMakeWorkOrders);
    expect(await open()).toBe('0');
  });

  it('are cancelled only when it is said what becomes of the work orders', async () => {
    const { id, made } = await inProduction('2');
    const numbers = (await workOrdersOf(made)).map(({ number }) => number);
    const { salesOrderCancel } = await cancel(id);
    expect(salesOrderCancel!.userErrors).toMatchObject([
      { __typename: 'OrderHasWorkOrders', code: 'ORDER_HAS_WORK_ORDERS' },
    ]);
    for (const number of numbers)
      expect(salesOrderCancel!.userErrors[0]!.message).toContain(number);
    expect((await sell.order(id)).status).toBe('CONFIRMED');
    expect((await workOrdersOf(made)).map(({ status }) => status)).toEqual(['PLANNED', 'PLANNED']);
  });

  it('are cancelled with their work orders, all levels of them', async () => {
    const { id, made } = await inProduction('2');
    const { salesOrderCancel } = await cancel(id, 'CANCEL');
    expect(done(salesOrderCancel).salesOrder!.status).toBe('CANCELLED');
    expect((await workOrdersOf(made)).map(({ status }) => status)).toEqual([
      'CANCELLED',
      'CANCELLED',
    ]);
  });

  it('leave work orders to stock when they are kept', async () => {
    const free = async () => {
      const where = { item: { id: { eq: itemId } } };
      const { stockLevels } = await graph.client.request(StockLevelsDocument, { where });
      return stockLevels!.nodes.reduce(
        (sum, { available }) => sum.add(available!.value),
        new Decimal(0),
      );
    };
    const { id, made } = await inProduction('2');
    done((await cancel(id, 'KEEP')).salesOrderCancel);
    const before = await free();
    await make.release(made);
    await make.complete(
      [...made].reverse().map((one) => ({ id: one })),
      asPlanned,
    );
    expect((await workOrdersOf(made)).map(({ status }) => status)).toEqual([
      'COMPLETED',
      'COMPLETED',
    ]);
    expect((await free()).sub(before).toFixed()).toBe('2');
  });

  it('cancel no work orders by whoever may not', async () => {
    const { id, made } = await inProduction('9');
    const caller = await graph.as(['sales.salesOrder.read', 'sales.salesOrder.cancel']);
    const { data, errors } = await caller.ask(
      `mutation ($id: ID!) {
        salesOrderCancel(input: { id: $id, reason: "Gone", workOrders: CANCEL }) {
          userErrors { code } } }`,
      { id },
    );
    expect(data).toEqual({ salesOrderCancel: null });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    expect((await workOrdersOf(made)).map(({ status }) => status)).toEqual(['PLANNED', 'PLANNED']);
  });

  it('are closed short, and what was made for them stays in stock', async () => {
    const { id, made } = await inProduction('3');
    await make.release(made);
    await make.complete(
      [...made].reverse().map((one) => ({ id: one })),
      asPlanned,
    );
    const line = (await sell.order(id)).lines!.nodes[0]!;
    await sell.ship(id, [{ salesOrderLineId: line.id, quantity: '1' }]);
    await sell.bill(id);
    const { salesOrderClose } = await graph.client.request(
      SalesOrderCloseDocument,
      { input: { id } },
      key(),
    );
    expect(done(salesOrderClose).salesOrder!.status).toBe('CLOSED');
  });
});
