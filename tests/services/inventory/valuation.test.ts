import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hears } from '../../../modules/events/index.js';
import {
  items,
  openings,
  reservations,
  stock,
  stockOpened,
  stockRevalued,
} from '../../../modules/inventory/index.js';
import { decimal } from '../../../modules/kernel/index.js';
import type { Database } from '../../../prisma/database.js';
import { openTestDatabase } from '../../support/database.js';
import { receiptOf, reserveOf, shipmentOf } from './requests.js';
import { brokenStock, figures, keptBy, newItem, opening, openStore, type Store } from './store.js';

let database: Database;
let store: Store;
const told: string[] = [];

beforeAll(async () => {
  database = await openTestDatabase();
  const revalued = hears(stockRevalued, (_tx, { data }) => {
    told.push(`${String(data.value)} ${data.currency} ${data.postedOn}`);
    return Promise.resolve();
  });
  const opened = hears(stockOpened, (_tx, { data }) => {
    told.push(`opened ${String(data.value)}`);
    return Promise.resolve();
  });
  store = await openStore(database, [revalued, opened]);
});

afterAll(async () => {
  expect(await brokenStock(store)).toEqual([]);
  await database.close();
});

const receive = (itemId: string, quantity: string, value: string, more: object = {}) =>
  store.act((tx) => stock.receive(tx, [{ ...receiptOf(store, itemId, quantity, value), ...more }]));

const issue = (...lines: { itemId: string; quantity: string }[]) =>
  store.act((tx) => stock.issue(tx, shipmentOf(store)(...lines)));

const costOf = async (itemId: string, quantity: string) =>
  String((await issue({ itemId, quantity }))[0]?.value);

/** Takes back what a document brought in; what each line took off, or the refusal's code. */
const reverse = (reversing: { type: string; id: string }) =>
  store
    .act((tx) =>
      stock.reverseReceipts(tx, {
        ...{ companyId: store.companyId, kind: 'RECEIPT_REVERSAL', postedOn: '2026-03-03' },
        ...{ reversing, document: reversing },
      }),
    )
    .then((lines) => lines.map(({ quantity, value }) => `${String(quantity)} ${String(value)}`))
    .catch((error: unknown) => (error as { code: string }).code);

const receipt = () => ({ type: 'GoodsReceipt', id: randomUUID() });

describe('stock kept by first in, first out', () => {
  // As introductory accounting texts work it through, in a perpetual system: of 100 units bought at
  // 10 and 50 bought at 13, 120 sold cost 100 × 10 + 20 × 13 = 1,260, and 30 × 13 = 390 stay.
  it('costs what was received first', async () => {
    const itemId = await keptBy(store, 'FIFO');
    await receive(itemId, '100', '1000');
    await receive(itemId, '50', '650');
    expect(await costOf(itemId, '120')).toBe('1260');
    expect(await figures(store, itemId)).toEqual(['30', '0', '390']);
    expect(await costOf(itemId, '30')).toBe('390');
    expect(await figures(store, itemId)).toEqual(['0', '0', '0']);
  });

  it('serves several lines of one call in their order, opening stock first', async () => {
    const itemId = await keptBy(store, 'FIFO');
    await store.act((tx) => openings.upsertMany(tx, [opening(store, itemId, '10', '1')]));
    await receive(itemId, '10', '20');
    const line = { itemId, quantity: '8' };
    const issued = await issue(line, line);
    expect(issued.map(({ value }) => value.toString())).toEqual(['8', '14']);
    expect(await figures(store, itemId)).toEqual(['4', '0', '8']);
  });

  it('takes as many statements for fifty lines of fifty receipts as for one of one', async () => {
    const send = async (length: number) => {
      const itemId = await keptBy(store, 'FIFO');
      const receipts = Array.from({ length }, () => receiptOf(store, itemId, '1', '3'));
      await store.act((tx) => stock.receive(tx, receipts));
      const lines = Array.from({ length }, () => ({ itemId, quantity: '1' }));
      return (await database.statements.during(() => issue(...lines))).texts.length;
    };
    expect(await send(50)).toBe(await send(1));
  });
});

describe('stock kept at standard cost', () => {
  it('is worth its standard, whatever it cost', async () => {
    const itemId = await keptBy(store, 'STANDARD', '2.5');
    const [received] = await receive(itemId, '10', '31');
    expect(received?.value.toString()).toBe('25');
    expect(await costOf(itemId, '4')).toBe('10');
    expect(await figures(store, itemId)).toEqual(['6', '0', '15']);
  });

  it('tells the books of an opening what stock is worth', async () => {
    const itemId = await keptBy(store, 'STANDARD', '2.5');
    told.length = 0;
    await store.act((tx) => openings.upsertMany(tx, [opening(store, itemId, '10', '3')]));
    expect(told).toEqual(['opened 25']);
  });

  it('is worth more or less by a new standard, and the books are told', async () => {
    const itemId = await keptBy(store, 'STANDARD', '2');
    await receive(itemId, '10', '20');
    told.length = 0;
    const set = (cost: string) =>
      store.act((tx) =>
        items.setSettings(tx, {
          companyId: store.companyId,
          itemId,
          standardCost: decimal(cost),
        }),
      );
    await set('2.2');
    await set('1.9');
    await set('1.90');
    expect(told).toEqual(['2 USD 2026-03-02', '-3 USD 2026-03-02']);
    expect(await figures(store, itemId)).toEqual(['10', '0', '19']);
  });

  it('needs a standard cost', async () => {
    const { id: itemId } = await newItem(store);
    const settings = { companyId: store.companyId, itemId, valuationMethod: 'STANDARD' };
    const refused = await store.refusal((tx) => items.setSettings(tx, settings));
    expect(refused).toMatchObject({ code: 'STANDARD_COST_MISSING', path: ['standardCost'] });
  });
});

describe('another method', () => {
  it('is taken while nothing is there, and refused while something is', async () => {
    const itemId = await keptBy(store, 'FIFO');
    const change = { companyId: store.companyId, itemId, valuationMethod: 'MOVING_AVERAGE' };
    await receive(itemId, '1', '1');
    const refused = await store.refusal((tx) => items.setSettings(tx, change));
    expect(refused).toMatchObject({ code: 'VALUATION_METHOD_IN_USE', path: ['valuationMethod'] });
    await costOf(itemId, '1');
    await store.act((tx) => items.setSettings(tx, change));
    await receive(itemId, '1', '1');
    await receive(itemId, '1', '3');
    expect(await costOf(itemId, '1')).toBe('2');
  });
});

describe('undoing a receipt', () => {
  it.each([
    // Of 10 at 1 and 10 at 5, 4 left; by FIFO the second receipt's own 10 go back at 5.
    ['FIFO', '10 50'],
    // 16 are worth 60 less 4 × 3, 48: ten of them 30.
    ['MOVING_AVERAGE', '10 30'],
    ['STANDARD', '10 20'],
  ] as const)('by %s takes off %s', async (method, taken) => {
    const itemId = await keptBy(store, method, '2');
    await receive(itemId, '10', '10');
    const document = receipt();
    await receive(itemId, '10', '50', { document });
    await costOf(itemId, '4');
    expect(await reverse(document)).toEqual([taken]);
    expect((await figures(store, itemId))[0]).toBe('6');
    expect(await reverse(document)).toEqual([]);
  });

  it('takes from other receipts what is left of its own no more', async () => {
    const itemId = await keptBy(store, 'FIFO');
    const document = receipt();
    await receive(itemId, '10', '10', { document });
    await receive(itemId, '10', '50');
    await costOf(itemId, '4');
    // Six of its own at 1 and four at 5.
    expect(await reverse(document)).toEqual(['10 26']);
  });

  it('is refused when the goods are gone or promised', async () => {
    const itemId = await keptBy(store, 'MOVING_AVERAGE');
    const document = receipt();
    await receive(itemId, '10', '10', { document });
    const wanted = reserveOf(store)('AVAILABLE', { itemId, quantity: '1' });
    await store.act((tx) => reservations.reserve(tx, wanted));
    expect(await reverse(document)).toBe('INSUFFICIENT_STOCK');
  });
});

describe('a price difference that becomes known later', () => {
  const differ = async (itemId: string, received: string, difference: string, lineId: string) => {
    const [line] = await store.act((tx) =>
      stock.revalue(tx, {
        ...{ companyId: store.companyId, postedOn: '2026-03-04' },
        document: { type: 'PurchaseInvoice', id: randomUUID() },
        lines: [
          {
            ...{ lineId: randomUUID(), itemId, receivedBy: [lineId] },
            receivedQuantity: decimal(received),
            difference: decimal(difference),
          },
        ],
      }),
    );
    return String(line?.toStock);
  };

  it.each([
    // Ten came at 20 and were billed at 25; four left, so stock bears 6 tenths of 5.
    ['MOVING_AVERAGE', '3', '15'],
    // Of the ten, six are left: theirs is 6 tenths too, and it is on their own layer.
    ['FIFO', '3', '15'],
    ['STANDARD', '0', '12'],
  ] as const)('is borne by %s with %s', async (method, toStock, worth) => {
    const itemId = await keptBy(store, method, '2');
    const lineId = randomUUID();
    await receive(itemId, '10', '20', { lineId });
    await costOf(itemId, '4');
    expect(await differ(itemId, '10', '5', lineId)).toBe(toStock);
    expect((await figures(store, itemId))[2]).toBe(worth);
    expect(await costOf(itemId, '6')).toBe(worth);
  });

  it('never makes stock worth less than nothing', async () => {
    const itemId = await keptBy(store, 'MOVING_AVERAGE');
    const lineId = randomUUID();
    await receive(itemId, '10', '20', { lineId });
    await costOf(itemId, '5');
    expect(await differ(itemId, '5', '-30', lineId)).toBe('-10');
    expect(await figures(store, itemId)).toEqual(['5', '0', '0']);
  });

  it('is not on stock when nothing is left', async () => {
    const itemId = await keptBy(store, 'FIFO');
    const lineId = randomUUID();
    await receive(itemId, '10', '20', { lineId });
    await costOf(itemId, '10');
    expect(await differ(itemId, '10', '5', lineId)).toBe('0');
  });
});
