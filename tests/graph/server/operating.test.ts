import WebSocket from 'ws';
import { afterEach, describe, expect, it } from 'vitest';
import { createLog } from '../../../server/log.js';
import { startServer, type RunningServer } from '../../../server/serve.js';
import { readSettings } from '../../../server/settings.js';
import { openSocket } from '../../../clients/typescript/socket.js';
import { openTestDatabase } from '../../support/database.js';
import { post } from '../../support/doors.js';

const key = 'the-first-key-of-the-first-administrator';
const bearer = { authorization: `Bearer ${key}` };
const open: RunningServer[] = [];

async function start(environment: Record<string, string>): Promise<RunningServer> {
  const settings = readSettings({ PORT: '0', DEMO: 'off', BOOTSTRAP_API_KEY: key, ...environment });
  const log = createLog('silent');
  const server = await startServer({ settings, log, database: await openTestDatabase() });
  open.push(server);
  return server;
}

afterEach(async () => {
  for (const server of open.splice(0)) await server.close(0);
});

const metricsOf = async ({ metricsUrl }: RunningServer): Promise<Map<string, number>> => {
  const text = await (await fetch(metricsUrl!)).text();
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf(' ');
      return [line.slice(0, at), Number(line.slice(at + 1))];
    }),
  );
};

describe('the metrics of a server', () => {
  it('count requests, operations by name, statements, connections and subscribers', async () => {
    const server = await start({ METRICS_PORT: '0' });
    const query = 'query Named { companies { totalCount } }';
    await post(server.url, { query }, bearer);
    await post(server.url, { query: '{ nonsense }' }, bearer);
    await post(server.url, { query });
    const socket = openSocket({ url: server.url, token: key });
    const stream = socket.results(
      {
        query:
          'subscription { salesOrderStatus(salesOrder: "SalesOrder:01900000-0000-7000-8000-000000000000") { kind } }',
      },
      {},
    );
    void stream.next().catch(() => undefined);
    let metrics = await metricsOf(server);
    for (let tries = 0; metrics.get('throughline_sockets') !== 1 && tries < 100; tries += 1) {
      await new Promise((next) => setTimeout(next, 50));
      metrics = await metricsOf(server);
    }
    const done = 'throughline_operations_total{kind="query",name="Named",outcome="done"}';
    expect(metrics.get(done)).toBe(1);
    const refused =
      'throughline_operations_total{kind="unknown",name="anonymous",outcome="refused"}';
    expect(metrics.get(refused)).toBe(1);
    expect(metrics.get('throughline_http_requests_total{method="POST",status="401"}')).toBe(1);
    expect(metrics.get('throughline_operation_seconds_count{kind="query"}')).toBe(1);
    expect(metrics.get('throughline_statements')).toBeGreaterThan(5);
    expect(metrics.get('throughline_pool_connections{state="waiting"}')).toBeDefined();
    expect(metrics.get('throughline_log_behind{follower="sequencer"}')).toBe(0);
    expect(metrics.get('throughline_webhook_pending')).toBe(0);
    expect(metrics.get('throughline_sockets')).toBe(1);
    await socket.close();
  });

  it('know no more than two hundred names, and none of them is a secret', async () => {
    const server = await start({ METRICS_PORT: '0' });
    for (let at = 0; at < 250; at += 1)
      await post(server.url, { query: `query N${at} { __typename }` }, bearer);
    const names = [...(await metricsOf(server)).keys()].filter((one) =>
      one.startsWith('throughline_operations_total'),
    );
    expect(names).toHaveLength(201);
    const other = 'throughline_operations_total{kind="query",name="other",outcome="done"}';
    expect((await metricsOf(server)).get(other)).toBe(50);
    expect(names.join()).not.toContain(key);
  });

  it('are served on a port of their own, or not at all', async () => {
    const server = await start({});
    expect(server.metricsUrl).toBeNull();
    expect((await fetch(new URL('/metrics', server.url))).status).toBe(404);
  });
});

describe('a server that is told to stop', () => {
  it('first says that it is not ready, goes on answering, and closes sockets to come back', async () => {
    const server = await start({ DRAIN_SECONDS: '1' });
    open.pop();
    const socket = new WebSocket(server.url.replace('http', 'ws'), 'graphql-transport-ws');
    await new Promise((opened) => socket.addEventListener('open', opened));
    socket.send(
      JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${key}` } }),
    );
    const closed = new Promise<number>((done) =>
      socket.addEventListener('close', ({ code }) => done(code)),
    );
    const stopping = server.close();
    const ready = await fetch(new URL('/health/ready', server.url));
    const live = await fetch(new URL('/health/live', server.url));
    expect([ready.status, live.status]).toEqual([503, 200]);
    const { json } = await post(
      server.url,
      {
        query: `mutation { companyCreate(input: {code: "LATE", name: "Late", countryCode: "US",
          baseCurrency: "USD", timeZone: "Etc/UTC"}) { company { code } userErrors { code } } }`,
      },
      bearer,
    );
    expect(json.data).toMatchObject({ companyCreate: { company: { code: 'LATE' } } });
    await stopping;
    expect(await closed).toBe(1012);
    await expect(fetch(new URL('/health/live', server.url))).rejects.toThrow();
  });
});
