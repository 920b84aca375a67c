import type { Database } from '../../prisma/database.js';
import { attempt, type Attempt, type Ready } from './attempt.js';
import { unlessCommitted } from './commit.js';
import type { Hearing } from './fact.js';
import { join } from './joining.js';
import { byType } from './open-tx.js';
import { refusalsOf } from './refusal-store.js';
import { tryAgain } from './trying.js';
import type { JsonObject, Transact, TransactOutcome } from './tx.js';

export interface TransactParts {
  readonly database: Database;
  /** Who hears which fact, in the order in which they are told. */
  readonly hearings: readonly Hearing[];
  readonly clock?: () => Date;
  /** Called after each commit that left facts; not awaited, and it must not throw. */
  readonly afterCommit?: () => void;
}

export const DEADLINE_MS = 8_000;

/** One attempt in a session of its own. */
async function once<A extends JsonObject>(
  database: Database,
  trying: Omit<Attempt<A>, 'onReady'>,
  afterCommit: () => void,
): Promise<TransactOutcome<A>> {
  const memo: { ready?: Ready<A> } = {};
  const onReady = (ready: Ready<A>): void => void (memo.ready = ready);
  const outcome = await unlessCommitted(
    database,
    () => database.session((session) => attempt(session, { ...trying, onReady })),
    () => memo.ready?.outcome,
  );
  if (memo.ready?.hasFacts) afterCommit();
  return outcome;
}

/**
 * Makes the one way to write. READ COMMITTED; the key first, then the work under a savepoint, then
 * the listeners, then facts and outcome in one statement, then the commit. Conflicts with others
 * are tried again, with jitter, until the deadline, and are then a Busy refusal. A lost connection
 * is tried again as well; what stays lost, and every bug, is thrown. CommitUnknown.
 */
export function createTransact(parts: TransactParts): Transact {
  const { database, clock = () => new Date(), afterCommit = () => undefined } = parts;
  const hearings = byType(parts.hearings);
  return async (request, work) => {
    const { shared, deadlineMs = DEADLINE_MS } = request;
    if (shared) return join(shared, { request, work, hearings });
    try {
      return await tryAgain(deadlineMs, () =>
        once(database, { request, work, hearings, now: clock() }, afterCommit),
      );
    } catch (error) {
      const refusals = refusalsOf(error);
      if (!refusals) throw error;
      return { answer: null, refusals, isReplay: false };
    }
  };
}
