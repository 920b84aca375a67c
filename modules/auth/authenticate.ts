import { sql } from 'kysely';
import type { Database } from '../../prisma/database.js';
import type { Actor } from '../kernel/index.js';
import { effectivePermissions } from './grants.rules.js';
import { hashOf, isSameHash, isToken } from './token.js';

interface FoundKey {
  readonly hash: string;
  readonly scopes: readonly string[];
  readonly app: string | null;
  readonly expiresAt: Date | null;
  readonly id: string;
  readonly name: string;
  readonly kind: Actor['kind'];
  readonly isAllCompanies: boolean;
  readonly granted: readonly string[];
  readonly companyIds: readonly string[];
}

/** Who acts by a key, and the app whose documents alone the key may ask; null for any. */
export interface KeyHolder extends Actor {
  readonly app: string | null;
}

interface Known {
  readonly askedAt: number;
  readonly key: Promise<FoundKey | null>;
}

/** How long a revoked key may still be taken for good. */
const KEPT_MS = 1_000;
const KEYS_KEPT = 2_000;

/** By the hash of the token: tokens themselves are not kept in memory. */
const kept = new WeakMap<Database, Map<string, Known>>();

function keysOf(database: Database): Map<string, Known> {
  const known = kept.get(database) ?? new Map<string, Known>();
  kept.set(database, known);
  return known;
}

/** Looks every key up anew from now on, because a fact told that somebody's rights changed. */
export const forgetKeys = (database: Database): void => keysOf(database).clear();

async function find(database: Database, hash: string): Promise<FoundKey | null> {
  const { rows } = await sql<FoundKey>`
    select k."hash", k."scopes", k."app", k."expiresAt", a."id", a."name", a."kind", a."isAllCompanies",
      array(select distinct p from "ActorRole" ar join "Role" r on r."id" = ar."roleId",
        unnest(r."permissions") as p where ar."actorId" = a."id") as "granted",
      array(select ac."companyId"::text from "ActorCompany" ac
        where ac."actorId" = a."id" order by 1) as "companyIds"
    from "ApiKey" k join "Actor" a on a."id" = k."actorId"
    where k."hash" = ${hash} and k."revokedAt" is null and a."archivedAt" is null
  `.execute(database.db);
  const key = rows[0];
  return key && isSameHash(key.hash, hash) ? key : null;
}

/** Asks the store at most once a second for a key, and once for all who ask at the same time. */
function lookUp(database: Database, hash: string, now: number): Promise<FoundKey | null> {
  const known = keysOf(database);
  const recent = known.get(hash);
  if (recent && now >= recent.askedAt && now - recent.askedAt < KEPT_MS) return recent.key;
  const key = find(database, hash);
  known.delete(hash);
  known.set(hash, { askedAt: now, key });
  // The oldest goes first, so that strangers who try tokens cannot fill the memory.
  const oldest = known.size > KEYS_KEPT ? known.keys().next().value : undefined;
  if (oldest !== undefined) known.delete(oldest);
  key.catch(() => known.delete(hash));
  return key;
}

/**
 * Who presents a token; null when no key, or none that is still good, belongs to it. One statement,
 * and
 * none when the same token was asked for within the last second: so a revocation takes effect
 * within a
 * second on every process. An expiry is looked at each time.
 */
export async function authenticate(
  database: Database,
  token: string,
  now: Date,
): Promise<KeyHolder | null> {
  if (!isToken(token)) return null;
  const key = await lookUp(database, hashOf(token), now.getTime());
  if (!key || (key.expiresAt !== null && key.expiresAt <= now)) return null;
  return actorOf(key);
}

/** One actor for each time that a key was looked up, so that unchanged rights are known at a glance. */
const actors = new WeakMap<FoundKey, KeyHolder>();

function actorOf(key: FoundKey): KeyHolder {
  const known = actors.get(key);
  if (known) return known;
  const { id, name, kind, isAllCompanies, companyIds, granted, scopes, app } = key;
  const companies = isAllCompanies ? 'ALL' : companyIds;
  const permissions = effectivePermissions(granted, scopes);
  const actor: KeyHolder = { id, name, kind, companies, permissions, app };
  actors.set(key, actor);
  return actor;
}

/**
 * Who acts when nobody presents a key: an actor with what his roles grant now, narrowed to what was
 * permitted when he asked for it. Null once he is archived. One statement.
 */
export async function actingFor(
  database: Database,
  actorId: string,
  scopes: readonly string[],
): Promise<Actor | null> {
  const { rows } = await sql<Omit<FoundKey, 'hash' | 'scopes' | 'expiresAt'>>`
    select a."id", a."name", a."kind", a."isAllCompanies",
      array(select distinct p from "ActorRole" ar join "Role" r on r."id" = ar."roleId",
        unnest(r."permissions") as p where ar."actorId" = a."id") as "granted",
      array(select ac."companyId"::text from "ActorCompany" ac
        where ac."actorId" = a."id" order by 1) as "companyIds"
    from "Actor" a where a."id" = ${actorId} and a."archivedAt" is null
  `.execute(database.db);
  const found = rows[0];
  if (!found) return null;
  const { id, name, kind, isAllCompanies, companyIds, granted } = found;
  const narrow = new Set(scopes);
  const permissions = new Set(granted.filter((permission) => narrow.has(permission)));
  return { id, name, kind, companies: isAllCompanies ? 'ALL' : companyIds, permissions };
}
