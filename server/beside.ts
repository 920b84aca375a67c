import {
  startPublishing,
  startWebhooks,
  type Pace,
  type WebhooksParts,
} from '../modules/outbound/index.js';
import type { Database } from '../prisma/database.js';
import type { Transact } from '../modules/events/index.js';
import { startBulkRunner } from './bulk-runner.js';
import type { Doors } from './doors.js';
import type { Log } from './log.js';
import type { Metrics } from './metrics.js';
import type { Settings } from './settings.js';
import type { Traces } from './traces.js';

type FollowsLog = Pick<WebhooksParts, 'database' | 'feed' | 'clock' | 'onError'>;

interface BesideParts extends FollowsLog {
  readonly transact: Transact;
  readonly settings: Settings;
  readonly doors: Doors;
  readonly metrics: Metrics | null;
  readonly pace: Partial<Pace> | undefined;
  readonly log: Log;
}

/** What runs beside the doors: bulk operations, webhooks, the log on NATS, metrics. */
export interface Beside {
  readonly metricsUrl: string | null;
  close(): Promise<void>;
}

/** The stream and the subjects by which other systems know the log. */
const NATS_NAMES = { stream: 'THROUGHLINE', prefix: 'throughline' };

export async function openBeside(parts: BesideParts): Promise<Beside> {
  const { settings, doors, metrics, pace, log, database, feed, onError } = parts;
  const { natsUrl, metricsPort, host, webhookNetworks: allowed } = settings;
  const watched = await metrics?.open({ database, doors }, metricsPort ?? 0, host, log);
  const { render } = doors;
  const onAttempt = metrics?.onAttempt;
  const webhooks = startWebhooks({ ...parts, render, allowed, pace, onAttempt });
  const bulk = startBulkRunner({ ...parts, ...doors.inside });
  const nats = natsUrl === null ? null : { url: natsUrl, ...NATS_NAMES };
  const publishing = nats && startPublishing({ database, feed, nats, onError });
  return {
    metricsUrl: watched?.url ?? null,
    async close() {
      await watched?.close();
      await bulk.close();
      await webhooks.close();
      await publishing?.close();
    },
  };
}

/** Counting is loaded only where it is asked for. */
export async function metricsOf({ metricsPort }: Settings): Promise<Metrics | null> {
  if (metricsPort === null) return null;
  const { createMetrics } = await import('./metrics.js');
  return createMetrics();
}

/** Tracing is loaded only where it is asked for, and then told of what the databases are sent. */
export async function tracesOf(
  { tracesEndpoint: endpoint, serviceName }: Settings,
  log: Log,
  databases: readonly (Pick<Database, 'statements'> | null)[],
): Promise<Traces | undefined> {
  if (endpoint === null) return undefined;
  const { createTraces } = await import('./traces.js');
  const traces = createTraces({ endpoint, serviceName, log });
  const stops = databases.map((one) => one?.statements.watchedBy(traces.onStatement));
  const close = async () => {
    for (const stop of stops) stop?.();
    await traces.close();
  };
  return { ...traces, close };
}
