import { AsyncResource } from 'node:async_hooks';
import { actingFor, systemActor } from '../modules/auth/index.js';
import { bulkOperations } from '../modules/bulk/index.js';
import type { Tx } from '../modules/events/index.js';
import { RuleViolation } from '../modules/kernel/index.js';
import { ListIncomplete } from './bulk-rows.js';
import { BulkRefused, type BulkOperation, type BulkParts, type BulkRun } from './bulk-run.js';
import { runBulkMutation } from './bulk-mutation.js';
import { runBulkQuery } from './bulk-query.js';
import type { Caller } from './executor.js';
import { isRefused } from './prepare.js';

/** Runs bulk operations beside requests, one at a time in a process. */
export interface BulkRunner {
  /** Looks for what waits. Answers at once. */
  wake(): void;
  close(): Promise<void>;
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

/** What one run is given by the runner. */
interface Running extends BulkParts {
  readonly outside: AsyncResource;
  readonly step: <T extends BulkOperation | null>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  readonly isStopping: () => boolean;
}

const accident = { code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong here.' };

/** Runs one operation to its end, or to why it cannot go on. */
async function runOne(claimed: BulkOperation, running: Running): Promise<void> {
  const { outside, step, onError } = running;
  let operation: BulkOperation | null = claimed;
  const held = (): BulkOperation => operation ?? claimed;
  const told = (after: BulkOperation | null): boolean => {
    operation = after;
    return after !== null;
  };
  const bulk: BulkRun = {
    ...running,
    operation: claimed,
    progress: async (done) => told(await step((tx) => bulkOperations.progress(tx, held(), done))),
    async finish(done) {
      told(await step((tx) => bulkOperations.finish(tx, held(), done)));
    },
    prepare: (text) => outside.runInAsyncScope(() => preparedFor(running, claimed, text)),
  };
  try {
    await (claimed.kind === 'QUERY' ? runBulkQuery(bulk) : runBulkMutation(bulk));
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) onError(error);
    await step((tx) => bulkOperations.fail(tx, held(), failure ?? accident));
  }
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

  async function runAll(): Promise<void> {
    while (isWoken && !stop.signal.aborted) {
      isWoken = false;
      const claimed = await step((tx) => bulkOperations.claim(tx));
      if (!claimed) continue;
      isWoken = true;
      await runOne(claimed, { ...parts, outside, step, isStopping: () => stop.signal.aborted });
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
