import { setTimeout as sleep } from 'node:timers/promises';
import type { Cut, TcpProxy } from '../support/tcp-proxy.js';
import type { OwnPostgres } from './own-postgres.js';
import type { Blow, Plan } from './plan.js';
import type { Server } from './processes.js';

/** What can be struck. */
export interface Targets {
  readonly server: Server;
  readonly proxy: TcpProxy;
  /** Null where the database is somebody else's and may not be killed. */
  readonly postgres: OwnPostgres | null;
}

/** How often what was struck, and how long it took to serve again. */
export interface Struck {
  readonly counts: Record<Blow, number>;
  readonly recoveriesMs: { readonly server: number[]; readonly database: number[] };
}

const CUT_MS = 20_000;

/** Cuts the line of the next commit, and waits until one has met the cut. */
async function cut({ proxy }: Targets, when: Cut): Promise<void> {
  const before = proxy.cuts[when];
  proxy.cutAtCommit(when);
  const deadline = Date.now() + CUT_MS;
  while (proxy.cuts[when] === before) {
    if (Date.now() > deadline) throw new Error('Nobody commits, so nothing can be cut.');
    await sleep(2);
  }
}

async function timed(list: number[], work: Promise<void>): Promise<void> {
  const began = performance.now();
  await work;
  list.push(Math.round(performance.now() - began));
}

async function strike(targets: Targets, blow: Blow, { recoveriesMs }: Struck): Promise<void> {
  const { server, postgres } = targets;
  if (blow === 'CUT_BEFORE') return cut(targets, 'BEFORE');
  if (blow === 'CUT_AFTER') return cut(targets, 'AFTER');
  if (blow === 'KILL_SERVER') return timed(recoveriesMs.server, server.crash());
  if (!postgres) throw new Error('This database is not ours to kill.');
  return timed(
    recoveriesMs.database,
    postgres.crash().then(() => server.ready()),
  );
}

const WORK_MS = 20_000;

/** Waits until so many requests more were acknowledged, or for as long as that may take. */
async function worked(acknowledged: () => number, more: number): Promise<void> {
  const goal = acknowledged() + more;
  const deadline = Date.now() + WORK_MS;
  while (acknowledged() < goal && Date.now() < deadline) await sleep(10);
}

export interface Watching {
  /** How many requests were acknowledged so far. */
  readonly acknowledged: () => number;
  readonly onBlow: (number: number, blow: Blow) => void;
}

/** Strikes by the plan, one blow after the other, each on a product that serves. */
export async function strikeAll(
  targets: Targets,
  plan: Plan,
  { acknowledged, onBlow }: Watching,
): Promise<Struck> {
  const struck: Struck = {
    counts: { KILL_SERVER: 0, KILL_DATABASE: 0, CUT_BEFORE: 0, CUT_AFTER: 0 },
    recoveriesMs: { server: [], database: [] },
  };
  for (const [at, { blow, afterAcknowledged, afterMs }] of plan.blows.entries()) {
    await targets.server.ready();
    await worked(acknowledged, afterAcknowledged);
    await sleep(afterMs);
    await strike(targets, blow, struck);
    struck.counts[blow] += 1;
    onBlow(at + 1, blow);
  }
  return struck;
}
