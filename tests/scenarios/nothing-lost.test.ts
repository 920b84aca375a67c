import { rm } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { runChaos } from '../chaos/run.js';
import { onPostgres } from '../support/database.js';
import { testUrl } from '../support/prepared-database.js';

/** A minute where nothing else runs; a busy machine starts servers slowly. */
const LONGEST_MS = 600_000;

onPostgres('a server that is killed, and a line that is cut at commits, under load', () => {
  it(
    'loses nothing that was acknowledged, does nothing twice, and tells subscribers everything',
    async () => {
      const { report, folder } = await runChaos({
        ...{ seed: 5, serverKills: 5, databaseKills: 0, cuts: 5 },
        ...{ clients: 3, subscribers: 4, url: testUrl(), say: () => undefined },
      });
      expect(report.faults).toEqual([]);
      await rm(folder, { recursive: true, force: true });
      expect(report.struck.counts).toEqual({
        ...{ KILL_SERVER: 5, KILL_DATABASE: 0, CUT_BEFORE: 3, CUT_AFTER: 2 },
      });
      expect(report.load.orders).toBeGreaterThan(0);
      expect(report.load.trials).toBeGreaterThanOrEqual(report.load.verbsTried);
      expect(report.subscribers.told).toBeGreaterThan(0);
    },
    LONGEST_MS,
  );
});
