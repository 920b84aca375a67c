import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { items, openings } from '../../../modules/inventory/index.js';
import { decimal } from '../../../modules/kernel/index.js';
import { hearings } from '../../../modules/listeners.js';
import { boms } from '../../../modules/manufacturing/index.js';
import { supplierPrices, suppliers } from '../../../modules/purchasing/index.js';
import { openTestDatabase } from '../../support/database.js';
import { newItem, openStore, opening, stocked, type Store } from './store.js';

let store: Store;
beforeAll(async () => {
  store = await openStore(await openTestDatabase(), hearings);
});
afterAll(() => store.database.close());

const merge = (survivorId: string, mergedId: string) =>
  store.act((tx) => items.merge(tx, { survivorId, mergedId }));
const refused = async (survivorId: string, mergedId: string) => {
  const { code, path } = await store.refusal((tx) => items.merge(tx, { survivorId, mergedId }));
  return `${code} ${path.join('.')}`;
};
const two = async (first: object = {}, second: object = {}) => [
  await newItem(store, first),
  await newItem(store, second),
];

describe('merging an item into another', () => {
  it('adds its other units, and its code and references lead to the survivor', async () => {
    const [bolt, twin] = await two();
    await store.act((tx) =>
      items.upsert(tx, {
        code: twin!.code,
        units: [
          { unit: 'BX', factor: decimal(12) },
          { unit: 'PK', factor: decimal(6) },
        ],
        externalRefs: [{ system: 'b', key: twin!.code }],
      }),
    );
    await merge(bolt!.id, twin!.id);
    const units = (await store.act((tx) => items.conversions(tx, [bolt!.id]))).get(bolt!.id)?.units;
    expect(units?.map(({ unit }) => unit).sort()).toEqual(['BX', 'PK']);
    const again = {
      code: twin!.code,
      name: 'Again',
      externalRefs: [{ system: 'b', key: twin!.code }],
    };
    expect(await store.act((tx) => items.upsert(tx, again))).toMatchObject({ id: bolt!.id });
  });

  it('takes what suppliers ask for it', async () => {
    const [bolt, twin] = await two();
    const supplier = await store.act((tx) => suppliers.upsert(tx, { name: 'S', currency: 'USD' }));
    const price = { supplierId: supplier.id, unitPrice: decimal(3), leadTimeDays: 2 };
    await store.act((tx) => supplierPrices.set(tx, { ...price, itemId: twin!.id }));
    await merge(bolt!.id, twin!.id);
    const wanted = { itemIds: [bolt!.id], on: '2026-03-02' };
    const found = (await store.act((tx) => suppliers.sources(tx, wanted))).get(bolt!.id);
    expect(found?.map(({ unitPrice }) => String(unitPrice))).toEqual(['3']);
  });

  it('is refused while it lies in stock, and taken once that has left', async () => {
    const [bolt] = await two();
    const twinId = await stocked(store, '5');
    expect(await refused(bolt!.id, twinId)).toBe('ITEM_HAS_STOCK mergedId');
    expect((await merge(twinId, bolt!.id)).survivor.id).toBe(twinId);
  });

  it('is refused where the two are kept otherwise', async () => {
    const [bolt, kilos] = await two({}, { unit: 'KGM' });
    const [, lots] = await two({}, { isLotTracked: true });
    expect(await refused(bolt!.id, kilos!.id)).toBe('UNIT_MISMATCH mergedId');
    expect(await refused(bolt!.id, lots!.id)).toBe('MERGE_DIFFERS mergedId');
    const dozen = { code: lots!.code, units: [{ unit: 'BX', factor: decimal(10) }] };
    await store.act((tx) => items.upsert(tx, { ...dozen, isLotTracked: false }));
    expect(await refused(bolt!.id, lots!.id)).toBe('MERGE_DIFFERS mergedId');
  });

  it('is refused while a BOM names it: so no merge closes a circle', async () => {
    const [frame, tube] = await two({ isMade: true });
    const { companyId } = store;
    const lines = [{ itemId: tube!.id, quantity: decimal(2) }];
    await store.act((tx) => boms.create(tx, { companyId, itemId: frame!.id, lines }));
    expect(await refused(tube!.id, frame!.id)).toBe('ITEM_IN_USE mergedId');
    expect(await refused(frame!.id, tube!.id)).toBe('ITEM_IN_USE mergedId');
  });

  it('keeps out stock of the merged that comes after it', async () => {
    const [bolt, twin] = await two();
    await merge(bolt!.id, twin!.id);
    const given = [opening(store, twin!.id, '5', '1')];
    const [outcome] = await store.act((tx) => openings.upsertMany(tx, given));
    expect(outcome).toMatchObject({ refused: [{ code: 'ITEM_ARCHIVED' }] });
  });
});

describe('items that may be the same', () => {
  it('have one GTIN, however it is written, and no other digit in an alike name', async () => {
    const [one, other] = await two(
      { name: 'Hex bolt M8', gtin: '4006381333931' },
      { name: 'Bolzen', gtin: '04006381333931' },
    );
    await two({ name: 'Road frame 52' }, { name: 'Road frame 56' });
    const read = async (statement: { text: string; values: unknown[] }) =>
      (await store.database.query(statement)).rows;
    const { found } = await items.duplicates(read, 0.6);
    const ids = found.filter(({ reasons }) => reasons.includes('GTIN'));
    expect(ids).toEqual([{ left: one!.id, right: other!.id, score: 0.95, reasons: ['GTIN'] }]);
    const frames = found.filter(({ reasons }) => reasons.includes('SIMILAR_NAME'));
    expect(frames).toEqual([]);
  });

  it('refuse a GTIN whose check digit is wrong', async () => {
    const wrong = store.refusal((tx) => items.upsert(tx, { name: 'X', gtin: '4006381333932' }));
    expect(await wrong).toMatchObject({ code: 'GTIN_MALFORMED', path: ['gtin'] });
  });
});
