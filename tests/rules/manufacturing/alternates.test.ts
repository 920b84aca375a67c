import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, decimal, newReasons, ZERO } from '../../../modules/kernel/index.js';
import {
  cleanAlternates,
  countsOn,
  type BomAlternateInput,
} from '../../../modules/manufacturing/bom-alternate.rules.js';
import { usesOf } from '../../../modules/manufacturing/explosion.rules.js';
import {
  inAlternate,
  issuedAsItself,
  returnedOf,
  stillServing,
} from '../../../modules/manufacturing/material-alternate.rules.js';
import { productsOf, withoutPhantoms } from '../../../modules/manufacturing/product-data.rules.js';
import { text } from '../../../modules/manufacturing/scaled.rules.js';
import { line } from './structures.js';

const item = (code: string, isArchived = false) => ({
  ...{ code, stockUnit: 'C62', units: [], definitions: new Map(), isArchived },
});
const items = new Map([
  ['A', item('A')],
  ['B', item('B')],
  ['C', item('C')],
  ['OLD', item('OLD', true)],
]) as never;

function clean(alternates: readonly BomAlternateInput[]) {
  const all = newReasons();
  const kept = cleanAlternates({ itemId: 'A', alternates }, items, all);
  return { kept, refused: all.list.map(({ code, path }) => [code, path.join('.')]) };
}

describe('what may stand in for a component', () => {
  it('comes in the order of its priorities, its place in the list unless told', () => {
    const { kept, refused } = clean([
      { itemId: 'B', priority: 9, ratio: decimal('1.2') },
      { itemId: 'C' },
    ]);
    expect(refused).toEqual([]);
    expect(kept.map((one) => [one.itemId, one.priority, canonical(one.ratio)])).toEqual([
      ['C', 2, '1'],
      ['B', 9, '1.2'],
    ]);
  });

  it('is told with its place where it cannot be', () => {
    const { refused } = clean([
      { itemId: 'A' },
      { itemId: 'B', priority: 0 },
      { itemId: 'B', ratio: ZERO },
      { itemId: 'X' },
      { itemId: 'OLD', priority: 100 },
      { itemId: 'C', validFrom: '2026-03-01', validTo: '2026-03-01' },
    ]);
    expect(refused).toEqual([
      ['ALTERNATE_OF_ITSELF', 'alternates.0.itemId'],
      ['PRIORITY_OUT_OF_RANGE', 'alternates.1.priority'],
      ['ALTERNATE_REPEATED', 'alternates.2.itemId'],
      ['QUANTITY_OUT_OF_RANGE', 'alternates.2.ratio'],
      ['NOT_FOUND', 'alternates.3.itemId'],
      ['ITEM_ARCHIVED', 'alternates.4.itemId'],
      ['PRIORITY_OUT_OF_RANGE', 'alternates.4.priority'],
      ['SPAN_EMPTY', 'alternates.5.validTo'],
    ]);
  });

  it('is no more than twenty', () => {
    const many = Array.from({ length: 21 }, () => ({ itemId: 'B' }));
    expect(clean(many).refused[0]).toEqual(['LIMIT_EXCEEDED', 'alternates']);
  });

  it('counts from its first day to the day before its end', () => {
    const span = { validFrom: '2026-03-02', validTo: '2026-03-05' };
    const days = ['2026-03-01', '2026-03-02', '2026-03-04', '2026-03-05'];
    expect(days.map((day) => countsOn(span, day))).toEqual([false, true, true, false]);
    expect(countsOn({ validFrom: null, validTo: null }, '2026-03-01')).toBe(true);
  });
});

describe('a phantom that is blown through', () => {
  it('keeps what has alternates apart, and adds up what has none', () => {
    const products = withoutPhantoms(
      productsOf([
        line({ productId: 'P', itemId: 'KIT' }),
        line({ productId: 'P', itemId: 'A', alternatesOf: 'line 1' }),
        line({ productId: 'P', itemId: 'A', quantity: '3' }),
        line({ productId: 'KIT', isPhantom: true, itemId: 'A' }),
      ]),
    );
    const told = products.get('P')!.components.map((one) => [one.alternatesOf, text(one.perUnit)]);
    expect(told).toEqual([
      [null, '4'],
      ['line 1', '1'],
    ]);
  });
});

describe('where-used', () => {
  const used = (given: Parameters<typeof line>[0], isAlternate = false) => ({
    ...{ ...line(given), isAlternate },
  });

  it('adds up the lines of a BOM by the way in which they take an item', () => {
    const ways = [false, true, false, true, true];
    const lines = ways.flatMap((isAlternate, index) =>
      ['P', 'Q'].map((productId) =>
        used({ productId, itemId: 'B', quantity: `${10 ** index}` }, isAlternate),
      ),
    );
    const uses = usesOf(lines, 'B', { levels: 1, rows: 100 })!;
    expect(uses.map((one) => [one.itemId, text(one.perUnit), one.isAlternate])).toEqual([
      ['P', '101', false],
      ['Q', '101', false],
      ['P', '11010', true],
      ['Q', '11010', true],
    ]);
  });

  it('tells what an item goes into only in the place of another, and how much then', () => {
    const uses = usesOf(
      [
        used({ productId: 'P', itemId: 'A', quantity: '2' }),
        // 2 of the line, 1.2 of it for each.
        used({ productId: 'P', itemId: 'B', quantity: '2', stockFactor: '1.2' }, true),
        used({ productId: 'P', itemId: 'B', quantity: '5' }),
        used({ productId: 'Q', itemId: 'P', quantity: '3' }),
      ],
      'B',
      { levels: 50, rows: 100 },
    )!;
    expect(uses.map((one) => [one.path.join(' '), text(one.perUnit), one.isAlternate])).toEqual([
      ['P', '2.4', true],
      ['P Q', '7.2', true],
      ['P', '5', false],
      ['P Q', '15', false],
    ]);
  });
});

describe('an alternate', () => {
  it('serves by its ratio, rounded as quantities are kept', () => {
    expect(canonical(inAlternate({ ratio: decimal('1.2') }, decimal('10')))).toBe('12');
    expect(canonical(inAlternate({ ratio: decimal('0.333333333') }, decimal('0.5')))).toBe(
      '0.166666667',
    );
    const material = { required: decimal(20), issued: decimal(15) };
    expect(canonical(stillServing({ ratio: decimal('1.2') }, material))).toBe('6');
    expect(
      canonical(stillServing({ ratio: decimal('2') }, { ...material, issued: decimal(21) })),
    ).toBe('0');
  });

  it('comes back at its own average, and the last of it takes the rest', () => {
    const alternate = {
      ...{ ratio: decimal('1.2'), served: decimal(3), issued: decimal('3.6') },
      issuedCost: decimal(10),
    };
    const back = (quantity: string) => {
      const { quantity: moved, value } = returnedOf(alternate, decimal(quantity));
      return [moved, value].map(canonical);
    };
    expect(back('1')).toEqual(['1.2', '3.3333']);
    expect(back('3')).toEqual(['3.6', '10']);
    expect(() => back('3.1')).toThrow('3.1 were to be returned, and 3 are issued.');
  });

  it('leaves to the material itself what was not served', () => {
    const material = { issued: decimal(20), issuedCost: decimal(50) };
    const served = { served: decimal(8), issuedCost: decimal(30) };
    const own = issuedAsItself(material, [served]);
    expect([own.issued, own.issuedCost].map(canonical)).toEqual(['12', '20']);
  });

  it('gives back all that went in, by whatever parts', () => {
    const part = fc.integer({ min: 1, max: 50_000 }).map((whole) => decimal(whole).div(1_000));
    const ratio = fc.integer({ min: 1, max: 5_000_000 }).map((whole) => decimal(whole).div(7_000));
    fc.assert(
      fc.property(ratio, fc.array(part, { minLength: 1, maxLength: 8 }), (by, parts) => {
        const rounded = by.toDecimalPlaces(9);
        let left = { ratio: rounded, served: ZERO, issued: ZERO, issuedCost: decimal('97.1234') };
        for (const one of parts)
          left = {
            ...left,
            served: left.served.add(one),
            issued: left.issued.add(inAlternate(left, one)),
          };
        for (const one of parts) {
          const { quantity, value } = returnedOf(left, one);
          expect(quantity.gt(0)).toBe(true);
          left = {
            ...left,
            served: left.served.sub(one),
            issued: left.issued.sub(quantity),
            issuedCost: left.issuedCost.sub(value),
          };
          expect(left.issued.gte(0)).toBe(true);
        }
        expect([left.served, left.issued, left.issuedCost].map(canonical)).toEqual(['0', '0', '0']);
      }),
    );
  });
});
