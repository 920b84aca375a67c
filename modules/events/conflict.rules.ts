/**
 * What went wrong in a transaction, as far as it says whether trying again helps: a CONFLICT with
 * others, a RACE for a unique key (the second try sees who won), a lost CONNECTION, or a BUG.
 */
export type Failure = 'CONFLICT' | 'RACE' | 'CONNECTION' | 'BUG';

/** Serialization failure, deadlock, lock not available in time. */
const CONFLICTS = new Set(['40001', '40P01', '55P03']);
const RACES = new Set(['23505', '23P01']);
/** The server goes, or has no room for one more. */
const SERVER_GONE = new Set(['57P01', '57P02', '57P03', '53300']);
const SOCKET_ERRORS = new Set(['ECONNRESET', 'ECONNREFUSED', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND']);
/** The driver tells a lost connection by words alone. */
const LOST = /connection terminated|connection error|connection ended|client was closed/i;

const FIRST_DELAY_MS = 5;
const LONGEST_DELAY_MS = 250;
/** A unique key that is missed this often is no race. */
const RACE_ATTEMPTS = 3;

function codeOf(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : null;
}

/** Tells what kind of failure an error is, by PostgreSQL's code or the socket's. */
export function failureOf(error: unknown): Failure {
  const code = codeOf(error);
  if (code === null)
    return error instanceof Error && LOST.test(error.message) ? 'CONNECTION' : 'BUG';
  if (CONFLICTS.has(code)) return 'CONFLICT';
  if (RACES.has(code)) return 'RACE';
  const isLost = SERVER_GONE.has(code) || SOCKET_ERRORS.has(code) || code.startsWith('08');
  return isLost ? 'CONNECTION' : 'BUG';
}

/** Tells whether a lock was not had in time. */
export const isLockTimeout = (error: unknown): boolean => codeOf(error) === '55P03';

/** Whether the attempt of that number, 1 for the first, is worth another. */
export function isWorthAnother(failure: Failure, attempt: number): boolean {
  if (failure === 'BUG') return false;
  return failure !== 'RACE' || attempt < RACE_ATTEMPTS;
}

/**
 * How long to wait before the next attempt, in milliseconds: a part of a bound that doubles, so
 * that
 * those who met once do not meet again. `part` is from 0 to 1, drawn by the caller.
 */
export function delayAfter(attempt: number, part: number): number {
  return Math.min(FIRST_DELAY_MS * 2 ** (attempt - 1), LONGEST_DELAY_MS) * part;
}
