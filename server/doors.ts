import type { GraphQLSchema } from 'graphql';
import { createAdmission, type CostLimits } from './admission.js';
import type { Execution } from './prepare.js';
import type { BulkDoor } from './bulk-http.js';
import { callerOf, type Asking, type Authenticate } from './caller.js';
import { createDocuments, type Documents } from './documents.js';
import { createExecutor, type Executor, type ExecutorParts } from './executor.js';
import { createEventStreams } from './event-stream.js';
import { createGraphEndpoint } from './graph-endpoint.js';
import type { Render } from '../modules/outbound/index.js';
import type { Ready } from './health.js';
import { createHttp, drain, GRAPH_PATH, listen, type HttpParts } from './http.js';
import { createLiveSchema, type LiveSchema } from './live-schema.js';
import type { Log } from './log.js';
import { noTrustedDocuments, type TrustedDocuments } from './trusted-documents.js';
import { createPayloadCheck, createRender } from './stored-payload.js';
import { openWebSocket, type WebSocketDoor, type WebSocketParts } from './websocket.js';
import { createStreamHub } from './stream-hub.js';
import type { Patience } from './subscriber.js';
import type { Traces } from './traces.js';

export interface DoorsParts extends Omit<
  ExecutorParts,
  'report' | 'documents' | 'admission' | 'checkPayload'
> {
  readonly schema: GraphQLSchema;
  readonly authenticate: Authenticate;
  readonly ready: Ready;
  readonly log: Log;
  readonly host: string;
  readonly port: number;
  readonly execution?: Execution;
  readonly trustedDocuments?: TrustedDocuments;
  readonly requestTimeout?: number;
  readonly onRequest?: HttpParts['onRequest'];
  readonly traces?: Pick<Traces, 'request' | 'operation'> | undefined;
  readonly costLimits?: CostLimits;
  readonly proxyHops?: number;
  /** What is behind `/bulk/`; nothing when not given. */
  readonly bulk?: BulkDoor;
  /** Called when a fact may have changed what some key may do. */
  readonly forgetKeys?: () => void;
  /** After how many quiet milliseconds a subscription is told a heartbeat. */
  readonly heartbeatMs?: number;
  /** How much a subscriber may leave unread, and for how long. */
  readonly patience?: Patience;
  readonly sockets?: Pick<WebSocketParts, 'allowedOrigins' | 'caps' | 'initTimeout' | 'maxSockets'>;
}

/** The inside of the doors: documents are prepared and run as they are for a request. */
export interface Inside {
  readonly documents: Documents;
  readonly executor: Executor;
}

export interface Doors {
  /** Of the graph, over HTTP; sockets connect to the same path. */
  readonly url: string;
  readonly live: LiveSchema;
  /** What runs operations beside requests. */
  readonly inside: Inside;
  /** What the sockets hold now. */
  readonly load: WebSocketDoor['load'];
  /** What a stored query tells of a document. */
  readonly render: Render;
  /** Stops accepting, lets what is under way finish for at most `grace` milliseconds. */
  close(grace?: number): Promise<void>;
}

const CLOSE_GRACE_MILLISECONDS = 8000;

/** Opens HTTP and WebSocket on one port, over one executor. */
export async function openDoors(parts: DoorsParts): Promise<Doors> {
  const { authenticate, log, trustedDocuments = noTrustedDocuments } = parts;
  const live = createLiveSchema(parts.schema);
  const documents = createDocuments({
    schema: live.current,
    execution: parts.execution ?? 'compiled',
  });
  const report = (error: unknown, requestId: string) => {
    log.error({ err: error, requestId }, 'an operation failed');
  };
  const admission = createAdmission(parts.costLimits);
  const checkPayload = createPayloadCheck({ schema: live.current, documents });
  const executor = createExecutor({ ...parts, report, documents, admission, checkPayload });
  const hub = createStreamHub({
    ...{ executor, authenticate, log, feed: parts.feed },
    ...{ heartbeatMs: parts.heartbeatMs, patience: parts.patience },
    onRights() {
      parts.forgetKeys?.();
      door.recheck();
    },
  });
  const shared = { hub, documents, executor, admission, authenticate, trustedDocuments, log };
  const endpoint = await createGraphEndpoint(shared);
  const { bulk, ready, requestTimeout, onRequest, traces, proxyHops = 0 } = parts;
  const caller = (asking: Asking) => callerOf(asking, authenticate, admission);
  const streams = createEventStreams(shared);
  const http = {
    endpoint,
    streams,
    bulk,
    caller,
    ready,
    log,
    requestTimeout,
    onRequest,
    traces,
    proxyHops,
  };
  const server = createHttp(http);
  const door = openWebSocket({ ...shared, ...parts.sockets, server, proxyHops });
  const address = await listen(server, parts.port, parts.host);
  return {
    url: address + GRAPH_PATH,
    live,
    inside: { documents, executor },
    load: door.load,
    render: createRender({ schema: live.current, documents, executor }),
    async close(grace = CLOSE_GRACE_MILLISECONDS) {
      const drained = drain(server, grace);
      streams.close();
      await Promise.all([drained, door.close(grace)]);
      await hub.close();
      await endpoint.stop();
    },
  };
}
