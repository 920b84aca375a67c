import { expect, it } from 'vitest';
import { runStreams } from '../chaos/streams/run.js';
import { onPostgres } from '../support/database.js';
import { testUrl } from '../support/prepared-database.js';

/** A busy machine starts servers slowly. */
const LONGEST_MS = 600_000;
const SUBSCRIBERS = 24;
const EVENTS = 400;

onPostgres('two nodes on one database, which are killed and drained in turn', () => {
  it(
    'tell whoever comes and goes every change once, in the order of the log',
    async () => {
      const report = await runStreams({
        ...{ seed: 7, url: testUrl(), say: () => undefined },
        ...{ subscribers: SUBSCRIBERS, reach: 4, longestStayMs: 2_000 },
        ...{ events: EVENTS, rate: 100, rows: 2, restarts: 4 },
      });
      expect(report.faults).toEqual([]);
      expect([report.kills, report.drains]).toEqual([2, 2]);
      // One follows all, the others a few customers each.
      expect(report.told).toBeGreaterThan(EVENTS * 2);
      expect(report.returns).toBeGreaterThan(SUBSCRIBERS * 2);
    },
    LONGEST_MS,
  );
});
