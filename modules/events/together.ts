import type { Session } from '../../prisma/database.js';
import { BEGIN } from './attempt.js';
import { commit, unlessCommitted } from './commit.js';
import { failureOf } from './conflict.rules.js';
import { landed } from './flight.js';
import type { Shared } from './shared.js';
import { DEADLINE_MS, type TransactParts } from './transact.js';
import { tryAgain } from './trying.js';

export interface TogetherRequest {
  /** All is rolled back in the end, whatever it comes to. */
  readonly isTrial: boolean;
  /** For how long conflicts are tried again; 8,000 when not said. */
  readonly deadlineMs?: number;
  /** Called last of all before the commit; what it throws rolls all back. */
  readonly beforeCommit?: () => void;
}

/** What the verbs of one transaction came to, and whether it is to be kept. */
export interface Joint<R> {
  readonly result: R;
  readonly isKept: boolean;
}

/**
 * Runs `run` in one transaction that the verbs it does share: those that are given it as `shared`.
 * All or nothing of it is kept. It is run again after a conflict with others or a lost connection,
 * as a single verb is, and then may know nothing of the run before; a trial is run once. Throws
 * Busy when others were met until the deadline, and what is thrown by `run`. CommitUnknown.
 */
export type Together = <R>(
  request: TogetherRequest,
  run: (shared: Shared) => Promise<Joint<R>>,
) => Promise<R>;

/** Begins, and answers the number by which the server knows the transaction; null for a trial. */
async function begin(session: Session, isTrial: boolean): Promise<string | null> {
  if (isTrial) {
    await session.execute('begin');
    return null;
  }
  const asked = session.execute(BEGIN);
  const text = 'select pg_current_xact_id()::text';
  const [, { rows }] = await landed([asked, session.query({ text, values: [] })]);
  return String(rows[0]?.[0]);
}

interface Opened<R> {
  readonly shared: Shared;
  readonly xid: string | null;
  readonly request: TogetherRequest;
  /** Told of the result before the commit is asked for, for when the answer to that is lost. */
  readonly onReady: (ready: { readonly result: R }) => void;
}

/** Commits what is to be kept, and rolls back what is not. */
async function end<R>(
  { shared, xid, request, onReady }: Opened<R>,
  { result, isKept }: Joint<R>,
): Promise<R> {
  const { session, broken, witness } = shared;
  // What is to be kept and cannot be is never told as done, whatever swallowed the reason.
  const isTold = !isKept && broken !== null && failureOf(broken.error) === 'BUG';
  if (broken && xid !== null && !isTold) throw broken.error;
  if (!isKept || broken || xid === null) {
    await session.execute('rollback');
    return result;
  }
  request.beforeCommit?.();
  onReady({ result });
  await commit(session, { xid, writes: [], witness, statement: null });
  return result;
}

/** Makes the one way to let several verbs share a transaction. */
export function createTogether(parts: TransactParts): Together {
  const { database, clock = () => new Date(), afterCommit = () => undefined } = parts;
  return async <R>(
    request: TogetherRequest,
    run: (shared: Shared) => Promise<Joint<R>>,
  ): Promise<R> => {
    const { isTrial, deadlineMs = DEADLINE_MS } = request;
    const once = async (): Promise<R> => {
      const memo: { ready?: { readonly result: R }; hasFacts: boolean } = { hasFacts: false };
      const inSession = async (session: Session): Promise<R> => {
        const xid = await begin(session, isTrial);
        const shared: Shared = {
          ...{ session, isTrial, now: clock(), broken: null, isOver: false },
          ...{ witness: null, hasFacts: false },
        };
        const onReady: Opened<R>['onReady'] = (ready) => {
          Object.assign(memo, { ready, hasFacts: shared.hasFacts });
        };
        try {
          return await end({ shared, xid, request, onReady }, await run(shared));
        } finally {
          shared.isOver = true;
        }
      };
      const result = await unlessCommitted(
        database,
        () => database.session(inSession),
        () => memo.ready?.result,
      );
      if (memo.hasFacts) afterCommit();
      return result;
    };
    return isTrial ? once() : tryAgain(deadlineMs, once);
  };
}
