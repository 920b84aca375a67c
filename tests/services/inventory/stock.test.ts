import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Refused } from '../../../modules/events/index.js';
import { bins, openings, queries, reservations, stock } from '../../../modules/inventory/index.js';
import { ZERO, decimal } from '../../../modules/kernel/index.js';
import type { Database } from '../../../prisma/database.js';
import { actorWith } from '../../support/acting.js';
import { openTestDatabase } from '../../support/database.js';
import { reserveOf, shipmentOf } from './requests.js';
import {
  brokenStock,
  count,
  figures,
  newItem,
  opening,
  openStore,
  stocked,
  type Store,
} from './store.js';

let database: Database;
let store: Store;
let reserve: ReturnType<typeof reserveOf>;
let shipment: ReturnType<typeof shipmentOf>;

beforeAll(async () => {
  database = await openTestDatabase();
  store = await openStore(database);
  reserve = reserveOf(store);
  shipment = shipmentOf(store);
});

afterAll(async () => {
  expect(await brokenStock(store)).toEqual([]);
  await database.close();
});

describe('reserving stock', () => {
  it('promises what there is, and the rest to nobody', async () => {
    const itemId = await stocked(store, '5');
    const wanted = reserve('AVAILABLE', { itemId, quantity: '3' }, { itemId, quantity: '3' });
    const given = await store.act((tx) => reservations.reserve(tx, wanted));
    expect(given.map(({ reserved }) => reserved.toString())).toEqual(['3', '2']);
    expect(await figures(store, itemId)).toEqual(['5', '5', '50']);
    const [row] = await store.act((tx) => queries.onHand(tx, store.companyId, [itemId]));
    expect([row?.onHand, row?.reserved, row?.available].map(String)).toEqual(['5', '5', '0']);
  });

  it('refuses all when something is short and all is wanted, and says what', async () => {
    const itemId = await stocked(store, '2');
    const wanted = reserve('ALL_OR_NOTHING', { itemId, quantity: '1' }, { itemId, quantity: '3' });
    const refusal = await store.refusal((tx) => reservations.reserve(tx, wanted));
    expect(refusal).toMatchObject({ code: 'INSUFFICIENT_STOCK', path: ['lines', 1, 'quantity'] });
    expect(refusal.params).toMatchObject({ requested: '3', available: '1', unit: 'C62' });
    expect(await figures(store, itemId)).toEqual(['2', '0', '20']);
  });

  it('lets a line grow what it holds, and gives back all of it once', async () => {
    const itemId = await stocked(store, '5');
    const lineId = randomUUID();
    const { companyId } = store;
    const wanted = reserve('AVAILABLE', { itemId, quantity: '2', lineId });
    await store.act((tx) => reservations.reserve(tx, wanted));
    await store.act((tx) => reservations.reserve(tx, wanted));
    expect(await figures(store, itemId)).toEqual(['5', '4', '50']);
    const lineIds = [lineId, randomUUID()];
    const release = () => store.act((tx) => reservations.release(tx, { companyId, lineIds }));
    expect((await release()).map(({ released }) => released.toString())).toEqual(['4', '0']);
    expect((await release()).map(({ released }) => released.toString())).toEqual(['0', '0']);
    expect(await figures(store, itemId)).toEqual(['5', '0', '50']);
  });

  it.each(['0', '-1', '1e19', '0.0000000001', 'NaN'])('refuses a quantity of %s', async (text) => {
    const itemId = await stocked(store, '1');
    const wanted = reserve('AVAILABLE', { itemId, quantity: '1' });
    const [line] = wanted.lines;
    const quantity = text === 'NaN' ? ZERO.div(ZERO) : decimal(text);
    const lines = [{ ...line!, quantity }];
    const refusal = await store.refusal((tx) => reservations.reserve(tx, { ...wanted, lines }));
    expect(refusal).toMatchObject({
      code: 'QUANTITY_OUT_OF_RANGE',
      path: ['lines', 0, 'quantity'],
    });
  });
});

describe('what is not there to be reserved', () => {
  it('is an item or a warehouse that nobody knows', async () => {
    const itemId = await stocked(store, '1');
    const ghost = reserve('ALL_OR_NOTHING', { itemId: randomUUID(), quantity: '1' });
    const unknown = await store.refusal((tx) => reservations.reserve(tx, ghost));
    expect(unknown).toMatchObject({ code: 'NOT_FOUND', path: ['lines', 0, 'itemId'] });
    const { otherWarehouseId } = store;
    const wrong = { itemId, quantity: '1', warehouseId: otherWarehouseId };
    const elsewhere = await store.refusal((tx) =>
      reservations.reserve(tx, reserve('ALL_OR_NOTHING', wrong)),
    );
    expect(elsewhere).toMatchObject({ code: 'NOT_FOUND', path: ['lines', 0, 'warehouseId'] });
  });

  it('is stock of a company that the actor does not see', async () => {
    const itemId = await stocked(store, '1');
    const stranger = actorWith([], [store.otherId]);
    const wanted = reserve('AVAILABLE', { itemId, quantity: '1' });
    const verbs = [
      () => store.refusal((tx) => reservations.reserve(tx, wanted), stranger),
      () => store.refusal((tx) => stock.issue(tx, shipment({ itemId, quantity: '1' })), stranger),
      () => store.refusal((tx) => queries.onHand(tx, store.companyId, [itemId]), stranger),
      () =>
        store.refusal(
          (tx) => reservations.release(tx, { companyId: store.companyId, lineIds: [] }),
          stranger,
        ),
    ];
    for (const verb of verbs) expect((await verb()).code).toBe('NOT_FOUND');
  });
});

describe('shipping', () => {
  it('costs the weighted average, and the last unit takes what is left', async () => {
    const { id: itemId } = await newItem(store);
    const given = [opening(store, itemId, '100', '10'), opening(store, itemId, '50', '13')];
    await store.act((tx) => openings.upsertMany(tx, given));
    const send = (quantity: string) =>
      store.act((tx) => stock.issue(tx, shipment({ itemId, quantity })));
    expect((await send('120'))[0]?.value.toString()).toBe('1320');
    expect(await figures(store, itemId)).toEqual(['30', '0', '330']);
    expect((await send('30'))[0]).toMatchObject({ currency: 'USD' });
    expect(await figures(store, itemId)).toEqual(['0', '0', '0']);
  });

  it('takes what the line has reserved, and leaves others theirs', async () => {
    const itemId = await stocked(store, '10');
    const [mine, theirs] = [randomUUID(), randomUUID()];
    const held = reserve(
      'AVAILABLE',
      { itemId, quantity: '4', lineId: mine },
      { itemId, quantity: '5', lineId: theirs },
    );
    await store.act((tx) => reservations.reserve(tx, held));
    const send = (quantity: string) =>
      store.act((tx) => stock.issue(tx, shipment({ itemId, quantity, reserved: mine })));
    await send('3');
    expect(await figures(store, itemId)).toEqual(['7', '6', '70']);
    await send('2');
    expect(await figures(store, itemId)).toEqual(['5', '5', '50']);
    await expect(send('1')).rejects.toMatchObject({ code: 'INSUFFICIENT_STOCK' });
  });

  it('empties several bins for one line at one cost', async () => {
    const { id: itemId } = await newItem(store);
    const { warehouseId } = store;
    const code = `X-${randomUUID().slice(0, 8).toUpperCase()}`;
    const bin = await store.act((tx) => bins.create(tx, { warehouseId, code }));
    const one = opening(store, itemId, '1', '10');
    await store.act((tx) => openings.upsertMany(tx, [one, { ...one, binId: bin.id }]));
    const [line] = await store.act((tx) => stock.issue(tx, shipment({ itemId, quantity: '2' })));
    expect(line?.value.toString()).toBe('20');
    expect(await figures(store, itemId)).toEqual(['0', '0', '0']);
  });

  it('says of every short line that it is short, and sends nothing', async () => {
    const itemId = await stocked(store, '1');
    const before = await count(store, 'StockMove');
    const wanted = shipment(
      { itemId, quantity: '2' },
      { itemId, quantity: '1' },
      { itemId: randomUUID(), quantity: '1' },
    );
    const error = await store.act((tx) => stock.issue(tx, wanted)).catch((one: unknown) => one);
    const reasons = (error as Refused).refusals;
    expect(reasons.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'INSUFFICIENT_STOCK lines.0.quantity',
      'INSUFFICIENT_STOCK lines.1.quantity',
      'NOT_FOUND lines.2.itemId',
    ]);
    expect(await count(store, 'StockMove')).toBe(before);
  });

  it('takes as many statements for fifty lines as for one', async () => {
    const itemId = await stocked(store, '100');
    const send = (length: number) =>
      database.statements.during(() => {
        const lines = Array.from({ length }, () => ({ itemId, quantity: '1' }));
        return store.act((tx) => stock.issue(tx, shipment(...lines)));
      });
    const [one, fifty] = [await send(1), await send(50)];
    expect(fifty.texts.length).toBe(one.texts.length);
    expect(await figures(store, itemId)).toEqual(['49', '0', '490']);
  });
});
