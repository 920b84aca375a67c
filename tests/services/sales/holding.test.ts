import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonical } from '../../../modules/kernel/index.js';
import { deliveries, salesOrders } from '../../../modules/sales/index.js';
import type { Database } from '../../../prisma/database.js';
import { openTestDatabase } from '../../support/database.js';
import { confirmed, factsOf, linesNow, newItem, openShop, type Shop, stockOf } from './shop.js';

let database: Database;
let shop: Shop;

beforeAll(async () => {
  database = await openTestDatabase();
  shop = await openShop(database, []);
});

afterAll(() => database.close());

describe('holding, cancelling and closing an order', () => {
  it('keeps goods in the house while the order is on hold', async () => {
    const { id } = await confirmed(shop, { itemId: shop.boltId });
    await shop.act((tx) => salesOrders.hold(tx, { id, reason: 'Address in doubt' }));
    const refusal = await shop.refusal((tx) => deliveries.create(tx, { salesOrderId: id }));
    expect(refusal.code).toBe('ORDER_NOT_IN_FULFILMENT');
    const resumed = await shop.act((tx) => salesOrders.resume(tx, { id }));
    expect(resumed).toMatchObject({ status: 'CONFIRMED', holdReason: null });
    expect(await factsOf(shop, id)).toEqual([
      'salesOrderCreated',
      'salesOrderConfirmed',
      'salesOrderHeld',
      'salesOrderResumed',
    ]);
  });

  it('gives the stock back when the order is cancelled', async () => {
    const itemId = await newItem(shop, 'X-1', '5');
    const { id } = await confirmed(shop, { itemId, quantity: '4' });
    const cancelled = await shop.act((tx) => salesOrders.cancel(tx, { id, reason: 'Too late' }));
    expect(cancelled).toMatchObject({ status: 'CANCELLED', cancelReason: 'Too late' });
    expect((await stockOf(shop, itemId)).map(canonical)).toEqual(['5', '0']);
    expect(await linesNow(shop, id)).toMatchObject([{ status: 'CANCELLED' }]);
  });

  it('refuses to cancel without a reason, and while a delivery is being prepared', async () => {
    const { id } = await confirmed(shop, { itemId: shop.boltId });
    const mute = await shop.refusal((tx) => salesOrders.cancel(tx, { id, reason: ' ' }));
    expect(mute).toMatchObject({ code: 'TEXT_TOO_SHORT', path: ['reason'] });
    await shop.act((tx) => deliveries.create(tx, { salesOrderId: id }));
    const refusal = await shop.refusal((tx) => salesOrders.cancel(tx, { id, reason: 'x' }));
    expect(refusal).toMatchObject({ code: 'ORDER_HAS_OPEN_DOCUMENTS' });
  });
});
