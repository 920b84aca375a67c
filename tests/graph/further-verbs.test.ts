import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Permission } from '../../modules/permissions.js';
import { codesOf, openGraph, type TestGraph } from '../support/graph.js';

/** A mutation with its own permission; the further verb that its input asks for; what that takes. */
const asked: readonly (readonly [string, Permission, object, string, Permission])[] = [
  [
    'quoteAccept',
    'sales.quote.accept',
    { id: 'X', confirm: true },
    'confirm',
    'sales.salesOrder.confirm',
  ],
  [
    'quoteAccept',
    'sales.quote.accept',
    { id: 'X', makeWorkOrders: {} },
    'makeWorkOrders',
    'sales.salesOrder.makeWorkOrders',
  ],
  [
    'quoteCreate',
    'sales.quote.create',
    { companyId: 'X', customerId: 'X', warehouseId: 'X', send: true },
    'send',
    'sales.quote.submit',
  ],
  [
    'workOrdersComplete',
    'manufacturing.workOrder.complete',
    { lines: [], close: true },
    'close',
    'manufacturing.workOrder.close',
  ],
  [
    'deliveryCreate',
    'sales.delivery.create',
    { salesOrderId: 'X', ship: true },
    'ship',
    'sales.delivery.ship',
  ],
  [
    'salesOrderMakeWorkOrders',
    'sales.salesOrder.makeWorkOrders',
    { id: 'X', release: true },
    'release',
    'manufacturing.workOrder.release',
  ],
  [
    'goodsReceiptCreate',
    'purchasing.goodsReceipt.create',
    { purchaseOrderId: 'X', post: true },
    'post',
    'purchasing.goodsReceipt.post',
  ],
  [
    'purchaseInvoiceCreate',
    'purchasing.purchaseInvoice.create',
    { purchaseOrderId: 'X', supplierReference: 'X', approve: true },
    'approve',
    'purchasing.purchaseInvoice.approve',
  ],
  [
    'purchaseInvoiceCreate',
    'purchasing.purchaseInvoice.create',
    { purchaseOrderId: 'X', supplierReference: 'X', post: true },
    'post',
    'purchasing.purchaseInvoice.approve',
  ],
  [
    'stockTransferCreate',
    'inventory.stockTransfer.create',
    { fromWarehouseId: 'X', lines: [], post: true },
    'post',
    'inventory.stockTransfer.post',
  ],
  [
    'stockCountCreate',
    'inventory.stockCount.create',
    { warehouseId: 'X', reason: 'X', post: true },
    'post',
    'inventory.stockCount.post',
  ],
];

describe('a further verb in one request', () => {
  let graph: TestGraph;
  beforeAll(async () => {
    graph = await openGraph();
  });
  afterAll(() => graph.close());

  it.each(asked)('of %s by who has %s alone, %j, is forbidden', async (name, own, input, ...of) => {
    const [field, permission] = of;
    const caller = await graph.as([own]);
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const text = `mutation ($input: ${type}!) { ${name}(input: $input) { userErrors { code } } }`;
    const answer = await caller.ask(text, { input }, { 'idempotency-key': `${name}/${field}` });
    expect(codesOf(answer)).toEqual(['FORBIDDEN']);
    const extensions = { permission, argument: `input.${field}` };
    expect(answer.errors![0]!.extensions).toMatchObject(extensions);
  });
});
