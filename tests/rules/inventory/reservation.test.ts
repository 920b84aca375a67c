import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { allot, type Level } from '../../../modules/inventory/reservation.rules.js';
import { pick, valueLeaving, type Reserved } from '../../../modules/inventory/shipment.rules.js';
import { ZERO, decimal, sum } from '../../../modules/kernel/index.js';

const level = (id: string, onHand: number, reserved = 0, itemId = 'bolt'): Level => ({
  id,
  itemId,
  warehouseId: 'main',
  binId: `bin-${id}`,
  lotId: null,
  expiresOn: null,
  onHand: decimal(onHand),
  reserved: decimal(reserved),
});
const demand = (lineId: string, quantity: number, itemId = 'bolt') => ({
  lineId,
  itemId,
  warehouseId: 'main',
  quantity: decimal(quantity),
});
const shipping = (lineId: string, quantity: number) => ({
  ...demand(lineId, quantity),
  reservationLineId: `order-${lineId}`,
});
const held = (lineId: string, stockLevelId: string, quantity: number): Reserved => ({
  id: `${lineId}@${stockLevelId}`,
  lineId: `order-${lineId}`,
  stockLevelId,
  quantity: decimal(quantity),
});
const told = (portions: readonly { levelId: string; quantity: unknown }[]) =>
  portions.map(({ levelId, quantity }) => `${levelId}:${String(quantity)}`);

describe('promising stock to lines', () => {
  it('empties the first bin before it opens the next', () => {
    const [one] = allot([demand('1', 5)], [level('b', 9), level('a', 3)]);
    expect(told(one?.portions ?? [])).toEqual(['a:3', 'b:2']);
  });

  it('leaves alone what is promised to others', () => {
    const [one] = allot([demand('1', 5)], [level('a', 5, 4)]);
    expect(told(one?.portions ?? [])).toEqual(['a:1']);
    expect(one?.available.toString()).toBe('1');
  });

  it('serves an earlier line first and tells the later one what was left for it', () => {
    const [first, second] = allot([demand('1', 4), demand('2', 4)], [level('a', 6)]);
    expect([first?.quantity, second?.quantity, second?.available].map(String)).toEqual([
      '4',
      '2',
      '2',
    ]);
  });

  it('gives nothing of another item or warehouse', () => {
    const [one] = allot([demand('1', 1, 'nut')], [level('a', 6)]);
    expect(one?.portions).toEqual([]);
  });

  it('never promises more than is free, and as much as is asked where there is enough', () => {
    const levels = fc.array(fc.tuple(fc.nat(50), fc.nat(50)), { maxLength: 5 });
    fc.assert(
      fc.property(
        levels,
        fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 6 }),
        (rows, asked) => {
          const stock = rows.map(([free, reserved], index) =>
            level(String(index), free + reserved, reserved),
          );
          const allotments = allot(
            asked.map((quantity, index) => demand(String(index), quantity)),
            stock,
          );
          const given = allotments.flatMap(({ portions }) => portions);
          const free = rows.reduce((total, [one]) => total + one, 0);
          const wanted = asked.reduce((total, one) => total + one, 0);
          expect(sum(given.map(({ quantity }) => quantity)).toNumber()).toBe(
            Math.min(free, wanted),
          );
          for (const { id, onHand, reserved } of stock) {
            const taken = sum(given.filter((one) => one.levelId === id).map((one) => one.quantity));
            expect(reserved.add(taken).lte(onHand)).toBe(true);
          }
        },
      ),
    );
  });
});

describe('picking what leaves', () => {
  it('takes what is reserved for the line before what is free', () => {
    const levels = [level('a', 5), level('b', 5, 3)];
    const [one] = pick([shipping('1', 4)], levels, [held('1', 'b', 3)]);
    expect(told(one?.fromReserved ?? [])).toEqual(['b:3']);
    expect(told(one?.fromFree ?? [])).toEqual(['a:1']);
  });

  it('does not take what is reserved for another line', () => {
    const [one] = pick([shipping('1', 2)], [level('a', 5, 4)], [held('2', 'a', 4)]);
    expect(one?.available.toString()).toBe('1');
  });

  it('values two lines of one item one after the other', () => {
    const picked = pick([shipping('1', 1), shipping('2', 2)], [level('a', 3)], []);
    const kept = { method: 'MOVING_AVERAGE' as const, standardCost: null, layers: [] };
    const pool = { itemId: 'bolt', ...kept };
    const leaving = valueLeaving(picked, [{ ...pool, quantity: decimal(3), value: decimal(10) }]);
    expect(leaving.map(({ value }) => value.toString())).toEqual(['3.3333', '6.6667']);
  });

  it('takes a line from two bins at one cost', () => {
    const picked = pick([shipping('1', 3)], [level('a', 1), level('b', 2)], []);
    const kept = { method: 'MOVING_AVERAGE' as const, standardCost: null, layers: [] };
    const pool = { itemId: 'bolt', ...kept };
    const leaving = valueLeaving(picked, [{ ...pool, quantity: decimal(7), value: decimal(10) }]);
    expect(leaving.map(({ levelId }) => levelId)).toEqual(['a', 'b']);
    expect(sum(leaving.map(({ value }) => value)).toString()).toBe('4.2857');
    expect(leaving.every(({ value }) => value.gt(ZERO))).toBe(true);
  });
});
