const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

/** How long, and how often, a delivery is tried. */
export interface RetrySchedule {
  readonly firstDelayMs: number;
  readonly factor: number;
  readonly longestDelayMs: number;
  /** After so long a delivery is given up. */
  readonly windowMs: number;
  /** So many failures in a row of an endpoint stop its deliveries for a while. */
  readonly failuresToBreak: number;
}

export const retrySchedule: RetrySchedule = {
  firstDelayMs: 5 * SECOND,
  factor: 3,
  longestDelayMs: 6 * HOUR,
  windowMs: 72 * HOUR,
  failuresToBreak: 10,
};

/** A delay that grows with each attempt, spread by up to a fifth either way. */
function delayAfter(attempt: number, random: number, schedule: RetrySchedule): number {
  const grown = schedule.firstDelayMs * schedule.factor ** Math.min(attempt - 1, 40);
  return Math.round(Math.min(grown, schedule.longestDelayMs) * (0.8 + 0.4 * random));
}

export interface Failed {
  /** 1 for the first attempt. */
  readonly attempt: number;
  readonly firstTriedAt: Date;
  readonly now: Date;
  /** From 0 up to 1. */
  readonly random: number;
  /** What the endpoint asked for by `Retry-After`. */
  readonly retryAfterMs: number | null;
}

/** When a delivery is tried again; null when its time is over. */
export function nextAttemptAt(failed: Failed, schedule: RetrySchedule): Date | null {
  const { attempt, firstTriedAt, now, random, retryAfterMs } = failed;
  const asked = Math.min(retryAfterMs ?? 0, schedule.longestDelayMs);
  const delay = Math.max(delayAfter(attempt, random, schedule), asked);
  const at = now.getTime() + delay;
  return at > firstTriedAt.getTime() + schedule.windowMs ? null : new Date(at);
}

/**
 * Until when an endpoint that failed so often is left alone; null while it may be tried. After
 * that, each further failure leaves it alone for longer, and one success ends it.
 */
export function brokenUntil(
  failuresInRow: number,
  now: Date,
  random: number,
  schedule: RetrySchedule,
): Date | null {
  const beyond = failuresInRow - schedule.failuresToBreak;
  if (beyond < 0) return null;
  return new Date(now.getTime() + delayAfter(beyond + 1, random, schedule));
}

/** What `Retry-After` asks for, in seconds or as a date; null when it says nothing of use. */
export function retryAfterOf(header: string | undefined, now: Date): number | null {
  if (header === undefined) return null;
  if (/^\d{1,9}$/.test(header)) return Number(header) * SECOND;
  const at = Date.parse(header);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
