import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSold, type Sold } from '../support/sold.js';

let sold: Sold;
let supplierId: string;
let purchaseOrderId: string;
let goodsReceiptId: string;
let purchaseInvoiceId: string;

beforeAll(async () => {
  sold = await openSold();
  const { companyId, warehouseId, itemId } = sold.shop;
  const supplier = { name: 'Steelworks', currency: 'USD' };
  supplierId = await sold.id('supplierUpsert', 'supplier', supplier);
  const line = { itemId, quantity: '10', unitPrice: '25' };
  const order = { companyId, supplierId, warehouseId, lines: [line] };
  purchaseOrderId = await sold.id('purchaseOrderCreate', 'purchaseOrder', order);
  for (const verb of ['Send'])
    await sold.id(`purchaseOrder${verb}`, 'purchaseOrder', { id: purchaseOrderId });
  const coming = { purchaseOrderId, post: true };
  goodsReceiptId = await sold.id('goodsReceiptCreate', 'goodsReceipt', coming);
  const bill = { purchaseOrderId, supplierReference: 'S-1', post: true };
  purchaseInvoiceId = await sold.id('purchaseInvoiceCreate', 'purchaseInvoice', bill);
});

afterAll(() => sold.graph.close());

const say = (text: string, id: string) => sold.ask(text, { id });

describe('what is bought', () => {
  it('leads to its vouchers and ledger entries, and back', async () => {
    const roles = 'entries { nodes { role side baseAmount { amount } purchaseOrder { id } } }';
    const answer = await say(
      `query ($id: ID!) { purchaseOrder(by: { id: $id }) {
        goodsReceipts { nodes { id journalEntries { nodes { voucherWord ${roles}
          document { ... on GoodsReceipt { id } } } } } }
        purchaseInvoices { nodes { id journalEntries { nodes { ${roles} } }
          ledgerEntries { totalCount } } }
        supplier { ledgerEntries { totalCount } exposures { payable { amount } company { code } } }
        ledgerEntries { totalCount } } }`,
      purchaseOrderId,
    );
    const entry = (role: string, side: string) => {
      return { role, side, baseAmount: { amount: '250' }, purchaseOrder: { id: purchaseOrderId } };
    };
    const received = {
      voucherWord: 'GL',
      entries: {
        nodes: [entry('RAW_MATERIALS', 'DEBIT'), entry('GOODS_RECEIVED_NOT_INVOICED', 'CREDIT')],
      },
      document: { id: goodsReceiptId },
    };
    const billed = {
      entries: {
        nodes: [entry('GOODS_RECEIVED_NOT_INVOICED', 'DEBIT'), entry('PAYABLES', 'CREDIT')],
      },
    };
    expect(answer).toEqual({
      purchaseOrder: {
        goodsReceipts: { nodes: [{ id: goodsReceiptId, journalEntries: { nodes: [received] } }] },
        purchaseInvoices: {
          nodes: [
            {
              id: purchaseInvoiceId,
              journalEntries: { nodes: [billed] },
              ledgerEntries: { totalCount: 2 },
            },
          ],
        },
        supplier: {
          ledgerEntries: { totalCount: 4 },
          exposures: [{ payable: { amount: '250' }, company: { code: 'ACME' } }],
        },
        ledgerEntries: { totalCount: 4 },
      },
    });
  });

  it('is owed until it is paid, and again when the payment is undone', async () => {
    const { companyId } = sold.shop;
    const total = async () => {
      const { openPayables } = await sold.ask<{
        openPayables: { total: { amount: string }; rows: { supplier: { name: string } }[] };
      }>(
        `query ($company: ID!, $asOf: Date!) { openPayables(company: $company, asOf: $asOf) {
          total { amount } rows { supplier { name } bucket amount { amount } } } }`,
        { company: companyId, asOf: sold.today },
      );
      return [openPayables.total.amount, openPayables.rows.length];
    };
    expect(await total()).toEqual(['250', 1]);
    const money = { companyId, supplierId, amount: '300', currency: 'USD', documentOn: sold.today };
    const { payment } = await sold.run<{ payment: { id: string } }>(
      'paymentMake',
      { ...money, allocations: [{ purchaseInvoiceId, amount: '250' }] },
      `payment { id status direction supplier { name } customer { id }
        allocations { nodes { purchaseInvoice { id paidAmount { amount } } salesInvoice { id } } } }`,
    );
    expect(payment).toMatchObject({
      ...{ status: 'POSTED', direction: 'PAID', supplier: { name: 'Steelworks' }, customer: null },
      allocations: {
        nodes: [
          {
            purchaseInvoice: { id: purchaseInvoiceId, paidAmount: { amount: '250' } },
            salesInvoice: null,
          },
        ],
      },
    });
    expect(await total()).toEqual(['-50', 1]);
    await sold.id('paymentReverse', 'payment', { id: payment.id, reason: 'Came back' });
    expect(await total()).toEqual(['250', 1]);
  });

  it('goes back in red letters, and the books stay right', async () => {
    const { warehouseId, companyId, itemId } = sold.shop;
    const order = { companyId, supplierId, warehouseId };
    const lines = [{ itemId, quantity: '2', unitPrice: '30' }];
    const id = await sold.id('purchaseOrderCreate', 'purchaseOrder', { ...order, lines });
    for (const verb of ['Send']) await sold.id(`purchaseOrder${verb}`, 'purchaseOrder', { id });
    const coming = { purchaseOrderId: id, post: true };
    const receipt = await sold.id('goodsReceiptCreate', 'goodsReceipt', coming);
    const { goodsReceipt } = await sold.run<{ goodsReceipt: object }>(
      'goodsReceiptReverse',
      { id: receipt, reason: 'Broken' },
      'goodsReceipt { status journalEntries { nodes { status reversalOf { status } } } }',
    );
    expect(goodsReceipt).toMatchObject({
      status: 'REVERSED',
      journalEntries: { nodes: expect.arrayContaining([{ status: 'REVERSED', reversalOf: null }]) },
    });
    const { booksCheck } = await sold.ask<{ booksCheck: { name: string; broken: number }[] }>(
      '{ booksCheck { name broken } }',
    );
    expect(booksCheck.filter(({ broken }) => broken > 0)).toEqual([]);
  });
});
