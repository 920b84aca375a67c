import { setTimeout as sleep } from 'node:timers/promises';
import { delayAfter, failureOf, isWorthAnother } from './conflict.rules.js';
import { Busy } from './errors.js';
import { refusalsOf } from './refusal-store.js';

/**
 * Tries again, with jitter, what met others or lost its connection, until the deadline. Throws what
 * the last attempt failed with, and Busy when that were others.
 */
export async function tryAgain<T>(deadlineMs: number, attempt: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + deadlineMs;
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (refusalsOf(error)) throw error;
      const failure = failureOf(error);
      if (!isWorthAnother(failure, attempts)) throw error;
      const delay = delayAfter(attempts, Math.random());
      if (Date.now() + delay >= deadline) throw failure === 'CONFLICT' ? new Busy() : error;
      await sleep(delay);
    }
  }
}
