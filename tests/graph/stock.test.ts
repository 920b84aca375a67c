import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done } from '../../clients/typescript/client.js';
import {
  BinCreateDocument,
  ItemSettingsSetDocument,
  ItemUpsertDocument,
  LotChangeDocument,
  LotsDocument,
  StockByBinDocument,
  StockCountCancelDocument,
  StockCountCreateDocument,
  StockCountEnterDocument,
  StockCountPostDocument,
  StockOpeningBulkDocument,
  StockTransferCancelDocument,
  StockTransferCreateDocument,
  StockTransferPostDocument,
  StockWorthDocument,
  type StockOpeningBulkRow,
} from '../../clients/typescript/generated/graphql.js';
import { asking, type Asking } from '../support/asking.js';
import { executions, openGraph, type TestGraph } from '../support/graph.js';
import { openShop, type Shop } from '../support/graph-shop.js';

describe.each(executions)('stock in the graph, %s', (execution) => {
  let graph: TestGraph;
  let shop: Shop;
  let caller: Asking;
  let binId: string;
  let keys = 0;

  beforeAll(async () => {
    graph = await openGraph(execution);
    shop = await openShop(graph.client);
    caller = asking(graph);
    const { binCreate } = await graph.client.request(BinCreateDocument, {
      input: { warehouseId: shop.warehouseId, code: 'A-01' },
    });
    binId = done(binCreate).bin!.id;
  });

  afterAll(() => graph.close());

  const key = () => ({ idempotencyKey: `stock-${++keys}` });

  const item = async (code: string, isLotTracked = false) => {
    const { itemUpsert } = await graph.client.request(ItemUpsertDocument, {
      input: { code, name: code, isLotTracked },
    });
    return done(itemUpsert).item!.id;
  };

  const take = async (
    itemId: string,
    quantity: string,
    more: Partial<StockOpeningBulkRow> = {},
  ) => {
    const { companyId, warehouseId } = shop;
    const row = { companyId, warehouseId, itemId, quantity, unitCost: '3', ...more };
    const input = { rows: [row] };
    const answer = await graph.client.request(StockOpeningBulkDocument, { input }, key());
    done(done(answer.stockOpeningBulk).results[0]);
  };

  const byBin = async (itemId: string) => {
    const { stockLevels } = await graph.client.request(StockByBinDocument, {
      where: { item: { id: { eq: itemId } } },
    });
    const told = stockLevels!.nodes.map(({ bin, lot, onHand, status }) =>
      [bin?.code, lot?.code, status, onHand.value].filter(Boolean).join(' '),
    );
    return told.sort();
  };

  it('carries goods to another bin when a transfer is posted', async () => {
    const itemId = await item('CARRIED');
    await take(itemId, '10');
    const lines = [{ itemId, toBinId: binId, quantity: '4' }];
    const input = { fromWarehouseId: shop.warehouseId, lines };
    const created = await graph.client.request(StockTransferCreateDocument, { input }, key());
    const draft = done(created.stockTransferCreate).stockTransfer!;
    expect(draft).toMatchObject({
      status: 'DRAFT',
      availableActions: [
        { action: 'post', allowed: true },
        { action: 'cancel', allowed: true },
      ],
    });
    const { id, version: expectedVersion } = draft;
    const posting = { input: { id, expectedVersion } };
    const answer = await graph.client.request(StockTransferPostDocument, posting, key());
    expect(done(answer.stockTransferPost).stockTransfer).toMatchObject({ status: 'POSTED' });
    expect(await byBin(itemId)).toEqual(['A-01 AVAILABLE 4', 'MAIN AVAILABLE 6']);
    const cancel = await graph.client.request(StockTransferCancelDocument, { input: { id } });
    expect(cancel.stockTransferCancel?.userErrors).toMatchObject([{ code: 'TRANSITION_REFUSED' }]);
  });

  it('leads from a transfer to its moves, places and timeline, and back', async () => {
    const itemId = await item('LEADING');
    await take(itemId, '2');
    const lines = [{ itemId, toBinId: binId, quantity: '2' }];
    const input = { fromWarehouseId: shop.warehouseId, lines, post: true };
    const { stockTransfer } = await caller.run<{ stockTransfer: unknown }>(
      'stockTransferCreate',
      input,
      `stockTransfer { fromWarehouse { code } toWarehouse { code } timeline { nodes { type } }
        lines { nodes { item { code stockTransferLines { totalCount } } fromBin { code }
          toBin { code } stockMoves { totalCount } } }
        stockMoves(orderBy: [{ quantity: {} }]) { nodes { kind quantity { value } value { amount }
          document { __typename } } } }`,
    );
    expect(stockTransfer).toMatchObject({
      fromWarehouse: { code: 'MAIN' },
      toWarehouse: { code: 'MAIN' },
      timeline: {
        nodes: [
          { type: 'inventory.stockTransferCreated' },
          { type: 'inventory.stockTransferPosted' },
        ],
      },
      lines: {
        nodes: [
          {
            item: { code: 'LEADING', stockTransferLines: { totalCount: 1 } },
            fromBin: { code: 'MAIN' },
            toBin: { code: 'A-01' },
            stockMoves: { totalCount: 2 },
          },
        ],
      },
      stockMoves: {
        nodes: [
          { kind: 'TRANSFER', quantity: { value: '-2' }, value: { amount: '-6' } },
          { kind: 'TRANSFER', document: { __typename: 'StockTransfer' } },
        ],
      },
    });
  });

  it('wants a key for what moves stock, and the right to post for what posts at once', async () => {
    const itemId = await item('GUARDED');
    await take(itemId, '2');
    const lines = [{ itemId, toBinId: binId, quantity: '1' }];
    const input = { fromWarehouseId: shop.warehouseId, lines, post: true };
    const keyless = await graph.client.request(StockTransferCreateDocument, { input });
    expect(keyless.stockTransferCreate?.userErrors).toMatchObject([
      { code: 'IDEMPOTENCY_KEY_REQUIRED' },
    ]);
    const planner = await graph.as([
      'inventory.stockTransfer.create',
      'inventory.stockTransfer.read',
    ]);
    const query = `mutation ($input: StockTransferCreateInput!) {
      stockTransferCreate(input: $input) { stockTransfer { status } userErrors { code path } } }`;
    const headers = { 'idempotency-key': 'planned' };
    const { errors } = await planner.ask(query, { input }, headers);
    expect(errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN', permission: 'inventory.stockTransfer.post' } },
    ]);
    const planned = { input: { ...input, post: false } };
    const drafted = await planner.ask(query, planned, { 'idempotency-key': 'drafted' });
    expect(drafted.data).toMatchObject({
      stockTransferCreate: { stockTransfer: { status: 'DRAFT' } },
    });
  });

  it('counts a bin, refuses what moved meanwhile, and takes it when it is entered anew', async () => {
    const itemId = await item('COUNTED');
    await take(itemId, '10');
    const { warehouseId } = shop;
    const opened = await graph.client.request(
      StockCountCreateDocument,
      { input: { warehouseId, itemIds: [itemId] } },
      key(),
    );
    const { id, lines } = done(opened.stockCountCreate).stockCount!;
    const [line] = lines!.nodes;
    expect(line).toMatchObject({ expected: { value: '10', unit: 'C62' }, counted: null });
    const enter = async (counted: string) => {
      const input = { id, lines: [{ id: line!.id, counted }], found: [] };
      const answer = await graph.client.request(StockCountEnterDocument, { input });
      done(answer.stockCountEnter);
    };
    await enter('9');
    await take(itemId, '1');
    const post = async () =>
      (await graph.client.request(StockCountPostDocument, { input: { id } }, key())).stockCountPost;
    expect((await post())?.userErrors).toMatchObject([
      { __typename: 'StaleCount', code: 'STALE_COUNT', path: ['input', 'lines', '0'] },
    ]);
    await enter('9');
    expect(done(await post()).stockCount?.lines?.nodes).toMatchObject([
      {
        expected: { value: '11' },
        counted: { value: '9' },
        difference: { value: '-2' },
        value: { amount: '-6', currency: 'USD' },
      },
    ]);
    const cancel = await graph.client.request(StockCountCancelDocument, { input: { id } });
    expect(cancel.stockCountCancel?.userErrors).toMatchObject([{ code: 'TRANSITION_REFUSED' }]);
  });

  it('keeps lots: who brought them, when they go off, and where they lie', async () => {
    const itemId = await item('MILK', true);
    await take(itemId, '5', { lot: { code: 'L-1', expiresOn: '2030-01-31' } });
    const where = { item: { id: { eq: itemId } } };
    const asked = async () => (await graph.client.request(LotsDocument, { where })).lots!.nodes;
    const [lot] = await asked();
    expect(lot).toMatchObject({
      ...{ code: 'L-1', expiresOn: '2030-01-31', item: { code: 'MILK' } },
      stockLevels: { nodes: [{ bin: { code: 'MAIN' }, onHand: { value: '5' } }] },
      ...{ components: { nodes: [] }, products: { nodes: [] } },
    });
    const input = { id: lot!.id, supplierLotCode: 'S-9', expectedVersion: lot!.version };
    const { lotChange } = await graph.client.request(LotChangeDocument, { input });
    expect(done(lotChange).lot).toMatchObject({
      ...{ supplierLotCode: 'S-9', expiresOn: '2030-01-31', version: 2 },
    });
    expect(await byBin(itemId)).toEqual(['MAIN L-1 AVAILABLE 5']);
  });

  it('values an item as its company says, and shows which receipt an issue took', async () => {
    const itemId = await item('LAYERED');
    const { companyId } = shop;
    const settings = { companyId, itemId, valuationMethod: 'FIFO' as const };
    const { itemSettingsSet } = await graph.client.request(ItemSettingsSetDocument, {
      input: settings,
    });
    expect(done(itemSettingsSet).itemSettings).toMatchObject({ valuationMethod: 'FIFO' });
    await take(itemId, '10', { unitCost: '1' });
    await take(itemId, '10', { unitCost: '2' });
    await caller.id('stockCountCreate', 'stockCount', {
      warehouseId: shop.warehouseId,
      lines: [{ itemId, counted: '8' }],
      post: true,
    });
    const where = { item: { id: { eq: itemId } } };
    const { itemValuations } = await graph.client.request(StockWorthDocument, { where });
    expect(itemValuations?.nodes).toMatchObject([
      { method: 'FIFO', quantity: '8', value: { amount: '16', currency: 'USD' } },
    ]);
    const { valuationLayers } = await caller.ask<{ valuationLayers: { nodes: unknown[] } }>(
      `query ($where: ValuationLayerWhere) { valuationLayers(where: $where) { nodes {
        quantity remainingQuantity stockMove { kind } document { __typename }
        consumes(orderBy: [{ quantity: {} }]) { nodes { quantity value receiptLayer { quantity } } }
      } } }`,
      { where: { ...where, quantity: { lt: '0' } } },
    );
    expect(valuationLayers.nodes).toEqual([
      {
        ...{ quantity: '-12', remainingQuantity: '0', document: null },
        stockMove: { kind: 'COUNT' },
        consumes: {
          nodes: [
            { quantity: '2', value: '4', receiptLayer: { quantity: '10' } },
            { quantity: '10', value: '10', receiptLayer: { quantity: '10' } },
          ],
        },
      },
    ]);
  });
});
