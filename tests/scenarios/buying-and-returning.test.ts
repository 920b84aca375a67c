import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { done } from '../../clients/typescript/client.js';
import {
  CreditNoteCreateDocument,
  ExchangeRatesBulkDocument,
  PaymentMakeDocument,
  PurchaseCreditNoteAllocateDocument,
  SalesInvoiceDocument,
  SalesReturnCreateDocument,
  type CreditNoteCreateInput,
} from '../../clients/typescript/generated/graphql.js';
import { asking } from '../support/asking.js';
import { openGraph, type TestGraph } from '../support/graph.js';
import { bookkeeper } from '../support/graph-books.js';
import { buyer, supplier } from '../support/graph-buying.js';
import { item, openShop } from '../support/graph-shop.js';
import { seller } from '../support/graph-selling.js';
import { brokenInvariants } from '../support/invariants.js';

/** The year before, whose months are all over. */
const year = new Date().getUTCFullYear() - 1;
const key = () => ({ idempotencyKey: randomUUID() });

// A scenario is many requests; slow machines are given time for them.
let graph: TestGraph;

beforeAll(async () => {
  graph = await openGraph();
});
afterAll(() => graph.close());
afterEach(async () => {
  await graph.settled();
  expect(await brokenInvariants(graph.database)).toEqual([]);
});

describe('a supplier who bills another price', () => {
  async function rates(): Promise<void> {
    const rows = [
      ['01', '1.2'],
      ['02', '1.25'],
      ['03', '1.3'],
    ].map(([month, rate]) => {
      return { from: 'EUR', to: 'USD', validFrom: `${year}-${month}-01`, rate: rate! };
    });
    const { exchangeRatesBulk } = await graph.client.request(ExchangeRatesBulkDocument, {
      input: { rows },
    });
    done(exchangeRatesBulk);
  }

  it('is stopped by the three-way match until another person approves, and paid at a loss', async () => {
    await rates();
    const shop = await openShop(graph.client, 'BUY');
    const bell = await item(graph.client, 'BUY-BELL');
    const buy = buyer(graph.client, shop);
    const books = bookkeeper(graph.client, shop.companyId);
    const supplierId = await supplier(graph.client, 'GLOCKE', 'EUR');
    const line = { itemId: bell, quantity: '10', unitPrice: '10' };
    const order = await buy.ordered(supplierId, [line], { documentOn: `${year}-01-05` });
    const received = { documentOn: `${year}-01-10`, postedOn: `${year}-01-10` };
    const receipt = await buy.receive(order.id, received);
    // 10 × 10 EUR at 1.2: each bell at 12.
    expect(receipt.lines!.nodes[0]!.value!.amount).toBe('120');

    const sell = seller(graph.client, shop);
    const sold = { itemId: bell, quantity: '4', unitPrice: '30', taxCodeId: null };
    const { id } = await sell.confirmed([sold], { documentOn: `${year}-01-20` });
    await sell.ship(id, undefined, `${year}-01-20`);
    await sell.bill(id, undefined, `${year}-01-20`);

    const lineId = order.lines!.nodes[0]!.id;
    const bill = {
      documentOn: `${year}-02-10`,
      lines: [{ purchaseOrderLineId: lineId, quantity: '10', unitPrice: '11' }],
    };
    await expect(buy.billed(order.id, { ...bill, post: true })).rejects.toMatchObject({
      code: 'INVOICE_DIFFERS',
    });
    const more = [{ ...bill.lines[0]!, quantity: '11' }];
    await expect(buy.billed(order.id, { ...bill, lines: more })).rejects.toMatchObject({
      code: 'INVOICE_EXCEEDS_RECEIVED',
    });
    const invoice = await buy.billed(order.id, bill);
    expect([invoice.match, invoice.grossAmount.amount]).toEqual(['DIFFERS', '110']);
    await expect(buy.approve(invoice.id)).rejects.toMatchObject({ code: 'APPROVER_IS_CREATOR' });
    const boss = await graph.as([
      'purchasing.purchaseInvoice.read',
      'purchasing.purchaseInvoice.approve',
      'purchasing.purchaseOrder.read',
    ]);
    await buyer(boss.client, shop).approve(invoice.id);
    const posted = await buy.post(invoice.id, `${year}-02-10`);
    // 110 EUR at 1.25 are 137.5, which is 17.5 more than 120: six of ten bells are still there and
    // take 10.5 on, and the rest is a variance of 7.
    expect(posted.lines!.nodes).toMatchObject([{ received: '120', toStock: '10.5' }]);
    expect(await books.payable()).toBe('137.5');

    const payment = {
      ...{ companyId: shop.companyId, supplierId, amount: '110', currency: 'EUR' },
      ...{ documentOn: `${year}-03-10`, postedOn: `${year}-03-10` },
      allocations: [{ purchaseInvoiceId: invoice.id, amount: '110' }],
    };
    const paid = await graph.client.request(PaymentMakeDocument, { input: payment }, key());
    expect(done(paid.paymentMake).payment!.status).toBe('APPLIED');
    expect(await books.payable()).toBe('0');
    const bought = await buy.order(order.id);
    expect(bought.status).toBe('INVOICED');
    expect(bought.purchaseInvoices!.nodes[0]!.settlementStatus).toBe('PAID');
    // 110 EUR at 1.3 are 143: 5.5 more than was owed. Bells: 6 × 12 + 10.5 = 82.5, beside 2,000.
    const { 'Raw materials': stock, ...held } = await books.balances();
    expect(stock).toBe('2082.5');
    expect(held).toEqual({
      ...{ Bank: '-143', 'Trade receivables': '120', 'Opening balances': '-2000' },
      ...{ 'Sales of goods': '-120', 'Cost of sales': '48' },
      ...{ 'Purchase price variance': '7', 'Exchange losses': '5.5' },
    });
    // 120 − 48 = 72; less 7 of no order, less 5.5.
    expect((await books.margin(id)).margin.amount).toBe('72');
    expect(await books.income()).toMatchObject({
      ...{ grossProfit: { amount: '65' }, netProfit: { amount: '59.5' } },
    });
  });
});

describe('a supplier who takes goods back', () => {
  it('credits them less a fee, lowers the price of the rest, and is paid that much less', async () => {
    const shop = await openShop(graph.client, 'TAKE');
    const bell = await item(graph.client, 'TAKE-BELL');
    const buy = buyer(graph.client, shop);
    const books = bookkeeper(graph.client, shop.companyId);
    const supplierId = await supplier(graph.client, 'CAMPANA');
    const ordered = async (quantity: string) => {
      const order = await buy.ordered(supplierId, [{ itemId: bell, quantity, unitPrice: '10' }]);
      const receipt = await buy.receive(order.id);
      return { id: order.id, line: order.lines!.nodes[0]!.id, receipt };
    };
    const first = await ordered('10');
    const bill = [{ purchaseOrderLineId: first.line, quantity: '10', unitPrice: '12' }];
    const { id: invoiceId } = await buy.billed(first.id, { lines: bill });
    const boss = await graph.as([
      'purchasing.purchaseInvoice.read',
      'purchasing.purchaseInvoice.approve',
      'purchasing.purchaseOrder.read',
    ]);
    await buyer(boss.client, shop).approve(invoiceId);
    await buy.post(invoiceId);
    // All ten are still there, so that each is worth 12; four are sold.
    const sell = seller(graph.client, shop);
    const sold = { itemId: bell, quantity: '4', unitPrice: '30', taxCodeId: null };
    const { id } = await sell.confirmed([sold]);
    await sell.ship(id);
    await sell.bill(id);

    const goodsReceiptLineId = first.receipt.lines!.nodes[0]!.id;
    const going = (quantity: string) => ({ lines: [{ goodsReceiptLineId, quantity }] });
    await expect(buy.sendBack(first.id, going('11'))).rejects.toMatchObject({
      code: 'RETURN_EXCEEDS_RECEIVED',
    });
    await expect(buy.sendBack(first.id, going('7'))).rejects.toMatchObject({
      code: 'INSUFFICIENT_STOCK',
    });
    const back = await buy.sendBack(first.id, going('2'));
    // 2 × 12 leave stock, and 2 × 10 were owed for them: 4 of variance for now.
    expect(back.lines!.nodes).toMatchObject([{ value: { amount: '24' }, owed: { amount: '20' } }]);

    const { purchaseInvoice } = await asking(graph).ask<{
      purchaseInvoice: { lines: { nodes: { id: string }[] } };
    }>(`query ($id: ID!) { purchaseInvoice(by: { id: $id }) { lines { nodes { id } } } }`, {
      id: invoiceId,
    });
    const purchaseInvoiceLineId = purchaseInvoice.lines.nodes[0]!.id;
    // 2 × 12 less a fee of 3: one more than was owed, so that 3 of variance are left.
    const fee = await buy.credited(invoiceId, {
      purchaseReturnId: back.id,
      lines: [{ purchaseInvoiceLineId, quantity: '2', netAmount: '21' }],
    });
    expect(fee.purchaseInvoice!.openAmount!.amount).toBe('99');
    const payment = {
      ...{ companyId: shop.companyId, supplierId, amount: '99', currency: 'USD' },
      documentOn: new Date().toISOString().slice(0, 10),
      allocations: [{ purchaseInvoiceId: invoiceId, amount: '99' }],
    };
    const paid = await graph.client.request(PaymentMakeDocument, { input: payment }, key());
    expect(done(paid.paymentMake).payment!.status).toBe('APPLIED');

    // One off each of the eight that stayed: four are there and are worth 4 less.
    const off = await buy.credited(invoiceId, {
      lines: [{ purchaseInvoiceLineId, netAmount: '8' }],
    });
    expect(off.lines!.nodes).toMatchObject([{ returned: '0', toStock: '-4' }]);
    expect([off.settledAmount.amount, off.unallocatedAmount!.amount]).toEqual(['0', '8']);
    const next = await ordered('5');
    const { id: nextId } = await buy.billed(next.id, { post: true });
    const allocations = [{ purchaseInvoiceId: nextId, amount: '8' }];
    const allocated = await graph.client.request(
      PurchaseCreditNoteAllocateDocument,
      { input: { id: off.id, allocations } },
      key(),
    );
    done(allocated.purchaseCreditNoteAllocate);
    expect(await books.payable()).toBe('42');
    // One more off each, and this time the supplier pays it out.
    const again = await buy.credited(invoiceId, {
      lines: [{ purchaseInvoiceLineId, netAmount: '8' }],
    });
    expect(await books.payable()).toBe('34');
    await buy.refunded(supplierId, { id: again.id, amount: '8' });
    expect(await books.payable()).toBe('42');
    // Nine lie there now, so that all eight bear it.
    // Bells: 120 − 48 − 24 − 4 + 50 − 8 = 86, beside 2,000. Variance: 4 − 1 − 4.
    const { 'Raw materials': stock, ...held } = await books.balances();
    expect(stock).toBe('2086');
    expect(held).toEqual({
      ...{ Bank: '-91', 'Trade payables': '-42', 'Trade receivables': '120' },
      ...{ 'Opening balances': '-2000', 'Sales of goods': '-120', 'Cost of sales': '48' },
      'Purchase price variance': '-1',
    });
    // 120 − 48 + 1.
    expect((await books.income()).grossProfit.amount).toBe('73');
  });
});

describe('a customer who sends goods back', () => {
  async function returned(salesOrderId: string, quantity: string) {
    const { salesOrder } = await asking(graph).ask<{
      salesOrder: { lines: { nodes: { deliveryLines: { nodes: { id: string }[] } }[] } };
    }>(
      `query ($id: ID!) { salesOrder(by: { id: $id }) { lines { nodes {
        deliveryLines { nodes { id } } } } } }`,
      { id: salesOrderId },
    );
    const [line] = salesOrder.lines.nodes[0]!.deliveryLines.nodes;
    const lines = [{ deliveryLineId: line!.id, quantity }];
    const input = { salesOrderId, lines, reason: 'The paint was scratched.', receive: true };
    const answer = await graph.client.request(SalesReturnCreateDocument, { input }, key());
    return done(answer.salesReturnCreate).salesReturn!;
  }

  async function credited(input: Omit<CreditNoteCreateInput, 'reason' | 'post'>) {
    const told = { ...input, reason: 'The paint was scratched.', post: true };
    const answer = await graph.client.request(CreditNoteCreateDocument, { input: told }, key());
    return done(answer.creditNoteCreate).creditNote!;
  }

  const invoiceOf = async (id: string) =>
    (await graph.client.request(SalesInvoiceDocument, { by: { id } })).salesInvoice!;

  it('is credited what came back, and something off the price of the rest', async () => {
    const shop = await openShop(graph.client, 'BACK');
    const sell = seller(graph.client, shop);
    const books = bookkeeper(graph.client, shop.companyId);
    const { id } = await sell.confirmed([{ quantity: '10', unitPrice: '50' }]);
    await sell.ship(id);
    const invoice = await sell.bill(id);
    expect(invoice.grossAmount.amount).toBe('550');

    const back = await returned(id, '4');
    expect(back.lines!.nodes[0]!.value!.amount).toBe('80');
    await expect(returned(id, '7')).rejects.toMatchObject({ code: 'RETURN_EXCEEDS_DELIVERED' });
    // 4 × 50 = 200 and 20 of tax, which the open invoice takes.
    const first = await credited({ salesInvoiceId: invoice.id, salesReturnId: back.id });
    expect(first).toMatchObject({
      ...{ status: 'POSTED', netAmount: { amount: '200' }, taxAmount: { amount: '20' } },
      ...{ settledAmount: { amount: '220' }, salesInvoice: { openAmount: { amount: '330' } } },
    });
    // 500 − 200 − (200 − 80) = 180, of 300 60 %.
    expect(await books.margin(id)).toMatchObject({
      ...{ returns: { amount: '200' }, costOfSales: { amount: '120' } },
      ...{ margin: { amount: '180' }, marginPercent: '60' },
    });
    await sell.pay(invoice, '330');
    expect((await invoiceOf(invoice.id)).settlementStatus).toBe('PAID');

    const { salesInvoice } = await asking(graph).ask<{
      salesInvoice: { lines: { nodes: { id: string }[] } };
    }>(`query ($id: ID!) { salesInvoice(by: { id: $id }) { lines { nodes { id } } } }`, {
      id: invoice.id,
    });
    const [line] = salesInvoice.lines.nodes;
    // 5 off each of the six that stay: 30 and 3 of tax, of which a paid invoice takes nothing.
    const off = await credited({
      salesInvoiceId: invoice.id,
      lines: [{ salesInvoiceLineId: line!.id, netAmount: '30' }],
    });
    expect([off.grossAmount.amount, off.settledAmount.amount]).toEqual(['33', '0']);
    expect(await books.receivable()).toBe('-33');
    // 94 of 100 at 20 are there; 50 − 20 − 3 of tax is owed.
    const { 'Raw materials': stock, ...held } = await books.balances();
    expect(stock).toBe('1880');
    expect(held).toEqual({
      ...{ Bank: '330', 'Trade receivables': '-33', 'Output VAT': '-27' },
      ...{ 'Opening balances': '-2000', 'Sales of goods': '-500' },
      ...{ 'Sales returns and credits': '230', 'Cost of sales': '120' },
    });
    // 500 − 230 − 120.
    expect((await books.margin(id)).margin.amount).toBe('150');
    expect((await books.income()).grossProfit.amount).toBe('150');
  });
});
