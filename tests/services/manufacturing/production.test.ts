import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonical, decimal } from '../../../modules/kernel/index.js';
import { jobCards, workOrderForecasts, workOrders } from '../../../modules/manufacturing/index.js';
import type { Database } from '../../../prisma/database.js';
import { openTestDatabase } from '../../support/database.js';
import {
  cardsOf,
  costsOf,
  demand,
  expectInvariants,
  materialsOf,
  newItem,
  openWorkshop,
  orderNow,
  released,
  stock,
  stockOf,
  type Workshop,
} from './bicycles.js';

let database: Database;
let shop: Workshop;

beforeAll(async () => {
  database = await openTestDatabase();
  shop = await openWorkshop(database);
});

afterAll(async () => {
  await expectInvariants(database);
  await database.close();
});

/** A work order of wheels that is released: 5 minutes each at the assembly, 48 EUR an hour. */
async function wheels(quantity: string, more: Partial<workOrders.PlanDemand> = {}) {
  const [order] = await released(shop, 'WHEEL', quantity, more);
  return order!;
}

const costs = (id: string) => costsOf(shop, id);

describe('the end of a work order', () => {
  it('sweeps what is left into variances by cause, once no operation is worked on', async () => {
    const { id } = await wheels('10');
    await shop.act((tx) => workOrders.issueMaterials(tx, { id }));
    const [card] = await cardsOf(shop, id);
    await shop.act((tx) => jobCards.start(tx, { id: card!.id }));
    const worked = { id: card!.id, good: decimal(9), scrap: decimal(1), scrapReason: 'Bent' };
    await shop.act((tx) => jobCards.report(tx, { ...worked, runMinutes: decimal(100) }));
    const done = { id, good: decimal(9), scrap: decimal(1), scrapReason: 'Bent' };
    const completed = await shop.act((tx) => workOrders.complete(tx, done));
    expect(completed.status).toBe('COMPLETED');
    const running = await shop.refusal((tx) => workOrders.close(tx, { id }));
    expect(running.code).toBe('JOB_CARDS_RUNNING');
    await shop.act((tx) => jobCards.finish(tx, { id: card!.id }));
    await shop.act((tx) => workOrders.close(tx, { id }));
    // 55 of material, 100 minutes of 60 and 20; 9 at 9.50 came out: 49.50 are left.
    expect(await costs(id)).toEqual(['55', '60', '20', '85.5', '49.5']);
    const event = await database.db
      .selectFrom('Event')
      .select('data')
      .where('documentId', '=', id)
      .where('type', '=', 'manufacturing.workOrderClosed')
      .executeTakeFirstOrThrow();
    // 50 minutes too many cost 30 and 10; one wheel at 9.50 was thrown away.
    expect((event.data as { variances: unknown }).variances).toEqual([
      { kind: 'LABOUR_EFFICIENCY', amount: '30' },
      { kind: 'OVERHEAD', amount: '10' },
      { kind: 'SCRAP', amount: '9.5' },
    ]);
    const late = { id: card!.id, runMinutes: decimal(1) };
    expect((await shop.refusal((tx) => jobCards.report(tx, late))).code).toBe('TRANSITION_REFUSED');
  });

  it('comes when less is made and that was the last, and gives back what was reserved', async () => {
    const { id } = await wheels('10');
    const before = await stockOf(shop, shop.ids.RIM);
    expect(Number(before[1])).toBeGreaterThanOrEqual(10);
    const few = { id, good: decimal(4), isLast: true, issue: true, reportTime: true };
    await shop.act((tx) => workOrders.complete(tx, few));
    expect(
      (await materialsOf(shop, id)).map((one) => [one.issued, one.reserved].map(canonical)),
    ).toEqual([
      ['4', '0'],
      ['4', '0'],
    ]);
    const more = await shop.refusal((tx) => workOrders.complete(tx, { id }));
    expect(more.code).toBe('TRANSITION_REFUSED');
  });

  it('takes no more than was ordered', async () => {
    const { id } = await wheels('10');
    const refusal = await shop.refusal((tx) =>
      workOrders.completeMany(tx, [{ id, good: decimal(11) }]),
    );
    expect([refusal.code, refusal.path]).toEqual(['COMPLETION_EXCEEDS_ORDER', [0, 'good']]);
  });

  it('lets by-products bear their share of what is completed', async () => {
    const [scraps] = [shop.ids.SCRAPS];
    const made = await newItem(shop, 'CUT', [
      { itemId: shop.ids.RIM, quantity: '2' },
      { itemId: scraps, quantity: '3', kind: 'BY_PRODUCT', costSharePercent: '10' },
    ]);
    const order = await shop.act(async (tx) => {
      const { id } = await workOrders.create(tx, { ...demand(shop, 'WHEEL', '4'), itemId: made });
      await workOrders.release(tx, { id });
      return workOrders.complete(tx, { id, issue: true, reportTime: true });
    });
    // (2 × 5 + 5 ÷ 60 × 48) × 4 = 56, of which the scraps bear 5.60.
    expect(await stockOf(shop, made)).toEqual(['4', '0', '50.4']);
    expect(await stockOf(shop, scraps)).toEqual(['12', '0', '5.6']);
    expect(await costs(order.id)).toEqual(['40', '12', '4', '56', '0']);
  });
});

describe('a work order that is not made', () => {
  it('is given up with what makes its components, and frees its stock', async () => {
    const [bike, ...children] = await released(shop, 'BIKE', '3');
    const held = (await stockOf(shop, shop.ids.TUBE))[1];
    const input = { id: bike!.id, reason: 'Not wanted', withChildren: true };
    await shop.act((tx) => workOrders.cancel(tx, input));
    const now = await Promise.all(children.map(({ id }) => orderNow(shop, id)));
    expect(now.map(({ status }) => status)).toEqual(['CANCELLED', 'CANCELLED']);
    const free = (await stockOf(shop, shop.ids.TUBE))[1];
    expect(Number(held) - Number(free)).toBe(6);
  });

  it('is not given up once something went into it, and stands still only while nobody works', async () => {
    const { id } = await wheels('2');
    const [card] = await cardsOf(shop, id);
    await shop.act((tx) => jobCards.start(tx, { id: card!.id }));
    const pause = { id, reason: 'No light' };
    expect((await shop.refusal((tx) => workOrders.pause(tx, pause))).code).toBe(
      'JOB_CARDS_RUNNING',
    );
    await shop.act((tx) => jobCards.stop(tx, { id: card!.id, reason: 'No light' }));
    await shop.act((tx) => workOrders.pause(tx, pause));
    const start = await shop.refusal((tx) => jobCards.start(tx, { id: card!.id }));
    expect(start.code).toBe('WORK_ORDER_NOT_WORKABLE');
    await shop.act((tx) => workOrders.resume(tx, { id }));
    const cancel = await shop.refusal((tx) => workOrders.cancel(tx, { id, reason: 'Too late' }));
    expect(cancel.code).toBe('TRANSITION_REFUSED');
  });
});

describe('by how many days a finished work order is late', () => {
  const read = async (statement: { text: string; values: unknown[] }) =>
    (await database.query(statement)).rows;
  const told = async (id: string) =>
    (await workOrderForecasts.forecasts(read, [id], new Date())).get(id)?.lateBy;

  it('counts until the day of the last report, whenever that was told', async () => {
    // Due on Friday, 20 March 2026.
    const { id } = await wheels('3');
    const some = { id, good: decimal(1), issue: true };
    const made = (postedOn: string) =>
      shop.act((tx) => workOrders.complete(tx, { ...some, postedOn }));
    await made('2026-03-19');
    expect(await told(id)).toBeGreaterThan(3);
    await made('2026-03-23');
    await made('2026-03-20');
    expect(await told(id)).toBe(3);
  });

  it('is none when nothing more came of it in time', async () => {
    const { id } = await wheels('3');
    const some = { id, good: decimal(2), issue: true, postedOn: '2026-03-18' };
    await shop.act((tx) => workOrders.complete(tx, some));
    const rest = { id, good: decimal(0), isLast: true, postedOn: '2026-03-20' };
    await shop.act((tx) => workOrders.complete(tx, rest));
    expect(await told(id)).toBe(0);
  });
});

describe('the cost of many work orders', () => {
  it('is as many statements for a plan of twenty as for one, from plan to close', async () => {
    async function statements(count: number): Promise<number[]> {
      const counts: number[] = [];
      const step = async <T>(run: Parameters<Workshop['act']>[0]): Promise<T> => {
        const { value, texts } = await database.statements.during(() => shop.act(run));
        counts.push(texts.length);
        return value as T;
      };
      const wanted = Array.from({ length: count }, () => demand(shop, 'BIKE', '1'));
      const planned = await step<workOrders.WorkOrder[][]>((tx) => workOrders.plan(tx, wanted));
      const refs = planned.flat().map(({ id }) => ({ id }));
      await step((tx) => workOrders.releaseMany(tx, refs));
      await step((tx) => workOrders.completeMany(tx, refs, { reportTime: true, issue: true }));
      await step((tx) => workOrders.closeMany(tx, refs));
      return counts;
    }
    // The first fills what is empty; the second is compared.
    await statements(1);
    const one = await statements(1);
    expect(await statements(20)).toEqual(one);
    expect(one.reduce((total, count) => total + count)).toBeLessThan(76);
  });

  it('is seen in stock once all is made', async () => {
    await stock(shop, shop.ids.TUBE, '1', '3');
    expect((await stockOf(shop, shop.ids.FRAME))[0]).toBe('0');
  });
});
