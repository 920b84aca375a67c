import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../prisma/database.js';
import { attempt, tryOut, type Attempt, type Ready } from './attempt.js';
import { CommitInDoubt, hasCommitted } from './commit.js';
import { delayAfter, failureOf, isWorthAnother } from './conflict.rules.js';
import { Busy } from './errors.js';
import type { Hearing } from './fact.js';
import { byType } from './open-tx.js';
import { refusalsOf } from './refusal-store.js';
import type { JsonObject, Transact, TransactOutcome } from './tx.js';

export interface TransactParts {
  readonly database: Database;
  /** Who hears which fact, in the order in which they are told. */
  readonly hearings: readonly Hearing[];
  readonly clock?: () => Date;
  /** Called after each commit that left facts; not awaited, and it must not throw. */
  readonly afterCommit?: () => void;
}

const DEADLINE_MS = 8_000;

/**
 * One attempt in a session of its own. When the connection is lost at commit, the server is asked
 * on another one: what was committed is told as done, and what was not is thrown to be tried again.
 */
async function once<A extends JsonObject>(
  database: Database,
  trying: Omit<Attempt<A>, 'onReady'>,
  afterCommit: () => void,
): Promise<TransactOutcome<A>> {
  const memo: { ready?: Ready<A> } = {};
  const onReady = (ready: Ready<A>): void => void (memo.ready = ready);
  let outcome: TransactOutcome<A>;
  try {
    outcome = await database.session((session) => attempt(session, { ...trying, onReady }));
  } catch (error) {
    if (!(error instanceof CommitInDoubt)) throw error;
    const isDone = await hasCommitted(database, error);
    if (!isDone || !memo.ready) throw error.cause;
    outcome = memo.ready.outcome;
  }
  if (memo.ready?.hasFacts) afterCommit();
  return outcome;
}

/**
 * Makes the one way to write. READ COMMITTED; the key first, then the work under a savepoint, then
 * the listeners, then facts and outcome in one statement, then the commit. Conflicts with others
 * are
 * tried again, with jitter, until the deadline, and are then a Busy refusal. A lost connection is
 * tried again as well; what stays lost, and every bug, is thrown. CommitUnknown.
 */
export function createTransact(parts: TransactParts): Transact {
  const { database, clock = () => new Date(), afterCommit = () => undefined } = parts;
  const hearings = byType(parts.hearings);
  return async (request, work) => {
    const { session, deadlineMs = DEADLINE_MS } = request;
    if (session) {
      return tryOut(session, { request, work, hearings, now: clock(), onReady: () => undefined });
    }
    const deadline = Date.now() + deadlineMs;
    for (let attempts = 1; ; attempts += 1) {
      try {
        return await once(database, { request, work, hearings, now: clock() }, afterCommit);
      } catch (error) {
        const refusals = refusalsOf(error);
        if (refusals) return { answer: null, refusals, isReplay: false };
        const failure = failureOf(error);
        if (!isWorthAnother(failure, attempts)) throw error;
        const delay = delayAfter(attempts, Math.random());
        if (Date.now() + delay >= deadline) {
          if (failure !== 'CONFLICT') throw error;
          return { answer: null, refusals: refusalsOf(new Busy()) ?? [], isReplay: false };
        }
        await sleep(delay);
      }
    }
  };
}
