import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { Refused, type Tx } from '../../../modules/events/index.js';
import {
  openings,
  reservations,
  stock,
  stockCounts,
  stockTransfers,
} from '../../../modules/inventory/index.js';
import { decimal } from '../../../modules/kernel/index.js';
import type { Database } from '../../../prisma/database.js';
import { onPostgres, openTestDatabase } from '../../support/database.js';
import { receiptOf, reserveOf, shipmentOf } from './requests.js';
import {
  brokenStock,
  figures,
  keptBy,
  newBin,
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

const methods = ['MOVING_AVERAGE', 'FIFO', 'STANDARD'] as const;

describe.each(methods)('any sequence of what moves stock, by %s', (method) => {
  const verbs = [
    ...['open', 'open', 'receive', 'reserve', 'release', 'ship', 'ship'],
    ...['reverse', 'revalue', 'carry', 'count'],
  ] as const;
  const step = fc.record({
    verb: fc.constantFrom(...verbs),
    line: fc.nat(2),
    quantity: fc.integer({ min: 1, max: 20_000 }).map((thousandths) => thousandths / 1_000),
    cost: fc.integer({ min: 0, max: 99_999 }),
  });

  type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

  /** What one step does to an item; receipts come by the document and line of their number. */
  function verbsOf(itemId: string, lines: readonly string[], binId: string) {
    const { companyId, warehouseId } = store;
    const documents = lines.map((id) => ({ type: 'GoodsReceipt', id }));
    return {
      open: (tx: Tx, { quantity, cost }: Step) =>
        openings.upsertMany(tx, [opening(store, itemId, String(quantity), `${cost}.0001`)]),
      receive: (tx: Tx, { quantity, cost, line }: Step) => {
        const receipt = receiptOf(store, itemId, String(quantity), `${cost}.0003`);
        const by = { document: documents[line]!, lineId: lines[line]! };
        return stock.receive(tx, [{ ...receipt, ...by }]);
      },
      reserve: (tx: Tx, { quantity, line }: Step) => {
        const wanted = { itemId, quantity: String(quantity), lineId: lines[line]! };
        return reservations.reserve(tx, reserve('AVAILABLE', wanted));
      },
      release: (tx: Tx, { line }: Step) =>
        reservations.release(tx, { companyId, lineIds: [lines[line]!] }),
      ship: (tx: Tx, { quantity, line }: Step) =>
        stock.issue(tx, shipment({ itemId, quantity: String(quantity), reserved: lines[line]! })),
      reverse: (tx: Tx, { line }: Step) => {
        const reversing = documents[line]!;
        const kind = 'RECEIPT_REVERSAL' as const;
        const told = { companyId, kind, document: reversing, postedOn: '2026-03-03' };
        return stock.reverseReceipts(tx, { ...told, reversing });
      },
      revalue: (tx: Tx, { quantity, cost, line }: Step) => {
        const difference = decimal(cost).sub(50_000);
        const worth = { receivedQuantity: decimal(String(quantity)), difference };
        const document = { type: 'PurchaseInvoice', id: randomUUID() };
        const given = { companyId, document, postedOn: '2026-03-04' };
        return stock.revalue(tx, { ...given, lines: [{ lineId: lines[line]!, itemId, ...worth }] });
      },
      carry: (tx: Tx, { quantity }: Step) => {
        const line = { itemId, toBinId: binId, quantity: decimal(String(quantity)) };
        return stockTransfers.create(tx, {
          fromWarehouseId: warehouseId,
          lines: [line],
          post: true,
        });
      },
      count: (tx: Tx, { quantity }: Step) => {
        const line = { itemId, binId, counted: decimal(String(quantity)) };
        return stockCounts.create(tx, { warehouseId, lines: [line], post: true });
      },
    };
  }

  it('keeps on hand, reservations, layers and worth in agreement', async () => {
    const binId = await newBin(store);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 20 }), async (steps) => {
        const itemId = await keptBy(store, method, '3.141592653');
        const lines = [randomUUID(), randomUUID(), randomUUID()];
        const does = verbsOf(itemId, lines, binId);
        for (const one of steps) {
          await store
            .act((tx): Promise<unknown> => does[one.verb](tx, one))
            .catch((error: unknown) => {
              const reasons = error instanceof Refused ? error.refusals : [error];
              for (const { code } of reasons as { code: string }[]) {
                expect(['INSUFFICIENT_STOCK', 'COUNT_BELOW_RESERVED']).toContain(code);
              }
            });
        }
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
