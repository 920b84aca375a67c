import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it } from 'vitest';
import { createLog, type Log } from '../../../server/log.js';
import { startServer } from '../../../server/serve.js';
import { readSettings } from '../../../server/settings.js';
import { createTraces } from '../../../server/traces.js';
import { openCollector, type CollectedSpan, type Collector } from '../../support/collector.js';
import { openTestDatabase } from '../../support/database.js';
import { post } from '../../support/doors.js';

const key = 'the-first-key-of-the-first-administrator';
const bearer = { authorization: `Bearer ${key}` };
const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const CALLER = '00f067aa0ba902b7';
const [SERVER, CLIENT, ERROR] = [2, 3, 2];

let collector: Collector | null = null;
afterEach(async () => {
  await collector?.close();
  collector = null;
});

/** A server while `work` asks it; it has stopped when that is answered. */
async function serving(
  environment: Record<string, string>,
  work: (url: string) => Promise<unknown>,
  log: Log = createLog('silent'),
): Promise<void> {
  const settings = readSettings({ PORT: '0', DEMO: 'off', BOOTSTRAP_API_KEY: key, ...environment });
  const server = await startServer({ settings, log, database: await openTestDatabase() });
  await work(server.url).finally(() => server.close(0));
}

/** What the collector has been told when the server has stopped. */
async function traced(work: (url: string) => Promise<unknown>): Promise<Collector> {
  collector = await openCollector();
  await serving({ OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.url}/` }, work);
  return collector;
}

const named = ({ spans }: Collector, name: string): CollectedSpan[] =>
  spans.filter((span) => span.name === name);

const below = ({ spans }: Collector, parent: CollectedSpan): CollectedSpan[] =>
  spans.filter(({ parentSpanId }) => parentSpanId === parent.spanId);

const KNOWN = `mutation Known($input: CustomerUpsertInput!) {
  customerUpsert(input: $input) @idempotent(key: "a-key-of-one-call") {
    customer { id } userErrors { code } } }`;
const LIST = `query List { customers(where: { name: { eq: "Secretive" } }, first: 17) {
  nodes { code } } }`;

describe('traces', () => {
  it('hold a request, its operation and its statements, within the trace of the caller', async () => {
    const told = await traced((url) =>
      post(url, { query: LIST }, { ...bearer, traceparent: `00-${TRACE}-${CALLER}-01` }),
    );
    expect([...told.paths, ...told.services]).toEqual(['/v1/traces', 'throughline']);
    expect(new Set(told.spans.map(({ traceId }) => traceId))).toEqual(new Set([TRACE]));
    const [request] = named(told, 'POST /graphql');
    expect(request).toMatchObject({ parentSpanId: CALLER, kind: SERVER, status: { code: 0 } });
    expect(request!.attributes).toMatchObject({
      ...{ 'http.request.method': 'POST', 'http.route': '/graphql' },
      'http.response.status_code': 200,
    });
    const operation = below(told, request!).find(({ name }) => name === 'query')!;
    expect(operation).toMatchObject({ kind: SERVER, status: { code: 0 } });
    expect(operation.attributes).toMatchObject({
      ...{ 'graphql.operation.type': 'query', 'graphql.operation.name': 'List' },
      'graphql.document': expect.stringContaining('where: {name: {eq: ""}}, first: 0'),
    });
    const [statement] = below(told, operation);
    expect(statement).toMatchObject({ name: 'SELECT', kind: CLIENT, status: { code: 0 } });
    expect(statement!.attributes).toMatchObject({
      ...{ 'db.system.name': 'postgresql', 'db.operation.name': 'SELECT' },
      'db.query.text': expect.stringContaining('from "Customer"'),
    });
  });

  it('tell no key, no literal and no value of a variable', async () => {
    const input = { code: 'HIDDEN-1', name: 'A very private customer', currency: 'EUR' };
    const told = await traced(async (url) => {
      await post(url, { query: LIST }, bearer);
      await post(url, { query: KNOWN, variables: { input } }, bearer);
      await fetch(`${url}?${new URLSearchParams({ query: LIST }).toString()}`, { headers: bearer });
    });
    expect(named(told, 'mutation')).toHaveLength(1);
    expect(below(told, named(told, 'mutation')[0]!).map(({ name }) => name)).toContain('INSERT');
    expect(named(told, 'GET /graphql')).toHaveLength(1);
    const text = told.bodies.join();
    for (const secret of [key, 'a-key-of-one-call', 'Secretive', input.code, input.name])
      expect(text).not.toContain(secret);
  });

  it('record errors by their code', async () => {
    const told = await traced(async (url) => {
      await post(url, { query: '{ nothingOfTheKind }' }, bearer);
      const query = 'query Some($first: Int!) { customers(first: $first) { nodes { id } } }';
      await post(url, { query, variables: { first: 'many' } }, bearer);
    });
    expect(named(told, 'GraphQL Operation').map(({ status }) => status)).toEqual([
      { code: ERROR, message: 'GRAPHQL_VALIDATION_FAILED' },
    ]);
    expect(named(told, 'query')).toMatchObject([
      { status: { code: ERROR }, attributes: { 'error.type': 'BAD_USER_INPUT' } },
    ]);
    expect(told.bodies.join()).not.toContain('many');
  });

  it('record a statement that failed by its SQLSTATE', async () => {
    collector = await openCollector();
    const database = await openTestDatabase();
    const traces = createTraces({
      ...{ endpoint: collector.url, serviceName: 'test', log: createLog('silent') },
    });
    const stop = database.statements.watchedBy(traces.onStatement);
    const work = () => database.query({ text: `select 1 / 0, 'private'`, values: [] });
    await traces
      .operation({ errors: [] }, () => work().then(() => ({})))
      .catch((error: unknown) => expect(error).toMatchObject({ code: '22012' }));
    await expect(work()).rejects.toThrow();
    stop();
    await traces.close();
    await database.close();
    expect(named(collector, 'SELECT')).toMatchObject([
      {
        status: { code: ERROR, message: '22012' },
        attributes: {
          ...{ 'db.response.status_code': '22012', 'error.type': '22012' },
          'db.query.text': 'select 1 / 0, ?',
        },
      },
    ]);
  });

  it('are made of no health check, of no stream, and of nothing beside requests', async () => {
    const told = await traced(async (url) => {
      const ending = new AbortController();
      const accept = { ...bearer, accept: 'text/event-stream' };
      const query = 'subscription { customerChanged { kind } }';
      const address = `${url}?${new URLSearchParams({ query }).toString()}`;
      const stream = await fetch(address, { headers: accept, signal: ending.signal });
      expect(stream.headers.get('content-type')).toContain('text/event-stream');
      ending.abort();
      await fetch(new URL('/health/ready', url));
      await post(url, { query: '{ __typename }' }, bearer);
    });
    const roots = told.spans.filter(({ parentSpanId }) => !parentSpanId);
    expect(roots.map(({ name }) => name)).toEqual(['POST /graphql']);
  });

  it('hold up nobody when the collector is away, and the log says so', async () => {
    const warned: unknown[] = [];
    const silent = createLog('silent');
    const warn = (...told: unknown[]) => void warned.push(told.at(-1));
    const began = performance.now();
    await serving(
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' },
      async (url) => expect((await post(url, { query: LIST }, bearer)).status).toBe(200),
      { ...silent, error: silent.error.bind(silent), warn },
    );
    expect(warned).toContain('spans were lost');
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});

describe('without a collector', () => {
  const loadedAfter = (module: string) => `
    const { createRequire } = await import('node:module');
    await import('${module}');
    const { tracesOf } = await import('./server/beside.ts');
    const { readSettings } = await import('./server/settings.ts');
    const traces = await tracesOf(readSettings(process.env), { warn() {} }, []);
    const loaded = Object.keys(createRequire(import.meta.url).cache);
    const ours = loaded.filter((path) => path.includes('/@opentelemetry/sdk-trace'));
    console.log(JSON.stringify([traces !== undefined, ours.length > 0]));`;
  const run = async (module: string, environment: Record<string, string>): Promise<unknown> => {
    const options = { env: { PATH: process.env.PATH, ...environment } };
    const args = ['--import', 'tsx', '--input-type=module', '--eval', loadedAfter(module)];
    return JSON.parse((await promisify(execFile)(process.execPath, args, options)).stdout);
  };

  it('nothing of OpenTelemetry is loaded, and no span made', async () => {
    expect(await run('./server/serve.ts', {})).toEqual([false, false]);
    const traced = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1' };
    expect(await run('./server/beside.ts', traced)).toEqual([true, true]);
  });
});
