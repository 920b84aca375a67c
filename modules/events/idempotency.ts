import { v7 as uuidv7 } from 'uuid';
import type { Session } from '../../prisma/database.js';
import { IdempotencyConflict } from '../kernel/index.js';
import { isLockTimeout } from './conflict.rules.js';
import { DuplicateInProgress } from './errors.js';
import type { StoredRefusal } from './refusal-store.js';
import type { Idempotency, JsonObject, TransactRequest } from './tx.js';

/** What a replay answers. */
export interface StoredOutcome {
  readonly answer: JsonObject | null;
  readonly refusals: StoredRefusal[];
}

/** The key is ours to work under, or its outcome is known already. */
export type Claim = { readonly keyId: string } | { readonly stored: StoredOutcome };

type KeyedRequest = TransactRequest & { readonly idempotency: Idempotency };

async function insertKey(session: Session, request: KeyedRequest, now: Date) {
  const { actor, operation, idempotency } = request;
  try {
    return await session.db
      .insertInto('IdempotencyKey')
      .values({
        id: uuidv7(),
        actorId: actor.id,
        key: idempotency.key,
        field: operation,
        fingerprint: idempotency.fingerprint,
        createdAt: now,
      })
      .onConflict((conflict) => conflict.columns(['actorId', 'key']).doNothing())
      .returning('id')
      .executeTakeFirst();
  } catch (error) {
    if (isLockTimeout(error)) throw new DuplicateInProgress(idempotency.key);
    throw error;
  }
}

/**
 * Takes the key, as the first thing a transaction does: who comes second waits here for the first
 * to end, and then finds its outcome. Null when the key went out of use in that moment.
 * IdempotencyConflict when the key was used for something else; DuplicateInProgress.
 */
export async function claimKey(
  session: Session,
  request: KeyedRequest,
  now: Date,
): Promise<Claim | null> {
  const inserted = await insertKey(session, request, now);
  if (inserted) return { keyId: inserted.id };
  const { actor, operation, idempotency } = request;
  const found = await session.db
    .selectFrom('IdempotencyKey')
    .select(['field', 'fingerprint', 'outcome'])
    .where('actorId', '=', actor.id)
    .where('key', '=', idempotency.key)
    .executeTakeFirst();
  if (!found) return null;
  if (found.field !== operation || found.fingerprint !== idempotency.fingerprint) {
    throw new IdempotencyConflict(idempotency.key);
  }
  return { stored: found.outcome as StoredOutcome };
}
