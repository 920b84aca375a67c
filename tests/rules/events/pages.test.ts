import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LoggedEvent } from '../../../modules/events/index.js';
import { readPages } from '../../../modules/events/pages.js';

/** A log that grows and is purged from its beginning; it counts how often it is read. */
function log() {
  const count = { reads: 0 };
  let [oldest, latest] = [1, 0];
  return {
    count,
    grow: (by: number) => void (latest += by),
    purge: (by: number) => void (oldest = Math.min(oldest + by, latest + 1)),
    from: (after: number) => Math.max(after + 1, oldest),
    latest: () => latest,
    read(after: number, limit: number): Promise<LoggedEvent[]> {
      count.reads += 1;
      const events: LoggedEvent[] = [];
      for (let position = Math.max(after + 1, oldest); position <= latest; position += 1)
        if (events.push({ position } as LoggedEvent) === limit) break;
      return Promise.resolve(events);
    },
  };
}

describe('the pages of the log', () => {
  it('are read once for all who come back at about the same place', async () => {
    const store = log();
    store.grow(1_000);
    const page = readPages(store.read, 100);
    const pages = await Promise.all([250, 210, 299, 200].map((after) => page(after)));
    expect(pages.map((events) => [events[0]!.position, events.at(-1)!.position])).toEqual([
      [251, 300],
      [211, 300],
      [300, 300],
      [201, 300],
    ]);
    expect(store.count.reads).toBe(1);
  });

  it('are read again after a failure', async () => {
    const store = log();
    store.grow(10);
    let fails = true;
    const page = readPages((after, limit) => {
      if (!fails) return store.read(after, limit);
      fails = false;
      return Promise.reject(new Error('The line is cut.'));
    }, 4);
    await expect(page(0)).rejects.toThrow('The line is cut.');
    expect(await page(0)).toHaveLength(4);
  });

  it('answer what follows a position, however the log grows and is purged meanwhile', async () => {
    const step = fc.record({
      grow: fc.nat(9),
      purge: fc.integer({ min: 0, max: 3 }),
      asks: fc.array(fc.nat(120), { maxLength: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const store = log();
        const page = readPages(store.read, 7);
        for (const { grow, purge, asks } of steps) {
          store.grow(grow);
          store.purge(purge);
          for (const after of asks) {
            const positions = (await page(after)).map(({ position }) => position);
            const [first] = positions;
            // What was purged after it was read may still be told; nothing else is left out.
            if (first === undefined) expect(store.from(after)).toBeGreaterThan(store.latest());
            else expect(first).toBeLessThanOrEqual(store.from(after));
            if (first !== undefined) expect(first).toBeGreaterThan(after);
            positions.forEach((position, at) => expect(position).toBe(first! + at));
          }
        }
      }),
    );
  });
});
