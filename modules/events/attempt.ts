import { isAfterwards, type Session } from '../../prisma/database.js';
import { commit } from './commit.js';
import type { Hearing } from './fact.js';
import { landed } from './flight.js';
import { claimKey, discardKey, keyIsFree, type KeyedRequest } from './idempotency.js';
import { openTx, type OpenTx } from './open-tx.js';
import { refusalsOf, type StoredRefusal } from './refusal-store.js';
import type { JsonObject, TransactOutcome, TransactRequest, Tx } from './tx.js';
import { logStatement, type KeptOutcome, type LastWords } from './write-log.js';

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

export const refusedWith = (refusals: StoredRefusal[]): TransactOutcome<never> => ({
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
export async function perform<A extends JsonObject>(
  session: Session,
  open: OpenTx,
  { work, hearings }: Pick<Attempt<A>, 'work' | 'hearings'>,
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

const spoken = (lastWords: LastWords | null) => lastWords ?? { statement: null, witness: null };

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
  await commit(session, { xid, writes: [], ...spoken(lastWords) });
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
  await commit(session, { xid, writes: open.writes, ...spoken(lastWords) });
  return outcome;
}

/**
 * A verb finds its rows by their keys, so plans are kept and go by index whatever the statistics
 * say: while tables are young, and between two runs of autovacuum, they would lead through whole
 * tables.
 */
const VERBS_PLANS = {
  plan_cache_mode: 'force_generic_plan',
  enable_seqscan: 'off',
  enable_hashjoin: 'off',
  enable_mergejoin: 'off',
};
/** Has statements planned as those of verbs, until `OWN_PLANS` or the end of the transaction. */
export const PLANS_OF_VERBS = Object.entries(VERBS_PLANS)
  .map(([setting, value]) => `set local ${setting} = ${value}`)
  .join('; ');
export const OWN_PLANS = Object.keys(VERBS_PLANS)
  .map((setting) => `set local ${setting} to default`)
  .join('; ');
export const BEGIN = 'begin isolation level read committed';
export const SAVEPOINT = 'savepoint business';

async function beginWithoutKey(session: Session): Promise<Begun> {
  const text = 'select pg_current_xact_id()::text';
  const [, { rows }] = await landed([
    session.execute(`${BEGIN}; ${PLANS_OF_VERBS}; ${SAVEPOINT}`),
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
  const keyed = request as KeyedRequest;
  const [, claim] = await landed([
    session.execute(`${BEGIN}; ${PLANS_OF_VERBS}`),
    claimKey(session, keyed, now),
    session.execute(SAVEPOINT),
  ]);
  if ('abandoned' in claim) {
    await session.execute('rollback');
    await discardKey(session, claim.abandoned);
    throw keyIsFree();
  }
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
