import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSequencer } from '../../../modules/events/index.js';
import { canonical, decimal } from '../../../modules/kernel/index.js';
import { hearings } from '../../../modules/listeners.js';
import { quotes, salesOrderChanges } from '../../../modules/sales/index.js';
import type { Database } from '../../../prisma/database.js';
import { openTestDatabase } from '../../support/database.js';
import { brokenInvariants } from '../../support/invariants.js';
import { quoteLines, quoteNow, sent } from './quoting.js';
import { linesNow, openShop, type Shop } from './shop.js';

let database: Database;
let shop: Shop;

beforeAll(async () => {
  database = await openTestDatabase();
  shop = await openShop(database, hearings);
});

afterAll(() => database.close());

it('follows a change order of the order that came of it, and refuses more than was quoted', async () => {
  const { id } = await sent(shop, [{ itemId: shop.boltId, quantity: '5' }]);
  const { salesOrder } = await shop.act((tx) => quotes.accept(tx, { id, confirm: true }));
  const [line] = await linesNow(shop, salesOrder.id);
  const amended = (quantity: string) =>
    shop.act(async (tx) => {
      const change = await salesOrderChanges.request(tx, {
        salesOrderId: salesOrder.id,
        reason: 'Changed their mind',
        changed: [{ salesOrderLineId: line!.id, quantity: decimal(quantity) }],
      });
      return salesOrderChanges.apply(tx, { id: change.id });
    });
  await amended('3');
  const [quoted] = await quoteLines(shop, id);
  expect(canonical(quoted!.ordered)).toBe('3');
  expect((await quoteNow(shop, id)).status).toBe('PARTIALLY_ORDERED');
  await expect(amended('6')).rejects.toMatchObject({ code: 'ORDER_EXCEEDS_QUOTE' });
  await amended('5');
  expect((await quoteNow(shop, id)).status).toBe('ACCEPTED');
  const sequencer = createSequencer(database);
  await sequencer.settled();
  await sequencer.close();
  expect(await brokenInvariants(database)).toEqual([]);
});
