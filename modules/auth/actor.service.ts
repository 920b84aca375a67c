import { InvalidInput, NotFound, RuleViolation, cleanText, inField } from '../kernel/index.js';
import { nextVersion, oneOf, type Row, type Tx } from '../events/index.js';
import { companies } from '../platform/index.js';
import { actorArchived, actorChanged, actorCreated } from './events.js';
import { checkGrant, cleanReach, covers, type CompanyReach } from './grants.rules.js';
import * as roles from './role.service.js';

export type ActorRow = Row<'Actor'>;

export interface ActorCreate {
  readonly name: string;
  readonly kind: 'PERSON' | 'INTEGRATION';
  readonly roleIds: readonly string[];
  readonly companies: CompanyReach;
}

/** Absent keeps; roles and companies given replace those there. */
export interface ActorChange {
  readonly id: string;
  readonly expectedVersion?: number | null;
  readonly name?: string;
  readonly roleIds?: readonly string[];
  readonly companies?: CompanyReach;
}

/** What an actor was granted, as it is stored. */
export interface StoredGrants {
  readonly roleIds: readonly string[];
  readonly companies: CompanyReach;
  readonly permissions: readonly string[];
}

/** The grants of an actor. */
export async function grantsOf(
  tx: Tx,
  actor: Pick<ActorRow, 'id' | 'isAllCompanies'>,
): Promise<StoredGrants> {
  const held = await tx.db
    .selectFrom('ActorRole')
    .innerJoin('Role', 'Role.id', 'ActorRole.roleId')
    .select(['Role.id', 'Role.permissions'])
    .where('ActorRole.actorId', '=', actor.id)
    .orderBy('Role.id')
    .execute();
  const reach = await tx.db
    .selectFrom('ActorCompany')
    .select('companyId')
    .where('actorId', '=', actor.id)
    .orderBy('companyId')
    .execute();
  return {
    roleIds: held.map(({ id }) => id),
    companies: actor.isAllCompanies ? 'ALL' : reach.map(({ companyId }) => companyId),
    permissions: [...new Set(held.flatMap(({ permissions }) => permissions))],
  };
}

/** Tells whether the caller sees all companies of an actor. */
export async function isSeen(tx: Tx, id: string): Promise<boolean> {
  if (tx.actor.companies === 'ALL') return true;
  const row = await tx.db
    .selectFrom('Actor')
    .select(['id', 'isAllCompanies'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined && covers(tx.actor.companies, (await grantsOf(tx, row)).companies);
}

/** As `inField`, for what has to be read first. */
async function inFieldLater<T>(field: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof RuleViolation ? error.at(field) : error;
  }
}

/** Checks roles and companies against what the actor who grants them has himself. */
async function cleanGrants(
  tx: Tx,
  input: { readonly roleIds: readonly string[]; readonly companies: CompanyReach },
  already: readonly string[] = [],
): Promise<Omit<StoredGrants, 'permissions'>> {
  const granted = await inFieldLater('roleIds', () => roles.getMany(tx, input.roleIds));
  const added = granted.filter(({ id }) => !already.includes(id));
  inField('roleIds', () => checkGrant(tx.actor, new Set(added.flatMap((r) => r.permissions))));
  const reach = inField('companies', () => cleanReach(tx.actor, input.companies));
  if (reach !== 'ALL') await inFieldLater('companies', () => companies.getMany(tx, reach));
  return { roleIds: granted.map(({ id }) => id).sort(), companies: reach };
}

async function writeRoles(tx: Tx, actorId: string, roleIds: readonly string[]): Promise<void> {
  await tx.db.deleteFrom('ActorRole').where('actorId', '=', actorId).execute();
  const rows = roleIds.map((roleId) => ({ actorId, roleId }));
  if (rows.length > 0) await tx.db.insertInto('ActorRole').values(rows).execute();
}

async function writeCompanies(tx: Tx, actorId: string, reach: CompanyReach): Promise<void> {
  await tx.db.deleteFrom('ActorCompany').where('actorId', '=', actorId).execute();
  const rows = reach === 'ALL' ? [] : reach.map((companyId) => ({ actorId, companyId }));
  if (rows.length > 0) await tx.db.insertInto('ActorCompany').values(rows).execute();
}

/**
 * Makes an actor with roles and companies. Nobody grants what he does not have:
 * GRANT_EXCEEDS_GRANTOR,
 * and a company out of his sight is NotFound. InvalidInput by field.
 */
export async function create(tx: Tx, input: ActorCreate): Promise<ActorRow> {
  const name = inField('name', () => cleanText(input.name, { min: 1, max: 200 }));
  const grants = await cleanGrants(tx, input);
  const after = await tx.db
    .insertInto('Actor')
    .values({
      id: tx.newId(),
      name,
      kind: input.kind,
      isAllCompanies: grants.companies === 'ALL',
      createdAt: tx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await writeRoles(tx, after.id, grants.roleIds);
  await writeCompanies(tx, after.id, grants.companies);
  tx.emit(actorCreated({ before: null, after, data: grants }));
  return after;
}

/**
 * Locks an actor whose companies the caller all sees, and answers what he was granted. NotFound.
 */
export async function lockSeen(
  tx: Tx,
  input: { readonly id: string; readonly expectedVersion?: number | null },
): Promise<{ readonly row: ActorRow; readonly grants: StoredGrants }> {
  const row = await tx.lock('Actor', input.id, input.expectedVersion);
  const grants = await grantsOf(tx, row);
  if (!covers(tx.actor.companies, grants.companies)) throw new NotFound('Actor', row.id);
  return { row, grants };
}

/** Locks an actor who may be changed: neither the system nor archived. */
async function lockLive(tx: Tx, input: { id: string; expectedVersion?: number | null }) {
  const { row, grants } = await lockSeen(tx, input);
  if (row.kind === 'SYSTEM' || row.archivedAt !== null) {
    const message = 'The actor {name} is the system itself or archived.';
    throw new InvalidInput('ACTOR_UNCHANGEABLE', message, { name: row.name });
  }
  return { row, grants };
}

/**
 * Changes an actor's name, roles or companies. What is added, the changer must have himself:
 * GRANT_EXCEEDS_GRANTOR. NotFound, StaleVersion, InvalidInput by field.
 */
export async function change(tx: Tx, input: ActorChange): Promise<ActorRow> {
  const { row: before, grants } = await lockLive(tx, input);
  const name = inField('name', () => cleanText(input.name ?? before.name, { min: 1, max: 200 }));
  const wanted = {
    roleIds: input.roleIds ?? grants.roleIds,
    companies: input.companies ?? grants.companies,
  };
  const granted = await cleanGrants(tx, wanted, grants.roleIds);
  if (input.roleIds) await writeRoles(tx, before.id, granted.roleIds);
  if (input.companies) await writeCompanies(tx, before.id, granted.companies);
  const after = await nextVersion(tx, 'Actor', before, {
    name,
    isAllCompanies: granted.companies === 'ALL',
  });
  tx.emit(actorChanged({ before, after, data: granted }));
  return after;
}

/** Takes an actor out of service: his keys open nothing any more. NotFound, StaleVersion. */
export async function archive(
  tx: Tx,
  input: { readonly id: string; readonly expectedVersion?: number | null },
): Promise<ActorRow> {
  const { row: before } = await lockLive(tx, input);
  if (before.id === tx.actor.id) {
    const message = 'Nobody takes himself out of service.';
    throw new InvalidInput('ACTOR_IS_CALLER', message).at('id');
  }
  const after = await nextVersion(tx, 'Actor', before, { archivedAt: tx.now });
  tx.emit(actorArchived({ before, after, data: {} }));
  return after;
}

/** The actors among ids who are in service, by id; one statement. */
export async function getMany(tx: Tx, ids: readonly string[]): Promise<Map<string, ActorRow>> {
  if (ids.length === 0) return new Map();
  const wanted = [...new Set(ids)];
  const rows = await tx.db
    .selectFrom('Actor')
    .selectAll()
    .where('id', '=', oneOf(wanted))
    .where('archivedAt', 'is', null)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
