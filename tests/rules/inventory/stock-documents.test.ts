import { describe, expect, it } from 'vitest';
import {
  refusalsOf,
  surplusCost,
  valueDifferences,
  type CountedPool,
} from '../../../modules/inventory/stock-count.rules.js';
import { shortLines } from '../../../modules/inventory/shortage.rules.js';
import { levelsByPlace, type Level } from '../../../modules/inventory/reservation.rules.js';
import { decimal } from '../../../modules/kernel/index.js';

describe('goods that leave one place', () => {
  it('are short by the lines that nothing is left for; a refused line takes nothing', () => {
    const leaving = [2, 1, 1].map((quantity) => ({ from: 'a', quantity: decimal(quantity) }));
    expect(shortLines(leaving, new Map([['a', decimal(1)]]))).toEqual([
      { index: 0, available: decimal(1) },
      { index: 2, available: decimal(0) },
    ]);
  });
});

describe('goods that are carried', () => {
  const carried = (from: string, to: string, quantity: number) => {
    return { from, to, quantity: decimal(quantity) };
  };

  it('go on from where an earlier line brought them', () => {
    const lines = [carried('a', 'b', 5), carried('b', 'c', 7)];
    expect(
      shortLines(
        lines,
        new Map([
          ['a', decimal(5)],
          ['b', decimal(2)],
        ]),
      ),
    ).toEqual([]);
    const short = shortLines(
      lines.reverse(),
      new Map([
        ['a', decimal(5)],
        ['b', decimal(2)],
      ]),
    );
    expect(short.map(({ index, available }) => `${index} ${String(available)}`)).toEqual(['0 2']);
  });
});

describe('what goes first', () => {
  const level = (id: string, more: Partial<Level>): Level => ({
    ...{ id, itemId: 'milk', warehouseId: 'main', binId: 'b', lotId: null, expiresOn: null },
    ...{ onHand: decimal(1), reserved: decimal(0), ...more },
  });

  it('goes off first, then is the earliest lot, then the first bin', () => {
    const levels = [
      level('1', { lotId: 'l2' }),
      level('2', { lotId: 'l1', binId: 'c' }),
      level('3', { lotId: 'l1', binId: 'b' }),
      level('4', { lotId: 'l3', expiresOn: '2026-12-31' }),
      level('5', { lotId: 'l4', expiresOn: '2026-06-30' }),
    ];
    const placesOf = levelsByPlace(levels);
    const place = { itemId: 'milk', warehouseId: 'main' };
    expect(placesOf(place).map(({ id }) => id)).toEqual(['5', '4', '3', '2', '1']);
    expect(placesOf({ ...place, lotId: 'l1' }).map(({ id }) => id)).toEqual(['3', '2']);
  });
});

describe('a count', () => {
  const pool = (more: Partial<CountedPool>): CountedPool => ({
    ...{ method: 'MOVING_AVERAGE', standardCost: decimal(5), layers: [], lastCost: decimal(3) },
    ...{ quantity: decimal(20), value: decimal(40), ...more },
  });

  it.each([
    ['the average by moving average', pool({}), '2'],
    ['the last receipt’s cost where nothing lies', pool({ quantity: decimal(0) }), '3'],
    ['the last receipt’s cost by FIFO', pool({ method: 'FIFO' }), '3'],
    ['the standard at standard cost', pool({ method: 'STANDARD' }), '5'],
    ['the standard where nothing ever came', pool({ method: 'FIFO', lastCost: null }), '5'],
    [
      'nothing where nothing is known',
      pool({ method: 'FIFO', lastCost: null, standardCost: null }),
      '0',
    ],
  ])('values what was found more at %s', (_name, kept, expected) => {
    expect(surplusCost(kept).toString()).toBe(expected);
  });

  it('values what is missing as what leaves, and what is more as it was before', () => {
    const pools = new Map([['bolt', pool({})]]);
    const differences = [-20, 4, 0].map((quantity) => {
      return { itemId: 'bolt', quantity: decimal(quantity) };
    });
    const values = valueDifferences(differences, pools).map(({ value }) => value.toString());
    expect(values).toEqual(['-40', '8', '0']);
  });

  const place = (expected: number, counted: number | null, onHand: number, reserved = 0) => ({
    itemCode: 'BOLT',
    expected: decimal(expected),
    counted: counted === null ? null : decimal(counted),
    onHand: decimal(onHand),
    reserved: decimal(reserved),
  });
  const codes = (...places: ReturnType<typeof place>[]) =>
    refusalsOf(places).map(({ code, path }) => `${code} ${path.join('.')}`);

  it('is refused while a line is open, stale or below what is promised', () => {
    expect(codes(place(5, 4, 5), place(5, 0, 5))).toEqual([]);
    expect(codes(place(5, 4, 5), place(5, null, 5))).toEqual(['COUNT_INCOMPLETE lines']);
    expect(codes(place(5, 4, 6), place(5, 4, 5, 5))).toEqual([
      'STALE_COUNT lines.0',
      'COUNT_BELOW_RESERVED lines.1',
    ]);
  });
});
