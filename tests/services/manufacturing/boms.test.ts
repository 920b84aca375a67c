import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonical, decimal } from '../../../modules/kernel/index.js';
import { items } from '../../../modules/inventory/index.js';
import { boms, productData } from '../../../modules/manufacturing/index.js';
import type { Database } from '../../../prisma/database.js';
import { openTestDatabase } from '../../support/database.js';
import { factsOf, lineOf, openWorkshop, type Workshop } from './workshop.js';

let database: Database;
let shop: Workshop;

beforeAll(async () => {
  database = await openTestDatabase();
  shop = await openWorkshop(database);
});

afterAll(() => database.close());

/** The components of a product on a day, as item, for each unit, once. */
async function componentsOn(itemId: string, on: string): Promise<string[][] | null> {
  const { companyId } = shop;
  const made = await shop.act((tx) => productData.of(tx, { companyId, itemIds: [itemId], on }));
  const product = made.get(itemId);
  if (!product) return null;
  return product.components.map((one) => [
    one.itemId,
    canonical(one.perUnit),
    canonical(one.fixed),
  ]);
}

const bomNow = (id: string) =>
  database.db.selectFrom('Bom').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

describe('what a product is made of', () => {
  it('counts scrap, yield, output, fixed quantities and units in stock units', async () => {
    const wheel = await shop.item('WHEEL');
    await shop.released(
      wheel,
      [
        // 3 × 12 ÷ 4 ÷ (1 − 10 %) ÷ 80 % = 12.5 bolts for one wheel.
        [shop.boltId, '3', { unit: 'BX', scrapPercent: decimal('10') }],
        // 2 ÷ (1 − 20 %) = 2.5 nuts for a work order.
        [shop.nutId, '2', { isFixed: true, scrapPercent: decimal('20') }],
      ],
      { outputQuantity: decimal('4'), yieldPercent: decimal('80') },
    );
    expect(await componentsOn(wheel, '2026-03-02')).toEqual([
      [shop.boltId, '12.5', '0'],
      [shop.nutId, '0', '2.5'],
    ]);
  });

  it('blows phantoms through on all levels', async () => {
    const [bike, kit, bag] = await Promise.all(['BIKE', 'KIT', 'BAG'].map((c) => shop.item(c)));
    await shop.released(bag!, [[shop.nutId, '5']], { isPhantom: true });
    await shop.released(
      kit!,
      [
        [shop.boltId, '2', { issueMethod: 'BACKFLUSH' }],
        [bag!, '3'],
        [shop.nutId, '1', { isFixed: true }],
      ],
      { isPhantom: true, yieldPercent: decimal('50') },
    );
    await shop.released(bike!, [
      [kit!, '2', { operation: 20 }],
      [shop.boltId, '1'],
    ]);
    expect(await componentsOn(bike!, '2026-03-02')).toEqual([
      [shop.boltId, '8', '0'],
      [shop.nutId, '60', '1'],
      [shop.boltId, '1', '0'],
    ]);
  });

  it('is that of the day, and of lines that count on the day', async () => {
    const lamp = await shop.item('LAMP');
    const first = await shop.released(lamp, [[shop.boltId, '1']]);
    const second = await shop.bom(
      lamp,
      [
        [shop.nutId, '2', { validTo: '2026-07-01' }],
        [shop.boltId, '3', { validFrom: '2026-07-01' }],
      ],
      { revision: 'B' },
    );
    await shop.act((tx) => boms.release(tx, { id: second.id, validFrom: '2026-06-01' }));
    expect(await bomNow(first.id)).toMatchObject({ status: 'SUPERSEDED', validTo: '2026-06-01' });
    expect(await componentsOn(lamp, '2025-12-31')).toBeNull();
    expect(await componentsOn(lamp, '2026-05-31')).toEqual([[shop.boltId, '1', '0']]);
    expect(await componentsOn(lamp, '2026-06-01')).toEqual([[shop.nutId, '2', '0']]);
    expect(await componentsOn(lamp, '2026-07-01')).toEqual([[shop.boltId, '3', '0']]);
    const retired = await shop.act((tx) => boms.retire(tx, { id: second.id, on: '2026-08-01' }));
    expect(retired).toMatchObject({ status: 'OBSOLETE', validTo: '2026-08-01' });
    expect(await componentsOn(lamp, '2026-07-31')).toEqual([[shop.boltId, '3', '0']]);
    expect(await componentsOn(lamp, '2026-08-01')).toBeNull();
    expect(await factsOf(shop, first.id)).toEqual(['bomCreated', 'bomReleased', 'bomSuperseded']);
    expect(await factsOf(shop, second.id)).toEqual(['bomCreated', 'bomReleased', 'bomRetired']);
  });

  it('ends a revision that begins before a later one where that begins', async () => {
    const bell = await shop.item('BELL');
    await shop.released(bell, [[shop.boltId, '1']], { validFrom: '2026-06-01' });
    const early = await shop.bom(bell, [[shop.nutId, '1']], { revision: 'B' });
    const late = { id: early.id, validFrom: '2026-02-01', validTo: '2026-06-02' };
    expect(await shop.refusal((tx) => boms.release(tx, late))).toMatchObject({
      code: 'REVISION_OVERLAPS',
      params: { revision: 'A', validFrom: '2026-06-01' },
    });
    const after = await shop.act((tx) =>
      boms.release(tx, { id: early.id, validFrom: '2026-02-01' }),
    );
    expect(after).toMatchObject({ status: 'RELEASED', validTo: '2026-06-01' });
  });
});

describe('a BOM', () => {
  it('is changed as a draft, and goes back to the drafts out of review', async () => {
    const pump = await shop.item('PUMP');
    const { id } = await shop.bom(pump, [[shop.boltId, '1']]);
    await shop.act((tx) => boms.submit(tx, { id }));
    const change = { id, note: 'Two bolts', lines: [lineOf([shop.boltId, '2'])] };
    const after = await shop.act((tx) => boms.change(tx, change));
    expect(after).toMatchObject({ status: 'DRAFT', note: 'Two bolts', version: 3 });
    await shop.act((tx) => boms.release(tx, { id }));
    expect(await componentsOn(pump, '2026-03-02')).toEqual([[shop.boltId, '2', '0']]);
    expect(await shop.refusal((tx) => boms.change(tx, { id, note: null }))).toMatchObject({
      code: 'TRANSITION_REFUSED',
    });
    expect(await factsOf(shop, id)).toEqual([
      'bomCreated',
      'bomSubmitted',
      'bomChanged',
      'bomReleased',
    ]);
  });

  it('tells everything that is wrong with it, with the places', async () => {
    const { companyId, boltId } = shop;
    const odd = await shop.item('ODD');
    const lines = [
      lineOf([boltId, '0']),
      lineOf([boltId, '1', { unit: 'KGM' }]),
      lineOf([boltId, '1', { scrapPercent: decimal('100') }]),
      lineOf([companyId, '1']),
      lineOf([boltId, '1', { kind: 'BY_PRODUCT', costSharePercent: decimal('60') }]),
      lineOf([boltId, '1', { kind: 'BY_PRODUCT', costSharePercent: decimal('40') }]),
      lineOf([odd, '1', { kind: 'BY_PRODUCT' }]),
      lineOf([boltId, '1', { costSharePercent: decimal('1') }]),
    ];
    const [outcome] = await shop.act((tx) =>
      boms.createMany(tx, [{ companyId, itemId: odd, lines, yieldPercent: decimal('0') }]),
    );
    const refused = outcome && 'refused' in outcome ? outcome.refused : [];
    expect(refused.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['PERCENT_OUT_OF_RANGE', 'yieldPercent'],
      ['QUANTITY_OUT_OF_RANGE', 'lines.0.quantity'],
      ['UNIT_MISMATCH', 'lines.1.unit'],
      ['PERCENT_OUT_OF_RANGE', 'lines.2.scrapPercent'],
      ['NOT_FOUND', 'lines.3.itemId'],
      ['BY_PRODUCT_OF_ITSELF', 'lines.6'],
      ['COMPONENT_WITH_SHARE', 'lines.7'],
      ['COST_SHARE_EXCEEDED', 'lines'],
    ]);
  });

  it('never goes into itself, by whatever way', async () => {
    const ids = await Promise.all(['C-1', 'C-2', 'C-3'].map((code) => shop.item(code)));
    const [one, two, three] = ids as [string, string, string];
    expect(await shop.refusal((tx) => boms.create(tx, input(one, one)))).toMatchObject({
      code: 'BOM_CYCLE',
      params: { cycle: 'C-1, C-1' },
    });
    await shop.released(one, [[two, '1']]);
    await shop.released(two, [[three, '1']]);
    const refusal = await shop.refusal((tx) => boms.create(tx, input(three, one)));
    expect(refusal).toMatchObject({
      code: 'BOM_CYCLE',
      params: { cycle: 'C-3, C-1, C-2, C-3' },
      path: ['lines'],
    });
    const draft = await shop.bom(three, [[shop.boltId, '1']]);
    const change = { id: draft.id, lines: [lineOf([two, '1'])] };
    expect(await shop.refusal((tx) => boms.change(tx, change))).toMatchObject({
      params: { cycle: 'C-3, C-2, C-3' },
    });
  });

  it('is refused at its release when another made the cycle meanwhile', async () => {
    const ids = await Promise.all(['D-1', 'D-2'].map((code) => shop.item(code)));
    const [one, two] = ids as [string, string];
    const first = await shop.bom(one, [[two, '1']]);
    const second = await shop.bom(two, [[one, '1']]);
    await shop.act((tx) => boms.release(tx, { id: first.id }));
    expect(await shop.refusal((tx) => boms.release(tx, { id: second.id }))).toMatchObject({
      code: 'BOM_CYCLE',
    });
  });

  const input = (itemId: string, part: string) => ({
    companyId: shop.companyId,
    itemId,
    lines: [lineOf([part, '1'])],
  });
});

describe('many BOMs at once', () => {
  const rows = (count: number, prefix: string, itemIds: readonly string[]) =>
    Array.from({ length: count }, (_, index) => ({
      ...{ companyId: shop.companyId, itemId: itemIds[index]!, isReleased: true },
      lines: [lineOf([shop.boltId, '1']), lineOf([shop.nutId, '2'])],
      externalRefs: [{ system: 'erp', key: `${prefix}-${index}` }],
    }));

  const made = async (count: number, prefix: string): Promise<string[]> => {
    const inputs = Array.from({ length: count }, (_, index) => {
      const code = `${prefix}-${index}`;
      return { code, name: code, isMade: true };
    });
    const outcomes = await shop.act((tx) => items.upsertMany(tx, inputs));
    return outcomes.map((one) => ('ok' in one ? one.ok.id : ''));
  };

  it('takes as many statements for forty as for two', async () => {
    const counts: number[] = [];
    for (const count of [2, 40]) {
      const prefix = `BULK-${count}`;
      const inputs = rows(count, prefix, await made(count, prefix));
      for (let turn = 0; turn < 2; turn++) {
        const { texts, value } = await database.statements.during(() =>
          shop.act((tx) => boms.upsertMany(tx, inputs)),
        );
        expect(value.filter((one) => 'ok' in one)).toHaveLength(count);
        counts.push(texts.length);
      }
    }
    expect(counts.slice(2)).toEqual(counts.slice(0, 2));
  });

  it('enters a reference once, changes it while it is a draft, and leaves refused rows out', async () => {
    const [one, two] = await made(2, 'REF');
    const draft = { ...rows(1, 'REF', [one!])[0]!, isReleased: false };
    const cycle = { ...draft, itemId: two!, lines: [lineOf([two!, '1'])], externalRefs: [] };
    const [first, refused] = await shop.act((tx) => boms.upsertMany(tx, [draft, cycle]));
    expect(refused).toMatchObject({ refused: [{ code: 'BOM_CYCLE' }] });
    const again = { ...draft, note: 'Again', isReleased: true };
    const [second] = await shop.act((tx) => boms.upsertMany(tx, [again]));
    const id = first && 'ok' in first ? first.ok.id : '';
    expect(second).toMatchObject({ ok: { id, note: 'Again', status: 'RELEASED', version: 3 } });
    const [third] = await shop.act((tx) => boms.upsertMany(tx, [{ ...again, note: 'Late' }]));
    expect(third).toMatchObject({ refused: [{ code: 'TRANSITION_REFUSED' }] });
    const [fourth] = await shop.act((tx) => boms.upsertMany(tx, [again]));
    expect(fourth).toMatchObject({ ok: { id, note: 'Again', version: 3 } });
  });

  it('sees the cycles that rows of one list make together', async () => {
    const [one, two] = (await made(2, 'PAIR')) as [string, string];
    const [base] = rows(1, 'PAIR', [one]);
    const outcomes = await shop.act((tx) =>
      boms.upsertMany(tx, [
        { ...base!, lines: [lineOf([two, '1'])] },
        { ...base!, itemId: two, lines: [lineOf([one, '1'])], externalRefs: [] },
      ]),
    );
    expect(outcomes).toMatchObject([
      { ok: { status: 'RELEASED' } },
      { refused: [{ code: 'BOM_CYCLE', params: { cycle: 'PAIR-1, PAIR-0, PAIR-1' } }] },
    ]);
  });
});
