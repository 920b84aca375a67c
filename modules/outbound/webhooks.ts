import { AsyncResource } from 'node:async_hooks';
import type { Database } from '../../prisma/database.js';
import type { Feed } from '../events/index.js';
import type { AllowedNetworks } from './address.rules.js';
import { chainWork, type DeliveringParts, type Render } from './delivering.js';
import { purgeDeliveries } from './delivery-store.js';
import { dispatch, liveEndpoints, replayPage, skipAhead } from './dispatching.js';
import { createJobQueue } from './job-queue.js';
import { retrySchedule, type RetrySchedule } from './retry.rules.js';
import { createSender } from './sending.js';

export interface WebhooksParts {
  readonly database: Database;
  readonly feed: Feed;
  readonly render: Render;
  readonly clock: () => Date;
  /** Networks that may be reached although they are not public. */
  readonly allowed: AllowedNetworks;
  readonly onError: (error: unknown) => void;
  readonly onAttempt?: DeliveringParts['onAttempt'];
  readonly pace?: Partial<Pace>;
}

/** How fast all goes; a proof goes faster than a business. */
export interface Pace {
  readonly schedule: RetrySchedule;
  readonly concurrency: number;
  /** For one attempt. */
  readonly timeoutMs: number;
  /** For one turn of a chain. */
  readonly chainMs: number;
  /** A job that is held for so long was lost with its process. */
  readonly lostAfterMs: number;
  /** How often jobs are looked for that nobody was told of, or whose time has come. */
  readonly pollMs: number;
  /** How often lost jobs, and endpoints that were set up by another process, are looked for. */
  readonly sweepMs: number;
}

const usual: Pace = {
  schedule: retrySchedule,
  concurrency: 8,
  timeoutMs: 10_000,
  chainMs: 15_000,
  lostAfterMs: 60_000,
  pollMs: 1_000,
  sweepMs: 15_000,
};

export interface Webhooks {
  close(): Promise<void>;
}

const HOUR_MS = 3_600_000;
/** For how long history is kept. */
const KEPT_MS = 30 * 24 * HOUR_MS;

/** Sends facts to endpoints: follows the log, makes deliveries of it, and works on them. */
export function startWebhooks(parts: WebhooksParts): Webhooks {
  const { database, feed, clock, allowed, onError } = parts;
  const pace = { ...usual, ...parts.pace };
  const { concurrency, lostAfterMs, pollMs, timeoutMs, sweepMs } = pace;
  const queue = createJobQueue(database, { concurrency, lostAfterMs, pollMs, onError });
  const sender = createSender({ allowed, timeoutMs });
  const following = { database, feed, queue, clock };
  let isClosed = false;
  const { schedule, chainMs } = pace;
  const onAttempt = parts.onAttempt ?? (() => undefined);
  const work = chainWork(
    { database, render: parts.render, sender, clock, schedule, chainMs, onAttempt },
    () => isClosed,
  );

  /** One round: whatever the log says since the last one becomes deliveries. */
  async function follow(isSweep: boolean): Promise<void> {
    const endpoints = await liveEndpoints(database);
    if (endpoints.length === 0) {
      if (isSweep) await skipAhead(following);
      return;
    }
    await queue.start(work);
    if (isSweep) await queue.freeLost();
    while (!isClosed && (await dispatch(following)));
    while (!isClosed && (await replayPage(following)));
  }
  const rounds = oneAtATime(follow, onError);
  const swept = setInterval(() => rounds.ask(true), sweepMs).unref();
  const purge = () =>
    void purgeDeliveries(database, new Date(clock().getTime() - KEPT_MS)).catch(onError);
  const purged = setInterval(purge, HOUR_MS).unref();
  const listening = database.listen('events', () => rounds.ask(false));
  listening.catch(onError);
  rounds.ask(true);
  return {
    async close() {
      isClosed = true;
      clearInterval(swept);
      clearInterval(purged);
      await (
        await listening.catch(() => undefined)
      )?.();
      await rounds.over();
      await queue.stop();
      sender.close();
    },
  };
}

/** Runs rounds one after the other: asked for during one, another follows it. */
function oneAtATime(round: (isSweep: boolean) => Promise<void>, onError: (e: unknown) => void) {
  // Rounds belong to nobody's request: they run outside of whatever asked for them.
  const outside = new AsyncResource('Webhooks');
  let asked: { isSweep: boolean } | null = null;
  let running: Promise<void> | null = null;
  let isOver = false;

  async function run(): Promise<void> {
    while (asked !== null && !isOver) {
      const { isSweep } = asked;
      asked = null;
      await round(isSweep).catch((error: unknown) => {
        if (!isOver) onError(error);
      });
    }
  }
  return {
    ask(isSweep: boolean): void {
      asked = { isSweep: isSweep || asked?.isSweep === true };
      running ??= outside.runInAsyncScope(run).finally(() => (running = null));
    },
    async over(): Promise<void> {
      isOver = true;
      await running;
    },
  };
}
