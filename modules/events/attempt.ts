import { isAfterwards, type Session } from '../../prisma/database.js';
import { commit } from './commit.js';
import { failureOf } from './conflict.rules.js';
import { Busy } from './errors.js';
import type { Hearing } from './fact.js';
import { landed } from './flight.js';
import { claimKey } from './idempotency.js';
import { openTx, type OpenTx } from './open-tx.js';
import { refusalsOf, type StoredRefusal } from './refusal-store.js';
import type { Idempotency, JsonObject, TransactOutcome, TransactRequest, Tx } from './tx.js';
import { logStatement, type KeptOutcome } from './write-log.js';

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

/**
 * Why a verb failed: when a write that nobody waited for went wrong, or a read that was to be
 * waited for later, all that was sent after it failed because of it. Waits for all writes, so that
 * nothing is sent after what comes next.
 */
async function causeOf(session: Session, open: OpenTx, thrown: unknown): Promise<unknown> {
  const error = await landed(open.writes).then(
    () => thrown,
    (failure: unknown) => failure,
  );
  return isAfterwards(error) ? (session.cause() ?? error) : error;
}

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
  } catch (thrown) {
    const error = await causeOf(session, open, thrown);
    const refusals = refusalsOf(error);
    if (!refusals) throw error;
    await session.execute('rollback to savepoint business');
    return { refusals };
  }
}

/** What a transaction was begun with: its id, by which the server knows it, and its key. */
interface Begun {
  readonly xid: string;
  readonly keyId: string | null;
}

/** Ends what was refused: the key keeps the refusals, and without a key nothing is kept. */
async function endRefused<A extends JsonObject>(
  session: Session,
  { onReady }: Attempt<A>,
  open: OpenTx,
  { xid, keyId }: Begun,
  refusals: StoredRefusal[],
): Promise<TransactOutcome<A>> {
  const outcome = refusedWith(refusals);
  // What may succeed later is not kept: the same key shall be free to try.
  if (keyId === null || refusals.some(({ retryable }) => retryable)) {
    await session.execute('rollback');
    return outcome;
  }
  const kept = { keyId, outcome: { answer: null, refusals } };
  const lastWords = logStatement(session.db, { tx: open.tx, facts: [] }, kept);
  onReady({ outcome, hasFacts: false });
  await commit(session, { xid, writes: [], lastWords });
  return outcome;
}

async function endDone<A extends JsonObject>(
  session: Session,
  { onReady }: Attempt<A>,
  open: OpenTx,
  { xid, keyId }: Begun,
  answer: A,
): Promise<TransactOutcome<A>> {
  const kept: KeptOutcome | null = keyId ? { keyId, outcome: { answer, refusals: [] } } : null;
  const outcome = { answer, refusals: [], isReplay: false };
  const lastWords = logStatement(session.db, open, kept);
  onReady({ outcome, hasFacts: open.facts.length > 0 });
  await commit(session, { xid, writes: open.writes, lastWords });
  return outcome;
}

/**
 * A verb finds its rows by their keys, so plans are kept and go by index whatever the statistics
 * say: while tables are young, and between two runs of autovacuum, they would lead through whole
 * tables.
 */
const BEGIN = [
  'begin isolation level read committed',
  'set local plan_cache_mode = force_generic_plan',
  'set local enable_seqscan = off',
  'set local enable_hashjoin = off',
  'set local enable_mergejoin = off',
].join('; ');
const SAVEPOINT = 'savepoint business';

async function beginWithoutKey(session: Session): Promise<Begun> {
  const text = 'select pg_current_xact_id()::text';
  const [, { rows }] = await landed([
    session.execute(`${BEGIN}; ${SAVEPOINT}`),
    session.query({ text, values: [] }),
  ]);
  return { xid: String(rows[0]?.[0]), keyId: null };
}

/**
 * Begins, takes the key, and sets the savepoint, in one flight; answers the outcome if there was
 * one already.
 */
async function begin<A extends JsonObject>(
  session: Session,
  { request, now }: Attempt<A>,
): Promise<Begun | TransactOutcome<A>> {
  if (!request.idempotency) return beginWithoutKey(session);
  const keyed = request as TransactRequest & { readonly idempotency: Idempotency };
  const [, claim] = await landed([
    session.execute(BEGIN),
    claimKey(session, keyed, now),
    session.execute(SAVEPOINT),
  ]);
  if (!claim) throw Object.assign(new Error('A key went out of use.'), { code: '40001' });
  if (!('stored' in claim)) return claim;
  await session.execute('rollback');
  return { ...claim.stored, answer: claim.stored.answer as A | null, isReplay: true };
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
    ? endDone(session, trying, open, begun, worked.answer)
    : endRefused(session, trying, open, begun, worked.refusals);
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
    await landed(open.writes);
    await session.execute('set constraints all immediate');
    const lastWords = logStatement(session.db, open, null);
    if (lastWords) await session.query(lastWords.statement);
    return { answer: worked.answer, refusals: [], isReplay: false };
  } catch (error) {
    if (failureOf(error) !== 'CONFLICT') throw error;
    await session.execute('rollback to savepoint business');
    return refusedWith(refusalsOf(new Busy()) ?? []);
  }
}
