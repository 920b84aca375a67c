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
export type Claim =
  { readonly keyId: string; readonly xid: string } | { readonly stored: StoredOutcome };

type KeyedRequest = TransactRequest & { readonly idempotency: Idempotency };

async function insertKey(session: Session, request: KeyedRequest, now: Date) {
  const { actor, operation, idempotency } = request;
  const { key, fingerprint } = idempotency;
  const text = `
    insert into "IdempotencyKey" ("id", "actorId", "key", "field", "fingerprint", "createdAt")
    values ($1, $2, $3, $4, $5, $6) on conflict ("actorId", "key") do nothing
    returning pg_current_xact_id()::text`;
  const keyId = uuidv7();
  const values = [keyId, actor.id, key, operation, fingerprint, now];
  try {
    const { rows } = await session.query({ text, values });
    return rows[0] ? { keyId, xid: String(rows[0][0]) } : null;
  } catch (error) {
    if (isLockTimeout(error)) throw new DuplicateInProgress(key);
    throw error;
  }
}

/**
 * Takes the key, as the first thing a transaction does, and sends for it at once: who comes second
 * waits here for the first to end, and then finds its outcome. Null when the key went out of use in
 * that moment. IdempotencyConflict when the key was used for something else; DuplicateInProgress.
 */
export async function claimKey(
  session: Session,
  request: KeyedRequest,
  now: Date,
): Promise<Claim | null> {
  const inserted = await insertKey(session, request, now);
  if (inserted) return inserted;
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
