import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { canonical, decimal, sum } from '../../../modules/kernel/index.js';
import { pegsOf } from '../../../modules/manufacturing/pegging.rules.js';

const material = (id: string, itemId: string, required: number, taken = 0, reserved = 0) => ({
  ...{ id, itemId, kind: 'COMPONENT', isFixed: false, required: decimal(required) },
  ...{ issued: decimal(taken), reserved: decimal(reserved) },
});

describe('what is kept of an output', () => {
  const pegs = (good: string, ...materials: ReturnType<typeof material>[]) =>
    pegsOf(materials, { itemId: 'ARM', good: decimal(good) }).map(({ materialId, quantity }) => [
      materialId,
      canonical(quantity),
    ]);

  it.each([
    ['all of it while more is open', '4', [material('1', 'ARM', 10)], [['1', '4']]],
    ['no more than is open', '9', [material('1', 'ARM', 10, 3, 2)], [['1', '5']]],
    ['nothing where all is reserved', '9', [material('1', 'ARM', 10, 0, 10)], []],
    ['nothing where more went in than was needed', '9', [material('1', 'ARM', 10, 12)], []],
    ['nothing for another item', '9', [material('1', 'LEG', 10)], []],
    [
      'by line',
      '5',
      [material('1', 'ARM', 3), material('2', 'ARM', 4)],
      [
        ['1', '3'],
        ['2', '2'],
      ],
    ],
  ] as const)('is %s', (_, good, materials, wanted) => {
    expect(pegs(good, ...materials)).toEqual(wanted);
  });

  it('is neither more than was made nor more than is open, and one of both', () => {
    const number = fc.integer({ min: 0, max: 50 });
    fc.assert(
      fc.property(number, fc.array(fc.tuple(number, number)), (good, lines) => {
        const materials = lines.map(([open, taken], at) =>
          material(String(at), 'ARM', open + taken, taken),
        );
        const open = lines.reduce((all, [one]) => all + one, 0);
        const kept = pegsOf(materials, { itemId: 'ARM', good: decimal(good) });
        expect(sum(kept.map(({ quantity }) => quantity)).toNumber()).toBe(Math.min(good, open));
      }),
    );
  });
});
