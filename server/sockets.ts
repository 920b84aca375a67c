import type { WebSocket } from 'ws';
import type { KeyHolder } from '../modules/auth/index.js';
import type { Authenticate } from './caller.js';
import { CLOSE_FORBIDDEN } from './outlet.js';

interface OpenSocket {
  token: string | null;
  subscriptions: number;
}

/** The sockets that are open: how many they carry, and whether their keys still open doors. */
export interface Sockets {
  readonly count: () => number;
  readonly load: () => SocketLoad;
  add(socket: WebSocket): void;
  /** Remembers the key a socket came with. */
  admit(socket: WebSocket, token: string): void;
  readonly tokenOf: (socket: WebSocket) => string | null;
  /** Counts a subscription in; false when the socket or the process holds as many as it may. */
  take(socket: WebSocket): boolean;
  release(socket: WebSocket): void;
  /** The actor of the socket's key as known now; closes the socket when there is none any more. */
  actorNow(socket: WebSocket): Promise<KeyHolder | null>;
  /** Closes sockets whose key has ended. */
  sweep(): Promise<void>;
}

/** What the sockets hold now. */
export interface SocketLoad {
  readonly sockets: number;
  readonly subscriptions: number;
  /** What was sent and not read yet. */
  readonly bufferedBytes: number;
}

export interface SocketCaps {
  readonly perSocket: number;
  readonly perProcess: number;
}

export function createSockets(authenticate: Authenticate, caps: SocketCaps): Sockets {
  const open = new Map<WebSocket, OpenSocket>();
  /** Thousands of sockets may share a key: each key is asked for once. */
  const byToken = new Map<string, Set<WebSocket>>();
  let subscriptions = 0;
  const forget = (socket: WebSocket) => {
    const { subscriptions: ended = 0, token = null } = open.get(socket) ?? {};
    subscriptions -= ended;
    open.delete(socket);
    const others = token === null ? undefined : byToken.get(token);
    if (others?.delete(socket) && others.size === 0) byToken.delete(token!);
  };
  const actorNow: Sockets['actorNow'] = async (socket) => {
    const token = open.get(socket)?.token ?? null;
    const actor = token === null ? null : await authenticate(token);
    if (actor === null) socket.close(CLOSE_FORBIDDEN, 'Forbidden');
    return actor;
  };
  return {
    count: () => open.size,
    load: () => ({
      sockets: open.size,
      subscriptions,
      bufferedBytes: [...open.keys()].reduce((sum, one) => sum + one.bufferedAmount, 0),
    }),
    add(socket) {
      open.set(socket, { token: null, subscriptions: 0 });
      socket.once('close', () => forget(socket));
    },
    admit(socket, token) {
      const known = open.get(socket);
      if (!known) return;
      known.token = token;
      byToken.set(token, (byToken.get(token) ?? new Set()).add(socket));
    },
    tokenOf: (socket) => open.get(socket)?.token ?? null,
    take(socket) {
      const known = open.get(socket);
      if (!known || known.subscriptions >= caps.perSocket) return false;
      if (subscriptions >= caps.perProcess) return false;
      known.subscriptions += 1;
      subscriptions += 1;
      return true;
    },
    release(socket) {
      const known = open.get(socket);
      if (!known || known.subscriptions === 0) return;
      known.subscriptions -= 1;
      subscriptions -= 1;
    },
    actorNow,
    async sweep() {
      for (const [token, sockets] of [...byToken])
        if ((await authenticate(token)) === null)
          for (const socket of [...sockets]) socket.close(CLOSE_FORBIDDEN, 'Forbidden');
    },
  };
}
