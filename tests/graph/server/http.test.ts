import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { buildSchema, getIntrospectionQuery } from 'graphql';
import { hashOf } from '../../../server/documents.js';
import type { Doors } from '../../../server/doors.js';
import { actorOf, callers, openSampleDoors, post } from '../../support/doors.js';

const key = 'Bearer clerk-key';
const untouched = () => Promise.reject(new Error('the store was touched'));
const texts = new Map([
  ['hello-1', '{ hello }'],
  ['hello-by-name', 'query ($name: String) { hello(name: $name) }'],
  ['note', 'mutation { roleNote(input: {code: "x"}) { roleId } }'],
]);
const trustedDocuments = {
  textOf: (id: string) => Promise.resolve(texts.get(id) ?? null),
  isOf: (app: string, hash: string) =>
    Promise.resolve(app === 'shop' && hash === hashOf('{ hello }')),
};
/** What every answer tells beside its data. */
const extensions = { cost: expect.any(Object) };
let doors: Doors;
let isReady = true;
const logged: unknown[] = [];

beforeAll(async () => {
  callers.set('clerk-key', actorOf('clerk', []));
  const quiet = () => undefined;
  const log = { fatal: quiet, warn: quiet, info: quiet, debug: quiet };
  doors = await openSampleDoors({
    database: { query: untouched, session: untouched },
    transact: untouched,
    ready: () => (isReady ? Promise.resolve() : Promise.reject(new Error('no database'))),
    requestTimeout: 1500,
    trustedDocuments,
    log: { ...log, error: (...told: unknown[]) => void logged.push(told) },
  });
});
afterAll(() => doors.close(0));

const ask = (body: unknown, headers: Record<string, string> = {}) =>
  post(doors.url, body, { authorization: key, ...headers });
const codeOf = ({ json }: Awaited<ReturnType<typeof ask>>) => json.errors?.[0]?.extensions.code;
const exact = { accept: 'application/graphql-response+json' };

describe('asking the graph over HTTP', () => {
  it('answers a query', async () => {
    const { status, json, headers } = await ask({ query: '{ hello(name: "Ada") }' });
    expect([status, json]).toEqual([200, { data: { hello: 'Hello Ada' }, extensions }]);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('keeps an idle connection longer than whoever may use it again', async () => {
    const { headers } = await ask({ query: '{ hello }' });
    expect(headers.get('keep-alive')).toBe('timeout=75');
  });

  it('answers a query by GET', async () => {
    const url = `${doors.url}?query=${encodeURIComponent('{ hello }')}`;
    const headers = { authorization: key, 'apollo-require-preflight': '1' };
    const response = await fetch(url, { headers });
    expect(await response.json()).toEqual({ data: { hello: 'Hello you' }, extensions });
  });

  it('answers a trusted document by its id', async () => {
    expect((await ask({ documentId: 'hello-1' })).json.data).toEqual({ hello: 'Hello you' });
    const unknown = await ask({ documentId: 'hello-2' });
    expect([unknown.status, codeOf(unknown)]).toEqual([400, 'DOCUMENT_NOT_FOUND']);
  });

  it('answers a trusted document by GET, which a client may keep and ask again for', async () => {
    const get = (query: string, headers: Record<string, string> = {}) =>
      fetch(`${doors.url}?${query}`, {
        headers: { authorization: key, 'apollo-require-preflight': '1', ...headers },
      });
    const variables = encodeURIComponent('{"name": "Ada"}');
    const asked = `documentId=hello-by-name&variables=${variables}`;
    const first = await get(asked);
    expect(await first.json()).toMatchObject({ data: { hello: 'Hello Ada' } });
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const etag = first.headers.get('etag')!;
    const again = await get(asked, { 'if-none-match': `"other", ${etag}` });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    const other = await get('documentId=hello-by-name', { 'if-none-match': etag });
    expect([other.status, await other.json()]).toMatchObject([
      200,
      { data: { hello: 'Hello you' } },
    ]);
    expect((await get('documentId=note')).status).toBe(405);
    expect((await get('documentId=hello-2')).status).toBe(400);
    expect((await get('documentId=hello-1&query=%7Bhello%7D')).status).toBe(400);
    expect((await fetch(`${doors.url}?documentId=hello-1`)).status).not.toBe(200);
  });

  it('lets a key that is locked to an app ask nothing but the documents of its app', async () => {
    callers.set('locked-key', actorOf('locked', [], 'shop'));
    const locked = { authorization: 'Bearer locked-key' };
    for (const body of [{ documentId: 'hello-1' }, { query: '{ hello }' }])
      expect((await ask(body, locked)).json.data).toEqual({ hello: 'Hello you' });
    for (const body of [
      { documentId: 'hello-by-name' },
      { query: '{ hello(name: "Ada") }' },
      { query: '{ hello  }' },
      { query: getIntrospectionQuery() },
    ]) {
      const refused = await ask(body, { ...locked, ...exact });
      expect([refused.status, codeOf(refused)]).toEqual([400, 'DOCUMENT_NOT_TRUSTED']);
    }
  });

  it('shows the schema to those who have a key', async () => {
    const { json } = await ask({ query: getIntrospectionQuery() });
    expect(json.errors).toBeUndefined();
  });

  it('keeps a sane request id and makes one otherwise', async () => {
    const kept = await ask({ query: '{ hello }' }, { 'x-request-id': 'client-00000001' });
    expect(kept.headers.get('x-request-id')).toBe('client-00000001');
    const made = await ask({ query: '{ hello }' }, { 'x-request-id': 'a b;c' });
    expect(made.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('serves another schema from the moment it replaces the first one', async () => {
    await ask({ query: '{ hello }' });
    const { live } = doors;
    const first = live.current();
    live.replace(buildSchema('type Query { later: String }'));
    expect(codeOf(await ask({ query: '{ hello }' }))).toBe('GRAPHQL_VALIDATION_FAILED');
    expect((await ask({ query: '{ later }' })).json.data).toEqual({ later: null });
    live.replace(first);
    expect((await ask({ query: '{ hello }' })).json.data).toEqual({ hello: 'Hello you' });
  });
});

describe('a stranger', () => {
  it.each([
    ['no key', {}],
    ['an unknown key', { authorization: 'Bearer somebody' }],
    ['another scheme', { authorization: 'Basic clerk-key' }],
  ])('with %s is told nothing but that a key is needed', async (_, headers) => {
    for (const query of ['{ hello }', getIntrospectionQuery(), '{ nonsense', '{ unknownField }']) {
      const answer = await post(doors.url, { query }, headers);
      expect([answer.status, codeOf(answer)]).toEqual([401, 'UNAUTHENTICATED']);
    }
  });
});

describe('a request that is wrong', () => {
  const deep = `${'{ a '.repeat(900)}${'}'.repeat(900)}`;
  it.each([
    ['a document that does not parse', { query: '{ hello' }, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', { query: '{ helo }' }, 'GRAPHQL_VALIDATION_FAILED'],
    ['more than 5,000 tokens', { query: `{ ${'hello '.repeat(5001)} }` }, 'GRAPHQL_PARSE_FAILED'],
    ['a depth of 900', { query: deep }, 'DOCUMENT_TOO_LARGE'],
    [
      'variables that do not fit',
      { query: 'query ($n: String!) { hello(name: $n) }' },
      'BAD_USER_INPUT',
    ],
    [
      'an operation that is not there',
      { query: '{ hello }', operationName: 'X' },
      'OPERATION_RESOLUTION_FAILURE',
    ],
    [
      'a subscription over HTTP',
      { query: 'subscription { waiting { place } }' },
      'SUBSCRIPTION_NEEDS_SOCKET',
    ],
  ])('%s is refused with 400, or 200 for plain JSON clients', async (_, body, code) => {
    const told = await ask(body, exact);
    expect([told.status, codeOf(told), told.json.data]).toEqual([400, code, undefined]);
    expect((await ask(body)).status).toBe(200);
  });

  it.each([
    ['a batch', '[{"query":"{ hello }"},{"query":"{ hello }"}]', {}, 400],
    ['a body that is no JSON', '{"query":', {}, 400],
    ['a body without a query', '{"variables":{}}', {}, 400],
    ['text/plain', '{"query":"{ hello }"}', { 'content-type': 'text/plain' }, 400],
    ['a form', 'query={hello}', { 'content-type': 'application/x-www-form-urlencoded' }, 400],
    ['a body beyond 1 MiB', JSON.stringify({ query: ' '.repeat(1_100_000) }), {}, 413],
    [
      'a registered query',
      '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}',
      {},
      200,
    ],
    ['an idempotency key with spaces', '{"query":"{ hello }"}', { 'idempotency-key': 'a b' }, 400],
  ])('%s is refused', async (_, body, headers, status) => {
    const answer = await ask(body, headers);
    expect(answer.json.errors).toHaveLength(1);
    expect(answer.status).toBe(status);
  });

  it('refuses compressed bodies', async () => {
    const body = gzipSync('{"query":"{ hello }"}');
    const headers = {
      authorization: key,
      'content-type': 'application/json',
      'content-encoding': 'gzip',
    };
    const response = await fetch(doors.url, {
      method: 'POST',
      headers,
      body: new Uint8Array(body),
    });
    expect(response.status).toBe(415);
  });

  it('refuses a mutation by GET', async () => {
    const query = 'mutation { roleNote(input: {code: "x"}) { roleId } }';
    const headers = { authorization: key, 'apollo-require-preflight': '1' };
    const response = await fetch(`${doors.url}?query=${encodeURIComponent(query)}`, { headers });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('refuses a simple cross-site GET', async () => {
    const headers = { authorization: key };
    const response = await fetch(`${doors.url}?query=%7Bhello%7D`, { headers });
    expect(response.status).toBe(400);
  });

  it('does not wait for a body that never comes', async () => {
    const { port } = new URL(doors.url);
    const socket = connect(Number(port), '127.0.0.1');
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      socket.on('data', (data: Buffer) => (text += data.toString()));
      socket.on('close', () => resolve(text));
      socket.write('POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\n{');
    });
    expect(answer).toContain('408');
  });
});

describe('what goes wrong while resolving', () => {
  it('is masked and logged with the request id', async () => {
    logged.length = 0;
    const { json } = await ask(
      { query: '{ fail(how: "accident") hello }' },
      { 'x-request-id': 'accident-1' },
    );
    expect(json.data).toEqual({ fail: null, hello: 'Hello you' });
    expect(json.errors).toEqual([
      {
        message: expect.stringMatching(/^Something went wrong/),
        locations: expect.anything(),
        path: ['fail'],
        extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'accident-1' },
      },
    ]);
    expect(JSON.stringify(json)).not.toContain('hunter2');
    expect(logged).toEqual([
      [expect.objectContaining({ requestId: 'accident-1' }), expect.anything()],
    ]);
  });

  it.each([
    ['refusal', 'NOT_FOUND'],
    ['coded', 'FILTER_TOO_DEEP'],
  ])('keeps the code when it was meant: %s', async (how, code) => {
    const { json } = await ask({
      query: 'query ($h: String!) { fail(how: $h) }',
      variables: { h: how },
    });
    expect(json.errors?.[0]?.extensions).toMatchObject({ code, requestId: expect.any(String) });
  });

  it('hides what the caller lacks a permission for, and says so', async () => {
    const { status, json } = await ask({ query: '{ orders(first: 1) { number margin } }' }, exact);
    expect(status).toBe(200);
    expect(json.data).toMatchObject({ orders: [{ number: 'SO-1', margin: null }, {}] });
    expect(json.errors?.[0]).toMatchObject({
      path: ['orders', 0, 'margin'],
      extensions: { code: 'FORBIDDEN', permission: 'sales.margin.read' },
    });
  });
});

describe('health', () => {
  const health = (path: string) => fetch(new URL(path, doors.url));
  it('needs no key', async () => {
    expect((await health('/health/live')).status).toBe(200);
    expect((await health('/health/ready')).status).toBe(200);
  });

  it('says when the database does not answer, and not why', async () => {
    isReady = false;
    const response = await health('/health/ready');
    isReady = true;
    expect([response.status, await response.json()]).toEqual([503, { status: 'not ready' }]);
  });

  it('is all there is beside the graph', async () => {
    expect((await health('/')).status).toBe(404);
  });
});
