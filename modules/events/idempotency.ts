import type { Session } from '../../prisma/database.js';
import { IdempotencyConflict } from '../kernel/index.js';
import { isLockTimeout } from './conflict.rules.js';
import { DuplicateInProgress } from './errors.js';
import { newId } from './new-id.js';
import type { StoredRefusal } from './refusal-store.js';
import type { Idempotency, JsonObject, TransactRequest } from './tx.js';

/** What a replay answers. */
export interface StoredOutcome {
  readonly answer: JsonObject | null;
  readonly refusals: StoredRefusal[];
}

/**
 * The key is ours to work under, or its outcome is known already, or it was left without one by a
 * transaction that never was.
 */
export type Claim =
  | { readonly keyId: string; readonly xid: string }
  | { readonly stored: StoredOutcome }
  | { readonly abandoned: string };

export type KeyedRequest = TransactRequest & { readonly idempotency: Idempotency };

async function insertKey(session: Session, request: KeyedRequest, now: Date) {
  const { actor, operation, idempotency } = request;
  const { key, fingerprint } = idempotency;
  const text = `
    insert into "IdempotencyKey" ("id", "actorId", "key", "field", "fingerprint", "createdAt")
    values ($1, $2, $3, $4, $5, $6) on conflict ("actorId", "key") do nothing
    returning pg_current_xact_id()::text`;
  const keyId = newId();
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
 * Removes a key that was kept without an outcome, which is written with all that was done under it:
 * nothing was. It is there because its `begin` failed, which the key, sent behind it, did not wait
 * for.
 */
export async function discardKey(session: Session, id: string): Promise<void> {
  const text = 'delete from "IdempotencyKey" where "id" = $1 and "outcome" is null';
  await session.query({ text, values: [id] });
}

/** A key went out of use while it was looked at: whoever tries again can have it. */
export const keyIsFree = (): Error =>
  Object.assign(new Error('A key went out of use.'), { code: '40001' });

/**
 * Takes the key, as the first thing a transaction does, and sends for it at once: who comes second
 * waits here for the first to end, and then finds its outcome. IdempotencyConflict when the key was
 * used for something else; DuplicateInProgress.
 */
export async function claimKey(session: Session, request: KeyedRequest, now: Date): Promise<Claim> {
  const inserted = await insertKey(session, request, now);
  if (inserted) return inserted;
  const { actor, operation, idempotency } = request;
  const found = await session.db
    .selectFrom('IdempotencyKey')
    .select(['id', 'field', 'fingerprint', 'outcome'])
    .where('actorId', '=', actor.id)
    .where('key', '=', idempotency.key)
    .executeTakeFirst();
  if (!found) throw keyIsFree();
  if (found.outcome === null) return { abandoned: found.id };
  if (found.field !== operation || found.fingerprint !== idempotency.fingerprint) {
    throw new IdempotencyConflict(idempotency.key);
  }
  return { stored: found.outcome as StoredOutcome };
}
