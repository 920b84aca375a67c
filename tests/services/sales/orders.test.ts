import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonical, decimal, Decimal } from '../../../modules/kernel/index.js';
import { companies, exchangeRates } from '../../../modules/platform/index.js';
import { deliveries, salesOrders } from '../../../modules/sales/index.js';
import type { Database } from '../../../prisma/database.js';
import { actorWith } from '../../support/acting.js';
import { openTestDatabase } from '../../support/database.js';
import {
  confirmed,
  factsOf,
  line,
  linesNow,
  newItem,
  ok,
  openShop,
  order,
  orderNow,
  type Shop,
  stockOf,
} from './shop.js';

let database: Database;
let shop: Shop;

beforeAll(async () => {
  database = await openTestDatabase();
  shop = await openShop(database, []);
});

afterAll(() => database.close());

describe('entering a sales order', () => {
  it('keeps a draft with its number, lines and sums', async () => {
    const { boltId, vatId } = shop;
    const bolts = { itemId: boltId, quantity: '3', unitPrice: '19.99', taxCodeId: vatId };
    const draft = await shop.act((tx) =>
      salesOrders.create(tx, order(shop, bolts, { charge: '4.5' })),
    );
    expect(draft).toMatchObject({ status: 'DRAFT', currency: 'EUR', version: 1 });
    expect(draft.number).toMatch(/^SO-2026-\d{5}$/);
    const sums = [draft.netAmount, draft.taxAmount, draft.grossAmount].map(canonical);
    expect(sums).toEqual(['64.47', '11.39', '75.86']); // 59.97 + 4.50; 59.97 × 0.19 = 11.3943
    const lines = await linesNow(shop, draft.id);
    expect(lines.map(({ kind, status, position }) => [kind, status, position])).toEqual([
      ['ITEM', 'OPEN', 1],
      ['CHARGE', 'OPEN', 2],
    ]);
    expect(await factsOf(shop, draft.id)).toEqual(['salesOrderCreated']);
  });

  it("takes the day's rate for an order in a foreign currency, and refuses without one", async () => {
    await shop.act((tx) =>
      exchangeRates.set(tx, [
        { from: 'USD', to: 'EUR', validFrom: '2026-01-01', rate: decimal('0.92') },
      ]),
    );
    const input = { ...order(shop, { itemId: shop.boltId }), currency: 'USD' };
    const draft = await shop.act((tx) => salesOrders.create(tx, input));
    expect(canonical(draft.exchangeRate)).toBe('0.92');
    const yen = { ...input, currency: 'JPY' };
    const refusal = await shop.refusal((tx) => salesOrders.create(tx, yen));
    expect(refusal).toMatchObject({ code: 'RATE_MISSING', path: ['currency'] });
  });

  it('enters a list, refuses what is wrong by itself, and leaves nothing of it', async () => {
    const good = order(shop, { itemId: shop.boltId });
    const bad = order(shop, { itemId: randomUUID(), quantity: '0' });
    const before = await countOrders();
    const outcomes = await shop.act((tx) => salesOrders.createMany(tx, [good, bad, good]));
    expect(outcomes.map((one) => 'ok' in one)).toEqual([true, false, true]);
    expect(outcomes[1]).toMatchObject({
      refused: [
        { code: 'NOT_FOUND', path: ['lines', 0, 'itemId'] },
        { code: 'QUANTITY_OUT_OF_RANGE', path: ['lines', 0, 'quantity'] },
      ],
    });
    expect(await countOrders()).toBe(before + 2);
  });

  it('takes as many statements for 250 orders as for two', async () => {
    const { boltId, nutId } = shop;
    const input = order(shop, { itemId: boltId }, { itemId: nutId }, { charge: '1' });
    const statements = async (count: number) => {
      const inputs = Array.from({ length: count }, () => input);
      const { value, texts } = await database.statements.during(() =>
        shop.act((tx) => salesOrders.createMany(tx, inputs)),
      );
      expect(value.every((one) => 'ok' in one)).toBe(true);
      return texts.length;
    };
    expect(await statements(250)).toBe(await statements(2));
  });

  it('answers an order that another system has entered before as it is', async () => {
    const externalRefs = [{ system: 'web', key: 'W-1' }];
    const input = { ...order(shop, { itemId: shop.boltId }), externalRefs };
    const first = await shop.act((tx) => salesOrders.upsertMany(tx, [input]));
    const again = await shop.act((tx) => salesOrders.upsertMany(tx, [input, input]));
    expect(again.map((one) => ok(one).id)).toEqual([ok(first[0]).id, ok(first[0]).id]);
    expect(await factsOf(shop, ok(first[0]).id)).toEqual(['salesOrderCreated']);
    const refusal = await shop.refusal((tx) => salesOrders.create(tx, input));
    expect(refusal.code).toBe('DUPLICATE_KEY');
  });

  it.each<[string, () => Partial<salesOrders.SalesOrderInput>, string, string]>([
    ['an unknown customer', () => ({ customerId: randomUUID() }), 'NOT_FOUND', 'customerId'],
    ['an unknown warehouse', () => ({ warehouseId: randomUUID() }), 'NOT_FOUND', 'warehouseId'],
    ['an unknown company', () => ({ companyId: randomUUID() }), 'NOT_FOUND', 'companyId'],
    ['an unknown address', () => ({ billingAddressId: randomUUID() }), 'NOT_FOUND', 'billing'],
    ['an unknown currency', () => ({ currency: 'XYZ' }), 'CURRENCY_UNKNOWN', 'currency'],
    ['a day that is none', () => ({ documentOn: '2026-02-30' }), 'DATE_MALFORMED', 'documentOn'],
    ['no lines', () => ({ lines: [] }), 'ORDER_WITHOUT_LINES', 'lines'],
    [
      'a negative quantity',
      () => ({ lines: [line({ itemId: shop.boltId, quantity: '-1' })] }),
      'QUANTITY_OUT_OF_RANGE',
      'quantity',
    ],
    [
      'a huge quantity',
      () => ({ lines: [line({ itemId: shop.boltId, quantity: '1e30' })] }),
      'QUANTITY_OUT_OF_RANGE',
      'quantity',
    ],
    [
      'a price that is no number',
      () => ({ lines: [{ itemId: shop.boltId, unitPrice: new Decimal(NaN) }] }),
      'PRICE_OUT_OF_RANGE',
      'unitPrice',
    ],
    [
      'a unit the item does not know',
      () => ({ lines: [line({ itemId: shop.nutId, unit: 'KGM' })] }),
      'UNIT_MISMATCH',
      'unit',
    ],
  ])('refuses %s and writes nothing', async (_name, patch, code, field) => {
    const before = await countOrders();
    const input = { ...order(shop, { itemId: shop.boltId }), ...patch() };
    const [outcome] = await shop.act((tx) => salesOrders.createMany(tx, [input]));
    const reasons = outcome && 'refused' in outcome ? outcome.refused : [];
    const told = reasons.map((one) => [one.code, one.path.join('.')] as const);
    expect(told.filter(([one, path]) => one === code && path.includes(field))).toHaveLength(1);
    expect(await countOrders()).toBe(before);
  });

  it("shows nobody another company's order, and takes none for it", async () => {
    const draft = await shop.act((tx) =>
      salesOrders.create(tx, order(shop, { itemId: shop.boltId })),
    );
    const other = await shop.act((tx) =>
      companies.create(tx, {
        code: `OTHER${draft.id.slice(-4).toUpperCase()}`,
        name: 'Other',
        countryCode: 'DE',
        baseCurrency: 'EUR',
        timeZone: 'Europe/Berlin',
      }),
    );
    const stranger = actorWith([], [other.id]);
    const input = order(shop, { itemId: shop.boltId });
    const created = await shop.act((tx) => salesOrders.createMany(tx, [input]), stranger);
    expect(created[0]).toMatchObject({
      refused: expect.arrayContaining([expect.objectContaining({ code: 'NOT_FOUND' })]),
    });
    for (const verb of [
      salesOrders.confirm,
      salesOrders.close,
      (tx: never, { id }: { id: string }) => salesOrders.cancel(tx, { id, reason: 'x' }),
      (tx: never, { id }: { id: string }) => deliveries.create(tx, { salesOrderId: id }),
    ]) {
      const refusal = await shop.refusal((tx) => verb(tx as never, { id: draft.id }), stranger);
      expect(refusal.code).toBe('NOT_FOUND');
    }
  });
});

describe('changing a draft', () => {
  it('replaces, adds and removes lines by their ids, and sums again', async () => {
    const { boltId, nutId } = shop;
    const draft = await shop.act((tx) =>
      salesOrders.create(tx, order(shop, { itemId: boltId }, { itemId: nutId }, { charge: '1' })),
    );
    const [bolts, nuts, freight] = await linesNow(shop, draft.id);
    const changed = await shop.act((tx) =>
      salesOrders.change(tx, {
        id: draft.id,
        expectedVersion: 1,
        customerReference: 'PO 7',
        shippingAddressId: shop.addressId,
        lines: [
          { ...line({ itemId: boltId, quantity: '5' }), id: bolts!.id },
          line({ charge: '9' }),
        ],
        removedLineIds: [freight!.id],
      }),
    );
    expect(changed).toMatchObject({ version: 2, customerReference: 'PO 7' });
    expect(canonical(changed.netAmount)).toBe('21'); // 5 × 2 + 1 × 2 + 9
    const lines = await linesNow(shop, draft.id);
    expect(lines.map((one) => [one.id, one.position, one.version]).slice(0, 2)).toEqual([
      [bolts!.id, 1, 2],
      [nuts!.id, 2, 1],
    ]);
    expect(lines[2]).toMatchObject({ kind: 'CHARGE', position: 4 });
    const cleared = await shop.act((tx) =>
      salesOrders.change(tx, { id: draft.id, customerReference: null }),
    );
    expect(cleared).toMatchObject({ customerReference: null, shippingAddressId: shop.addressId });
  });

  it('refuses a stale version, a foreign line, the last line, and an order that is confirmed', async () => {
    const held = await confirmed(shop, { itemId: shop.boltId });
    const { id } = await shop.act((tx) =>
      salesOrders.create(tx, order(shop, { itemId: shop.boltId })),
    );
    const [only] = await linesNow(shop, id);
    const code = async (patch: Omit<salesOrders.SalesOrderChange, 'id'>, of = id) =>
      (await shop.refusal((tx) => salesOrders.change(tx, { id: of, ...patch }))).code;
    expect(await code({ expectedVersion: 7 })).toBe('STALE_VERSION');
    expect(await code({ removedLineIds: [randomUUID()] })).toBe('NOT_FOUND');
    expect(await code({ removedLineIds: [only!.id] })).toBe('ORDER_WITHOUT_LINES');
    expect(await code({ customerReference: 'x' }, held.id)).toBe('TRANSITION_REFUSED');
    expect(await code({}, randomUUID())).toBe('NOT_FOUND');
  });
});

describe('confirming an order', () => {
  it('reserves what there is, promises a day and tells the gross amount', async () => {
    const itemId = await newItem(shop, 'C-1', '5');
    const draft = await shop.act((tx) =>
      salesOrders.create(tx, {
        ...order(shop, { itemId, quantity: '8' }),
        requestedOn: '2026-04-01',
      }),
    );
    const after = await shop.act((tx) => salesOrders.confirm(tx, { id: draft.id }));
    expect(after).toMatchObject({ status: 'CONFIRMED', promisedOn: '2026-04-01', version: 2 });
    const [bolts] = await linesNow(shop, draft.id);
    expect(canonical(bolts!.reserved)).toBe('5');
    expect((await stockOf(shop, itemId)).map(canonical)).toEqual(['5', '5']);
  });

  it('reserves boxes in pieces', async () => {
    const before = (await stockOf(shop, shop.boltId))[1];
    await confirmed(shop, { itemId: shop.boltId, unit: 'BX', quantity: '2' });
    const after = (await stockOf(shop, shop.boltId))[1];
    expect(canonical(after.sub(before))).toBe('24');
  });

  it('refuses all when all or nothing is wanted and stock is short', async () => {
    const itemId = await newItem(shop, 'C-2', '5');
    const { id } = await shop.act((tx) =>
      salesOrders.create(tx, order(shop, { itemId, quantity: '6' })),
    );
    const refusal = await shop.refusal((tx) =>
      salesOrders.confirm(tx, { id, policy: 'ALL_OR_NOTHING' }),
    );
    expect(refusal.code).toBe('INSUFFICIENT_STOCK');
    expect(await orderNow(shop, id)).toMatchObject({ status: 'DRAFT', version: 1 });
    expect((await stockOf(shop, itemId)).map(canonical)).toEqual(['5', '0']);
  });

  it('confirms once', async () => {
    const { id } = await confirmed(shop, { itemId: shop.boltId });
    const refusal = await shop.refusal((tx) => salesOrders.confirm(tx, { id }));
    expect(refusal).toMatchObject({ code: 'TRANSITION_REFUSED' });
  });
});

async function countOrders(): Promise<number> {
  const rows = await database.db.selectFrom('SalesOrder').select('id').execute();
  return rows.length;
}
