import { createServer, type Server } from 'node:http';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { outboundLag, type WebhooksParts } from '../modules/outbound/index.js';
import type { Database } from '../prisma/database.js';
import type { Doors } from './doors.js';
import type { ExecutorParts } from './executor.js';
import { drain, listen, type HttpParts } from './http.js';
import type { Log } from './log.js';

/** What the parts of a server tell of their work. */
export interface Metrics {
  readonly onRequest: NonNullable<HttpParts['onRequest']>;
  readonly onOperation: NonNullable<ExecutorParts['onOperation']>;
  readonly onAttempt: NonNullable<WebhooksParts['onAttempt']>;
  /** Serves `/metrics`, for whoever reaches the port; answers how to stop. */
  open(watched: Watched, port: number, host: string, log: Log): Promise<OpenMetrics>;
}

export interface OpenMetrics {
  readonly url: string;
  close(): Promise<void>;
}

/** What is looked at when metrics are asked for. */
interface Watched {
  readonly database: Database;
  readonly doors: Pick<Doors, 'load'>;
}

/** Names come from callers: so many are told apart, and all others are one. */
const NAMES_KEPT = 200;

/** The label of an operation. A name that nobody knows cannot fill the memory of who counts. */
function bounded(): (name: string | null) => string {
  const known = new Set<string>();
  return (name) => {
    if (name === null) return 'anonymous';
    if (known.has(name)) return name;
    if (known.size >= NAMES_KEPT || name.length > 80) return 'other';
    known.add(name);
    return name;
  };
}

const METHODS = new Set(['GET', 'POST', 'HEAD', 'OPTIONS']);
const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

function gaugesOf(register: Registry, { database, doors }: Watched): void {
  const gauge = (name: string, help: string, labelNames: string[], collect: Collect) =>
    new Gauge({
      ...{ name: `throughline_${name}`, help, labelNames, registers: [register] },
      collect() {
        return collect((labels, value) => this.set(labels, value));
      },
    });
  gauge('statements', 'Statements sent to the database.', [], (set) =>
    set({}, database.statements.total),
  );
  gauge('pool_connections', 'Connections to the database.', ['state'], (set) => {
    const { total, idle, waiting } = database.connections();
    set({ state: 'busy' }, total - idle);
    set({ state: 'idle' }, idle);
    set({ state: 'waiting' }, waiting);
  });
  gauge('sockets', 'Open WebSockets.', [], (set) => set({}, doors.load().sockets));
  gauge('subscribers', 'Open subscriptions.', [], (set) => set({}, doors.load().subscriptions));
  gauge('socket_buffered_bytes', 'Sent to subscribers and not read by them yet.', [], (set) =>
    set({}, doors.load().bufferedBytes),
  );
  gauge('log_behind', 'Events that a follower has not come to.', ['follower'], async (set) => {
    const { unsequenced, behind } = await outboundLag(database);
    set({ follower: 'sequencer' }, unsequenced);
    for (const [follower, count] of behind) set({ follower }, count);
  });
  gauge('webhook_pending', 'Webhook deliveries that wait.', [], async (set) =>
    set({}, (await outboundLag(database)).pending),
  );
}

type Collect = (
  set: (labels: Record<string, string>, value: number) => void,
) => void | Promise<void>;

/** Counts in the way Prometheus asks for it. Loaded only when it is asked for. */
export function createMetrics(): Metrics {
  const register = new Registry();
  const shared = { registers: [register] };
  collectDefaultMetrics({ register, prefix: 'throughline_' });
  const requests = new Counter({
    ...{ name: 'throughline_http_requests_total', help: 'Requests that were answered.' },
    ...{ labelNames: ['method', 'status'], ...shared },
  });
  const operations = new Counter({
    ...{ name: 'throughline_operations_total', help: 'Operations by name and outcome.' },
    ...{ labelNames: ['kind', 'name', 'outcome'], ...shared },
  });
  const seconds = new Histogram({
    ...{ name: 'throughline_operation_seconds', help: 'How long operations took.' },
    ...{ labelNames: ['kind'], buckets: SECONDS, ...shared },
  });
  const attempts = new Counter({
    ...{ name: 'throughline_webhook_attempts_total', help: 'Webhook attempts by outcome.' },
    ...{ labelNames: ['outcome'], ...shared },
  });
  const label = bounded();
  return {
    onRequest: (method, status) =>
      requests.inc({ method: METHODS.has(method) ? method : 'other', status: String(status) }),
    onOperation({ name, kind, outcome, seconds: took }) {
      operations.inc({ kind, name: label(name), outcome });
      seconds.observe({ kind }, took);
    },
    onAttempt: (outcome) => attempts.inc({ outcome }),
    async open(watched, port, host, log) {
      gaugesOf(register, watched);
      const server = serving(register, log);
      const url = await listen(server, port, host);
      return { url: `${url}/metrics`, close: () => drain(server, 0) };
    },
  };
}

function serving(register: Registry, log: Log): Server {
  return createServer({ requestTimeout: 5_000 }, (request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    register.metrics().then(
      (text) => response.writeHead(200, { 'content-type': register.contentType }).end(text),
      (error: unknown) => {
        log.error({ err: error }, 'metrics were not gathered');
        response.writeHead(500).end();
      },
    );
  });
}
