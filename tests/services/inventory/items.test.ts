import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bins, items, warehouses } from '../../../modules/inventory/index.js';
import { decimal } from '../../../modules/kernel/index.js';
import type { Database } from '../../../prisma/database.js';
import { actorWith } from '../../support/acting.js';
import { openTestDatabase } from '../../support/database.js';
import { count, newItem, ok, openStore, reason, type Store } from './store.js';

let database: Database;
let store: Store;

beforeAll(async () => {
  database = await openTestDatabase();
  store = await openStore(database);
});

afterAll(() => database.close());

describe('loading items', () => {
  const bolt = {
    code: 'BOLT',
    name: 'Bolt',
    units: [{ unit: 'BX', factor: decimal(12) }],
    externalRefs: [{ system: 'old', key: '7' }],
  };

  it('makes each once, and a second run changes nothing', async () => {
    const first = await store.act((tx) => items.upsertMany(tx, [bolt, { name: 'Unnumbered' }]));
    expect(first.map((one) => ok(one).version)).toEqual([1, 1]);
    expect(ok(first[1]).code).toBe('I-00001');
    const before = await count(store, 'Event');
    const second = await store.act((tx) => items.upsertMany(tx, [bolt]));
    expect(ok(second[0])).toEqual(ok(first[0]));
    expect(await count(store, 'Event')).toBe(before);
  });

  it('changes what differs, found by its external reference alone', async () => {
    const renamed = { name: 'Hexagon bolt', externalRefs: bolt.externalRefs };
    const [changed] = await store.act((tx) => items.upsertMany(tx, [renamed]));
    expect(ok(changed)).toMatchObject({ code: 'BOLT', name: 'Hexagon bolt', version: 2 });
  });

  it('tells of changed units by a fact of the item', async () => {
    const units = [{ unit: 'BX', factor: decimal(10) }];
    const [changed] = await store.act((tx) => items.upsertMany(tx, [{ code: 'BOLT', units }]));
    const { id, version } = ok(changed);
    expect(version).toBe(3);
    const { rows } = await database.query({
      text: 'select "changes" from "AuditEntry" where "documentId" = $1 and "version" = 3',
      values: [id],
    });
    expect(rows[0]?.[0]).toMatchObject({ units: { from: 'BX=12', to: 'BX=10' } });
    const known = await store.act((tx) => items.conversions(tx, [id, randomUUID()]));
    expect(known.get(id)?.units[0]?.factor.toString()).toBe('10');
    expect(known.size).toBe(1);
  });

  it('refuses a row without harm to the others', async () => {
    const before = await count(store, 'Item');
    const outcomes = await store.act((tx) =>
      items.upsertMany(tx, [
        { code: 'GOOD', name: 'Good' },
        { code: 'GOOD', name: 'Again' },
        { code: 'BAD', name: '' },
        { code: 'KEYED', name: 'Keyed', externalRefs: [{ system: 'old', key: '7' }] },
        { code: 'TWIN', name: 'Twin', externalRefs: [{ system: 'old', key: '8' }] },
        { code: 'TWIN2', name: 'Twin', externalRefs: [{ system: 'old', key: '8' }] },
      ]),
    );
    expect(outcomes.map(reason)).toEqual([
      'taken',
      'DUPLICATE_KEY code',
      'TEXT_TOO_SHORT name',
      'CODE_FIXED code',
      'taken',
      'DUPLICATE_KEY externalRefs.0',
    ]);
    expect(await count(store, 'Item')).toBe(before + 2);
  });

  it('takes as many statements for a hundred as for two', async () => {
    const load = (length: number, prefix: string) =>
      database.statements.during(() =>
        store.act((tx) =>
          items.upsertMany(
            tx,
            Array.from({ length }, (_, index) => ({
              code: `${prefix}-${index}`,
              name: 'Many',
              units: [{ unit: 'BX', factor: decimal(2) }],
              externalRefs: [{ system: prefix, key: String(index) }],
            })),
          ),
        ),
      );
    const few = await load(2, 'FEW');
    const many = await load(100, 'MANY');
    expect(many.value.map(reason)).toEqual(Array.from({ length: 100 }, () => 'taken'));
    expect(many.texts.length).toBe(few.texts.length);
  });
});

describe('changing an item', () => {
  it('compares the version under the lock', async () => {
    const { id } = await newItem(store);
    const rename = (expectedVersion: number) =>
      store.act((tx) => items.change(tx, { id, name: 'New', expectedVersion }));
    expect(await rename(1)).toMatchObject({ name: 'New', version: 2 });
    await expect(rename(1)).rejects.toMatchObject({ code: 'STALE_VERSION', currentVersion: 2 });
  });

  it('keeps an archived item as it was', async () => {
    const { id, code } = await newItem(store);
    const archived = await store.act((tx) => items.archive(tx, { id }));
    expect(archived.archivedAt).not.toBeNull();
    const again = await store.act((tx) => items.archive(tx, { id }));
    expect(again.version).toBe(2);
    const change = await store.refusal((tx) => items.change(tx, { id, name: 'New' }));
    expect(change.code).toBe('ITEM_ARCHIVED');
    const upsert = await store.refusal((tx) => items.upsert(tx, { code, name: 'New' }));
    expect(upsert.code).toBe('ITEM_ARCHIVED');
  });

  it('refuses an unknown item', async () => {
    const id = randomUUID();
    expect((await store.refusal((tx) => items.change(tx, { id }))).code).toBe('NOT_FOUND');
  });
});

describe('how a company keeps an item', () => {
  it('is set once and changed by versions', async () => {
    const { id: itemId } = await newItem(store);
    const { companyId } = store;
    const set = (cost: string, expectedVersion?: number) =>
      store.act((tx) =>
        items.setSettings(tx, { companyId, itemId, standardCost: decimal(cost), expectedVersion }),
      );
    expect(await set('1.5')).toMatchObject({ version: 1, valuationMethod: 'MOVING_AVERAGE' });
    expect(await set('1.6', 1)).toMatchObject({ version: 2 });
    await expect(set('1.7', 1)).rejects.toMatchObject({ code: 'STALE_VERSION' });
    await expect(set('-1')).rejects.toMatchObject({ code: 'PRICE_OUT_OF_RANGE' });
  });

  it('is by a method that is offered, and for a company one does not see not at all', async () => {
    const { id: itemId } = await newItem(store);
    const { companyId, otherId } = store;
    const lifo = { companyId, itemId, valuationMethod: 'LIFO' };
    const refused = await store.refusal((tx) => items.setSettings(tx, lifo));
    expect([refused.code, refused.path]).toEqual(['VALUATION_METHOD_UNKNOWN', ['valuationMethod']]);
    const stranger = actorWith([], [otherId]);
    const hidden = await store.refusal(
      (tx) => items.setSettings(tx, { companyId, itemId }),
      stranger,
    );
    expect(hidden.code).toBe('NOT_FOUND');
  });
});

describe('warehouses and bins', () => {
  it('begin with the bin MAIN and take more', async () => {
    const { companyId } = store;
    const warehouse = await store.act((tx) =>
      warehouses.create(tx, { companyId, code: 'NORTH', name: 'North' }),
    );
    const warehouseId = warehouse.id;
    const more = await store.act((tx) => bins.create(tx, { warehouseId, code: 'A-01' }));
    expect(more).toMatchObject({ companyId, warehouseId, code: 'A-01' });
    const main = await store.refusal((tx) => bins.create(tx, { warehouseId, code: 'MAIN' }));
    expect(main.code).toBe('DUPLICATE_KEY');
    const twice = { companyId, code: 'NORTH', name: 'Again' };
    expect((await store.refusal((tx) => warehouses.create(tx, twice))).path).toEqual(['code']);
  });

  it('of another company are not found', async () => {
    const { companyId, otherId, warehouseId, otherWarehouseId } = store;
    const stranger = actorWith([], [otherId]);
    const create = { companyId, code: 'SPY', name: 'Spy' };
    const company = await store.refusal((tx) => warehouses.create(tx, create), stranger);
    expect(company.code).toBe('NOT_FOUND');
    const bin = await store.refusal(
      (tx) => bins.create(tx, { warehouseId, code: 'SPY' }),
      stranger,
    );
    expect(bin.code).toBe('NOT_FOUND');
    const seen = await store.act(
      (tx) => warehouses.getMany(tx, [warehouseId, otherWarehouseId]),
      stranger,
    );
    expect([...seen.keys()]).toEqual([otherWarehouseId]);
  });
});
