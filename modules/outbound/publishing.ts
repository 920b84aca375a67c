import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Database } from '../../prisma/database.js';
import type { Feed } from '../events/index.js';
import { advance, cursorOf } from './log-cursor.js';
import { openStream, type NatsOptions, type NatsStream } from './nats-stream.js';

export interface PublishingParts {
  readonly database: Database;
  readonly feed: Pick<Feed, 'events'>;
  readonly nats: NatsOptions;
  readonly onError: (error: unknown) => void;
}

export interface Publishing {
  /** Whether this process is the one that publishes. */
  readonly isElected: () => boolean;
  close(): Promise<void>;
}

const CURSOR = 'nats';
const PAGE = 200;
const IDLE_MS = 1_000;
/** An arbitrary number that says on the server what the lock is for. */
const LOCK = 7_201_517;

/**
 * Holds the one lock of all publishers on a connection of its own: it is free again when the
 * process ends, however it ends. The embedded database has one process, which needs none.
 */
async function elected(
  { database }: PublishingParts,
  whileElected: (isLost: () => boolean) => Promise<void>,
): Promise<void> {
  if (database.kind === 'embedded') return whileElected(() => false);
  let isLost = false;
  const client = new pg.Client(database.connection);
  client.on('error', () => (isLost = true));
  client.on('end', () => (isLost = true));
  await client.connect();
  try {
    const { rows } = await client.query<{ taken: boolean }>({
      text: 'select pg_try_advisory_lock($1) as taken',
      values: [LOCK],
    });
    if (rows[0]?.taken === true) await whileElected(() => isLost);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Publishes the next page. Where to begin, the stream itself says: what was published before a
 * crash is there, whatever the cursor could still be told. Answers whether there may be more.
 */
async function publishPage({ database, feed }: PublishingParts, stream: NatsStream) {
  const stored = await cursorOf(database, CURSOR);
  const from = Math.max(stored, stream.lastPosition());
  const events = await feed.events(from, PAGE);
  for (const event of events) stream.send(event);
  await stream.landed();
  const reached = events.at(-1)?.position ?? from;
  if (reached > stored)
    await database.session(async (session) => {
      await session.execute('begin');
      await advance(session, CURSOR, stored, reached);
      await session.execute('commit');
    });
  return events.length > 0;
}

/** Publishes the log to a JetStream stream, by one process of all, in order and without loss. */
export function startPublishing(parts: PublishingParts): Publishing {
  const { database, nats, onError } = parts;
  const ending = new AbortController();
  const isOver = (): boolean => ending.signal.aborted;
  let isElected = false;
  let wake: () => void = () => undefined;

  const news = async (): Promise<void> => {
    const waiting = new AbortController();
    wake = () => waiting.abort();
    const signal = AbortSignal.any([ending.signal, waiting.signal]);
    await sleep(IDLE_MS, undefined, { signal }).catch(() => undefined);
  };
  async function publish(isLost: () => boolean): Promise<void> {
    const stream = await openStream(nats);
    isElected = true;
    try {
      while (!isOver() && !isLost()) if (!(await publishPage(parts, stream))) await news();
    } finally {
      isElected = false;
      await stream.close();
    }
  }
  async function run(): Promise<void> {
    while (!isOver()) {
      await elected(parts, publish).catch((error: unknown) => {
        if (!isOver()) onError(error);
      });
      await news();
    }
  }
  const listening = database.listen('events', () => wake());
  listening.catch(onError);
  const running = run();
  return {
    isElected: () => isElected,
    async close() {
      ending.abort();
      await (
        await listening.catch(() => undefined)
      )?.();
      await running;
    },
  };
}
