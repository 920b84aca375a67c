import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { codes, openReading, type Node, type Reading } from './reading.js';

let reading: Reading;
beforeAll(async () => {
  reading = await openReading();
});
afterAll(() => reading.close());

const runs = { numRuns: 25 };

/** Orders over columns with ties and with nulls, of every direction and place of nulls. */
const ordering = fc
  .array(
    fc.record({
      field: fc.constantFrom('name', 'category', 'createdAt', 'isMade', 'id', 'version'),
      direction: fc.constantFrom('ASC', 'DESC'),
      nulls: fc.constantFrom('FIRST', 'LAST', undefined),
    }),
    { maxLength: 3 },
  )
  .map((terms) => terms.map(({ field, ...order }) => ({ [field]: order })));

const query = `query ($first: Int, $after: String, $last: Int, $before: String,
  $orderBy: [ItemOrderBy!]) {
  items(first: $first, after: $after, last: $last, before: $before, orderBy: $orderBy) {
    nodes { code } edges { cursor }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

async function page(variables: Record<string, unknown>): Promise<Node> {
  const { data, errors } = await reading.read(query, { variables });
  expect(errors).toEqual([]);
  return data.items!;
}

const codesOf = (list: Node): string[] => list.nodes!.map(({ code }) => code!);

describe('walking a list page by page', () => {
  it('visits each row once and in order, over ties and nulls, forwards', async () => {
    const property = fc.asyncProperty(
      ordering,
      fc.integer({ min: 1, max: 4 }),
      async (by, size) => {
        const whole = codesOf(await page({ first: 250, orderBy: by }));
        const seen: string[] = [];
        let after: unknown = null;
        for (let more = true; more;) {
          const list: Node = await page({ first: size, after, orderBy: by });
          seen.push(...codesOf(list));
          expect(list.pageInfo!.hasPreviousPage).toBe(after !== null);
          after = list.pageInfo!.endCursor;
          more = list.pageInfo!.hasNextPage;
        }
        expect(seen).toEqual(whole);
        expect(new Set(seen).size).toBe(9);
      },
    );
    await fc.assert(property, runs);
  });

  it('visits each row once and in order, over ties and nulls, backwards', async () => {
    const property = fc.asyncProperty(
      ordering,
      fc.integer({ min: 1, max: 4 }),
      async (by, size) => {
        const whole = codesOf(await page({ first: 250, orderBy: by }));
        const seen: string[] = [];
        let before: unknown = null;
        for (let more = true; more;) {
          const list: Node = await page({ last: size, before, orderBy: by });
          seen.unshift(...codesOf(list));
          before = list.pageInfo!.startCursor;
          more = list.pageInfo!.hasPreviousPage;
        }
        expect(seen).toEqual(whole);
      },
    );
    await fc.assert(property, runs);
  });

  it('goes on behind any row, and back before it', async () => {
    const property = fc.asyncProperty(ordering, fc.integer({ min: 0, max: 8 }), async (by, at) => {
      const whole = await page({ first: 250, orderBy: by });
      const { cursor } = whole.edges![at]!;
      const behind = await page({ first: 250, after: cursor, orderBy: by });
      const ahead = await page({ last: 250, before: cursor, orderBy: by });
      expect(codesOf(behind)).toEqual(codesOf(whole).slice(at + 1));
      expect(codesOf(ahead)).toEqual(codesOf(whole).slice(0, at));
    });
    await fc.assert(property, runs);
  });

  it('puts nulls last when ascending and first when descending, unless told', async () => {
    const nullsAt = async (order: object) => {
      const { data } = await reading.read(
        `query ($by: [ItemOrderBy!]) { items(orderBy: $by) { nodes { category } } }`,
        { variables: { by: [{ category: order }] } },
      );
      const nulls = data.items!.nodes!.map(({ category }) => category === null);
      return [nulls.slice(0, 3), nulls.slice(-3)].map((end) => end.every(Boolean));
    };
    expect(await nullsAt({ direction: 'ASC' })).toEqual([false, true]);
    expect(await nullsAt({ direction: 'DESC' })).toEqual([true, false]);
    expect(await nullsAt({ direction: 'ASC', nulls: 'FIRST' })).toEqual([true, false]);
    expect(await nullsAt({ direction: 'DESC', nulls: 'LAST' })).toEqual([false, true]);
  });
});

const nested = `addresses(first: $first, last: $last, orderBy: $orderBy, where: $where) {
  nodes { id } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;
const declared = `$first: Int, $last: Int, $orderBy: [CustomerAddressOrderBy!],
  $where: CustomerAddressWhere`;

describe('pages below each row of a level', () => {
  it('are what each row alone would answer', async () => {
    const size = fc.integer({ min: 0, max: 7 });
    const asked = fc.record({
      size: fc.oneof(
        size.map((first) => ({ first })),
        size.map((last) => ({ last })),
      ),
      orderBy: fc.constantFrom(
        [{ region: { direction: 'DESC' } }, { city: { direction: 'ASC' } }],
        [{ city: { direction: 'DESC' } }, { region: { nulls: 'FIRST' } }],
        undefined,
      ),
      where: fc.constantFrom(
        undefined,
        { city: { eq: 'City 1' } },
        { region: { isNull: true } },
        { customer: { name: { contains: '1' } } },
      ),
    });
    const property = fc.asyncProperty(asked, async ({ size: pageSize, orderBy, where }) => {
      const variables = { ...pageSize, orderBy, where };
      const all = await reading.read(
        `query (${declared}) { customers { nodes { id ${nested} } } }`,
        { variables },
      );
      expect(all.errors).toEqual([]);
      for (const customer of all.data.customers!.nodes!) {
        const alone = await reading.read(
          `query ($id: ID!, ${declared}) { customer(by: { id: $id }) { id ${nested} } }`,
          { variables: { id: customer.id, ...variables } },
        );
        expect(alone.data.customer).toEqual(customer);
      }
    });
    await fc.assert(property, { numRuns: 12 });
  });

  it('take a cursor of one row below that row', async () => {
    const below = (after: string) => `{ customer(by: { id:
      "Customer:01900002-0000-7000-8000-000000000001" }) {
      addresses(first: 2 ${after}) { nodes { id } pageInfo { endCursor } } } }`;
    const { data } = await reading.read(below(''));
    const { endCursor } = data.customer!.addresses!.pageInfo!;
    const next = await reading.read(below(`after: "${endCursor}"`));
    const ids = [data, next.data].flatMap((one) =>
      one.customer!.addresses!.nodes!.map(({ id }) => id),
    );
    expect(new Set(ids).size).toBe(4);
    expect([...ids].sort()).toEqual(ids);
  });
});

describe('paging that is refused', () => {
  const refused = async (args: string) =>
    codes(await reading.read(`{ items(${args}) { nodes { id } } }`));

  it('bounds a page, and lets it go one way only', async () => {
    expect(await refused('first: 251')).toEqual(['PAGE_SIZE']);
    expect(await refused('first: -1')).toEqual(['PAGE_SIZE']);
    expect(await refused('first: 1, last: 1')).toEqual(['PAGE_SIZE']);
  });

  it('takes no cursor of another order or filter, and none that was edited', async () => {
    const { edges } = await page({ first: 1 });
    const { cursor } = edges![0]!;
    expect(await refused(`after: "${cursor}", orderBy: [{ name: {} }]`)).toEqual([
      'CURSOR_MISMATCH',
    ]);
    expect(await refused(`after: "${cursor}", where: { code: { eq: "I1" } }`)).toEqual([
      'CURSOR_MISMATCH',
    ]);
    const [bound] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[];
    const edited = (...values: unknown[]) =>
      Buffer.from(JSON.stringify([bound, ...values])).toString('base64url');
    for (const broken of [
      'x',
      edited(),
      edited('not a uuid'),
      edited(null),
      edited({}),
      edited('gggggggg-gggg-gggg-gggg-gggggggggggg'),
      edited('------------------------------------'),
    ])
      expect(await refused(`after: "${broken}"`)).toEqual(['CURSOR_INVALID']);
  });

  it('tells a cursor with an impossible day from a bug of the store', async () => {
    const ask = 'salesOrders(first: 1, orderBy: [{ documentOn: {} }]';
    const { data } = await reading.read(`{ ${ask}) { edges { cursor } } }`);
    const cursor = data.salesOrders!.edges![0]!.cursor;
    const [bound, , id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as string[];
    const edited = Buffer.from(JSON.stringify([bound, '2026-02-32', id])).toString('base64url');
    const answer = await reading.read(`{ ${ask}, after: "${edited}") { edges { cursor } } }`);
    expect(codes(answer)).toEqual(['CURSOR_INVALID']);
  });
});
