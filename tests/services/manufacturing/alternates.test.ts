import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tx } from '../../../modules/events/index.js';
import { checkBooks } from '../../../modules/finance/index.js';
import { canonical, decimal } from '../../../modules/kernel/index.js';
import { hearings } from '../../../modules/listeners.js';
import { workOrders } from '../../../modules/manufacturing/index.js';
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
/** In stock at 2, 2.50 and 3 EUR: 10 of the first, 100 of each other. */
let wire: string;
let cable: string;
let cord: string;
let lamp: string;

/** A lamp is two of wire and a bolt. 1.2 of cable stand in for one of wire, and cord from 2099 on. */
const parts = () => [
  {
    ...{ itemId: wire, quantity: '2' },
    alternates: [
      { itemId: cord, priority: 5, validFrom: '2099-01-01' },
      { itemId: cable, priority: 1, ratio: decimal('1.2') },
    ],
  },
  { itemId: shop.ids.BOLT, quantity: '1' },
];

beforeAll(async () => {
  database = await openTestDatabase();
  shop = await openWorkshop(database, hearings);
  [wire, cable, cord] = [
    await newItem(shop, 'WIRE', []),
    await newItem(shop, 'CABLE', []),
    await newItem(shop, 'CORD', []),
  ];
  await stock(shop, wire, '10', '2');
  await stock(shop, cable, '100', '2.5');
  await stock(shop, cord, '100', '3');
  lamp = await newItem(shop, 'LAMP', parts());
});

afterAll(async () => {
  await expectInvariants(database);
  await database.close();
});

const read = async (statement: { text: string; values: unknown[] }) =>
  (await database.query(statement)).rows;

async function released(quantity: string, itemId = lamp) {
  return shop.act(async (tx) => {
    const { id } = await workOrders.create(tx, { ...demand(shop, 'WHEEL', quantity), itemId });
    return workOrders.release(tx, { id });
  });
}

/** Required, reserved, issued and cost of the wire of a work order. */
async function wireOf(orderId: string) {
  const material = (await materialsOf(shop, orderId)).find(({ itemId }) => itemId === wire)!;
  const { required, reserved, issued, issuedCost } = material;
  return { id: material.id, told: [required, reserved, issued, issuedCost].map(canonical) };
}

async function alternatesOf(orderId: string) {
  const rows = await database.db
    .selectFrom('WorkOrderMaterialAlternate')
    .selectAll()
    .where('workOrderId', '=', orderId)
    .execute();
  return rows.map(({ itemId, ratio, served, issued, issuedCost }) => [
    itemId,
    ...[ratio, served, issued, issuedCost].map(canonical),
  ]);
}

describe('a material that is short', () => {
  let orderId: string;
  let wireId: string;

  it('is planned, costed and reserved as itself, and what may stand in is frozen with it', async () => {
    const order = await released('10');
    orderId = order.id;
    const { id, told } = await wireOf(orderId);
    wireId = id;
    expect(told).toEqual(['20', '10', '0', '0']);
    // 2 × 2 of wire, a bolt at 0.50, and 5 minutes at 48 an hour.
    expect(canonical(order.plannedUnitCost!)).toBe('8.5');
    expect(await alternatesOf(orderId)).toEqual([[cable, '1.2', '0', '0', '0']]);
    expect((await stockOf(shop, cable)).slice(0, 2)).toEqual(['100', '0']);
  });

  it('is not served by what was not released to stand in, nor beyond what it takes', async () => {
    const issue = (lines: readonly object[]) =>
      shop.refusal((tx) => workOrders.issueMaterials(tx, { id: orderId, lines: lines as never }));
    const line = { workOrderMaterialId: wireId, quantity: decimal(5) };
    const other = await issue([{ ...line, alternateItemId: cord }]);
    expect([other.code, other.path]).toEqual(['NOT_AN_ALTERNATE', ['lines', 0, 'alternateItemId']]);
    const twice = await issue([
      { ...line, alternateItemId: cable },
      { ...line, alternateItemId: cable },
    ]);
    expect([twice.code, twice.path]).toEqual([
      'LINE_REPEATED',
      ['lines', 1, 'workOrderMaterialId'],
    ]);
    const more = await issue([
      { ...line, quantity: decimal(10) },
      { ...line, quantity: decimal(11), alternateItemId: cable },
    ]);
    expect([more.code, more.path, more.params]).toEqual([
      'ISSUE_EXCEEDS_REQUIRED',
      ['lines', 1, 'quantity'],
      { open: '10', requested: '11' },
    ]);
    const nothing = await issue([{ ...line, quantity: decimal(0), alternateItemId: cable }]);
    expect([nothing.code, nothing.path]).toEqual([
      'QUANTITY_OUT_OF_RANGE',
      ['lines', 0, 'quantity'],
    ]);
    const tooMuch = await issue([{ ...line, quantity: decimal(15) }]);
    expect(tooMuch.code).toBe('INSUFFICIENT_STOCK');
  });

  it('takes ten as itself and twelve of the other for the rest, at what they really cost', async () => {
    const lines = [
      { workOrderMaterialId: wireId, quantity: decimal(10) },
      { workOrderMaterialId: wireId, quantity: decimal(10), alternateItemId: cable },
    ];
    await shop.act((tx) => workOrders.issueMaterials(tx, { id: orderId, lines }));
    // 10 at 2 and 12 at 2.50.
    expect((await wireOf(orderId)).told).toEqual(['20', '0', '20', '50']);
    expect(await alternatesOf(orderId)).toEqual([[cable, '1.2', '10', '12', '30']]);
    expect(await stockOf(shop, wire)).toEqual(['0', '0', '0']);
    expect(await stockOf(shop, cable)).toEqual(['88', '0', '220']);
    const { rows } = await database.query({
      text: `select e."itemId", e."side", e."baseAmount" from "LedgerEntry" e
        join "JournalEntry" j on j."id" = e."journalEntryId"
        where j."documentId" = $1 and j."postingRule" = 'manufacturing.materialIssued'
          and e."side" = 'CREDIT' order by e."baseAmount"`,
      values: [orderId],
    });
    expect(rows.map(([itemId, , amount]) => [itemId, Number(amount)])).toEqual([
      [wire, 20],
      [cable, 30],
    ]);
  });

  it('gives back what went in, each as the item it was', async () => {
    const back = (quantity: string, alternateItemId?: string) => (tx: Tx) =>
      workOrders.returnMaterials(tx, {
        id: orderId,
        lines: [{ workOrderMaterialId: wireId, quantity: decimal(quantity), alternateItemId }],
      });
    // Of the twenty that are issued, ten are wire.
    const refusal = await shop.refusal(back('11'));
    expect([refusal.code, refusal.params]).toEqual([
      'RETURN_EXCEEDS_ISSUED',
      { open: '10', requested: '11' },
    ]);
    await shop.act(back('5', cable));
    expect((await wireOf(orderId)).told).toEqual(['20', '0', '15', '35']);
    expect(await alternatesOf(orderId)).toEqual([[cable, '1.2', '5', '6', '15']]);
    expect(await stockOf(shop, cable)).toEqual(['94', '0', '235']);
    await shop.act(back('10'));
    expect(await stockOf(shop, wire)).toEqual(['10', '0', '20']);
    const lines = [
      { workOrderMaterialId: wireId, quantity: decimal(10) },
      { workOrderMaterialId: wireId, quantity: decimal(5), alternateItemId: cable },
    ];
    await shop.act((tx) => workOrders.issueMaterials(tx, { id: orderId, lines }));
    expect((await wireOf(orderId)).told).toEqual(['20', '0', '20', '50']);
  });

  it('leaves what the other cost more in the variance of the price, and books that hold', async () => {
    const done = { id: orderId, issue: true, reportTime: true, close: true };
    await shop.act((tx) => workOrders.complete(tx, done));
    // 50 and ten bolts, 50 minutes at 36 and 12; ten at 8.50 came out, and 10 are left.
    expect(await costsOf(shop, orderId)).toEqual(['55', '30', '10', '85', '10']);
    const { rows } = await database.query({
      text: `select "data"->'variances' from "Event"
        where "documentId" = $1 and "type" = 'manufacturing.workOrderClosed'`,
      values: [orderId],
    });
    const told = rows[0]![0];
    expect(typeof told === 'string' ? (JSON.parse(told) as unknown) : told).toEqual([
      { kind: 'MATERIAL_PRICE', amount: '10' },
    ]);
    const counts = await checkBooks(read, 'ALL');
    expect(counts.length).toBeGreaterThan(5);
    expect(counts.filter(({ broken }) => broken > 0)).toEqual([]);
  });
});

describe('a material that is reserved', () => {
  it('is freed as far as something else serves it', async () => {
    await stock(shop, wire, '10', '2');
    const { id } = await released('4');
    const { id: workOrderMaterialId, told } = await wireOf(id);
    expect(told).toEqual(['8', '8', '0', '0']);
    const lines = [{ workOrderMaterialId, quantity: decimal(6), alternateItemId: cable }];
    await shop.act((tx) => workOrders.issueMaterials(tx, { id, lines }));
    expect((await wireOf(id)).told.slice(0, 3)).toEqual(['8', '2', '6']);
    expect(await stockOf(shop, wire)).toEqual(['10', '2', '20']);
    // What is left is taken with the rest.
    await shop.act((tx) => workOrders.complete(tx, { id, issue: true, reportTime: true }));
    expect((await wireOf(id)).told.slice(0, 3)).toEqual(['8', '0', '8']);
    expect((await stockOf(shop, wire))[0]).toBe('8');
  });

  it('takes no more statements for an alternate of one material than of three', async () => {
    await stock(shop, wire, '200', '2');
    const many = await newItem(
      shop,
      'LAMPS',
      [1, 2, 3].map(() => parts()[0]!),
    );
    async function statements(count: number): Promise<number> {
      const { id } = await released('1', many);
      const wires = (await materialsOf(shop, id)).slice(0, count);
      const lines = wires.map((one) => {
        return { workOrderMaterialId: one.id, quantity: decimal(1), alternateItemId: cable };
      });
      const { texts } = await database.statements.during(() =>
        shop.act((tx) => workOrders.issueMaterials(tx, { id, lines })),
      );
      return texts.length;
    }
    await statements(1);
    expect(await statements(3)).toBe(await statements(1));
  });
});
