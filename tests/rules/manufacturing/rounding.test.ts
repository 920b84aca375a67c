import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { canonical, decimal, sum, type Decimal } from '../../../modules/kernel/index.js';
import { parseLocalDate } from '../../../modules/kernel/dates.js';
import { explode, requirements } from '../../../modules/manufacturing/explosion.rules.js';
import { allowedFor, toIssue } from '../../../modules/manufacturing/material.rules.js';
import {
  madeItem,
  productsOf,
  withoutPhantoms,
  type StoredLine,
} from '../../../modules/manufacturing/product-data.rules.js';
import { multipleOf, roundedUp } from '../../../modules/manufacturing/required.rules.js';
import { scaled, scaledOf, text, unscaled } from '../../../modules/manufacturing/scaled.rules.js';
import {
  explode as plan,
  type PlannedProduct,
} from '../../../modules/manufacturing/work-order-plan.rules.js';
import { frozenMaterials } from '../../../modules/manufacturing/work-order-release.rules.js';
import { line, stored } from './structures.js';

const bounds = { levels: 9, rows: 1_000 };

/** How P is made of lines, with phantoms blown through. */
const made = (lines: readonly StoredLine[]) => withoutPhantoms(productsOf(lines));

const frozen = (lines: readonly StoredLine[], quantity: string) =>
  frozenMaterials(madeItem(made(lines).get('P')!), decimal(quantity));

const exploded = (lines: readonly StoredLine[], quantity: string) =>
  explode(made(lines), { itemId: 'P', quantity: scaled(quantity) }, bounds)!.map((one) =>
    text(one.quantity),
  );

/** What so many of P need of A in all, as the gross requirements say. */
const needed = (lines: readonly StoredLine[], quantity: string): string =>
  text(
    requirements(made(lines), [{ itemId: 'P', quantity: scaled(quantity), on: 'D' }]).find(
      ({ itemId }) => itemId === 'A',
    )!.quantity,
  );

/** What is planned to be made of A for so many of P, when A is made. */
function plannedOf(lines: readonly StoredLine[], quantity: string): Decimal {
  const product = madeItem(made(lines).get('P')!);
  const part = { itemId: 'A', components: [], operations: [] };
  const dueOn = parseLocalDate('2026-03-20');
  const products = new Map<string, PlannedProduct>([
    ['P', { ...product, operations: [] }],
    ['A', part],
  ]);
  const around = { products, startOn: () => dueOn, free: new Map<string, Decimal>() };
  const demand = { itemId: 'P', warehouseId: 'W', quantity: decimal(quantity), dueOn };
  return sum(plan([demand], around).flatMap((one) => (one.itemId === 'A' ? [one.quantity] : [])));
}

describe('a component that comes in multiples', () => {
  it.each([
    ['12 m of ribbon for each, in rolls of 50', { quantity: '12' }, '50', '10', ['150']],
    ['no more than it needs', { quantity: '5' }, '50', '10', ['50']],
    ['one metre too many', { quantity: '5.1' }, '50', '10', ['100']],
    ['a billionth too many', { quantity: '5.000000001' }, '50', '10', ['100']],
    ['a third, which is no excess', { quantity: '1', outputQuantity: '3' }, '1', '6', ['2']],
    ['boxes of 2 as dozens', { quantity: '3', stockFactor: '12' }, '2', '7', ['264']],
    ['12.5 % lost, after what is lost', { quantity: '7', scrapPercent: '12.5' }, '3', '2', ['18']],
    ['once for a work order', { quantity: '5', isFixed: true }, '50', '10', ['50']],
    ['a fraction as a multiple', { quantity: '1' }, '0.3', '1', ['1.2']],
  ] as const)('is required for %s', (_, given, roundingMultiple, quantity, required) => {
    const lines = [line({ ...given, roundingMultiple })];
    expect(frozen(lines, quantity).map((one) => canonical(one.required))).toEqual(required);
    expect(exploded(lines, quantity)).toEqual(required);
    expect(needed(lines, quantity)).toBe(required[0]);
    expect(canonical(plannedOf(lines, quantity))).toBe(required[0]);
  });

  it('is rounded on each line by itself, with a phantom beside or not', () => {
    const lines = [
      line({ quantity: '3', roundingMultiple: '10' }),
      line({ quantity: '4', roundingMultiple: '10' }),
    ];
    const phantom = [
      line({ itemId: 'K', quantity: '1' }),
      line({ productId: 'K', itemId: 'B', isPhantom: true }),
    ];
    expect(exploded(lines, '2')).toEqual(['10', '10']);
    expect(exploded([...lines, ...phantom], '2')).toEqual(['10', '10', '2']);
  });

  it('counts within a phantom, and not on the line that takes the phantom', () => {
    const lines = [
      line({ itemId: 'K', quantity: '3', roundingMultiple: '100' }),
      line({ productId: 'K', isPhantom: true, quantity: '2', roundingMultiple: '25' }),
    ];
    // 3 × 2 × 10 = 60, in 25s.
    expect(frozen(lines, '10').map((one) => canonical(one.required))).toEqual(['75']);
  });

  it('is frozen with its multiple in stock units, and what it takes for one as it is', () => {
    const [material] = frozen(
      [line({ quantity: '3', stockFactor: '12', roundingMultiple: '2' })],
      '7',
    );
    expect([material!.perUnit, material!.roundingMultiple!].map(canonical)).toEqual(['36', '24']);
    expect(frozen([line({})], '7')[0]!.roundingMultiple).toBeNull();
  });

  it('is required in the least multiple that is enough, and the same wherever it is asked', () => {
    const given = fc.record({
      quantity: stored(500, 9, 1),
      stockFactor: fc.constantFrom('1', '12', '0.45359237'),
      outputQuantity: fc.constantFrom('1', '3', '7', '0.25'),
      scrapPercent: stored(90, 4),
      roundingMultiple: stored(300, 9, 1),
      isFixed: fc.boolean(),
    });
    fc.assert(
      fc.property(given, fc.integer({ min: 1, max: 5_000 }).map(String), (one, count) => {
        const plain = scaled(exploded([line({ ...one, roundingMultiple: '0' })], count)[0]!);
        const lines = [line(one)];
        const multiple = multipleOf(line(one));
        const rounded = scaled(exploded(lines, count)[0]!);
        expect(rounded % multiple).toBe(0n);
        expect(rounded).toBeGreaterThanOrEqual(plain);
        expect(rounded - multiple).toBeLessThan(plain);
        expect(roundedUp(rounded, multiple)).toBe(rounded);
        const inAll = sum(frozen(lines, count).map(({ required }) => required));
        expect(canonical(inAll)).toBe(canonical(unscaled(rounded)));
        expect(canonical(plannedOf(lines, count))).toBe(canonical(inAll));
      }),
    );
  });
});

describe('what the done part of a work order takes of it', () => {
  const [ribbon] = frozen([line({ quantity: '12', roundingMultiple: '50' })], '10');
  const of = (done: string) => ({ done: decimal(done), quantity: decimal(10) });

  it.each([
    ['0', '0'],
    ['1', '50'],
    ['4', '50'],
    ['5', '100'],
    ['8', '100'],
    ['9', '150'],
    ['10', '150'],
    ['12', '150'],
  ])('is for %s of 10 whole rolls: %s', (done, allowed) => {
    expect(canonical(allowedFor(ribbon!, of(done)))).toBe(allowed);
  });

  it('opens no other roll because what one takes was rounded up', () => {
    // Two thirds for each are kept as 0.666666667; three of them take two.
    const [third] = frozen(
      [line({ quantity: '2', outputQuantity: '3', roundingMultiple: '1' })],
      '9',
    );
    const done = { done: decimal(3), quantity: decimal(9) };
    expect(canonical(allowedFor(third!, done))).toBe('2');
  });

  it('is issued in whole multiples and sums to what is required, however it is parted', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(parts, stored(40, 9, 1), stored(60, 9, 1), (all, quantity, multiple) => {
        const total = decimal(all.reduce((sofar, part) => sofar + part, 0));
        const lines = [line({ quantity, roundingMultiple: multiple })];
        const material = frozen(lines, canonical(total))[0]!;
        let [done, issued] = [decimal(0), decimal(0)];
        for (const part of all) {
          done = done.add(part);
          const more = toIssue({ ...material, issued }, { done, quantity: total });
          expect(scaledOf(more) % scaled(multiple)).toBe(0n);
          issued = issued.add(more);
          // What is done has what it takes, but for the rounding of what one takes.
          expect(issued.gte(material.perUnit.mul(done).sub('0.00000011'))).toBe(true);
        }
        expect(canonical(issued)).toBe(canonical(material.required));
      }),
    );
  });
});
