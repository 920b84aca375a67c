import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HTTPGraphQLResponse } from '@apollo/server';
import type { BulkDoor } from './bulk-http.js';
import { addressOf, requestIdOf, type Asking } from './caller.js';
import type { Caller } from './executor.js';
import { asksForStream, type EventStreams } from './event-stream.js';
import type { GraphEndpoint } from './graph-endpoint.js';
import { answerHealth, type Ready } from './health.js';
import type { Log } from './log.js';
import { readBody, RequestRefused } from './request-body.js';
import type { Traces } from './traces.js';

export const GRAPH_PATH = '/graphql';

export interface HttpParts {
  readonly endpoint: GraphEndpoint;
  readonly streams: EventStreams;
  readonly bulk?: BulkDoor;
  /** Who asks outside of the graph. */
  readonly caller: (asking: Asking) => Promise<Caller>;
  readonly ready: Ready;
  readonly log: Log;
  readonly proxyHops: number;
  /** How long a client may take to send a whole request, in milliseconds. */
  readonly requestTimeout?: number;
  /** Told of each request that the graph answered, or refused to. */
  readonly onRequest?: (method: string, status: number, seconds: number) => void;
  readonly traces?: Pick<Traces, 'request'> | undefined;
}

/**
 * How long a connection may idle, in milliseconds: longer than load balancers and clients keep one
 * (a minute is usual), so that none sends a request into a connection that we just closed.
 */
const KEEP_ALIVE = 75_000;

/** The HTTP door. It listens only when told to. */
export function createHttp(parts: HttpParts): Server {
  const { requestTimeout = 15_000 } = parts;
  const limits = {
    requestTimeout,
    keepAliveTimeout: KEEP_ALIVE,
    headersTimeout: Math.min(10_000, requestTimeout),
    connectionsCheckingInterval: Math.min(2_000, requestTimeout),
    maxHeaderSize: 16 * 1024,
  };
  const server = createServer(limits, (request, response) => {
    const requestId = requestIdOf(request.headers);
    // A client that keeps its connection busy would otherwise hold up the stop.
    if (!server.listening) response.setHeader('connection', 'close');
    const began = performance.now();
    const answered = () =>
      answer(parts, request, response, requestId).catch((error: unknown) => {
        fail(parts.log, error, response, requestId);
      });
    void (parts.traces?.request(request, response, answered) ?? answered()).finally(() => {
      const seconds = (performance.now() - began) / 1_000;
      parts.onRequest?.(request.method ?? 'GET', response.statusCode, seconds);
    });
  });
  return server;
}

/** Listens and answers the URL it can be reached at. */
export async function listen(server: Server, port: number, host: string): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { port: taken } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${taken}`;
}

/** Stops accepting, lets requests under way finish for at most `grace` milliseconds. */
export async function drain(server: Server, grace: number): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), grace);
  await closed;
  clearTimeout(timer);
}

async function answer(
  { endpoint, streams, bulk, caller, ready, log, proxyHops }: HttpParts,
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
): Promise<void> {
  const began = performance.now();
  const url = urlOf(request);
  const { pathname, search } = url;
  const method = request.method ?? 'GET';
  response.setHeader('x-request-id', requestId);
  response.setHeader('x-content-type-options', 'nosniff');
  if (await answerHealth(pathname, response, ready)) return;
  const { headers } = request;
  const address = addressOf(request, proxyHops);
  const asking = { headers, requestId, address };
  const asked = { url, now: new Date(), caller: () => caller(asking) };
  if (await bulk?.answer(request, response, asked)) return;
  if (pathname !== GRAPH_PATH)
    throw new RequestRefused(404, 'NOT_FOUND', `The graph is at ${GRAPH_PATH}.`);
  const body = method === 'POST' ? await readBody(request) : undefined;
  if (asksForStream(request)) {
    const { searchParams } = url;
    await streams.answer({
      ...{ request, response, requestId, address, search: searchParams, body },
    });
    return;
  }
  send(response, await endpoint.answer({ method, headers, search, body, requestId, address }));
  const milliseconds = Math.round(performance.now() - began);
  log.debug({ requestId, method, status: response.statusCode, milliseconds }, 'request');
}

const base = 'http://localhost';
/** Nearly all requests are for it, and nobody changes a URL. */
const graphUrl = new URL(GRAPH_PATH, base);

function urlOf({ url = '/' }: IncomingMessage): URL {
  if (url === GRAPH_PATH) return graphUrl;
  if (URL.canParse(url, base)) return new URL(url, base);
  throw new RequestRefused(400, 'BAD_REQUEST', 'The path of the request cannot be read.');
}

function send(response: ServerResponse, { status, headers, body }: HTTPGraphQLResponse): void {
  // Nothing here answers in several parts: `@defer` and `@stream` are not in the schema.
  if (body.kind !== 'complete') throw new Error('An answer came in several parts');
  response.statusCode = status ?? 200;
  for (const [name, value] of headers) response.setHeader(name, value);
  if (!headers.has('cache-control')) response.setHeader('cache-control', 'no-store');
  if (response.statusCode !== 304)
    response.setHeader('content-length', Buffer.byteLength(body.string));
  response.end(body.string);
}

function fail(log: Log, error: unknown, response: ServerResponse, requestId: string): void {
  const refused = error instanceof RequestRefused ? error : null;
  if (!refused) log.error({ requestId, err: error }, 'a request failed');
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const message = refused?.message ?? 'Something went wrong here.';
  const code = refused?.code ?? 'INTERNAL_SERVER_ERROR';
  // What is left of a refused body is not read: the connection cannot be used again.
  response.writeHead(refused?.status ?? 500, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'close',
  });
  response.end(JSON.stringify({ errors: [{ message, extensions: { code, requestId } }] }));
}
