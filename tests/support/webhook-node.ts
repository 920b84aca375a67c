import { createLog } from '../../server/log.js';
import { startServer } from '../../server/serve.js';
import { readSettings } from '../../server/settings.js';

/**
 * A server whose webhooks are tried again in milliseconds, as a process of its own that can be
 * killed. Says `ready` when it serves.
 */
const server = await startServer({
  settings: readSettings(process.env),
  log: createLog('error'),
  webhookPace: {
    schedule: {
      ...{ firstDelayMs: 50, factor: 1.5, longestDelayMs: 1_000, windowMs: 3_600_000 },
      failuresToBreak: 50,
    },
    ...{ timeoutMs: 1_000, chainMs: 1_000, lostAfterMs: 4_000, sweepMs: 500 },
  },
});
process.on('SIGTERM', () => void server.close(0).then(() => process.exit(0)));
process.stdout.write('ready\n');
