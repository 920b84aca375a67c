/** What holds something for a while, oldest first. */
export interface Keeper {
  /** Forgets the oldest of what it holds. */
  dropOldest(): void;
}

/**
 * Where things are kept for a while for whoever asks for them again: by all keepers together at
 * most so much, and nothing for longer than so long.
 */
export interface Shelf {
  add(keeper: Keeper, bytes: number): void;
  /** Drops what is too old by now. */
  tidy(): void;
}

interface Kept {
  readonly keeper: Keeper;
  readonly bytes: number;
  readonly until: number;
}

const KEPT_BYTES = 32 * 1024 * 1024;
const KEPT_MS = 10_000;
/** The list is made anew when so many of its first are gone. */
const GONE_MAX = 1_024;

export function createShelf(mostBytes = KEPT_BYTES, keptMs = KEPT_MS): Shelf {
  let kept: Kept[] = [];
  let gone = 0;
  let bytes = 0;

  function drop(isOver: (oldest: Kept) => boolean): void {
    for (let oldest = kept[gone]; oldest && isOver(oldest); oldest = kept[gone]) {
      gone += 1;
      bytes -= oldest.bytes;
      oldest.keeper.dropOldest();
    }
    if (gone < GONE_MAX && gone < kept.length) return;
    kept = kept.slice(gone);
    gone = 0;
  }
  return {
    add(keeper, added) {
      bytes += added;
      kept.push({ keeper, bytes: added, until: Date.now() + keptMs });
      drop(() => bytes > mostBytes);
    },
    tidy() {
      const now = Date.now();
      drop(({ until }) => until <= now);
    },
  };
}
