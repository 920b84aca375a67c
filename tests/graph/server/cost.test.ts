import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Doors } from '../../../server/doors.js';
import { actorOf, callers, openSampleDoors, post } from '../../support/doors.js';

const untouched = () => Promise.reject(new Error('the store was touched'));
const costLimits = { max: 300, rows: 1_000, capacity: 600, restoreRate: 1, timeout: 400 };
const strangers = { capacity: 20, restoreRate: 0.01 };
let doors: Doors;

beforeAll(async () => {
  const slow = () => new Promise<never>(() => undefined);
  doors = await openSampleDoors({
    database: { query: slow, session: untouched },
    transact: untouched,
    costLimits: { ...costLimits, strangers },
    proxyHops: 1,
  });
});
afterAll(() => doors.close(0));

let count = 0;
/** A client of its own, whose bucket nobody else empties. */
function newcomer() {
  const key = `newcomer-${++count}`;
  callers.set(key, actorOf(key, []));
  const headers = { authorization: `Bearer ${key}` };
  return {
    key,
    ask: (query: string, more = {}) => post(doors.url, { query }, { ...headers, ...more }),
  };
}

const things = (fields: number) =>
  `{ ${Array.from({ length: fields }, (_, n) => `t${n}: thing(kind: "order") { id }`).join(' ')} }`;
const exact = { accept: 'application/graphql-response+json' };

describe('what an operation costs', () => {
  it('is told in every answer, with what is left', async () => {
    const { ask } = newcomer();
    const { json } = await ask(things(10));
    const bucket = { left: 590, restoreRate: 1, capacity: 600 };
    expect(json.extensions).toEqual({ cost: { requested: 10, max: 300, bucket } });
  });

  it('refuses an operation that costs more than one may, and runs nothing of it', async () => {
    const { ask } = newcomer();
    const answer = await ask('{ __schema { types { name } } }', exact);
    expect([answer.status, answer.json.data]).toEqual([400, undefined]);
    expect(answer.json.errors?.[0]?.extensions).toMatchObject({
      ...{ code: 'COST_TOO_HIGH', cost: 1000, max: 300 },
      requestId: expect.any(String),
    });
  });

  it('charges for documents that are refused, until nothing is left', async () => {
    const { ask } = newcomer();
    const texts = ['{ nonsense }', '{ hello', '{ hello(name: 5) }'];
    for (let turn = 0; turn < 6; turn += 1) expect((await ask(texts[turn % 3]!)).status).toBe(200);
    const { status, headers, json } = await ask('{ hello }');
    expect([status, json.errors?.[0]?.extensions]).toMatchObject([
      429,
      { code: 'RATE_LIMITED', retryable: true, requestId: expect.any(String) },
    ]);
    expect(Number(headers.get('retry-after'))).toBe(json.errors?.[0]?.extensions.retryAfter);
    expect(headers.get('retry-after')).toMatch(/^[1-9]\d*$/);
    expect((await newcomer().ask('{ hello }')).status).toBe(200);
  });

  it('holds what runs until it has ended, so that nobody asks for more beside it', async () => {
    const { ask } = newcomer();
    const long = '{ roles } ';
    const waiting = ask(`query { roles ${things(29).slice(1)}`);
    const both = await Promise.all([waiting, ask(long)]);
    expect(both.map(({ json }) => json.errors?.[0]?.extensions.code)).toEqual([
      'OPERATION_TIMEOUT',
      'OPERATION_TIMEOUT',
    ]);
  });
});

describe('an operation that really reads too much', () => {
  it('is ended, whatever it was reckoned to read', async () => {
    const rows = Array.from({ length: 1_001 }, () => ['CLERK']);
    const many = await openSampleDoors({
      database: {
        query: () => Promise.resolve({ rows, rowCount: rows.length }),
        session: untouched,
      },
      transact: untouched,
      costLimits: { ...costLimits, strangers },
    });
    callers.set('greedy', actorOf('greedy', []));
    const { json } = await post(
      many.url,
      { query: '{ hello roles }' },
      { authorization: 'Bearer greedy' },
    );
    await many.close(0);
    expect(json.data).toEqual({ hello: 'Hello you', roles: null });
    expect(json.errors).toMatchObject([
      { path: ['roles'], extensions: { code: 'COST_TOO_HIGH', cost: 1_001, max: 1_000 } },
    ]);
  });
});

describe('an operation that takes too long', () => {
  it('is given up with a code, and costs the next one nothing', async () => {
    const { ask } = newcomer();
    const began = performance.now();
    const { status, json } = await ask('{ hello roles }');
    expect([status, json.data, json.errors?.[0]?.extensions]).toMatchObject([
      200,
      null,
      { code: 'OPERATION_TIMEOUT', retryable: true },
    ]);
    expect(performance.now() - began).toBeGreaterThan(390);
    expect((await ask('{ hello }')).json.data).toEqual({ hello: 'Hello you' });
  });
});

describe('a stranger who tries keys', () => {
  const guess = (address: string) =>
    post(
      doors.url,
      { query: '{ hello }' },
      { authorization: 'Bearer guess', 'x-forwarded-for': address },
    );

  it('is refused after so many, and only at the address that our proxy saw', async () => {
    const answers = await Promise.all(
      Array.from({ length: 25 }, () => guess('9.9.9.9, 203.0.113.7')),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 401).length).toBe(20);
    expect(statuses.filter((status) => status === 429).length).toBe(5);
    expect((await guess('9.9.9.9, 203.0.113.8')).status).toBe(401);
    expect((await guess('1.1.1.1, 203.0.113.7')).status).toBe(429);
  });

  it('keeps nobody with a good key out', async () => {
    const { ask } = newcomer();
    const { json } = await ask('{ hello }', { 'x-forwarded-for': '203.0.113.7' });
    expect(json.data).toEqual({ hello: 'Hello you' });
  });

  it('opens no socket any more', async () => {
    const url = doors.url.replace('http', 'ws');
    const headers = { 'x-forwarded-for': '203.0.113.7' };
    const socket = new WebSocket(url, 'graphql-transport-ws', { headers });
    socket.on('error', () => undefined);
    const status = await new Promise((resolve) => {
      socket.on('unexpected-response', (_, response) => resolve(response.statusCode));
      socket.on('open', () => resolve('open'));
    });
    expect(status).toBe(429);
  });
});

describe('subscriptions', () => {
  it('cost as queries do, and are refused by the same code', async () => {
    const { key } = newcomer();
    const client = createClient({
      url: doors.url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${key}` },
      retryAttempts: 0,
    });
    const codeOf = (query: string) =>
      new Promise<unknown>((resolve) => {
        client.subscribe(
          { query },
          {
            next: () => undefined,
            error: (errors) =>
              resolve((errors as { extensions: { code: string } }[])[0]?.extensions.code),
            complete: () => resolve('done'),
          },
        );
      });
    expect(await codeOf('subscription { ticks(count: 1) { place } }')).toBe('done');
    for (let turn = 0; turn < 6; turn += 1)
      expect(await codeOf('subscription { nonsense }')).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(await codeOf('subscription { ticks(count: 1) { place } }')).toBe('RATE_LIMITED');
    await client.dispose();
  });
});
