import type { Session } from '../../prisma/database.js';
import { commit } from './commit.js';
import { failureOf } from './conflict.rules.js';
import { Busy } from './errors.js';
import type { Hearing } from './fact.js';
import { claimKey } from './idempotency.js';
import { openTx, type OpenTx } from './open-tx.js';
import { refusalsOf, type StoredRefusal } from './refusal-store.js';
import type { Idempotency, JsonObject, TransactOutcome, TransactRequest, Tx } from './tx.js';
import { writeLog, type KeptOutcome } from './write-log.js';

/** One try of a transaction: what is asked, what is done, and who hears of it. */
export interface Attempt<A extends JsonObject> {
  readonly request: TransactRequest;
  readonly work: (tx: Tx) => Promise<A>;
  readonly hearings: ReadonlyMap<string, readonly Hearing[]>;
  readonly now: Date;
  /** Told of the outcome before the commit is asked for, for when the answer to that is lost. */
  readonly onReady: (ready: Ready<A>) => void;
}

export interface Ready<A extends JsonObject> {
  readonly outcome: TransactOutcome<A>;
  readonly hasFacts: boolean;
}

type Worked<A> = { readonly answer: A } | { readonly refusals: StoredRefusal[] };

const refusedWith = (refusals: StoredRefusal[]): TransactOutcome<never> => ({
  answer: null,
  refusals,
  isReplay: false,
});

/** The verb, then its listeners. A refusal undoes both; anything else is thrown. */
async function perform<A extends JsonObject>(
  session: Session,
  open: OpenTx,
  { work, hearings }: Attempt<A>,
): Promise<Worked<A>> {
  try {
    const answer = await work(open.tx);
    await open.drain(hearings);
    return { answer };
  } catch (error) {
    const refusals = refusalsOf(error);
    if (!refusals) throw error;
    await session.execute('rollback to savepoint business');
    return { refusals };
  }
}

/** Ends what was refused: the key keeps the refusals, and without a key nothing is kept. */
async function endRefused<A extends JsonObject>(
  session: Session,
  { onReady }: Attempt<A>,
  open: OpenTx,
  keyId: string | null,
  refusals: StoredRefusal[],
): Promise<TransactOutcome<A>> {
  const outcome = refusedWith(refusals);
  // What may succeed later is not kept: the same key shall be free to try.
  if (keyId === null || refusals.some(({ retryable }) => retryable)) {
    await session.execute('rollback');
    return outcome;
  }
  const { xid } = await writeLog(
    { ...open, facts: [] },
    { keyId, outcome: { answer: null, refusals } },
  );
  onReady({ outcome, hasFacts: false });
  await commit(session, xid);
  return outcome;
}

async function endDone<A extends JsonObject>(
  session: Session,
  { onReady }: Attempt<A>,
  open: OpenTx,
  keyId: string | null,
  answer: A,
): Promise<TransactOutcome<A>> {
  const kept: KeptOutcome | null = keyId ? { keyId, outcome: { answer, refusals: [] } } : null;
  const { xid } = await writeLog(open, kept);
  const outcome = { answer, refusals: [], isReplay: false };
  onReady({ outcome, hasFacts: open.facts.length > 0 });
  await commit(session, xid);
  return outcome;
}

/** Begins, takes the key, and sets the savepoint; answers the outcome if there was one already. */
async function begin<A extends JsonObject>(
  session: Session,
  { request, now }: Attempt<A>,
): Promise<{ readonly keyId: string | null } | TransactOutcome<A>> {
  if (!request.idempotency) {
    await session.execute('begin isolation level read committed; savepoint business');
    return { keyId: null };
  }
  const keyed = request as TransactRequest & { readonly idempotency: Idempotency };
  await session.execute('begin isolation level read committed');
  const claim = await claimKey(session, keyed, now);
  if (!claim) throw Object.assign(new Error('A key went out of use.'), { code: '40001' });
  if ('stored' in claim) {
    await session.execute('rollback');
    return { ...claim.stored, answer: claim.stored.answer as A | null, isReplay: true };
  }
  await session.execute('savepoint business');
  return claim;
}

/** Runs one transaction from its begin to its commit, or to its rollback when it was refused. */
export async function attempt<A extends JsonObject>(
  session: Session,
  trying: Attempt<A>,
): Promise<TransactOutcome<A>> {
  const begun = await begin(session, trying);
  if (!('keyId' in begun)) return begun;
  const open = openTx(session, trying.request, trying.now);
  const worked = await perform(session, open, trying);
  return 'answer' in worked
    ? endDone(session, trying, open, begun.keyId, worked.answer)
    : endRefused(session, trying, open, begun.keyId, worked.refusals);
}

/**
 * Tries the work in a transaction that another has open and will roll back. Deferred constraints
 * are checked now, because no commit will; the facts are written, so that a timeline read on the
 * same session is right.
 */
export async function tryOut<A extends JsonObject>(
  session: Session,
  trying: Attempt<A>,
): Promise<TransactOutcome<A>> {
  await session.execute('savepoint business');
  const open = openTx(session, trying.request, trying.now);
  try {
    const worked = await perform(session, open, trying);
    if (!('answer' in worked)) return refusedWith(worked.refusals);
    await session.execute('set constraints all immediate');
    await writeLog(open, null);
    return { answer: worked.answer, refusals: [], isReplay: false };
  } catch (error) {
    if (failureOf(error) !== 'CONFLICT') throw error;
    await session.execute('rollback to savepoint business');
    return refusedWith(refusalsOf(new Busy()) ?? []);
  }
}
