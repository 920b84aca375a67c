import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  WorkOrderProgressDocument,
  type WorkOrderProgressSubscription,
} from '../../clients/typescript/generated/graphql.js';
import { asking } from '../support/asking.js';
import { openGraph, type TestGraph } from '../support/graph.js';
import { foundMaker, type Maker } from '../support/graph-maker.js';
import { producer } from '../support/graph-making.js';

type Told = NonNullable<WorkOrderProgressSubscription['workOrderProgress']['node']>;

describe('how far a work order is, and when it will be finished', () => {
  let graph: TestGraph;
  let maker: Maker;
  let make: ReturnType<typeof producer>;
  let shelfId: string;

  /** A SHELF is one wheel: sawn in 12 minutes after 30 of set-up, and glued in 6 over weekends. */
  beforeAll(async () => {
    graph = await openGraph();
    maker = await foundMaker(graph.client, 'FORE');
    make = producer(graph.client, maker);
    const { id } = asking(graph);
    const [code, from] = ['SHELF', { companyId: maker.companyId, validFrom: '2020-01-01' }];
    shelfId = await id('itemUpsert', 'item', { code, name: code, unit: 'C62', isMade: true });
    const lines = [{ itemId: maker.wheelId, quantity: '1' }];
    const bomId = await id('bomCreate', 'bom', { ...from, itemId: shelfId, lines });
    await id('bomRelease', 'bom', { id: bomId });
    const minutes = [0, 0, 0, 0, 0, 240, 240];
    const weekends = await id('workCalendarCreate', 'workCalendar', {
      ...{ code: 'WEEKEND', name: 'Weekends', minutes },
    });
    const glueing = await id('workCenterCreate', 'workCenter', {
      ...{ companyId: maker.companyId, code: 'GLUE', name: 'Glueing', calendarId: weekends },
    });
    const rate = { validFrom: '2020-01-01', labourRate: '60' };
    await id('workCenterRateSet', 'workCenterRate', { ...rate, workCenterId: glueing });
    const saw = { position: 10, name: 'Saw', workCenterId: maker.assemblyId };
    const glue = { position: 20, name: 'Glue', workCenterId: glueing };
    const operations = [
      { ...saw, setupMinutes: '30', runMinutes: '12' },
      { ...glue, setupMinutes: '0', runMinutes: '6' },
    ];
    const routingId = await id('routingCreate', 'routing', {
      ...{ ...from, itemId: shelfId, operations },
    });
    await id('routingRelease', 'routing', { id: routingId });
  });
  afterAll(() => graph.close());

  const shelves = async (quantity: string, dueOn: string): Promise<string> =>
    (await make.stockUp(shelfId, quantity, { dueOn }))[0]!;

  /** What a subscriber is told of a work order when it begins to follow. */
  async function followed(workOrder: string): Promise<Told> {
    const variables = { workOrder, snapshot: true };
    for await (const told of graph.client.subscribe(WorkOrderProgressDocument, variables))
      return told.workOrderProgress.node!;
    throw new Error('Nothing was told.');
  }

  const figures = ({ jobCards }: Told) =>
    jobCards!.nodes.map(({ good, scrap, remaining, openToReport }) =>
      [good, scrap, remaining!, openToReport!].map(({ value }) => value).join(' '),
    );

  it('is told to who follows, operation by operation', async () => {
    // Friday, 2099-06-05: 240 minutes of glue are the Sunday before, 510 of saw Thursday and Friday.
    const id = await shelves('40', '2099-06-05');
    const planned = await followed(id);
    expect(planned.startOn).toBe('2099-05-28');
    expect(figures(planned)).toEqual(['0 0 40 40', '0 0 40 0']);
    const days = ({ expectedFinishOn, lateBy, jobCards }: Told) => [
      ...jobCards!.nodes.map((card) => card.expectedFinishOn),
      ...[expectedFinishOn, lateBy],
    ];
    expect(days(planned)).toEqual(['2099-05-29', '2099-05-30', '2099-05-30', 0]);
    const saw = planned.jobCards!.nodes[0]!.id;
    await make.report({ id: saw, good: '12', scrap: '2', scrapReason: 'Split', runMinutes: '150' });
    expect(figures(await followed(id))).toEqual(['12 2 26 26', '0 0 38 12']);
    await make.report({ id: saw, good: '26', runMinutes: '300' });
    await make.finish(saw);
    const sawn = await followed(id);
    expect(figures(sawn)).toEqual(['38 2 0 0', '0 0 38 38']);
    expect(days(sawn)[0]).toBeNull();
    expect([0, 6]).toContain(new Date(sawn.expectedFinishOn!).getUTCDay());
    expect(sawn.lateBy).toBe(0);
    await make.complete([{ id, good: '38', isLast: true }]);
    const made = await followed(id);
    expect([made.status, made.expectedFinishOn, made.lateBy]).toEqual(['COMPLETED', null, 0]);
  });

  it('says by how many days it is late', async () => {
    const id = await shelves('1', '2020-01-03');
    const { dueOn, expectedFinishOn, lateBy } = await followed(id);
    const days = (Date.parse(expectedFinishOn!) - Date.parse(dueOn)) / 86_400_000;
    expect([days > 2_000, lateBy]).toEqual([true, days]);
  });

  it('is read in as many statements for many work orders as for one', async () => {
    await shelves('3', '2099-06-05');
    await shelves('4', '2099-06-05');
    const query = `query ($first: Int) { workOrders(first: $first) { nodes {
      expectedFinishOn lateBy jobCards { nodes {
        remaining { value } openToReport { value } expectedFinishOn } } } } }`;
    const count = async (first: number) => {
      const { texts, value } = await graph.caused(() => graph.ask(query, { first }));
      expect(value.errors).toBeUndefined();
      return texts.filter((text) => !/^(begin|commit)/.test(text)).length;
    };
    await count(1);
    // The work orders, their job cards, and for either level its work orders and the calendars.
    expect(await count(1)).toBe(await count(50));
    expect(await count(50)).toBeLessThanOrEqual(6);
  });
});
