import type { LoggedEvent } from './logged-event.js';

/** The newest events of the log, without a gap, for all who follow it. */
export interface Ring {
  /** The position of the newest event, or where the ring was started. */
  readonly last: number;
  /** Adds what follows the newest; the oldest beyond the size are forgotten. */
  push(events: readonly LoggedEvent[]): void;
  /** The events after a position; null when the ring does not reach back so far. */
  after(position: number): readonly LoggedEvent[] | null;
}

/** A ring that starts after a position. It holds at least `size` events, at most twice as many. */
export function createRing(startsAfter: number, size: number): Ring {
  let events: LoggedEvent[] = [];
  let beforeFirst = startsAfter;
  let last = startsAfter;

  /** The place of the first event after a position, by halving: purged positions leave holes. */
  function placeAfter(position: number): number {
    let [low, high] = [0, events.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const found = events[middle]?.position ?? Infinity;
      if (found <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  return {
    get last() {
      return last;
    },
    push(added) {
      const newest = added.at(-1);
      if (!newest) return;
      events.push(...added);
      last = newest.position;
      if (events.length <= size * 2) return;
      beforeFirst = events.at(-size - 1)?.position ?? beforeFirst;
      events = events.slice(-size);
    },
    after: (position) => (position < beforeFirst ? null : events.slice(placeAfter(position))),
  };
}
