/** Close codes that clients decide by: 1012 says come back with your cursor, 4403 says do not. */
export const CLOSE_RESTART = 1012;
export const CLOSE_FORBIDDEN = 4403;
export const CLOSE_TOO_SLOW = 4205;

/** A result as JSON, on its way to one or to many. */
export interface Letter {
  readonly text: string;
  /** Goes beside it where the protocol has a place. */
  readonly cursor: string | null;
}

/** What a protocol sends of a letter, made once however many it goes to. */
export function madeOnce(make: (letter: Letter) => string): (letter: Letter) => Buffer {
  const made = new WeakMap<Letter, Buffer>();
  return (letter) => {
    const known = made.get(letter);
    if (known) return known;
    const bytes = Buffer.from(make(letter));
    made.set(letter, bytes);
    return bytes;
  };
}

/** Where one subscription's messages go: a socket, or an answer that is never finished. */
export interface Outlet {
  /** The key by which its holder is known; it is looked up again and again. */
  readonly token: string;
  next(letter: Letter): void;
  /** How many bytes were not taken yet. */
  readonly waiting: () => number;
  /** Says that nothing more comes. */
  complete(): void;
  /** Ends the connection, and with it all that it carries. */
  close(code: number, reason: string): void;
}
