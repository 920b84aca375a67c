import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done } from '../../clients/typescript/client.js';
import {
  GoodsReceiptReverseDocument,
  PaymentMakeDocument,
  PurchaseCreditNoteAllocateDocument,
  PurchaseCreditNoteApproveDocument,
  PurchaseCreditNoteCancelDocument,
  PurchaseCreditNoteCreateDocument,
  PurchaseCreditNotePostDocument,
  PurchaseReturnCancelDocument,
  PurchaseReturnCreateDocument,
  PurchaseReturnsDocument,
  PurchaseReturnShipDocument,
  type PurchaseCreditNoteCreateInput,
  type PurchaseReturnCreateInput,
} from '../../clients/typescript/generated/graphql.js';
import { openGraph, type TestGraph } from '../support/graph.js';
import { bookkeeper } from '../support/graph-books.js';
import { buyer, supplier } from '../support/graph-buying.js';
import { item, openShop, type Shop } from '../support/graph-shop.js';
import { brokenInvariants } from '../support/invariants.js';

let graph: TestGraph;
let shop: Shop;
let buy: ReturnType<typeof buyer>;
let supplierId: string;

const key = (idempotencyKey: string = randomUUID()) => ({ idempotencyKey });

beforeAll(async () => {
  graph = await openGraph();
  shop = await openShop(graph.client, 'SEND');
  buy = buyer(graph.client, shop);
  supplierId = await supplier(graph.client, 'FORGE');
});
afterAll(async () => {
  await graph.settled();
  expect(await brokenInvariants(graph.database)).toEqual([]);
  await graph.close();
});

/** Ten of a new item at 10, received and billed. */
async function bought(code: string) {
  const itemId = await item(graph.client, code);
  const order = await buy.ordered(supplierId, [{ itemId, quantity: '10', unitPrice: '10' }]);
  const receipt = await buy.receive(order.id);
  const invoice = await buy.billed(order.id, { post: true });
  return { id: order.id, receipt, receiptLine: receipt.lines!.nodes[0]!.id, invoice };
}

const going = (purchaseOrderId: string, goodsReceiptLineId: string, quantity: string) => ({
  ...{ purchaseOrderId, reason: 'Cracked', lines: [{ goodsReceiptLineId, quantity }] },
});

const sendBack = async (input: PurchaseReturnCreateInput, told = key()) =>
  (await graph.client.request(PurchaseReturnCreateDocument, { input }, told)).purchaseReturnCreate;

const noteOf = (purchaseInvoiceId: string) => ({
  ...{ purchaseInvoiceId, reason: 'Cracked', supplierReference: randomUUID() },
});

const credit = async (input: PurchaseCreditNoteCreateInput, told = key()) =>
  (await graph.client.request(PurchaseCreditNoteCreateDocument, { input }, told))
    .purchaseCreditNoteCreate;

describe('goods that go back to their supplier', () => {
  it('are followed from the order to the ledger, and back', async () => {
    const { id, receipt, receiptLine, invoice } = await bought('SEND-1');
    const drafted = done(await sendBack(going(id, receiptLine, '4'))).purchaseReturn!;
    expect(drafted).toMatchObject({ status: 'DRAFT', lines: { nodes: [{ value: null }] } });
    const shipping = await graph.client.request(
      PurchaseReturnShipDocument,
      { input: { id: drafted.id, expectedVersion: drafted.version } },
      key(),
    );
    expect(done(shipping.purchaseReturnShip).purchaseReturn).toMatchObject({
      status: 'SHIPPED',
      lines: { nodes: [{ value: { amount: '40' }, owed: { amount: '40' } }] },
    });
    const told = { ...noteOf(invoice.id), purchaseReturnId: drafted.id };
    const note = done(await credit(told)).purchaseCreditNote!;
    const input = { id: note.id };
    const approved = await graph.client.request(PurchaseCreditNoteApproveDocument, { input });
    done(approved.purchaseCreditNoteApprove);
    const posted = await graph.client.request(PurchaseCreditNotePostDocument, { input }, key());
    expect(done(posted.purchaseCreditNotePost).purchaseCreditNote).toMatchObject({
      ...{ status: 'POSTED', settledAmount: { amount: '40' } },
      ...{ purchaseInvoice: { settlement: 'PARTIALLY_PAID', openAmount: { amount: '60' } } },
      lines: { nodes: [{ returned: '40', toStock: '0' }] },
    });
    const { purchaseOrder } = await graph.client.request(PurchaseReturnsDocument, { by: { id } });
    expect(purchaseOrder).toMatchObject({
      status: 'INVOICED',
      lines: {
        nodes: [{ returned: { value: '4' }, credited: { value: '4' }, returnedValue: '0' }],
      },
      purchaseReturns: {
        nodes: [
          {
            timeline: {
              nodes: [
                { type: 'purchasing.purchaseReturnCreated' },
                { type: 'purchasing.purchaseReturnShipped' },
              ],
            },
            stockMoves: { nodes: [{ kind: 'SUPPLIER_RETURN', quantity: { value: '-4' } }] },
            purchaseCreditNotes: { nodes: [{ id: note.id, journalEntries: { nodes: [{}] } }] },
          },
        ],
      },
    });
    const [back] = purchaseOrder!.purchaseReturns!.nodes;
    expect(back!.purchaseCreditNotes!.nodes[0]!.availableActions).toContainEqual({
      ...{ action: 'allocate', allowed: true, reason: null },
    });
    const reversing = { id: receipt.id, reason: 'All of it' };
    const reversed = await graph.client.request(
      GoodsReceiptReverseDocument,
      { input: reversing },
      key(),
    );
    expect(reversed.goodsReceiptReverse!.userErrors).toMatchObject([
      { code: 'GOODS_RECEIPT_RETURNED' },
    ]);
  });

  it('go once under one key, and not at all on trial', async () => {
    const { id, receiptLine } = await bought('SEND-2');
    const input = { ...going(id, receiptLine, '3'), ship: true };
    const { purchaseReturnCreate: tried } = await graph.client.request(
      PurchaseReturnCreateDocument,
      { input: { ...input, validateOnly: true } },
    );
    expect(done(tried).purchaseReturn).toMatchObject({ status: 'SHIPPED' });
    const once = key('send-back-once');
    const first = done(await sendBack(input, once)).purchaseReturn!;
    const again = done(await sendBack(input, once)).purchaseReturn!;
    expect(again.id).toBe(first.id);
    const { purchaseOrder } = await graph.client.request(PurchaseReturnsDocument, { by: { id } });
    expect(purchaseOrder!.lines!.nodes).toMatchObject([{ returned: { value: '3' } }]);
    const more = await sendBack({ ...going(id, receiptLine, '8'), ship: true });
    expect(more!.userErrors).toMatchObject([
      {
        ...{ __typename: 'ReturnExceedsReceived', code: 'RETURN_EXCEEDS_RECEIVED' },
        path: ['input', 'lines', '0', 'quantity'],
      },
    ]);
  });

  it('are for those who may, in companies they see', async () => {
    const { id, receiptLine, invoice } = await bought('SEND-3');
    const input = { ...going(id, receiptLine, '1'), ship: true };
    const clerk = await graph.as([
      ...(['purchasing.purchaseReturn.read', 'purchasing.purchaseReturn.create'] as const),
      ...(['purchasing.purchaseOrder.read', 'inventory.stockMove.read'] as const),
    ]);
    // Creating is not shipping.
    await expect(
      clerk.client.request(PurchaseReturnCreateDocument, { input }, key()),
    ).rejects.toThrow();
    const drafted = await clerk.client.request(
      PurchaseReturnCreateDocument,
      { input: { ...input, ship: false } },
      key(),
    );
    const { id: returnId } = done(drafted.purchaseReturnCreate).purchaseReturn!;
    await expect(
      clerk.client.request(PurchaseReturnCancelDocument, { input: { id: returnId } }),
    ).rejects.toThrow();
    const other = await openShop(graph.client, 'SEND-OTHER');
    const stranger = await graph.as(
      [
        ...(['purchasing.purchaseReturn.read', 'purchasing.purchaseReturn.cancel'] as const),
        ...(['purchasing.purchaseReturn.create', 'purchasing.purchaseOrder.read'] as const),
        ...(['purchasing.purchaseCreditNote.create', 'purchasing.purchaseInvoice.read'] as const),
        'purchasing.purchaseCreditNote.read',
      ],
      [other.companyId],
    );
    const hidden = await stranger.client.request(PurchaseReturnCancelDocument, {
      input: { id: returnId },
    });
    expect(hidden.purchaseReturnCancel!.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    const foreign = await stranger.client.request(
      PurchaseCreditNoteCreateDocument,
      { input: { ...noteOf(invoice.id), purchaseReturnId: returnId } },
      key(),
    );
    expect(foreign.purchaseCreditNoteCreate!.userErrors).toMatchObject([
      { code: 'NOT_FOUND', path: ['input', 'purchaseInvoiceId'] },
    ]);
    const cancelled = await graph.client.request(PurchaseReturnCancelDocument, {
      input: { id: returnId },
    });
    expect(done(cancelled.purchaseReturnCancel).purchaseReturn!.status).toBe('CANCELLED');
  });

  it('leave a credit of a bill that is paid, which another bill takes', async () => {
    const books = bookkeeper(graph.client, shop.companyId);
    const [paid, open] = [await bought('SEND-4'), await bought('SEND-5')];
    const before = Number(await books.payable());
    const payment = {
      ...{ companyId: shop.companyId, supplierId, amount: '100', currency: 'USD' },
      documentOn: new Date().toISOString().slice(0, 10),
      allocations: [{ purchaseInvoiceId: paid.invoice.id, amount: '100' }],
    };
    done((await graph.client.request(PaymentMakeDocument, { input: payment }, key())).paymentMake);
    const shipped = { ...going(paid.id, paid.receiptLine, '5'), ship: true };
    const back = done(await sendBack(shipped)).purchaseReturn!;
    const told = { ...noteOf(paid.invoice.id), purchaseReturnId: back.id };
    const held = done(await credit(told)).purchaseCreditNote!;
    const dropped = await graph.client.request(PurchaseCreditNoteCancelDocument, {
      input: { id: held.id },
    });
    expect(done(dropped.purchaseCreditNoteCancel).purchaseCreditNote!.status).toBe('CANCELLED');
    const note = done(await credit({ ...told, post: true })).purchaseCreditNote!;
    expect(note.unallocatedAmount!.amount).toBe('50');
    const allocations = [{ purchaseInvoiceId: open.invoice.id, amount: '50' }];
    const allocated = await graph.client.request(
      PurchaseCreditNoteAllocateDocument,
      { input: { id: note.id, allocations } },
      key(),
    );
    expect(done(allocated.purchaseCreditNoteAllocate).purchaseCreditNote).toMatchObject({
      ...{ unallocatedAmount: { amount: '0' }, allocatedAmount: { amount: '50' } },
      allocations: {
        nodes: [{ purchaseInvoice: { id: open.invoice.id, settlement: 'PARTIALLY_PAID' } }],
      },
    });
    // 100 were paid and 50 credited.
    expect(Number(await books.payable())).toBe(before - 150);
  });
});
