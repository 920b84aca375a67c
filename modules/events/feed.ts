import { AsyncResource } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../prisma/database.js';
import type { Feed, FollowOptions, LoggedEvent } from './logged-event.js';
import { readPages } from './pages.js';
import { EVENTS_CHANNEL, eventsAfter, latestPosition, positionBounds } from './queries.js';
import { createRing, type Ring } from './ring.js';

export interface FeedOptions {
  /** How many of the newest events are kept for all followers; 2,048 when not said. */
  readonly ringSize?: number;
  readonly onError?: (error: unknown) => void;
}

const RING_SIZE = 2_048;
const PAGE = 500;
const RETRY_MS = 250;

/** What the followers share: the newest events, and the moment at which there are newer ones. */
interface Head {
  readonly ring: Ring;
  /** Resolves with the next events, or when the feed closes. */
  next(): Promise<void>;
}

interface Watch {
  /** Starts with the first who follows. */
  head(): Promise<Head>;
  /** The newest events, once somebody has followed. */
  readonly ring: () => Ring | null;
  readonly isClosed: () => boolean;
  close(): Promise<void>;
}

/** Reads each new event once for all followers, woken by the sequencer of any process. */
function watch(database: Database, { ringSize = RING_SIZE, onError }: FeedOptions): Watch {
  const outside = new AsyncResource('Feed');
  let isClosed = false;
  let isWoken = false;
  let reading: Promise<void> | null = null;
  let started: Promise<Head> | null = null;
  let newest: Ring | null = null;
  let stopListening: () => Promise<void> = () => Promise.resolve();
  let announce: () => void = () => undefined;
  let news = new Promise<void>((resolve) => (announce = resolve));

  function tell(): void {
    announce();
    news = new Promise<void>((resolve) => (announce = resolve));
  }
  async function readInto(ring: Ring): Promise<void> {
    while (isWoken && !isClosed) {
      isWoken = false;
      const events = await eventsAfter(database.db, ring.last, PAGE);
      if (events.length === 0) continue;
      ring.push(events);
      if (events.length === PAGE) isWoken = true;
      tell();
    }
  }
  async function readSafely(ring: Ring): Promise<void> {
    try {
      await readInto(ring);
    } catch (error) {
      if (!isClosed) onError?.(error);
      await sleep(RETRY_MS, undefined, { ref: false });
      isWoken = true;
    } finally {
      reading = null;
    }
    if (isWoken && !isClosed) wake(ring);
  }
  function wake(ring: Ring | null): void {
    isWoken = true;
    if (ring && !isClosed) reading ??= outside.runInAsyncScope(readSafely, null, ring);
  }
  async function start(): Promise<Head> {
    // Listening comes first: what is sequenced while the bounds are read wakes the reading.
    stopListening = await database.listen(EVENTS_CHANNEL, () => wake(newest));
    // It reaches back as far as if it had always been there, for who followed another process.
    const { oldest, latest } = await positionBounds(database.db);
    const ring = createRing(Math.max(latest - ringSize, oldest - 1), ringSize);
    newest = ring;
    wake(ring);
    return { ring, next: () => (isClosed ? Promise.resolve() : news) };
  }
  return {
    isClosed: () => isClosed,
    ring: () => newest,
    head() {
      started ??= outside.runInAsyncScope(start).catch((error: unknown) => {
        started = null;
        throw error;
      });
      return started;
    },
    async close() {
      isClosed = true;
      tell();
      await started?.catch(() => undefined);
      await stopListening();
      await reading;
    },
  };
}

/** Resolves when there is more to read, or when the signal says that nobody wants it. */
function newsOrEnd(news: Promise<void>, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      signal.removeEventListener('abort', done);
      resolve();
    };
    signal.addEventListener('abort', done);
    void news.then(done);
  });
}

/**
 * Makes the feed. Followers hold no queue of their own, only the position they have reached: what
 * the shared ring has forgotten is read again from the store, so a slow one costs nobody anything,
 * and history and presence are the same walk along the positions.
 */
export function createFeed(database: Database, options: FeedOptions = {}): Feed {
  const watching = watch(database, options);
  const older = readPages((after, limit) => eventsAfter(database.db, after, limit), PAGE);

  async function page(position: number): Promise<readonly LoggedEvent[]> {
    const { ring } = await watching.head();
    return ring.after(position)?.slice(0, PAGE) ?? older(position);
  }

  async function* pages(
    from: number,
    signal: AbortSignal,
  ): AsyncGenerator<readonly LoggedEvent[], void, void> {
    const head = await watching.head();
    let position = from;
    while (!signal.aborted && !watching.isClosed()) {
      // Asked for before looking, so that what comes in between is not slept through.
      const news = head.next();
      const events = await page(position);
      position = events.at(-1)?.position ?? position;
      if (events.length > 0) yield events;
      if (position >= head.ring.last) await newsOrEnd(news, signal);
    }
  }

  async function* walk(
    from: Promise<number>,
    match: FollowOptions['match'],
    signal: AbortSignal,
  ): AsyncGenerator<LoggedEvent, void, void> {
    for await (const events of pages(await from, signal)) {
      for (const event of events) {
        if (signal.aborted || watching.isClosed()) return;
        if (match(event)) yield event;
      }
    }
  }

  return {
    follow({ after, match, signal }) {
      const from = Promise.resolve(after ?? latestPosition(database.db));
      return following(from, signal, (start, ended) => walk(start, match, ended));
    },
    pages,
    page,
    between(from, to) {
      const ring = watching.ring();
      if (ring === null || from > to || ring.last < to) return null;
      return ring.after(from)?.filter(({ position }) => position <= to) ?? null;
    },
    latest: () => latestPosition(database.db),
    bounds: () => positionBounds(database.db),
    events: (after, limit) => eventsAfter(database.db, after, limit),
    close: () => watching.close(),
  };
}

/** A walk that can be left while it waits for the next event, by its signal or by `return`. */
function following(
  from: Promise<number>,
  signal: AbortSignal | undefined,
  walk: (from: Promise<number>, ended: AbortSignal) => AsyncGenerator<LoggedEvent, void, void>,
): AsyncIterableIterator<LoggedEvent> {
  from.catch(() => undefined); // Whoever asks for the first event is told.
  const ended = new AbortController();
  const events = walk(from, signal ? AbortSignal.any([signal, ended.signal]) : ended.signal);
  return {
    next: () => events.next(),
    return() {
      ended.abort();
      return events.return();
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
