import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonical, decimal } from '../../../modules/kernel/index.js';
import { boms, productData, routings, workCenters } from '../../../modules/manufacturing/index.js';
import type { Database } from '../../../prisma/database.js';
import { onPostgres, openTestDatabase } from '../../support/database.js';
import { manufacturingInvariants } from '../../support/invariants/manufacturing.js';
import { factsOf, openWorkshop, type Workshop } from './workshop.js';

let database: Database;
let shop: Workshop;

beforeAll(async () => {
  database = await openTestDatabase({ poolSize: 8 });
  shop = await openWorkshop(database);
});

afterAll(async () => {
  const broken = await brokenNow();
  await database.close();
  expect(broken).toEqual([]);
});

/** What does not hold of how things are made; the shop of these tests keeps no books. */
async function brokenNow(): Promise<string[]> {
  const broken: string[] = [];
  for (const { name, text } of manufacturingInvariants)
    if ((await database.query({ text, values: [] })).rows.length > 0) broken.push(name);
  return broken;
}

describe('a work center', () => {
  it('is entered once by its code, changed and taken out of use', async () => {
    const { companyId } = shop;
    const row = { companyId, code: 'PRESS', name: 'Press' };
    const enter = (name: string) =>
      shop.act((tx) => workCenters.upsertMany(tx, [{ ...row, name }]));
    const [first] = await enter('Press');
    const [second] = await enter('Big press');
    const id = first && 'ok' in first ? first.ok.id : '';
    expect(second).toMatchObject({ ok: { id, name: 'Big press', version: 2, capacity: 1 } });
    expect(await shop.refusal((tx) => workCenters.create(tx, row))).toMatchObject({
      code: 'DUPLICATE_KEY',
    });
    expect(await shop.refusal((tx) => workCenters.change(tx, { id, capacity: 0 }))).toMatchObject({
      code: 'CAPACITY_OUT_OF_RANGE',
      path: ['capacity'],
    });
    await shop.act((tx) => workCenters.archive(tx, { id }));
    const rate = { workCenterId: id, validFrom: '2026-01-01' };
    expect(await shop.refusal((tx) => workCenters.setRate(tx, rate))).toMatchObject({
      code: 'WORK_CENTER_ARCHIVED',
    });
    expect(await factsOf(shop, id)).toEqual([
      'workCenterCreated',
      'workCenterChanged',
      'workCenterArchived',
    ]);
  });

  it('has one rate for a day, which is replaced', async () => {
    const id = await shop.center('DRILL', ['10', '0', '0']);
    const rate = { workCenterId: id, validFrom: '2026-01-01', labourRate: decimal('12') };
    const outcomes = await shop.act((tx) => workCenters.setRates(tx, [rate, rate]));
    expect(outcomes).toMatchObject([
      { ok: { version: 2 } },
      { refused: [{ path: ['validFrom'] }] },
    ]);
  });
});

describe('a routing', () => {
  it('is that of the day, with the rates of the day', async () => {
    const { companyId } = shop;
    const [itemId, center] = [await shop.item('CASE'), await shop.center('WELD', ['60', '5', '1'])];
    await shop.released(itemId, [[shop.boltId, '1']]);
    const first = await shop.routing(itemId, [[center, '30', '2']]);
    const { id } = await shop.act((tx) =>
      routings.create(tx, {
        ...{ companyId, itemId, revision: 'B', validFrom: '2026-06-01' },
        operations: [
          { name: 'Cut', workCenterId: center, runMinutes: decimal('1'), position: 5 },
          { name: 'Weld', workCenterId: center, runMinutes: decimal('3') },
        ],
      }),
    );
    await shop.act((tx) => routings.release(tx, { id }));
    const on = async (day: string) => {
      const wanted = { companyId, itemIds: [itemId], on: day };
      const made = (await shop.act((tx) => productData.of(tx, wanted))).get(itemId)!;
      return made.operations.map((one) => [one.position, canonical(one.runMinutes)]);
    };
    expect([await on('2026-05-31'), await on('2026-06-01')]).toEqual([
      [[10, '2']],
      [
        [5, '1'],
        [20, '3'],
      ],
    ]);
    expect(await factsOf(shop, first.id)).toEqual([
      'routingCreated',
      'routingReleased',
      'routingChanged',
    ]);
    await shop.act((tx) => routings.retire(tx, { id, on: '2026-07-01' }));
    expect(await on('2026-07-01')).toEqual([]);
  });

  it('tells everything that is wrong with it, with the places', async () => {
    const { companyId } = shop;
    const itemId = await shop.item('BAD');
    const operations = [
      { name: '', workCenterId: companyId, runMinutes: decimal('-1') },
      { name: 'Twice', workCenterId: companyId, position: 10 },
    ];
    const [outcome] = await shop.act((tx) =>
      routings.createMany(tx, [{ companyId, itemId, operations }]),
    );
    const refused = outcome && 'refused' in outcome ? outcome.refused : [];
    expect(refused.map(({ path }) => path.join('.'))).toEqual([
      'operations.0.workCenterId',
      'operations.0.runMinutes',
      'operations.0.name',
      'operations.1.position',
      'operations.1.workCenterId',
    ]);
    const empty = await shop.act((tx) =>
      routings.create(tx, { companyId, itemId, operations: [] }),
    );
    expect(await shop.refusal((tx) => routings.release(tx, { id: empty.id }))).toMatchObject({
      code: 'ROUTING_WITHOUT_OPERATIONS',
    });
  });
});

onPostgres('two releases at once', () => {
  it('make no cycle that neither of them sees', async () => {
    const [one, two] = [await shop.item('RACE-1'), await shop.item('RACE-2')];
    const drafts = [await shop.bom(one, [[two, '1']]), await shop.bom(two, [[one, '1']])];
    const results = await Promise.allSettled(
      drafts.map(({ id }) => shop.act((tx) => boms.release(tx, { id }))),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('let one revision count on a day', async () => {
    const itemId = await shop.item('RACE-3');
    const drafts = await Promise.all(
      ['A', 'B', 'C', 'D'].map((revision) => shop.bom(itemId, [[shop.boltId, '1']], { revision })),
    );
    await Promise.all(drafts.map(({ id }) => shop.act((tx) => boms.release(tx, { id }))));
    expect(await brokenNow()).toEqual([]);
  });
});
