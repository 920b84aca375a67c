import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { openGraph, type TestGraph } from '../support/graph.js';
import { bookkeeper } from '../support/graph-books.js';
import { foundMaker, type Maker } from '../support/graph-maker.js';
import { asPlanned, producer } from '../support/graph-making.js';
import { seller } from '../support/graph-selling.js';
import { brokenInvariants } from '../support/invariants.js';

let graph: TestGraph;
let maker: Maker;
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
  make = producer(graph.client, maker);
  books = bookkeeper(graph.client, maker.companyId);
}

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

    const sell = seller(graph.client, maker);
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
    await make.start(card!.id);
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
