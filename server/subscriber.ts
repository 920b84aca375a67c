import { setTimeout as sleep } from 'node:timers/promises';
import { encodeCursor, type LogCursor } from '../modules/events/index.js';
import type { Actor } from '../modules/kernel/index.js';
import { CLOSE_TOO_SLOW, type Outlet } from './outlet.js';
import type { Asked, Program } from './program.js';
import type { Group } from './stream-group.js';

/** One subscription of one connection, while it lasts. */
export interface Subscriber {
  readonly asked: Asked;
  readonly outlet: Outlet;
  /** What is told to it, for what its actor may now. */
  program: Program;
  actor: Actor;
  /** The place in the log that it was told up to. */
  reached: LogCursor;
  /** Where it is told what all of the group are told; null while it is told apart. */
  group: Group | null;
  isEnded: boolean;
  /** Counts how often its rights changed. */
  turn: number;
  /** Whether it lags behind because it does not read: it is then told only the newest of each document. */
  isSlow: boolean;
  /** Leaves a source that is no part of the log. */
  onEnd?: () => void;
  /** Takes a message of its group. */
  take(cursor: LogCursor, text: string, encoded: string): void;
  /** Takes a message that was made for it alone. */
  takeOwn(cursor: LogCursor | null, text: string): void;
}

/** What a connection that does not read may hold in memory; beyond it nothing is sent. */
const WAITING_MAX_BYTES = 256 * 1024;
const POLL_MS = 25;
/** How long a connection may read nothing. */
const STALLED_MS = 20_000;

interface SubscriberParts {
  readonly asked: Asked;
  readonly outlet: Outlet;
  readonly program: Program;
  readonly actor: Actor;
  /** Told once when it stops to read while it is in a group. */
  readonly onSlow: (subscriber: Subscriber) => void;
}

export function createSubscriber({ onSlow, ...parts }: SubscriberParts): Subscriber {
  const subscriber: Subscriber = {
    ...parts,
    reached: { position: 0, told: 0, snapshotTo: null },
    group: null,
    isEnded: false,
    turn: 0,
    isSlow: false,
    take(cursor, text, encoded) {
      if (isFull(subscriber)) {
        onSlow(subscriber);
        return;
      }
      subscriber.reached = cursor;
      subscriber.outlet.next(text, encoded);
    },
    takeOwn(cursor, text) {
      if (cursor !== null) subscriber.reached = cursor;
      subscriber.outlet.next(text, cursor === null ? null : encodeCursor(cursor));
    },
  };
  return subscriber;
}

const isFull = ({ outlet }: Subscriber): boolean => outlet.waiting() > WAITING_MAX_BYTES;

/**
 * Waits until there is room for more; false when the subscription has ended. Who reads nothing for
 * too long is closed with a code that says to come back with the cursor.
 */
export async function room(subscriber: Subscriber): Promise<boolean> {
  let least = subscriber.outlet.waiting();
  let since = Date.now();
  while (!subscriber.isEnded && isFull(subscriber)) {
    await sleep(POLL_MS, undefined, { ref: false });
    const waiting = subscriber.outlet.waiting();
    if (waiting < least) [least, since] = [waiting, Date.now()];
    if (Date.now() - since < STALLED_MS) continue;
    subscriber.isEnded = true;
    subscriber.outlet.close(CLOSE_TOO_SLOW, 'Too slow');
  }
  return !subscriber.isEnded;
}
