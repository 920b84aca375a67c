import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonical, decimal } from '../../../modules/kernel/index.js';
import { priceLists, prices, salesOrders } from '../../../modules/sales/index.js';
import type { Database } from '../../../prisma/database.js';
import { openTestDatabase } from '../../support/database.js';
import { factsOf, linesNow, newItem, ok, openShop, order, type Shop } from './shop.js';

let database: Database;
let shop: Shop;
let generalId: string;

beforeAll(async () => {
  database = await openTestDatabase();
  shop = await openShop(database, []);
  const { companyId } = shop;
  const general = { companyId, code: 'GENERAL', name: 'General', currency: 'EUR' };
  generalId = (await shop.act((tx) => priceLists.create(tx, general))).id;
});

afterAll(() => database.close());

const set = (id: string, ...rows: Parameters<typeof priceLists.setPrices>[1]['prices'][number][]) =>
  shop.act((tx) => priceLists.setPrices(tx, { id, prices: rows }));

const priced = (itemId: string, unitPrice: string, minQuantity = '0') => ({
  itemId,
  unitPrice: decimal(unitPrice),
  minQuantity: decimal(minQuantity),
});

async function found(itemId: string, quantity: string, told: object = {}) {
  const { companyId, customerId } = shop;
  const wanted = [{ itemId, unit: 'C62', quantity: decimal(quantity) }];
  const document = { companyId, customerId, currency: 'EUR', on: '2026-03-02', ...told };
  const [price] = await shop.act((tx) => prices.find(tx, { ...document, wanted }));
  return price ? canonical(price.unitPrice) : null;
}

describe('a price list', () => {
  it('prices by breaks, and its prices are replaced by item, unit, break and first day', async () => {
    const { boltId } = shop;
    await set(generalId, priced(boltId, '2'), priced(boltId, '1.8', '10'));
    expect([await found(boltId, '9'), await found(boltId, '10')]).toEqual(['2', '1.8']);
    await set(generalId, priced(boltId, '1.7', '10'), priced(boltId, '2'));
    expect([await found(boltId, '9'), await found(boltId, '10')]).toEqual(['2', '1.7']);
    const rows = await database.db
      .selectFrom('PriceListPrice')
      .select(['id', 'version', 'minQuantity'])
      .where('itemId', '=', boltId)
      .orderBy('minQuantity')
      .execute();
    expect(rows.map(({ version }) => version)).toEqual([1, 2]);
    expect(await factsOf(shop, rows[1]!.id)).toEqual(['priceCreated', 'priceChanged']);
  });

  it("of a customer goes before everybody's, while it is in use", async () => {
    const { companyId, customerId, boltId } = shop;
    const own = { companyId, customerId, code: 'WHEEL', name: 'Wheel', currency: 'EUR' };
    const { id } = await shop.act((tx) => priceLists.create(tx, own));
    await set(id, priced(boltId, '1.5'));
    expect(await found(boltId, '10')).toBe('1.5');
    expect(await found(boltId, '10', { customerId: randomUUID() })).toBe('1.7');
    expect(await found(boltId, '10', { priceListId: generalId })).toBe('1.7');
    const ended = await shop.act((tx) => priceLists.change(tx, { id, validTo: '2026-03-01' }));
    expect(ended.version).toBe(2);
    expect(await found(boltId, '10')).toBe('1.7');
    await shop.act((tx) => priceLists.change(tx, { id, validTo: null }));
    await shop.act((tx) => priceLists.archive(tx, { id }));
    expect(await found(boltId, '10')).toBe('1.7');
    const archived = await shop.refusal((tx) =>
      priceLists.setPrices(tx, { id, prices: [priced(boltId, '1')] }),
    );
    expect(archived.code).toBe('PRICE_LIST_ARCHIVED');
  });

  it('is refused with what is wrong, by field, and sets no price of a list that is refused', async () => {
    const { companyId, boltId } = shop;
    const told = { companyId, code: 'NEW', name: 'New', currency: 'EUR' };
    const refused = async (wrong: object) => {
      const { code, path } = await shop.refusal((tx) =>
        priceLists.create(tx, { ...told, ...wrong }),
      );
      return [code, path.join('.')];
    };
    expect(await refused({ code: 'GENERAL' })).toEqual(['DUPLICATE_KEY', 'code']);
    expect(await refused({ code: '?' })).toEqual(['CODE_MALFORMED', 'code']);
    expect(await refused({ currency: 'XXX' })).toEqual(['CURRENCY_UNKNOWN', 'currency']);
    expect(await refused({ companyId: randomUUID() })).toEqual(['NOT_FOUND', 'companyId']);
    expect(await refused({ customerId: randomUUID() })).toEqual(['NOT_FOUND', 'customerId']);
    expect(await refused({ validFrom: '2026-03-02', validTo: '2026-03-01' })).toEqual([
      'VALIDITY_ENDS_BEFORE',
      'validTo',
    ]);
    const itemId = await newItem(shop, 'P-1', '1');
    const bad = [priced(itemId, '1'), { ...priced(boltId, '1'), unit: 'KGM' }];
    const refusal = await shop.refusal((tx) =>
      priceLists.setPrices(tx, { id: generalId, prices: bad }),
    );
    expect(refusal).toMatchObject({ code: 'UNIT_MISMATCH', path: ['prices', 1, 'unit'] });
    expect(await found(itemId, '1')).toBeNull();
  });

  it('is made and changed with others, each row by itself', async () => {
    const { companyId } = shop;
    const row = (code: string, name: string) => ({ companyId, code, name, currency: 'EUR' });
    const bulk = (...rows: ReturnType<typeof row>[]) =>
      shop.act((tx) => priceLists.upsertMany(tx, rows));
    const [first, bad] = await bulk(row('BULK', 'One'), row('?', 'Two'));
    expect(bad).toMatchObject({ refused: [{ code: 'CODE_MALFORMED', path: ['code'] }] });
    const [same] = await bulk(row('BULK', 'One'));
    expect(ok(same)).toMatchObject({ id: ok(first).id, version: 1 });
    const [renamed] = await bulk(row('BULK', 'Another'));
    expect(ok(renamed)).toMatchObject({ id: ok(first).id, name: 'Another', version: 2 });
    const [fixed] = await bulk({ ...row('BULK', 'One'), currency: 'USD' });
    expect(fixed).toMatchObject({ refused: [{ code: 'CURRENCY_FIXED', path: ['currency'] }] });
  });

  it('takes many prices of many lists, and refuses each row by itself', async () => {
    const itemId = await newItem(shop, 'P-2', '1');
    const [good, lost] = await shop.act((tx) =>
      prices.upsertMany(tx, [
        { ...priced(itemId, '3'), priceListId: generalId },
        { ...priced(itemId, '3'), priceListId: randomUUID() },
      ]),
    );
    expect(canonical(ok(good).unitPrice)).toBe('3');
    expect(lost).toMatchObject({ refused: [{ code: 'NOT_FOUND', path: ['priceListId'] }] });
    expect(await found(itemId, '1')).toBe('3');
  });
});

describe('an order whose lines tell no price', () => {
  const unpriced = (itemId: string, quantity: string) => ({ itemId, quantity: decimal(quantity) });

  it('takes the prices of the lists, and keeps those that are told', async () => {
    const { boltId, ...rest } = shop;
    const { companyId, customerId, warehouseId } = rest;
    const told = { ...unpriced(boltId, '10'), unitPrice: decimal(9) };
    const lines = [unpriced(boltId, '10'), told];
    const { id } = await shop.act((tx) =>
      salesOrders.create(tx, { companyId, customerId, warehouseId, lines }),
    );
    const [first, second] = await linesNow(shop, id);
    expect([first!.unitPrice, second!.unitPrice].map(canonical)).toEqual(['1.7', '9']);
    const put = { id: first!.id, ...unpriced(boltId, '1') };
    await shop.act((tx) => salesOrders.change(tx, { id, lines: [put] }));
    expect(canonical((await linesNow(shop, id))[0]!.unitPrice)).toBe('2');
  });

  it('is refused where no list has a price', async () => {
    const input = order(shop, { itemId: shop.boltId });
    const lines = [...input.lines, unpriced(shop.nutId, '1')];
    const refusal = await shop.refusal((tx) => salesOrders.create(tx, { ...input, lines }));
    expect(refusal).toMatchObject({ code: 'PRICE_MISSING', path: ['lines', 1, 'unitPrice'] });
  });

  it('costs one statement more, however many lines it has', async () => {
    const cost = async (lines: object[]) => {
      const input = { ...order(shop), lines } as Parameters<typeof salesOrders.create>[1];
      const { texts } = await database.statements.during(() =>
        shop.act((tx) => salesOrders.create(tx, input)),
      );
      return texts.length;
    };
    const bare = unpriced(shop.boltId, '5');
    const one = await cost([bare]);
    expect(await cost(Array.from({ length: 20 }, () => bare))).toBe(one);
    expect(await cost([{ ...bare, unitPrice: decimal(1) }])).toBe(one - 1);
  });
});
