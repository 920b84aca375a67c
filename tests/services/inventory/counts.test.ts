import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hears } from '../../../modules/events/index.js';
import {
  reservations,
  stock,
  stockCountPosted,
  stockCounts,
} from '../../../modules/inventory/index.js';
import { decimal } from '../../../modules/kernel/index.js';
import type { Database } from '../../../prisma/database.js';
import { onPostgres, openTestDatabase } from '../../support/database.js';
import { receiptOf, reserveOf, shipmentOf } from './requests.js';
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
const told: string[] = [];

beforeAll(async () => {
  database = await openTestDatabase({ poolSize: 10 });
  const heard = hears(stockCountPosted, (_tx, { data }) => {
    told.push(...data.lines.map(({ value }) => `${String(value)} ${data.postedOn}`));
    return Promise.resolve();
  });
  store = await openStore(database, [heard]);
});

afterAll(async () => {
  expect(await brokenStock(store)).toEqual([]);
  await database.close();
});

type Line = NonNullable<Parameters<typeof stockCounts.create>[1]['lines']>[number];

const create = (lines: readonly Line[], more: object = {}) =>
  store.act((tx) => stockCounts.create(tx, { warehouseId: store.warehouseId, lines, ...more }));
const post = (id: string) => store.act((tx) => stockCounts.post(tx, { id }));
const refusedPost = (id: string) => store.refusal((tx) => stockCounts.post(tx, { id }));
const found = (itemId: string, counted: string) => ({ itemId, counted: decimal(counted) });

interface Shown {
  readonly id: string;
  readonly text: string;
}

/** The lines of a count as `expected counted difference value`. */
async function linesOf(id: string): Promise<Shown[]> {
  const { rows } = await database.query({
    text: `select "id", concat_ws(' ', trim_scale("expected"), trim_scale("counted"),
        trim_scale("difference"), trim_scale("value"))
      from "StockCountLine" where "stockCountId" = $1 order by "position"`,
    values: [id],
  });
  return rows.map(([line, text]) => ({ id: line as string, text: text as string }));
}
const shown = async (id: string) => (await linesOf(id)).map(({ text }) => text);

describe('counting', () => {
  it('opens what lies there, takes what is found, and puts stock right', async () => {
    const itemId = await stocked(store, '10', '3');
    const { id } = await store.act((tx) =>
      stockCounts.create(tx, { warehouseId: store.warehouseId, itemIds: [itemId] }),
    );
    const [line] = await linesOf(id);
    expect(line?.text).toBe('10');
    expect(await refusedPost(id)).toMatchObject({ code: 'COUNT_INCOMPLETE', params: { open: 1 } });
    told.length = 0;
    const entered = { id: line!.id, counted: decimal('8') };
    await store.act((tx) => stockCounts.enter(tx, { id, lines: [entered] }));
    expect(await post(id)).toMatchObject({ status: 'POSTED', version: 3, postedOn: '2026-03-02' });
    expect(await shown(id)).toEqual(['10 8 -2 -6']);
    expect(told).toEqual(['-6 2026-03-02']);
    expect(await figures(store, itemId)).toEqual(['8', '0', '24']);
  });

  it.each([
    // Ten worth 10 and ten worth 30: the average is 2, the last receipt cost 3, the standard is 5.
    ['MOVING_AVERAGE', '4', '-4'],
    ['FIFO', '6', '-2'],
    ['STANDARD', '10', '-10'],
  ] as const)('values by %s two more at %s and two less at %s', async (method, more, less) => {
    const itemId = await keptBy(store, method, '5');
    for (const value of ['10', '30']) {
      await store.act((tx) => stock.receive(tx, [receiptOf(store, itemId, '10', value)]));
    }
    const surplus = await create([found(itemId, '22')], { post: true });
    expect(await shown(surplus.id)).toEqual([`20 22 2 ${more}`]);
    const shortage = await create([found(itemId, '20')], { post: true });
    expect(await shown(shortage.id)).toEqual([`22 20 -2 ${less}`]);
  });

  it('finds what nobody knew of, worth what it cost last or nothing', async () => {
    const itemId = await stocked(store, '2', '7');
    const request = shipmentOf(store)({ itemId, quantity: '2' });
    await store.act((tx) => stock.issue(tx, request));
    const { id: strange } = await newItem(store);
    const { id } = await create([found(itemId, '1'), found(strange, '3')], { post: true });
    expect(await shown(id)).toEqual(['0 1 1 7', '0 3 3 0']);
    expect(await figures(store, strange)).toEqual(['3', '0', '0']);
  });

  it('books one item’s surplus in a bin and its shortage in another', async () => {
    const itemId = await keptBy(store, 'FIFO');
    const binId = await newBin(store);
    await store.act((tx) => stock.receive(tx, [receiptOf(store, itemId, '5', '10')]));
    const lines = [{ ...found(itemId, '5'), binId }, found(itemId, '0')];
    told.length = 0;
    const { id } = await create(lines, { post: true });
    expect(await shown(id)).toEqual(['0 5 5 10', '5 0 -5 -10']);
    expect(told).toEqual([]);
  });

  it('takes what was found in places that are not on the list, each once', async () => {
    const itemId = await stocked(store, '2');
    const binId = await newBin(store);
    const { id } = await create([{ itemId }]);
    const enter = (lines: readonly Line[]) =>
      store.act((tx) => stockCounts.enter(tx, { id, found: lines }));
    await enter([{ ...found(itemId, '1'), binId }]);
    await expect(enter([{ ...found(itemId, '1'), binId }])).rejects.toMatchObject({
      code: 'PLACE_REPEATED',
      path: ['found', 0],
    });
    expect(await shown(id)).toEqual(['2', '0 1']);
  });

  it('is given up, or done once', async () => {
    const itemId = await stocked(store, '2');
    const { id } = await create([found(itemId, '1')]);
    await store.act((tx) => stockCounts.cancel(tx, { id }));
    expect((await refusedPost(id)).code).toBe('TRANSITION_REFUSED');
    expect(await lying(store, itemId)).toEqual(['MAIN 2']);
  });

  it('takes as many statements for fifty lines as for two', async () => {
    const run = async (length: number) => {
      const itemIds: string[] = [];
      for (let made = 0; made < length; made += 1) itemIds.push(await stocked(store, '2'));
      const { id } = await create(itemIds.map((itemId) => found(itemId, '1')));
      return (await database.statements.during(() => post(id))).texts.length;
    };
    expect(await run(20)).toBe(await run(2));
  });
});

describe('a count that is not right any more', () => {
  it('is refused when stock moved, and taken when it is entered anew', async () => {
    const itemId = await stocked(store, '10');
    const { id } = await create([found(itemId, '9')]);
    const request = shipmentOf(store)({ itemId, quantity: '1' });
    await store.act((tx) => stock.issue(tx, request));
    expect(await refusedPost(id)).toMatchObject({
      code: 'STALE_COUNT',
      path: ['lines', 0],
      params: { expected: '10', onHand: '9' },
    });
    const [line] = await linesOf(id);
    const entered = { id: line!.id, counted: decimal('9') };
    await store.act((tx) => stockCounts.enter(tx, { id, lines: [entered] }));
    await post(id);
    expect(await shown(id)).toEqual(['9 9 0 0']);
  });

  it('is refused below what is promised', async () => {
    const itemId = await stocked(store, '5');
    const wanted = reserveOf(store)('AVAILABLE', { itemId, quantity: '3' });
    await store.act((tx) => reservations.reserve(tx, wanted));
    const { id } = await create([found(itemId, '2')]);
    expect(await refusedPost(id)).toMatchObject({
      code: 'COUNT_BELOW_RESERVED',
      params: { counted: '2', reserved: '3' },
    });
  });
});

onPostgres('many at one bin', () => {
  it('lets either the issue or the count go first, and never both unseen', async () => {
    for (let round = 0; round < 10; round += 1) {
      const itemId = await stocked(store, '10');
      const { id } = await create([found(itemId, '8')]);
      const request = shipmentOf(store)({ itemId, quantity: '3' });
      const [issued, counted] = await Promise.allSettled([
        store.act((tx) => stock.issue(tx, request)),
        post(id),
      ]);
      expect(issued.status).toBe('fulfilled');
      const [onHand] = await figures(store, itemId);
      if (counted.status === 'fulfilled') expect(onHand).toBe('5');
      else {
        expect(counted.reason).toMatchObject({ code: 'STALE_COUNT' });
        expect(onHand).toBe('7');
      }
    }
  });

  it('posts a count once, however often it is asked at once', async () => {
    const itemId = await stocked(store, '10');
    const { id } = await create([found(itemId, '8')]);
    const results = await Promise.allSettled(Array.from({ length: 5 }, () => post(id)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await figures(store, itemId))[0]).toBe('8');
  });
});
