import type { Session } from '../../prisma/database.js';
import {
  OWN_PLANS,
  perform,
  PLANS_OF_VERBS,
  refusedWith,
  SAVEPOINT,
  type Attempt,
} from './attempt.js';
import { failureOf } from './conflict.rules.js';
import { Busy } from './errors.js';
import { landed } from './flight.js';
import { claimKey, discardKey, type Claim, type KeyedRequest } from './idempotency.js';
import { openTx, type OpenTx } from './open-tx.js';
import { refusalsOf } from './refusal-store.js';
import { checkOpen, type Shared } from './shared.js';
import type { JsonObject, TransactOutcome } from './tx.js';
import { logStatement } from './write-log.js';

/** What a verb does in a transaction that it shares. */
export type Joining<A extends JsonObject> = Omit<Attempt<A>, 'now' | 'onReady'>;

const ENTER = `${SAVEPOINT}; ${PLANS_OF_VERBS}`;
const LEAVE = `release ${SAVEPOINT}; ${OWN_PLANS}`;
/** Brings down what a verb did, with the plans that were set for it. */
const UNDO = `rollback to ${SAVEPOINT}`;

/** A key that nothing was done under is taken anew, behind the same savepoint. */
async function claimAnew(session: Session, keyed: KeyedRequest, now: Date): Promise<Claim> {
  const claim = await claimKey(session, keyed, now);
  if (!('abandoned' in claim)) return claim;
  await discardKey(session, claim.abandoned);
  return claimKey(session, keyed, now);
}

/** Sets the savepoint and takes the key, if there is one to be taken. */
async function enter(
  { session, isTrial }: Shared,
  now: Date,
  { idempotency, ...request }: Joining<JsonObject>['request'],
): Promise<Claim | null> {
  if (!idempotency || isTrial) {
    await session.execute(ENTER);
    return null;
  }
  const keyed = { ...request, idempotency };
  const [, claim] = await landed([session.execute(ENTER), claimAnew(session, keyed, now)]);
  return claim;
}

/** Writes what the verb told, and its outcome under its key; keeps what it did. */
async function leave(
  shared: Shared,
  open: OpenTx,
  keyId: string | null,
  answer: JsonObject,
): Promise<void> {
  const { session, isTrial } = shared;
  const kept = keyId === null ? null : { keyId, outcome: { answer, refusals: [] } };
  const lastWords = logStatement(session.db, open, kept);
  // No commit will check them. What the next verb does is checked behind it again.
  const checks = isTrial
    ? [session.execute('set constraints all immediate; set constraints all deferred')]
    : [];
  const written = lastWords ? [session.query(lastWords.statement)] : [];
  await landed([...open.writes, ...checks, ...written, session.execute(LEAVE)]);
  shared.hasFacts ||= open.facts.length > 0;
  shared.witness = lastWords?.witness ?? shared.witness;
}

async function joined<A extends JsonObject>(
  shared: Shared,
  { request, work, hearings }: Joining<A>,
): Promise<TransactOutcome<A>> {
  const { session, now } = shared;
  shared.now = new Date(now.getTime() + 1);
  const claim = await enter(shared, now, request);
  if (claim && 'stored' in claim) {
    await session.execute(LEAVE);
    return { ...claim.stored, answer: claim.stored.answer as A | null, isReplay: true };
  }
  const open = openTx(session, request, now);
  const worked = await perform(session, open, { work, hearings });
  if (!('answer' in worked)) return refusedWith(worked.refusals);
  await leave(shared, open, claim && 'keyId' in claim ? claim.keyId : null, worked.answer);
  return { answer: worked.answer, refusals: [], isReplay: false };
}

/**
 * Does a verb in a transaction that others share: under a savepoint and a key of its own. What it
 * tells is written at once, so that a timeline read on the same session is right. A refusal undoes
 * this verb alone; anything else ends the transaction. In a trial, who meets others is refused.
 */
export async function join<A extends JsonObject>(
  shared: Shared,
  joining: Joining<A>,
): Promise<TransactOutcome<A>> {
  checkOpen(shared);
  try {
    return await joined(shared, joining);
  } catch (error) {
    const isMet = shared.isTrial && failureOf(error) === 'CONFLICT';
    const refusals = refusalsOf(isMet ? new Busy() : error);
    if (refusals) {
      await shared.session.execute(UNDO);
      return refusedWith(refusals);
    }
    shared.broken ??= { error };
    throw error;
  }
}
