import { afterAll, beforeAll, expect, it } from 'vitest';
import { canonical, decimal } from '../../../modules/kernel/index.js';
import { deliveries, salesInvoices, salesOrders } from '../../../modules/sales/index.js';
import type { Database } from '../../../prisma/database.js';
import { onPostgres, openTestDatabase } from '../../support/database.js';
import { confirmed, linesNow, newItem, openShop, order, type Shop, stockOf } from './shop.js';

onPostgres('many at one order or one item', () => {
  let database: Database;
  let shop: Shop;

  beforeAll(async () => {
    database = await openTestDatabase({ poolSize: 20 });
    shop = await openShop(database, []);
  });

  afterAll(() => database.close());

  /** The codes of what was refused, and how many went through. */
  async function settled(attempts: readonly Promise<unknown>[]) {
    const results = await Promise.allSettled(attempts);
    const refused = results.flatMap((one) =>
      one.status === 'rejected'
        ? [(one.reason as { code?: string }).code ?? String(one.reason)]
        : [],
    );
    return { done: results.length - refused.length, refused };
  }

  it('confirms an order once when two confirm it at once', async () => {
    const itemId = await newItem(shop, 'R-1', '10');
    const { id } = await shop.act((tx) =>
      salesOrders.create(tx, order(shop, { itemId, quantity: '3' })),
    );
    const confirm = () => shop.act((tx) => salesOrders.confirm(tx, { id }));
    expect(await settled([confirm(), confirm()])).toEqual({
      done: 1,
      refused: ['TRANSITION_REFUSED'],
    });
    expect((await stockOf(shop, itemId)).map(canonical)).toEqual(['10', '3']);
  });

  it('sells the last unit to one of fifty', async () => {
    const itemId = await newItem(shop, 'R-2', '1');
    const drafts = await shop.act((tx) =>
      salesOrders.createMany(
        tx,
        Array.from({ length: 50 }, () => order(shop, { itemId })),
      ),
    );
    const ids = drafts.flatMap((draft) => ('ok' in draft ? draft.ok.id : []));
    const { done, refused } = await settled(
      ids.map((id) => shop.act((tx) => salesOrders.confirm(tx, { id, policy: 'ALL_OR_NOTHING' }))),
    );
    expect(done).toBe(1);
    expect(new Set(refused)).toEqual(new Set(['INSUFFICIENT_STOCK']));
    expect((await stockOf(shop, itemId)).map(canonical)).toEqual(['1', '1']);
  });

  it('lets twenty deliveries of one order take no more than was ordered', async () => {
    const itemId = await newItem(shop, 'R-3', '50');
    const { id } = await confirmed(shop, { itemId, quantity: '10' });
    const [goods] = await linesNow(shop, id);
    const lines = [{ salesOrderLineId: goods!.id, quantity: decimal('3') }];
    const { done, refused } = await settled(
      Array.from({ length: 20 }, () =>
        shop.act(async (tx) => {
          const delivery = await deliveries.create(tx, { salesOrderId: id, lines });
          return deliveries.ship(tx, { id: delivery.id });
        }),
      ),
    );
    expect(done).toBe(3);
    expect(new Set(refused)).toEqual(new Set(['DELIVERY_EXCEEDS_OPEN']));
    expect((await stockOf(shop, itemId)).map(canonical)).toEqual(['41', '1']);
  });

  it('ships a delivery once and posts an invoice once, however often it is asked at once', async () => {
    const itemId = await newItem(shop, 'R-4', '5');
    const { id } = await confirmed(shop, { itemId, quantity: '5' });
    const delivery = await shop.act((tx) => deliveries.create(tx, { salesOrderId: id }));
    const ship = () => shop.act((tx) => deliveries.ship(tx, { id: delivery.id }));
    expect((await settled(Array.from({ length: 5 }, ship))).done).toBe(1);
    expect((await stockOf(shop, itemId)).map(canonical)).toEqual(['0', '0']);
    const invoice = await shop.act(async (tx) => {
      const draft = await salesInvoices.create(tx, { salesOrderId: id });
      return salesInvoices.approve(tx, { id: draft.id });
    });
    const post = () => shop.act((tx) => salesInvoices.post(tx, { id: invoice.id }));
    expect((await settled(Array.from({ length: 5 }, post))).done).toBe(1);
  });
});
