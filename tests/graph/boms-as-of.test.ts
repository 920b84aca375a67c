import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CostRollUpDocument } from '../../clients/typescript/generated/graphql.js';
import { asking, type Asking } from '../support/asking.js';
import { openGraph, type TestGraph } from '../support/graph.js';
import { item, openShop, type Shop } from '../support/graph-shop.js';

interface Frame {
  readonly boms: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly revision: string;
      readonly lines: { readonly nodes: Part[] };
    }[];
  };
  readonly explosion: readonly { readonly path: string[]; readonly quantity: { value: string } }[];
}

interface Nodes<Node> {
  readonly nodes: readonly Node[];
}
interface Racked {
  readonly boms: Nodes<{
    readonly lines: Nodes<{
      readonly alternates: Nodes<{ readonly item: { readonly code: string } }>;
    }>;
  }>;
  readonly routings: Nodes<{ readonly revision: string }>;
}

interface Part {
  readonly item: { readonly code: string };
  readonly quantity: { readonly value: string };
}

describe('a BOM as of a day', () => {
  let graph: TestGraph;
  let shop: Shop;
  let asked: Asking;

  beforeAll(async () => {
    graph = await openGraph();
    shop = await openShop(graph.client);
    asked = asking(graph);
  });

  afterAll(() => graph.close());

  it('is what it was on a day: revisions, lines, parts and costs', async () => {
    const { client } = graph;
    const { companyId } = shop;
    const [frame, steel, glue] = [
      await item(client, 'G-FRAME'),
      await item(client, 'G-STEEL'),
      await item(client, 'G-GLUE'),
    ];
    const revised = async (revision: string, validFrom: string, lines: object[]) => {
      const id = await asked.id('bomCreate', 'bom', { companyId, itemId: frame, revision, lines });
      await asked.run('bomRelease', { id, validFrom }, 'bom { id }');
    };
    // A takes 4 of steel, and glue from March on; B takes 3 of steel from June on.
    await revised('A', '2026-01-01', [
      { itemId: steel, quantity: '4' },
      { itemId: glue, quantity: '1', validFrom: '2026-03-01' },
    ]);
    await revised('B', '2026-06-01', [{ itemId: steel, quantity: '3' }]);
    const query = `query ($id: ID!, $company: ID!, $asOf: Date!) { item(by: { id: $id }) {
      boms(asOf: $asOf) { totalCount nodes { revision
        lines(asOf: $asOf, orderBy: [{ position: {} }]) {
          nodes { item { code } quantity { value } } } } }
      explosion(company: $company, quantity: 1, asOf: $asOf) { path quantity { value } } } }`;
    const on = async (asOf: string) => {
      const told = await asked.ask<{ item: Frame }>(query, { id: frame, company: companyId, asOf });
      const { boms, explosion } = told.item;
      const lines = boms.nodes.flatMap(({ revision, lines: own }) =>
        own.nodes.map((one) => `${revision} ${one.item.code} ${one.quantity.value}`),
      );
      const parts = explosion.map(({ path, quantity }) => `${path.join()} ${quantity.value}`);
      return { count: boms.totalCount, lines, parts };
    };
    expect(await on('2025-12-31')).toEqual({ count: 0, lines: [], parts: [] });
    expect(await on('2026-02-28')).toEqual({
      ...{ count: 1, lines: ['A G-STEEL 4'], parts: ['G-STEEL 4'] },
    });
    expect(await on('2026-05-31')).toEqual({
      ...{ count: 1, lines: ['A G-STEEL 4', 'A G-GLUE 1'], parts: ['G-STEEL 4', 'G-GLUE 1'] },
    });
    expect(await on('2026-06-01')).toEqual({
      ...{ count: 1, lines: ['B G-STEEL 3'], parts: ['G-STEEL 3'] },
    });
    const { bomLinesAggregate } = await asked.ask<{ bomLinesAggregate: unknown }>(
      `query ($id: ID!) { bomLinesAggregate(asOf: "2026-02-28",
        where: { bom: { item: { id: { eq: $id } } } }, groupBy: [{ bom: { revision: VALUE } }]) { by { bom { revision } } count } }`,
      { id: frame },
    );
    expect(bomLinesAggregate).toEqual([
      { by: { bom: { revision: 'A' } }, count: 1 },
      { by: { bom: { revision: 'B' } }, count: 1 },
    ]);
  });

  it('has the alternates and the routing of that day', async () => {
    const { client } = graph;
    const { companyId } = shop;
    const [rack, bar, tube] = [
      await item(client, 'G-RACK'),
      await item(client, 'G-BAR'),
      await item(client, 'G-TUBE'),
    ];
    const alternates = [{ itemId: tube, priority: 1, validFrom: '2026-04-01' }];
    const lines = [{ itemId: bar, quantity: '2', alternates }];
    const bom = await asked.id('bomCreate', 'bom', {
      companyId,
      itemId: rack,
      revision: 'A',
      lines,
    });
    await asked.run('bomRelease', { id: bom, validFrom: '2026-01-01' }, 'bom { id }');
    const bench = { companyId, code: 'G-BENCH', name: 'Bench' };
    const workCenterId = await asked.id('workCenterCreate', 'workCenter', bench);
    for (const [revision, validFrom] of [
      ['A', '2026-01-01'],
      ['B', '2026-06-01'],
    ]) {
      const operations = [{ name: `by ${revision}`, workCenterId, runMinutes: '1' }];
      const routing = { companyId, itemId: rack, revision, operations };
      const id = await asked.id('routingCreate', 'routing', routing);
      await asked.run('routingRelease', { id, validFrom }, 'routing { id }');
    }
    const on = async (asOf: string) => {
      const { item: told } = await asked.ask<{ item: Racked }>(
        `query ($id: ID!, $asOf: Date!) { item(by: { id: $id }) {
          boms(asOf: $asOf) { nodes { lines(asOf: $asOf) { nodes {
            alternates(asOf: $asOf) { nodes { item { code } } } } } } }
          routings(asOf: $asOf) { nodes { revision } } } }`,
        { id: rack, asOf },
      );
      const inPlace = told.boms.nodes[0]?.lines.nodes[0]?.alternates.nodes;
      return [inPlace?.map((one) => one.item.code), told.routings.nodes.map((one) => one.revision)];
    };
    expect(await on('2025-12-31')).toEqual([undefined, []]);
    expect(await on('2026-03-31')).toEqual([[], ['A']]);
    expect(await on('2026-05-31')).toEqual([['G-TUBE'], ['A']]);
    expect(await on('2026-06-01')).toEqual([['G-TUBE'], ['B']]);
  });

  it('takes the day once, by its name or by the one that it had before', async () => {
    const query = (days: string) => `query ($id: ID!, $company: ID!) { item(by: { id: $id }) {
      estimatedCost(company: $company, ${days}) { total { amount } } } }`;
    const variables = { id: await item(graph.client, 'G-BIKE'), company: shop.companyId };
    const before = await asked.ask(query('on: "2026-03-02"'), variables);
    expect(await asked.ask(query('asOf: "2026-03-02"'), variables)).toEqual(before);
    const { errors } = await graph.ask(query('asOf: "2026-03-02", on: "2026-03-02"'), variables);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    const { costRollUp } = await graph.client.request(
      CostRollUpDocument,
      { input: { companyId: shop.companyId, asOf: '2026-03-02', on: '2026-03-02' } },
      { idempotencyKey: 'two-days' },
    );
    expect(costRollUp?.userErrors).toMatchObject([
      { code: 'DAY_TOLD_TWICE', path: ['input', 'on'] },
    ]);
  });
});
