import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { stockBalances } from '../../../modules/inventory/index.js';
import { decimal, sum, type Decimal } from '../../../modules/kernel/index.js';
import type { Database } from '../../../prisma/database.js';
import { openTestDatabase } from '../../support/database.js';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const id = (range: string, number: number): string =>
  `0190000${range}-0000-7000-8000-${String(number).padStart(12, '0')}`;
const dayOf = (day: number): string => `2026-03-0${day}`;

/** A move of one of two items, in one of three bins, of one of two lots or none. */
const move = fc.record({
  item: fc.constantFrom(1, 2),
  bin: fc.constantFrom(1, 2, 3),
  lot: fc.constantFrom(null, 1, 2),
  status: fc.constantFrom('AVAILABLE', 'BLOCKED'),
  day: fc.integer({ min: 1, max: 5 }),
  thousandths: fc.integer({ min: -20_000, max: 20_000 }).filter((one) => one !== 0),
  worth: fc.nat(9_999_999),
});
/** A change of what an item is worth alone. */
const revaluation = fc.record({
  item: fc.constantFrom(1, 2),
  day: fc.integer({ min: 1, max: 5 }),
  worth: fc.integer({ min: -9_999_999, max: 9_999_999 }).filter((one) => one !== 0),
});
type Revaluation = typeof revaluation extends fc.Arbitrary<infer R> ? R : never;
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;

const quantityOf = ({ thousandths }: Move): Decimal => decimal(thousandths).div(1000);
/** In tenths of a thousandth; of a move its sign is that of the quantity. */
const valueOf = ({ worth, ...one }: Move | Revaluation): Decimal =>
  decimal('thousandths' in one && one.thousandths < 0 ? -worth : worth).div(10_000);

async function insert(table: string, rows: readonly object[]): Promise<void> {
  const columns = Object.keys(rows[0]!).map((column) => `"${column}"`);
  const text = `insert into "${table}" (${columns.join(', ')}) select ${columns.join(', ')}
    from jsonb_populate_recordset(null::"${table}", $1::jsonb)`;
  await database.query({ text, values: [JSON.stringify(rows)] });
}

/** Moves as the store keeps them, each with its layer. */
async function keep(moves: readonly Move[], revaluations: readonly Revaluation[] = []) {
  await database.query({ text: 'truncate "StockMove", "ValuationLayer" cascade', values: [] });
  const rows = moves.map((one, at) => ({
    ...{ id: id('1', at), companyId: id('2', 1), itemId: id('3', one.item) },
    ...{ postedOn: dayOf(one.day), currency: 'USD', createdAt: '2026-03-09T00:00:00Z' },
    ...{ quantity: String(quantityOf(one)), value: String(valueOf(one)) },
  }));
  await insert(
    'StockMove',
    moves.map((one, at) => ({
      ...rows[at]!,
      ...{ warehouseId: id('4', 1 + (one.bin % 2)), binId: id('5', one.bin), unit: 'C62' },
      ...{ lotId: one.lot === null ? null : id('6', one.lot), status: one.status },
      ...{ kind: 'ADJUSTMENT', documentType: 'StockCount', documentId: id('7', at) },
    })),
  );
  const nothing = { remainingQuantity: '0', remainingValue: '0' };
  const layered = rows.map((row) => ({ ...row, ...nothing, stockMoveId: row.id }));
  const alone = revaluations.map((one, at) => ({
    ...{ ...rows[0]!, ...nothing, id: id('8', at), itemId: id('3', one.item), quantity: '0' },
    ...{ stockMoveId: null, postedOn: dayOf(one.day), value: String(valueOf(one)) },
    ...{ documentType: 'PurchaseInvoice', documentId: id('7', at) },
  }));
  await insert('ValuationLayer', layered);
  if (alone.length > 0) await insert('ValuationLayer', alone);
}

const placeOf = (item: number, bin: number, lot: number | null, status: string): string =>
  [id('3', item), id('5', bin), lot === null ? '' : id('6', lot), status].join(' ');

/** What the store tells of a day: on hand and worth, by place. */
async function told(day: number) {
  const columns = `"itemId", "binId", coalesce("lotId"::text, ''), "status", "onHand"::text,
    "value"::text, "lastMovedOn"::text, "id"::text`;
  const text = `select ${columns} from (${stockBalances('$1::date')}) b`;
  const { rows } = await database.query({ text, values: [dayOf(day)] });
  return (rows as string[][]).map(([item, bin, lot, status, onHand, value, lastMovedOn, own]) => ({
    ...{ itemId: item!, place: [item, bin, lot, status].join(' '), lastMovedOn, id: own },
    ...{ onHand: decimal(onHand!), value: decimal(value!) },
  }));
}

describe('stock at the end of a day', () => {
  it('is what its moves until then add up to, and their worth to the last digit', async () => {
    const moves = fc.array(move, { minLength: 1, maxLength: 25 });
    const alone = fc.array(revaluation, { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(moves, alone, fc.integer({ min: 1, max: 5 }), async (all, more, day) => {
        await keep(all, more);
        const until = all.filter((one) => one.day <= day);
        const rows = await told(day);
        const keyOf = (one: Move) => placeOf(one.item, one.bin, one.lot, one.status);
        expect(rows.map(({ place }) => place).sort()).toEqual(
          [...new Set(until.map(keyOf))].sort(),
        );
        expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
        for (const { place, onHand, lastMovedOn } of rows) {
          const own = until.filter((one) => keyOf(one) === place);
          expect(String(onHand)).toBe(String(sum(own.map(quantityOf))));
          expect(lastMovedOn).toBe(dayOf(Math.max(...own.map((one) => one.day))));
        }
        for (const item of [1, 2]) {
          const own = rows.filter(({ itemId }) => itemId === id('3', item));
          if (own.length === 0) continue;
          const changes = [...until, ...more.filter((one) => one.day <= day)];
          const worth = sum(changes.filter((one) => one.item === item).map(valueOf));
          expect(String(sum(own.map(({ value }) => value)))).toBe(String(worth));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('shares what an item is worth out by quantity', async () => {
    const of = (bin: 1 | 2 | 3, thousandths: number, worth: number): Move => {
      return { item: 1, bin, lot: null, status: 'AVAILABLE', day: 1, thousandths, worth };
    };
    // Three pieces in three bins are worth 10: two bins bear 3.3333, one 3.3334.
    await keep([of(1, 1000, 100_000), of(2, 1000, 0), of(3, 1000, 0)]);
    const shares = (await told(1)).map(({ value }) => String(value));
    expect(shares.sort()).toEqual(['3.3333', '3.3333', '3.3334']);
    // What is nowhere any more, and yet worth something, is borne once.
    await keep([of(1, 1000, 100_000), of(2, -1000, 0)]);
    expect((await told(1)).map(({ value }) => String(value)).sort()).toEqual(['0', '10']);
  });
});
