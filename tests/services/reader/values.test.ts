import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codes, openReading, type Reading } from './reading.js';
import { EXACT, idOf, openingId, orderId } from './stocked.js';

let reading: Reading;
beforeAll(async () => {
  reading = await openReading();
});
afterAll(() => reading.close());

describe('what is read', () => {
  it('keeps every digit of a number, at each level and in a filter', async () => {
    const { data } = await reading.read(`{
      stockLevels(where: { onHand: { eq: "${EXACT}" } }) { nodes { onHand { value unit } } }
      salesOrders(first: 1) { nodes { netAmount { amount currency } lines(first: 1) {
        nodes { quantity { value } unitPrice { amount } } } } } }`);
    expect(data.stockLevels!.nodes).toEqual([{ onHand: { value: EXACT, unit: 'C62' } }]);
    expect(data.salesOrders!.nodes).toEqual([
      {
        netAmount: { amount: '10.5', currency: 'USD' },
        lines: { nodes: [{ quantity: { value: EXACT }, unitPrice: { amount: '0.1' } }] },
      },
    ]);
  });

  it('compares exact numbers beyond the digits of a float', async () => {
    const count = async (where: string) => {
      const { data } = await reading.read(
        `{ stockLevels(where: { onHand: ${where} }) { totalCount } }`,
      );
      return data.stockLevels!.totalCount;
    };
    expect(await count(`{ gt: "12345678901234567.123455" }`)).toBe(1);
    expect(await count(`{ gt: "${EXACT}" }`)).toBe(0);
    expect(await count(`{ eq: "${EXACT}000" }`)).toBe(1);
  });

  it('tells days and instants as they are, the latter in UTC', async () => {
    const { data } = await reading.read(
      '{ salesOrders(first: 1) { nodes { documentOn requestedOn createdAt } } }',
    );
    expect(data.salesOrders!.nodes).toEqual([
      {
        documentOn: '2026-01-02',
        requestedOn: '2026-02-02',
        createdAt: expect.stringMatching(/^2026-03-02T08:00:00(\.000)?Z$/),
      },
    ]);
  });

  it('leads to whatever document a fact names, and to null where there is none', async () => {
    const { data, errors } = await reading.read(`{ stockMoves { nodes { documentType document { id
      __typename ... on StockOpening { number } ... on SalesOrder { number customer { code } } } } } }`);
    expect(errors).toEqual([]);
    const opening = (at: number) => ({
      id: idOf('StockOpening', openingId(at)),
      __typename: 'StockOpening',
      number: `OP-${at}`,
    });
    expect(data.stockMoves!.nodes!.map(({ document }) => document)).toEqual([
      opening(1),
      opening(2),
      {
        id: idOf('SalesOrder', orderId(1)),
        __typename: 'SalesOrder',
        number: 'SO-1',
        customer: { code: 'C2' },
      },
      null,
      null,
    ]);
  });

  it('keeps the parent where something below it fails, with the error at its path', async () => {
    const answer = await reading.read(`{ customers(first: 2) { nodes { code
      many: addresses(first: 300) { nodes { id } } addresses(first: 1) { totalCount } } } }`);
    expect(codes(answer)).toEqual(['PAGE_SIZE', 'PAGE_SIZE']);
    expect(answer.errors.map(({ path }) => path)).toEqual(
      [0, 1].map((at) => ['customers', 'nodes', at, 'many']),
    );
    expect(answer.data.customers!.nodes).toEqual([
      { code: 'C1', many: null, addresses: { totalCount: 6 } },
      { code: 'C2', many: null, addresses: { totalCount: 6 } },
    ]);
  });
});

describe('a filter', () => {
  const orders = async (where: string) => {
    const { data } = await reading.read(
      `{ salesOrders(where: ${where}, orderBy: [{ id: {} }]) { nodes { number } } }`,
    );
    return data.salesOrders!.nodes!.map(({ number }) => number);
  };

  it('takes and, or and not together', async () => {
    expect(
      await orders(`{ or: [{ number: { eq: "SO-3" } }, { and: [{ number: { in: ["SO-4", "SO-5"] } },
        { not: { number: { eq: "SO-5" } } }] }] }`),
    ).toEqual(['SO-3', 'SO-4']);
    expect(await orders('{ or: [] }')).toEqual([]);
    expect(await orders('{ and: [], number: { eq: "SO-3" } }')).toEqual(['SO-3']);
  });

  it('takes a row without a value as one that is not so', async () => {
    const all = 16;
    const equal = await orders('{ requestedOn: { eq: "2026-02-02" } }');
    const not = await orders('{ not: { requestedOn: { eq: "2026-02-02" } } }');
    expect(equal.length + not.length).toBe(all);
    expect(not).toContain('SO-3');
  });

  it('asks some, every and none of the rows below', async () => {
    const count = async (where: string) => {
      const { data } = await reading.read(`{ customers(where: ${where}) { totalCount } }`);
      return data.customers!.totalCount!;
    };
    const early = '{ documentOn: { eq: "2026-01-02" } }';
    const some = await count(`{ salesOrders: { some: ${early} } }`);
    const none = await count(`{ salesOrders: { none: ${early} } }`);
    const every = await count(`{ salesOrders: { every: ${early} } }`);
    expect(some + none).toBe(12);
    expect(some).toBeGreaterThan(0);
    // Who ordered nothing has ordered nothing on another day either.
    expect(every).toBeGreaterThanOrEqual(6);
  });

  it('takes the marks of a pattern as themselves', async () => {
    const count = async (mark: string) => {
      const query =
        'query ($x: String!) { items(where: { name: { contains: $x } }) { totalCount } }';
      return (await reading.read(query, { variables: { x: mark } })).data.items!.totalCount;
    };
    expect(await count('item')).toBe(9);
    for (const mark of ['%', '_', '\\', "'"]) expect(await count(mark)).toBe(0);
  });

  it('never takes null for no condition, and no id of another noun', async () => {
    const refused = async (where: string) =>
      codes(await reading.read(`{ salesOrders(where: ${where}) { totalCount } }`));
    expect(await refused('{ number: { eq: null } }')).toEqual(['FILTER_NULL']);
    expect(await refused('{ number: null }')).toEqual(['FILTER_NULL']);
    expect(await refused('{ customer: null }')).toEqual(['FILTER_NULL']);
    expect(await refused('{ lines: { some: null } }')).toEqual(['FILTER_NULL']);
    expect(await refused('{ not: null }')).toEqual(['FILTER_NULL']);
    expect(await refused(`{ id: { eq: "${idOf('Customer', orderId(1))}" } }`)).toEqual([
      'BAD_USER_INPUT',
    ]);
    const deep = Array.from({ length: 10 }).reduce<string>(
      (inner) => `{ not: ${inner} }`,
      '{ number: { eq: "SO-1" } }',
    );
    expect(await refused(deep)).toEqual(['FILTER_TOO_DEEP']);
  });
});
