import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { done } from '../../clients/typescript/client.js';
import {
  CustomerDocument,
  CustomersBulkDocument,
  CustomersDocument,
  type CustomerBy,
  type CustomersQueryVariables,
} from '../../clients/typescript/generated/graphql.js';
import { codesOf, executions, openGraph, type TestGraph } from '../support/graph.js';

const letters = Array.from('ABCDEFG');
const rows = letters.map((letter, index) => ({
  code: `C-${letter}`,
  name: `Customer ${letter}`,
  currency: index % 2 === 0 ? 'USD' : 'EUR',
  addresses: Array.from({ length: index }, (_, place) => ({
    kind: 'SHIPPING' as const,
    line1: `${place + 1} High Street`,
    city: 'Boston',
    countryCode: 'US',
  })),
}));

describe.each(executions)('lists of the graph, %s', (execution) => {
  let graph: TestGraph;
  const ids = new Map<string, string>();
  beforeAll(async () => {
    graph = await openGraph(execution);
    const { customersBulk } = await graph.client.request(CustomersBulkDocument, {
      input: { rows },
    });
    for (const { customer } of done(customersBulk).results) ids.set(customer!.code, customer!.id);
  });
  afterAll(() => graph.close());

  const page = async (variables: CustomersQueryVariables) => {
    const { customers } = await graph.client.request(CustomersDocument, variables);
    const { nodes, pageInfo, totalCount } = customers!;
    return { codes: nodes.map(({ code }) => code.slice(2)).join(''), ...pageInfo, totalCount };
  };
  const byCode = [{ code: { direction: 'ASC' as const } }];

  it('goes forward page by page and knows where it ends', async () => {
    const first = await page({ first: 3, orderBy: byCode });
    const second = await page({ first: 3, orderBy: byCode, after: first.endCursor });
    const third = await page({ first: 3, orderBy: byCode, after: second.endCursor });
    expect([first, second, third].map(({ codes }) => codes)).toEqual(['ABC', 'DEF', 'G']);
    expect([first, second, third].map(({ hasNextPage }) => hasNextPage)).toEqual([
      true,
      true,
      false,
    ]);
    expect(first.totalCount).toBe(7);
  });

  it('goes backward from the end', async () => {
    const last = await page({ last: 3, orderBy: byCode });
    const before = await page({ last: 3, orderBy: byCode, before: last.startCursor });
    expect([last.codes, before.codes]).toEqual(['EFG', 'BCD']);
    expect([last.hasNextPage, last.hasPreviousPage]).toEqual([false, true]);
  });

  it('pages by a value that many rows share without losing or repeating one', async () => {
    const orderBy = [{ currency: { direction: 'DESC' as const } }];
    let codes = '';
    let after: string | null | undefined;
    do {
      const next = await page({ first: 2, orderBy, after });
      codes += next.codes;
      after = next.hasNextPage ? next.endCursor : null;
    } while (after);
    expect(Array.from(codes).sort().join('')).toBe('ABCDEFG');
    expect(codes.slice(0, 4).split('').sort().join('')).toBe('ACEG');
  });

  it('refuses a cursor under another filter or order', async () => {
    const { endCursor } = await page({ first: 2, orderBy: byCode });
    const elsewhere = [{ after: endCursor }, { after: endCursor, orderBy: byCode, where: usd }];
    for (const variables of elsewhere)
      await expect(page(variables)).rejects.toMatchObject({ code: 'CURSOR_MISMATCH' });
    await expect(page({ after: 'bm9uc2Vuc2U' })).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
  });

  const usd = { currency: { eq: 'USD' } };

  it('refuses pages that are too large, negative, or go both ways', async () => {
    for (const variables of [{ first: 251 }, { first: -1 }, { first: 1, last: 1 }])
      await expect(page(variables)).rejects.toMatchObject({ code: 'PAGE_SIZE' });
  });

  it.each<[string, CustomersQueryVariables['where'], string]>([
    ['equal', usd, 'ACEG'],
    ['not equal', { currency: { ne: 'USD' } }, 'BDF'],
    ['one of', { code: { in: ['C-A', 'C-G', 'C-X'] } }, 'AG'],
    ['one of none', { code: { in: [] } }, ''],
    ['containing', { name: { contains: 'er F' } }, 'F'],
    ['starting with a wildcard that is no wildcard', { name: { startsWith: '%' } }, ''],
    ['null', { legalName: { isNull: true }, code: { lt: 'C-C' } }, 'AB'],
    ['either', { or: [{ code: { eq: 'C-A' } }, { code: { gte: 'C-F' } }] }, 'AFG'],
    ['not', { not: { or: [usd, { code: { eq: 'C-B' } }] } }, 'DF'],
    ['an edge to one', { paymentTerms: { code: { eq: 'NONE' } } }, ''],
    ['an edge to many', { addresses: { some: { line1: { startsWith: '5 ' } } } }, 'FG'],
    ['no row of an edge', { addresses: { none: {} } }, 'A'],
  ])('filters by %s', async (_, where, codes) => {
    expect((await page({ where, orderBy: byCode })).codes).toBe(codes);
  });

  it('refuses an operator that is null rather than taking it for no condition', async () => {
    const where = { code: { eq: null } };
    await expect(page({ where })).rejects.toMatchObject({ code: 'FILTER_NULL' });
    const literal = await graph.ask('{ customers(where: {code: {eq: null}}) { nodes { id } } }');
    expect(codesOf(literal)).toEqual(['FILTER_NULL']);
  });

  it('looks up by id and by code, and answers null for what is not there', async () => {
    const read = async (by: CustomerBy) =>
      (await graph.client.request(CustomerDocument, { by })).customer?.code ?? null;
    expect(await read({ code: 'C-B' })).toBe('C-B');
    expect(await read({ id: ids.get('C-C')! })).toBe('C-C');
    expect(await read({ code: 'C-X' })).toBeNull();
    expect(await read({ id: 'nonsense' })).toBeNull();
  });

  it('refuses a look-up by two keys or by none', async () => {
    for (const by of [{ id: ids.get('C-A')!, code: 'C-A' }, {}, { code: null }]) {
      const refused = graph.client.request(CustomerDocument, { by });
      await expect(refused).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    }
  });

  it('finds nodes by their global ids in the order asked', async () => {
    const asked = [ids.get('C-B'), 'nonsense', ids.get('C-A')];
    const { data } = await graph.ask(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Customer { code } } }',
      { ids: asked },
    );
    expect(data).toEqual({
      nodes: [
        { __typename: 'Customer', id: asked[0], code: 'C-B' },
        null,
        { __typename: 'Customer', id: asked[2], code: 'C-A' },
      ],
    });
  });

  it('pages the rows of each parent by one statement for all of them', async () => {
    const query = `query ($first: Int!) {
      customers(first: $first, orderBy: [{code: {direction: ASC}}]) {
        nodes { code addresses(first: 2, orderBy: [{line1: {direction: DESC}}]) {
          totalCount nodes { line1 } pageInfo { hasNextPage } } }
      }
    }`;
    const asked = async (first: number) => graph.caused(() => graph.ask(query, { first }));
    await asked(1);
    const few = await asked(1);
    const many = await asked(7);
    expect(many.texts).toHaveLength(few.texts.length);
    const { customers } = many.value.data as {
      customers: { nodes: { addresses: { totalCount: number; nodes: unknown[] } }[] };
    };
    expect(customers.nodes.map(({ addresses }) => addresses.totalCount)).toEqual(
      letters.map((_, index) => index),
    );
    expect(customers.nodes[6]!.addresses).toEqual({
      totalCount: 6,
      nodes: [{ line1: '6 High Street' }, { line1: '5 High Street' }],
      pageInfo: { hasNextPage: true },
    });
  });
});
