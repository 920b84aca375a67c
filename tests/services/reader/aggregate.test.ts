import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { Decimal } from '../../../modules/kernel/decimal.js';
import { openReading, type Group, type Reading } from './reading.js';
import { EXACT } from './stocked.js';

let reading: Reading;
beforeAll(async () => {
  reading = await openReading();
});
afterAll(() => reading.close());

interface Order {
  readonly [column: string]: unknown;
  readonly netAmount: { readonly amount: string; readonly currency: string };
  readonly createdAt: string;
  readonly documentOn: string;
  readonly requestedOn: string | null;
  readonly customer: { readonly name: string; readonly email: string | null };
}

const zones = ['UTC', 'Asia/Kathmandu', 'America/New_York', 'Asia/Shanghai'] as const;

/** The first day of a part of the calendar, reckoned apart from the store. */
function startOf(part: string, day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const weekday = (new Date(Date.UTC(year, month - 1, date)).getUTCDay() + 6) % 7;
  const start: Record<string, number[]> = {
    YEAR: [year, 0, 1],
    QUARTER: [year, month - 1 - ((month - 1) % 3), 1],
    MONTH: [year, month - 1, 1],
    WEEK: [year, month - 1, date - weekday],
    DAY: [year, month - 1, date],
  };
  const [y, m, d] = start[part] as [number, number, number];
  return new Date(Date.UTC(y, m, d)).toISOString().slice(0, 10);
}

/** The day that a calendar on the wall of a zone shows. */
const dayIn = (timeZone: string, instant: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(new Date(instant));

const parts = ['YEAR', 'QUARTER', 'MONTH', 'WEEK', 'DAY'] as const;

/** A key, how it is selected, and what it is of an order that is read by itself. */
interface Asked {
  readonly groupBy: object;
  readonly selected: string;
  readonly orderBy: (order: object) => object;
  readonly of: (order: Order, zone: string) => unknown;
  readonly told: (by: Group['by']) => unknown;
}

const column = (name: string): Asked => ({
  groupBy: { [name]: 'VALUE' },
  selected: name,
  orderBy: (order) => ({ [name]: order }),
  of: (order) => order[name],
  told: (by) => by[name],
});

const ofCustomer = (name: 'name' | 'email'): Asked => ({
  groupBy: { customer: { [name]: 'VALUE' } },
  selected: `customer { ${name} }`,
  orderBy: (order) => ({ customer: { [name]: order } }),
  of: ({ customer }) => customer[name],
  told: (by) => (by.customer as Order['customer'])[name],
});

const period = (name: string, part: string): Asked => ({
  groupBy: { [name]: part },
  selected: `${name} { startsOn label }`,
  orderBy: (order) => ({ [name]: order }),
  of(order, zone) {
    const value = order[name] as string | null;
    if (value === null) return null;
    return startOf(part, name === 'createdAt' ? dayIn(zone, value) : value);
  },
  told: (by) => (by[name] as { startsOn: string } | null)?.startsOn ?? null,
});

const asked: Asked[] = [
  ...[column('status'), column('currency'), column('isHistoric'), column('number')],
  ...[ofCustomer('name'), ofCustomer('email')],
  ...parts.flatMap((part) =>
    ['documentOn', 'requestedOn', 'createdAt'].map((name) => period(name, part)),
  ),
];

/** Different keys of one column are not asked for at once. */
const keys = fc.uniqueArray(fc.constantFrom(...asked), {
  maxLength: 3,
  selector: ({ selected }) => selected,
});

async function allOrders(): Promise<Order[]> {
  const { data } = await reading.read(`{ salesOrders(first: 250) { nodes { status currency number
    isHistoric documentOn requestedOn createdAt customer { name email }
    netAmount { amount currency } } } }`);
  return data.salesOrders!.nodes! as unknown as Order[];
}

async function groups(args: object, selected: string): Promise<readonly Group[]> {
  const query = `query ($groupBy: [SalesOrderGroupBy!], $timeZone: String, $first: Int,
    $after: String, $orderBy: [SalesOrderAggregateOrderBy!], $having: SalesOrderHaving) {
    salesOrdersAggregate(groupBy: $groupBy, timeZone: $timeZone, first: $first, after: $after,
      orderBy: $orderBy, having: $having) { cursor count ${selected} } }`;
  const { data, errors, texts } = await reading.read(query, { variables: { ...args } });
  expect(errors).toEqual([]);
  expect(texts).toHaveLength(1);
  return data.salesOrdersAggregate!;
}

const money = 'netAmount { sum { amount currency } min { amount } max { amount } count }';
const selectedOf = (by: readonly Asked[]): string =>
  `${money} ${by.length > 0 ? `by { ${by.map(({ selected }) => selected).join(' ')} }` : ''}`;

/** Cursors are bound to the conditions, so those of other conditions differ. */
const uncursored = (rows: readonly Group[]) => rows.map((row) => ({ ...row, cursor: '' }));

const sorted = (rows: unknown[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

describe('rows in groups', () => {
  it('are what adding up the rows by hand gives, whatever tells them apart', async () => {
    const orders = await allOrders();
    const property = fc.asyncProperty(keys, fc.constantFrom(...zones), async (by, timeZone) => {
      const expected = new Map<string, { count: number; sum: Decimal; key: unknown[] }>();
      for (const order of orders) {
        const { amount, currency } = order.netAmount;
        const key = [...by.map((one) => one.of(order, timeZone)), currency];
        const group = expected.get(JSON.stringify(key)) ?? { count: 0, sum: new Decimal(0), key };
        group.count += 1;
        group.sum = group.sum.add(amount);
        expected.set(JSON.stringify(key), group);
      }
      const groupBy = by.map((one) => one.groupBy);
      const found = await groups({ groupBy, timeZone, first: 250 }, selectedOf(by));
      const told = found.map(({ by: keysOf, count, netAmount }) => {
        const { sum } = netAmount as { sum: Order['netAmount'] };
        return [...by.map((one) => one.told(keysOf)), sum.currency, count, sum.amount];
      });
      const byHand = [...expected.values()].map(({ key, count, sum }) => [
        ...key,
        count,
        sum.toFixed(),
      ]);
      expect(sorted(told)).toEqual(sorted(byHand));
    });
    await fc.assert(property, { numRuns: 60 });
  });

  it('are paged in any order without losing or repeating one', async () => {
    const direction = fc.record({
      direction: fc.constantFrom('ASC', 'DESC'),
      nulls: fc.constantFrom('FIRST', 'LAST', undefined),
    });
    const ordering = fc.array(fc.tuple(fc.constantFrom('key', 'sum', 'count'), direction), {
      maxLength: 3,
    });
    const size = fc.integer({ min: 1, max: 3 });
    const property = fc.asyncProperty(keys, ordering, size, async (by, order, first) => {
      const orderBy = order.flatMap(([what, way]): object[] => {
        if (what === 'count') return [{ count: way }];
        if (what === 'sum') return [{ netAmount: { sum: way } }];
        return by[0] ? [{ by: by[0].orderBy(way) }] : [];
      });
      const args = { groupBy: by.map((one) => one.groupBy), orderBy };
      const whole = await groups({ ...args, first: 250 }, selectedOf(by));
      const seen: Group[] = [];
      for (let page: readonly Group[] | null = null; page === null || page.length === first;) {
        page = await groups({ ...args, first, after: seen.at(-1)?.cursor }, selectedOf(by));
        seen.push(...page);
      }
      expect(seen).toEqual(whole);
    });
    await fc.assert(property, { numRuns: 40 });
  });

  it('keep every digit, and never add up two units or two currencies', async () => {
    const { data, errors } = await reading.read(`{
      all: salesOrderLinesAggregate { count quantity { sum { value unit } max { value unit } } }
      stock: stockLevelsAggregate(where: { onHand: { gt: 1000 } }) {
        onHand { sum { value } avg { value } min { value } count } } }`);
    expect(errors).toEqual([]);
    const sum = (count: number) => new Decimal(EXACT).mul(count).toFixed();
    const of = (unit: string, count: number) => ({
      count,
      quantity: { sum: { value: sum(count), unit }, max: { value: EXACT, unit } },
    });
    expect(data).toEqual({
      all: [of('C62', 30), of('KGM', 10)],
      stock: [
        {
          onHand: { sum: { value: EXACT }, avg: { value: EXACT }, min: { value: EXACT }, count: 1 },
        },
      ],
    });
  });

  it('are filtered by their measures, exactly', async () => {
    const by = [ofCustomer('name')];
    const groupBy = by.map((one) => one.groupBy);
    const whole = await groups({ groupBy }, selectedOf(by));
    const sumOf = ({ netAmount }: Group) => (netAmount as { sum: { amount: string } }).sum.amount;
    for (const limit of ['31.5', '31.4999', '52.5']) {
      const having = { netAmount: { sum: { gt: limit } }, count: { gte: 2 } };
      const expected = whole.filter((one) => new Decimal(sumOf(one)).gt(limit) && one.count >= 2);
      expect(uncursored(await groups({ groupBy, having }, selectedOf(by)))).toEqual(
        uncursored(expected),
      );
    }
  });

  it('count different values, and tell the first and the last of dates', async () => {
    const [one] = await groups(
      {},
      `customers: countDistinct(of: { customer: { id: VALUE } })
       days: countDistinct(of: { documentOn: DAY }) requestedOn { min max count }`,
    );
    expect(one).toMatchObject({
      ...{ count: 16, customers: 6, days: 4 },
      requestedOn: { min: '2026-02-02', max: '2026-02-03', count: 11 },
    });
  });

  it('tell when a period of instants begins by the clocks of the zone', async () => {
    const query = `{ salesOrdersAggregate(timeZone: "Asia/Kathmandu", groupBy: [{ createdAt: PART }],
      first: 1) { by { createdAt { label startsOn endsOn startsAt endsAt } } count } }`;
    const told = async (part: string) => {
      const { data, errors } = await reading.read(query.replace('PART', part));
      expect(errors).toEqual([]);
      return data.salesOrdersAggregate![0]!.by.createdAt;
    };
    expect(await told('MONTH')).toEqual({
      ...{ label: '2026-03', startsOn: '2026-03-01', endsOn: '2026-03-31' },
      ...{ startsAt: '2026-02-28T18:15:00Z', endsAt: '2026-03-31T18:15:00Z' },
    });
    expect(await told('WEEK')).toMatchObject({
      ...{ label: '2026-W10', startsOn: '2026-03-02', endsOn: '2026-03-08' },
    });
    expect(await told('HOUR')).toEqual({
      ...{ label: '2026-03-02T13:00', startsOn: null, endsOn: null },
      ...{ startsAt: '2026-03-02T07:15:00Z', endsAt: '2026-03-02T08:15:00Z' },
    });
  });

  it('stand below each parent by one statement for each name, as they would alone', async () => {
    const below = `salesOrders(where: { currency: { eq: "USD" } }, first: 1) {
      totals: aggregate { count netAmount { sum { amount currency } } }
      monthly: aggregate(groupBy: [{ documentOn: DAY }], orderBy: [{ count: { direction: DESC } }],
        first: 2) { count by { documentOn { label } } } }`;
    const { data, errors, texts } = await reading.read(`{ customers { nodes { id ${below} } } }`);
    expect(errors).toEqual([]);
    expect(texts).toHaveLength(3);
    for (const customer of data.customers!.nodes!) {
      const alone = await reading.read(
        `{ customer(by: { id: "${customer.id}" }) { id ${below} } }`,
      );
      expect(alone.data.customer).toEqual(customer);
    }
    expect(JSON.stringify(data)).toContain('"amount":"31.5","currency":"USD"');
  });

  it('leave out what a directive leaves out, with its currency', async () => {
    const query = `query ($x: Boolean!) { salesOrdersAggregate { count
      netAmount @include(if: $x) { sum { currency } } } }`;
    const ask = async (x: boolean) =>
      (await reading.read(query, { variables: { x } })).data.salesOrdersAggregate!;
    expect(await ask(true)).toHaveLength(2);
    expect(await ask(false)).toEqual([{ count: 16 }]);
  });
});
