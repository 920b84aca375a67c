import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { GraphQLError, type ExecutionArgs } from 'graphql';
import type { Context, SubscribePayload } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import { REFUSED_COST, type Admission } from './admission.js';
import { addressOf, bearerToken, localeOf, type Authenticate } from './caller.js';
import { hashOf, type Documents } from './documents.js';
import type { Executor } from './executor.js';
import { GRAPH_PATH } from './http.js';
import type { Log } from './log.js';
import { isRefused, requestError } from './prepare.js';
import { speakProtocol, type SocketExtra } from './socket-protocol.js';
import {
  CLOSE_RESTART,
  createSockets,
  type SocketCaps,
  type SocketLoad,
  type Sockets,
} from './sockets.js';
import { subscribeTo, type ResultStream } from './subscription.js';
import { trustRefusal, type TrustedDocuments } from './trusted-documents.js';

export interface WebSocketParts {
  readonly server: Server;
  readonly documents: Documents;
  readonly executor: Executor;
  readonly admission: Admission;
  readonly proxyHops: number;
  readonly authenticate: Authenticate;
  readonly trustedDocuments: TrustedDocuments;
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
  const timer = setInterval(() => {
    sweeping ??= sockets
      .sweep()
      .catch((error: unknown) => parts.log.error({ err: error }, 'sockets not swept'))
      .finally(() => (sweeping = null));
  }, SWEEP_MILLISECONDS);
  timer.unref();
  return {
    load: sockets.load,
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
    async onSubscribe({ extra }: SocketContext, _id: string, payload: SubscribePayload) {
      const requestId = randomUUID();
      if (!sockets.take(extra.socket)) return parts.executor.tell([tooMany()], requestId);
      const onEnd = once(() => sockets.release(extra.socket));
      try {
        const answer = await subscribe(parts, sockets, { extra, payload, requestId, onEnd });
        if (!isRefused(answer)) return answer;
        onEnd();
        return answer.errors;
      } catch (error) {
        onEnd();
        return parts.executor.tell([accident(error)], requestId);
      }
    },
    // The source was opened above, so that what refuses it is told as an error of the operation.
    subscribe: ({ contextValue }: ExecutionArgs) => contextValue as ResultStream,
  };
}

interface Asked {
  readonly extra: SocketExtra;
  readonly payload: SubscribePayload;
  readonly requestId: string;
  readonly onEnd: () => void;
}

async function subscribe(parts: WebSocketParts, sockets: Sockets, asked: Asked) {
  const { extra, payload, requestId, onEnd } = asked;
  const actor = await sockets.actorNow(extra.socket);
  if (actor === null) return { errors: [requestError('UNAUTHENTICATED', 'The key has ended.')] };
  const text = await textOf(payload, parts.trustedDocuments);
  if (text === null) return { errors: parts.executor.tell([unknownDocument()], requestId) };
  const refused = await trustRefusal(actor.app, hashOf(text), parts.trustedDocuments);
  if (refused) return { errors: parts.executor.tell(refused.errors, requestId) };
  const locale = localeOf(extra.request.headers['accept-language']);
  const empty = parts.admission.refusal(actor.id, 1);
  if (empty) return { errors: parts.executor.tell([empty], requestId) };
  const answer = await subscribeTo(parts.executor, {
    caller: { actor, requestId, locale, app: actor.app, idempotencyKey: null },
    variables: payload.variables ?? {},
    prepare: ({ permissions }) =>
      parts.documents.prepareText(text, payload.operationName ?? null, permissions),
    actorNow: () => sockets.actorNow(extra.socket),
    onEnd,
  });
  if (isRefused(answer)) parts.admission.charge(actor.id, REFUSED_COST);
  return answer;
}

/** The text of the operation, or of the trusted document that it names. */
async function textOf(
  payload: SubscribePayload,
  trusted: TrustedDocuments,
): Promise<string | null> {
  const { documentId } = payload as { documentId?: unknown };
  if (typeof documentId === 'string') return trusted.textOf(documentId);
  return typeof payload.query === 'string' ? payload.query : null;
}

const unknownDocument = () =>
  requestError('DOCUMENT_NOT_FOUND', 'No trusted document has this id.');

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
