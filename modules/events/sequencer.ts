import { AsyncResource } from 'node:async_hooks';
import type { Database } from '../../prisma/database.js';
import { EVENTS_CHANNEL } from './queries.js';

export interface SequencerOptions {
  /** How often others' events are looked for on PostgreSQL; 250 when not said. */
  readonly pollMs?: number;
  /** How long it rests after a run, in milliseconds; 15 when not said. */
  readonly restMs?: number;
  /** Told of what went wrong; it is tried again by itself. */
  readonly onError?: (error: unknown) => void;
}

/** Gives committed events their positions, beside the writers and never in their way. */
export interface Sequencer {
  /** Says that something was committed. Answers at once; many wakes are one run. */
  wake(): void;
  /** Waits until every event that was committed before has its position. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const MOST_AT_ONCE = 5_000;
const POLL_MS = 250;
/** Another process gives positions now; its transaction is over in a few milliseconds. */
const BUSY_MS = 5;
/**
 * The first event after a silence goes at once. Where one follows the other they go together: a run
 * costs much the same for one event and for fifty, and so does what each run wakes.
 */
const REST_MS = 15;

/** A pause that can be cut short. */
function pausing() {
  let hurry: () => void = () => undefined;
  return {
    pause: (ms: number): Promise<void> =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        hurry = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    hurry: () => hurry(),
  };
}

/**
 * One run of the store's function: how many events got a position, and whether another was at it.
 */
async function sequence(database: Database): Promise<{ given: number; isBusy: boolean }> {
  const text = 'select "given", "isBusy" from sequence_events($1)';
  const { rows } = await database.query({ text, values: [MOST_AT_ONCE] });
  const [given, isBusy] = rows[0] as [number, boolean];
  // PostgreSQL tells every process itself, with the commit; the embedded one has but this process.
  if (given > 0 && database.kind === 'embedded') await database.notify(EVENTS_CHANNEL);
  return { given, isBusy };
}

/**
 * Starts giving positions: at once, after each wake, and on PostgreSQL also by polling, for events
 * of a process that ended between its commit and its wake.
 */
export function createSequencer(database: Database, options: SequencerOptions = {}): Sequencer {
  const { pollMs = POLL_MS, restMs = REST_MS, onError = () => undefined } = options;
  // Runs belong to nobody's request: they are started outside of whatever called for them.
  const outside = new AsyncResource('Sequencer');
  let running: Promise<void> | null = null;
  let isWoken = false;
  let isClosed = false;
  let retry: NodeJS.Timeout | null = null;
  let awaiting = 0;
  const { pause, hurry } = pausing();

  const mayRest = (): boolean => awaiting === 0 && !isClosed;

  async function run(): Promise<void> {
    while (isWoken && !isClosed) {
      isWoken = false;
      const { given, isBusy } = await sequence(database);
      if (isBusy || given === MOST_AT_ONCE) isWoken = true;
      if (isBusy) await pause(BUSY_MS);
      else if (given > 0 && given < MOST_AT_ONCE && mayRest()) await pause(restMs);
    }
  }
  async function runSafely(): Promise<void> {
    try {
      await run();
    } catch (error) {
      if (isClosed) return;
      onError(error);
      retry = setTimeout(wake, pollMs).unref();
    } finally {
      running = null;
    }
    if (isWoken && !retry) wake();
  }
  function wake(): void {
    retry = null;
    isWoken = true;
    if (!isClosed) running ??= outside.runInAsyncScope(runSafely);
  }

  const poll = database.kind === 'postgres' ? setInterval(wake, pollMs).unref() : null;
  wake();
  return {
    wake,
    async settled() {
      awaiting += 1;
      hurry();
      wake();
      while (running) await running;
      awaiting -= 1;
    },
    async close() {
      isClosed = true;
      hurry();
      if (poll) clearInterval(poll);
      if (retry) clearTimeout(retry);
      await running;
    },
  };
}
