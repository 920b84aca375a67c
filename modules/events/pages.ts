import type { LoggedEvent } from './logged-event.js';

/** Reads up to `limit` events after a position. */
type ReadEvents = (after: number, limit: number) => Promise<readonly LoggedEvent[]>;

/** So many pages are kept: who comes back after an outage does so with many others. */
const PAGES_KEPT = 16;

/** The next page after a position; empty when there is none yet. */
export type Pages = (after: number) => Promise<readonly LoggedEvent[]>;

/**
 * Reads the log in pages that begin at fixed positions, each once for all who read it at about the
 * same time, wherever within it they go on.
 */
export function readPages(read: ReadEvents, size: number): Pages {
  const known = new Map<number, Promise<readonly LoggedEvent[]>>();

  function pageFrom(start: number): Promise<readonly LoggedEvent[]> {
    const page = known.get(start) ?? read(start, size);
    known.delete(start);
    known.set(start, page);
    page.catch(() => known.delete(start));
    for (const oldest of known.keys()) {
      if (known.size <= PAGES_KEPT) break;
      known.delete(oldest);
    }
    return page;
  }
  return async (after) => {
    const page = await pageFrom(after - (after % size));
    const rest = page.filter(({ position }) => position > after);
    // A page may have been read before its last events were there, or be purged to its end.
    return rest.length > 0 ? rest : read(after, size);
  };
}
