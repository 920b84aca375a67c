import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Row } from '../../../modules/events/index.js';
import { canonical, decimal, sum } from '../../../modules/kernel/index.js';
import { paymentTerms } from '../../../modules/platform/index.js';
import { deliveries, salesInvoices, salesOrders } from '../../../modules/sales/index.js';
import type { Database } from '../../../prisma/database.js';
import { openTestDatabase } from '../../support/database.js';
import {
  confirmed,
  factsOf,
  linesNow,
  newItem,
  openShop,
  order,
  orderNow,
  type Shop,
  stockOf,
} from './shop.js';

let database: Database;
let shop: Shop;

beforeAll(async () => {
  database = await openTestDatabase();
  shop = await openShop(database, []);
});

afterAll(() => database.close());

type Part = readonly [salesOrderLineId: string, quantity: string];

const parts = (wanted: readonly Part[]) =>
  wanted.map(([salesOrderLineId, quantity]) => ({ salesOrderLineId, quantity: decimal(quantity) }));

/** Delivers a part of an order, or all that is open. */
function delivered(salesOrderId: string, ...wanted: Part[]): Promise<Row<'Delivery'>> {
  const lines = wanted.length > 0 ? parts(wanted) : null;
  return shop.act(async (tx) => {
    const { id } = await deliveries.create(tx, { salesOrderId, lines });
    return deliveries.ship(tx, { id });
  });
}

/** Bills a part of an order, or all that can be billed. */
function billed(salesOrderId: string, ...wanted: Part[]): Promise<Row<'SalesInvoice'>> {
  const lines = wanted.length > 0 ? parts(wanted) : null;
  return shop.act(async (tx) => {
    const { id } = await salesInvoices.create(tx, { salesOrderId, lines });
    await salesInvoices.approve(tx, { id });
    return salesInvoices.post(tx, { id });
  });
}

describe('delivering an order in parts', () => {
  it('moves stock, lines and the order with each part', async () => {
    const itemId = await newItem(shop, 'D-1', '10');
    const { id } = await confirmed(shop, { itemId, quantity: '10' }, { charge: '5' });
    const [goods] = await linesNow(shop, id);
    const first = await delivered(id, [goods!.id, '4']);
    expect(first).toMatchObject({ status: 'SHIPPED', postedOn: '2026-03-02' });
    expect(await orderNow(shop, id)).toMatchObject({ status: 'IN_FULFILMENT' });
    expect((await stockOf(shop, itemId)).map(canonical)).toEqual(['6', '6']);
    const [moved] = await linesNow(shop, id);
    expect([moved!.shipped, moved!.reserved].map(canonical)).toEqual(['4', '6']);
    expect(moved!.status).toBe('PARTIALLY_SHIPPED');
    await delivered(id);
    expect(await orderNow(shop, id)).toMatchObject({ status: 'SHIPPED' });
    expect((await stockOf(shop, itemId)).map(canonical)).toEqual(['0', '0']);
    expect(await factsOf(shop, id)).toEqual([
      'salesOrderCreated',
      'salesOrderConfirmed',
      'salesOrderProgressed',
      'salesOrderProgressed',
    ]);
  });

  it('takes boxes out of stock by the dozen', async () => {
    const before = (await stockOf(shop, shop.boltId))[0];
    const { id } = await confirmed(shop, { itemId: shop.boltId, unit: 'BX', quantity: '2' });
    await delivered(id);
    const after = (await stockOf(shop, shop.boltId))[0];
    expect(canonical(before.sub(after))).toBe('24');
  });

  it('never promises a quantity to two deliveries', async () => {
    const itemId = await newItem(shop, 'D-2', '10');
    const { id } = await confirmed(shop, { itemId, quantity: '10' });
    const [goods] = await linesNow(shop, id);
    const create = (quantity: string) => (tx: Parameters<typeof deliveries.create>[0]) =>
      deliveries.create(tx, { salesOrderId: id, lines: parts([[goods!.id, quantity]]) });
    const first = await shop.act(create('7'));
    const refusal = await shop.refusal(create('4'));
    expect(refusal).toMatchObject({
      code: 'DELIVERY_EXCEEDS_OPEN',
      params: { open: '3', requested: '4' },
      path: ['lines', 0, 'quantity'],
    });
    await shop.act((tx) => deliveries.cancel(tx, { id: first.id }));
    await shop.act(create('10'));
    const nothing = await shop.refusal((tx) => deliveries.create(tx, { salesOrderId: id }));
    expect(nothing.code).toBe('NOTHING_TO_DELIVER');
  });

  it('goes by picking and packing, and is delivered after it left', async () => {
    const { id } = await confirmed(shop, { itemId: shop.boltId });
    const { id: deliveryId } = await shop.act((tx) => deliveries.create(tx, { salesOrderId: id }));
    const early = await shop.refusal((tx) => deliveries.deliver(tx, { id: deliveryId }));
    expect(early.code).toBe('TRANSITION_REFUSED');
    const stale = await shop.refusal((tx) =>
      deliveries.ship(tx, { id: deliveryId, expectedVersion: 9 }),
    );
    expect(stale.code).toBe('STALE_VERSION');
    await shop.act((tx) => deliveries.pick(tx, { id: deliveryId }));
    await shop.act((tx) => deliveries.pack(tx, { id: deliveryId }));
    await shop.act((tx) => deliveries.ship(tx, { id: deliveryId, trackingNumber: 'T-1' }));
    const done = await shop.act((tx) => deliveries.deliver(tx, { id: deliveryId }));
    expect(done).toMatchObject({ status: 'DELIVERED', trackingNumber: 'T-1', version: 5 });
    const again = await shop.refusal((tx) => deliveries.ship(tx, { id: deliveryId }));
    expect(again.code).toBe('TRANSITION_REFUSED');
    expect(await factsOf(shop, deliveryId)).toEqual([
      'deliveryCreated',
      'deliveryPicked',
      'deliveryPacked',
      'deliveryShipped',
      'deliveryDelivered',
    ]);
  });

  it('refuses to ship what is not there, and then nothing has moved', async () => {
    const itemId = await newItem(shop, 'D-3', '2');
    const { id } = await confirmed(shop, { itemId, quantity: '3' });
    const { id: deliveryId } = await shop.act((tx) => deliveries.create(tx, { salesOrderId: id }));
    const refusal = await shop.refusal((tx) => deliveries.ship(tx, { id: deliveryId }));
    expect(refusal).toMatchObject({ code: 'INSUFFICIENT_STOCK', path: [] });
    expect((await stockOf(shop, itemId)).map(canonical)).toEqual(['2', '2']);
    expect(await linesNow(shop, id)).toMatchObject([{ status: 'OPEN' }]);
  });

  it.each<[string, () => Partial<deliveries.DeliveryShip>, string]>([
    ['an unknown delivery', () => ({ id: randomUUID() }), 'NOT_FOUND'],
    ['a day that is none', () => ({ postedOn: '2026-13-01' }), 'DATE_MALFORMED'],
    [
      'a tracking number that never ends',
      () => ({ trackingNumber: 'x'.repeat(101) }),
      'TEXT_TOO_LONG',
    ],
  ])('refuses to ship with %s', async (_name, patch, code) => {
    const { id } = await confirmed(shop, { itemId: shop.boltId });
    const { id: deliveryId } = await shop.act((tx) => deliveries.create(tx, { salesOrderId: id }));
    const input = { id: deliveryId, ...patch() };
    expect((await shop.refusal((tx) => deliveries.ship(tx, input))).code).toBe(code);
  });
});

describe('invoicing an order in parts', () => {
  it('bills what was shipped, the charge once, and sums to the order exactly', async () => {
    const itemId = await newItem(shop, 'I-1', '3');
    const { id } = await confirmed(
      shop,
      { itemId, quantity: '3', unitPrice: '33.333333', taxCodeId: shop.vatId },
      { charge: '5' },
    );
    const [goods] = await linesNow(shop, id);
    await delivered(id, [goods!.id, '1']);
    const first = await billed(id);
    expect([first.netAmount, first.taxAmount].map(canonical)).toEqual(['38.33', '6.33']);
    expect(first.number).toMatch(/^INV-2026-\d{5}$/);
    expect(await orderNow(shop, id)).toMatchObject({ status: 'IN_FULFILMENT' });
    const nothing = await shop.refusal((tx) => salesInvoices.create(tx, { salesOrderId: id }));
    expect(nothing.code).toBe('NOTHING_TO_INVOICE');
    await delivered(id);
    const rest = [await billed(id, [goods!.id, '1']), await billed(id)];
    const after = await orderNow(shop, id);
    expect(after.status).toBe('INVOICED');
    const bills = [first, ...rest];
    expect(sum(bills.map((bill) => bill.netAmount)).eq(after.netAmount)).toBe(true);
    expect(sum(bills.map((bill) => bill.taxAmount)).eq(after.taxAmount)).toBe(true);
    expect(await linesNow(shop, id)).toMatchObject([
      { status: 'INVOICED' },
      { status: 'INVOICED' },
    ]);
  });

  it('is due by the terms of the order', async () => {
    const net30 = await shop.act((tx) => paymentTerms.byCode(tx, 'NET30'));
    const input = { ...order(shop, { itemId: shop.boltId }), paymentTermsId: net30.id };
    const { id } = await shop.act(async (tx) => {
      const draft = await salesOrders.create(tx, input);
      return salesOrders.confirm(tx, { id: draft.id });
    });
    await delivered(id);
    expect(await billed(id)).toMatchObject({ postedOn: '2026-03-02', dueOn: '2026-04-01' });
  });

  it('refuses to bill what did not leave, and what another invoice holds', async () => {
    const { id } = await confirmed(shop, { itemId: shop.boltId, quantity: '2' });
    const [goods] = await linesNow(shop, id);
    const draft = (quantity: string) => (tx: Parameters<typeof salesInvoices.create>[0]) =>
      salesInvoices.create(tx, { salesOrderId: id, lines: parts([[goods!.id, quantity]]) });
    expect((await shop.refusal(draft('1'))).code).toBe('INVOICE_EXCEEDS_SHIPPED');
    await delivered(id);
    const first = await shop.act(draft('2'));
    expect((await shop.refusal(draft('1'))).code).toBe('INVOICE_EXCEEDS_SHIPPED');
    await shop.act((tx) => salesInvoices.cancel(tx, { id: first.id }));
    expect(canonical((await shop.act(draft('2'))).netAmount)).toBe('4');
  });

  it('posts only what was approved, keeps it for ever, and numbers without a gap', async () => {
    const { id } = await confirmed(shop, { itemId: shop.boltId });
    await delivered(id);
    const draft = await shop.act((tx) => salesInvoices.create(tx, { salesOrderId: id }));
    const early = await shop.refusal((tx) => salesInvoices.post(tx, { id: draft.id }));
    expect(early.code).toBe('TRANSITION_REFUSED');
    await shop.act((tx) => salesInvoices.approve(tx, { id: draft.id }));
    const posted = await shop.act((tx) => salesInvoices.post(tx, { id: draft.id }));
    const late = await shop.refusal((tx) => salesInvoices.cancel(tx, { id: draft.id }));
    expect(late.code).toBe('TRANSITION_REFUSED');
    const forged = database.db
      .updateTable('SalesInvoice')
      .set({ netAmount: '0', taxAmount: '0', grossAmount: '0' })
      .where('id', '=', posted.id)
      .execute();
    await expect(forged).rejects.toThrow('refused');
    const numbered = await database.db
      .selectFrom('SalesInvoice')
      .select('number')
      .where('number', 'is not', null)
      .orderBy('number')
      .execute();
    const numbers = numbered.map((row) => Number(row.number?.slice(-5)));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });

  it('closes an order short when what left is billed', async () => {
    const itemId = await newItem(shop, 'I-2', '5');
    const { id } = await confirmed(shop, { itemId, quantity: '5' });
    const [goods] = await linesNow(shop, id);
    await delivered(id, [goods!.id, '2']);
    const early = await shop.refusal((tx) => salesOrders.close(tx, { id }));
    expect(early.code).toBe('SHIPPED_NOT_INVOICED');
    await billed(id);
    const closed = await shop.act((tx) => salesOrders.close(tx, { id }));
    expect(closed.status).toBe('CLOSED');
    expect((await stockOf(shop, itemId)).map(canonical)).toEqual(['3', '0']);
  });
});

describe('settling invoices', () => {
  it('moves each invoice and its order once, forth and back', async () => {
    const { id } = await confirmed(shop, { itemId: shop.nutId, quantity: '2', unitPrice: '50' });
    const [goods] = await linesNow(shop, id);
    await delivered(id);
    const bills = [await billed(id, [goods!.id, '1']), await billed(id)];
    const amounts = (...texts: string[]) =>
      texts.map((text, index) => ({ salesInvoiceId: bills[index]!.id, amount: decimal(text) }));
    const settled = await shop
      .act((tx) => salesInvoices.recordSettlement(tx, [...amounts('30', '50'), ...amounts('20')]))
      .catch((error: unknown) => error);
    expect(settled).toMatchObject([{ settlement: 'PAID' }, { settlement: 'PAID' }]);
    expect(canonical((await orderNow(shop, id)).paidAmount)).toBe('100');
    const back = await shop.act((tx) => salesInvoices.recordSettlement(tx, amounts('-10')));
    expect(back).toMatchObject([{ settlement: 'PARTIALLY_PAID' }]);
    const told = await factsOf(shop, bills[0]!.id);
    expect(told.slice(-2)).toEqual(['salesInvoiceSettled', 'salesInvoiceSettled']);
    expect(
      (await factsOf(shop, id)).filter((type) => type === 'salesOrderProgressed'),
    ).toHaveLength(5);
  });

  it('refuses more than is open and leads to the amount', async () => {
    const { id } = await confirmed(shop, { itemId: shop.boltId });
    await delivered(id);
    const bill = await billed(id);
    const amount = bill.grossAmount.add('0.01');
    const refusal = await shop.refusal((tx) =>
      salesInvoices.recordSettlement(tx, [{ salesInvoiceId: bill.id, amount }]),
    );
    expect(refusal).toMatchObject({ code: 'SETTLEMENT_OUT_OF_RANGE', path: [0, 'amount'] });
    const unknown = [{ salesInvoiceId: randomUUID(), amount }];
    const missing = await shop.refusal((tx) => salesInvoices.recordSettlement(tx, unknown));
    expect(missing.code).toBe('NOT_FOUND');
  });
});
