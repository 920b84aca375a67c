import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  brokenUntil,
  nextAttemptAt,
  retryAfterOf,
  retrySchedule as schedule,
} from '../../../modules/outbound/retry.rules.js';

const HOUR = 3_600_000;
const begun = new Date('2026-03-02T08:00:00Z');

describe('the retries of a delivery', () => {
  it('grow from seconds to hours and end within 72 hours', () => {
    let now = begun;
    const waits: number[] = [];
    for (let attempt = 1; ; attempt += 1) {
      const failed = { attempt, firstTriedAt: begun, now, random: 0.5, retryAfterMs: null };
      const next = nextAttemptAt(failed, schedule);
      if (next === null) break;
      waits.push(next.getTime() - now.getTime());
      now = next;
    }
    expect(waits.slice(0, 4)).toEqual([5_000, 15_000, 45_000, 135_000]);
    expect(Math.max(...waits)).toBe(6 * HOUR);
    expect(waits).toHaveLength(19);
    expect(now.getTime() - begun.getTime()).toBeGreaterThan(66 * HOUR);
  });

  it('wait a fifth more or less, and never beyond the window, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        fc.integer({ min: 0, max: 72 * HOUR }),
        fc.option(fc.integer({ min: 0, max: 1e12 })),
        (attempt, random, spent, retryAfterMs) => {
          const now = new Date(begun.getTime() + spent);
          const next = nextAttemptAt(
            { attempt, firstTriedAt: begun, now, random, retryAfterMs },
            schedule,
          );
          if (next === null) return;
          const wait = next.getTime() - now.getTime();
          expect(wait).toBeGreaterThanOrEqual(4_000);
          expect(wait).toBeLessThanOrEqual(7.2 * HOUR);
          expect(next.getTime()).toBeLessThanOrEqual(begun.getTime() + 72 * HOUR);
        },
      ),
    );
  });

  it('heed what the endpoint asks for', () => {
    const failed = { attempt: 1, firstTriedAt: begun, now: begun, random: 0, retryAfterMs: 90_000 };
    expect(nextAttemptAt(failed, schedule)).toEqual(new Date(begun.getTime() + 90_000));
    const long = nextAttemptAt({ ...failed, retryAfterMs: 1e12 }, schedule);
    expect(long).toEqual(new Date(begun.getTime() + 6 * HOUR));
  });
});

describe('an endpoint', () => {
  it('is left alone after ten failures in a row, and longer after each further one', () => {
    expect(brokenUntil(9, begun, 0.5, schedule)).toBeNull();
    const waits = [10, 11, 12].map(
      (failures) => brokenUntil(failures, begun, 0.5, schedule)!.getTime() - begun.getTime(),
    );
    expect(waits).toEqual([5_000, 15_000, 45_000]);
    expect(brokenUntil(1_000_000, begun, 0.5, schedule)).toEqual(
      new Date(begun.getTime() + 6 * HOUR),
    );
  });
});

describe('Retry-After', () => {
  it.each([
    [undefined, null],
    ['120', 120_000],
    ['Mon, 02 Mar 2026 08:01:00 GMT', 60_000],
    ['Mon, 02 Mar 2026 07:00:00 GMT', 0],
    ['soon', null],
    ['-5', null],
  ])('%s is %s', (header, expected) => {
    const asked = retryAfterOf(header, begun);
    if (header === '-5') expect(asked === null || asked >= 0).toBe(true);
    else expect(asked).toBe(expected);
  });
});
