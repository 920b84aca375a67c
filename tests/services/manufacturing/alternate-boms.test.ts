import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decimal } from '../../../modules/kernel/index.js';
import { boms, explosions, itemMerges } from '../../../modules/manufacturing/index.js';
import type { Database } from '../../../prisma/database.js';
import { openTestDatabase } from '../../support/database.js';
import { manufacturingInvariants } from '../../support/invariants/manufacturing.js';
import { newItem, openWorkshop, type Workshop } from './bicycles.js';

let database: Database;
let shop: Workshop;
let wire: string;
let cable: string;
let cord: string;
/** Two of wire, for each of which 1.2 of cable stand in, and from 2099 on one of cord. */
let lamp: string;

beforeAll(async () => {
  database = await openTestDatabase();
  shop = await openWorkshop(database);
  [wire, cable, cord] = [
    await newItem(shop, 'WIRE', []),
    await newItem(shop, 'CABLE', []),
    await newItem(shop, 'CORD', []),
  ];
  const alternates = [
    { itemId: cord, priority: 5, validFrom: '2099-01-01' },
    { itemId: cable, priority: 1, ratio: decimal('1.2') },
  ];
  lamp = await newItem(shop, 'LAMP', [{ itemId: wire, quantity: '2', alternates }]);
});

afterAll(async () => {
  for (const { name, text } of manufacturingInvariants) {
    const { rows } = await database.query({ text, values: [] });
    expect({ name, rows }).toEqual({ name, rows: [] });
  }
  await database.close();
});

const read = async (statement: { text: string; values: unknown[] }) =>
  (await database.query(statement)).rows;

describe('what may stand in', () => {
  it('is found by where-used, with how much one product takes of it', async () => {
    const wanted = { companyId: shop.companyId, itemIds: [cable, cord], on: '2026-03-20' };
    const [ofCable, ofCord] = await explosions.uses(read, wanted);
    const lamps = ofCable!.filter(({ itemId }) => itemId === lamp);
    expect(lamps.map((one) => [one.perUnit, one.isAlternate])).toEqual([['2.4', true]]);
    expect(ofCord).toEqual([]);
  });

  it('makes a cycle as a component does', async () => {
    const inside = await newItem(shop, 'INSIDE', [{ itemId: lamp, quantity: '1' }]);
    const { companyId } = shop;
    const lines = [
      {
        ...{ itemId: wire, quantity: decimal(1) },
        alternates: [{ itemId: inside }],
      },
    ];
    const refusal = await shop.refusal((tx) =>
      boms.create(tx, { companyId, itemId: lamp, revision: 'B', lines }),
    );
    expect([refusal.code, refusal.params]).toEqual(['BOM_CYCLE', { cycle: 'LAMP, INSIDE, LAMP' }]);
    // A product into which cable goes only in the place of another does not go into cable either.
    const below = await shop.refusal((tx) =>
      boms.create(tx, {
        ...{ companyId, itemId: cable },
        lines: [{ itemId: lamp, quantity: decimal(1) }],
      }),
    );
    expect([below.code, below.params]).toEqual(['BOM_CYCLE', { cycle: 'CABLE, LAMP, CABLE' }]);
  });

  it('keeps its item from being merged away', async () => {
    const after = await database.db
      .selectFrom('Item')
      .selectAll()
      .where('id', '=', cable)
      .executeTakeFirstOrThrow();
    const refusal = await shop.refusal((tx) =>
      itemMerges.refuseMade(tx, { after } as Parameters<typeof itemMerges.refuseMade>[1]),
    );
    expect(refusal.code).toBe('ITEM_IN_USE');
  });

  it('stays with a draft that changes something else, is replaced with its lines, and is told', async () => {
    const { companyId } = shop;
    const line = { itemId: wire, quantity: decimal(1) };
    const made = await newItem(shop, 'SHADE', []);
    const lines = [{ ...line, alternates: [{ itemId: cable }, { itemId: cord }] }];
    const { id } = await shop.act((tx) => boms.create(tx, { companyId, itemId: made, lines }));
    const kept = async () =>
      (
        await database.db
          .selectFrom('BomLineAlternate')
          .select(['itemId', 'priority'])
          .where('bomId', '=', id)
          .orderBy('priority')
          .execute()
      ).map(({ itemId, priority }) => [itemId, priority]);
    await shop.act((tx) => boms.change(tx, { id, note: 'Only a note' }));
    expect(await kept()).toEqual([
      [cable, 1],
      [cord, 2],
    ]);
    await shop.act((tx) =>
      boms.change(tx, { id, lines: [{ ...line, alternates: [{ itemId: cord, priority: 3 }] }] }),
    );
    expect(await kept()).toEqual([[cord, 3]]);
    // The same once more is no change, and one without it is.
    const input = { companyId, itemId: made };
    const put = (alternates?: { itemId: string; priority: number }[]) =>
      shop.act((tx) =>
        boms.upsertMany(tx, [{ ...input, note: 'Only a note', lines: [{ ...line, alternates }] }]),
      );
    const versionNow = async () =>
      (
        await database.db
          .selectFrom('Bom')
          .select('version')
          .where('id', '=', id)
          .executeTakeFirstOrThrow()
      ).version;
    const before = await versionNow();
    await put([{ itemId: cord, priority: 3 }]);
    expect(await versionNow()).toBe(before);
    await put();
    expect(await versionNow()).toBe(before + 1);
    expect(await kept()).toEqual([]);
  });
});
