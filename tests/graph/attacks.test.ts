import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient, type Client as Socket } from 'graphql-ws';
import { getIntrospectionQuery } from 'graphql';
import { WebSocket } from 'ws';
import { openShop } from '../support/graph-shop.js';
import { codesOf, openGraph, type TestGraph } from '../support/graph.js';
import { post } from '../support/doors.js';

let graph: TestGraph;
let companyId: string;
const sockets: Socket[] = [];
beforeAll(async () => {
  graph = await openGraph();
  ({ companyId } = await openShop(graph.client));
});
afterAll(async () => {
  for (const socket of sockets) await socket.dispose();
  await graph.close();
});

function socketWith(token: string | null): Socket {
  const socket = createClient({
    url: graph.url.replace('http', 'ws'),
    webSocketImpl: WebSocket,
    connectionParams: token === null ? undefined : { authorization: `Bearer ${token}` },
    retryAttempts: 0,
  });
  sockets.push(socket);
  return socket;
}

interface Failed {
  readonly extensions?: { readonly code: string };
}

/** The code that a socket answers, or the code that it is closed with. */
function codeOver(socket: Socket, payload: { query: string; variables?: Record<string, unknown> }) {
  return new Promise<unknown>((resolve) => {
    socket.subscribe(payload, {
      next: ({ errors }) => resolve(errors?.[0]?.extensions?.code ?? 'answered'),
      error: (failed: unknown) => {
        const [first] = Array.isArray(failed) ? (failed as Failed[]) : [];
        resolve(first ? first.extensions?.code : (failed as { readonly code: number }).code);
      },
      complete: () => resolve('completed'),
    });
  });
}

const times = (count: number, text: (place: number) => string) =>
  Array.from({ length: count }, (_, place) => text(place)).join(' ');

/** Documents of one shape, as a query and as a subscription. */
const shapes: readonly (readonly [string, (field: string) => string, string])[] = [
  ['1,000 aliases', (f) => times(1000, (n) => `a${n}: ${f}`), 'DOCUMENT_TOO_LARGE'],
  ['a depth of 900', () => `${'a { '.repeat(900)}b${'}'.repeat(900)}`, 'DOCUMENT_TOO_LARGE'],
  ['a depth of 2,000', () => `${'a { '.repeat(2000)}b${'}'.repeat(2000)}`, 'GRAPHQL_PARSE_FAILED'],
  ['10 directives', (f) => `${f} ${'@skip(if: false) '.repeat(10)}`, 'DOCUMENT_TOO_LARGE'],
  ['6,000 tokens', () => 'x '.repeat(6000), 'GRAPHQL_PARSE_FAILED'],
];
const fragments = [
  [
    'a cycle of fragments',
    '{ ...A } fragment A on T { ...B } fragment B on T { ...A }',
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'fragments that double',
    `{ ...F0 } ${times(30, (n) => `fragment F${n} on T { ...F${n + 1} ...F${n + 1} }`)} fragment F30 on T { a }`,
    'DOCUMENT_TOO_LARGE',
  ],
] as const;

describe('a document of a hostile shape', () => {
  it.each(shapes)('is refused over HTTP and over a socket: %s', async (_, shape, code) => {
    expect(codesOf(await graph.ask(`{ ${shape('__typename')} }`))).toContain(code);
    const query = `subscription { ${shape('__typename')} }`;
    expect(await codeOver(socketWith(graph.token), { query })).toBe(code);
  });

  it.each(fragments)('is refused over HTTP and over a socket: %s', async (_, text, code) => {
    expect(codesOf(await graph.ask(text.replaceAll(' T ', ' Query ')))).toContain(code);
    const query = `subscription ${text.replaceAll(' T ', ' Subscription ')}`;
    expect(await codeOver(socketWith(graph.token), { query })).toBe(code);
  });

  it('is refused for its numbers: pages, conditions, ids', async () => {
    const asked = async (field: string) => codesOf(await graph.ask(`{ ${field} { __typename } }`));
    expect(await asked('items(first: 2147483648)')).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    expect(await asked('items(first: 2147483647)')).toEqual(['PAGE_SIZE']);
    expect(await asked('items(first: -1)')).toEqual(['PAGE_SIZE']);
    const conditions = times(1000, () => '{code: {eq: "x"}}');
    expect(
      codesOf(
        await graph.ask(`query ($w: [ItemWhere!]) { items(where: {or: $w}) { totalCount } }`, {
          w: Array.from({ length: 1000 }, () => ({ code: { eq: 'x' } })),
        }),
      ),
    ).toEqual(['FILTER_TOO_DEEP']);
    expect(await asked(`items(where: {or: [${conditions}]})`)).toHaveLength(1);
    const ids = Array.from({ length: 251 }, () => companyId);
    const many = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    expect(codesOf(await graph.ask(many, { ids }))).toEqual(['PAGE_SIZE']);
  });
});

describe('the schema', () => {
  it('is told to no stranger, over HTTP or a socket', async () => {
    const query = getIntrospectionQuery();
    for (const headers of [{}, { authorization: 'Bearer wrong' }] as Record<string, string>[]) {
      const { status, json } = await post(graph.url, { query }, headers);
      expect([status, codesOf(json), json.data]).toEqual([401, ['UNAUTHENTICATED'], undefined]);
      const get = `${graph.url}?query=${encodeURIComponent('{ __schema { types { name } } }')}`;
      const asked = await fetch(get, { headers: { ...headers, 'apollo-require-preflight': '1' } });
      expect(asked.status).toBe(401);
    }
    expect(await codeOver(socketWith(null), { query })).toBe(4403);
    expect(await codeOver(socketWith('wrong'), { query })).toBe(4403);
  });

  it('is not suggested to those who guess, over HTTP or a socket', async () => {
    const { errors } = await graph.ask(
      '{ itemz { nodes { id } } items(wher: {}) { nodes { cod } } }',
    );
    expect(errors?.map(({ message }) => message).join()).not.toMatch(
      /did you mean|"items"|"code"/i,
    );
    const query = 'subscription { salesOrderStatuz { cursor } }';
    const failed = await new Promise((resolve) => {
      const done = { next: () => undefined, error: resolve, complete: () => resolve(null) };
      socketWith(graph.token).subscribe({ query }, done);
    });
    expect(JSON.stringify(failed)).not.toMatch(/did you mean|salesOrderStatus/);
  });
});

describe('values that are no values', () => {
  const find = 'query ($w: ItemWhere) { items(where: $w) { nodes { id } } }';
  it.each([
    ['an operator in the place of a text', { code: { eq: { gt: '' } } }],
    ['a list in the place of a text', { code: { eq: [''] } }],
    ['an operator of another language', { code: { $ne: 'x' } }],
    ['the prototype', JSON.parse('{"__proto__": {"eq": "x"}}') as object],
    ['the constructor', { constructor: { eq: 'x' } }],
    ['SQL for a name', { 'code" or 1=1 --': { eq: 'x' } }],
    ['NUL', { code: { eq: 'a\0b' } }],
  ])('are refused in a filter: %s', async (_, w) => {
    expect(codesOf(await graph.ask(find, { w }))).toEqual(['BAD_USER_INPUT']);
  });

  it('find nothing where they are only texts', async () => {
    for (const code of ["' or 1=1 --", '%', '_', '\\', 'x"; drop table "Item"; --', '\u202eedoc']) {
      const { data, errors } = await graph.ask(find, { w: { code: { contains: code } } });
      expect([errors, data]).toEqual([undefined, { items: { nodes: [] } }]);
    }
  });

  it.each([
    ['an undefined id', 'undefined'],
    ['null as a text', 'null'],
    ['an id without a type', '0190a000-0000-7000-8000-000000000002'],
    ['the prototype', '__proto__:0190a000-0000-7000-8000-000000000002'],
    ['a table that is no noun', 'IdempotencyKey:0190a000-0000-7000-8000-000000000002'],
    ['SQL', "Item:0190a000-0000-7000-8000-000000000002' or '1'='1"],
  ])('lead to no node: %s', async (_, id) => {
    const { data, errors } = await graph.ask('query ($id: ID!) { node(id: $id) { id } }', { id });
    expect([errors, data]).toEqual([undefined, { node: null }]);
  });

  it('name no document', async () => {
    for (const documentId of [
      '__proto__',
      'constructor',
      '',
      'sha256:',
      '../../etc/passwd',
      5,
      null,
    ]) {
      const headers = { authorization: `Bearer ${graph.token}` };
      const { status, json } = await post(graph.url, { documentId }, headers);
      expect([status, codesOf(json)]).toEqual([400, ['DOCUMENT_NOT_FOUND']]);
    }
  });
});

describe('the reach of a caller of no company', () => {
  it('ends at every entrance: node, look-up, edge, filter and subscription', async () => {
    const { data } = await graph.ask(
      '{ items(first: 1) { nodes { id } } companies { nodes { id code } } }',
    );
    const [company] = (data?.companies as { nodes: { id: string; code: string }[] }).nodes;
    const other = await graph.ask(
      'mutation ($i: CompanyCreateInput!) { companyCreate(input: $i) { company { id } userErrors { code } } }',
      {
        i: {
          code: 'OTHER',
          name: 'Other',
          countryCode: 'DE',
          baseCurrency: 'EUR',
          timeZone: 'Europe/Berlin',
        },
      },
    );
    const otherId = (other.data?.companyCreate as { company: { id: string } }).company.id;
    const permissions = [
      'platform.company.read',
      'sales.salesOrder.read',
      'inventory.item.read',
    ] as const;
    const limited = await graph.as(permissions, [otherId]);
    const seen = await limited.ask(
      `query ($id: ID!) { node(id: $id) { id } company(by: {id: $id}) { id }
        companies(where: {code: {eq: "${company!.code}"}}) { totalCount }
        salesOrders(where: {company: {id: {eq: $id}}}) { totalCount } }`,
      { id: company!.id },
    );
    expect(seen.data).toEqual({
      ...{ node: null, company: null },
      ...{ companies: { totalCount: 0 }, salesOrders: { totalCount: 0 } },
    });
    const query = 'subscription ($id: ID!) { salesOrderStatus(salesOrder: $id) { cursor } }';
    const id = 'SalesOrder:0190a000-0000-7000-8000-000000000002';
    expect(await codeOver(socketWith(limited.token), { query, variables: { id } })).not.toBe(
      'answered',
    );
  });
});
