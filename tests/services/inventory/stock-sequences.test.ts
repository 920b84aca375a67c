import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openings, reservations, stock } from '../../../modules/inventory/index.js';
import type { Database } from '../../../prisma/database.js';
import { onPostgres, openTestDatabase } from '../../support/database.js';
import { reserveOf, shipmentOf } from './requests.js';
import { brokenStock, figures, newItem, opening, openStore, stocked, type Store } from './store.js';

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

describe('any sequence of receipts, promises and shipments', () => {
  const step = fc.record({
    verb: fc.constantFrom('open', 'reserve', 'release', 'ship'),
    line: fc.nat(2),
    quantity: fc.integer({ min: 1, max: 20_000 }).map((thousandths) => thousandths / 1_000),
    cost: fc.integer({ min: 0, max: 99_999 }),
  });

  type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

  async function run(itemId: string, lines: readonly string[], one: Step) {
    const lineId = lines[one.line]!;
    const quantity = String(one.quantity);
    const { companyId } = store;
    if (one.verb === 'open') {
      const given = opening(store, itemId, quantity, `${one.cost}.0001`);
      return store.act((tx) => openings.upsertMany(tx, [given]));
    }
    if (one.verb === 'reserve') {
      const wanted = reserve('AVAILABLE', { itemId, quantity, lineId });
      return store.act((tx) => reservations.reserve(tx, wanted));
    }
    if (one.verb === 'release') {
      return store.act((tx) => reservations.release(tx, { companyId, lineIds: [lineId] }));
    }
    const wanted = shipment({ itemId, quantity, reserved: lineId });
    return store
      .act((tx) => stock.issue(tx, wanted))
      .catch((error: unknown) => {
        expect(error).toMatchObject({ code: 'INSUFFICIENT_STOCK' });
      });
  }

  it('keeps on hand, reservations, layers and worth in agreement', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
        const { id } = await newItem(store);
        const lines = [randomUUID(), randomUUID(), randomUUID()];
        for (const one of steps) await run(id, lines, one);
        expect(await brokenStock(store)).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });
});

onPostgres('many at one item', () => {
  it('promises the last unit to one of two', async () => {
    const itemId = await stocked(store, '1');
    const wanted = () => reserve('ALL_OR_NOTHING', { itemId, quantity: '1' });
    const tries = [wanted(), wanted()].map((one) =>
      store.act((tx) => reservations.reserve(tx, one)),
    );
    const results = await Promise.allSettled(tries);
    const refused = results.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ reason: { code: 'INSUFFICIENT_STOCK' } });
    expect(await figures(store, itemId)).toEqual(['1', '1', '10']);
  });

  it('keeps all figures right when receipts and shipments of two items cross', async () => {
    const [first, second] = [await stocked(store, '40'), await stocked(store, '40')];
    const cross = Array.from({ length: 30 }, (_, index) => {
      const pair = index % 2 ? [first, second] : [second, first];
      const [a, b] = pair as [string, string];
      const lines = [a, b].map((itemId) => ({ itemId, quantity: '1' }));
      return index % 3 === 0
        ? store.act((tx) =>
            openings.upsertMany(
              tx,
              [a, b].map((id) => opening(store, id, '1', '10')),
            ),
          )
        : store.act((tx) => stock.issue(tx, shipment(...lines)));
    });
    await Promise.all(cross);
    // Of each: 40, ten received, twenty sent.
    expect(await figures(store, first)).toEqual(['30', '0', '300']);
    expect(await figures(store, second)).toEqual(['30', '0', '300']);
  });
});
