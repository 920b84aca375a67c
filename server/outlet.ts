/** Close codes that clients decide by: 1012 says come back with your cursor, 4403 says do not. */
export const CLOSE_RESTART = 1012;
export const CLOSE_FORBIDDEN = 4403;
export const CLOSE_TOO_SLOW = 4205;

/** Where one subscription's messages go: a socket, or an answer that is never finished. */
export interface Outlet {
  /** The key by which its holder is known; it is looked up again and again. */
  readonly token: string;
  /** Sends one result, given as JSON; the cursor goes beside it where the protocol has a place. */
  next(result: string, cursor: string | null): void;
  /** How many bytes were not taken yet. */
  readonly waiting: () => number;
  /** Says that nothing more comes. */
  complete(): void;
  /** Ends the connection, and with it all that it carries. */
  close(code: number, reason: string): void;
}
