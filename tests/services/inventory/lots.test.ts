import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  genealogy,
  items,
  lots,
  openings,
  reservations,
  stock,
} from '../../../modules/inventory/index.js';
import { decimal } from '../../../modules/kernel/index.js';
import type { Database } from '../../../prisma/database.js';
import { openTestDatabase } from '../../support/database.js';
import { receiptOf, reserveOf, shipmentOf } from './requests.js';
import {
  brokenStock,
  count,
  lying,
  newItem,
  opening,
  openStore,
  reason,
  stocked,
  type Store,
} from './store.js';

let database: Database;
let store: Store;

beforeAll(async () => {
  database = await openTestDatabase();
  store = await openStore(database);
});

afterAll(async () => {
  expect(await brokenStock(store)).toEqual([]);
  await database.close();
});

const tracked = async () => (await newItem(store, { isLotTracked: true })).id;

const lotOf = async (itemId: string, code: string, more: object = {}) => {
  const wanted = { companyId: store.companyId, itemId, code, ...more };
  const [lot] = await store.act((tx) => lots.ensure(tx, [wanted]));
  return lot!;
};

const receive = (itemId: string, lotId: string | null, quantity: string) =>
  store.act((tx) => stock.receive(tx, [{ ...receiptOf(store, itemId, quantity, '10'), lotId }]));

describe('lots', () => {
  it('are made once, and found by their code from then on', async () => {
    const itemId = await tracked();
    const first = await lotOf(itemId, 'L-1', { expiresOn: '2026-12-31', supplierLotCode: 'S 7' });
    expect(first).toMatchObject({ code: 'L-1', supplierLotCode: 'S 7', expiresOn: '2026-12-31' });
    const events = await count(store, 'Event');
    expect(await lotOf(itemId, 'L-1', { expiresOn: '2027-01-31' })).toEqual(first);
    expect(await count(store, 'Event')).toBe(events);
    const changed = await store.act((tx) =>
      lots.change(tx, { id: first.id, expiresOn: '2027-01-31', expectedVersion: 1 }),
    );
    expect(changed).toMatchObject({ expiresOn: '2027-01-31', supplierLotCode: 'S 7', version: 2 });
  });

  it('are wanted by items that are kept by lots, and by no other', async () => {
    const { companyId } = store;
    const [yes, no] = [await tracked(), (await newItem(store)).id];
    const ensure = (...wanted: { itemId: string; code?: string }[]) =>
      store.refusal((tx) =>
        lots.ensure(
          tx,
          wanted.map((one) => ({ companyId, ...one })),
        ),
      );
    expect(await ensure({ itemId: yes })).toMatchObject({
      code: 'LOT_REQUIRED',
      path: [0, 'code'],
    });
    expect(await ensure({ itemId: no, code: 'L' })).toMatchObject({ code: 'LOT_NOT_TRACKED' });
    expect(await ensure({ itemId: yes, code: '!' })).toMatchObject({ code: 'CODE_MALFORMED' });
    expect(await ensure({ itemId: randomUUID() })).toMatchObject({ code: 'NOT_FOUND' });
    const none = await store.act((tx) => lots.ensure(tx, [{ companyId, itemId: no }]));
    expect(none).toEqual([null]);
  });

  it('take as many statements for a hundred as for two', async () => {
    const itemId = await tracked();
    const make = (length: number, prefix: string) => {
      const { companyId } = store;
      const wanted = Array.from({ length }, (_, index) => {
        return { companyId, itemId, code: `${prefix}-${index}` };
      });
      return database.statements.during(() => store.act((tx) => lots.ensure(tx, wanted)));
    };
    const [few, many] = [await make(2, 'FEW'), await make(100, 'MANY')];
    expect(many.texts.length).toBe(few.texts.length);
  });

  it('come in with openings', async () => {
    const itemId = await tracked();
    const given = { ...opening(store, itemId, '5', '2'), lot: { code: 'OLD' } };
    const without = opening(store, itemId, '5', '2');
    const outcomes = await store.act((tx) => openings.upsertMany(tx, [given, without]));
    expect(outcomes.map(reason)).toEqual(['taken', 'LOT_REQUIRED lot.code']);
    expect(await lying(store, itemId)).toEqual(['MAIN OLD 5']);
  });
});

describe('moving an item that is kept by lots', () => {
  it('is refused without one on the way in', async () => {
    const [yes, no] = [await tracked(), (await newItem(store)).id];
    const lot = await lotOf(yes, 'L-1');
    const into = (itemId: string, lotId: string | null) =>
      store.refusal((tx) => stock.receive(tx, [{ ...receiptOf(store, itemId, '1', '1'), lotId }]));
    expect(await into(yes, null)).toMatchObject({
      code: 'LOT_REQUIRED',
      path: ['lines', 0, 'lotId'],
    });
    expect(await into(no, lot.id)).toMatchObject({ code: 'LOT_NOT_TRACKED' });
    const foreign = await lotOf(await tracked(), 'L-1');
    expect(await into(yes, foreign.id)).toMatchObject({
      code: 'NOT_FOUND',
      path: ['lines', 0, 'lotId'],
    });
  });

  it('takes the lot that goes off first, then the earliest', async () => {
    const itemId = await tracked();
    const keeps = await lotOf(itemId, 'KEEPS');
    const late = await lotOf(itemId, 'LATE', { expiresOn: '2026-12-31' });
    const soon = await lotOf(itemId, 'SOON', { expiresOn: '2026-06-30' });
    for (const { id } of [keeps, late, soon]) await receive(itemId, id, '3');
    const request = shipmentOf(store)({ itemId, quantity: '4' });
    const [issued] = await store.act((tx) => stock.issue(tx, request));
    expect(issued?.lots.map(({ lotId, quantity }) => [lotId, quantity.toString()])).toEqual([
      [soon.id, '3'],
      [late.id, '1'],
    ]);
    expect(issued?.stockMoveIds).toHaveLength(2);
    expect(await lying(store, itemId)).toEqual(['MAIN KEEPS 3', 'MAIN LATE 2']);
  });

  it('takes the lot that is named, and no other', async () => {
    const itemId = await tracked();
    const [first, second] = [await lotOf(itemId, 'A'), await lotOf(itemId, 'B')];
    for (const { id } of [first, second]) await receive(itemId, id, '3');
    const request = shipmentOf(store)({ itemId, quantity: '4' });
    const lines = request.lines.map((line) => ({ ...line, lotId: second.id }));
    const refused = await store.refusal((tx) => stock.issue(tx, { ...request, lines }));
    expect(refused).toMatchObject({ code: 'INSUFFICIENT_STOCK', params: { available: '3' } });
    const three = lines.map((line) => ({ ...line, quantity: decimal(3) }));
    await store.act((tx) => stock.issue(tx, { ...request, lines: three }));
    expect(await lying(store, itemId)).toEqual(['MAIN A 3']);
  });

  it('reserves what goes off first, and leaves held goods alone', async () => {
    const itemId = await tracked();
    const soon = await lotOf(itemId, 'SOON', { expiresOn: '2026-06-30' });
    const held = { ...receiptOf(store, itemId, '5', '5'), lotId: soon.id };
    await store.act((tx) => stock.receive(tx, [{ ...held, status: 'QUALITY_HOLD' }]));
    const wanted = reserveOf(store)('AVAILABLE', { itemId, quantity: '2' });
    const [given] = await store.act((tx) => reservations.reserve(tx, wanted));
    expect(given?.reserved.toString()).toBe('0');
    expect(await lying(store, itemId)).toEqual(['MAIN SOON QUALITY_HOLD 5']);
  });

  it('keeps which lots went into which', async () => {
    const [part, product] = [await tracked(), await tracked()];
    const [from, into] = [await lotOf(part, 'PART'), await lotOf(product, 'PRODUCT')];
    const { companyId } = store;
    const pair = { componentLotId: from.id, productLotId: into.id, unit: 'C62' };
    await store.act((tx) =>
      genealogy.record(tx, {
        companyId,
        document: { type: 'WorkOrder', id: randomUUID() },
        pairs: [{ ...pair, quantity: decimal('2.5') }],
      }),
    );
    const { rows } = await database.query({
      text: 'select trim_scale("quantity") from "LotGenealogy" where "productLotId" = $1',
      values: [into.id],
    });
    expect(String(rows[0]?.[0])).toBe('2.5');
  });
});

describe('whether an item is kept by lots', () => {
  it('is settled by its first stock', async () => {
    const id = await stocked(store, '1');
    const changed = await store.refusal((tx) => items.change(tx, { id, isLotTracked: true }));
    expect(changed).toMatchObject({ code: 'LOT_TRACKING_IN_USE', path: ['isLotTracked'] });
    const { code } = (await store.act((tx) => items.getMany(tx, [id]))).get(id)!;
    const [upserted] = await store.act((tx) =>
      items.upsertMany(tx, [{ code, isLotTracked: true }]),
    );
    expect(reason(upserted)).toBe('LOT_TRACKING_IN_USE isLotTracked');
  });

  it('changes before, and receipts know at once', async () => {
    const { id } = await newItem(store);
    const { companyId } = store;
    await store.act((tx) => items.setSettings(tx, { companyId, itemId: id }));
    await store.act((tx) => items.change(tx, { id, isLotTracked: true }));
    const refused = await store.refusal((tx) =>
      stock.receive(tx, [receiptOf(store, id, '1', '1')]),
    );
    expect(refused.code).toBe('LOT_REQUIRED');
  });
});
