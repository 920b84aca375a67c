import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hears } from '../../../modules/events/index.js';
import { items, openings, stock, stockRevalued } from '../../../modules/inventory/index.js';
import { decimal } from '../../../modules/kernel/index.js';
import type { Database } from '../../../prisma/database.js';
import { openTestDatabase } from '../../support/database.js';
import { receiptOf, shipmentOf } from './requests.js';
import { brokenStock, figures, newItem, opening, openStore, type Store } from './store.js';

let database: Database;
let store: Store;
const told: string[] = [];

beforeAll(async () => {
  database = await openTestDatabase();
  const heard = hears(stockRevalued, (_tx, { data }) => {
    told.push(`${String(data.value)} ${data.currency} ${data.postedOn}`);
    return Promise.resolve();
  });
  store = await openStore(database, [heard]);
});

afterAll(async () => {
  expect(await brokenStock(store)).toEqual([]);
  await database.close();
});

type Method = 'MOVING_AVERAGE' | 'FIFO' | 'STANDARD';

/** A new item that is kept by a method. */
async function kept(valuationMethod: Method, standardCost?: string): Promise<string> {
  const { id: itemId } = await newItem(store);
  const cost = standardCost === undefined ? null : decimal(standardCost);
  const settings = { companyId: store.companyId, itemId, valuationMethod, standardCost: cost };
  await store.act((tx) => items.setSettings(tx, settings));
  return itemId;
}

const receive = (itemId: string, quantity: string, value: string, more: object = {}) =>
  store.act((tx) => stock.receive(tx, [{ ...receiptOf(store, itemId, quantity, value), ...more }]));

const issue = (...lines: { itemId: string; quantity: string }[]) =>
  store.act((tx) => stock.issue(tx, shipmentOf(store)(...lines)));

const costOf = async (itemId: string, quantity: string) =>
  String((await issue({ itemId, quantity }))[0]?.value);

describe('stock kept by first in, first out', () => {
  // As introductory accounting texts work it through, in a perpetual system: of 100 units bought at
  // 10 and 50 bought at 13, 120 sold cost 100 × 10 + 20 × 13 = 1,260, and 30 × 13 = 390 stay.
  it('costs what was received first', async () => {
    const itemId = await kept('FIFO');
    await receive(itemId, '100', '1000');
    await receive(itemId, '50', '650');
    expect(await costOf(itemId, '120')).toBe('1260');
    expect(await figures(store, itemId)).toEqual(['30', '0', '390']);
    expect(await costOf(itemId, '30')).toBe('390');
    expect(await figures(store, itemId)).toEqual(['0', '0', '0']);
  });

  it('serves several lines of one call in their order', async () => {
    const itemId = await kept('FIFO');
    await store.act((tx) => openings.upsertMany(tx, [opening(store, itemId, '10', '1')]));
    await receive(itemId, '10', '20');
    const line = { itemId, quantity: '8' };
    const issued = await issue(line, line);
    expect(issued.map(({ value }) => value.toString())).toEqual(['8', '14']);
    expect(await figures(store, itemId)).toEqual(['4', '0', '8']);
  });

  it('takes a receipt back from its own layer first', async () => {
    const itemId = await kept('FIFO');
    await receive(itemId, '10', '10');
    const document = { type: 'GoodsReceipt', id: randomUUID() };
    await receive(itemId, '10', '50', { document });
    expect(await costOf(itemId, '12')).toBe('20');
    const [back] = await store
      .act((tx) =>
        stock.reverseReceipts(tx, {
          companyId: store.companyId,
          kind: 'RECEIPT_REVERSAL',
          reversing: document,
          document,
          postedOn: '2026-03-03',
        }),
      )
      .catch((error: { code: string }) => [error]);
    expect(back).toMatchObject({ code: 'INSUFFICIENT_STOCK' });
  });
});

describe('stock kept at standard cost', () => {
  it('is worth its standard, whatever it cost', async () => {
    const itemId = await kept('STANDARD', '2.5');
    const [received] = await receive(itemId, '10', '31');
    expect(received?.value.toString()).toBe('25');
    expect(await costOf(itemId, '4')).toBe('10');
    expect(await figures(store, itemId)).toEqual(['6', '0', '15']);
  });

  it('is worth more or less by a new standard, and the books are told', async () => {
    const itemId = await kept('STANDARD', '2');
    await receive(itemId, '10', '20');
    told.length = 0;
    const standardCost = decimal('2.2');
    const { companyId } = store;
    await store.act((tx) => items.setSettings(tx, { companyId, itemId, standardCost }));
    expect(told).toEqual(['2 USD 2026-03-02']);
    expect(await figures(store, itemId)).toEqual(['10', '0', '22']);
  });
});
