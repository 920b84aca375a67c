import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done } from '../../clients/typescript/client.js';
import {
  CreditNoteCreateDocument,
  PaymentAllocateDocument,
  PaymentMakeDocument,
  PaymentMakeRefundDocument,
  PaymentReceiveDocument,
  PaymentReceiveRefundDocument,
  PaymentReverseDocument,
} from '../../clients/typescript/generated/graphql.js';
import { asking } from '../support/asking.js';
import { executions, openGraph, type TestGraph } from '../support/graph.js';
import { bookkeeper } from '../support/graph-books.js';
import { buyer, supplier } from '../support/graph-buying.js';
import { seller } from '../support/graph-selling.js';
import { openShop, type Shop } from '../support/graph-shop.js';

const key = () => ({ idempotencyKey: randomUUID() });
const today = new Date().toISOString().slice(0, 10);

describe.each(executions)('refunds through the graph, %s', (execution) => {
  let graph: TestGraph;
  let shop: Shop;
  let supplierId: string;
  let purchaseCreditNoteId: string;

  beforeAll(async () => {
    graph = await openGraph(execution);
    shop = await openShop(graph.client);
    supplierId = await supplier(graph.client, 'STEEL');
  });

  afterAll(() => graph.close());

  const money = (amount: string) => ({
    ...{ companyId: shop.companyId, amount, currency: 'USD', documentOn: today },
  });

  /** What a supplier credits of four of ten at 10 that were paid and went back. */
  async function creditedByTheSupplier() {
    const buy = buyer(graph.client, shop);
    const line = { itemId: shop.itemId, quantity: '10', unitPrice: '10' };
    const { id } = await buy.ordered(supplierId, [line]);
    const receipt = await buy.receive(id);
    const invoice = await buy.billed(id, { post: true });
    const allocations = [{ purchaseInvoiceId: invoice.id, amount: '100' }];
    const input = { ...money('100'), supplierId, allocations };
    done((await graph.client.request(PaymentMakeDocument, { input }, key())).paymentMake);
    const lines = [{ goodsReceiptLineId: receipt.lines!.nodes[0]!.id, quantity: '4' }];
    const back = await buy.sendBack(id, { lines });
    return (await buy.credited(invoice.id, { purchaseReturnId: back.id })).id;
  }

  /** A credit note of an invoice of 55 that was paid. */
  async function creditedToTheCustomer() {
    const sell = seller(graph.client, shop);
    const { id } = await sell.confirmed([{ quantity: '1', unitPrice: '50' }]);
    await sell.ship(id);
    const invoice = await sell.bill(id);
    const { customerId } = shop;
    const allocations = [{ salesInvoiceId: invoice.id, amount: '55' }];
    const paid = { input: { ...money('55'), customerId, allocations } };
    done((await graph.client.request(PaymentReceiveDocument, paid, key())).paymentReceive);
    const note = { input: { salesInvoiceId: invoice.id, reason: 'Broken', post: true } };
    const answer = await graph.client.request(CreditNoteCreateDocument, note, key());
    return done(answer.creditNoteCreate).creditNote!.id;
  }

  it('by a supplier pay out a credit note once, and are undone', async () => {
    const books = bookkeeper(graph.client, shop.companyId);
    purchaseCreditNoteId = await creditedByTheSupplier();
    expect(await books.payable()).toBe('-40');
    const allocations = [{ purchaseCreditNoteId, amount: '40' }];
    const input = { ...money('40'), supplierId, reference: 'Your credit', allocations };
    const tried = await graph.client.request(PaymentReceiveRefundDocument, {
      input: { ...input, validateOnly: true },
    });
    expect(tried.paymentReceiveRefund!.userErrors).toEqual([]);
    expect(await books.payable()).toBe('-40');
    const once = key();
    const first = await graph.client.request(PaymentReceiveRefundDocument, { input }, once);
    const payment = done(first.paymentReceiveRefund).payment!;
    expect(payment).toMatchObject({
      ...{ direction: 'RECEIVED', status: 'APPLIED', customer: null, supplier: { id: supplierId } },
      allocations: {
        nodes: [
          {
            ...{ amount: { amount: '40' }, creditNote: null },
            purchaseCreditNote: {
              ...{ id: purchaseCreditNoteId, refundedAmount: { amount: '40' } },
              unallocatedAmount: { amount: '0' },
            },
          },
        ],
      },
    });
    const allowed = payment.availableActions!.filter((one) => one.allowed);
    expect(allowed.map(({ action }) => action)).toEqual(['reverse']);
    expect(await books.payable()).toBe('0');
    // The same once more is the same payment; another finds nothing left.
    const replayed = await graph.client.request(PaymentReceiveRefundDocument, { input }, once);
    expect(done(replayed.paymentReceiveRefund).payment!.id).toBe(payment.id);
    const more = await graph.client.request(PaymentReceiveRefundDocument, { input }, key());
    expect(more.paymentReceiveRefund!.userErrors).toMatchObject([
      {
        code: 'ALLOCATION_EXCEEDS_CREDIT',
        path: ['input', 'allocations', '0', 'amount'],
      },
    ]);
    const undoing = { input: { id: payment.id, reason: 'Sent to us by mistake' } };
    const undone = await graph.client.request(PaymentReverseDocument, undoing, key());
    expect(done(undone.paymentReverse).payment!.status).toBe('REVERSED');
    expect(await books.payable()).toBe('-40');
    const { ask } = asking(graph);
    const { purchaseCreditNote } = await ask<{ purchaseCreditNote: object }>(
      `query ($id: ID!) { purchaseCreditNote(by: {id: $id}) {
        refundedAmount { amount } unallocatedAmount { amount }
        paymentAllocations { nodes { amount { amount } payment { status } } }
        ledgerEntries(where: {role: {eq: "PAYABLES"}}) { nodes { side amount { amount }
          journalEntry { document { __typename } } } }
        timeline { nodes { type } } } }`,
      { id: purchaseCreditNoteId },
    );
    const entry = (side: string, amount: string, document: string) => ({
      ...{ side, amount: { amount } },
      journalEntry: { document: { __typename: document } },
    });
    expect(purchaseCreditNote).toMatchObject({
      ...{ refundedAmount: { amount: '0' }, unallocatedAmount: { amount: '40' } },
      paymentAllocations: {
        nodes: [
          { amount: { amount: '40' }, payment: { status: 'REVERSED' } },
          { amount: { amount: '-40' }, payment: { status: 'REVERSED' } },
        ],
      },
      ledgerEntries: {
        nodes: [
          entry('DEBIT', '40', 'PurchaseCreditNote'),
          entry('CREDIT', '40', 'Payment'),
          entry('CREDIT', '-40', 'Payment'),
        ],
      },
    });
    const { timeline } = purchaseCreditNote as { timeline: { nodes: { type: string }[] } };
    const told = timeline.nodes.map(({ type }) =>
      type.replace('purchasing.purchaseCreditNote', ''),
    );
    expect(told.sort()).toEqual(['Approved', 'Created', 'Posted', 'Refunded', 'Refunded']);
  });

  it('of a customer pay out a credit note at once, or later from the account', async () => {
    const { customerId } = shop;
    const creditNoteId = await creditedToTheCustomer();
    const input = { ...money('55'), customerId };
    const paid = await graph.client.request(PaymentMakeRefundDocument, { input }, key());
    const payment = done(paid.paymentMakeRefund).payment!;
    expect(payment).toMatchObject({
      ...{ direction: 'PAID', status: 'POSTED', customer: { id: customerId }, supplier: null },
    });
    const allowed = payment.availableActions!.filter((one) => one.allowed);
    expect(allowed.map(({ action }) => action)).toEqual(['allocate', 'reverse']);
    const allocate = async (allocation: object) => {
      const told = { input: { id: payment.id, allocations: [allocation as never] } };
      const answer = await graph.client.request(PaymentAllocateDocument, told, key());
      return answer.paymentAllocate!;
    };
    const wrong = await allocate({ purchaseCreditNoteId, amount: '55' });
    expect(wrong.userErrors).toMatchObject([
      { code: 'INVOICE_OF_OTHER_KIND', path: ['input', 'allocations', '0', 'creditNoteId'] },
    ]);
    expect(done(await allocate({ creditNoteId, amount: '55' })).payment!.status).toBe('APPLIED');
    const { creditNote } = await asking(graph).ask<{ creditNote: object }>(
      `query ($id: ID!) { creditNote(by: {id: $id}) {
        refundedAmount { amount } unallocatedAmount { amount } } }`,
      { id: creditNoteId },
    );
    expect(creditNote).toEqual({
      ...{ refundedAmount: { amount: '55' }, unallocatedAmount: { amount: '0' } },
    });
  });

  it('need permissions of their own', async () => {
    const clerk = await graph.as(['finance.payment.receive', 'finance.payment.make']);
    const { errors } = await clerk.ask(
      `mutation ($input: PaymentMakeRefundInput!) {
        paymentMakeRefund(input: $input) { userErrors { code } } }`,
      { input: { ...money('1'), customerId: shop.customerId } },
      { 'idempotency-key': randomUUID() },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });
});
