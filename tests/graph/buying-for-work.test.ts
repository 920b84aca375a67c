import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done } from '../../clients/typescript/client.js';
import {
  PurchaseOrderCreateDocument,
  PurchaseOrdersBuyDocument,
  SupplierPricesBulkDocument,
} from '../../clients/typescript/generated/graphql.js';
import { asking } from '../support/asking.js';
import { openGraph, type TestGraph } from '../support/graph.js';
import { supplier } from '../support/graph-buying.js';
import { openShop, type Shop } from '../support/graph-shop.js';

describe('what is bought for a work order', () => {
  let graph: TestGraph;
  let shop: Shop;
  let supplierId: string;
  const key = () => ({ idempotencyKey: randomUUID() });

  beforeAll(async () => {
    graph = await openGraph();
    shop = await openShop(graph.client);
    supplierId = await supplier(graph.client, 'MILL', 'USD');
    const price = { supplierId, itemId: shop.itemId, unitPrice: '20', leadTimeDays: 5 };
    const input = { rows: [price] };
    done((await graph.client.request(SupplierPricesBulkDocument, { input })).supplierPricesBulk);
  });

  afterAll(() => graph.close());

  it('names the work order, of its own company only', async () => {
    const { companyId, warehouseId, itemId } = shop;
    const caller = asking(graph);
    const made = { code: 'STOOL', name: 'Stool', unit: 'C62', isMade: true };
    const product = await caller.id('itemUpsert', 'item', made);
    const from = { companyId, validFrom: '2020-01-01', itemId: product };
    const bomId = await caller.id('bomCreate', 'bom', {
      ...from,
      lines: [{ itemId, quantity: '1' }],
    });
    await caller.id('bomRelease', 'bom', { id: bomId });
    const work = { companyId, warehouseId, itemId: product, quantity: '3', dueOn: '2099-06-05' };
    const workOrderId = await caller.id('workOrderCreate', 'workOrder', work);
    const lines = [{ itemId, quantity: '3', workOrderId }];
    const entered = await graph.client.request(PurchaseOrderCreateDocument, {
      input: { companyId, supplierId, warehouseId, lines },
    });
    expect(done(entered.purchaseOrderCreate).purchaseOrder!.lines!.nodes).toMatchObject([
      { workOrder: { id: workOrderId } },
    ]);
    const need = { companyId, warehouseId, itemId, quantity: '2', workOrderId };
    const bought = await graph.client.request(
      PurchaseOrdersBuyDocument,
      { input: { rows: [need] } },
      key(),
    );
    const [row] = done(bought.purchaseOrdersBuy).results;
    expect(row!.purchaseOrder!.lines!.nodes).toMatchObject([{ workOrder: { id: workOrderId } }]);
    const other = await openShop(graph.client, 'OTHER');
    const refused = await graph.client.request(PurchaseOrderCreateDocument, {
      input: {
        ...{ supplierId, lines },
        companyId: other.companyId,
        warehouseId: other.warehouseId,
      },
    });
    expect(refused.purchaseOrderCreate?.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });
});
