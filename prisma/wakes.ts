import pg from 'pg';
import type { ClientConfig } from 'pg';

/** Wakes those who wait on a channel. A wake carries nothing: who is woken looks for itself. */
export interface Wakes {
  listen(channel: string, onWake: () => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** The listeners of one process by channel. */
export interface LocalWakes extends Wakes {
  wake(channel: string): void;
  wakeAll(): void;
  readonly channels: () => string[];
}

/** Wakes within this process; all there is on the embedded database. */
export function localWakes(): LocalWakes {
  const listeners = new Map<string, Set<() => void>>();
  const wake = (channel: string): void => listeners.get(channel)?.forEach((onWake) => onWake());
  return {
    wake,
    wakeAll: () => [...listeners.keys()].forEach(wake),
    channels: () => [...listeners.keys()],
    listen(channel, onWake) {
      const own = (): void => onWake();
      const set = listeners.get(channel) ?? new Set();
      listeners.set(channel, set.add(own));
      return Promise.resolve(() => {
        set.delete(own);
        if (set.size === 0) listeners.delete(channel);
        return Promise.resolve();
      });
    },
    close: () => {
      listeners.clear();
      return Promise.resolve();
    },
  };
}

const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 5_000;

/**
 * Wakes by PostgreSQL's LISTEN on one connection of their own, opened with the first listener.
 * When it is lost it comes back by itself and wakes everyone, because a wake may have been missed.
 */
export function postgresWakes(config: ClientConfig): Wakes {
  const local = localWakes();
  let client: Promise<pg.Client> | null = null;
  let isClosed = false;

  async function connect(): Promise<pg.Client> {
    const opened = new pg.Client(config);
    opened.on('error', () => undefined); // The end of the connection is what counts, below.
    opened.on('notification', ({ channel }) => local.wake(channel));
    await opened.connect();
    for (const channel of local.channels()) await opened.query(listenSql(opened, channel));
    opened.on('end', () => {
      client = null;
      if (!isClosed) retry(FIRST_RETRY_MS);
    });
    return opened;
  }
  function retry(afterMs: number): void {
    setTimeout(() => {
      if (isClosed || client) return;
      client = connect();
      client.then(local.wakeAll, () => {
        client = null;
        retry(Math.min(afterMs * 2, LAST_RETRY_MS));
      });
    }, afterMs).unref();
  }
  return {
    async listen(channel, onWake) {
      const stop = await local.listen(channel, onWake);
      try {
        client ??= connect();
        const listening = await client;
        await listening.query(listenSql(listening, channel));
        return stop;
      } catch (error) {
        client = null;
        await stop();
        throw error;
      }
    },
    async close() {
      isClosed = true;
      await local.close();
      await client?.then((opened) => opened.end()).catch(() => undefined);
    },
  };
}

const listenSql = (client: pg.Client, channel: string): string =>
  `listen ${client.escapeIdentifier(channel)}`;
