import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSequencer } from '../../../modules/events/index.js';
import { decimal } from '../../../modules/kernel/index.js';
import { hearings } from '../../../modules/listeners.js';
import { deliveries, salesInvoices, salesOrders } from '../../../modules/sales/index.js';
import type { Database } from '../../../prisma/database.js';
import { openTestDatabase } from '../../support/database.js';
import { brokenInvariants } from '../../support/invariants.js';
import { confirmed, linesNow, newItem, openShop, type Shop } from './shop.js';

let database: Database;
let shop: Shop;

beforeAll(async () => {
  database = await openTestDatabase();
  shop = await openShop(database, hearings);
});

afterAll(() => database.close());

it('keeps every invariant while an order is delivered and billed in parts, closed and cancelled', async () => {
  const itemId = await newItem(shop, 'B-1', '20');
  const wanted = { itemId, quantity: '7', unitPrice: '3.333333', taxCodeId: shop.vatId };
  const { id } = await confirmed(shop, wanted, { charge: '4.99' });
  const [goods] = await linesNow(shop, id);
  for (const quantity of ['2', '3']) {
    await shop.act(async (tx) => {
      const lines = [{ salesOrderLineId: goods!.id, quantity: decimal(quantity) }];
      const delivery = await deliveries.create(tx, { salesOrderId: id, lines });
      await deliveries.ship(tx, { id: delivery.id });
      const invoice = await salesInvoices.create(tx, { salesOrderId: id });
      await salesInvoices.approve(tx, { id: invoice.id });
      await salesInvoices.post(tx, { id: invoice.id });
    });
  }
  await shop.act((tx) => salesOrders.close(tx, { id }));
  const other = await confirmed(shop, wanted);
  await shop.act((tx) => salesOrders.cancel(tx, { id: other.id, reason: 'Changed their mind' }));
  await confirmed(shop, wanted);
  const sequencer = createSequencer(database);
  await sequencer.settled();
  await sequencer.close();
  expect(await brokenInvariants(database)).toEqual([]);
});
