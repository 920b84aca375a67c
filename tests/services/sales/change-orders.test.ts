import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSequencer } from '../../../modules/events/index.js';
import { customers } from '../../../modules/crm/index.js';
import { canonical, decimal } from '../../../modules/kernel/index.js';
import { hearings } from '../../../modules/listeners.js';
import {
  deliveries,
  salesInvoices,
  salesOrderChanges,
  salesOrders,
} from '../../../modules/sales/index.js';
import type { Database } from '../../../prisma/database.js';
import { openTestDatabase } from '../../support/database.js';
import { brokenInvariants } from '../../support/invariants.js';
import { billed, delivered } from './selling.js';
import {
  confirmed,
  factsOf,
  line,
  linesNow,
  newItem,
  openShop,
  orderNow,
  type Shop,
  stockOf,
} from './shop.js';

let database: Database;
let shop: Shop;

beforeAll(async () => {
  database = await openTestDatabase();
  shop = await openShop(database, hearings);
});

afterAll(() => database.close());

type Request = Omit<salesOrderChanges.SalesOrderChangeRequest, 'salesOrderId' | 'reason'>;

const changing = (salesOrderId: string, asked: Request) =>
  shop.act((tx) =>
    salesOrderChanges.request(tx, { salesOrderId, reason: 'The customer called', ...asked }),
  );

const refusedChange = (salesOrderId: string, asked: Request) =>
  shop.refusal((tx) =>
    salesOrderChanges.request(tx, { salesOrderId, reason: 'The customer called', ...asked }),
  );

/** What the customer has on order, in base currency. */
async function onOrder(): Promise<string> {
  const row = await database.db
    .selectFrom('CustomerExposure')
    .select('openOrders')
    .where('customerId', '=', shop.customerId)
    .executeTakeFirst();
  return canonical(row?.openOrders ?? decimal(0));
}

describe('changing a confirmed order', () => {
  it('waits until it is applied, and then moves lines, stock, amounts and credit', async () => {
    const itemId = await newItem(shop, 'C-1', '20');
    const { id } = await confirmed(
      shop,
      { itemId, quantity: '10', unitPrice: '5', taxCodeId: shop.vatId },
      { itemId: shop.boltId, quantity: '4' },
      { charge: '7' },
    );
    const before = await onOrder();
    const [goods, bolts] = await linesNow(shop, id);
    const asked = await changing(id, {
      changed: [{ salesOrderLineId: goods!.id, quantity: decimal(12), requestedOn: '2026-05-01' }],
      added: [line({ itemId: shop.nutId, quantity: '2', unitPrice: '3' })],
      removedLineIds: [bolts!.id],
    });
    // 2 × 5 more, 2 × 3 new, 4 × 2 less.
    expect(canonical(asked.netAmount)).toBe('8');
    expect(asked).toMatchObject({ status: 'DRAFT', version: 1 });
    expect(asked.number).toMatch(/^CO-2026-\d{5}$/);
    expect((await orderNow(shop, id)).version).toBe(2);

    const applied = await shop.act((tx) => salesOrderChanges.apply(tx, { id: asked.id }));
    expect(applied).toMatchObject({ status: 'APPLIED', version: 2 });
    const order = await orderNow(shop, id);
    expect([order.netAmount, order.taxAmount, order.grossAmount].map(canonical)).toEqual([
      '73',
      '11.4',
      '84.4',
    ]);
    expect(order).toMatchObject({ status: 'CONFIRMED', version: 3, promisedOn: '2026-05-01' });
    const lines = await linesNow(shop, id);
    expect(lines.map(({ status }) => status)).toEqual(['OPEN', 'CANCELLED', 'OPEN', 'OPEN']);
    expect(lines.map(({ reserved }) => canonical(reserved))).toEqual(['12', '0', '0', '2']);
    expect((await stockOf(shop, itemId)).map(canonical)).toEqual(['20', '12']);
    // 2 × 5 with 19 % is 11.90, and 6 − 8 without tax.
    expect(canonical(decimal(await onOrder()).sub(before))).toBe('9.9');
    expect((await factsOf(shop, id)).at(-1)).toBe('salesOrderAmended');
    expect(await factsOf(shop, asked.id)).toEqual([
      'salesOrderChangeRequested',
      'salesOrderChangeApplied',
    ]);
    const twice = await shop.refusal((tx) => salesOrderChanges.apply(tx, { id: asked.id }));
    expect(twice.code).toBe('TRANSITION_REFUSED');
  });

  it('is delivered and billed as it was changed', async () => {
    const itemId = await newItem(shop, 'C-2', '20');
    const { id } = await confirmed(shop, { itemId, quantity: '10' }, { itemId: shop.boltId });
    const [goods, bolts] = await linesNow(shop, id);
    await delivered(shop, id, [goods!.id, '4']);
    const changed = [{ salesOrderLineId: goods!.id, quantity: decimal('6') }];
    await changing(id, { changed, removedLineIds: [bolts!.id], apply: true });
    expect((await stockOf(shop, itemId)).map(canonical)).toEqual(['16', '2']);
    await delivered(shop, id);
    expect(await orderNow(shop, id)).toMatchObject({ status: 'SHIPPED' });
    const invoice = await billed(shop, id);
    expect(canonical(invoice.netAmount)).toBe('12');
    expect(await orderNow(shop, id)).toMatchObject({ status: 'INVOICED' });
  });

  it('opens a shipped order again, and turned down it changes nothing', async () => {
    const { id } = await confirmed(shop, { itemId: shop.boltId, quantity: '2' });
    await delivered(shop, id);
    const [bolts] = await linesNow(shop, id);
    const changed = [{ salesOrderLineId: bolts!.id, quantity: decimal('3') }];
    const asked = await changing(id, { changed });
    const early = await shop.refusal((tx) => salesOrders.close(tx, { id }));
    expect(early.code).toBe('ORDER_HAS_OPEN_DOCUMENTS');
    await shop.act((tx) => salesOrderChanges.reject(tx, { id: asked.id }));
    expect(await orderNow(shop, id)).toMatchObject({ status: 'SHIPPED' });
    await changing(id, { changed, apply: true });
    expect(await orderNow(shop, id)).toMatchObject({ status: 'IN_FULFILMENT' });
  });

  it('keeps what was billed: the amounts of a line that is billed in full are what was billed', async () => {
    const { id } = await confirmed(shop, {
      itemId: shop.boltId,
      quantity: '3',
      unitPrice: '0.333',
      taxCodeId: shop.vatId,
    });
    const [bolts] = await linesNow(shop, id);
    await delivered(shop, id, [bolts!.id, '2']);
    const first = await billed(shop, id);
    const changed = [{ salesOrderLineId: bolts!.id, quantity: decimal('2') }];
    await changing(id, { changed, apply: true });
    const order = await orderNow(shop, id);
    expect(canonical(order.netAmount)).toBe(canonical(first.netAmount));
    expect(order.status).toBe('INVOICED');
    const priced = [{ salesOrderLineId: bolts!.id, unitPrice: decimal('1') }];
    const late = await refusedChange(id, { changed: priced });
    expect(late.code).toBe('ORDER_NOT_CHANGEABLE');
  });
});

describe('what a change may not do', () => {
  it('goes below what is delivered, held by a delivery or invoiced, at the line that does', async () => {
    const { id } = await confirmed(
      shop,
      { itemId: shop.boltId, quantity: '5' },
      { itemId: shop.nutId, quantity: '2' },
    );
    const [bolts, nuts] = await linesNow(shop, id);
    await delivered(shop, id, [bolts!.id, '2']);
    const lines = [{ salesOrderLineId: bolts!.id, quantity: decimal('1') }];
    await shop.act((tx) => deliveries.create(tx, { salesOrderId: id, lines }));
    const fewer = (salesOrderLineId: string, quantity: string) => ({
      changed: [{ salesOrderLineId, quantity: decimal(quantity) }],
    });
    expect(await refusedChange(id, fewer(bolts!.id, '2'))).toMatchObject({
      code: 'CHANGE_BELOW_COMMITTED',
      params: { committed: '3', requested: '2', by: 'DELIVERED' },
      path: ['changed', 0, 'quantity'],
    });
    expect(await refusedChange(id, { removedLineIds: [bolts!.id] })).toMatchObject({
      code: 'CHANGE_BELOW_COMMITTED',
      path: ['removedLineIds', 0],
    });
    await shop.act((tx) => salesInvoices.create(tx, { salesOrderId: id }));
    const priced = [{ salesOrderLineId: bolts!.id, unitPrice: decimal('9') }];
    expect(await refusedChange(id, { changed: priced })).toMatchObject({
      code: 'PRICE_OF_INVOICED_LINE',
      path: ['changed', 0, 'unitPrice'],
    });
    await changing(id, { ...fewer(bolts!.id, '3'), removedLineIds: [nuts!.id], apply: true });
    expect(await orderNow(shop, id)).toMatchObject({ status: 'IN_FULFILMENT' });
  });

  it('is judged again when it is applied', async () => {
    const { id } = await confirmed(shop, { itemId: shop.boltId, quantity: '5' });
    const [bolts] = await linesNow(shop, id);
    const changed = [{ salesOrderLineId: bolts!.id, quantity: decimal('3') }];
    const asked = await changing(id, { changed });
    await delivered(shop, id, [bolts!.id, '4']);
    const late = await shop.refusal((tx) => salesOrderChanges.apply(tx, { id: asked.id }));
    expect(late).toMatchObject({
      code: 'CHANGE_BELOW_COMMITTED',
      path: ['changes', 'changed', 0, 'quantity'],
    });
  });

  it.each<[string, (lineId: string) => Request, string]>([
    ['names nothing', () => ({}), 'NOTHING_TO_CHANGE'],
    ['leaves no line', (lineId) => ({ removedLineIds: [lineId] }), 'ORDER_WITHOUT_LINES'],
    [
      'names a line twice',
      (lineId) => ({
        changed: [{ salesOrderLineId: lineId, quantity: decimal(2) }],
        removedLineIds: [lineId],
      }),
      'LINE_REPEATED',
    ],
    [
      'names a line of another order',
      () => ({ removedLineIds: ['01a20dec-0000-7000-8000-000000000000'] }),
      'NOT_FOUND',
    ],
    [
      'adds what is not sold',
      () => ({ added: [line({ itemId: '01a20dec-0000-7000-8000-000000000000' })] }),
      'NOT_FOUND',
    ],
  ])('%s', async (_name, asked, code) => {
    const { id } = await confirmed(shop, { itemId: shop.boltId });
    const [bolts] = await linesNow(shop, id);
    expect((await refusedChange(id, asked(bolts!.id))).code).toBe(code);
  });

  it('takes more credit than the customer has', async () => {
    const { id } = await confirmed(shop, { itemId: shop.boltId, quantity: '1' });
    const [bolts] = await linesNow(shop, id);
    const changed = [{ salesOrderLineId: bolts!.id, unitPrice: decimal('5000') }];
    const { companyId, customerId } = shop;
    const limited = { companyId, customerId, creditLimit: decimal('1000') };
    await shop.act((tx) => customers.setTerms(tx, limited));
    const refusal = await shop
      .act((tx) =>
        salesOrderChanges.request(tx, {
          salesOrderId: id,
          reason: 'Much more',
          changed,
          apply: true,
        }),
      )
      .catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'CREDIT_LIMIT_EXCEEDED' });
    const cheaper = [{ salesOrderLineId: bolts!.id, unitPrice: decimal('1') }];
    await changing(id, { changed: cheaper, apply: true });
  });
});

it('keeps every invariant of what it did', async () => {
  const sequencer = createSequencer(database);
  await sequencer.settled();
  await sequencer.close();
  expect(await brokenInvariants(database)).toEqual([]);
});
