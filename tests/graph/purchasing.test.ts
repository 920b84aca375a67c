import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done, type Client } from '../../clients/typescript/client.js';
import {
  GoodsReceiptCreateDocument,
  GoodsReceiptReverseDocument,
  ItemSupplyDocument,
  PurchaseInvoiceApproveDocument,
  PurchaseInvoiceCreateDocument,
  PurchaseOrderConfirmDocument,
  PurchaseOrderCreateDocument,
  PurchaseOrderDocument,
  PurchaseOrdersBuyDocument,
  PurchaseOrderSendDocument,
  PurchasingSettingsSetDocument,
  SupplierPricesBulkDocument,
  SuppliersBulkDocument,
  type GoodsReceiptCreateInput,
  type PurchaseInvoiceCreateInput,
  type PurchaseOrderLineInput,
} from '../../clients/typescript/generated/graphql.js';
import { openGraph, type TestGraph } from '../support/graph.js';
import { openShop, type Shop } from '../support/graph-shop.js';

let graph: TestGraph;
let shop: Shop;
let supplierId: string;

const key = () => ({ idempotencyKey: randomUUID() });

beforeAll(async () => {
  graph = await openGraph();
  shop = await openShop(graph.client);
  const refs = [{ system: 'old', key: 'S-1' }];
  const mill = { code: 'MILL', name: 'The Mill', currency: 'USD', externalRefs: refs };
  const { suppliersBulk } = await graph.client.request(SuppliersBulkDocument, {
    input: { rows: [mill] },
  });
  supplierId = done(done(suppliersBulk).results[0]).supplier!.id;
  const price = { supplierId, itemId: shop.itemId, unitPrice: '20', leadTimeDays: 5 };
  const { supplierPricesBulk } = await graph.client.request(SupplierPricesBulkDocument, {
    input: { rows: [price, { ...price, minQuantity: '100', unitPrice: '18' }] },
  });
  done(supplierPricesBulk).results.forEach((one) => done(one));
});

afterAll(() => graph.close());

/** A draft of an order of the shop's item. */
async function drafted(lines: Partial<PurchaseOrderLineInput>[] = [{ quantity: '10' }]) {
  const { companyId, warehouseId, itemId } = shop;
  const own = lines.map((line) => ({ ...(line.kind === 'CHARGE' ? {} : { itemId }), ...line }));
  const input = { companyId, supplierId, warehouseId, lines: own };
  const answer = await graph.client.request(PurchaseOrderCreateDocument, { input });
  return done(answer.purchaseOrderCreate).purchaseOrder!.id;
}

/** An order of the shop's item that the supplier has. */
async function sent(lines?: Partial<PurchaseOrderLineInput>[]) {
  const id = await drafted(lines);
  const { purchaseOrderSend } = await graph.client.request(PurchaseOrderSendDocument, {
    input: { id },
  });
  return done(purchaseOrderSend).purchaseOrder!;
}

async function receive(
  purchaseOrderId: string,
  input: Partial<GoodsReceiptCreateInput> = {},
  client: Client = graph.client,
) {
  const given = { purchaseOrderId, post: true, ...input };
  return (await client.request(GoodsReceiptCreateDocument, { input: given }, key()))
    .goodsReceiptCreate;
}

async function bill(purchaseOrderId: string, input: Partial<PurchaseInvoiceCreateInput> = {}) {
  const given = { purchaseOrderId, supplierReference: randomUUID(), ...input };
  const answer = await graph.client.request(PurchaseInvoiceCreateDocument, { input: given }, key());
  return answer.purchaseInvoiceCreate;
}

const orderNow = async (id: string) =>
  (await graph.client.request(PurchaseOrderDocument, { by: { id } })).purchaseOrder!;

describe('buying through the graph', () => {
  it('goes from a price to a posted bill, and shows the whole chain from the order', async () => {
    const { id } = await sent([{ quantity: '10' }, { kind: 'CHARGE', unitPrice: '7' }]);
    const confirming = { input: { id, promisedOn: '2030-01-02' } };
    const { purchaseOrderConfirm } = await graph.client.request(
      PurchaseOrderConfirmDocument,
      confirming,
    );
    expect(done(purchaseOrderConfirm).purchaseOrder).toMatchObject({ status: 'CONFIRMED' });
    expect(done(await receive(id)).goodsReceipt).toMatchObject({
      status: 'POSTED',
      purchaseOrder: { id, status: 'RECEIVED' },
      lines: { nodes: [{ value: { amount: '200', currency: 'USD' } }] },
    });
    expect(done(await bill(id, { post: true })).purchaseInvoice).toMatchObject({
      ...{ status: 'POSTED', match: 'MATCHED', settlementStatus: 'UNPAID' },
      ...{ openAmount: { amount: '207' }, purchaseOrder: { id, status: 'INVOICED' } },
    });
    const order = await orderNow(id);
    expect(order).toMatchObject({
      supplier: { code: 'MILL' },
      lines: {
        nodes: [
          { status: 'INVOICED', unitPrice: { amount: '20' }, promisedOn: '2030-01-02' },
          { status: 'INVOICED', netAmount: { amount: '7' } },
        ],
      },
      goodsReceipts: { nodes: [{ stockMoves: { nodes: [{ quantity: { value: '10' } }] } }] },
      purchaseInvoices: { nodes: [{ lines: { nodes: [{ received: '200' }, { received: '0' }] } }] },
    });
    const allowed = order.availableActions!.filter((one) => one.allowed).map((one) => one.action);
    expect(allowed).toEqual(['close']);
    expect(order.timeline!.nodes.map(({ type }) => type)).toEqual(
      expect.arrayContaining([
        'purchasing.purchaseOrderCreated',
        'purchasing.purchaseOrderSent',
        'purchasing.purchaseOrderConfirmed',
        'purchasing.purchaseOrderProgressed',
      ]),
    );
  });

  it('buys what is short, row by row', async () => {
    const { companyId, warehouseId, itemId } = shop;
    const need = { companyId, warehouseId, itemId };
    const { purchaseOrdersBuy } = await graph.client.request(
      PurchaseOrdersBuyDocument,
      {
        input: {
          rows: [
            { ...need, quantity: '120' },
            { ...need, quantity: '0' },
          ],
        },
      },
      key(),
    );
    const [bought, refused] = done(purchaseOrdersBuy).results;
    expect(bought!.purchaseOrder).toMatchObject({
      status: 'DRAFT',
      lines: {
        nodes: [
          {
            quantity: { value: '120' },
            unitPrice: { amount: '18' },
            expectedOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
          },
        ],
      },
    });
    expect(refused!.userErrors).toMatchObject([
      { code: 'QUANTITY_OUT_OF_RANGE', path: ['input', 'rows', '1', 'quantity'] },
    ]);
  });

  it('leads from an item to whoever sells it and to what is on its way', async () => {
    const { item } = await graph.client.request(ItemSupplyDocument, { by: { id: shop.itemId } });
    expect(item!.supplierPrices!.nodes).toMatchObject([
      { unitPrice: { amount: '20' }, supplier: { code: 'MILL' } },
      { unitPrice: { amount: '18' }, minQuantity: { value: '100' } },
    ]);
    expect(item!.purchaseOrderLines!.nodes.length).toBeGreaterThan(0);
  });
});

describe('what the graph refuses of buying', () => {
  it('more than may come, at the line, with what is open', async () => {
    const { id, lines } = await sent();
    const came = [{ purchaseOrderLineId: lines!.nodes[0]!.id, quantity: '11' }];
    const refused = await receive(id, { lines: came });
    expect(refused?.userErrors).toMatchObject([
      {
        __typename: 'ReceiptExceedsOpen',
        code: 'RECEIPT_EXCEEDS_OPEN',
        path: ['input', 'lines', '0', 'quantity'],
      },
    ]);
    expect((await orderNow(id)).goodsReceipts!.nodes).toEqual([]);
  });

  it('to post or to approve in passing what one may not post or approve', async () => {
    const { id } = await sent();
    const clerk = await graph.as([
      'purchasing.goodsReceipt.create',
      'purchasing.goodsReceipt.read',
      'purchasing.purchaseOrder.read',
    ]);
    await expect(receive(id, {}, clerk.client)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    expect(done(await receive(id, { post: false }, clerk.client)).goodsReceipt!.status).toBe(
      'DRAFT',
    );
  });

  it('to approve one’s own bill when it differs', async () => {
    const { id, lines } = await sent();
    done(await receive(id));
    const billed = [{ purchaseOrderLineId: lines!.nodes[0]!.id, quantity: '10', unitPrice: '21' }];
    const atOnce = await bill(id, { lines: billed, post: true });
    expect(atOnce?.userErrors).toMatchObject([{ __typename: 'InvoiceDiffers' }]);
    const { id: billId } = done(await bill(id, { lines: billed })).purchaseInvoice!;
    const asked = `{ node(id: "${billId}") {
      ... on PurchaseInvoice { availableActions { action allowed reason } } } }`;
    const { data } = await graph.ask(asked);
    const { node } = data as { node: { availableActions: { action: string }[] } };
    expect(node.availableActions.find(({ action }) => action === 'approve')).toEqual({
      action: 'approve',
      allowed: false,
      reason: 'APPROVER_IS_CREATOR',
    });
    const approving = await graph.client.request(PurchaseInvoiceApproveDocument, {
      input: { id: billId },
    });
    expect(approving.purchaseInvoiceApprove?.userErrors).toMatchObject([
      { __typename: 'ApproverIsCreator', code: 'APPROVER_IS_CREATOR' },
    ]);
  });

  it('to send an order above the limit that one made oneself', async () => {
    const limit = (approvalLimit: string | null) =>
      graph.client.request(PurchasingSettingsSetDocument, {
        input: { companyId: shop.companyId, approvalLimit },
      });
    done((await limit('100')).purchasingSettingsSet);
    await expect(sent()).rejects.toThrow(/somebody else/);
    const id = await drafted();
    const asked = await graph.ask(
      `mutation ($id: ID!) { purchaseOrderSubmit(input: { id: $id }) {
        purchaseOrder { status availableActions { action allowed reason } } } }`,
      { id },
    );
    expect(asked.data).toMatchObject({
      purchaseOrderSubmit: {
        purchaseOrder: {
          status: 'PENDING_APPROVAL',
          availableActions: expect.arrayContaining([
            { action: 'approve', allowed: false, reason: 'APPROVER_IS_CREATOR' },
          ]) as unknown,
        },
      },
    });
    done((await limit(null)).purchasingSettingsSet);
  });

  it('to move stock without a key, and moves it once under one', async () => {
    const { id } = await sent();
    const input = { purchaseOrderId: id, post: true };
    const bare = await graph.client.request(GoodsReceiptCreateDocument, { input });
    expect(bare.goodsReceiptCreate?.userErrors).toMatchObject([
      { code: 'IDEMPOTENCY_KEY_REQUIRED' },
    ]);
    const once = key();
    const answers = [];
    for (const _ of [1, 2]) {
      const answer = await graph.client.request(GoodsReceiptCreateDocument, { input }, once);
      answers.push(done(answer.goodsReceiptCreate).goodsReceipt!.id);
    }
    expect(new Set(answers).size).toBe(1);
    expect((await orderNow(id)).goodsReceipts!.nodes.length).toBe(1);
  });

  it('to buy for a line of a sales order that there is not in the company', async () => {
    const line = 'SalesOrderLine:0190f000-0000-7000-8000-000000000001';
    const { companyId, warehouseId, itemId } = shop;
    const lines = [{ itemId, quantity: '1', salesOrderLineId: line }];
    const input = { companyId, supplierId, warehouseId, lines };
    const answer = await graph.client.request(PurchaseOrderCreateDocument, { input });
    expect(answer.purchaseOrderCreate?.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  it('nothing that is only tried, and leaves nothing of it', async () => {
    const { id } = await sent();
    const input = { purchaseOrderId: id, post: true, validateOnly: true };
    const tried = await graph.client.request(GoodsReceiptCreateDocument, { input });
    expect(done(tried.goodsReceiptCreate).goodsReceipt).toMatchObject({ status: 'POSTED' });
    expect((await orderNow(id)).status).toBe('SENT');
  });

  it('to take back what is billed', async () => {
    const { id } = await sent();
    const receipt = done(await receive(id)).goodsReceipt!;
    done(await bill(id, { post: true }));
    const reversing = { input: { id: receipt.id, reason: 'Back.' } };
    const answer = await graph.client.request(GoodsReceiptReverseDocument, reversing, key());
    expect(answer.goodsReceiptReverse?.userErrors).toMatchObject([
      { __typename: 'GoodsReceiptInvoiced' },
    ]);
  });
});
