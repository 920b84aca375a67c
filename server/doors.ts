import type { GraphQLSchema } from 'graphql';
import type { Execution } from './prepare.js';
import type { Authenticate } from './caller.js';
import { createDocuments } from './documents.js';
import { createExecutor, type ExecutorParts } from './executor.js';
import { createEventStreams } from './event-stream.js';
import { createGraphEndpoint } from './graph-endpoint.js';
import type { Ready } from './health.js';
import { createHttp, drain, GRAPH_PATH, listen } from './http.js';
import { createLiveSchema, type LiveSchema } from './live-schema.js';
import type { Log } from './log.js';
import { createStreamHub } from './stream-hub.js';
import { openWebSocket, type WebSocketParts } from './websocket.js';

export interface DoorsParts extends Omit<ExecutorParts, 'report'> {
  readonly schema: GraphQLSchema;
  readonly authenticate: Authenticate;
  readonly ready: Ready;
  readonly log: Log;
  readonly host: string;
  readonly port: number;
  readonly execution?: Execution;
  readonly trustedDocuments?: ReadonlyMap<string, string>;
  readonly requestTimeout?: number;
  /** Called when a fact may have changed what some key may do. */
  readonly forgetKeys?: () => void;
  /** After how many quiet milliseconds a subscription is told a heartbeat. */
  readonly heartbeatMs?: number;
  readonly sockets?: Pick<WebSocketParts, 'allowedOrigins' | 'caps' | 'initTimeout' | 'maxSockets'>;
}

export interface Doors {
  /** Of the graph, over HTTP; sockets connect to the same path. */
  readonly url: string;
  readonly live: LiveSchema;
  /** Stops accepting, lets what is under way finish for at most `grace` milliseconds. */
  close(grace?: number): Promise<void>;
}

const CLOSE_GRACE_MILLISECONDS = 8000;

/** Opens HTTP and WebSocket on one port, over one executor. */
export async function openDoors(parts: DoorsParts): Promise<Doors> {
  const { authenticate, log, trustedDocuments = new Map<string, string>() } = parts;
  const live = createLiveSchema(parts.schema);
  const documents = createDocuments({
    schema: live.current,
    execution: parts.execution ?? 'compiled',
  });
  const report = (error: unknown, requestId: string) => {
    log.error({ err: error, requestId }, 'an operation failed');
  };
  const executor = createExecutor({ ...parts, report });
  const hub = createStreamHub({
    ...{ executor, authenticate, log, feed: parts.feed, heartbeatMs: parts.heartbeatMs },
    onRights() {
      parts.forgetKeys?.();
      door.recheck();
    },
  });
  const shared = { hub, documents, executor, authenticate, trustedDocuments, log };
  const endpoint = await createGraphEndpoint({ ...shared, live });
  const { ready, requestTimeout } = parts;
  const streams = createEventStreams(shared);
  const server = createHttp({ endpoint, streams, ready, log, requestTimeout });
  const door = openWebSocket({ ...shared, ...parts.sockets, server });
  const address = await listen(server, parts.port, parts.host);
  return {
    url: address + GRAPH_PATH,
    live,
    async close(grace = CLOSE_GRACE_MILLISECONDS) {
      const drained = drain(server, grace);
      streams.close();
      await Promise.all([drained, door.close(grace)]);
      await hub.close();
      await endpoint.stop();
    },
  };
}
