import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonical, decimal } from '../../../modules/kernel/index.js';
import { jobCards, workOrders } from '../../../modules/manufacturing/index.js';
import type { Database } from '../../../prisma/database.js';
import { openTestDatabase } from '../../support/database.js';
import {
  cardsOf,
  costsOf,
  demand,
  expectInvariants,
  factsOf,
  materialsOf,
  newItem,
  openWorkshop,
  released,
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

describe('materials of a work order', () => {
  it('are issued as required, returned at their average, and never beyond', async () => {
    const { id } = await wheels('10');
    await shop.act((tx) => workOrders.issueMaterials(tx, { id }));
    expect(await costs(id)).toEqual(['55', '0', '0', '0', '0']);
    const [rim] = await materialsOf(shop, id);
    const line = (quantity: string) => [
      { workOrderMaterialId: rim!.id, quantity: decimal(quantity) },
    ];
    await shop.act((tx) => workOrders.returnMaterials(tx, { id, lines: line('4') }));
    expect(await costs(id)).toEqual(['35', '0', '0', '0', '0']);
    const tooMuch = { id, lines: line('5') };
    const refusal = await shop.refusal((tx) => workOrders.issueMaterials(tx, tooMuch));
    expect([refusal.code, refusal.path]).toEqual([
      'ISSUE_EXCEEDS_REQUIRED',
      ['lines', 0, 'quantity'],
    ]);
    const meant = { ...tooMuch, allowExcess: true, reason: 'One was bent' };
    await shop.act((tx) => workOrders.issueMaterials(tx, meant));
    expect(await costs(id)).toEqual(['60', '0', '0', '0', '0']);
    const excess = await shop.refusal((tx) =>
      workOrders.issueMaterials(tx, { ...tooMuch, allowExcess: true }),
    );
    expect(excess.path).toEqual(['reason']);
    const all = await shop.refusal((tx) => workOrders.issueMaterials(tx, { id }));
    expect(all.code).toBe('NOTHING_TO_ISSUE');
  });

  it('are refused when stock is short, and reserve nothing that is not there', async () => {
    const bike = (await released(shop, 'BIKE', '1'))[0]!;
    const short = await shop.refusal((tx) => workOrders.issueMaterials(tx, { id: bike.id }));
    expect(short.code).toBe('INSUFFICIENT_STOCK');
    const wanted = { ...demand(shop, 'BIKE', '1') };
    const refusal = await shop.refusal(async (tx) => {
      const [planned = []] = await workOrders.plan(tx, [wanted]);
      return workOrders.release(tx, { id: planned[0]!.id, policy: 'ALL_OR_NOTHING' });
    });
    expect(refusal.code).toBe('INSUFFICIENT_STOCK');
  });

  it('may be asked for as a whole when what is short is made beside', async () => {
    const [planned = []] = await shop.act((tx) => workOrders.plan(tx, [demand(shop, 'BIKE', '1')]));
    const refs = planned.map(({ id }) => ({ id }));
    const wanted = { policy: 'ALL_OR_NOTHING' as const };
    const made = await shop.act((tx) => workOrders.releaseMany(tx, refs, wanted));
    expect(made.length).toBeGreaterThan(1);
    expect(made.every(({ status }) => status === 'RELEASED')).toBe(true);
  });

  it('are backflushed at completion for what is done, good and scrapped', async () => {
    const { id } = await wheelsBackflushed('ON_COMPLETION');
    const part = { id, good: decimal(3), scrap: decimal(1), scrapReason: 'Bent' };
    await shop.act((tx) => workOrders.complete(tx, part));
    const issued = (await materialsOf(shop, id)).map((one) => canonical(one.issued));
    expect(issued).toEqual(['4', '0']);
    await shop.act((tx) => workOrders.complete(tx, { id }));
    expect((await materialsOf(shop, id)).map((one) => canonical(one.issued))).toEqual(['10', '0']);
  });

  it('are backflushed when the operation that takes them reports', async () => {
    const { id } = await wheelsBackflushed('ON_OPERATION');
    const [card] = await cardsOf(shop, id);
    const report = { id: card!.id, good: decimal(6), runMinutes: decimal(30) };
    await shop.act((tx) => jobCards.report(tx, report));
    expect((await materialsOf(shop, id)).map((one) => canonical(one.issued))).toEqual(['6', '0']);
    await shop.act((tx) => workOrders.complete(tx, { id, good: decimal(6) }));
    expect((await materialsOf(shop, id)).map((one) => canonical(one.issued))).toEqual(['6', '0']);
  });

  let backflushed: string | null = null;

  /** Ten of an item whose rims are backflushed and whose bolts are picked. */
  async function wheelsBackflushed(backflush: 'ON_COMPLETION' | 'ON_OPERATION') {
    backflushed ??= await newItem(shop, 'SPOKED', [
      { itemId: shop.ids.RIM, quantity: '1', issueMethod: 'BACKFLUSH' },
      { itemId: shop.ids.BOLT, quantity: '1' },
    ]);
    const wanted = { ...demand(shop, 'WHEEL', '10'), itemId: backflushed, backflush };
    return shop.act(async (tx) => {
      const { id } = await workOrders.create(tx, wanted);
      return workOrders.release(tx, { id });
    });
  }
});

describe('operations of a work order', () => {
  it('run by the clock, each stretch at the frozen rates, one after the other', async () => {
    const [bike] = await released(shop, 'BIKE', '2');
    const [first, second] = await cardsOf(shop, bike!.id);
    const early = await shop.refusal((tx) => jobCards.start(tx, { id: second!.id }));
    expect(early.code).toBe('PREDECESSOR_NOT_DONE');
    const clock = (time: string) => shop.setClock(new Date(`2026-03-02T${time}:00Z`));
    clock('08:00');
    await shop.act((tx) => jobCards.setUp(tx, { id: first!.id }));
    clock('08:10');
    await shop.act((tx) => jobCards.start(tx, { id: first!.id }));
    clock('08:40');
    await shop.act((tx) => jobCards.stop(tx, { id: first!.id, reason: 'Lunch' }));
    clock('09:00');
    await shop.act((tx) => jobCards.start(tx, { id: first!.id }));
    clock('09:10');
    await shop.act((tx) => jobCards.report(tx, { id: first!.id, good: decimal(2) }));
    const [done] = await cardsOf(shop, bike!.id);
    // 10 minutes of set-up, 30 + 10 of run: 50 minutes at 36 and 12 an hour.
    expect([done!.actualSetupMinutes, done!.actualRunMinutes].map(canonical)).toEqual(['10', '40']);
    expect(await costs(bike!.id)).toEqual(['0', '30', '10', '0', '0']);
    expect((await cardsOf(shop, bike!.id))[1]!.status).toBe('READY');
    const tooMuch = { id: second!.id, good: decimal(3) };
    const refusal = await shop.refusal((tx) => jobCards.report(tx, tooMuch));
    expect([refusal.code, refusal.path]).toEqual(['REPORT_EXCEEDS_PREDECESSOR', ['good']]);
    const open = await shop.refusal((tx) => jobCards.finish(tx, { id: second!.id }));
    expect(open.code).toBe('PREDECESSOR_NOT_DONE');
    await shop.act((tx) => jobCards.finish(tx, { id: first!.id }));
    expect(await factsOf(shop, first!.id)).toEqual([
      'jobCardCreated',
      'jobCardSetUp',
      'jobCardStarted',
      'jobCardStopped',
      'jobCardStarted',
      'jobCardReported',
      'jobCardFinished',
    ]);
    shop.setClock(new Date('2026-03-02T08:00:00Z'));
  });

  it('name a reason for scrap and rework, and leave out what is skipped', async () => {
    const [bike] = await released(shop, 'BIKE', '2');
    const [first, second] = await cardsOf(shop, bike!.id);
    const scrap = { id: first!.id, scrap: decimal(1) };
    expect((await shop.refusal((tx) => jobCards.report(tx, scrap))).path).toEqual(['scrapReason']);
    const rework = {
      id: first!.id,
      rework: decimal(1),
      reworkReason: 'Loose',
      runMinutes: decimal(5),
    };
    await shop.act((tx) => jobCards.report(tx, rework));
    const skip = await shop.refusal((tx) =>
      jobCards.skip(tx, { id: first!.id, reason: 'Why not' }),
    );
    expect(skip.code).toBe('TRANSITION_REFUSED');
    await shop.act((tx) => jobCards.skip(tx, { id: second!.id, reason: 'Not needed' }));
    expect((await cardsOf(shop, bike!.id)).map(({ status }) => status)).toEqual([
      'RUNNING',
      'SKIPPED',
    ]);
  });
});
