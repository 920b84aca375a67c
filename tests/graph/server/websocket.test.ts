import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Doors } from '../../../server/doors.js';
import { actorOf, callers, openSampleDoors } from '../../support/doors.js';
import { begun, ended } from '../../support/sample-graph.js';

const untouched = () => Promise.reject(new Error('the store was touched'));
let doors: Doors;
let address: string;
const open = (execution: 'compiled' | 'interpreted') =>
  openSampleDoors({
    database: { query: untouched, session: untouched },
    transact: untouched,
    execution,
    sockets: {
      initTimeout: 300,
      caps: { perSocket: 3, perProcess: 5 },
      allowedOrigins: new Set(['https://shop.example']),
    },
  });

const clients: Client[] = [];
function clientOf(key: string | null, url = address): Client {
  const connectionParams = key === null ? undefined : { authorization: `Bearer ${key}` };
  const client = createClient({
    url,
    webSocketImpl: WebSocket,
    connectionParams,
    retryAttempts: 0,
  });
  clients.push(client);
  return client;
}

/** All that a subscription answers until it completes; its errors are thrown. */
function answersOf(client: Client, query: string, variables?: Record<string, unknown>) {
  return new Promise<unknown[]>((resolve, reject) => {
    const answers: unknown[] = [];
    client.subscribe(
      { query, variables },
      {
        next: (answer) => answers.push(JSON.parse(JSON.stringify(answer))),
        error: reject,
        complete: () => resolve(answers),
      },
    );
  });
}

/** What a socket without a client of ours is closed with, or its HTTP status. */
function closeOf(options: { origin?: string; protocol?: string; say?: string; path?: string }) {
  return new Promise<string>((resolve) => {
    const { origin, protocol = 'graphql-transport-ws', say, path = '' } = options;
    const socket = new WebSocket(address + path, protocol, { origin });
    socket.on('open', () => say !== undefined && socket.send(say));
    socket.on('unexpected-response', (_, { statusCode }) => resolve(`HTTP ${statusCode}`));
    socket.on('error', () => undefined);
    socket.on('close', (code) => resolve(String(code)));
  });
}

const waiting = 'subscription { waiting { place } }';
const length = (list: readonly unknown[], wanted: number) =>
  vi.waitFor(() => expect(list).toHaveLength(wanted), { timeout: 30_000 });

beforeAll(async () => {
  callers.set('seller', actorOf('seller', ['sales.margin.read', 'events.read']));
  callers.set('clerk', actorOf('clerk', []));
  doors = await open('compiled');
  address = doors.url.replace('http:', 'ws:');
});
afterAll(async () => {
  for (const client of clients) await client.dispose();
  await doors.close(500);
});

describe.each(['compiled', 'interpreted'] as const)('a subscription, %s', (execution) => {
  let own: Doors;
  beforeAll(async () => {
    own = await open(execution);
  });
  afterAll(() => own.close(500));
  const client = (key: string) => clientOf(key, own.url.replace('http:', 'ws:'));

  it('answers each event with the caller of the socket', async () => {
    const query = 'subscription ($n: Int!) { ticks(count: $n) { place by margin } }';
    expect(await answersOf(client('seller'), query, { n: 2 })).toEqual([
      { data: { ticks: { place: 1, by: 'seller', margin: null } } },
      { data: { ticks: { place: 2, by: 'seller', margin: null } } },
    ]);
  });

  it('hides within an event what the caller lacks a permission for', async () => {
    const answers = await answersOf(
      client('clerk'),
      'subscription { ticks(count: 1) { place margin } }',
    );
    expect(answers).toMatchObject([
      {
        data: { ticks: { place: 1, margin: null } },
        errors: [{ path: ['ticks', 'margin'], extensions: { code: 'FORBIDDEN' } }],
      },
    ]);
  });
});

describe('the gate of a socket', () => {
  it.each([
    ['{ hello }', 'SUBSCRIPTIONS_ONLY'],
    ['mutation { roleNote(input: {code: "x"}) { roleId } }', 'SUBSCRIPTIONS_ONLY'],
    ['subscription { nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['subscription {', 'GRAPHQL_PARSE_FAILED'],
    [`subscription { ticks(count: 1) { ${'place '.repeat(30)} } }`, 'DOCUMENT_TOO_LARGE'],
    ['subscription ($n: Int!) { ticks(count: $n) { place } }', 'BAD_USER_INPUT'],
    ['subscription { guardedTicks { place } }', 'FORBIDDEN'],
  ])('refuses %s with a code', async (query, code) => {
    await expect(answersOf(clientOf('clerk'), query)).rejects.toMatchObject([
      { extensions: { code, requestId: expect.any(String) } },
    ]);
  });

  it.each([
    ['no key', null],
    ['an unknown key', 'somebody'],
  ])('closes for good a socket with %s', async (_, key) => {
    await expect(answersOf(clientOf(key), waiting)).rejects.toMatchObject({ code: 4403 });
  });

  it('refuses a foreign Origin, another path and another protocol', async () => {
    expect(await closeOf({ origin: 'https://evil.example' })).toBe('HTTP 403');
    expect(await closeOf({ path: '/elsewhere' })).toBe('HTTP 404');
    expect(await closeOf({ protocol: 'graphql-ws' })).not.toBe('HTTP 101');
  });

  it('lets an allowed and its own Origin in, until they do not say who they are', async () => {
    expect(await closeOf({ origin: 'https://shop.example' })).toBe('4408');
    expect(await closeOf({ origin: new URL(doors.url).origin })).toBe('4408');
  });

  it('closes sockets that talk before they say who they are, or too much', async () => {
    const payload = { query: waiting };
    expect(await closeOf({ say: JSON.stringify({ id: '1', type: 'subscribe', payload }) })).toBe(
      '4401',
    );
    expect(await closeOf({ say: 'x'.repeat(70_000) })).toBe('1009');
    expect(await closeOf({ say: 'nonsense' })).toBe('4400');
  });
});

describe('subscriptions that stay', () => {
  beforeEach(() => void (begun.length = ended.length = 0));

  it('are bounded for a socket, and ended ones make room', async () => {
    const client = clientOf('seller');
    const ends = [1, 2, 3].map(() => client.subscribe({ query: waiting }, silent));
    await length(begun, 3);
    await expect(answersOf(client, waiting)).rejects.toMatchObject([
      { extensions: { code: 'SUBSCRIPTION_LIMIT' } },
    ]);
    ends.forEach((end) => end());
    await length(ended, 3);
    expect(await answersOf(client, 'subscription { ticks(count: 1) { place } }')).toHaveLength(1);
  });

  it('are ended when their key is revoked, although nothing happens', async () => {
    callers.set('temporary', actorOf('temporary', []));
    const answer = answersOf(clientOf('temporary'), waiting);
    await length(begun, 1);
    callers.delete('temporary');
    await expect(answer).rejects.toMatchObject({ code: 4403 });
  });

  it('are told to come back when the server stops', async () => {
    const other = await open('compiled');
    const answer = answersOf(clientOf('seller', other.url.replace('http:', 'ws:')), waiting);
    const refused = expect(answer).rejects.toMatchObject({ code: 1012 });
    await length(begun, 1);
    await other.close(500);
    await refused;
  });
});

const silent = { next: () => undefined, error: () => undefined, complete: () => undefined };
