import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openGraph, type TestGraph } from '../support/graph.js';
import { post } from '../support/doors.js';

let graph: TestGraph;
beforeAll(async () => {
  graph = await openGraph();
});
afterAll(() => graph.close());

/** What is told of an answer beside what changes with each request. */
async function told(query: string, headers: Record<string, string> = {}, token = graph.token) {
  const asked = { authorization: `Bearer ${token}`, ...headers };
  const { status, json, headers: own } = await post(graph.url, { query }, asked);
  const errors = json.errors?.map(({ message, path, extensions }) => {
    return { message, path, code: extensions.code };
  });
  const sent = ['content-type', 'cache-control', 'x-content-type-options', 'retry-after'];
  const of = sent.map((name) => own.get(name));
  return { status, data: json.data, errors, of, hasCost: 'cost' in (json.extensions ?? {}) };
}

/** A document is admitted by its first request; its next ones are answered directly. */
async function twice(query: string, headers?: Record<string, string>, token?: string) {
  return [await told(query, headers, token), await told(query, headers, token)] as const;
}

describe('an answer that is given directly', () => {
  it.each([
    ['plain JSON', undefined],
    ['an exact answer', 'application/graphql-response+json'],
    ['either', 'application/graphql-response+json, application/json;q=0.9'],
    ['anything', '*/*'],
  ])('is the one that the protocol gives, where a client takes %s', async (_what, accept) => {
    const query = `{ roles(first: 3) { totalCount nodes { id code } } } # ${accept}`;
    const [first, second] = await twice(query, accept === undefined ? {} : { accept });
    expect(second).toEqual(first);
    expect(second.status).toBe(200);
    expect(second.data).toMatchObject({ roles: { totalCount: expect.any(Number) as number } });
  });

  it.each([
    ['a page that is too long', '{ roles(first: 251) { nodes { id } } }'],
    ['a cursor of nothing', '{ roles(after: "x") { nodes { id } } }'],
    ['a variable that is missing', 'query ($n: Int!) { roles(first: $n) { nodes { id } } }'],
  ])('is refused as the protocol refuses: %s', async (_what, query) => {
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const [first, second] = await twice(query, { accept });
      expect(second).toEqual(first);
      expect(second.errors).not.toHaveLength(0);
    }
  });

  it('does what a mutation asks once, and tells what refuses it as the protocol does', async () => {
    const create = (code: string) => `mutation {
      roleCreate(input: { code: "${code}", name: "Direct", permissions: [] }) {
        role { code version } userErrors { code path } } }`;
    const [first, again] = await twice(create('DIRECT'));
    expect(first.data).toMatchObject({ roleCreate: { role: { code: 'DIRECT', version: 1 } } });
    expect(again.data).toMatchObject({ roleCreate: { role: null } });
    const { data } = await told('{ roles(where: { code: { eq: "DIRECT" } }) { totalCount } }');
    expect(data).toEqual({ roles: { totalCount: 1 } });
    const [unknown, twiceUnknown] = await twice('subscription { roleChanged { cursor } }');
    expect(twiceUnknown).toEqual(unknown);
  });

  it('is run once, also where it is refused in part', async () => {
    const query = '{ all: roles { totalCount } roles(first: 251) { nodes { id } } }';
    await told(query);
    const { value, texts } = await graph.caused(() => told(query));
    expect(value.errors?.map(({ code }) => code)).toEqual(['PAGE_SIZE']);
    expect(texts.filter((text) => text.includes('count(*)'))).toHaveLength(1);
  });

  it('is for those who may ask', async () => {
    const query = '{ roles { nodes { code } } }';
    await twice(query);
    const stranger = await told(query, {}, 'no-key-of-anybody');
    expect([stranger.status, stranger.errors?.map(({ code }) => code)]).toEqual([
      401,
      ['UNAUTHENTICATED'],
    ]);
    const { token } = await graph.as(['crm.customer.read']);
    const [lacking] = await twice(query, {}, token);
    expect(lacking.errors?.map(({ code }) => code)).toEqual(['FORBIDDEN']);
  });

  it('sees what was just written, and no kept text stands for another', async () => {
    const count = async () =>
      ((await told('{ roles { totalCount } }')).data as { roles: { totalCount: number } }).roles
        .totalCount;
    const before = await count();
    await graph.as(['crm.customer.read']);
    expect(await count()).toBe(before + 1);
    expect((await told('{ roles { count: totalCount } }')).data).toEqual({
      roles: { count: before + 1 },
    });
  });
});
