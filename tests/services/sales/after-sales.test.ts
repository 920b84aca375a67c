import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSequencer } from '../../../modules/events/index.js';
import { canonical, decimal, sum } from '../../../modules/kernel/index.js';
import {
  creditNotes,
  salesInvoices,
  salesOrders,
  salesReturns,
} from '../../../modules/sales/index.js';
import type { Database } from '../../../prisma/database.js';
import { openTestDatabase } from '../../support/database.js';
import { brokenInvariants } from '../../support/invariants.js';
import { afterSalesInvariants } from '../../support/invariants/after-sales.js';
import { logInvariants } from '../../support/invariants/log.js';
import {
  billed,
  credited,
  delivered,
  deliveryLines,
  invoiceLines,
  invoiceNow,
  returned,
} from './selling.js';
import { confirmed, factsOf, linesNow, newItem, openShop, type Shop, stockOf } from './shop.js';

let database: Database;
let shop: Shop;

beforeAll(async () => {
  database = await openTestDatabase();
  shop = await openShop(database, []);
});

afterAll(() => database.close());

/** What an order's stock is worth: the sum of the moves of an item. */
async function worthOf(itemId: string): Promise<string> {
  const moves = await database.db
    .selectFrom('StockMove')
    .select('value')
    .where('itemId', '=', itemId)
    .execute();
  return canonical(sum(moves.map(({ value }) => value)));
}

describe('goods that come back', () => {
  it('lie in stock again at the value they left with, part by part', async () => {
    const itemId = await newItem(shop, 'B-1', '3');
    const { id } = await confirmed(shop, { itemId, quantity: '3' });
    const [line] = await deliveryLines(shop, (await delivered(shop, id)).id);
    expect(await worthOf(itemId)).toBe('0');
    const first = await returned(shop, id, [line!.id, '1']);
    expect(first).toMatchObject({ status: 'RECEIVED', version: 2, postedOn: '2026-03-02' });
    expect(first.number).toMatch(/^RT-2026-\d{5}$/);
    expect(await worthOf(itemId)).toBe('1.5');
    await returned(shop, id);
    expect(await worthOf(itemId)).toBe('4.5');
    expect((await stockOf(shop, itemId)).map(canonical)).toEqual(['3', '0']);
    const [sold] = await linesNow(shop, id);
    expect([sold!.shipped, sold!.returned].map(canonical)).toEqual(['3', '3']);
    expect(await factsOf(shop, first.id)).toEqual(['salesReturnCreated', 'salesReturnReceived']);
  });

  it('come by the dozen and are counted in pieces', async () => {
    const { id } = await confirmed(shop, { itemId: shop.boltId, unit: 'BX', quantity: '2' });
    await delivered(shop, id);
    const before = (await stockOf(shop, shop.boltId))[0];
    const [line] = await database.db
      .selectFrom('DeliveryLine')
      .selectAll()
      .where('salesOrderLineId', '=', (await linesNow(shop, id))[0]!.id)
      .execute();
    await returned(shop, id, [line!.id, '0.5']);
    const after = (await stockOf(shop, shop.boltId))[0];
    expect(canonical(after.sub(before))).toBe('6');
  });

  it('are never more than left, whoever announced them', async () => {
    const { id } = await confirmed(shop, { itemId: shop.boltId, quantity: '4' });
    const [line] = await deliveryLines(shop, (await delivered(shop, id)).id);
    const wanted = (quantity: string) => ({
      salesOrderId: id,
      reason: 'Wrong colour',
      lines: [{ deliveryLineId: line!.id, quantity: decimal(quantity) }],
    });
    const draft = await shop.act((tx) => salesReturns.create(tx, wanted('3')));
    const refusal = await shop.refusal((tx) => salesReturns.create(tx, wanted('2')));
    expect(refusal).toMatchObject({
      code: 'RETURN_EXCEEDS_DELIVERED',
      params: { open: '1', requested: '2' },
      path: ['lines', 0, 'quantity'],
    });
    await shop.act((tx) => salesReturns.cancel(tx, { id: draft.id }));
    const all = await shop.act((tx) => salesReturns.create(tx, { ...wanted('4'), receive: true }));
    expect(all).toMatchObject({ status: 'RECEIVED', version: 2 });
    expect(await factsOf(shop, all.id)).toEqual(['salesReturnCreated', 'salesReturnReceived']);
    const late = await shop.refusal((tx) => salesReturns.cancel(tx, { id: all.id }));
    expect(late.code).toBe('TRANSITION_REFUSED');
    const none = await shop.refusal((tx) =>
      salesReturns.create(tx, { salesOrderId: id, reason: 'More' }),
    );
    expect(none.code).toBe('NOTHING_TO_RETURN');
  });

  it('are not billed, and their order is closed without', async () => {
    const { id } = await confirmed(shop, { itemId: shop.boltId, quantity: '4' });
    const [line] = await deliveryLines(shop, (await delivered(shop, id)).id);
    await returned(shop, id, [line!.id, '3']);
    const early = await shop.refusal((tx) => salesOrders.close(tx, { id }));
    expect(early.code).toBe('SHIPPED_NOT_INVOICED');
    const invoice = await billed(shop, id);
    expect(canonical(invoice.netAmount)).toBe('2');
    const closed = await shop.act((tx) => salesOrders.close(tx, { id }));
    expect(closed.status).toBe('CLOSED');
  });
});

describe('credit notes', () => {
  it('take back what came back, at the rate of the invoice and with its tax', async () => {
    const wanted = { itemId: shop.boltId, quantity: '3', unitPrice: '33.333333' };
    const { id } = await confirmed(shop, { ...wanted, taxCodeId: shop.vatId });
    const [line] = await deliveryLines(shop, (await delivered(shop, id)).id);
    const invoice = await billed(shop, id);
    const goods = await returned(shop, id, [line!.id, '1']);
    const note = await credited(shop, invoice.id, { salesReturnId: goods.id });
    // 100.00 and 19.00 by three: 33.33 and 6.33.
    expect([note.netAmount, note.taxAmount, note.settledAmount].map(canonical)).toEqual([
      '33.33',
      '6.33',
      '39.66',
    ]);
    expect(note.number).toMatch(/^CN-2026-\d{5}$/);
    const [sold] = await linesNow(shop, id);
    expect(canonical(sold!.credited)).toBe('1');
    expect(await invoiceNow(shop, invoice.id)).toMatchObject({ settlement: 'PARTIALLY_PAID' });
    const again = await shop.refusal((tx) =>
      creditNotes.create(tx, {
        salesInvoiceId: invoice.id,
        salesReturnId: goods.id,
        reason: 'Again',
      }),
    );
    expect(again).toMatchObject({ code: 'NOTHING_TO_CREDIT', path: ['salesReturnId'] });
    const rest = await credited(shop, invoice.id);
    expect([rest.netAmount, rest.taxAmount].map(canonical)).toEqual(['66.67', '12.67']);
    expect(await invoiceNow(shop, invoice.id)).toMatchObject({ settlement: 'PAID' });
  });

  it('settle what is open, and leave to the customer what was paid', async () => {
    const { id } = await confirmed(shop, { itemId: shop.nutId, unitPrice: '100' });
    await delivered(shop, id);
    const invoice = await billed(shop, id);
    await shop.act((tx) =>
      salesInvoices.recordSettlement(tx, [{ salesInvoiceId: invoice.id, amount: decimal('70') }]),
    );
    const note = await credited(shop, invoice.id);
    expect([note.grossAmount, note.settledAmount].map(canonical)).toEqual(['100', '30']);
    expect(canonical((await invoiceNow(shop, invoice.id)).paidAmount)).toBe('100');
  });

  it('go as far as they are told in one breath, with the facts of each step', async () => {
    const { id } = await confirmed(shop, { itemId: shop.boltId, quantity: '2' });
    await delivered(shop, id);
    const invoice = await billed(shop, id);
    const [line] = await invoiceLines(shop, invoice.id);
    const one = [{ salesInvoiceLineId: line!.id, quantity: decimal('1') }];
    const base = { salesInvoiceId: invoice.id, reason: 'Broken', lines: one };
    const approved = await shop.act((tx) => creditNotes.create(tx, { ...base, approve: true }));
    expect(approved).toMatchObject({ status: 'APPROVED', version: 2, number: null });
    await shop.act((tx) => creditNotes.cancel(tx, { id: approved.id }));
    const posted = await shop.act((tx) => creditNotes.create(tx, { ...base, post: true }));
    expect(posted).toMatchObject({ status: 'POSTED', version: 3, postedOn: '2026-03-02' });
    expect(await factsOf(shop, posted.id)).toEqual([
      'creditNoteCreated',
      'creditNoteApproved',
      'creditNotePosted',
    ]);
    const tooMuch = [{ salesInvoiceLineId: line!.id, quantity: decimal('2') }];
    const refusal = await shop.refusal((tx) => creditNotes.create(tx, { ...base, lines: tooMuch }));
    expect(refusal).toMatchObject({
      code: 'CREDIT_EXCEEDS_INVOICED',
      params: { open: '1', requested: '2' },
    });
  });

  it('are of posted invoices and of received returns only', async () => {
    const { id } = await confirmed(shop, { itemId: shop.boltId, quantity: '2' });
    await delivered(shop, id);
    const draft = await shop.act((tx) => salesInvoices.create(tx, { salesOrderId: id }));
    const early = await shop.refusal((tx) =>
      creditNotes.create(tx, { salesInvoiceId: draft.id, reason: 'Early' }),
    );
    expect(early).toMatchObject({ code: 'INVOICE_NOT_CREDITABLE', path: ['salesInvoiceId'] });
    await shop.act((tx) => salesInvoices.approve(tx, { id: draft.id }));
    await shop.act((tx) => salesInvoices.post(tx, { id: draft.id }));
    const goods = await shop.act((tx) =>
      salesReturns.create(tx, { salesOrderId: id, reason: 'Broken' }),
    );
    const notYet = await shop.refusal((tx) =>
      creditNotes.create(tx, {
        salesInvoiceId: draft.id,
        salesReturnId: goods.id,
        reason: 'Broken',
      }),
    );
    expect(notYet).toMatchObject({ code: 'RETURN_NOT_RECEIVED', path: ['salesReturnId'] });
  });

  it('keep what is posted as it was written', async () => {
    const { id } = await confirmed(shop, { itemId: shop.boltId });
    await delivered(shop, id);
    const note = await credited(shop, (await billed(shop, id)).id);
    const forged = database.db
      .updateTable('CreditNote')
      .set({ reason: 'Another' })
      .where('id', '=', note.id)
      .execute();
    await expect(forged).rejects.toThrow('refused');
  });
});

it('keeps every invariant of what it did', async () => {
  const sequencer = createSequencer(database);
  await sequencer.settled();
  await sequencer.close();
  const asked = [...afterSalesInvariants, ...logInvariants];
  expect(await brokenInvariants(database, asked)).toEqual([]);
});
