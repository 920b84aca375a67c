import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  canonical,
  decimal,
  LimitExceeded,
  parseLocalDate,
  workCalendar,
} from '../../../modules/kernel/index.js';
import {
  explode,
  stockKey,
  type PlanAround,
  type PlannedProduct,
} from '../../../modules/manufacturing/work-order-plan.rules.js';
import {
  operationMinutes,
  startOn,
  type TimedOperation,
} from '../../../modules/manufacturing/work-order-schedule.rules.js';

const product = (itemId: string, ...parts: [string, string, string?][]): PlannedProduct => ({
  itemId,
  components: parts.map(([part, perUnit, fixed = '0']) => ({
    itemId: part,
    perUnit: decimal(perUnit),
    fixed: decimal(fixed),
    roundingMultiple: null,
  })),
  operations: [],
});

const products = [
  product('BIKE', ['FRAME', '1'], ['WHEEL', '2'], ['BOLT', '4']),
  product('FRAME', ['TUBE', '2']),
  product('WHEEL', ['RIM', '1'], ['HUB', '1', '1']),
  product('HUB', ['BOLT', '2']),
];

const around = (free: Record<string, string> = {}): PlanAround => ({
  products: new Map(products.map((one) => [one.itemId, one])),
  startOn: (_, { dueOn }) => monday.workDaysBefore(dueOn, 1),
  free: new Map(Object.entries(free).map(([item, quantity]) => [`${item} W`, decimal(quantity)])),
});

const monday = workCalendar({ minutes: [480, 480, 480, 480, 480, 0, 0] });
const dueOn = parseLocalDate('2026-03-20');
const demand = (itemId: string, quantity: string) => {
  return { itemId, warehouseId: 'W', quantity: decimal(quantity), dueOn };
};

describe('exploding a demand into work orders', () => {
  const told = (plan: ReturnType<typeof explode>) =>
    plan.map(({ itemId, quantity, parent, dueOn: due }) => {
      return [itemId, canonical(quantity), parent === null ? null : plan[parent]!.itemId, due];
    });

  it('makes one for each made component on each level, due when what takes it starts', () => {
    // 10 bikes take 20 wheels, which take 20 hubs and one more for the set-up.
    expect(told(explode([demand('BIKE', '10')], around()))).toEqual([
      ['BIKE', '10', null, '2026-03-20'],
      ['FRAME', '10', 'BIKE', '2026-03-19'],
      ['WHEEL', '20', 'BIKE', '2026-03-19'],
      ['HUB', '21', 'WHEEL', '2026-03-18'],
    ]);
  });

  it('takes free stock of components first when it may, and that only once', () => {
    const plan = explode(
      [demand('BIKE', '10'), demand('BIKE', '5')],
      around({ WHEEL: '24', FRAME: '100' }),
    );
    expect(told(plan)).toEqual([
      ['BIKE', '10', null, '2026-03-20'],
      ['BIKE', '5', null, '2026-03-20'],
      ['WHEEL', '6', 'BIKE', '2026-03-19'],
      ['HUB', '7', 'WHEEL', '2026-03-18'],
    ]);
    expect(plan.map((one) => one.demand)).toEqual([0, 1, 1, 1]);
  });

  it('never serves the demand itself from stock: that is for who asks', () => {
    expect(told(explode([demand('HUB', '3')], around({ HUB: '100' })))).toHaveLength(1);
  });

  it('ends a plan that grows beyond what one request may plan', () => {
    const many = Array.from({ length: 700 }, () => demand('BIKE', '1'));
    expect(() => explode(many, around())).toThrow(LimitExceeded);
  });

  it('makes or takes all that is needed, whatever lies in stock', () => {
    const quantity = fc.integer({ min: 1, max: 1_000 });
    fc.assert(
      fc.property(quantity, quantity, quantity, (bikes, wheels, frames) => {
        const free = { WHEEL: String(wheels), FRAME: String(frames) };
        const plan = explode([demand('BIKE', String(bikes))], around(free));
        const made = (item: string) =>
          plan
            .filter(({ itemId }) => itemId === item)
            .reduce((n, one) => n.add(one.quantity), decimal(0));
        expect(canonical(made('WHEEL'))).toBe(String(Math.max(0, 2 * bikes - wheels)));
        expect(canonical(made('FRAME'))).toBe(String(Math.max(0, bikes - frames)));
      }),
    );
  });

  it('tells stock apart by item and warehouse', () => {
    expect(stockKey({ itemId: 'A', warehouseId: 'W' })).toBe('A W');
  });
});

const operation = (setup: string, run: string, rest: Partial<TimedOperation> = {}) => ({
  workCenterId: 'C',
  setupMinutes: decimal(setup),
  runMinutes: decimal(run),
  queueMinutes: decimal(0),
  moveMinutes: decimal(0),
  ...rest,
});

describe('scheduling backwards', () => {
  const calendars = { company: monday, workCenters: new Map() };
  const start = (operations: TimedOperation[], quantity: string, own = calendars) =>
    startOn(operations, { quantity: decimal(quantity), dueOn }, own);

  it('counts set-up once, run for each unit, and waiting and moving', () => {
    const slow = operation('30', '2.5', { queueMinutes: decimal(60), moveMinutes: decimal(15) });
    expect(canonical(operationMinutes(slow, decimal(10)))).toBe('130');
  });

  it.each([
    // Friday the 20th is due; 480 minutes a day, Monday to Friday.
    ['nothing to do', [], '10', '2026-03-20'],
    ['one full day', [operation('0', '48')], '10', '2026-03-19'],
    ['a minute more', [operation('1', '48')], '10', '2026-03-18'],
    ['two operations in one day', [operation('0', '24'), operation('0', '24')], '10', '2026-03-19'],
    ['over the weekend', [operation('0', '240')], '10', '2026-03-13'],
  ])('starts for %s', (_, operations, quantity, day) => {
    expect(start(operations, quantity)).toBe(day);
  });

  it('works at each work center by its own calendar', () => {
    const weekend = workCalendar({ minutes: [0, 0, 0, 0, 0, 480, 480] });
    const own = { company: monday, workCenters: new Map([['S', weekend]]) };
    const first = operation('0', '48', { workCenterId: 'S' });
    // The second takes Thursday the 19th; the first the Sunday before it.
    expect(start([first, operation('0', '48')], '10', own)).toBe('2026-03-15');
  });

  it('starts no later for more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((n) =>
          start([operation('10', '7')], String(n)),
        );
        expect(more! <= less!).toBe(true);
      }),
    );
  });

  it('refuses minutes that no calendar holds', () => {
    expect(() => start([operation('0', '1000000')], '1000000')).toThrow(LimitExceeded);
    // 2,088 days of work are eight years, and as many again are too many.
    const eight = operation('0', '480');
    expect(start([eight], '2088')).toMatch(/^2018-/);
    expect(() => start([eight, eight], '2088')).toThrow(LimitExceeded);
  });
});
