import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { done } from '../../clients/typescript/client.js';
import { DeliveryCancelDocument } from '../../clients/typescript/generated/graphql.js';
import { asking } from '../support/asking.js';
import { openGraph, type TestGraph } from '../support/graph.js';
import { bookkeeper } from '../support/graph-books.js';
import { buyer, supplier } from '../support/graph-buying.js';
import { foundMaker, type Maker, type MakerOptions } from '../support/graph-maker.js';
import { asPlanned, producer } from '../support/graph-making.js';
import { seller } from '../support/graph-selling.js';
import { brokenInvariants } from '../support/invariants.js';

const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

// A scenario is many requests; slow machines are given time for them.
let graph: TestGraph;
let maker: Maker;
let sell: ReturnType<typeof seller>;
let make: ReturnType<typeof producer>;
let books: ReturnType<typeof bookkeeper>;

beforeAll(async () => {
  graph = await openGraph();
});
afterAll(() => graph.close());
afterEach(async () => {
  await graph.settled();
  expect(await brokenInvariants(graph.database)).toEqual([]);
});

async function found(code: string, options?: MakerOptions) {
  maker = await foundMaker(graph.client, code, options);
  sell = seller(graph.client, maker);
  make = producer(graph.client, maker);
  books = bookkeeper(graph.client, maker.companyId);
}

describe('a rush order', () => {
  /** The bikes that are to be made, in the order in which they are. */
  const queue = async () => {
    const { workOrders } = await asking(graph).ask<{
      workOrders: { nodes: { id: string; item: { code: string } }[] };
    }>(
      `query ($company: ID!) { workOrders(
        where: { company: { id: { eq: $company } } }
        orderBy: [{ priority: { direction: DESC } }, { dueOn: { direction: ASC } }]
      ) { nodes { id item { code } } } }`,
      { company: maker.companyId },
    );
    return workOrders.nodes.filter(({ item }) => item.code === 'RUSH-BIKE').map(({ id }) => id);
  };

  /** Takes what was made out of the house and has it paid. */
  async function served(orderId: string) {
    await sell.ship(orderId);
    await sell.pay(await sell.bill(orderId));
    return (await books.margin(orderId)).margin.amount;
  }

  const wheelsOf = async (id: string) =>
    (await make.workOrder(id)).materials!.nodes.find(
      ({ item }) => item!.code === `${maker.code}-WHEEL`,
    )!;

  it('takes parts that are promised only when the earlier work orders are given back', async () => {
    await found('TAKE', { wheels: '10' });
    const earlier = await sell.confirmed([{ quantity: '4' }]);
    const [early] = await make.make(earlier.id);
    expect((await wheelsOf(early!)).reserved.value).toBe('8');
    const rush = await sell.confirmed([{ quantity: '2' }]);
    const hurried = await make.make(rush.id, { release: false });
    // Of ten wheels 8 are promised, and 2 of the 4 are short.
    await expect(make.release(hurried, 'ALL_OR_NOTHING')).rejects.toMatchObject({
      code: 'INSUFFICIENT_STOCK',
    });
    const given = { id: early!, reason: 'A rush order comes first.', withChildren: true };
    await asking(graph).id('workOrderCancel', 'workOrder', given);
    expect((await make.linesOf(earlier.id))[0]!.planned.value).toBe('0');
    await make.release(hurried, 'ALL_OR_NOTHING');
    const [again] = await make.make(earlier.id);
    expect((await wheelsOf(hurried[0]!)).reserved.value).toBe('4');
    expect((await wheelsOf(again!)).reserved.value).toBe('6');
    expect((await make.linesOf(earlier.id))[0]!.planned.value).toBe('4');
  });

  it('goes first and takes the scarce part, and the earlier order is seen to be late', async () => {
    await found('RUSH', { wheels: '10' });
    const price = { unitPrice: '150' };
    const earlier = await sell.confirmed([{ ...price, quantity: '4' }], {
      requestedOn: inDays(20),
    });
    const early = await make.make(earlier.id, { release: false });
    const charge = { kind: 'CHARGE' as const, description: 'Express', unitPrice: '50' };
    const rush = await sell.confirmed([{ ...price, quantity: '2' }, charge], {
      requestedOn: inDays(5),
    });
    const hurried = await make.make(rush.id, { release: false });
    for (const id of hurried) await make.change(id, { priority: 9 });
    expect(await queue()).toEqual([hurried[0], early[0]]);

    // Ten wheels: the rush order takes 4, and 6 of the 8 that the earlier one needs are left.
    await make.release(hurried, 'ALL_OR_NOTHING');
    await expect(make.release(early, 'ALL_OR_NOTHING')).rejects.toMatchObject({
      code: 'INSUFFICIENT_STOCK',
    });
    await make.change(early[0]!, { dueOn: inDays(30) });
    expect((await make.linesOf(earlier.id))[0]).toMatchObject({
      ...{ promisedOn: inDays(20), expectedOn: inDays(30) },
    });
    expect((await make.linesOf(rush.id))[0]).toMatchObject({
      ...{ promisedOn: inDays(5), expectedOn: inDays(5) },
    });
    await make.release(early);
    expect((await wheelsOf(hurried[0]!)).reserved.value).toBe('4');
    expect(await wheelsOf(early[0]!)).toMatchObject({
      ...{ required: { value: '8' }, reserved: { value: '6' } },
    });

    await make.complete(
      hurried.map((id) => ({ id })),
      asPlanned,
    );
    await make.close(hurried);
    // 2 frames: 2 × 27 + 45 = 99; 2 bikes: 99 + 2 × 45 = 189; 2 × 150 + 50 − 189 = 161.
    expect(await served(rush.id)).toBe('161');

    const all = early.map((id) => ({ id }));
    await expect(make.complete(all, asPlanned)).rejects.toMatchObject({
      code: 'INSUFFICIENT_STOCK',
    });
    const buy = buyer(graph.client, maker);
    const spokes = await supplier(graph.client, 'RUSH-SPOKES');
    const wheels = { itemId: maker.wheelId, quantity: '2', unitPrice: '15' };
    await buy.receive((await buy.ordered(spokes, [wheels])).id);
    await make.complete(all, asPlanned);
    await make.close(early);
    // 4 frames: 4 × 27 + 45 = 153; 4 bikes: 153 + 4 × 45 = 333; 4 × 150 − 333 = 267.
    expect(await served(earlier.id)).toBe('267');
    expect((await books.income()).grossProfit.amount).toBe('428');
    expect((await books.balances())['Goods received, not invoiced']).toBe('-30');
  });
});

describe('an order that is shipped in part', () => {
  it('keeps the rest as a back order, which is made, shipped and billed in its turn', async () => {
    await found('PART');
    const { id, lines } = await sell.confirmed([{ quantity: '6', unitPrice: '150' }]);
    const [bike, frame] = (await make.make(id)) as [string, string];
    const four = [bike, frame].map((one) => ({ id: one, good: '4' }));
    await make.complete(four, asPlanned);
    // 6 frames: 6 × 27 + 45 = 207, each 34.5; a bike 34.5 + 45 = 79.5.
    await sell.ship(id, [{ salesOrderLineId: lines[0]!.id, quantity: '4' }]);
    const first = await sell.bill(id);
    expect(first.grossAmount.amount).toBe('660');
    const [open] = await make.linesOf(id);
    expect(open).toMatchObject({
      ...{ shipped: { value: '4' }, invoiced: { value: '4' }, produced: { value: '4' } },
      ...{ inProduction: { value: '2' }, reserved: { value: '0' } },
    });
    // 4 × 79.5.
    expect((await books.margin(id)).costOfSales.amount).toBe('318');

    await expect(sell.ship(id)).rejects.toMatchObject({ code: 'INSUFFICIENT_STOCK' });
    const { deliveries } = await asking(graph).ask<{ deliveries: { nodes: { id: string }[] } }>(
      `query ($id: ID!) { deliveries(
        where: { salesOrder: { id: { eq: $id } }, status: { eq: PACKED } }) { nodes { id } } }`,
      { id },
    );
    for (const input of deliveries.nodes)
      done((await graph.client.request(DeliveryCancelDocument, { input })).deliveryCancel);
    expect((await sell.order(id)).status).toBe('IN_FULFILMENT');

    await make.complete([{ id: bike }, { id: frame }], asPlanned);
    await make.close([bike, frame]);
    expect((await make.linesOf(id))[0]!.reserved.value).toBe('2');
    await sell.ship(id);
    const second = await sell.bill(id);
    expect(second.grossAmount.amount).toBe('330');
    await sell.pay(first);
    await sell.pay(second);
    // 900 − 6 × 79.5 = 423, of 900 47 %; set-up once for both parts leaves no variance.
    expect(await books.margin(id)).toMatchObject({
      ...{ revenue: { amount: '900' }, costOfSales: { amount: '477' } },
      ...{ variances: { amount: '0' }, margin: { amount: '423' }, marginPercent: '47' },
    });
    expect((await sell.order(id)).status).toBe('INVOICED');
    expect(await books.receivable()).toBe('0');
    expect((await books.income()).grossProfit.amount).toBe('423');
  });
});
