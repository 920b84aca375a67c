import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codes, limited, openReading, without, type Group, type Reading } from './reading.js';

let reading: Reading;
beforeAll(async () => {
  reading = await openReading();
});
afterAll(() => reading.close());

describe('what groups are refused', () => {
  const ask = async (args: string, selected = 'count') =>
    codes(await reading.read(`{ salesOrdersAggregate${args} { ${selected} } }`));

  it.each([
    [
      'a zone that is none',
      '(timeZone: "Mars/Olympus", groupBy: [{createdAt: DAY}])',
      'TIME_ZONE_UNKNOWN',
    ],
    [
      'an offset for a zone',
      '(timeZone: "+05:00", groupBy: [{createdAt: DAY}])',
      'TIME_ZONE_UNKNOWN',
    ],
    ['a zone even where nothing needs it', '(timeZone: "x\'; drop")', 'TIME_ZONE_UNKNOWN'],
    ['too many keys', `(groupBy: [${'{status: VALUE}'.repeat(9)}])`, 'GROUP_BY_TOO_MANY'],
    ['a key twice', '(groupBy: [{documentOn: DAY}, {documentOn: YEAR}])', 'GROUP_BY_TWICE'],
    ['an order by what is no key', '(orderBy: [{by: {status: {}}}])', 'ORDER_NOT_GROUPED'],
    ['a page too large', '(first: 251)', 'PAGE_SIZE'],
    ['a negative page', '(first: -1)', 'PAGE_SIZE'],
    ['a null condition', '(having: {count: {gt: null}})', 'FILTER_NULL'],
    ['a null measure', '(having: {netAmount: {sum: null}})', 'FILTER_NULL'],
    ['an edited cursor', '(after: "x")', 'CURSOR_INVALID'],
  ])('%s', async (_, args, code) => {
    expect(await ask(args)).toEqual([code]);
  });

  it('a key that is null in a variable', async () => {
    const query = `query ($by: [SalesOrderGroupBy!]) {
      salesOrdersAggregate(groupBy: $by) { count } }`;
    for (const by of [[{ customer: null }], [{}], [{ status: 'VALUE', currency: 'VALUE' }]]) {
      const refused = await reading.read(query, { variables: { by } });
      expect(codes(refused)).toEqual(['BAD_USER_INPUT']);
    }
  });

  it('groups without a measure', async () => {
    expect(await ask('(groupBy: [{status: VALUE}])', 'by { status }')).toEqual(['MEASURE_MISSING']);
    expect(await ask('', '__typename')).toEqual(['MEASURE_MISSING']);
  });

  it('a cursor of other groups, other conditions, another order or another zone', async () => {
    const by = '(groupBy: [{createdAt: DAY}]';
    const { data } = await reading.read(
      `{ salesOrdersAggregate${by}, first: 1) { cursor count } }`,
    );
    const after = `after: "${data.salesOrdersAggregate![0]!.cursor}"`;
    expect(await ask(`${by}, ${after})`)).toEqual([]);
    for (const args of [
      `(${after})`,
      `(groupBy: [{createdAt: MONTH}], ${after})`,
      `${by}, timeZone: "Asia/Tokyo", ${after})`,
      `${by}, where: {currency: {eq: "USD"}}, ${after})`,
      `${by}, having: {count: {gt: 1}}, ${after})`,
      `${by}, orderBy: [{count: {}}], ${after})`,
    ])
      expect(await ask(args)).toEqual(['CURSOR_MISMATCH']);
    // With an amount its currency becomes a key, so the groups are others.
    const other = await reading.read(
      `{ salesOrdersAggregate${by}, ${after}) { netAmount { sum { amount } } } }`,
    );
    expect(codes(other)).toEqual(['CURSOR_MISMATCH']);
  });
});

describe('whose rows are in groups', () => {
  it('only those of the companies that a caller sees, beside rows that are joined', async () => {
    const query = `{ salesOrdersAggregate(groupBy: [{ company: { code: VALUE } }]) {
        count by { company { code } } }
      customers { nodes { salesOrders { aggregate { count } } } }
      stockLevelsAggregate(groupBy: [{ warehouse: { code: VALUE } }]) {
        count by { warehouse { code } } } }`;
    const { data, errors, texts } = await reading.read(query, { actor: limited });
    expect(errors).toEqual([]);
    expect(data.salesOrdersAggregate).toEqual([{ count: 8, by: { company: { code: 'ALPHA' } } }]);
    const counts = data.customers!.nodes!.map(
      ({ salesOrders }) => (salesOrders as { aggregate: Group[] }).aggregate[0]!.count,
    );
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(8);
    expect(JSON.stringify(data)).not.toMatch(/BETA|W2|W4/);
    const grouped = texts.filter((text) => text.includes('count(*)'));
    expect(grouped).toHaveLength(3);
    for (const text of grouped) expect(text).toMatch(/= any\(\$\d+::uuid\[\]\)/);
  });

  it.each([
    ['a key', 'salesOrdersAggregate(groupBy: [{customer: {name: VALUE}}]) { count }'],
    ['a filter', 'salesOrdersAggregate(where: {customer: {name: {eq: "x"}}}) { count }'],
    ['a count', 'salesOrdersAggregate { countDistinct(of: {customer: {name: VALUE}}) }'],
    ['an order', 'salesOrdersAggregate(orderBy: [{by: {customer: {name: {}}}}]) { count }'],
    [
      'an order of rows',
      'salesOrders(orderBy: [{customer: {name: {}}}]) { totalCount nodes { id } }',
    ],
    ['a measure', 'stockMovesAggregate { value { sum { amount } } }'],
    ['the number of values', 'stockMovesAggregate { value { count } }'],
    ['a condition', 'stockMovesAggregate(having: {value: {sum: {gt: 1}}}) { count }'],
    ['an order by a measure', 'stockMovesAggregate(orderBy: [{value: {max: {}}}]) { count }'],
    ['groups of hidden rows', 'customersAggregate { count }'],
  ])('nobody learns by %s what he may not read', async (_, field) => {
    const actor = without('crm.customer.read', 'inventory.valuation.read');
    const answer = await reading.read(`{ ${field} }`, { actor });
    expect(new Set(codes(answer))).toEqual(new Set(['FORBIDDEN']));
    expect(JSON.stringify(answer.data)).not.toMatch(/\d/);
  });
});
