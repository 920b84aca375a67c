import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonical, decimal } from '../../../modules/kernel/index.js';
import { stock } from '../../../modules/inventory/index.js';
import {
  goodsReceipts,
  purchaseInvoices,
  purchaseOrders,
  purchasingSettings,
} from '../../../modules/purchasing/index.js';
import type { Database } from '../../../prisma/database.js';
import { openTestDatabase } from '../../support/database.js';
import {
  brokenBuying,
  factsOf,
  linesNow,
  newItem,
  openYard,
  order,
  orderNow,
  received,
  sent,
  stockOf,
  type Wanted,
  type Yard,
} from './yard.js';

let database: Database;
let yard: Yard;
let count = 0;

beforeAll(async () => {
  database = await openTestDatabase();
  yard = await openYard(database, []);
});

afterAll(() => database.close());

type Billed = readonly [quantity: string, unitPrice?: string, taxAmount?: string];

/** Enters an invoice of the lines of an order, in their order; all that can be when none is told. */
async function billed(
  purchaseOrderId: string,
  parts?: readonly Billed[],
  input: Partial<purchaseInvoices.PurchaseInvoiceInput> = {},
) {
  const lines = await linesNow(yard, purchaseOrderId);
  const told = parts?.map(([quantity, unitPrice, taxAmount], index) => ({
    purchaseOrderLineId: lines[index]!.id,
    quantity: decimal(quantity),
    unitPrice: unitPrice === undefined ? null : decimal(unitPrice),
    taxAmount: taxAmount === undefined ? null : decimal(taxAmount),
  }));
  const supplierReference = `B-${++count}`;
  const given = { purchaseOrderId, supplierReference, lines: told, documentOn: '2026-03-05' };
  return yard.act((tx) => purchaseInvoices.create(tx, { ...given, ...input }));
}

async function ordered(code: string, wanted: Wanted, input = {}) {
  const itemId = await newItem(yard, code);
  const made = await sent(yard, { ...order(yard, { itemId, ...wanted }), ...input });
  return { itemId, id: made.id };
}

/** The data of the fact that an invoice was posted. */
const postedFact = async (id: string) =>
  (await factsOf(yard, id)).find(({ type }) => type === 'purchaseInvoicePosted')!.data;

/** Approves as somebody else and posts. */
async function approvedAndPosted(id: string) {
  await yard.act((tx) => purchaseInvoices.approve(tx, { id }), yard.checker);
  return yard.act((tx) => purchaseInvoices.post(tx, { id, postedOn: '2026-03-06' }));
}

async function issue(itemId: string, quantity: string) {
  const { companyId, warehouseId } = yard;
  await yard.act((tx) =>
    stock.issue(tx, {
      ...{ companyId, kind: 'ISSUE', document: { type: 'WorkOrder', id: tx.newId() } },
      postedOn: '2026-03-04',
      lines: [
        {
          ...{ lineId: tx.newId(), reservationLineId: tx.newId(), itemId, warehouseId },
          quantity: decimal(quantity),
        },
      ],
    }),
  );
}

describe('a bill that matches', () => {
  it('goes through in one request: number, due day, what was held, and the order', async () => {
    const itemId = await newItem(yard, 'M-1');
    const wanted = { itemId, quantity: '10', taxCodeId: yard.vatId };
    const { id } = await sent(yard, order(yard, wanted, { charge: '12' }));
    await received(yard, id);
    const invoice = await billed(id, undefined, { post: true, postedOn: '2026-03-06' });
    // 20.00 and 3.80 of tax for the goods, 12.00 for the freight; 30 days from the 5th of March.
    expect(invoice).toMatchObject({
      ...{ status: 'POSTED', match: 'MATCHED', settlement: 'UNPAID' },
      ...{ number: 'PI-2026-00001', postedOn: '2026-03-06', dueOn: '2026-04-04' },
    });
    expect(canonical(invoice.grossAmount)).toBe('35.8');
    expect((await postedFact(invoice.id)).lines).toMatchObject([
      { kind: 'ITEM', net: '20', tax: '3.8', received: '20', toStock: '0' },
      { kind: 'CHARGE', net: '12', tax: '0', received: '0', toStock: '0' },
    ]);
    expect((await orderNow(yard, id)).status).toBe('INVOICED');
    expect((await linesNow(yard, id)).map((line) => canonical(line.receivedValue))).toEqual([
      '0',
      '0',
    ]);
    const types = (await factsOf(yard, invoice.id)).map(({ type }) => type);
    expect(types).toEqual([
      'purchaseInvoiceCreated',
      'purchaseInvoiceApproved',
      'purchaseInvoicePosted',
    ]);
  });

  it('takes the oldest receipts first, and clears each to nothing whatever the parts', async () => {
    const { id } = await ordered(
      'M-2',
      { quantity: '3', unitPrice: '10' },
      { supplierId: yard.tradersId },
    );
    await received(yard, id, ['1']);
    await received(yard, id, ['2'], { documentOn: '2026-03-12' });
    const takes: string[] = [];
    for (const quantity of ['1.5', '1', '0.5']) {
      const { id: billId } = await billed(id, [[quantity]], { post: true });
      const { lines } = await postedFact(billId);
      takes.push((lines as { received: string }[])[0]!.received);
    }
    // 9.00 of the first receipt and a quarter of 19.00 of the second; then its half and the rest.
    expect(takes).toEqual(['13.75', '9.5', '4.75']);
    const [line] = await linesNow(yard, id);
    expect([canonical(line!.receivedValue), line!.status]).toEqual(['0', 'INVOICED']);
  });

  it('refuses more than came, and the same bill twice until the first is given up', async () => {
    const { id } = await ordered('M-3', { quantity: '10' });
    await received(yard, id, ['6']);
    await expect(billed(id, [['7']])).rejects.toMatchObject({
      code: 'INVOICE_EXCEEDS_RECEIVED',
      open: '6',
      path: ['lines', 0, 'quantity'],
    });
    const first = await billed(id, [['2']], { supplierReference: 'SAME' });
    const second = () => billed(id, [['2']], { supplierReference: 'SAME' });
    await expect(second()).rejects.toMatchObject({
      code: 'DUPLICATE_SUPPLIER_REFERENCE',
      path: ['supplierReference'],
    });
    await yard.act((tx) => purchaseInvoices.cancel(tx, { id: first.id }));
    expect((await second()).status).toBe('DRAFT');
    await expect(billed(id, [['5']])).rejects.toMatchObject({ open: '4' });
  });
});

describe('a bill at another price', () => {
  it('is put on the stock that is still there, and what has left is told as the rest', async () => {
    const { itemId, id } = await ordered('P-1', { quantity: '10', unitPrice: '2' });
    await received(yard, id);
    await issue(itemId, '4');
    const invoice = await billed(id, [['10', '2.5']]);
    expect(invoice.match).toBe('DIFFERS');
    await approvedAndPosted(invoice.id);
    // 25.00 was billed and 20.00 held: of the 5.00, six of ten pieces are there and bear 3.00.
    expect((await postedFact(invoice.id)).lines).toMatchObject([
      { net: '25', received: '20', toStock: '3' },
    ]);
    expect(await stockOf(yard, itemId)).toEqual(['6', '15']);
  });

  it('is nobody’s own to approve, nor to let through at once', async () => {
    const { id } = await ordered('P-2', { quantity: '10', unitPrice: '2' });
    await received(yard, id);
    await expect(billed(id, [['10', '2.5']], { post: true })).rejects.toMatchObject({
      code: 'INVOICE_DIFFERS',
    });
    const { id: billId } = await billed(id, [['10', '2.5']]);
    const own = yard.refusal((tx) => purchaseInvoices.approve(tx, { id: billId }));
    expect(await own).toMatchObject({ code: 'APPROVER_IS_CREATOR' });
    expect((await approvedAndPosted(billId)).status).toBe('POSTED');
  });

  it('passes within the tolerance of the company', async () => {
    const { companyId } = yard;
    const tolerance = (percent: string) =>
      yard.act((tx) =>
        purchasingSettings.set(tx, { companyId, priceTolerancePercent: decimal(percent) }),
      );
    await tolerance('5');
    const { itemId, id } = await ordered('P-3', { quantity: '10', unitPrice: '2' });
    await received(yard, id);
    const invoice = await billed(id, [['10', '2.1']], { post: true });
    await tolerance('0');
    expect([invoice.match, invoice.status]).toEqual(['WITHIN_TOLERANCE', 'POSTED']);
    expect(await stockOf(yard, itemId)).toEqual(['10', '21']);
  });

  it('differs by the exchange rate alone when it is billed on another day', async () => {
    const { itemId, id } = await ordered(
      'P-4',
      { quantity: '10', unitPrice: '10' },
      { supplierId: yard.tradersId },
    );
    await received(yard, id);
    const invoice = await billed(id, undefined, { post: true, documentOn: '2026-03-15' });
    // 100 USD were 90.00 EUR when they came and are 95.00 EUR on the bill: all is still there.
    expect(invoice.match).toBe('MATCHED');
    expect((await postedFact(invoice.id)).lines).toMatchObject([
      { net: '100', received: '90', toStock: '5' },
    ]);
    expect(await stockOf(yard, itemId)).toEqual(['10', '95']);
  });

  it('differs by its tax, unless it is rounded otherwise', async () => {
    const wanted = { quantity: '1', unitPrice: '10.05', taxCodeId: yard.vatId };
    const { id } = await ordered('P-5', wanted);
    await received(yard, id);
    // 19 % of 10.05 is 1.9095: 1.91.
    const { id: first, match } = await billed(id, [['1', undefined, '1.90']]);
    expect(match).toBe('MATCHED');
    await yard.act((tx) => purchaseInvoices.cancel(tx, { id: first }));
    expect((await billed(id, [['1', undefined, '1.80']])).match).toBe('DIFFERS');
  });
});

describe('paying a bill', () => {
  it('is recorded by whoever pays, in parts, and taken back', async () => {
    const { id } = await ordered('S-1', { quantity: '10' });
    await received(yard, id);
    const { id: purchaseInvoiceId } = await billed(id, undefined, { post: true });
    const settled = async (amount: string) => {
      const one = { purchaseInvoiceId, amount: decimal(amount) };
      const [after] = await yard.act((tx) => purchaseInvoices.recordSettlement(tx, [one]));
      return [after!.settlement, canonical(after!.paidAmount)];
    };
    expect(await settled('5')).toEqual(['PARTIALLY_PAID', '5']);
    expect(await settled('15')).toEqual(['PAID', '20']);
    await expect(settled('0.01')).rejects.toMatchObject({
      code: 'SETTLEMENT_OUT_OF_RANGE',
      path: [0, 'amount'],
    });
    expect(await settled('-20')).toEqual(['UNPAID', '0']);
  });
});

describe('ending an order', () => {
  it('closes what is received and billed, and refuses while something is not', async () => {
    const { id } = await ordered('E-1', { quantity: '10' });
    const close = (tx: Parameters<typeof purchaseOrders.close>[0]) =>
      purchaseOrders.close(tx, { id });
    const draft = await received(yard, id, ['4'], { post: false });
    expect(await yard.refusal(close)).toMatchObject({ code: 'PURCHASE_ORDER_HAS_OPEN_DOCUMENTS' });
    await yard.act((tx) => goodsReceipts.post(tx, { id: draft.id }));
    expect(await yard.refusal(close)).toMatchObject({ code: 'RECEIVED_NOT_INVOICED' });
    await billed(id, undefined, { post: true });
    expect((await yard.act(close)).status).toBe('CLOSED');
    expect((await linesNow(yard, id))[0]!.status).toBe('CLOSED');
    await expect(received(yard, id)).rejects.toMatchObject({ code: 'PURCHASE_ORDER_NOT_OPEN' });
  });
});

it('leaves every invariant of buying and of stock whole', async () => {
  expect(await brokenBuying(yard)).toEqual([]);
});
