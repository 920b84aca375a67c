import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done } from '../../clients/typescript/client.js';
import {
  BomCreateDocument,
  BomReleaseDocument,
  BomsBulkDocument,
  CostRollUpDocument,
  ProductStructureDocument,
  RoutingCreateDocument,
  RoutingReleaseDocument,
  WorkCenterCreateDocument,
  WorkCenterRateSetDocument,
  type BomLineKind,
} from '../../clients/typescript/generated/graphql.js';
import { asking, type Asking } from '../support/asking.js';
import { openGraph, type TestGraph } from '../support/graph.js';
import { item, openShop, type Shop } from '../support/graph-shop.js';

let graph: TestGraph;
let shop: Shop;
let asked: Asking;

beforeAll(async () => {
  graph = await openGraph();
  shop = await openShop(graph.client);
  asked = asking(graph);
});

afterAll(() => graph.close());

const day = '2026-01-01';

async function bomOf(itemId: string, ...parts: (readonly [string, string])[]): Promise<string> {
  const { client } = graph;
  const lines = parts.map(([part, quantity]) => ({ itemId: part, quantity }));
  const { bomCreate } = await client.request(BomCreateDocument, {
    input: { companyId: shop.companyId, itemId, lines },
  });
  const { id, version } = done(bomCreate).bom!;
  const input = { id, expectedVersion: version, validFrom: day };
  const { bomRelease } = await client.request(BomReleaseDocument, { input });
  expect(done(bomRelease).bom).toMatchObject({ status: 'RELEASED', validFrom: day, validTo: null });
  return id;
}

async function routed(itemId: string): Promise<void> {
  const { client } = graph;
  const { companyId } = shop;
  const { workCenterCreate } = await client.request(WorkCenterCreateDocument, {
    input: { companyId, code: 'ASSEMBLY', name: 'Assembly', capacity: 2 },
  });
  const workCenterId = done(workCenterCreate).workCenter!.id;
  const rate = { labourRate: '30', machineRate: '6', overheadRate: '12' };
  const { workCenterRateSet } = await client.request(WorkCenterRateSetDocument, {
    input: { workCenterId, validFrom: day, ...rate },
  });
  done(workCenterRateSet);
  const operation = { name: 'Assemble', workCenterId, setupMinutes: '10', runMinutes: '5' };
  const { routingCreate } = await client.request(RoutingCreateDocument, {
    input: { companyId, itemId, operations: [operation] },
  });
  const { id } = done(routingCreate).routing!;
  const { routingRelease } = await client.request(RoutingReleaseDocument, {
    input: { id, validFrom: day },
  });
  expect(done(routingRelease).routing).toMatchObject({ status: 'RELEASED', validFrom: day });
}

describe('how things are made', () => {
  let wheel: string;
  let bike: string;

  beforeAll(async () => {
    [wheel, bike] = [await item(graph.client, 'G-WHEEL'), await item(graph.client, 'G-BIKE')];
    await bomOf(wheel, [shop.itemId, '3']);
    await bomOf(bike, [wheel, '2'], [shop.itemId, '1']);
    await routed(bike);
  });

  const structure = (id: string) =>
    graph.client.request(ProductStructureDocument, {
      ...{ id, company: shop.companyId, quantity: '10', asOf: '2026-03-02', lotSize: '2' },
    });

  it('is read by explosion, where-used and cost', async () => {
    // The item lies in stock at 20: a wheel costs 60, a bike 2 × 60 + 20; (10 ÷ 2 + 5) ÷ 60 × 36.
    expect((await structure(bike)).item).toMatchObject({
      boms: { nodes: [{ revision: 'A', lines: { nodes: [{ position: 1 }, { position: 2 }] } }] },
      explosion: [
        { level: 1, path: ['G-WHEEL'], quantity: { value: '20', unit: 'C62' }, isMade: true },
        { level: 2, path: ['G-WHEEL', 'ACME-I'], quantity: { value: '60' }, isMade: false },
        { level: 1, path: ['ACME-I'], item: { code: 'ACME-I' }, quantity: { value: '10' } },
      ],
      whereUsed: [],
      estimatedCost: {
        material: { amount: '140', currency: 'USD' },
        labour: { amount: '6' },
        overhead: { amount: '2' },
        total: { amount: '148' },
        isComplete: true,
      },
    });
    expect((await structure(wheel)).item?.whereUsed).toEqual([
      {
        ...{ level: 1, path: ['G-BIKE'], item: { code: 'G-BIKE' }, bom: { revision: 'A' } },
        perUnit: '2',
      },
    ]);
  });

  it('tells in which multiples a component is taken, and refuses those that are none', async () => {
    const { client } = graph;
    const { companyId, itemId } = shop;
    const box = await item(client, 'G-BOX');
    const asks = async (roundingMultiple: string, kind?: BomLineKind) => {
      const lines = [{ itemId, quantity: '12', roundingMultiple, kind }];
      const input = { companyId, itemId: box, lines };
      return (await client.request(BomCreateDocument, { input })).bomCreate!;
    };
    for (const [multiple, code] of [
      ['0', 'QUANTITY_OUT_OF_RANGE'],
      ['-50', 'QUANTITY_OUT_OF_RANGE'],
      ['1e30', 'QUANTITY_OUT_OF_RANGE'],
    ])
      expect((await asks(multiple!)).userErrors).toMatchObject([
        { code, path: ['input', 'lines', '0', 'roundingMultiple'] },
      ]);
    expect((await asks('50', 'BY_PRODUCT')).userErrors).toMatchObject([
      { code: 'BY_PRODUCT_ROUNDED', path: ['input', 'lines', '0'] },
    ]);
    const { id } = done(await asks('50')).bom!;
    await client.request(BomReleaseDocument, { input: { id, validFrom: day } });
    // 120 are required, which are three times 50; a cost is that of one: 12 at 20.
    expect((await structure(box)).item).toMatchObject({
      boms: { nodes: [{ lines: { nodes: [{ roundingMultiple: '50' }] } }] },
      explosion: [{ quantity: { value: '150' } }],
      estimatedCost: { material: { amount: '240' } },
    });
  });

  it('refuses a cycle with the codes of the way', async () => {
    const input = {
      companyId: shop.companyId,
      itemId: wheel,
      revision: 'B',
      lines: [{ itemId: bike, quantity: '1' }],
    };
    const { bomCreate } = await graph.client.request(BomCreateDocument, { input });
    expect(bomCreate).toEqual({
      bom: null,
      userErrors: [
        {
          __typename: 'BomCycle',
          retryable: false,
          code: 'BOM_CYCLE',
          message: 'The item would go into itself: G-WHEEL, G-BIKE, G-WHEEL.',
          path: ['input', 'lines'],
          cycle: ['G-WHEEL', 'G-BIKE', 'G-WHEEL'],
        },
      ],
    });
  });

  it('says what it was changed by and what could be done with it', async () => {
    const { item: read } = await asked.ask<{ item: { boms: { nodes: unknown[] } } }>(
      `query ($id: ID!) { item(by: { id: $id }) { boms { nodes {
        availableActions { action allowed } timeline { nodes { type document { id __typename } } }
        company { code } item { code } } } } }`,
      { id: wheel },
    );
    const type = (verb: string) => ({
      ...{ type: `manufacturing.bom${verb}`, document: { __typename: 'BOM' } },
    });
    expect(read.boms.nodes).toMatchObject([
      {
        availableActions: [
          { action: 'change', allowed: false },
          { action: 'submit', allowed: false },
          { action: 'release', allowed: false },
          { action: 'retire', allowed: true },
        ],
        timeline: { nodes: [type('Created'), type('Released')] },
        company: { code: 'ACME' },
        item: { code: 'G-WHEEL' },
      },
    ]);
  });

  it('enters many at once, found again by their references', async () => {
    const itemId = await item(graph.client, 'G-BULK');
    const row = {
      ...{ companyId: shop.companyId, itemId, isReleased: true },
      lines: [{ itemId: shop.itemId, quantity: '1' }],
      externalRefs: [{ system: 'plm', key: '4711' }],
    };
    const enter = () => graph.client.request(BomsBulkDocument, { input: { rows: [row] } });
    const [first, second] = [(await enter()).bomsBulk, (await enter()).bomsBulk];
    expect(second).toEqual(first);
    const { bom } = await asked.ask<{ bom: unknown }>(
      `{ bom(by: { externalRef: { system: "plm", key: "4711" } }) { id externalRefs { key } } }`,
    );
    expect(bom).toEqual({ id: first!.results[0]!.bom!.id, externalRefs: [{ key: '4711' }] });
  });

  it('tries a roll-up, and then writes it', async () => {
    const costs = `query ($id: ID!) { item(by: { id: $id }) { settings { nodes {
      standardCost } } } }`;
    const now = () => asked.ask(costs, { id: bike });
    const input = { companyId: shop.companyId, asOf: '2026-03-02', itemIds: [wheel, bike] };
    const { data } = await graph.ask(
      `mutation ($input: CostRollUpInput!) { costRollUp(input: $input) { written
        company { itemSettings(where: { item: { code: { eq: "G-BIKE" } } }) {
          nodes { standardCost } } } } }`,
      { input: { ...input, validateOnly: true } },
    );
    // Alone a bike bears its whole set-up: 140 + 15 ÷ 60 × 36 + 15 ÷ 60 × 12.
    expect(data).toEqual({
      costRollUp: { written: '2', company: { itemSettings: { nodes: [{ standardCost: '152' }] } } },
    });
    expect(await now()).toEqual({ item: { settings: { nodes: [] } } });
    const { costRollUp } = await graph.client.request(
      CostRollUpDocument,
      { input },
      { idempotencyKey: 'roll-up' },
    );
    expect(done(costRollUp)).toMatchObject({ written: '2', skipped: '0' });
    expect(await now()).toEqual({ item: { settings: { nodes: [{ standardCost: '152' }] } } });
  });

  it('is hidden from whoever may not read it, and of companies that are not seen', async () => {
    const query = `query ($id: ID!, $company: ID!) { item(by: { id: $id }) {
      code explosion(company: $company, quantity: 1) { level } } }`;
    const variables = { id: bike, company: shop.companyId };
    const limited = await graph.as(['inventory.item.read']);
    const { data, errors } = await limited.ask(query, variables);
    expect(data).toEqual({ item: { code: 'G-BIKE', explosion: null } });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const other = await asked.id('companyCreate', 'company', {
      ...{ code: 'FAR', name: 'Far', countryCode: 'US', baseCurrency: 'USD', timeZone: 'Etc/UTC' },
    });
    const stranger = await graph.as(['inventory.item.read', 'manufacturing.bom.read'], [other]);
    expect((await stranger.ask(query, variables)).errors).toMatchObject([
      { extensions: { code: 'NOT_FOUND' } },
    ]);
  });
});
