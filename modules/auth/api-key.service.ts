import { InvalidInput, NotFound, cleanText, inField } from '../kernel/index.js';
import type { Row, Tx } from '../events/index.js';
import * as actors from './actor.service.js';
import { apiKeyIssued, apiKeyRevoked } from './events.js';
import { checkGrant, cleanPermissions, effectivePermissions } from './grants.rules.js';
import { checkExpiry, cleanAppCode } from './input.rules.js';
import { hashOf, hintOf, newToken } from './token.js';

/** A key as it may be told: everything but its hash. */
export type ApiKey = Omit<Row<'ApiKey'>, 'hash'>;

export interface ApiKeyIssue {
  readonly actorId: string;
  readonly name: string;
  /** No scope means all that the actor may do, now and later. */
  readonly scopes?: readonly string[];
  /** The app whose registered documents are all that the key may ask. */
  readonly app?: string | null;
  readonly expiresAt?: Date | null;
}

/** The token is told this once and stored nowhere: it must not go into a stored answer. */
export interface IssuedKey {
  readonly apiKey: ApiKey;
  readonly token: string;
}

const told = [
  'id',
  'version',
  'actorId',
  'name',
  'hint',
  'scopes',
  'app',
  'createdAt',
  'expiresAt',
  'revokedAt',
] as const;

/** Writes a key for a token and tells of it without its hash. */
export async function write(
  tx: Tx,
  token: string,
  columns: Pick<Row<'ApiKey'>, 'actorId' | 'name' | 'scopes' | 'app' | 'expiresAt'>,
): Promise<ApiKey> {
  const after = await tx.db
    .insertInto('ApiKey')
    .values({
      id: tx.newId(),
      ...columns,
      hint: hintOf(token),
      hash: hashOf(token),
      createdAt: tx.now,
    })
    .returning(told)
    .executeTakeFirstOrThrow();
  tx.emit(apiKeyIssued({ before: null, after, data: {} }));
  return after;
}

/** Refuses a key that could do, or reach, more than whoever issues it. */
async function checkIssue(tx: Tx, actorId: string, scopes: readonly string[]): Promise<void> {
  const { row: actor, grants } = await actors.lockSeen(tx, { id: actorId });
  if (actor.archivedAt !== null || actor.kind === 'SYSTEM') throw new NotFound('Actor', actorId);
  inField(scopes.length > 0 ? 'scopes' : 'actorId', () => {
    checkGrant(tx.actor, scopes);
    checkGrant(tx.actor, effectivePermissions(grants.permissions, scopes));
  });
}

/**
 * Issues a key for an actor. It can do no more than its issuer: GRANT_EXCEEDS_GRANTOR; an actor of
 * companies out of the issuer's sight is NotFound. PERMISSION_UNKNOWN, EXPIRY_IN_THE_PAST.
 */
export async function issue(tx: Tx, input: ApiKeyIssue): Promise<IssuedKey> {
  const name = inField('name', () => cleanText(input.name, { min: 1, max: 200 }));
  const scopes = inField('scopes', () => cleanPermissions(input.scopes ?? []));
  const app = input.app == null ? null : inField('app', () => cleanAppCode(input.app!));
  const expiresAt = inField('expiresAt', () => checkExpiry(input.expiresAt ?? null, tx.now));
  await checkIssue(tx, input.actorId, scopes);
  const token = newToken();
  const apiKey = await write(tx, token, { actorId: input.actorId, name, scopes, app, expiresAt });
  return { apiKey, token };
}

/** Revokes a key; within a second it opens nothing. NotFound, StaleVersion, API_KEY_REVOKED. */
export async function revoke(
  tx: Tx,
  input: { readonly id: string; readonly expectedVersion?: number | null },
): Promise<ApiKey> {
  const before = await tx.lock('ApiKey', input.id, input.expectedVersion);
  const isSeen = await actors.isSeen(tx, before.actorId);
  if (!isSeen) throw new NotFound('ApiKey', input.id);
  if (before.revokedAt !== null) {
    throw new InvalidInput('API_KEY_REVOKED', 'The key is revoked already.').at('id');
  }
  const after = await tx.db
    .updateTable('ApiKey')
    .set({ revokedAt: tx.now, version: before.version + 1 })
    .where('id', '=', before.id)
    .returning(told)
    .executeTakeFirstOrThrow();
  const { revokedAt, version } = before;
  tx.emit(apiKeyRevoked({ before: { ...after, revokedAt, version }, after, data: {} }));
  return after;
}
