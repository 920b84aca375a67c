import { afterAll, beforeAll, expect, it } from 'vitest';
import { canonical, decimal } from '../../../modules/kernel/index.js';
import { jobCards, workOrders } from '../../../modules/manufacturing/index.js';
import type { Database } from '../../../prisma/database.js';
import { onPostgres, openTestDatabase } from '../../support/database.js';
import { workOrderInvariants } from '../../support/invariants/work-orders.js';
import { cardsOf, openWorkshop, orderNow, released, stockOf, type Workshop } from './bicycles.js';

onPostgres('many at one work order', () => {
  let database: Database;
  let shop: Workshop;

  beforeAll(async () => {
    database = await openTestDatabase({ poolSize: 20 });
    shop = await openWorkshop(database);
  });

  afterAll(async () => {
    for (const { name, text } of workOrderInvariants) {
      const { rows } = await database.query({ text, values: [] });
      expect({ name, rows }).toEqual({ name, rows: [] });
    }
    await database.close();
  });

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

  it('completes the last of a work order once', async () => {
    const [{ id }] = (await released(shop, 'WHEEL', '10')) as [workOrders.WorkOrder];
    const complete = () =>
      shop.act((tx) => workOrders.complete(tx, { id, good: decimal(6), issue: true }));
    const { done, refused } = await settled(Array.from({ length: 8 }, complete));
    expect(done).toBe(1);
    expect(new Set(refused)).toEqual(new Set(['COMPLETION_EXCEEDS_ORDER']));
    expect((await stockOf(shop, shop.ids.WHEEL))[0]).toBe('6');
  });

  it('closes before or after a late report, and loses nothing of it', async () => {
    for (let turn = 0; turn < 6; turn += 1) {
      const [{ id }] = (await released(shop, 'FRAME', '2')) as [workOrders.WorkOrder];
      await shop.act((tx) => workOrders.complete(tx, { id, issue: true }));
      const [card] = await cardsOf(shop, id);
      const late = { id: card!.id, runMinutes: decimal(20) };
      const { refused } = await settled([
        shop.act((tx) => jobCards.report(tx, late)),
        shop.act((tx) => workOrders.close(tx, { id })),
      ]);
      const after = await orderNow(shop, id);
      // Who comes second is refused: the close by the running card, or the report by the close.
      expect(['JOB_CARDS_RUNNING', 'WORK_ORDER_NOT_WORKABLE']).toContain(refused[0]);
      const isClosed = after.status === 'CLOSED';
      expect(canonical(after.labourCost)).toBe(isClosed ? '0' : '20');
    }
  });

  it('releases once, whoever asks, and reserves no more than there is', async () => {
    const [planned] = await shop
      .act((tx) =>
        workOrders.plan(tx, [
          {
            ...{ companyId: shop.companyId, warehouseId: shop.warehouseId, dueOn: '2026-03-20' },
            ...{ itemId: shop.ids.WHEEL, quantity: decimal(700) },
          },
          {
            ...{ companyId: shop.companyId, warehouseId: shop.warehouseId, dueOn: '2026-03-20' },
            ...{ itemId: shop.ids.WHEEL, quantity: decimal(700) },
          },
        ]),
      )
      .then((all) => [all.flat()]);
    const release = (id: string) => () => shop.act((tx) => workOrders.release(tx, { id }));
    const attempts = planned!.flatMap(({ id }) => [release(id)(), release(id)(), release(id)()]);
    const { done, refused } = await settled(attempts);
    expect(done).toBe(2);
    expect(new Set(refused)).toEqual(new Set(['TRANSITION_REFUSED']));
    const [onHand, reserved] = await stockOf(shop, shop.ids.RIM);
    expect(reserved).toBe(onHand);
  });
});
