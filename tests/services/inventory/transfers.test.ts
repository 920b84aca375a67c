import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  lots,
  reservations,
  stock,
  stockTransfers,
  warehouses,
} from '../../../modules/inventory/index.js';
import { decimal } from '../../../modules/kernel/index.js';
import type { Database } from '../../../prisma/database.js';
import { actorWith } from '../../support/acting.js';
import { openTestDatabase } from '../../support/database.js';
import { receiptOf, reserveOf } from './requests.js';
import {
  brokenStock,
  figures,
  keptBy,
  lying,
  newBin,
  newItem,
  openStore,
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

type Line = Parameters<typeof stockTransfers.create>[1]['lines'][number];

const transfer = (lines: readonly Line[], more: object = {}) => ({
  ...{ fromWarehouseId: store.warehouseId, lines, ...more },
});
const create = (lines: readonly Line[], more: object = {}) =>
  store.act((tx) => stockTransfers.create(tx, transfer(lines, more)));
const refusal = (lines: readonly Line[], more: object = {}) =>
  store.refusal((tx) => stockTransfers.create(tx, transfer(lines, more)));
const one = (itemId: string, toBinId: string | null, quantity = '1') => {
  return { itemId, toBinId, quantity: decimal(quantity) };
};

describe('carrying goods', () => {
  it('moves them when it is posted, with what they are worth', async () => {
    const itemId = await stocked(store, '10', '3');
    const binId = await newBin(store);
    const draft = await create([one(itemId, binId, '4')]);
    expect(draft).toMatchObject({ status: 'DRAFT', version: 1, postedOn: null });
    expect(draft.number).toMatch(/^ST-2026-\d{5}$/);
    expect(await lying(store, itemId)).toEqual(['MAIN 10']);
    const posted = await store.act((tx) =>
      stockTransfers.post(tx, { id: draft.id, expectedVersion: 1, postedOn: '2026-03-01' }),
    );
    expect(posted).toMatchObject({ status: 'POSTED', version: 2, postedOn: '2026-03-01' });
    expect((await lying(store, itemId))[0]).toBe('MAIN 6');
    expect(await figures(store, itemId)).toEqual(['10', '0', '30']);
    const { rows } = await database.query({
      text: `select trim_scale("quantity"), trim_scale("value") from "StockMove" where "documentId" = $1 order by 1`,
      values: [draft.id],
    });
    expect(rows.map((row) => row.map(String))).toEqual([
      ['-4', '-12'],
      ['4', '12'],
    ]);
  });

  it('is done once, or given up', async () => {
    const itemId = await stocked(store, '1');
    const binId = await newBin(store);
    const { id } = await create([one(itemId, binId)], { post: true });
    const again = await store.refusal((tx) => stockTransfers.post(tx, { id }));
    expect(again.code).toBe('TRANSITION_REFUSED');
    const draft = await create([one(itemId, binId)]);
    await store.act((tx) => stockTransfers.cancel(tx, { id: draft.id }));
    const late = await store.refusal((tx) => stockTransfers.post(tx, { id: draft.id }));
    expect(late.code).toBe('TRANSITION_REFUSED');
  });

  it('carries on what an earlier line brought, and boxes as pieces', async () => {
    const itemId = await stocked(store, '24');
    const [first, second] = [await newBin(store), await newBin(store)];
    await create(
      [
        { ...one(itemId, first, '1'), unit: 'BX' },
        { ...one(itemId, second, '12'), fromBinId: first },
      ],
      { post: true },
    );
    expect((await lying(store, itemId)).map((text) => text.split(' ')[1])).toEqual(['12', '12']);
  });

  it('takes no more than is there and promised to nobody', async () => {
    const itemId = await stocked(store, '5');
    const wanted = reserveOf(store)('AVAILABLE', { itemId, quantity: '3' });
    await store.act((tx) => reservations.reserve(tx, wanted));
    const binId = await newBin(store);
    const refused = await refusal([one(itemId, binId, '1'), one(itemId, binId, '2')], {
      post: true,
    });
    expect(refused).toMatchObject({
      code: 'INSUFFICIENT_STOCK',
      path: ['lines', 1, 'quantity'],
      params: { requested: '2', available: '1' },
    });
    expect(await lying(store, itemId)).toEqual(['MAIN 5']);
  });

  it('lets held goods go, in the same bin', async () => {
    const itemId = await keptBy(store, 'FIFO');
    const held = { ...receiptOf(store, itemId, '5', '10'), status: 'QUALITY_HOLD' as const };
    await store.act((tx) => stock.receive(tx, [held]));
    const line = { itemId, quantity: decimal(2), fromStatus: 'QUALITY_HOLD' as const };
    await create([{ ...line, toStatus: 'AVAILABLE' }], { post: true });
    expect(await lying(store, itemId)).toEqual(['MAIN QUALITY_HOLD 3', 'MAIN 2']);
    expect((await refusal([line])).code).toBe('TRANSFER_NOWHERE');
  });

  it('goes to another warehouse with the lot that is named', async () => {
    const { id: itemId } = await newItem(store, { isLotTracked: true });
    const { companyId } = store;
    const [lot] = await store.act((tx) => lots.ensure(tx, [{ companyId, itemId, code: 'L' }]));
    const receipt = { ...receiptOf(store, itemId, '5', '10'), lotId: lot!.id };
    await store.act((tx) => stock.receive(tx, [receipt]));
    const south = await store.act((tx) =>
      warehouses.create(tx, { companyId, code: 'SOUTH', name: 'South' }),
    );
    const line = { itemId, quantity: decimal(2), lotId: lot!.id };
    await create([line], { toWarehouseId: south.id, post: true });
    expect(await lying(store, itemId)).toEqual(['MAIN L 3', 'MAIN L 2']);
    const without = await refusal([{ itemId, quantity: decimal(2) }], { toWarehouseId: south.id });
    expect(without).toMatchObject({ code: 'LOT_REQUIRED', path: ['lines', 0, 'lotId'] });
  });

  it('refuses by line and field, and what another company owns', async () => {
    const itemId = await stocked(store, '5');
    const service = await newItem(store, { isStocked: false });
    const binId = await newBin(store);
    expect((await refusal([])).code).toBe('LINES_MISSING');
    expect((await refusal([one(service.id, binId)])).path).toEqual(['lines', 0, 'itemId']);
    expect((await refusal([one(itemId, binId, '0')])).path).toEqual(['lines', 0, 'quantity']);
    expect((await refusal([one(itemId, itemId)])).path).toEqual(['lines', 0, 'toBinId']);
    const other = await refusal([one(itemId, null)], { toWarehouseId: store.otherWarehouseId });
    expect(other).toMatchObject({ code: 'NOT_FOUND', path: ['toWarehouseId'] });
    const stranger = actorWith([], [store.otherId]);
    const hidden = await store.refusal(
      (tx) => stockTransfers.create(tx, transfer([one(itemId, binId)])),
      stranger,
    );
    expect(hidden).toMatchObject({ code: 'NOT_FOUND', path: ['fromWarehouseId'] });
  });

  it('takes as many statements for fifty lines as for one', async () => {
    const itemId = await stocked(store, '100');
    const binId = await newBin(store);
    await create([one(itemId, binId)], { post: true });
    const carry = (length: number) =>
      database.statements.during(() =>
        create(
          Array.from({ length }, () => one(itemId, binId)),
          { post: true },
        ),
      );
    const [single, fifty] = [await carry(1), await carry(50)];
    expect(fifty.texts.length).toBe(single.texts.length);
  });
});
