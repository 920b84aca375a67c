import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lots, queries, stock as stocks } from '../../../modules/inventory/index.js';
import { canonical, decimal } from '../../../modules/kernel/index.js';
import { workOrders } from '../../../modules/manufacturing/index.js';
import type { Database } from '../../../prisma/database.js';
import { openTestDatabase } from '../../support/database.js';
import {
  demand,
  expectInvariants,
  materialsOf,
  newItem,
  openWorkshop,
  type Workshop,
} from './bicycles.js';

let database: Database;
let shop: Workshop;
/** A knife is two of steel, for each of which 1.5 of iron stand in; all are kept by lots. */
let steel: string;
let iron: string;
let knife: string;

beforeAll(async () => {
  database = await openTestDatabase();
  shop = await openWorkshop(database);
  const tracked = { isLotTracked: true };
  steel = await newItem(shop, 'STEEL', [], tracked);
  iron = await newItem(shop, 'IRON', [], tracked);
  const alternates = [{ itemId: iron, ratio: decimal('1.5') }];
  knife = await newItem(shop, 'KNIFE', [{ itemId: steel, quantity: '2', alternates }], tracked);
});

afterAll(async () => {
  await expectInvariants(database);
  await database.close();
});

/** Takes a lot on stock at 10 EUR for each. */
async function receive(itemId: string, code: string, quantity: string) {
  const { companyId, warehouseId } = shop;
  await shop.act(async (tx) => {
    const [lot] = await lots.ensure(tx, [{ companyId, itemId, code }]);
    const document = { type: 'StockOpening', id: tx.newId() };
    await stocks.receive(tx, [
      {
        ...{ companyId, itemId, warehouseId, unit: 'C62', currency: 'EUR', lotId: lot!.id },
        ...{ kind: 'RECEIPT' as const, postedOn: '2026-03-01', document },
        ...{ quantity: decimal(quantity), value: decimal(quantity).mul(10) },
      },
    ]);
  });
}

async function knives(quantity: string) {
  return shop.act(async (tx) => {
    const order = await workOrders.create(tx, {
      ...demand(shop, 'WHEEL', quantity),
      itemId: knife,
    });
    return workOrders.release(tx, { id: order.id });
  });
}

/** Which lots went into which by a work order, and how much. */
async function genealogyOf(workOrderId: string) {
  const rows = await database.db
    .selectFrom('LotGenealogy as g')
    .innerJoin('Lot as c', 'c.id', 'g.componentLotId')
    .innerJoin('Lot as p', 'p.id', 'g.productLotId')
    .select(['p.code as product', 'c.code as component', 'g.quantity'])
    .where('g.documentId', '=', workOrderId)
    .orderBy('p.code')
    .orderBy('c.code')
    .execute();
  return rows.map((one) => [one.product, one.component, canonical(one.quantity)]);
}

describe('lots of products', () => {
  it('know the lots of components that went into them', async () => {
    await receive(steel, 'S1', '3');
    await receive(steel, 'S2', '3');
    const { id } = await knives('3');
    const bare = await shop.refusal((tx) => workOrders.complete(tx, { id, issue: true }));
    expect(bare.code).toBe('LOT_REQUIRED');
    const first = { id, good: decimal(2), lotCode: 'K1', issue: true };
    await shop.act((tx) => workOrders.complete(tx, first));
    await shop.act((tx) => workOrders.complete(tx, { id, lotCode: 'K2', issue: true }));
    expect(await genealogyOf(id)).toEqual([
      ['K1', 'S1', '3'],
      ['K1', 'S2', '1'],
      ['K2', 'S2', '2'],
    ]);
    const left = await shop.act((tx) => queries.onHand(tx, shop.companyId, [steel]));
    expect(left.map(({ onHand }) => canonical(onHand))).toEqual(['0']);
  });

  it('are named for an item alone that is kept by them', async () => {
    const { id } = await shop.act(async (tx) => {
      const order = await workOrders.create(tx, demand(shop, 'WHEEL', '1'));
      return workOrders.release(tx, { id: order.id });
    });
    const refusal = await shop.refusal((tx) =>
      workOrders.complete(tx, { id, lotCode: 'W1', issue: true }),
    );
    expect([refusal.code, refusal.path]).toEqual(['LOT_NOT_TRACKED', ['lotCode']]);
  });

  it('are all found from a lot of what stood in for a component', async () => {
    await receive(steel, 'S3', '14');
    await receive(iron, 'I1', '9');
    const { id } = await knives('10');
    const { id: workOrderMaterialId } = (await materialsOf(shop, id))[0]!;
    const line = { workOrderMaterialId };
    const lines = [
      { ...line, quantity: decimal(14) },
      { ...line, quantity: decimal(6), alternateItemId: iron },
    ];
    await shop.act((tx) => workOrders.issueMaterials(tx, { id, lines }));
    const made = (good: number, lotCode: string) =>
      shop.act((tx) => workOrders.complete(tx, { id, good: decimal(good), lotCode }));
    await made(5, 'K3');
    await made(2, 'K4');
    await made(3, 'K5');
    // Of each ten of steel, three were served by 4.5 of iron.
    expect(await genealogyOf(id)).toEqual([
      ['K3', 'I1', '4.5'],
      ['K3', 'S3', '7'],
      ['K4', 'I1', '1.8'],
      ['K4', 'S3', '2.8'],
      ['K5', 'I1', '2.7'],
      ['K5', 'S3', '4.2'],
    ]);
  });

  it('hold what was issued since the one before alone', async () => {
    await receive(steel, 'S4', '4');
    await receive(iron, 'I2', '6');
    const { id } = await knives('4');
    const { id: workOrderMaterialId } = (await materialsOf(shop, id))[0]!;
    const issue = (alternateItemId?: string) =>
      shop.act((tx) =>
        workOrders.issueMaterials(tx, {
          ...{ id, lines: [{ workOrderMaterialId, quantity: decimal(4), alternateItemId }] },
        }),
      );
    await issue();
    const first = { id, good: decimal(2), lotCode: 'K6' };
    await shop.act((tx) => workOrders.complete(tx, first));
    await issue(iron);
    await shop.act((tx) => workOrders.complete(tx, { ...first, lotCode: 'K7' }));
    expect(await genealogyOf(id)).toEqual([
      ['K6', 'S4', '4'],
      ['K7', 'I2', '6'],
    ]);
  });
});
