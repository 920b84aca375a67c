import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done } from '../../clients/typescript/client.js';
import {
  BinCreateDocument,
  StockAsOfDocument,
  StockOpeningBulkDocument,
  StockTransferCreateDocument,
  StockTransferPostDocument,
  type StockOpeningBulkRow,
} from '../../clients/typescript/generated/graphql.js';
import { asking, type Asking } from '../support/asking.js';
import { executions, openGraph, type TestGraph } from '../support/graph.js';
import { item, openShop, type Shop } from '../support/graph-shop.js';

describe.each(executions)('stock as of a day, %s', (execution) => {
  let graph: TestGraph;
  let shop: Shop;
  let caller: Asking;
  let itemId: string;
  let keys = 0;

  const key = () => ({ idempotencyKey: `as-of-${++keys}` });

  async function take(row: Pick<StockOpeningBulkRow, 'quantity' | 'unitCost' | 'postedOn'>) {
    const { companyId, warehouseId } = shop;
    const input = { rows: [{ companyId, warehouseId, itemId, ...row }] };
    const { stockOpeningBulk } = await graph.client.request(
      StockOpeningBulkDocument,
      { input },
      key(),
    );
    done(done(stockOpeningBulk).results[0]);
  }

  beforeAll(async () => {
    graph = await openGraph(execution);
    shop = await openShop(graph.client);
    caller = asking(graph);
    itemId = await item(graph.client, 'STEEL');
    const { binCreate } = await graph.client.request(BinCreateDocument, {
      input: { warehouseId: shop.warehouseId, code: 'A-01' },
    });
    const toBinId = done(binCreate).bin!.id;
    await take({ quantity: '10', unitCost: '3', postedOn: '2026-01-10' });
    const lines = [{ itemId, toBinId, quantity: '4' }];
    const { stockTransferCreate } = await graph.client.request(
      StockTransferCreateDocument,
      { input: { fromWarehouseId: shop.warehouseId, lines } },
      key(),
    );
    const { id } = done(stockTransferCreate).stockTransfer!;
    const posting = { input: { id, postedOn: '2026-01-20' } };
    const { stockTransferPost } = await graph.client.request(
      StockTransferPostDocument,
      posting,
      key(),
    );
    done(stockTransferPost);
    await take({ quantity: '5', unitCost: '6', postedOn: '2026-02-10' });
  });

  afterAll(() => graph.close());

  const asOf = async (day: string, more: object = {}) => {
    const where = { item: { id: { eq: itemId } } };
    const variables = { asOf: day, where, ...more };
    const { stockBalances } = await graph.client.request(StockAsOfDocument, variables);
    return stockBalances!;
  };

  it('tells what lay where on each day, and what it was worth', async () => {
    const told = async (day: string) => {
      const { nodes } = await asOf(day);
      return nodes.map(({ bin, onHand, value, lastMovedOn }) =>
        [bin!.code, onHand.value, value!.amount, lastMovedOn].join(' '),
      );
    };
    expect(await told('2026-01-09')).toEqual([]);
    expect(await told('2026-01-10')).toEqual(['MAIN 10 30 2026-01-10']);
    expect(await told('2026-01-19')).toEqual(['MAIN 10 30 2026-01-10']);
    expect(await told('2026-01-20')).toEqual(['A-01 4 12 2026-01-20', 'MAIN 6 18 2026-01-20']);
    // 60 for 15: the goods of a company are one pool, wherever they lie.
    expect(await told('2026-02-10')).toEqual(['A-01 4 16 2026-01-20', 'MAIN 11 44 2026-02-10']);
    expect(await told('2026-12-31')).toEqual(await told('2026-02-10'));
  });

  it('equals the levels today', async () => {
    const { nodes } = await asOf('2026-12-31');
    const levels = await caller.ask<{ stockLevels: { nodes: object[] } }>(
      `query ($where: StockLevelWhere) { stockLevels(where: $where, orderBy: [{ bin: { code: {} } }]) {
        nodes { item { code } bin { code } lot { code } status onHand { value unit } } } }`,
      { where: { item: { id: { eq: itemId } } } },
    );
    expect(nodes).toMatchObject(levels.stockLevels.nodes);
    expect(nodes).toHaveLength(2);
  });

  it('is filtered, summed up and paged', async () => {
    const whole = await asOf('2026-02-10');
    expect(whole.totalCount).toBe(2);
    expect(whole.aggregate).toEqual([
      { onHand: { sum: { value: '15' } }, value: { sum: { amount: '60' } } },
    ]);
    const [first] = whole.nodes;
    const page = await asOf('2026-02-10', { first: 1 });
    expect(page.nodes).toEqual([first]);
    const rest = await asOf('2026-02-10', { first: 1, after: page.pageInfo.endCursor });
    expect([...page.nodes, ...rest.nodes]).toEqual(whole.nodes);
    expect(rest.pageInfo.hasNextPage).toBe(false);
    // A page of one day does not go on in another.
    const other = await graph.ask(
      `query ($after: String) { stockBalances(asOf: "2026-01-20", first: 1, after: $after,
        where: { item: { id: { eq: "${itemId}" } } },
        orderBy: [{ bin: { code: {} } }, { lot: { code: {} } }]) { totalCount nodes { status } } }`,
      { after: page.pageInfo.endCursor },
    );
    expect(other.errors).toMatchObject([{ extensions: { code: 'CURSOR_MISMATCH' } }]);
    const where = { item: { id: { eq: itemId } }, onHand: { gt: '10' } };
    expect((await asOf('2026-02-10', { where })).nodes).toMatchObject([{ bin: { code: 'MAIN' } }]);
  });

  it('is read below items, warehouses and companies, by one statement for each root', async () => {
    const query = `query ($item: ID!, $company: ID!) {
      item(by: { id: $item }) { stockBalances(asOf: "2026-01-20") { totalCount
        aggregate(groupBy: [{ warehouse: { code: VALUE } }]) { by { warehouse { code } }
          onHand { sum { value } } value { sum { amount } } } } }
      company(by: { id: $company }) { warehouses { nodes {
        stockBalances(asOf: "2026-01-20", orderBy: [{ onHand: {} }]) { nodes { onHand { value } } } } } } }`;
    const { value, texts } = await graph.caused(() =>
      caller.ask(query, { item: itemId, company: shop.companyId }),
    );
    expect(value).toEqual({
      item: {
        stockBalances: {
          totalCount: 2,
          aggregate: [
            {
              by: { warehouse: { code: 'MAIN' } },
              onHand: { sum: { value: '10' } },
              value: { sum: { amount: '30' } },
            },
          ],
        },
      },
      company: {
        warehouses: {
          nodes: [
            { stockBalances: { nodes: [{ onHand: { value: '4' } }, { onHand: { value: '6' } }] } },
          ],
        },
      },
    });
    expect(texts.filter((text) => text.includes('"StockMove"'))).toHaveLength(2);
  });

  it('is grouped from the root, as all lists are', async () => {
    const groups = await caller.ask(
      `{ stockBalancesAggregate(asOf: "2026-01-20", where: { onHand: { gt: 0 } },
          groupBy: [{ item: { code: VALUE } }], having: { onHand: { sum: { lte: 10 } } }) {
        by { item { code } } onHand { sum { value unit } } value { sum { amount currency } } } }`,
    );
    expect(groups).toEqual({
      stockBalancesAggregate: [
        {
          by: { item: { code: 'STEEL' } },
          onHand: { sum: { value: '10', unit: 'C62' } },
          value: { sum: { amount: '30', currency: 'USD' } },
        },
      ],
    });
  });

  it('hides worth, and other companies, from whoever may not see them', async () => {
    const query =
      '{ stockBalances(asOf: "2026-01-20") { nodes { onHand { value } value { amount } } } }';
    const clerk = await graph.as(['inventory.stockLevel.read']);
    const { data, errors } = await clerk.ask(query);
    expect(data?.stockBalances).toMatchObject({
      nodes: [{ value: null }, { value: null }],
    });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }, {}]);
    const blind = await graph.as(['inventory.item.read']);
    expect((await blind.ask(query)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const far = await caller.id('companyCreate', 'company', {
      ...{ code: 'FAR', name: 'Far', countryCode: 'US', baseCurrency: 'USD', timeZone: 'Etc/UTC' },
    });
    const rights = ['inventory.stockLevel.read', 'inventory.valuation.read'] as const;
    const stranger = await graph.as(rights, [far]);
    expect((await stranger.ask(query)).data).toEqual({ stockBalances: { nodes: [] } });
  });

  it('has no rows without a day, and no ids', async () => {
    const { errors } = await graph.ask('{ stockBalances { totalCount } }');
    expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
    const { node } = await caller.ask<{ node: unknown }>(
      '{ node(id: "StockBalance:01900000-0000-7000-8000-000000000001") { id } }',
    );
    expect(node).toBeNull();
  });
});
