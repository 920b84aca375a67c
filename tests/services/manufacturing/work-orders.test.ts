import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonical } from '../../../modules/kernel/index.js';
import { workOrders } from '../../../modules/manufacturing/index.js';
import type { Database } from '../../../prisma/database.js';
import { openTestDatabase } from '../../support/database.js';
import {
  cardsOf,
  demand,
  factsOf,
  materialsOf,
  openWorkshop,
  orderNow,
  released,
  stockOf,
  type Workshop,
} from './bicycles.js';

let database: Database;
let shop: Workshop;

beforeAll(async () => {
  database = await openTestDatabase();
  shop = await openWorkshop(database);
});

afterAll(() => database.close());

const codeOf = (itemId: string) =>
  Object.entries(shop.ids).find(([, id]) => id === itemId)?.[0] ?? itemId;

describe('planning work orders', () => {
  it('makes one for each made level, dated backwards, and none for a phantom', async () => {
    const [planned] = await shop.act((tx) => workOrders.plan(tx, [demand(shop, 'BIKE', '10')]));
    const told = planned!.map(({ itemId, quantity, startOn, dueOn, parentWorkOrderId }) => [
      codeOf(itemId),
      canonical(quantity),
      startOn,
      dueOn,
      parentWorkOrderId === null ? null : 'BIKE',
    ]);
    // 10 + 20 × 10 and 10 × 10 minutes of 480 a day fit into Thursday the 19th.
    expect(told).toEqual([
      ['BIKE', '10', '2026-03-19', '2026-03-20', null],
      ['FRAME', '10', '2026-03-18', '2026-03-19', 'BIKE'],
      ['WHEEL', '20', '2026-03-18', '2026-03-19', 'BIKE'],
    ]);
  });
});

describe('a work order from release to its end', () => {
  it('makes bicycles through all levels in one call each', async () => {
    const orders = await released(shop, 'BIKE', '10');
    const ids = orders.map(({ id }) => ({ id }));
    const [bike] = orders;
    expect((await cardsOf(shop, bike!.id)).map(({ status }) => status)).toEqual([
      'READY',
      'PENDING',
    ]);
    // Frame: 2 × 3 + (30 + 150) min ÷ 60 × 90 ÷ 10 = 33; wheel: 5 + 0.50 + 5 ÷ 60 × 48 = 9.50.
    // Bike: 33 + 2 × 9.50 + 4 × 0.50 + (10 + 300) ÷ 60 × 48 ÷ 10 = 78.80.
    expect(orders.map(({ plannedUnitCost }) => canonical(plannedUnitCost!))).toEqual([
      '78.8',
      '33',
      '9.5',
    ]);
    const materials = await materialsOf(shop, bike!.id);
    expect(
      materials.map(({ itemId, required, reserved }) => [
        codeOf(itemId),
        canonical(required),
        canonical(reserved),
      ]),
    ).toEqual([
      ['FRAME', '10', '0'],
      ['WHEEL', '20', '0'],
      ['BOLT', '40', '40'],
    ]);
    await shop.act((tx) => workOrders.completeMany(tx, ids, { reportTime: true, issue: true }));
    expect(await stockOf(shop, shop.ids.BIKE)).toEqual(['10', '0', '788']);
    expect(await stockOf(shop, shop.ids.FRAME)).toEqual(['0', '0', '0']);
    expect(await stockOf(shop, shop.ids.TUBE)).toEqual(['980', '0', '2940']);
    const done = await orderNow(shop, bike!.id);
    expect(done.status).toBe('COMPLETED');
    expect(
      [done.materialCost, done.labourCost, done.overheadCost, done.completedCost].map(canonical),
    ).toEqual(['540', '186', '62', '788']);
    await shop.act((tx) => workOrders.closeMany(tx, ids));
    expect(await factsOf(shop, bike!.id)).toEqual([
      'workOrderPlanned',
      'workOrderReleased',
      'workOrderStarted',
      'timeReported',
      'materialIssued',
      'productionReported',
      'workOrderClosed',
    ]);
    expect(canonical((await orderNow(shop, bike!.id)).varianceCost)).toBe('0');
  });
});
