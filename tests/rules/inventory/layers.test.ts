import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  consume,
  cost,
  ownFirst,
  spread,
  type LayeredPool,
} from '../../../modules/inventory/layer.rules.js';
import {
  receiptValue,
  remainingOf,
  type ValuationMethod,
} from '../../../modules/inventory/valuation.rules.js';
import { ZERO, decimal, min, sum, type Decimal } from '../../../modules/kernel/index.js';

const layer = (id: string, quantity: string, value: string) => ({
  ...{ id, stockMoveId: `move-${id}` },
  quantity: decimal(quantity),
  value: decimal(value),
});
const told = (parts: readonly { layerId: string; quantity: Decimal; value: Decimal }[]) =>
  parts.map(({ layerId, quantity, value }) => `${layerId}:${String(quantity)}@${String(value)}`);
const pool = (method: ValuationMethod, standardCost: string | null = null): LayeredPool => ({
  ...{ method, quantity: ZERO, value: ZERO, layers: [] },
  standardCost: standardCost === null ? null : decimal(standardCost),
});

describe('first in, first out', () => {
  // Perpetual inventory as introductory accounting texts work it through (the formula is that of
  // IAS 2, paragraph 27): 10 at 91, 15 at 106, 20 sold; 20 at 115, 10 at 119, 23 sold. The first
  // sale costs 10 × 91 + 10 × 106 = 1,970, the second 5 × 106 + 18 × 115 = 2,600, and
  // 2 × 115 + 10 × 119 = 1,420 stay.
  it('costs 1,970 and 2,600 and leaves 1,420 of the textbook’s purchases', () => {
    const first = consume([layer('a', '10', '910'), layer('b', '15', '1590')], decimal(20));
    expect(told(first.consumed)).toEqual(['a:10@910', 'b:10@1060']);
    const later = [...first.layers, layer('c', '20', '2300'), layer('d', '10', '1190')];
    const second = consume(later, decimal(23));
    expect(told(second.consumed)).toEqual(['b:5@530', 'c:18@2070']);
    expect(second.layers.map(({ value }) => value.toString())).toEqual(['230', '1190']);
  });

  it('gives all that is left of a layer with its last piece', () => {
    const first = consume([layer('a', '3', '10')], decimal(1));
    expect(told(first.consumed)).toEqual(['a:1@3.3333']);
    expect(told(consume(first.layers, decimal(2)).consumed)).toEqual(['a:2@6.6667']);
  });

  it('is a bug when more leaves than receipts brought', () => {
    expect(() => consume([layer('a', '1', '1')], decimal(2))).toThrow('no receipt brought');
  });

  it('costs each place of a line from the layers that are left to it', () => {
    const layers = [layer('a', '2', '2'), layer('b', '8', '16')];
    const kept = { ...pool('FIFO'), quantity: decimal(10), value: decimal(18), layers };
    const { parts, pool: rest } = cost(kept, [decimal(3), decimal(4)]);
    expect(parts.map(({ value }) => value.toString())).toEqual(['4', '8']);
    expect(parts.map(({ consumed }) => told(consumed))).toEqual([['a:2@2', 'b:1@2'], ['b:4@8']]);
    expect([rest.quantity, rest.value].map(String)).toEqual(['3', '6']);
  });

  it('takes one’s own receipt before others’ when it is undone', () => {
    const layers = [layer('a', '2', '2'), layer('b', '2', '8'), layer('c', '2', '4')];
    const ordered = ownFirst(layers, ({ id }) => id === 'b');
    expect(ordered.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  });
});

describe('a difference shared among layers', () => {
  it('goes by what is left of each, without a rest', () => {
    const layers = [layer('a', '1', '5'), layer('b', '2', '5')];
    expect(told(spread(decimal('1'), layers))).toEqual(['a:1@0.3333', 'b:2@0.6667']);
  });

  it('takes none below zero', () => {
    const layers = [layer('a', '1', '0.5'), layer('b', '1', '5')];
    expect(told(spread(decimal('-4'), layers))).toEqual(['a:1@-0.5', 'b:1@-2']);
  });
});

describe('standard cost', () => {
  // IAS 2, paragraph 21: standard costs take into account normal levels of materials and labour.
  it('values what comes and what leaves alike, whatever it cost', () => {
    const kept = { ...pool('STANDARD', '2.5'), quantity: decimal(6), value: decimal(15) };
    expect(receiptValue(kept, { quantity: decimal(10), value: decimal(31) }).toString()).toBe('25');
    expect(cost(kept, [decimal(4)]).parts[0]?.value.toString()).toBe('10');
  });

  it('gives the last piece all that rounding left, and never more than there is', () => {
    // Three receipts of one at 0.00005 are 0.0001 each by rounding; two issued leave 0.0001.
    const kept = { ...pool('STANDARD', '0.00005'), quantity: decimal(3), value: decimal('0.0003') };
    const first = cost(kept, [decimal(2)]);
    expect(first.parts[0]?.value.toString()).toBe('0.0001');
    expect(cost(first.pool, [decimal(1)]).parts[0]?.value.toString()).toBe('0.0002');
  });
});

/** Quantities with up to nine decimals, amounts with four, as the store keeps them. */
const quantities = fc
  .bigInt({ min: 1n, max: 10n ** 12n })
  .map((units) => decimal(units.toString()).div('1000000000'));
const amounts = fc
  .bigInt({ min: 0n, max: 10n ** 10n })
  .map((units) => decimal(units.toString()).div('10000'));

describe.each(['MOVING_AVERAGE', 'FIFO', 'STANDARD'] as const)('any trade by %s', (method) => {
  const step = fc.record({ isReceipt: fc.boolean(), quantity: quantities, value: amounts });

  it('conserves value, and leaves none where nothing lies', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let kept = pool(method, '3.141592653');
        let flow = ZERO;
        steps.forEach((one, index) => {
          if (one.isReceipt) {
            const value = receiptValue(kept, one);
            const rest = remainingOf(method, { quantity: one.quantity, value });
            const layers = rest.quantity.isZero()
              ? kept.layers
              : [...kept.layers, { id: String(index), stockMoveId: null, ...rest }];
            const worth = {
              quantity: kept.quantity.add(one.quantity),
              value: kept.value.add(value),
            };
            kept = { ...kept, ...worth, layers };
            flow = flow.add(value);
            return;
          }
          const quantity = min(one.quantity, kept.quantity);
          if (quantity.isZero()) return;
          const costed = cost(kept, [quantity]);
          expect(costed.parts[0]?.value.gte(ZERO)).toBe(true);
          flow = flow.sub(costed.parts[0]?.value ?? ZERO);
          kept = costed.pool;
        });
        expect(kept.value.eq(flow)).toBe(true);
        expect(kept.value.gte(ZERO) && kept.quantity.gte(ZERO)).toBe(true);
        if (kept.quantity.isZero()) expect(kept.value.isZero()).toBe(true);
        if (method === 'FIFO') {
          expect(sum(kept.layers.map(({ quantity }) => quantity)).eq(kept.quantity)).toBe(true);
          expect(sum(kept.layers.map(({ value }) => value)).eq(kept.value)).toBe(true);
          expect(kept.layers.every(({ quantity, value }) => quantity.gt(0) && value.gte(0))).toBe(
            true,
          );
        }
      }),
    );
  });
});
