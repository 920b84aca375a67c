import { createClient, type Client as Socket } from 'graphql-ws';
import WebSocket from 'ws';

/** A constructor of sockets, as browsers have it. */
export type SocketFactory = new (url: string, protocol: string) => unknown;

/** A text, or with an empty text the id of one that the server has registered. */
export interface SentDocument {
  readonly query: string;
  readonly documentId?: string;
}

interface SocketOptions {
  readonly url: string;
  readonly token: string;
  readonly webSocket?: SocketFactory | undefined;
}

/** A socket for many subscriptions: opened by the first of them, closed soon after the last. */
export function openSocket({ url, token, webSocket }: SocketOptions) {
  const socket: Socket = createClient({
    url: url.replace(/^http/, 'ws'),
    webSocketImpl: webSocket ?? WebSocket,
    connectionParams: { authorization: `Bearer ${token}` },
    // Reconnecting is done by whoever follows, because only it knows the last cursor.
    retryAttempts: 0,
    onNonLazyError: () => undefined,
    keepAlive: 15_000,
  });
  return {
    /** The results of one subscription while the socket stands. */
    results: (document: SentDocument, variables: Record<string, unknown>) =>
      socket.iterate({ ...document, variables }),
    close: async () => {
      await socket.dispose();
    },
  };
}

export type OpenSocket = ReturnType<typeof openSocket>;
