import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codes, everyone, limited, openReading, without, type Reading } from './reading.js';

let reading: Reading;
beforeAll(async () => {
  reading = await openReading();
});
afterAll(() => reading.close());

type Values = Readonly<Record<string, unknown>>;

/** What the store is sent for each set of variables in turn; each answer is that of the walk. */
async function sent(query: string, all: readonly Values[], actor = everyone) {
  const texts: string[] = [];
  const answers: unknown[] = [];
  for (const variables of all) {
    answers.push((await reading.read(query, { variables, actor })).data);
    const answer = await reading.read(query, { variables, actor, form: 'text' });
    expect([answer.isWritten, answer.errors]).toEqual([true, []]);
    texts.push(...answer.texts);
  }
  return { texts, answers };
}

const customers = (id: number) => `Customer:01900002-0000-7000-8000-00000000000${id}`;

describe('a statement that the store writes an answer by', () => {
  it.each<[string, string, Values, Values]>([
    [
      'a text',
      'query ($v: String!) { customers(where: { code: { eq: $v } }) { nodes { code } } }',
      { v: 'C1' },
      { v: 'C2' },
    ],
    [
      'a part of a text, with what stands for others in it',
      'query ($v: String!) { customers(where: { name: { contains: $v } }) { nodes { code } } }',
      { v: '1' },
      { v: '%_\\' },
    ],
    [
      'an id',
      `query ($v: ID!) {
        salesOrders(where: { customer: { id: { eq: $v } } }) { nodes { number } } }`,
      { v: customers(1) },
      { v: customers(2) },
    ],
    [
      'ids, however many',
      'query ($v: [ID!]!) { customers(where: { id: { in: $v } }) { nodes { code } } }',
      { v: [customers(1)] },
      { v: [customers(3), customers(2)] },
    ],
    [
      'one text of many',
      'query ($v: String!) { customers(where: { code: { in: ["C1", $v] } }) { nodes { code } } }',
      { v: 'C2' },
      { v: 'C3' },
    ],
    [
      'a day and an amount',
      `query ($v: Date!, $least: Decimal!) {
        salesOrders(where: { documentOn: { gte: $v }, netAmount: { gte: $least } }) {
          nodes { number } } }`,
      { v: '2026-01-01', least: '0' },
      { v: '2026-02-01', least: '12.5' },
    ],
    [
      'a whole filter',
      'query ($v: CustomerWhere!) { customers(where: $v) { nodes { code } } }',
      { v: { or: [{ code: { eq: 'C1' } }, { name: { startsWith: 'x' } }] } },
      { v: { or: [{ code: { eq: 'C4' } }, { name: { startsWith: 'C' } }] } },
    ],
    [
      'a filter below rows, and cursors of each',
      `query ($v: String!) { customers(where: { code: { gte: $v } }) { pageInfo { endCursor }
        nodes { code salesOrders(where: { number: { gte: $v } }) { edges { cursor } } } } }`,
      { v: 'C1' },
      { v: 'C5' },
    ],
    [
      'groups, and cursors of each',
      `query ($v: String!, $least: Decimal!) { salesOrdersAggregate(groupBy: [{ status: VALUE }],
        where: { customer: { code: { gte: $v } } },
        having: { netAmount: { sum: { gte: $least } } }) {
          cursor by { status } count netAmount { sum { amount } } } }`,
      { v: 'C1', least: '1' },
      { v: 'C5', least: '40' },
    ],
    [
      'below a row that is looked up',
      `query ($v: String!) { customer(by: { id: "${customers(1)}" }) { code
        salesOrders(where: { number: { gte: $v } }) { nodes { number } } } }`,
      { v: 'A' },
      { v: 'Z' },
    ],
  ])('is one for all values of %s', async (_what, query, first, second) => {
    const { texts, answers } = await sent(query, [first, second, first]);
    expect(texts.length).toBeGreaterThan(0);
    expect(new Set(texts).size).toBe(1);
    expect(answers[2]).toEqual(answers[0]);
    expect(answers[1]).not.toEqual(answers[0]);
  });

  it.each<[string, string, Values[]]>([
    [
      'how many rows are asked for',
      'query ($v: Int) { customers(first: $v) { nodes { code } } }',
      [{ v: 2 }, { v: 3 }, {}, { v: null }],
    ],
    [
      'what is left out',
      'query ($v: Boolean!) { customers { nodes { code name @include(if: $v) } } }',
      [{ v: true }, { v: false }],
    ],
    [
      'which conditions there are',
      'query ($v: CustomerWhere) { customers(where: $v) { nodes { code } } }',
      [{ v: { code: { eq: 'C1' } } }, { v: { code: { gte: 'C1' } } }, { v: {} }, { v: null }],
    ],
    [
      'which choice is meant',
      `query ($v: SalesOrderStatus!) {
        salesOrders(where: { status: { eq: $v } }) { nodes { number } } }`,
      [{ v: 'DRAFT' }, { v: 'CONFIRMED' }],
    ],
    [
      'what is absent',
      'query ($v: Boolean!) { customers(where: { email: { isNull: $v } }) { nodes { code } } }',
      [{ v: true }, { v: false }],
    ],
    [
      'the order',
      'query ($v: [CustomerOrderBy!]) { customers(orderBy: $v) { nodes { code } } }',
      [{ v: [{ code: {} }] }, { v: [{ code: { direction: 'DESC' } }] }, { v: [{ name: {} }] }],
    ],
  ])('is another where variables tell %s', async (_what, query, all) => {
    const { texts } = await sent(query, [...all, ...all]);
    expect(texts.slice(all.length)).toEqual(texts.slice(0, all.length));
    expect(new Set(texts).size).toBeGreaterThan(1);
  });

  it('is told a time zone and a cursor by its request', async () => {
    const query = `query ($zone: String!, $after: String) { salesOrdersAggregate(first: 1,
      after: $after, timeZone: $zone, groupBy: [{ createdAt: DAY }, { status: VALUE }]) {
        cursor count by { status } } }`;
    const zone = 'Asia/Shanghai';
    const ask = (variables: Values) => reading.read(query, { variables });
    const one = (await ask({ zone })).data.salesOrdersAggregate as unknown as { cursor: string }[];
    const [{ cursor: after }] = one as [{ cursor: string }];
    expect(codes(await ask({ zone, after }))).toEqual([]);
    expect(codes(await ask({ zone: 'UTC', after }))).toEqual(['CURSOR_MISMATCH']);
    expect(codes(await ask({ zone: 'Nowhere' }))).toEqual(['TIME_ZONE_UNKNOWN']);
    expect(codes(await ask({ zone, after: 'x' }))).toEqual(['CURSOR_INVALID']);
  });

  it('has cursors of its own filter only', async () => {
    const query = `query ($code: String!, $after: String) {
      customers(first: 1, after: $after, where: { code: { gte: $code } }) {
        pageInfo { endCursor } nodes { code } } }`;
    const ask = (variables: Values) => reading.read(query, { variables });
    await ask({ code: 'C2' });
    const first = await ask({ code: 'C1' });
    const after = first.data.customers!.pageInfo!.endCursor;
    expect(codes(await ask({ code: 'C1', after }))).toEqual([]);
    expect(codes(await ask({ code: 'C2', after }))).toEqual(['CURSOR_MISMATCH']);
  });

  it('is refused what is wrong in a later request alone', async () => {
    const query = `query ($v: ID!, $all: [ID!]) {
      customers(where: { id: { eq: $v, in: $all } }) { nodes { code } } }`;
    const ask = (variables: Values) => reading.read(query, { variables });
    const all = [customers(1), customers(2)];
    expect(codes(await ask({ v: customers(1), all }))).toEqual([]);
    expect(codes(await ask({ v: 'Item:1', all }))).toEqual(['BAD_USER_INPUT']);
    expect(codes(await ask({ v: customers(1), all: ['Customer:1', 'x'] }))).toEqual([
      'BAD_USER_INPUT',
    ]);
    expect((await ask({ v: customers(2), all })).data.customers!.nodes).toEqual([{ code: 'C2' }]);
  });

  it('is each actor’s own', async () => {
    const query = `query ($v: String!) { salesOrders(where: { number: { gte: $v } }) { totalCount
      nodes { number company { code } customer { code } } } }`;
    const all = [{ v: 'A' }, { v: 'B' }];
    const [whole, some] = [await sent(query, all), await sent(query, all, limited)];
    expect(some.answers[0]).not.toEqual(whole.answers[0]);
    expect(new Set([...whole.texts, ...some.texts]).size).toBe(2);
    const actor = without('crm.customer.read');
    for (const variables of all) {
      const answer = await reading.read(query, { variables, actor, form: 'text' });
      expect(answer.isWritten).toBe(false);
    }
  });
});
