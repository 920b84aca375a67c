import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refused } from '../../../modules/events/index.js';
import { items, openings } from '../../../modules/inventory/index.js';
import { canonical, decimal, NotFound, RuleViolation } from '../../../modules/kernel/index.js';
import { costing, workCenters } from '../../../modules/manufacturing/index.js';
import type { Database } from '../../../prisma/database.js';
import { actorWith } from '../../support/acting.js';
import { openTestDatabase } from '../../support/database.js';
import { openWorkshop, type Workshop } from './workshop.js';

let database: Database;
let shop: Workshop;

beforeAll(async () => {
  database = await openTestDatabase();
  shop = await openWorkshop(database);
});

afterAll(() => database.close());

const on = '2026-03-02';

/** Material, labour and overhead of one unit, and whether all of it is known. */
async function costOf(itemId: string, rest: { lotSize?: string; on?: string } = {}) {
  const { companyId } = shop;
  const lotSize = rest.lotSize === undefined ? null : decimal(rest.lotSize);
  const wanted = { companyId, itemIds: [itemId], on: rest.on ?? on, lotSize };
  const cost = (await shop.act((tx) => costing.unitCosts(tx, wanted))).get(itemId)!;
  expect(cost.currency).toBe('EUR');
  return [cost.material, cost.labour, cost.overhead].map(canonical).concat(String(cost.isComplete));
}

const bought = async (code: string, standardCost: string): Promise<string> => {
  const id = await shop.item(code);
  const settings = { companyId: shop.companyId, itemId: id, standardCost: decimal(standardCost) };
  await shop.act((tx) => items.setSettings(tx, settings));
  return id;
};

describe('what an item costs', () => {
  it('is the standard cost of what is bought, else the average of its stock, else not known', async () => {
    expect(await costOf(await bought('STD', '4.2'))).toEqual(['4.2', '0', '0', 'true']);
    expect(await costOf(shop.boltId)).toEqual(['1.5', '0', '0', 'true']);
    expect(await costOf(await shop.item('NEW'))).toEqual(['0', '0', '0', 'false']);
  });

  it('rolls up from level to level, with set-up spread over the lot', async () => {
    // The textbook's roll-up: a table of a top and four legs, a leg is turned out of a blank.
    const [blank, top] = [await bought('BLANK', '2'), await bought('TOP', '30')];
    const [leg, table] = [await shop.item('LEG'), await shop.item('TABLE')];
    const lathe = await shop.center('LATHE', ['30', '15', '20']);
    const bench = await shop.center('BENCH', ['24', '0', '12']);
    await shop.released(leg, [[blank, '1', { scrapPercent: decimal('20') }]]);
    await shop.routing(leg, [[lathe, '60', '4']]);
    await shop.released(table, [
      [leg, '4'],
      [top, '1'],
      [shop.boltId, '10', { isFixed: true }],
    ]);
    await shop.routing(table, [[bench, '20', '30']]);
    // Leg in lots of 10: 2 ÷ 0.8 = 2.5; (60 ÷ 10 + 4) ÷ 60 × 45 = 7.5; 10 ÷ 60 × 20 = 3.333333333.
    expect(await costOf(leg, { lotSize: '10' })).toEqual(['2.5', '7.5', '3.333333333', 'true']);
    // Table: 4 × 13.333333333 + 30 + 10 × 1.5 ÷ 10 = 84.833333332; 32 ÷ 60 × 24 = 12.8; × 12 = 6.4.
    expect(await costOf(table, { lotSize: '10' })).toEqual(['84.833333332', '12.8', '6.4', 'true']);
    // Alone the leg bears its whole set-up: 64 ÷ 60 × 45 = 48 and 64 ÷ 60 × 20.
    expect(await costOf(leg)).toEqual(['2.5', '48', '21.333333333', 'true']);
  });

  it('takes by-products off by their share, and half the efficiency doubles the time', async () => {
    const [log, board] = [await bought('LOG', '100'), await shop.item('BOARD')];
    const chips = await shop.item('CHIPS');
    const saw = await shop.center('SAW', ['36', '24', '6']);
    await shop.act((tx) => workCenters.change(tx, { id: saw, efficiencyPercent: decimal('50') }));
    await shop.released(
      board,
      [
        [log, '1'],
        [chips, '3', { kind: 'BY_PRODUCT', costSharePercent: decimal('10') }],
      ],
      { outputQuantity: decimal('2'), yieldPercent: decimal('80') },
    );
    await shop.routing(board, [[saw, '0', '6']]);
    // 100 ÷ 2 ÷ 0.8 = 62.5, of it 90 %; 6 ÷ 60 × 60 ÷ 0.5 = 12, of it 90 %; 1.2 of overhead too.
    expect(await costOf(board)).toEqual(['56.25', '10.8', '1.08', 'true']);
  });

  it('is that of the day, and says when a part of it is not known', async () => {
    const [gear, plate] = [await shop.item('GEAR'), await shop.item('PLATE')];
    const mill = await shop.center('MILL', ['60', '0', '0']);
    await shop.act((tx) =>
      workCenters.setRate(tx, {
        ...{ workCenterId: mill, validFrom: '2026-07-01', labourRate: decimal('90') },
      }),
    );
    await shop.released(gear, [[plate, '1']]);
    await shop.routing(gear, [[mill, '0', '10']]);
    expect(await costOf(gear)).toEqual(['0', '10', '0', 'false']);
    expect(await costOf(gear, { on: '2026-07-01' })).toEqual(['0', '15', '0', 'false']);
  });

  it('is told of companies only that the actor sees', async () => {
    const wanted = { companyId: shop.companyId, itemIds: [shop.boltId], on };
    const stranger = actorWith([], []);
    expect(await shop.refusal((tx) => costing.unitCosts(tx, wanted), stranger)).toBeInstanceOf(
      NotFound,
    );
  });

  it('takes three statements beside the company, whatever the items and levels', async () => {
    const deep: string[] = [shop.boltId];
    for (let level = 1; level <= 6; level++) {
      const id = await shop.item(`DEEP-${level}`);
      await shop.released(id, [[deep.at(-1)!, '2']]);
      deep.push(id);
    }
    for (const itemIds of [deep.slice(0, 1), deep.slice(1, 2), deep]) {
      const wanted = { companyId: shop.companyId, itemIds, on };
      const { texts } = await database.statements.during(() =>
        shop.act((tx) => costing.unitCosts(tx, wanted)),
      );
      const read = texts.filter((text) => /"(Bom|Routing|ItemValuation)"/.test(text));
      expect(read.length).toBeLessThanOrEqual(3);
    }
    expect(await costOf(deep.at(-1)!)).toEqual(['96', '0', '0', 'true']);
  });
});

describe('a roll-up', () => {
  it('writes standard costs of what is fully known, once, and tells the rest', async () => {
    const { companyId } = shop;
    const unknown = await shop.item('UNKNOWN');
    const [axle, cart] = [await shop.item('AXLE'), await shop.item('CART')];
    await shop.released(axle, [[shop.boltId, '2']]);
    await shop.released(cart, [
      [axle, '2'],
      [unknown, '1'],
    ]);
    const rolled = await shop.act((tx) => costing.rollUpCosts(tx, { companyId, on }));
    const told = new Map(rolled.map((one) => [one.itemId, one]));
    expect([told.get(axle)?.isWritten, told.get(cart)?.isWritten]).toEqual([true, false]);
    const settings = await database.db
      .selectFrom('ItemCompany')
      .selectAll()
      .where('itemId', '=', axle)
      .executeTakeFirstOrThrow();
    expect([canonical(settings.standardCost!), settings.version]).toEqual(['3', 1]);
    const { rows } = await sql`select 1 from "ItemCompany" where "itemId" = ${cart}`.execute(
      database.db,
    );
    expect(rows).toEqual([]);
    await shop.act((tx) => costing.rollUpCosts(tx, { companyId, on }));
    const again = await shop.act((tx) =>
      costing.rollUpCosts(tx, { companyId, on, itemIds: [axle, shop.boltId] }),
    );
    expect(again.map(({ itemId, material }) => [itemId, canonical(material)])).toEqual([
      [axle, '3'],
    ]);
    const { version } = await database.db
      .selectFrom('ItemCompany')
      .select('version')
      .where('itemId', '=', axle)
      .executeTakeFirstOrThrow();
    expect(version).toBe(1);
  });

  it('revalues the stock that is kept at standard cost', async () => {
    const { companyId, warehouseId } = shop;
    const rim = await bought('RIM', '9');
    await shop.act((tx) =>
      items.setSettings(tx, { companyId, itemId: rim, valuationMethod: 'STANDARD' }),
    );
    const opening = { companyId, warehouseId, itemId: rim, postedOn: '2026-03-01' };
    await shop.act((tx) =>
      openings.upsertMany(tx, [{ ...opening, quantity: decimal('4'), unitCost: decimal('9') }]),
    );
    await shop.released(rim, [[shop.boltId, '8']]);
    await shop.act((tx) => costing.rollUpCosts(tx, { companyId, on, itemIds: [rim] }));
    const stock = await database.db
      .selectFrom('ItemValuation')
      .selectAll()
      .where('itemId', '=', rim)
      .executeTakeFirstOrThrow();
    expect([stock.value, stock.standardCost!].map(canonical)).toEqual(['48', '12']);
  });

  it('refuses items that are not there and lots that are none, each at its path', async () => {
    const { companyId, boltId } = shop;
    const refusal = async (given: { itemIds?: string[]; lotSize?: string }) => {
      const lotSize = given.lotSize === undefined ? null : decimal(given.lotSize);
      const input = { companyId, on, itemIds: given.itemIds ?? [boltId], lotSize };
      const refused: RuleViolation[] = [];
      await shop.refusal(async (tx) => {
        try {
          return await costing.rollUpCosts(tx, input);
        } catch (error) {
          if (error instanceof Refused) refused.push(...error.refusals);
          if (error instanceof RuleViolation) refused.push(error);
          throw error;
        }
      });
      return refused.map(({ code, path }) => `${code} ${path.join('.')}`);
    };
    const nobody = companyId;
    expect(await refusal({ itemIds: [boltId, nobody] })).toEqual(['NOT_FOUND itemIds.1']);
    for (const lotSize of ['0', '-1', '9'.repeat(40), `0.${'1'.repeat(20)}`])
      expect(await refusal({ lotSize })).toEqual(['QUANTITY_OUT_OF_RANGE lotSize']);
    expect(await refusal({ itemIds: [nobody, nobody], lotSize: '-1' })).toEqual([
      'QUANTITY_OUT_OF_RANGE lotSize',
      'NOT_FOUND itemIds.0',
      'NOT_FOUND itemIds.1',
    ]);
  });
});
