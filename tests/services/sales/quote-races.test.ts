import { afterAll, beforeAll, expect, it } from 'vitest';
import { opportunities, opportunityStages } from '../../../modules/crm/index.js';
import { createSequencer } from '../../../modules/events/index.js';
import { canonical, decimal } from '../../../modules/kernel/index.js';
import { hearings } from '../../../modules/listeners.js';
import { priceLists, quotes, salesOrders } from '../../../modules/sales/index.js';
import type { Database } from '../../../prisma/database.js';
import { onPostgres, openTestDatabase } from '../../support/database.js';
import { brokenInvariants } from '../../support/invariants.js';
import { pursue } from '../crm/front-office.js';
import { part, quoteLines, quoteNow, sent } from './quoting.js';
import { newItem, openShop, type Shop, stockOf } from './shop.js';

onPostgres('many at one quote', () => {
  let database: Database;
  let shop: Shop;

  beforeAll(async () => {
    database = await openTestDatabase({ poolSize: 20 });
    shop = await openShop(database, hearings);
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

  it('makes the standard stages once when ten are the first', async () => {
    const made = await Promise.all(Array.from({ length: 10 }, () => pursue(shop)));
    expect(new Set(made.map(({ stageId }) => stageId)).size).toBe(1);
    expect(await shop.act(opportunityStages.all)).toHaveLength(4);
  });

  it('orders a quote once when two accept it at once, and wins its opportunity once', async () => {
    const itemId = await newItem(shop, 'Q-1', '10');
    const { id: opportunityId } = await pursue(shop);
    const { id } = await sent(shop, [{ itemId, quantity: '4' }], { opportunityId });
    const accept = () => shop.act((tx) => quotes.accept(tx, { id, confirm: true }));
    expect(await settled([accept(), accept()])).toEqual({
      done: 1,
      refused: ['TRANSITION_REFUSED'],
    });
    expect((await stockOf(shop, itemId)).map(canonical)).toEqual(['10', '4']);
    const [won] = [
      ...(await shop.act((tx) => opportunities.getMany(tx, [opportunityId]))).values(),
    ];
    expect(won).toMatchObject({ status: 'WON', version: 2 });
  });

  it('lets twenty order parts of a quote no more than was quoted', async () => {
    const itemId = await newItem(shop, 'Q-2', '100');
    const { id } = await sent(shop, [{ itemId, quantity: '10' }]);
    const [line] = await quoteLines(shop, id);
    const { done, refused } = await settled(
      Array.from({ length: 20 }, () =>
        shop.act((tx) => quotes.accept(tx, { id, lines: [part(line!.id, '3')], confirm: true })),
      ),
    );
    expect(done).toBe(3);
    expect(new Set(refused)).toEqual(new Set(['ORDER_EXCEEDS_QUOTE']));
    const [after] = await quoteLines(shop, id);
    expect(canonical(after!.ordered)).toBe('9');
    expect((await stockOf(shop, itemId)).map(canonical)).toEqual(['100', '9']);
  });

  it('keeps order and quote in step while some accept and others cancel', async () => {
    const itemId = await newItem(shop, 'Q-3', '100');
    const { id } = await sent(shop, [{ itemId, quantity: '12' }]);
    const [line] = await quoteLines(shop, id);
    const accept = () =>
      shop.act((tx) => quotes.accept(tx, { id, lines: [part(line!.id, '2')], confirm: true }));
    const first = await Promise.all([accept(), accept(), accept()]);
    const cancel = (orderId: string) =>
      shop.act((tx) => salesOrders.cancel(tx, { id: orderId, reason: 'Race' }));
    const { done, refused } = await settled([
      ...first.map(({ salesOrder }) => cancel(salesOrder.id)),
      ...Array.from({ length: 3 }, accept),
    ]);
    expect({ done, refused }).toEqual({ done: 6, refused: [] });
    expect((await quoteNow(shop, id)).status).toBe('PARTIALLY_ORDERED');
    expect((await stockOf(shop, itemId)).map(canonical)).toEqual(['100', '6']);
  });

  it('writes a price once when ten set it at once', async () => {
    const itemId = await newItem(shop, 'Q-4', '1');
    const { companyId } = shop;
    const list = { companyId, code: 'RACE', name: 'Race', currency: 'EUR' };
    const { id } = await shop.act((tx) => priceLists.create(tx, list));
    const set = (price: number) =>
      shop.act((tx) =>
        priceLists.setPrices(tx, { id, prices: [{ itemId, unitPrice: decimal(price) }] }),
      );
    const attempts = Array.from({ length: 10 }, (_, index) => set(index + 1));
    expect((await settled(attempts)).done).toBe(10);
    const rows = await database.db
      .selectFrom('PriceListPrice')
      .select('version')
      .where('itemId', '=', itemId)
      .execute();
    expect(rows).toHaveLength(1);
  });

  it('has kept every invariant', async () => {
    const sequencer = createSequencer(database);
    await sequencer.settled();
    await sequencer.close();
    expect(await brokenInvariants(database)).toEqual([]);
  });
});
