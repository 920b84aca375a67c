import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBooks } from '../../../modules/finance/index.js';
import { canonical, decimal } from '../../../modules/kernel/index.js';
import { hearings } from '../../../modules/listeners.js';
import { boms, costing, explosions, workOrders } from '../../../modules/manufacturing/index.js';
import type { Database } from '../../../prisma/database.js';
import { openTestDatabase } from '../../support/database.js';
import {
  costsOf,
  demand,
  expectInvariants,
  materialsOf,
  newItem,
  openWorkshop,
  stock,
  stockOf,
  type Workshop,
} from './bicycles.js';

let database: Database;
let shop: Workshop;
/** Lies in stock in metres at 1 EUR. */
let ribbon: string;

beforeAll(async () => {
  database = await openTestDatabase();
  shop = await openWorkshop(database, hearings);
  ribbon = await newItem(shop, 'RIBBON', []);
  await stock(shop, ribbon, '1000', '1');
});

afterAll(async () => {
  await expectInvariants(database);
  await database.close();
});

/** 12 m of ribbon for each and 5 m to thread it once, in rolls of 50 m, and a bolt. */
const parts = () => {
  const roll = { itemId: ribbon, roundingMultiple: decimal(50), issueMethod: 'BACKFLUSH' as const };
  return [
    { ...roll, quantity: '12' },
    { ...roll, quantity: '5', isFixed: true },
    { itemId: shop.ids.BOLT, quantity: '1', issueMethod: 'BACKFLUSH' as const },
  ];
};

async function released(itemId: string, quantity: string) {
  return shop.act(async (tx) => {
    const { id } = await workOrders.create(tx, {
      ...{ ...demand(shop, 'WHEEL', quantity), itemId, backflush: 'ON_COMPLETION' },
    });
    return workOrders.release(tx, { id });
  });
}

const read = async (statement: { text: string; values: unknown[] }) =>
  (await database.query(statement)).rows;

const taken = async (id: string) =>
  (await materialsOf(shop, id)).map(({ required, reserved, issued, roundingMultiple }) =>
    [required, reserved, issued, roundingMultiple ?? decimal(0)].map(canonical).join(' '),
  );

describe('a component that comes in rolls', () => {
  let bow: string;
  let orderId: string;

  beforeAll(async () => {
    bow = await newItem(shop, 'BOW', parts());
  });

  it('is required, frozen and reserved in whole rolls, and planned at what they cost', async () => {
    const order = await released(bow, '10');
    orderId = order.id;
    // 120 m are three rolls and 5 m are one more; ten bolts stay ten.
    expect(await taken(orderId)).toEqual(['150 150 0 50', '50 50 0 50', '10 10 0 0']);
    // (200 + 10 × 0.50) ÷ 10 and 5 minutes at 48 an hour.
    expect(canonical(order.plannedUnitCost!)).toBe('24.5');
  });

  it('is exploded in whole rolls, and costed without', async () => {
    const { companyId } = shop;
    const on = '2026-03-20';
    const wanted = { companyId, itemIds: [bow], on };
    const [exploded] = await explosions.parts(read, wanted, { quantity: decimal(10) });
    expect(exploded?.map(({ quantity }) => quantity)).toEqual(['150', '50', '10']);
    const costs = await shop.act((tx) =>
      costing.unitCosts(tx, { companyId, itemIds: [bow], on, lotSize: decimal(10) }),
    );
    // 12 m, a tenth of the 5 m to thread, and a bolt.
    expect(canonical(costs.get(bow)!.material)).toBe('13');
  });

  it('is backflushed roll by roll, as the finished part takes them', async () => {
    const complete = (good: string) =>
      shop.act((tx) =>
        workOrders.complete(tx, { id: orderId, good: decimal(good), reportTime: true }),
      );
    await complete('4');
    expect(await taken(orderId)).toEqual(['150 100 50 50', '50 0 50 50', '10 6 4 0']);
    await complete('5');
    expect(await taken(orderId)).toEqual(['150 0 150 50', '50 0 50 50', '10 1 9 0']);
    await complete('1');
    expect(await taken(orderId)).toEqual(['150 0 150 50', '50 0 50 50', '10 0 10 0']);
    expect(await stockOf(shop, ribbon)).toEqual(['800', '0', '800']);
    expect(await stockOf(shop, bow)).toEqual(['10', '0', '245']);
  });

  it('leaves nothing in process, and books that hold', async () => {
    await shop.act((tx) => workOrders.close(tx, { id: orderId }));
    // 205 of material, 50 minutes at 36 and 12 an hour, all of it in the product.
    expect(await costsOf(shop, orderId)).toEqual(['205', '30', '10', '245', '0']);
    const counts = await checkBooks(read, 'ALL');
    expect(counts.length).toBeGreaterThan(5);
    expect(counts.filter(({ broken }) => broken > 0)).toEqual([]);
  });

  it('is allowed as far as less was made than planned', async () => {
    const { id } = await released(bow, '10');
    const few = { id, good: decimal(3), isLast: true, reportTime: true };
    await shop.act((tx) => workOrders.complete(tx, few));
    expect(await taken(id)).toEqual(['150 0 50 50', '50 0 50 50', '10 0 3 0']);
    await shop.act((tx) => workOrders.close(tx, { id }));
    // 36 m take one roll, which is no excess: what is left is what the plan spread over ten.
    const { rows } = await database.query({
      text: `select "data"->'variances' from "Event"
        where "documentId" = $1 and "type" = 'manufacturing.workOrderClosed'`,
      values: [id],
    });
    const told = rows[0]![0] as string | { kind: string }[];
    const kinds = (typeof told === 'string' ? (JSON.parse(told) as { kind: string }[]) : told).map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(['LOT_SIZE']);
  });
});

describe('a rounding multiple that is none', () => {
  const line = (rest: Partial<boms.BomInput['lines'][number]>) => {
    return { itemId: ribbon, quantity: decimal(1), ...rest };
  };

  it('is refused with the place of its line', async () => {
    const { companyId, ids } = shop;
    const lines = ['0', '-1', '0.0000000001', '1e19'].map((multiple) =>
      line({ roundingMultiple: decimal(multiple) }),
    );
    const beside = { kind: 'BY_PRODUCT' as const, itemId: ids.SCRAPS };
    const all = [...lines, line({ ...beside, roundingMultiple: decimal(5) })];
    const [outcome] = await shop.act((tx) =>
      boms.createMany(tx, [{ companyId, itemId: ids.RIM, lines: all }]),
    );
    const refused = outcome && 'refused' in outcome ? outcome.refused : [];
    expect(refused.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ...[0, 1, 2, 3].map((at) => ['QUANTITY_OUT_OF_RANGE', `lines.${at}.roundingMultiple`]),
      ['BY_PRODUCT_ROUNDED', 'lines.4'],
    ]);
  });

  it('is refused by the store as well', async () => {
    for (const set of ['0', `'NaN'`, '-1'])
      await expect(
        database.query({
          text: `update "WorkOrderMaterial" set "roundingMultiple" = ${set}`,
          values: [],
        }),
      ).rejects.toThrow('WorkOrderMaterial_multiple_check');
  });

  it('is seen as a change of the BOM, and taken away by a line without', async () => {
    const { companyId, ids } = shop;
    const rounded = [line({ roundingMultiple: decimal(50) })];
    const of = { companyId, itemId: ids.TUBE };
    const { id } = await shop.act((tx) => boms.create(tx, { ...of, lines: rounded }));
    const multiples = async () => {
      const { rows } = await database.query({
        text: `select "roundingMultiple"::text from "BomLine" where "bomId" = $1`,
        values: [id],
      });
      return rows.flat();
    };
    expect(await multiples()).toEqual(['50.000000000']);
    await shop.act((tx) => boms.change(tx, { id, lines: [line({})] }));
    expect(await multiples()).toEqual([null]);
  });
});
