import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { GraphQLError, type ExecutionArgs, type ExecutionResult } from 'graphql';
import type { Context, SubscribePayload } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import { addressOf, bearerToken, localeOf, type Authenticate } from './caller.js';
import { GRAPH_PATH } from './http.js';
import type { Log } from './log.js';
import { CLOSE_RESTART, madeOnce, type Outlet } from './outlet.js';
import { isRefused, requestError } from './prepare.js';
import { writeText } from './text-frame.js';
import { speakProtocol, type SocketExtra } from './socket-protocol.js';
import { createSockets, type SocketCaps, type SocketLoad, type Sockets } from './sockets.js';
import type { Opened } from './stream-hub.js';
import { subscribe as openStream, type StreamDoorParts } from './stream-request.js';

export interface WebSocketParts extends StreamDoorParts {
  readonly server: Server;
  readonly authenticate: Authenticate;
  readonly proxyHops: number;
  readonly log: Log;
  /** Origins of browsers that may connect beside the server's own. */
  readonly allowedOrigins?: ReadonlySet<string>;
  readonly caps?: SocketCaps;
  /** How long a socket may take to say who it is, in milliseconds. */
  readonly initTimeout?: number;
  readonly maxSockets?: number;
}

export interface WebSocketDoor {
  readonly load: () => SocketLoad;
  /** Looks again at what every socket may, now and not with the next second. */
  recheck(): void;
  /** Tells every socket to come back later, and waits until they are gone. */
  close(grace: number): Promise<void>;
}

const MAX_MESSAGE_BYTES = 64 * 1024;
const SWEEP_MILLISECONDS = 1000;
const defaultCaps: SocketCaps = { perSocket: 100, perProcess: 10_000 };

/** Serves subscriptions over graphql-transport-ws, behind the same gate as HTTP. */
export function openWebSocket(parts: WebSocketParts): WebSocketDoor {
  const { maxSockets = 10_000, initTimeout = 5000 } = parts;
  const sockets = createSockets(parts.authenticate, parts.caps ?? defaultCaps);
  const wss = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
  });
  // Registered before the protocol listens, so that a socket is known by its first message.
  wss.on('connection', (socket) => sockets.add(socket));
  const gate = gateOf(parts, sockets);
  speakProtocol(wss, { ...gate, connectionInitWaitTimeout: initTimeout }, parts.log);
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const refusal =
      sockets.count() >= maxSockets ? '503 Service Unavailable' : refusalOf(request, parts);
    if (refusal === null)
      wss.handleUpgrade(request, socket, head, (opened) => wss.emit('connection', opened, request));
    else socket.end(`HTTP/1.1 ${refusal}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
  };
  parts.server.on('upgrade', upgrade);
  let sweeping: Promise<void> | null = null;
  const recheck = () => {
    sweeping ??= Promise.all([sockets.sweep(), parts.hub.recheck()])
      .then(() => undefined)
      .catch((error: unknown) => parts.log.error({ err: error }, 'sockets not swept'))
      .finally(() => (sweeping = null));
  };
  const timer = setInterval(recheck, SWEEP_MILLISECONDS);
  timer.unref();
  return {
    load: sockets.load,
    recheck,
    async close(grace) {
      clearInterval(timer);
      parts.server.off('upgrade', upgrade);
      await closeAll(wss, grace);
    },
  };
}

/** Why an upgrade is refused, or null. Browsers always send an Origin; other clients need none. */
function refusalOf(request: IncomingMessage, parts: WebSocketParts): string | null {
  const { url, headers } = request;
  if (parts.admission.isBarred(addressOf(request, parts.proxyHops)))
    return '429 Too Many Requests\r\nretry-after: 1';
  if ((url ?? '').split('?')[0] !== GRAPH_PATH) return '404 Not Found';
  const { origin, host } = headers;
  if (origin === undefined || parts.allowedOrigins?.has(origin)) return null;
  const isOwn = URL.canParse(origin) && new URL(origin).host === host;
  return isOwn ? null : '403 Forbidden';
}

async function closeAll(wss: WebSocketServer, grace: number): Promise<void> {
  for (const socket of wss.clients) socket.close(CLOSE_RESTART, 'Service restart');
  const timer = setTimeout(() => wss.clients.forEach((socket) => socket.terminate()), grace);
  await new Promise<void>((resolve) => wss.close(() => resolve()));
  clearTimeout(timer);
}

type SocketContext = Context<Record<string, unknown>, SocketExtra>;

/** What graphql-ws asks: who connects, what is subscribed to, what a subscription answers. */
function gateOf(parts: WebSocketParts, sockets: Sockets) {
  return {
    async onConnect({ connectionParams, extra }: SocketContext): Promise<boolean> {
      const header = extra.request.headers.authorization;
      const token = bearerToken(connectionParams?.authorization ?? header);
      if (token === null || (await parts.authenticate(token)) === null) {
        parts.admission.stranger(addressOf(extra.request, parts.proxyHops));
        return false;
      }
      sockets.admit(extra.socket, token);
      return true;
    },
    async onSubscribe({ extra }: SocketContext, id: string, payload: SubscribePayload) {
      const requestId = randomUUID();
      if (!sockets.take(extra.socket)) return parts.executor.tell([tooMany()], requestId);
      const onEnd = once(() => sockets.release(extra.socket));
      try {
        const answer = await subscribe(parts, sockets, { extra, id, payload, requestId, onEnd });
        if (!isRefused(answer)) return answer;
        onEnd();
        return answer.errors;
      } catch (error) {
        onEnd();
        return parts.executor.tell([accident(error)], requestId);
      }
    },
    subscribe({ contextValue }: ExecutionArgs): Unsaid {
      const running = contextValue as Running;
      running.start();
      return running.unsaid;
    },
  };
}

interface Asked {
  readonly extra: SocketExtra;
  readonly id: string;
  readonly payload: SubscribePayload;
  readonly requestId: string;
  readonly onEnd: () => void;
}

async function subscribe(parts: WebSocketParts, sockets: Sockets, asked: Asked) {
  const { extra, id, payload, requestId, onEnd } = asked;
  const actor = await sockets.actorNow(extra.socket);
  const token = sockets.tokenOf(extra.socket);
  if (actor === null || token === null)
    return { errors: [requestError('UNAUTHENTICATED', 'The key has ended.')] };
  const locale = localeOf(extra.request.headers['accept-language']);
  const running = createRunning(onEnd);
  const outlet = outletOf(extra, id, token, running.finish);
  const answer = await openStream(parts, { actor, requestId, locale, payload }, outlet);
  if (isRefused(answer)) return answer;
  running.runs(answer.opened);
  const { schema, document } = answer.prepared;
  return { schema, document, operationName: payload.operationName, contextValue: running };
}

/** What graphql-ws is to send of a subscription: nothing, until it is over. */
interface Unsaid extends AsyncIterableIterator<ExecutionResult, void> {
  return(): Promise<IteratorReturnResult<void>>;
  throw(error: unknown): Promise<never>;
}

/** A subscription while it runs, as graphql-ws knows it. */
interface Running {
  /** Ends with the subscription, or ends it when graphql-ws leaves. */
  readonly unsaid: Unsaid;
  runs(opened: Opened): void;
  start(): void;
  /** Says that nothing more comes, so that graphql-ws says so too. */
  finish(): void;
}

/**
 * Results are written to the socket by the outlet, because many sockets are told the same text:
 * graphql-ws would make it anew for each of them.
 */
function createRunning(onEnd: () => void): Running {
  let opened: Opened | null = null;
  let finish: (result: IteratorReturnResult<void>) => void = () => undefined;
  const over = new Promise<IteratorReturnResult<void>>((resolve) => (finish = resolve));
  const end = (): Promise<IteratorReturnResult<void>> => {
    opened?.end();
    onEnd();
    finish({ done: true, value: undefined });
    return over;
  };
  const unsaid: Unsaid = {
    next: () => over,
    return: end,
    async throw(error) {
      await end();
      throw error;
    },
    [Symbol.asyncIterator]: () => unsaid,
  };
  return {
    unsaid,
    runs: (begun) => void (opened = begun),
    start: () => opened?.start(),
    finish: () => void end(),
  };
}

/** What messages of the protocol end with, whoever they go to. */
const endOf = madeOnce(({ text }) => `${text}}`);

/** Writes results as messages of the protocol, without waiting for the client. */
function outletOf(
  { socket, request }: SocketExtra,
  id: string,
  token: string,
  finish: () => void,
): Outlet {
  const head = Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`);
  return {
    token,
    next(letter) {
      if (socket.readyState === socket.OPEN) writeText(request.socket, head, endOf(letter));
    },
    waiting: () => socket.bufferedAmount,
    complete: finish,
    close: (code, reason) => socket.close(code, reason),
  };
}

const tooMany = () =>
  requestError('SUBSCRIPTION_LIMIT', 'This connection holds as many subscriptions as it may.');

const accident = (error: unknown): GraphQLError => {
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError('A subscription failed.', { originalError });
};

function once(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) work();
    isDone = true;
  };
}
