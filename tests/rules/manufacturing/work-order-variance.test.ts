import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { canonical, decimal, sum } from '../../../modules/kernel/index.js';
import {
  completionValues,
  timeCost,
} from '../../../modules/manufacturing/work-order-cost.rules.js';
import { plannedUnitCost } from '../../../modules/manufacturing/work-order-release.rules.js';
import {
  inProcess,
  variances,
  type EndedOrder,
} from '../../../modules/manufacturing/work-order-variance.rules.js';

const amounts = (order: EndedOrder) =>
  Object.fromEntries(variances(order).map(({ kind, amount }) => [kind, canonical(amount)]));

const rates = {
  labourRate: decimal(30),
  machineRate: decimal(6),
  overheadRate: decimal(12),
};

/**
 * 100 jackets, each of 2 m² of cloth at 30 and 48 minutes at 48 an hour (36 and 12), after 100
 * minutes of set-up: 60 + 0.8 × 48 + 100 ÷ 60 × 48 ÷ 100 = 99.20 planned for each.
 */
const jackets: EndedOrder = {
  quantity: decimal(100),
  completed: decimal(100),
  scrapped: decimal(0),
  plannedUnitCost: decimal('99.2'),
  materialCost: decimal(6000),
  labourCost: decimal(2940),
  overheadCost: decimal(980),
  completedCost: decimal(9920),
  materials: [
    {
      required: decimal(200),
      perUnit: decimal(2),
      isFixed: false,
      roundingMultiple: null,
      issued: decimal(200),
      plannedUnitCost: decimal(30),
      issuedCost: decimal(6000),
    },
  ],
  operations: [
    {
      ...rates,
      isSkipped: false,
      setupMinutes: decimal(100),
      runMinutes: decimal(48),
      processed: decimal(100),
      actualMinutes: decimal(4900),
      labourCost: decimal(2940),
      overheadCost: decimal(980),
    },
  ],
};

describe('parting what is left in process by cause', () => {
  it('finds nothing when all went as planned', () => {
    expect(canonical(inProcess(jackets))).toBe('0');
    expect(amounts(jackets)).toEqual({});
  });

  it('parts material into price and usage', () => {
    // Horngren, Datar, Rajan, chapter 7: (28 − 30) × 222 = −444 and (222 − 200) × 30 = 660.
    const [cloth] = jackets.materials;
    const materials = [{ ...cloth!, issued: decimal(222), issuedCost: decimal(6216) }];
    const order = { ...jackets, materials, materialCost: decimal(6216) };
    expect(amounts(order)).toEqual({ MATERIAL_PRICE: '-444', MATERIAL_USAGE: '660' });
  });

  it('parts time into efficiency of labour and overhead', () => {
    // 5,500 instead of 4,900 minutes: 10 hours too many, at 36 and 12.
    const [sewing] = jackets.operations;
    const more = { labourCost: decimal(3300), overheadCost: decimal(1100) };
    const operations = [{ ...sewing!, actualMinutes: decimal(5500), ...more }];
    expect(amounts({ ...jackets, ...more, operations })).toEqual({
      LABOUR_EFFICIENCY: '360',
      OVERHEAD: '120',
    });
  });

  it('calls it a matter of the rate when minutes cost something else', () => {
    const [sewing] = jackets.operations;
    const labour = { labourCost: decimal(3000) };
    const order = { ...jackets, ...labour, operations: [{ ...sewing!, ...labour }] };
    expect(amounts(order)).toEqual({ LABOUR_RATE: '60' });
  });

  it('tells the planned cost of what was thrown away as scrap', () => {
    const order = {
      ...jackets,
      completed: decimal(95),
      scrapped: decimal(5),
      completedCost: decimal(9424),
    };
    expect(amounts(order)).toEqual({ SCRAP: '496' });
  });

  it('tells the set-up that fewer units bear as lot size', () => {
    // 50 made: 100 minutes of set-up cost 80, and the units that are there bear 40 of it.
    const [cloth] = jackets.materials;
    const [sewing] = jackets.operations;
    const time = { labourCost: decimal(1500), overheadCost: decimal(500) };
    const order = {
      ...jackets,
      ...time,
      completed: decimal(50),
      materialCost: decimal(3000),
      completedCost: decimal(4960),
      materials: [{ ...cloth!, issued: decimal(100), issuedCost: decimal(3000) }],
      operations: [{ ...sewing!, ...time, processed: decimal(50), actualMinutes: decimal(2500) }],
    };
    expect(canonical(inProcess(order))).toBe('40');
    expect(amounts(order)).toEqual({ LOT_SIZE: '40' });
  });

  it('loses nothing of what is left, whatever happened', () => {
    const cents = fc.integer({ min: 0, max: 10_000_000 }).map((n) => decimal(n).div(10_000));
    const arbitrary = fc.record({
      quantity: fc.integer({ min: 1, max: 500 }).map(decimal),
      doneShare: fc.integer({ min: 0, max: 100 }),
      scrapShare: fc.integer({ min: 0, max: 100 }),
      amounts: fc.tuple(cents, cents, cents, cents, cents, cents),
      minutes: fc.integer({ min: 0, max: 100_000 }).map(decimal),
      isFixed: fc.boolean(),
    });
    fc.assert(
      fc.property(arbitrary, ({ quantity, doneShare, scrapShare, minutes, isFixed, ...rest }) => {
        const [materialCost, labourCost, overheadCost, completedCost, unit, issued] = rest.amounts;
        const done = quantity.mul(doneShare).div(100).toDecimalPlaces(2);
        const scrapped = done.mul(scrapShare).div(100).toDecimalPlaces(2);
        const order: EndedOrder = {
          ...{ quantity, completed: done.sub(scrapped), scrapped, plannedUnitCost: unit },
          ...{ materialCost, labourCost, overheadCost, completedCost },
          materials: [
            {
              ...{ required: unit, perUnit: unit, isFixed, roundingMultiple: null, issued },
              ...{ plannedUnitCost: unit, issuedCost: materialCost },
            },
          ],
          operations: [
            {
              ...{ ...rates, isSkipped: false, setupMinutes: minutes, runMinutes: unit },
              ...{ processed: done, actualMinutes: minutes, labourCost, overheadCost },
            },
          ],
        };
        const parts = variances(order).map(({ amount }) => amount);
        expect(canonical(sum(parts))).toBe(canonical(inProcess(order)));
        expect(parts.every((amount) => amount.decimalPlaces() <= 4)).toBe(true);
      }),
    );
  });
});

describe('what time and products cost', () => {
  it('absorbs minutes at the hourly rates, each part rounded to four decimals', () => {
    // 25 minutes: 25 ÷ 60 × 36 = 15 and 25 ÷ 60 × 12 = 5.
    const { labour, overhead } = timeCost(decimal(25), rates);
    expect([labour, overhead].map(canonical)).toEqual(['15', '5']);
    expect(canonical(timeCost(decimal(1), { ...rates, overheadRate: decimal(10) }).overhead)).toBe(
      '0.1667',
    );
  });

  it('spreads set-up over the lot', () => {
    const operation = { ...rates, setupMinutes: decimal(100), runMinutes: decimal(48) };
    const cloth = { required: decimal(200), plannedUnitCost: decimal(30) };
    expect(canonical(plannedUnitCost(decimal(100), [cloth], [operation]))).toBe('99.2');
  });

  it('lets by-products bear their share, and loses nothing between them', () => {
    const byProducts = [
      { id: 'A', required: decimal('5'), costSharePercent: decimal(10) },
      { id: 'B', required: decimal('20'), costSharePercent: decimal('3.3333') },
    ];
    const worth = completionValues(
      { good: decimal(7), quantity: decimal(10) },
      decimal('14.2857'),
      byProducts,
    );
    // 7 × 14.2857 = 99.9999, of it 10 percent and 3.3333 percent.
    expect(worth.byProducts.map(({ quantity, value }) => [quantity, value].map(canonical))).toEqual(
      [
        ['3.5', '10'],
        ['14', '3.3333'],
      ],
    );
    expect(canonical(worth.product)).toBe('86.6666');
  });
});
