import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  planRevaluation,
  type PriceDifference,
  type ReceiptLayer,
} from '../../../modules/inventory/revaluation.rules.js';
import type { ValuationMethod } from '../../../modules/inventory/valuation.rules.js';
import { ZERO, decimal, sum } from '../../../modules/kernel/index.js';

const pool = (method: ValuationMethod, quantity: string, value: string) => ({
  ...{ itemId: 'bolt', method, standardCost: decimal(2) },
  quantity: decimal(quantity),
  value: decimal(value),
});
const line = (lineId: string, received: string, difference: string): PriceDifference => ({
  ...{ lineId, itemId: 'bolt', receivedQuantity: decimal(received) },
  difference: decimal(difference),
});
const layer = (id: string, lineId: string, quantity: string, value: string): ReceiptLayer => ({
  ...{ id, lineId, itemId: 'bolt', stockMoveId: id },
  quantity: decimal(quantity),
  value: decimal(value),
});
const told = (...given: Parameters<typeof planRevaluation>) =>
  planRevaluation(...given).map(({ parts }) => sum(parts.map(({ value }) => value)).toString());

// IAS 2, paragraph 11: the costs of purchase are the price after discounts and rebates; what of it
// is sold already is no cost of stock any more.
describe('a price difference that becomes known later', () => {
  it('is borne by moving average for as much as is on hand', () => {
    expect(told([line('1', '10', '5')], [pool('MOVING_AVERAGE', '6', '12')], [])).toEqual(['3']);
    expect(told([line('1', '10', '5')], [pool('MOVING_AVERAGE', '60', '1')], [])).toEqual(['5']);
  });

  it('lets two lines of one item not claim the same goods', () => {
    const lines = [line('1', '10', '10'), line('2', '10', '10')];
    expect(told(lines, [pool('MOVING_AVERAGE', '15', '30')], [])).toEqual(['10', '5']);
  });

  it('is borne by FIFO for what is left of the receipt itself', () => {
    const layers = [layer('a', '1', '4', '8'), layer('b', '2', '10', '20')];
    expect(told([line('1', '10', '5')], [pool('FIFO', '14', '28')], layers)).toEqual(['2']);
  });

  it('is borne at standard cost not at all', () => {
    expect(told([line('1', '10', '5')], [pool('STANDARD', '10', '20')], [])).toEqual(['0']);
  });

  it('is borne not at all where nothing is kept', () => {
    expect(told([line('1', '10', '5')], [], [])).toEqual(['0']);
  });

  it('never makes a pool or a layer worth less than nothing, nor bears more than there is', () => {
    const amount = fc.integer({ min: -500, max: 500 });
    const row = fc.record({ received: fc.integer({ min: 1, max: 20 }), difference: amount });
    const left = fc.record({ quantity: fc.nat(20), value: fc.nat(100) });
    fc.assert(
      fc.property(
        fc.constantFrom('MOVING_AVERAGE' as const, 'FIFO' as const),
        fc.array(row, { minLength: 1, maxLength: 4 }),
        fc.array(left, { minLength: 1, maxLength: 4 }),
        (method, rows, lefts) => {
          const there = lefts.filter(({ quantity }) => quantity > 0);
          const layers = there.map(({ quantity, value }, index) =>
            layer(`l${index}`, '0', String(quantity), String(value)),
          );
          const kept = {
            ...pool(method, '0', '0'),
            quantity: sum(layers.map(({ quantity }) => quantity)),
            value: sum(layers.map(({ value }) => value)),
          };
          const lines = rows.map(({ received, difference }) => ({
            ...line('0', String(received), String(difference)),
          }));
          const planned = planRevaluation(lines, [kept], layers);
          const parts = planned.flatMap((one) => one.parts);
          expect(kept.value.add(sum(parts.map(({ value }) => value))).gte(ZERO)).toBe(true);
          for (const { id, value } of layers) {
            const own = parts.filter(({ layerId }) => layerId === id);
            expect(value.add(sum(own.map((part) => part.value))).gte(ZERO)).toBe(true);
          }
          planned.forEach(({ line: { difference }, parts: own }) => {
            const borne = sum(own.map(({ value }) => value));
            expect(borne.abs().lte(difference.abs())).toBe(true);
          });
        },
      ),
    );
  });
});
