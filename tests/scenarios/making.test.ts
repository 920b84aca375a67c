import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { done } from '../../clients/typescript/client.js';
import {
  QuoteAcceptDocument,
  QuoteCreateDocument,
  QuoteSendDocument,
  QuoteSubmitDocument,
} from '../../clients/typescript/generated/graphql.js';
import { asking } from '../support/asking.js';
import { openGraph, type TestGraph } from '../support/graph.js';
import { bookkeeper } from '../support/graph-books.js';
import { foundMaker, setRate, type Maker } from '../support/graph-maker.js';
import { asPlanned, producer } from '../support/graph-making.js';
import { seller } from '../support/graph-selling.js';
import { brokenInvariants } from '../support/invariants.js';

const today = new Date().toISOString().slice(0, 10);

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

async function found(code: string) {
  maker = await foundMaker(graph.client, code);
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
    await setRate(graph.client, maker.assemblyId, dearer, today);

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

describe('making to stock', () => {
  it('fills the stock in parts at what was planned, and an order is made out of it', async () => {
    await found('MTS');
    const [frames] = await make.stockUp(maker.frameId, '10', { backflush: 'ON_COMPLETION' });
    // 10 frames: 10 × 27 + 45 = 315, each 31.5.
    await make.complete([{ id: frames!, good: '6' }], { reportTime: true });
    // 18 tubes = 72; 30 + 60 = 90 minutes: 90 + 45; 6 × 31.5 = 189 came out, so 18 are left: of
    // the set-up the share of four frames, 45 × 4 ÷ 10.
    expect((await make.workOrder(frames!)).cost).toMatchObject({
      ...{ material: { amount: '72' }, labour: { amount: '90' }, overhead: { amount: '45' } },
      ...{ completed: { amount: '189' }, inProcess: { amount: '18' } },
    });
    expect(await books.balances()).toMatchObject({
      ...{ 'Finished goods': '189', 'Work in process': '18', 'Raw materials': '1828' },
    });
    const [done] = await make.complete([{ id: frames! }], { reportTime: true });
    expect(done!.status).toBe('COMPLETED');
    await make.close([frames!]);
    // The other 40 minutes and 12 tubes: 40 + 20 + 48 = 108 beside the 18 make 126 = 4 × 31.5.
    expect(await books.balances()).toEqual({
      ...{ 'Finished goods': '315', 'Raw materials': '1780', 'Opening balances': '-1900' },
      ...{ 'Labour absorbed': '-130', 'Overhead absorbed': '-65' },
    });

    const { id } = await sell.confirmed([{ quantity: '4', unitPrice: '150' }]);
    const [bikes, ...others] = await make.make(id, { useComponentStock: true });
    expect(others).toEqual([]);
    // Were they made for this lot, 4 frames would cost 153, each 38.25: a bike is planned at 83.25.
    expect((await make.workOrder(bikes!)).plannedUnitCost!.amount).toBe('83.25');
    await make.complete([{ id: bikes! }], asPlanned);
    await make.close([bikes!]);
    await sell.ship(id);
    await sell.pay(await sell.bill(id));
    // Frames of a larger lot: 4 × (31.5 − 38.25) = −27. 600 − 333 + 27 = 294.
    expect(await books.margin(id)).toMatchObject({
      ...{ costOfSales: { amount: '333' }, variances: { amount: '-27' } },
      ...{ margin: { amount: '294' }, marginPercent: '49' },
    });
    // Six frames are left: 6 × 31.5. Tubes 400 − 120, wheels 1,500 − 120.
    expect(await books.balances()).toMatchObject({
      ...{ 'Finished goods': '189', 'Raw materials': '1660', 'Material price variance': '-27' },
      Bank: '660',
    });
    expect((await books.income()).grossProfit.amount).toBe('294');
  });
});

describe('scrap and rework', () => {
  it('is told on the job card, and its cost stands in the variances at the end', async () => {
    await found('SCRAP');
    const [id] = await make.stockUp(maker.frameId, '10');
    const { materials, jobCards, plannedUnitCost } = await make.workOrder(id!);
    expect(plannedUnitCost!.amount).toBe('31.5');
    await make.issue(id!);
    const [tubes] = materials!.nodes;
    const two = { lines: [{ workOrderMaterialId: tubes!.id, quantity: '2' }] };
    await expect(make.issue(id!, two)).rejects.toMatchObject({ code: 'ISSUE_EXCEEDS_REQUIRED' });
    await make.issue(id!, { ...two, allowExcess: true, reason: 'Two tubes were bent.' });

    const [card] = jobCards!.nodes;
    const told = await make.report({
      ...{ id: card!.id, good: '7', setupMinutes: '30', runMinutes: '90' },
      ...{ scrap: '1', scrapReason: 'Burnt through', rework: '2', reworkReason: 'Seam open' },
    });
    expect([told.good.value, told.scrap.value]).toEqual(['7', '1']);
    const more = { id: card!.id, good: '3', setupMinutes: '0', runMinutes: '15' };
    await expect(make.report(more)).rejects.toMatchObject({ code: 'REPORT_EXCEEDS_PREDECESSOR' });
    await make.report({ ...more, good: '2' });
    await make.finish(card!.id);
    const [completed] = await make.complete([
      { id: id!, good: '9', scrap: '1', scrapReason: 'Burnt through' },
    ]);
    expect(completed!.status).toBe('COMPLETED');
    // 32 tubes = 128; 135 minutes: 135 + 67.5. In 330.5, out 9 × 31.5 = 283.5, left 47.
    expect((await make.workOrder(id!)).cost).toMatchObject({
      ...{ material: { amount: '128' }, labour: { amount: '135' }, overhead: { amount: '67.5' } },
      ...{ completed: { amount: '283.5' }, inProcess: { amount: '47' } },
    });
    await make.close([id!]);
    expect((await make.workOrder(id!)).cost).toMatchObject({
      ...{ variance: { amount: '47' }, inProcess: { amount: '0' } },
    });
    // Usage: (32 − 30) × 4. Ten units may take 30 + 100 minutes: 5 more are 5 and 2.5. The scrapped
    // unit: 31.5. Together 47, and nothing is unexplained.
    expect(await books.balances()).toEqual({
      ...{ 'Raw materials': '1772', 'Finished goods': '283.5', 'Opening balances': '-1900' },
      ...{ 'Labour absorbed': '-135', 'Overhead absorbed': '-67.5' },
      ...{ 'Material usage variance': '8', 'Labour efficiency variance': '5' },
      ...{ 'Overhead variance': '2.5', 'Scrap variance': '31.5' },
    });
    expect(await books.income()).toMatchObject({
      ...{ grossProfit: { amount: '-47' }, netProfit: { amount: '155.5' } },
    });
  });
});
