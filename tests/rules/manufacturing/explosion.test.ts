import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { canonical } from '../../../modules/kernel/index.js';
import { bomGraph } from '../../../modules/manufacturing/bom-cycle.rules.js';
import {
  explode,
  lowLevelCodes,
  requirements,
  usesOf,
} from '../../../modules/manufacturing/explosion.rules.js';
import { productsOf, withoutPhantoms } from '../../../modules/manufacturing/product-data.rules.js';
import {
  scaled,
  text as told,
  times,
  UNIT,
  unscaled,
} from '../../../modules/manufacturing/scaled.rules.js';
import { anyStructure, line } from './structures.js';

const MILLION = 1_000_000n;
const bounds = { levels: 50, rows: 1_000_000 };

/**
 * The structure by which low-level coding is taught: D stands on level 1 under A and on level 2
 * under B, so its code is 2 and it is planned once, with what both need of it.
 */
const taught = productsOf([
  line({ productId: 'A', itemId: 'B', quantity: '2' }),
  line({ productId: 'A', itemId: 'D', quantity: '1' }),
  line({ productId: 'B', itemId: 'C', quantity: '1' }),
  line({ productId: 'B', itemId: 'D', quantity: '3' }),
  line({ productId: 'D', itemId: 'E', quantity: '4', isFixed: true }),
]);

describe('low-level codes', () => {
  it('are the deepest levels at which items stand', () => {
    expect(Object.fromEntries(lowLevelCodes(taught))).toEqual({ A: 0, B: 1, C: 2, D: 2, E: 3 });
  });

  it('are below those of whatever an item goes into', () => {
    fc.assert(
      fc.property(anyStructure, (lines) => {
        const codes = lowLevelCodes(productsOf(lines));
        for (const { productId, itemId } of lines)
          expect(codes.get(itemId!)!).toBeGreaterThan(codes.get(productId)!);
      }),
    );
  });
});

describe('an explosion', () => {
  const rows = (levels: number) =>
    explode(taught, { itemId: 'A', quantity: scaled('10') }, { ...bounds, levels })!.map((one) => [
      one.path.join('/'),
      canonical(unscaled(one.quantity)),
    ]);

  it('tells every part on its level', () => {
    expect(rows(50)).toEqual([
      ['B', '20'],
      ['B/C', '20'],
      ['B/D', '60'],
      ['B/D/E', '4'],
      ['D', '10'],
      ['D/E', '4'],
    ]);
    expect(rows(1)).toEqual([
      ['B', '20'],
      ['D', '10'],
    ]);
    expect(rows(0)).toEqual([]);
  });

  it('is refused when it is longer than asked', () => {
    expect(explode(taught, { itemId: 'A', quantity: UNIT }, { levels: 9, rows: 5 })).toBeNull();
    expect(explode(taught, { itemId: 'A', quantity: UNIT }, { levels: 9, rows: 6 })).not.toBeNull();
  });

  it('needs in all what requirements say, with what is fixed needed once', () => {
    const needed = requirements(taught, [
      { itemId: 'A', quantity: scaled('10'), on: '2026-03-02' },
      { itemId: 'D', quantity: scaled('5'), on: '2026-03-02' },
      { itemId: 'B', quantity: scaled('1'), on: '2026-03-09' },
    ]);
    const told = needed.map((one) =>
      [one.level, one.itemId, one.on, canonical(unscaled(one.quantity))].join(' '),
    );
    expect(told.map((row) => row[0])).toEqual(['0', '1', '1', '2', '2', '2', '2', '3', '3']);
    expect(told.sort()).toEqual([
      '0 A 2026-03-02 10',
      '1 B 2026-03-02 20',
      '1 B 2026-03-09 1',
      '2 C 2026-03-02 20',
      '2 C 2026-03-09 1',
      '2 D 2026-03-02 75',
      '2 D 2026-03-09 3',
      '3 E 2026-03-02 4',
      '3 E 2026-03-09 4',
    ]);
  });

  it('and where-used say the same of every pair', () => {
    fc.assert(
      fc.property(anyStructure, (any) => {
        const lines = any.map((one) => ({
          ...one,
          ...{ isFixed: false, isAlternate: false },
          quantity: told(scaled(one.quantity) + UNIT),
        }));
        const products = productsOf(lines);
        // Where-used tells of phantoms too, and an explosion goes through them.
        const isMade = (itemId: string) => !products.get(itemId)?.isPhantom;
        const down = new Map<string, bigint>();
        for (const itemId of [...products.keys()].filter(isMade))
          for (const one of explode(
            withoutPhantoms(products),
            { itemId, quantity: UNIT * MILLION },
            bounds,
          )!)
            add(down, `${one.itemId} in ${itemId}`, one.quantity);
        const up = new Map<string, bigint>();
        const parts = new Set(lines.map((one) => one.itemId!));
        for (const part of [...parts].filter(isMade))
          for (const one of usesOf(lines, part, bounds)!)
            if (isMade(one.itemId)) add(up, `${part} in ${one.itemId}`, one.perUnit * MILLION);
        expect([...up.keys()].sort()).toEqual([...down.keys()].sort());
        // On the way down what is made on each level is rounded, on the way up only the end is.
        for (const [pair, quantity] of down) {
          const gap = up.get(pair)! - quantity;
          expect(gap < 0n ? -gap : gap).toBeLessThan(times(quantity, 1_000n) + 1_000_000n);
        }
      }),
    );
  });
});

function add(sums: Map<string, bigint>, key: string, value: bigint): void {
  sums.set(key, (sums.get(key) ?? 0n) + value);
}

describe('cycles', () => {
  it('are told with the way from the product down to itself', () => {
    const graph = bomGraph([
      { parent: 'A', child: 'B' },
      { parent: 'B', child: 'C' },
    ]);
    expect(graph.cycle('C', ['X', 'A'])).toEqual(['C', 'A', 'B', 'C']);
    expect(graph.cycle('C', ['X'])).toBeNull();
    expect(graph.cycle('C', ['C'])).toEqual(['C', 'C']);
    graph.put('A', ['X'], true);
    expect(graph.cycle('C', ['A'])).toBeNull();
    graph.put('B', ['A'], false);
    expect(graph.cycle('A', ['B'])).toEqual(['A', 'B', 'A']);
    expect(graph.cycle('C', ['B'])).toEqual(['C', 'B', 'C']);
  });

  it('are never accepted, and what makes none never refused', () => {
    const puts = fc.array(fc.tuple(fc.nat(6), fc.array(fc.nat(6), { maxLength: 3 })), {
      maxLength: 25,
    });
    fc.assert(
      fc.property(puts, (all) => {
        const graph = bomGraph([]);
        const made = new Map<string, Set<string>>();
        for (const [from, to] of all) {
          const [product, parts] = [`I${from}`, to.map((one) => `I${one}`)];
          const wanted = new Map(made).set(
            product,
            new Set([...(made.get(product) ?? []), ...parts]),
          );
          const way = graph.cycle(product, parts);
          expect(way !== null).toBe(hasCycle(wanted));
          if (way) continue;
          graph.put(product, parts, false);
          made.set(product, wanted.get(product)!);
        }
        expect(hasCycle(made)).toBe(false);
      }),
    );
  });
});

/** By definition: from some item a walk downward comes back to it. */
function hasCycle(made: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const reaches = (from: string, to: string, seen: ReadonlySet<string>): boolean =>
    [...(made.get(from) ?? [])].some(
      (one) => one === to || (!seen.has(one) && reaches(one, to, new Set([...seen, one]))),
    );
  return [...made.keys()].some((item) => reaches(item, item, new Set([item])));
}
