import type { IncomingMessage, ServerResponse } from 'node:http';
import { decodeCursor } from '../modules/events/index.js';
import type { Admission } from './admission.js';
import { bearerToken, localeOf, type Authenticate } from './caller.js';
import { CLOSE_FORBIDDEN, madeOnce, type Outlet } from './outlet.js';
import { isRefused, requestError, type Refused } from './prepare.js';
import { refusalText } from './program.js';
import { RequestRefused } from './request-body.js';
import { subscribe, type StreamDoorParts, type SubscribeRequest } from './stream-request.js';

export interface EventStreamParts extends StreamDoorParts {
  readonly authenticate: Authenticate;
  /** How many may be open at once in the process. */
  readonly maxStreams?: number;
}

/** A request that asks for an answer that goes on. */
export interface StreamRequest {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly requestId: string;
  readonly address: string;
  readonly search: URLSearchParams;
  readonly body: unknown;
}

/** Subscriptions over HTTP by server-sent events: one request, one stream. */
export interface EventStreams {
  /** Opens a stream, and answers when its head was sent. */
  answer(request: StreamRequest): Promise<void>;
  /** Ends all streams; their clients come back with the id of the last event. */
  close(): void;
}

const ALIVE_MILLISECONDS = 12_000;
const MAX_STREAMS = 10_000;

/**
 * Whether the client asks for a stream of events. Clients that take JSON as well, as urql says with
 * every query, are answered in JSON.
 */
export const asksForStream = ({ headers, method }: IncomingMessage): boolean => {
  const accepted = (headers.accept ?? '').split(',');
  const takes = (type: RegExp): boolean => accepted.some((one) => type.test(one));
  if (method !== 'GET' && method !== 'POST') return false;
  return takes(/^\s*text\/event-stream\b/i) && !takes(/^\s*application\/[a-z-]*\+?json\b/i);
};

export function createEventStreams(parts: EventStreamParts): EventStreams {
  const { maxStreams = MAX_STREAMS } = parts;
  const open = new Set<ServerResponse>();
  return {
    async answer({ request, response, requestId, address, search, body }) {
      if (open.size >= maxStreams)
        throw new RequestRefused(503, 'SUBSCRIPTION_LIMIT', 'As many streams are open as may be.');
      const token = bearerToken(request.headers.authorization);
      const actor = token === null ? null : await parts.authenticate(token);
      if (token === null || actor === null) throw strangerRefused(parts.admission, address);
      const outlet = outletOf(response, token);
      const cursor = request.headers['last-event-id'];
      const after = typeof cursor === 'string' && cursor !== '' ? decodeCursor(cursor) : undefined;
      const locale = localeOf(request.headers['accept-language']);
      const asked = { actor, requestId, locale, payload: payloadOf(search, body), after };
      const answered =
        after === null
          ? { errors: parts.executor.tell([notACursor()], requestId) }
          : await subscribe(parts, asked, outlet);
      if (response.destroyed) {
        if (!isRefused(answered)) answered.opened.end();
        return;
      }
      begin(response);
      if (isRefused(answered)) {
        refuse(outlet, answered);
        return;
      }
      open.add(response);
      const alive = setInterval(() => response.write(':\n\n'), ALIVE_MILLISECONDS).unref();
      response.once('close', () => {
        clearInterval(alive);
        open.delete(response);
        answered.opened.end();
      });
      answered.opened.start();
    },
    close() {
      for (const response of open) response.end();
    },
  };
}

function strangerRefused(admission: Admission, address: string): RequestRefused {
  const tried = admission.stranger(address);
  return tried
    ? new RequestRefused(429, 'RATE_LIMITED', tried.message)
    : new RequestRefused(401, 'UNAUTHENTICATED', 'A key is needed: Authorization: Bearer <key>.');
}

const notACursor = () => requestError('CURSOR_INVALID', 'This is not a cursor.');

function begin(response: ServerResponse): void {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  response.flushHeaders();
}

/** What refuses an operation is told as its result, because the answer is a stream already. */
function refuse(outlet: Outlet, refused: Refused): void {
  outlet.next({ text: refusalText(refused), cursor: null });
  outlet.complete();
}

const eventOf = madeOnce(({ text, cursor }) => {
  const id = cursor === null ? '' : `id: ${cursor}\n`;
  return `${id}event: next\ndata: ${text}\n\n`;
});

function outletOf(response: ServerResponse, token: string): Outlet {
  const outlet: Outlet = {
    token,
    next(letter) {
      if (!response.writableEnded) response.write(eventOf(letter));
    },
    waiting: () => response.writableLength,
    complete() {
      if (!response.writableEnded) response.end('event: complete\ndata:\n\n');
    },
    close(code, reason) {
      // Other ends are for the client to come back from: to it, the line was lost.
      if (code === CLOSE_FORBIDDEN) refuse(outlet, { errors: [requestError('FORBIDDEN', reason)] });
      else response.destroy();
    },
  };
  return outlet;
}

/** Of a GET the parameters, of a POST the body. */
function payloadOf(search: URLSearchParams, body: unknown): SubscribeRequest {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body;
  const variables = search.get('variables');
  return {
    query: search.get('query') ?? undefined,
    documentId: search.get('documentId') ?? undefined,
    operationName: search.get('operationName') ?? undefined,
    variables: variables === null ? undefined : parsed(variables),
  };
}

function parsed(variables: string): unknown {
  try {
    return JSON.parse(variables) as unknown;
  } catch {
    throw new RequestRefused(400, 'BAD_REQUEST', 'The variables are not JSON.');
  }
}
