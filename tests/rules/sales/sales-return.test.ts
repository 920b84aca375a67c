import { describe, expect, it } from 'vitest';
import { canonical, decimal, openToReturn, sum, ZERO } from '../../../modules/kernel/index.js';
import { NothingToReturn } from '../../../modules/sales/after-sales.errors.js';
import { openToInvoice } from '../../../modules/sales/fulfilment.rules.js';
import { comingBack, toReturn } from '../../../modules/sales/sales-return.rules.js';
import { randomly } from './randomly.js';

const delivered = (id: string, quantity: number, taken: number) => ({
  id,
  quantity: decimal(quantity),
  taken: decimal(taken),
});

describe('what a return takes', () => {
  const lines = [delivered('a', 10, 4), delivered('b', 3, 3)];

  it('is everything that was delivered and has not come back', () => {
    const taken = toReturn(lines, null);
    expect(
      taken.map(({ deliveryLineId, quantity }) => [deliveryLineId, canonical(quantity)]),
    ).toEqual([['a', '6']]);
    expect(() => toReturn([delivered('b', 3, 3)], null)).toThrow(NothingToReturn);
  });

  it.each<[string, string, number, string, (string | number)[]]>([
    ['more than left', 'a', 7, 'RETURN_EXCEEDS_DELIVERED', ['lines', 0, 'quantity']],
    ['what all came back', 'b', 1, 'RETURN_EXCEEDS_DELIVERED', ['lines', 0, 'quantity']],
    ['nothing of a line', 'a', 0, 'QUANTITY_OUT_OF_RANGE', ['lines', 0, 'quantity']],
    ['an unknown line', 'c', 1, 'NOT_FOUND', ['lines', 0, 'deliveryLineId']],
  ])('refuses %s', (_name, deliveryLineId, quantity, code, path) => {
    const wanted = [{ deliveryLineId, quantity: decimal(quantity) }];
    expect(refusalOf(() => toReturn(lines, wanted))).toMatchObject({ code, path });
  });
});

function refusalOf(rule: () => unknown): unknown {
  try {
    return rule();
  } catch (error) {
    return error;
  }
}

const left = (quantity: string, value: string) => ({
  quantity: decimal(quantity),
  value: decimal(value),
});

const back = (moves: ReturnType<typeof left>[], from: string, to: string) =>
  comingBack(moves, { from: decimal(from), to: decimal(to) }).map(({ quantity, value }) => [
    canonical(quantity),
    canonical(value),
  ]);

describe('the value with which goods come back', () => {
  // Three left for 10.0000: a third is 3.3333, two thirds 6.6667, all of them 10.
  it.each<[string, string, [string, string][]]>([
    ['0', '1', [['1', '3.3333']]],
    ['1', '2', [['1', '3.3334']]],
    ['2', '3', [['1', '3.3333']]],
    ['0', '3', [['3', '10']]],
  ])('from %s to %s of three worth 10 is %j', (from, to, parts) => {
    expect(back([left('3', '10')], from, to)).toEqual(parts);
  });

  it('goes back to each bin it left from, in the order in which it left', () => {
    // Four left a bin at 8 in all, then six another at 9: the fifth is the first of the second bin.
    const moves = [left('4', '8'), left('6', '9')];
    expect(back(moves, '3', '6')).toEqual([
      ['1', '2'],
      ['2', '3'],
    ]);
  });

  it('sums to what left, however it is cut', () => {
    randomly(200, (random) => {
      const moves = Array.from({ length: random.between(1, 3) }, () =>
        left(
          String(random.between(1, 9)),
          `${random.between(0, 99)}.${random.between(1000, 9999)}`,
        ),
      );
      const all = sum(moves.map(({ quantity }) => quantity)).toNumber();
      const cuts = [0, random.between(0, all), random.between(0, all), all].sort((a, b) => a - b);
      const parts = cuts
        .slice(1)
        .flatMap((to, index) =>
          comingBack(moves, { from: decimal(cuts[index]!), to: decimal(to) }),
        );
      expect(parts.every(({ value }) => value.gte(0))).toBe(true);
      expect(sum(parts.map(({ quantity }) => quantity)).toNumber()).toBe(all);
      const worth = sum(moves.map(({ value }) => value));
      expect(canonical(sum(parts.map(({ value }) => value)))).toBe(canonical(worth));
    });
  });
});

describe('any sequence of shipping, billing, returning and crediting', () => {
  it('keeps 0 ≤ returned ≤ shipped and bills nothing that came back unbilled', () => {
    randomly(300, (random) => {
      const ordered = random.between(1, 20);
      let line = {
        kind: 'ITEM' as const,
        quantity: decimal(ordered),
        shipped: ZERO,
        invoiced: ZERO,
        returned: ZERO,
        credited: ZERO,
      };
      for (let step = 0; step < 12; step += 1) {
        const open = {
          shipped: line.quantity.sub(line.shipped),
          invoiced: openToInvoice(line, line.invoiced),
          returned: openToReturn({ quantity: line.shipped, taken: line.returned }),
          credited: line.invoiced.sub(line.credited),
        };
        const column = random.of(['shipped', 'invoiced', 'returned', 'credited'] as const);
        const taken = decimal(random.between(0, open[column].toNumber()));
        line = { ...line, [column]: line[column].add(taken) };
        expect(line.returned.gte(0) && line.returned.lte(line.shipped)).toBe(true);
        expect(line.invoiced.lte(line.shipped)).toBe(true);
        expect(line.credited.gte(0) && line.credited.lte(line.invoiced)).toBe(true);
        const toBill = openToInvoice(line, line.invoiced);
        expect(toBill.lte(line.shipped.sub(line.invoiced))).toBe(true);
        if (line.credited.isZero()) {
          expect(toBill.lte(line.shipped.sub(line.returned))).toBe(true);
        }
      }
    });
  });
});
