import { afterAll, beforeAll, expect, it } from 'vitest';
import { canonical, decimal } from '../../../modules/kernel/index.js';
import { hearings } from '../../../modules/listeners.js';
import { workOrders } from '../../../modules/manufacturing/index.js';
import {
  creditNotes,
  deliveries,
  salesOrders,
  salesReturns,
} from '../../../modules/sales/index.js';
import type { Database } from '../../../prisma/database.js';
import { onPostgres, openTestDatabase } from '../../support/database.js';
import { brokenInvariants } from '../../support/invariants.js';
import { afterSalesInvariants } from '../../support/invariants/after-sales.js';
import { confirmed, type Maker, openMaker, topOrders } from './maker.js';
import { billed, delivered, deliveryLines } from './selling.js';
import { confirmed as sold, newItem, openShop, type Shop } from './shop.js';

/** The codes of what was refused, and how many went through. */
async function settled(attempts: readonly Promise<unknown>[]) {
  const results = await Promise.allSettled(attempts);
  const refused = results.flatMap((one) =>
    one.status === 'rejected' ? [(one.reason as { code?: string }).code ?? String(one.reason)] : [],
  );
  return { done: results.length - refused.length, refused };
}

onPostgres('many who make one order at once', () => {
  let database: Database;
  let shop: Maker;

  beforeAll(async () => {
    database = await openTestDatabase({ poolSize: 20 });
    shop = await openMaker(database, hearings);
  });

  afterAll(() => database.close());

  it('make each line once', async () => {
    const { id } = await confirmed(shop, ['BIKE', '3'], ['WHEEL', '4']);
    const convert = () => shop.act((tx) => salesOrders.makeWorkOrders(tx, { id, release: true }));
    expect((await settled(Array.from({ length: 8 }, convert))).refused).toEqual([]);
    const orders = await topOrders(shop, id);
    expect(orders.map(({ quantity }) => canonical(quantity))).toEqual(['3', '4']);
    expect(await brokenInvariants(database, afterSalesInvariants)).toEqual([]);
  });

  it('complete it in parts, deliver what is ready and convert the rest, and none is lost', async () => {
    const { id } = await confirmed(shop, ['WHEEL', '12']);
    const lines = await database.db
      .selectFrom('SalesOrderLine')
      .select('id')
      .where('salesOrderId', '=', id)
      .execute();
    const [line] = lines;
    const part = [{ salesOrderLineId: line!.id, quantity: decimal('8') }];
    await shop.act((tx) => salesOrders.makeWorkOrders(tx, { id, lines: part, release: true }));
    const [wheels] = await topOrders(shop, id);
    const one = { id: wheels!.id, good: decimal('1'), issue: true };
    const complete = () => shop.act((tx) => workOrders.complete(tx, one));
    const ready = [{ salesOrderLineId: line!.id, quantity: decimal('1') }];
    const ship = () =>
      shop.act((tx) => deliveries.create(tx, { salesOrderId: id, lines: ready, ship: true }));
    const convert = () => shop.act((tx) => salesOrders.makeWorkOrders(tx, { id }));
    await complete();
    const { refused } = await settled([
      ...Array.from({ length: 7 }, complete),
      ...Array.from({ length: 4 }, ship),
      ...Array.from({ length: 3 }, convert),
    ]);
    // A delivery that comes before its goods are made is refused; nothing else is.
    expect(refused.filter((code) => code !== 'INSUFFICIENT_STOCK')).toEqual([]);
    const after = await database.db
      .selectFrom('SalesOrderLine')
      .selectAll()
      .where('id', '=', line!.id)
      .executeTakeFirstOrThrow();
    expect([after.planned, after.produced].map(canonical)).toEqual(['12', '8']);
    expect(canonical(after.reserved.add(after.shipped))).toBe('8');
    expect(await brokenInvariants(database, afterSalesInvariants)).toEqual([]);
  });
});

onPostgres('many who send back or credit the same', () => {
  let database: Database;
  let shop: Shop;

  beforeAll(async () => {
    database = await openTestDatabase({ poolSize: 20 });
    shop = await openShop(database, []);
  });

  afterAll(() => database.close());

  it('send the last unit back once, and are credited it once', async () => {
    const itemId = await newItem(shop, 'BACK', '1');
    const { id: salesOrderId } = await sold(shop, { itemId });
    const [line] = await deliveryLines(shop, (await delivered(shop, salesOrderId)).id);
    const invoice = await billed(shop, salesOrderId);
    const lines = [{ deliveryLineId: line!.id, quantity: decimal('1') }];
    const back = { salesOrderId, reason: 'Broken', lines, receive: true };
    const returns = Array.from({ length: 5 }, () =>
      shop.act((tx) => salesReturns.create(tx, back)),
    );
    expect(await settled(returns)).toEqual({
      done: 1,
      refused: Array.from({ length: 4 }, () => 'RETURN_EXCEEDS_DELIVERED'),
    });
    const note = { salesInvoiceId: invoice.id, reason: 'Broken', post: true };
    const notes = Array.from({ length: 5 }, () => shop.act((tx) => creditNotes.create(tx, note)));
    expect(await settled(notes)).toEqual({
      done: 1,
      refused: Array.from({ length: 4 }, () => 'NOTHING_TO_CREDIT'),
    });
    expect(await brokenInvariants(database, afterSalesInvariants)).toEqual([]);
  });
});
