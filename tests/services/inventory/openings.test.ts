import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hears } from '../../../modules/events/index.js';
import {
  bins,
  items,
  openings,
  stockOpened,
  type StockOpeningInput,
} from '../../../modules/inventory/index.js';
import { decimal } from '../../../modules/kernel/index.js';
import type { Database } from '../../../prisma/database.js';
import { actorWith } from '../../support/acting.js';
import { openTestDatabase } from '../../support/database.js';
import {
  brokenStock,
  count,
  figures,
  newItem,
  ok,
  opening,
  openStore,
  reason,
  stocked,
  type Store,
} from './store.js';

let database: Database;
let store: Store;
const told: string[] = [];

beforeAll(async () => {
  database = await openTestDatabase();
  const heard = hears(stockOpened, (_tx, { data }) => {
    told.push(`${String(data.value)} ${data.currency} ${data.postedOn}`);
    return Promise.resolve();
  });
  store = await openStore(database, [heard]);
});

afterAll(async () => {
  expect(await brokenStock(store)).toEqual([]);
  await database.close();
});

const take = (...list: StockOpeningInput[]) => store.act((tx) => openings.upsertMany(tx, list));

describe('taking stock on', () => {
  it('writes a voucher with a number, and tells the books its value', async () => {
    const { id } = await newItem(store);
    told.length = 0;
    const [outcome] = await take(opening(store, id, '3', '3.33335'));
    expect(ok(outcome)).toMatchObject({ version: 1, unit: 'C62', currency: 'USD' });
    expect(ok(outcome).number).toMatch(/^OP-2026-\d{5}$/);
    expect(ok(outcome).value.toString()).toBe('10.0001');
    expect(told).toEqual(['10.0001 USD 2026-03-01']);
    expect(await figures(store, id)).toEqual(['3', '0', '10.0001']);
  });

  it('counts boxes in pieces, at the cost of a box', async () => {
    const { id } = await newItem(store);
    const [outcome] = await take({ ...opening(store, id, '2', '6'), unit: 'BX' });
    expect(ok(outcome)).toMatchObject({ unit: 'BX' });
    expect(await figures(store, id)).toEqual(['24', '0', '12']);
  });

  it('adds up in one bin what several openings bring', async () => {
    const { id } = await newItem(store);
    await take(opening(store, id, '100', '10'), opening(store, id, '50', '13'));
    expect(await figures(store, id)).toEqual(['150', '0', '1650']);
  });

  it('goes into the bin that is named', async () => {
    const { id } = await newItem(store);
    const { warehouseId } = store;
    const bin = await store.act((tx) => bins.create(tx, { warehouseId, code: 'B-1' }));
    const [outcome] = await take({ ...opening(store, id, '1', '1'), binId: bin.id });
    expect(ok(outcome).binId).toBe(bin.id);
  });

  it('is posted on the company’s day when none is named', async () => {
    const { id } = await newItem(store);
    store.setClock(new Date('2026-03-02T03:00:00Z'));
    const [outcome] = await take({ ...opening(store, id, '1', '1'), postedOn: null });
    expect(ok(outcome).postedOn).toBe('2026-03-01');
  });

  it('is answered as it is when it comes again, and refused when it says something else', async () => {
    const { id } = await newItem(store);
    const externalRefs = [{ system: 'old', key: 'bin-1' }];
    const first = { ...opening(store, id, '5', '2'), externalRefs };
    const [posted] = await take(first);
    const events = await count(store, 'Event');
    const [again, other] = await take(first, { ...first, quantity: decimal(6) });
    expect(ok(again)).toEqual(ok(posted));
    expect(reason(other)).toBe('OPENING_POSTED ');
    const { number } = ok(posted);
    const [byNumber] = await take({ ...opening(store, id, '5', '2'), number });
    expect(ok(byNumber).id).toBe(ok(posted).id);
    expect(await count(store, 'Event')).toBe(events);
    expect(await figures(store, id)).toEqual(['5', '0', '10']);
  });

  it('refuses one without harm to the others', async () => {
    const { id } = await newItem(store);
    const good = opening(store, id, '1', '1');
    const archived = await newItem(store);
    await store.act((tx) => items.archive(tx, { id: archived.id }));
    const service = await newItem(store, { isStocked: false });
    const before = await count(store, 'StockMove');
    const outcomes = await take(
      good,
      { ...good, itemId: randomUUID() },
      { ...good, itemId: archived.id },
      { ...good, itemId: service.id },
      { ...good, warehouseId: store.otherWarehouseId },
      { ...good, companyId: randomUUID() },
      { ...good, binId: randomUUID() },
      { ...good, unit: 'KGM' },
      { ...good, quantity: decimal('-1') },
      { ...good, quantity: decimal('1e19') },
      { ...good, quantity: decimal('0.0000000001') },
      { ...good, unitCost: decimal('-1') },
      { ...good, quantity: decimal('1e18'), unitCost: decimal('1e3') },
      { ...good, postedOn: '2026-02-30' },
    );
    expect(outcomes.map(reason)).toEqual([
      'taken',
      'NOT_FOUND itemId',
      'ITEM_ARCHIVED itemId',
      'ITEM_NOT_STOCKED itemId',
      'NOT_FOUND warehouseId',
      'NOT_FOUND companyId',
      'NOT_FOUND binId',
      'UNIT_MISMATCH unit',
      'QUANTITY_OUT_OF_RANGE quantity',
      'QUANTITY_OUT_OF_RANGE quantity',
      'QUANTITY_OUT_OF_RANGE quantity',
      'PRICE_OUT_OF_RANGE unitCost',
      'AMOUNT_OUT_OF_RANGE unitCost',
      'DATE_MALFORMED postedOn',
    ]);
    expect(await count(store, 'StockMove')).toBe(before + 1);
  });

  it('is not done for a company that the actor does not see', async () => {
    const { id } = await newItem(store);
    const stranger = actorWith([], [store.otherId]);
    const [outcome] = await store.act(
      (tx) => openings.upsertMany(tx, [opening(store, id, '1', '1')]),
      stranger,
    );
    expect(reason(outcome)).toBe('NOT_FOUND companyId');
  });

  it('takes as many statements for a hundred as for two', async () => {
    const id = await stocked(store, '1');
    const load = (length: number, system: string) =>
      database.statements.during(() =>
        take(
          ...Array.from({ length }, (_, index) => ({
            ...opening(store, id, '1', '1'),
            externalRefs: [{ system, key: String(index) }],
          })),
        ),
      );
    const few = await load(2, 'few');
    const many = await load(100, 'many');
    expect(many.value.map(reason)).toEqual(Array.from({ length: 100 }, () => 'taken'));
    expect(many.texts.length).toBe(few.texts.length);
  });
});

describe('what is written of stock', () => {
  it('is never changed, whoever tries', async () => {
    const { id } = await newItem(store);
    await take(opening(store, id, '1', '1'));
    const run = (text: string) => database.query({ text, values: [id] });
    const refused = /refused|violates/;
    await expect(run(`delete from "StockMove" where "itemId" = $1`)).rejects.toThrow(refused);
    await expect(run(`update "StockMove" set "quantity" = 2 where "itemId" = $1`)).rejects.toThrow(
      refused,
    );
    await expect(
      run(`update "ValuationLayer" set "value" = 2 where "itemId" = $1`),
    ).rejects.toThrow(refused);
    await expect(run(`delete from "StockOpening" where "itemId" = $1`)).rejects.toThrow(refused);
    await expect(run(`update "StockLevel" set "reserved" = 2 where "itemId" = $1`)).rejects.toThrow(
      refused,
    );
    await expect(run(`update "StockLevel" set "onHand" = -1 where "itemId" = $1`)).rejects.toThrow(
      refused,
    );
    await expect(
      run(`update "ValuationLayer" set "remainingQuantity" = 2 where "itemId" = $1`),
    ).rejects.toThrow(refused);
    await run(`update "ValuationLayer" set "remainingQuantity" = 0 where "itemId" = $1`);
  });
});
