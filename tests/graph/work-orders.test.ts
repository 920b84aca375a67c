import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done } from '../../clients/typescript/client.js';
import {
  JobCardFinishDocument,
  JobCardReportDocument,
  JobCardSetUpDocument,
  JobCardStartDocument,
  JobCardStopDocument,
  WorkOrderChangeDocument,
  WorkOrderCreateDocument,
  WorkOrderIssueMaterialsDocument,
  WorkOrderProgressDocument,
  WorkOrderReturnMaterialsDocument,
  WorkOrdersCloseDocument,
  WorkOrdersCompleteDocument,
  WorkOrdersPlanDocument,
  WorkOrdersReleaseDocument,
  WorkOrderWithPartsDocument,
} from '../../clients/typescript/generated/graphql.js';
import { asking } from '../support/asking.js';
import { executions, openGraph, type TestGraph } from '../support/graph.js';
import { openShop, type Shop } from '../support/graph-shop.js';

describe.each(executions)('making to stock through the graph, %s', (execution) => {
  let graph: TestGraph;
  let shop: Shop;
  let tableId: string;
  let legId: string;
  let centerId: string;
  let keys = 0;
  const key = () => ({ idempotencyKey: `make-${++keys}` });

  /** A TABLE is four LEGs, each of one piece of the shop's item, made at one work center. */
  beforeAll(async () => {
    graph = await openGraph(execution);
    shop = await openShop(graph.client);
    const caller = asking(graph);
    const { companyId } = shop;
    const made = (code: string) =>
      caller.id('itemUpsert', 'item', { code, name: code, unit: 'C62', isMade: true });
    [tableId, legId] = [await made('TABLE'), await made('LEG')];
    centerId = await caller.id('workCenterCreate', 'workCenter', {
      ...{ companyId, code: 'BENCH', name: 'Bench' },
    });
    await caller.id('workCenterRateSet', 'workCenterRate', {
      ...{ workCenterId: centerId, validFrom: '2020-01-01' },
      ...{ labourRate: '60', machineRate: '0', overheadRate: '30' },
    });
    const from = { companyId, validFrom: '2020-01-01' };
    for (const [itemId, partId, quantity] of [
      [tableId, legId, '4'],
      [legId, shop.itemId, '1'],
    ]) {
      const lines = [{ itemId: partId, quantity }];
      const bomId = await caller.id('bomCreate', 'bom', { ...from, itemId, lines });
      await caller.id('bomRelease', 'bom', { id: bomId });
      const operation = { position: 10, name: 'Make', workCenterId: centerId };
      const operations = [{ ...operation, setupMinutes: '0', runMinutes: '10' }];
      const routing = { ...from, itemId, operations };
      const id = await caller.id('routingCreate', 'routing', routing);
      await caller.id('routingRelease', 'routing', { id });
    }
  });

  afterAll(() => graph.close());

  const demand = (quantity: string) => {
    const { companyId, warehouseId } = shop;
    return { companyId, warehouseId, itemId: tableId, quantity, dueOn: '2099-06-05' };
  };

  async function planned(quantity: string) {
    const input = { demands: [demand(quantity)] };
    const { workOrdersPlan } = await graph.client.request(WorkOrdersPlanDocument, { input }, key());
    return done(workOrdersPlan).workOrders.map((order) => order!);
  }

  async function releasedOf(quantity: string) {
    const orders = await planned(quantity);
    const input = {
      workOrders: orders.map(({ id, version }) => ({ id, expectedVersion: version })),
    };
    const { workOrdersRelease } = await graph.client.request(
      WorkOrdersReleaseDocument,
      { input },
      key(),
    );
    return done(workOrdersRelease).workOrders.map((order) => order!);
  }

  const read = async (id: string) =>
    (await graph.client.request(WorkOrderWithPartsDocument, { id })).workOrder!;

  it('plans through all levels, and changes what is planned', async () => {
    const { workOrderCreate } = await graph.client.request(
      WorkOrderCreateDocument,
      { input: demand('2') },
      key(),
    );
    const table = done(workOrderCreate).workOrder!;
    expect([table.status, table.isLate, table.progressPercent]).toEqual(['PLANNED', false, '0']);
    expect(table.children!.nodes.map(({ item, quantity }) => [item!.code, quantity.value])).toEqual(
      [['LEG', '8']],
    );
    const { workOrderChange } = await graph.client.request(WorkOrderChangeDocument, {
      input: { id: table.id, expectedVersion: 1, quantity: '3', dueOn: '2099-06-12' },
    });
    const changed = done(workOrderChange).workOrder!;
    expect([changed.remaining!.value, changed.dueOn, changed.startOn]).toEqual([
      '3',
      '2099-06-12',
      '2099-06-11',
    ]);
  });

  it('releases, completes and closes a tree in three requests', async () => {
    const orders = await releasedOf('2');
    const input = {
      lines: orders.map(({ id }) => ({ id })),
      reportTime: true,
      issue: true,
    };
    const completed = await graph.client.request(WorkOrdersCompleteDocument, { input }, key());
    expect(done(completed.workOrdersComplete).workOrders.map((one) => one!.status)).toEqual([
      'COMPLETED',
      'COMPLETED',
    ]);
    const ids = { workOrders: orders.map(({ id }) => ({ id })) };
    const closed = await graph.client.request(WorkOrdersCloseDocument, { input: ids }, key());
    expect(done(closed.workOrdersClose).workOrders.map((one) => one!.status)).toEqual([
      'CLOSED',
      'CLOSED',
    ]);
    const table = await read(orders[0]!.id);
    // A leg: 20 + 10 min × 90 an hour = 35. A table: 4 × 35 + 15 = 155.
    expect(table.plannedUnitCost!.amount).toBe('155');
    expect(table.cost!.material.amount).toBe('280');
    expect(table.cost!.completed.amount).toBe('310');
    expect(table.cost!.inProcess.amount).toBe('0');
    expect(table.bom).not.toBeNull();
    expect(table.routing).not.toBeNull();
    const [legs] = table.materials!.nodes;
    expect([legs!.required.value, legs!.issued.value, legs!.stockMoves!.nodes.length]).toEqual([
      '8',
      '8',
      1,
    ]);
    expect(table.availableActions!.every(({ allowed }) => !allowed)).toBe(true);
  });

  it('works an operation by the clock, and tells who follows the work center', async () => {
    const [, leg] = await releasedOf('1');
    await graph.settled();
    const ending = new AbortController();
    const told: string[] = [];
    const messages = graph.client.subscribe(
      WorkOrderProgressDocument,
      { workCenter: centerId },
      { signal: ending.signal },
    );
    const following = (async () => {
      for await (const { workOrderProgress } of messages)
        told.push(
          `${workOrderProgress.node!.status} ${workOrderProgress.node!.jobCards!.nodes[0]!.status}`,
        );
    })().catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 300));
    const card = (await read(leg!.id)).jobCards!.nodes[0]!;
    const input = { id: card.id };
    const { client } = graph;
    done((await client.request(JobCardSetUpDocument, { input }, key())).jobCardSetUp);
    done((await client.request(JobCardStartDocument, { input }, key())).jobCardStart);
    const stop = { ...input, reason: 'The tool broke' };
    done((await client.request(JobCardStopDocument, { input: stop }, key())).jobCardStop);
    const report = { ...input, good: '3', scrap: '1', scrapReason: 'Cracked', runMinutes: '50' };
    const reported = await client.request(JobCardReportDocument, { input: report }, key());
    expect(done(reported.jobCardReport).jobCard).toMatchObject({
      status: 'STOPPED',
      good: { value: '3' },
      scrap: { value: '1' },
      actualRunMinutes: '50',
    });
    const { jobCardFinish } = await client.request(JobCardFinishDocument, { input }, key());
    expect(done(jobCardFinish).jobCard!.status).toBe('DONE');
    const deadline = Date.now() + 60_000;
    while (!told.includes('IN_PROGRESS DONE') && Date.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 20));
    ending.abort();
    await following;
    expect(told).toContain('IN_PROGRESS DONE');
    expect((await read(leg!.id)).cost!.labour.amount).toBe('50');
  });

  it('issues and returns materials by line, and refuses what exceeds them at its place', async () => {
    const [, leg] = await releasedOf('1');
    const { client } = graph;
    const issue = await client.request(
      WorkOrderIssueMaterialsDocument,
      { input: { id: leg!.id } },
      key(),
    );
    expect(done(issue.workOrderIssueMaterials).workOrder!.status).toBe('IN_PROGRESS');
    const [material] = (await read(leg!.id)).materials!.nodes;
    const back = (quantity: string) => ({
      id: leg!.id,
      lines: [{ workOrderMaterialId: material!.id, quantity }],
    });
    const refused = await client.request(
      WorkOrderReturnMaterialsDocument,
      { input: back('5') },
      key(),
    );
    expect(refused.workOrderReturnMaterials!.userErrors).toMatchObject([
      { code: 'RETURN_EXCEEDS_ISSUED', path: ['input', 'lines', '0', 'quantity'] },
    ]);
    const returned = await client.request(
      WorkOrderReturnMaterialsDocument,
      { input: back('1') },
      key(),
    );
    done(returned.workOrderReturnMaterials);
    const [after] = (await read(leg!.id)).materials!.nodes;
    expect(after!.issued.value).toBe('3');
  });

  it('names what is wrong by the place in the list', async () => {
    const demands = [demand('1'), { ...demand('1'), itemId: shop.itemId }];
    const { workOrdersPlan } = await graph.client.request(
      WorkOrdersPlanDocument,
      { input: { demands } },
      key(),
    );
    expect(workOrdersPlan!.userErrors).toMatchObject([
      { code: 'ITEM_NOT_MADE', path: ['input', 'demands', '1', 'itemId'] },
    ]);
  });

  it('does no more than 250 at once', async () => {
    const refs = Array.from({ length: 251 }, () => ({
      id: 'WorkOrder:01900000-0000-7000-8000-000000000000',
    }));
    const input = { workOrders: refs };
    const { workOrdersRelease } = await graph.client.request(
      WorkOrdersReleaseDocument,
      { input },
      key(),
    );
    expect(workOrdersRelease!.userErrors).toMatchObject([
      { code: 'LIMIT_EXCEEDED', path: ['input', 'workOrders'] },
    ]);
  });
});
