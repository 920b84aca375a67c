import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonical, decimal } from '../../../modules/kernel/index.js';
import { workOrders } from '../../../modules/manufacturing/index.js';
import type { Database } from '../../../prisma/database.js';
import { openTestDatabase } from '../../support/database.js';
import {
  demand,
  expectInvariants,
  factsOf,
  materialsOf,
  newItem,
  openWorkshop,
  orderNow,
  stockOf,
  type Workshop,
} from './bicycles.js';

let database: Database;
let shop: Workshop;
let count = 0;

beforeAll(async () => {
  database = await openTestDatabase();
  shop = await openWorkshop(database);
});

afterAll(async () => {
  await expectInvariants(database);
  await database.close();
});

/** A machine of two arms, each of one rim, that nobody else makes: its two work orders. */
async function machine(quantity: string) {
  count += 1;
  const arm = await newItem(shop, `ARM-${count}`, [{ itemId: shop.ids.RIM, quantity: '1' }]);
  const made = await newItem(shop, `MACHINE-${count}`, [{ itemId: arm, quantity: '2' }]);
  const wanted = { ...demand(shop, 'BIKE', quantity), itemId: made };
  const [[parent, child] = []] = await shop.act((tx) => workOrders.plan(tx, [wanted]));
  return { arm, parent: parent!.id, child: child!.id };
}

const release = (...ids: string[]) =>
  shop.act((tx) =>
    workOrders.releaseMany(
      tx,
      ids.map((id) => ({ id })),
    ),
  );

const complete = (id: string, good: string) =>
  shop.act((tx) => workOrders.complete(tx, { id, good: decimal(good), issue: true }));

const reservedBy = async (id: string) =>
  (await materialsOf(shop, id)).map(({ reserved }) => canonical(reserved));

describe('what makes a component', () => {
  it('is kept for the work order that takes it, part by part, and no more than it takes', async () => {
    const { arm, parent, child } = await machine('5');
    await release(parent, child);
    expect(await reservedBy(parent)).toEqual(['0']);
    await complete(child, '4');
    expect(await reservedBy(parent)).toEqual(['4']);
    expect(await stockOf(shop, arm)).toEqual(['4', '4', '36']);
    await complete(child, '6');
    expect(await reservedBy(parent)).toEqual(['10']);
    expect((await factsOf(shop, parent)).slice(-2)).toEqual([
      'materialReserved',
      'materialReserved',
    ]);
    await complete(parent, '5');
    expect(await stockOf(shop, arm)).toEqual(['0', '0', '0']);
  });

  it('is kept for a work order that is only planned, and for its material once it is released', async () => {
    const { arm, parent, child } = await machine('3');
    await release(child);
    await complete(child, '6');
    expect((await stockOf(shop, arm)).slice(0, 2)).toEqual(['6', '6']);
    await release(parent);
    expect(await reservedBy(parent)).toEqual(['6']);
    expect((await stockOf(shop, arm)).slice(0, 2)).toEqual(['6', '6']);
  });

  it('is free when the work order that takes it is made otherwise, or is no more', async () => {
    const ended = await machine('1');
    await release(ended.parent, ended.child);
    await shop.act((tx) => workOrders.complete(tx, { id: ended.parent, good: decimal(1) }));
    await complete(ended.child, '2');
    expect((await stockOf(shop, ended.arm)).slice(0, 2)).toEqual(['2', '0']);

    for (const isReleased of [true, false]) {
      const { arm, parent, child } = await machine('1');
      await release(child, ...(isReleased ? [parent] : []));
      await complete(child, '2');
      expect((await stockOf(shop, arm)).slice(0, 2)).toEqual(['2', '2']);
      await shop.act((tx) => workOrders.cancel(tx, { id: parent, reason: 'Not wanted' }));
      expect((await stockOf(shop, arm)).slice(0, 2)).toEqual(['2', '0']);
    }
  });

  it('is said to end or to go on when what takes it is given up', async () => {
    const { arm, parent, child } = await machine('2');
    await release(parent, child);
    const { number } = await orderNow(shop, child);
    const input = { id: parent, reason: 'Not wanted' };
    const refusal = await shop.refusal((tx) => workOrders.cancel(tx, input));
    expect([refusal.code, refusal.path, refusal.params]).toEqual([
      'WORK_ORDER_HAS_CHILDREN',
      ['withChildren'],
      { workOrders: number },
    ]);
    expect((await orderNow(shop, parent)).status).toBe('RELEASED');
    await shop.act((tx) => workOrders.cancel(tx, { ...input, withChildren: false }));
    expect((await orderNow(shop, child)).status).toBe('RELEASED');
    await complete(child, '4');
    expect((await stockOf(shop, arm)).slice(0, 2)).toEqual(['4', '0']);
  });
});
