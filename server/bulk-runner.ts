import { AsyncResource } from 'node:async_hooks';
import { actingFor, systemActor } from '../modules/auth/index.js';
import { bulkOperations } from '../modules/bulk/index.js';
import type { Feed, Transact, Tx } from '../modules/events/index.js';
import { RuleViolation } from '../modules/kernel/index.js';
import type { Database } from '../prisma/database.js';
import { ListIncomplete } from './bulk-rows.js';
import { runBulkMutation } from './bulk-mutation.js';
import { runBulkQuery } from './bulk-query.js';
import type { Documents } from './documents.js';
import type { Caller, Executor } from './executor.js';
import { isRefused, type Prepared } from './prepare.js';

export type BulkOperation = bulkOperations.BulkOperation;

export interface BulkParts {
  readonly database: Database;
  readonly transact: Transact;
  readonly feed: Feed;
  readonly documents: Documents;
  readonly executor: Executor;
  readonly onError: (error: unknown) => void;
}

/** Runs bulk operations beside requests, one at a time in a process. */
export interface BulkRunner {
  /** Looks for what waits. Answers at once. */
  wake(): void;
  close(): Promise<void>;
}

/** Why a bulk operation cannot go on; it is told with it. */
export class BulkRefused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'BulkRefused';
  }
}

/** One operation while it runs. */
export interface BulkRun extends BulkParts {
  readonly operation: BulkOperation;
  /** Keeps what was done and tells of it; false when it must stop. */
  progress(done: bulkOperations.BulkProgress): Promise<boolean>;
  finish(done: bulkOperations.BulkProgress): Promise<void>;
  /** The operation for its maker as he is now. Throws BulkRefused. */
  prepare(text: string): Promise<{ readonly prepared: Prepared; readonly caller: Caller }>;
  /** True once the process is to stop: what is left is done by another, or later. */
  readonly isStopping: () => boolean;
}

/** How often processes are looked for that left an operation behind. */
const LEFT_BEHIND_MS = 60_000;

function failureOf(error: unknown): bulkOperations.BulkFailure | null {
  if (error instanceof BulkRefused) return { code: error.code, message: error.message };
  if (error instanceof ListIncomplete)
    return { code: 'BULK_LIST_INCOMPLETE', message: error.message };
  if (error instanceof RuleViolation) return { code: error.code, message: error.message };
  return null;
}

export function startBulkRunner(parts: BulkParts): BulkRunner {
  const { transact, feed, onError } = parts;
  // Runs belong to nobody's request, and what they tell is written beside their snapshot.
  const outside = new AsyncResource('BulkRunner');
  const stop = new AbortController();
  let running: Promise<void> | null = null;
  let isWoken = false;

  /** A step of the operation's own, in a transaction of its own. */
  function step<T extends BulkOperation | null>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return outside.runInAsyncScope(async () => {
      let after = null as T;
      const request = { actor: systemActor, requestId: 'bulk', operation: 'bulkOperation' };
      const { refusals } = await transact(request, async (tx) => {
        after = await work(tx);
        return {};
      });
      if (refusals[0]) throw new Error(refusals[0].message);
      return after;
    });
  }

  async function run(claimed: BulkOperation): Promise<void> {
    let operation: BulkOperation | null = claimed;
    const told = async (after: BulkOperation | null) => {
      operation = after;
      return after !== null;
    };
    const held = (): BulkOperation => operation ?? claimed;
    const bulk: BulkRun = {
      ...parts,
      operation: claimed,
      progress: async (done) => told(await step((tx) => bulkOperations.progress(tx, held(), done))),
      finish: async (done) =>
        void (await told(await step((tx) => bulkOperations.finish(tx, held(), done)))),
      prepare: (text) => outside.runInAsyncScope(() => preparedFor(parts, claimed, text)),
      isStopping: () => stop.signal.aborted,
    };
    try {
      await (claimed.kind === 'QUERY' ? runBulkQuery(bulk) : runBulkMutation(bulk));
    } catch (error) {
      const failure = failureOf(error);
      if (failure === null) onError(error);
      const told = failure ?? {
        code: 'INTERNAL_SERVER_ERROR',
        message: 'Something went wrong here.',
      };
      await step((tx) => bulkOperations.fail(tx, held(), told));
    }
  }

  async function runAll(): Promise<void> {
    while (isWoken && !stop.signal.aborted) {
      isWoken = false;
      const claimed = await step((tx) => bulkOperations.claim(tx));
      if (!claimed) continue;
      isWoken = true;
      await run(claimed);
    }
  }
  function wake(): void {
    isWoken = true;
    if (stop.signal.aborted) return;
    running ??= outside
      .runInAsyncScope(runAll)
      .catch(onError)
      .finally(() => (running = null));
  }
  async function listen(): Promise<void> {
    const match = ({ type }: { readonly type: string }) => type === 'bulk.bulkOperationQueued';
    for await (const _ of feed.follow({ match, signal: stop.signal })) wake();
  }

  const looking = setInterval(wake, LEFT_BEHIND_MS).unref();
  outside.runInAsyncScope(() => void listen().catch(onError));
  wake();
  return {
    wake,
    async close() {
      stop.abort();
      clearInterval(looking);
      await running;
    },
  };
}

/** The operation for its maker with the rights he has now. Throws BulkRefused. */
async function preparedFor(
  { database, documents }: BulkParts,
  { id, actorId, permissions, locale }: BulkOperation,
  text: string,
) {
  const actor = await actingFor(database, actorId, permissions);
  if (actor === null) throw new BulkRefused('ACTOR_GONE', 'Who asked for it is out of service.');
  const prepared = documents.prepareText(text, null, actor.permissions);
  if (isRefused(prepared)) {
    const [error] = prepared.errors;
    throw new BulkRefused(String(error?.extensions.code), error?.message ?? 'It is refused.');
  }
  const requestId = `bulk-${id}`;
  const caller: Caller = { actor, requestId, locale, app: null, idempotencyKey: null };
  return { prepared, caller };
}
