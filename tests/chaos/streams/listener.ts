import { setTimeout as sleep } from 'node:timers/promises';
import WebSocket from 'ws';
import { createClient, type Operation } from '../../../clients/typescript/client.js';
import { decodeCursor, encodeCursor } from '../../../modules/events/index.js';
import type { AnyMessage } from '../../support/following.js';

/** Somebody who hears of customers from any node that serves, and comes and goes. */
export interface Listener {
  /** The places in the log that he was told of, as they came; not a number for anything else. */
  readonly heard: readonly number[];
  /** How often he went and came back. */
  readonly returns: number;
  stop(): Promise<void>;
}

export interface ListenerOptions {
  readonly urls: readonly string[];
  readonly apiKey: string;
  /** The customer that he follows; all of them when null. */
  readonly code: string | null;
  readonly draw: () => number;
  readonly longestStayMs: number;
}

const TEXT = `subscription ($where: CustomerWhere, $after: String) {
  told: customerChanged(where: $where, after: $after) {
    cursor kind changedFields deletedId node { id code name version } } }`;
const operation = { toString: () => TEXT } as Operation<{ told: AnyMessage }, object>;

const SHORTEST_STAY_MS = 100;
const PAUSE_MS = 50;

/** Sockets of one client, the last of which can be torn off as a line that breaks is. */
function tearable() {
  const opened: WebSocket[] = [];
  class Tearable extends WebSocket {
    constructor(url: string, protocol: string) {
      super(url, protocol);
      opened.push(this);
    }
  }
  return { webSocket: Tearable, tear: () => opened.at(-1)?.terminate() };
}

export function openListener(options: ListenerOptions): Listener {
  const { urls, apiKey, code, draw, longestStayMs } = options;
  const where = code === null ? null : { code: { eq: code } };
  const heard: number[] = [];
  let after = encodeCursor({ position: 0, told: 0, snapshotTo: null });
  let returns = 0;
  const stopping = new AbortController();
  const isOver = () => stopping.signal.aborted;

  /** Half of them say that they go; the line of the others breaks. */
  async function stay(url: string): Promise<void> {
    const { webSocket, tear } = tearable();
    const client = createClient({ url, token: apiKey, webSocket });
    const leaving = new AbortController();
    const leave = () => leaving.abort();
    const isTorn = draw() < 0.5;
    const going = setTimeout(isTorn ? tear : leave, SHORTEST_STAY_MS + draw() * longestStayMs);
    stopping.signal.addEventListener('abort', leave);
    try {
      const following = { signal: leaving.signal, onLost: leave };
      for await (const { told } of client.subscribe(operation, { where, after }, following)) {
        if (told.kind === 'DELTA') heard.push(decodeCursor(told.cursor)!.position);
        else if (told.kind !== 'HEARTBEAT') heard.push(NaN);
        after = told.cursor;
      }
    } finally {
      clearTimeout(going);
      stopping.signal.removeEventListener('abort', leave);
      await client.close();
    }
  }
  const listening = (async () => {
    let node = Math.floor(draw() * urls.length);
    while (!isOver()) {
      // Whoever was lost or refused asks the next node, as he does who goes for a while.
      await stay(urls[node++ % urls.length]!).catch(() => undefined);
      if (!isOver()) returns += 1;
      await sleep(PAUSE_MS * (1 + draw()));
    }
  })();
  return {
    heard,
    get returns() {
      return returns;
    },
    async stop() {
      stopping.abort();
      await listening;
    },
  };
}
