import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { done } from '../../clients/typescript/client.js';
import {
  DeliveryCancelDocument,
  QuoteAcceptDocument,
  QuoteCreateDocument,
  QuoteSendDocument,
  QuoteSubmitDocument,
} from '../../clients/typescript/generated/graphql.js';
import { asking } from '../support/asking.js';
import { openGraph, type TestGraph } from '../support/graph.js';
import { bookkeeper } from '../support/graph-books.js';
import { buyer, supplier } from '../support/graph-buying.js';
import { foundMaker, setRate, type Maker, type MakerOptions } from '../support/graph-maker.js';
import { asPlanned, producer } from '../support/graph-making.js';
import { seller } from '../support/graph-selling.js';
import { brokenInvariants } from '../support/invariants.js';

const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

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

/** What was reckoned with an order before the ledger knew. */
async function expected(id: string) {
  const estimate = 'revenue { amount } cost { amount } margin { amount }';
  const { salesOrder } = await asking(graph).ask<{ salesOrder: { profitability: unknown } }>(
    `query ($id: ID!) { salesOrder(by: { id: $id }) { profitability {
      quoted { ${estimate} } standard { ${estimate} } } } }`,
    { id },
  );
  return salesOrder.profitability;
}

describe('making to order', () => {
  const key = () => ({ idempotencyKey: randomUUID() });

  /** A quote for bikes that the customer accepts; answers the order. */
  async function accepted(quantity: string, unitPrice: string) {
    const { companyId, customerId, warehouseId, itemId, taxCodeId } = maker;
    const lines = [{ itemId, quantity, unitPrice, taxCodeId }];
    const input = { companyId, customerId, warehouseId, lines };
    const { quoteCreate } = await graph.client.request(QuoteCreateDocument, { input });
    const quote = done(quoteCreate).quote!;
    const { id } = quote;
    done((await graph.client.request(QuoteSubmitDocument, { input: { id } })).quoteSubmit);
    done((await graph.client.request(QuoteSendDocument, { input: { id } })).quoteSend);
    return { quote, order: await accept(id) };
  }

  async function accept(id: string) {
    const accepting = { input: { id, confirm: true } };
    const { quoteAccept } = await graph.client.request(QuoteAcceptDocument, accepting, key());
    return done(quoteAccept).salesOrder!;
  }

  /** Makes the bikes of an order, whose assembly takes so many minutes by hand. */
  async function made(orderId: string, runMinutes: string) {
    const ids = await make.make(orderId);
    const orders = await Promise.all(ids.map((id) => make.workOrder(id)));
    const bike = orders.find(({ parent }) => parent === null)!;
    const frame = orders.find(({ parent }) => parent?.id === bike.id)!;
    expect([bike.item!.code, frame.item!.code]).toEqual(['MTO-BIKE', 'MTO-FRAME']);
    await make.complete([{ id: frame.id }], asPlanned);
    await make.issue(bike.id);
    const [card] = bike.jobCards!.nodes;
    await make.start(card!.id);
    await make.report({ id: card!.id, good: '5', setupMinutes: '0', runMinutes });
    await make.finish(card!.id);
    await make.complete([{ id: bike.id }]);
    await make.close([bike.id, frame.id]);
    return { bike: await make.workOrder(bike.id), frame: await make.workOrder(frame.id) };
  }

  it('goes from a quote through two made levels to the ledger, and tells three margins', async () => {
    await found('MTO');
    const { quote, order } = await accepted('5', '150');
    // A lot of 5 frames: 5 × 27 + 45 = 180, each 36. A bike: 36 + 30 + 10 + 5 = 81.
    expect(quote.estimatedCost!.amount).toBe('405');
    expect(quote.estimatedMargin!.amount).toBe('345');
    // Assembly becomes dearer: 36 an hour of labour and machine. A bike: 36 + 30 + 12 + 5 = 83.
    const dearer = { labourRate: '30', machineRate: '6', overheadRate: '15' };
    await setRate(graph.client, maker.assemblyId, dearer, inDays(0));

    const { bike, frame } = await made(order.id, '130');
    expect(frame.plannedUnitCost!.amount).toBe('36');
    // 15 tubes = 60; 30 + 5 × 10 = 80 minutes at 60 and 30 an hour.
    expect(frame.cost).toMatchObject({
      ...{ material: { amount: '60' }, labour: { amount: '80' }, overhead: { amount: '40' } },
      ...{ completed: { amount: '180' }, variance: { amount: '0' }, inProcess: { amount: '0' } },
    });
    expect(bike.plannedUnitCost!.amount).toBe('83');
    // 5 × 36 + 10 × 15 = 330; 130 minutes at 36 and 15 an hour: 78 and 32.5; 440.5 − 415 = 25.5.
    expect(bike.cost).toMatchObject({
      ...{ material: { amount: '330' }, labour: { amount: '78' }, overhead: { amount: '32.5' } },
      ...{ completed: { amount: '415' }, variance: { amount: '25.5' } },
      inProcess: { amount: '0' },
    });
    expect((await make.linesOf(order.id))[0]).toMatchObject({
      ...{ planned: { value: '5' }, produced: { value: '5' }, reserved: { value: '5' } },
    });

    await sell.ship(order.id);
    const invoice = await sell.bill(order.id);
    expect(invoice.grossAmount.amount).toBe('825');
    await sell.pay(invoice);
    expect(await sell.order(order.id)).toMatchObject({
      ...{ status: 'INVOICED', paidAmount: { amount: '825' } },
    });
    expect(await expected(order.id)).toEqual({
      quoted: { revenue: { amount: '750' }, cost: { amount: '405' }, margin: { amount: '345' } },
      standard: { revenue: { amount: '750' }, cost: { amount: '415' }, margin: { amount: '335' } },
    });
    // 750 − 415 − 25.5 = 309.5, of 750 41.2667 %.
    expect(await books.margin(order.id)).toMatchObject({
      ...{ revenue: { amount: '750' }, costOfSales: { amount: '415' } },
      ...{ variances: { amount: '25.5' }, margin: { amount: '309.5' }, marginPercent: '41.2667' },
    });

    // Wheels from stock: 4 × 25 − 4 × 15 = 40.
    const wheels = { itemId: maker.wheelId, quantity: '4', unitPrice: '25' };
    const { id: second } = await sell.confirmed([wheels]);
    await sell.ship(second);
    await sell.bill(second);
    expect((await books.margin(second)).margin.amount).toBe('40');
    // 309.5 + 40; absorbed is 80 + 40 + 78 + 32.5 = 230.5.
    expect(await books.income()).toMatchObject({
      ...{ revenue: { amount: '850' }, costOfSales: { amount: '475' } },
      ...{ grossProfit: { amount: '349.5' }, netProfit: { amount: '580' } },
    });
    expect(await books.receivable()).toBe('110');
    // Tubes 400 − 60 = 340 and wheels 1,500 − 150 − 60 = 1,290; nothing is left of what was made.
    expect(await books.balances()).toEqual({
      ...{ Bank: '825', 'Trade receivables': '110', 'Raw materials': '1630' },
      ...{ 'Output VAT': '-85', 'Opening balances': '-1900' },
      ...{ 'Sales of goods': '-850', 'Cost of sales': '475' },
      ...{ 'Labour efficiency variance': '18', 'Overhead variance': '7.5' },
      ...{ 'Labour absorbed': '-158', 'Overhead absorbed': '-72.5' },
    });
  });
});

describe('a rush order', () => {
  const queue = async () => {
    const { workOrders } = await asking(graph).ask<{ workOrders: { nodes: { id: string }[] } }>(
      `query ($company: ID!) { workOrders(
        where: { company: { id: { eq: $company } }, parent: { isNull: true } }
        orderBy: [{ priority: { direction: DESC } }, { dueOn: { direction: ASC } }]
      ) { nodes { id } } }`,
      { company: maker.companyId },
    );
    return workOrders.nodes.map(({ id }) => id);
  };

  /** Takes what was made out of the house and has it paid. */
  async function served(orderId: string) {
    await sell.ship(orderId);
    await sell.pay(await sell.bill(orderId));
    return (await books.margin(orderId)).margin.amount;
  }

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
    const wheelsOf = async (id: string) =>
      (await make.workOrder(id)).materials!.nodes.find(({ item }) => item!.code === 'RUSH-WHEEL')!;
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
