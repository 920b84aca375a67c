import { setTimeout as sleep } from 'node:timers/promises';
import { encodeCursor, type LogCursor } from '../modules/events/index.js';
import type { Actor } from '../modules/kernel/index.js';
import { CLOSE_TOO_SLOW, type Letter, type Outlet } from './outlet.js';
import type { Asked, Program } from './program.js';
import type { Group } from './stream-group.js';
import type { Held } from './stream-rights.js';

/** How much a connection may leave unread, and for how long. */
export interface Patience {
  /** What waits for it in memory; beyond it nothing is sent. */
  readonly waitingBytes: number;
  /** How long it may take nothing while more is to be told, in milliseconds. */
  readonly stalledMs: number;
}

export const PATIENCE: Patience = { waitingBytes: 128 * 1024, stalledMs: 20_000 };

/** One subscription of one connection, while it lasts. */
export interface Subscriber {
  readonly asked: Asked;
  readonly outlet: Outlet;
  readonly patience: Patience;
  /** The key that it came with. */
  readonly held: Held;
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
  /** Whether it lags behind because it does not read: it is then told only the newest of each node. */
  isSlow: boolean;
  /** Leaves a source that is no part of the log. */
  onEnd?: () => void;
  /** Takes a message of its group. */
  take(cursor: LogCursor, letter: Letter): void;
  /** Takes a message that was made for it alone. */
  takeOwn(cursor: LogCursor | null, text: string): void;
}

interface SubscriberParts {
  readonly asked: Asked;
  readonly outlet: Outlet;
  readonly patience: Patience;
  readonly held: Held;
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
    take(cursor, letter) {
      if (isFull(subscriber)) {
        onSlow(subscriber);
        return;
      }
      subscriber.reached = cursor;
      subscriber.outlet.next(letter);
    },
    takeOwn(cursor, text) {
      if (cursor !== null) subscriber.reached = cursor;
      subscriber.outlet.next({ text, cursor: cursor && encodeCursor(cursor) });
    },
  };
  return subscriber;
}

/** Whether as much waits for it as may: what is sent to it now would wait too. */
export const isFull = ({ outlet, patience }: Subscriber): boolean =>
  outlet.waiting() > patience.waitingBytes;

const SHORTEST_MS = 10;
/** Thousands may stand still at once, and each of them is looked at. */
const LONGEST_MS = 400;

/**
 * Waits until there is room for more; false when the subscription has ended. Who reads nothing for
 * too long is closed with a code that says to come back with the cursor.
 */
export async function room(subscriber: Subscriber): Promise<boolean> {
  const { outlet, patience } = subscriber;
  let least = outlet.waiting();
  let since = Date.now();
  for (let pause = SHORTEST_MS; !subscriber.isEnded && isFull(subscriber);) {
    await sleep(pause, undefined, { ref: false });
    pause = Math.min(pause * 2, LONGEST_MS);
    const waiting = outlet.waiting();
    if (waiting < least) [least, since] = [waiting, Date.now()];
    if (Date.now() - since < patience.stalledMs) continue;
    subscriber.isEnded = true;
    outlet.close(CLOSE_TOO_SLOW, 'Too slow');
  }
  return !subscriber.isEnded;
}
