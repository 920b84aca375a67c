import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done } from '../../clients/typescript/client.js';
import {
  BomsBulkDocument,
  WorkOrderAlternatesDocument,
  WorkOrderIssueMaterialsDocument,
  WorkOrderReturnMaterialsDocument,
  WorkOrdersPlanDocument,
  WorkOrdersReleaseDocument,
} from '../../clients/typescript/generated/graphql.js';
import { asking } from '../support/asking.js';
import { executions, openGraph, type TestGraph } from '../support/graph.js';
import { item, openShop, opening, type Shop } from '../support/graph-shop.js';

describe.each(executions)('what stands in for a material, through the graph, %s', (execution) => {
  let graph: TestGraph;
  let shop: Shop;
  let tableId: string;
  let oak: string;
  let pine: string;
  let orderId: string;
  let keys = 0;
  const key = () => ({ idempotencyKey: `alternates-${++keys}` });

  /** A TABLE takes five of the shop's item, for which 1.5 of PINE or one of OAK stand in. */
  beforeAll(async () => {
    graph = await openGraph(execution);
    shop = await openShop(graph.client);
    const { companyId, warehouseId } = shop;
    const [first, second] = [await item(graph.client, 'OAK'), await item(graph.client, 'PINE')];
    [oak, pine] = [first, second];
    await opening(graph.client, { companyId, warehouseId, itemId: pine });
    tableId = await asking(graph).id('itemUpsert', 'item', {
      ...{ code: 'TABLE', name: 'Table', unit: 'C62', isMade: true },
    });
  });

  afterAll(() => graph.close());

  it('is entered with the lines of BOMs, in bulk, and refused with its place', async () => {
    const row = (alternates: object[]) => ({
      ...{ companyId: shop.companyId, itemId: tableId },
      ...{ validFrom: '2020-01-01', isReleased: true },
      lines: [{ itemId: shop.itemId, quantity: '5', alternates: alternates as never }],
    });
    const put = async (alternates: object[]) => {
      const input = { rows: [row(alternates)] };
      const { bomsBulk } = await graph.client.request(BomsBulkDocument, { input }, key());
      return bomsBulk!.results[0]!;
    };
    const wrong = await put([{ itemId: shop.itemId }, { itemId: oak, ratio: '0' }]);
    expect(wrong.userErrors).toMatchObject([
      { code: 'ALTERNATE_OF_ITSELF', path: [...at, '0', 'itemId'] },
      { code: 'QUANTITY_OUT_OF_RANGE', path: [...at, '1', 'ratio'] },
    ]);
    const made = await put([
      { itemId: oak, priority: 2 },
      { itemId: pine, priority: 1, ratio: '1.5' },
    ]);
    expect([made.userErrors, made.bom?.status]).toEqual([[], 'RELEASED']);
  });

  const at = ['input', 'rows', '0', 'lines', '0', 'alternates'];

  const read = async () =>
    (await graph.client.request(WorkOrderAlternatesDocument, { id: orderId })).workOrder!;

  it('is offered with what it would take and what is free, and issued where it is named', async () => {
    const { companyId, warehouseId } = shop;
    const demand = { companyId, warehouseId, itemId: tableId, quantity: '24', dueOn: '2099-06-05' };
    const planning = { input: { demands: [demand] } };
    const { workOrdersPlan } = await graph.client.request(WorkOrdersPlanDocument, planning, key());
    orderId = done(workOrdersPlan).workOrders[0]!.id;
    const releasing = { input: { workOrders: [{ id: orderId }] } };
    done(
      (await graph.client.request(WorkOrdersReleaseDocument, releasing, key())).workOrdersRelease,
    );
    const before = await read();
    const [line] = before.bom!.lines!.nodes;
    expect(line!.alternates!.nodes).toMatchObject([
      { item: { code: 'PINE' }, priority: 1, ratio: '1.5' },
      { item: { code: 'OAK' }, priority: 2, ratio: '1' },
    ]);
    const [material] = before.materials!.nodes;
    expect([material!.required.value, material!.reserved.value]).toEqual(['120', '100']);
    expect(material!.alternates!.nodes).toMatchObject([
      { item: { code: 'PINE' }, quantity: { value: '180' }, available: { value: '100' } },
      { item: { code: 'OAK' }, quantity: { value: '120' }, available: { value: '0' } },
    ]);
    const taken = { workOrderMaterialId: material!.id };
    const lines = [
      { ...taken, quantity: '100' },
      { ...taken, quantity: '20', alternateItemId: pine },
    ];
    const issuing = { input: { id: orderId, lines } };
    const issued = await graph.client.request(WorkOrderIssueMaterialsDocument, issuing, key());
    done(issued.workOrderIssueMaterials);
    const after = (await read()).materials!.nodes[0]!;
    expect([after.issued.value, after.reserved.value]).toEqual(['120', '0']);
    expect(after.alternates!.nodes).toMatchObject([
      {
        ...{ served: '20', issued: { value: '30' }, issuedCost: { amount: '600' } },
        ...{ quantity: { value: '0' }, available: { value: '70' } },
        stockMoves: { nodes: [{ quantity: { value: '-30' } }] },
      },
      { served: '0', issued: { value: '0' }, stockMoves: { nodes: [] } },
    ]);
  });

  it('comes back as itself, and no more of it than went in', async () => {
    const [material] = (await read()).materials!.nodes;
    const back = async (quantity: string) => {
      const line = { workOrderMaterialId: material!.id, quantity, alternateItemId: pine };
      const returning = { input: { id: orderId, lines: [line] } };
      const answer = await graph.client.request(WorkOrderReturnMaterialsDocument, returning, key());
      return answer.workOrderReturnMaterials!;
    };
    expect((await back('21')).userErrors).toMatchObject([
      { code: 'RETURN_EXCEEDS_ISSUED', path: ['input', 'lines', '0', 'quantity'] },
    ]);
    done(await back('20'));
    const after = (await read()).materials!.nodes[0]!;
    expect(after.issued.value).toBe('100');
    expect(after.alternates!.nodes[0]).toMatchObject({
      ...{ served: '0', issued: { value: '0' }, issuedCost: { amount: '0' } },
      ...{ quantity: { value: '30' }, available: { value: '100' } },
    });
  });

  it('is read level by level, whatever the number of materials', async () => {
    const { texts } = await graph.database.statements.during(read);
    expect(texts.length).toBeLessThanOrEqual(13);
  });

  it('is found from the item, where it goes in only in the place of another', async () => {
    const { ask } = asking(graph);
    const answer = await ask<{ item: object }>(
      `query ($id: ID!, $company: ID!) { item(by: {id: $id}) {
        bomLineAlternates { nodes { ratio bomLine { item { code } } } }
        whereUsed(company: $company) { item { code } perUnit isAlternate } } }`,
      { id: pine, company: shop.companyId },
    );
    expect(answer.item).toEqual({
      bomLineAlternates: {
        nodes: [{ ratio: '1.5', bomLine: { item: { code: 'ACME-I' } } }],
      },
      whereUsed: [{ item: { code: 'TABLE' }, perUnit: '7.5', isAlternate: true }],
    });
  });
});
