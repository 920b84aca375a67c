import { DuplicateKey, NotFound, cleanText, inField } from '../kernel/index.js';
import { nextVersion, oneOf, type Row, type Tx } from '../events/index.js';
import { roleChanged, roleCreated } from './events.js';
import { checkGrant, cleanPermissions } from './grants.rules.js';
import { cleanRoleCode } from './input.rules.js';

export type Role = Row<'Role'>;

export interface RoleCreate {
  readonly code: string;
  readonly name: string;
  readonly permissions: readonly string[];
}

/** Absent keeps; the permissions given replace those there. */
export interface RoleChange {
  readonly id: string;
  readonly expectedVersion?: number | null;
  readonly name?: string;
  readonly permissions?: readonly string[];
}

/** The roles of a list, each once. NotFound for one that is missing, with its place in the list. */
export async function getMany(tx: Tx, ids: readonly string[]): Promise<Role[]> {
  if (ids.length === 0) return [];
  const rows = await tx.db.selectFrom('Role').selectAll().where('id', '=', oneOf(ids)).execute();
  const found = new Set(rows.map(({ id }) => id));
  const missing = ids.findIndex((id) => !found.has(id));
  if (missing >= 0) throw new NotFound('Role', ids[missing] ?? '').at(missing);
  return rows;
}

/**
 * Makes a role. Nobody puts into it what he does not have: GRANT_EXCEEDS_GRANTOR. DuplicateKey for
 * its
 * code, PERMISSION_UNKNOWN, InvalidInput by field.
 */
export async function create(tx: Tx, input: RoleCreate): Promise<Role> {
  const code = inField('code', () => cleanRoleCode(input.code));
  const name = inField('name', () => cleanText(input.name, { min: 1, max: 200 }));
  const permissions = inField('permissions', () => cleanPermissions(input.permissions));
  inField('permissions', () => checkGrant(tx.actor, permissions));
  const after = await tx.db
    .insertInto('Role')
    .values({ id: tx.newId(), code, name, permissions, createdAt: tx.now })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!after) throw new DuplicateKey('Role', 'code', code).at('code');
  tx.emit(roleCreated({ before: null, after, data: {} }));
  return after;
}

/**
 * Changes a role for all who have it. What is added, the actor must have himself:
 * GRANT_EXCEEDS_GRANTOR;
 * anything may be taken out. NotFound, StaleVersion, InvalidInput by field.
 */
export async function change(tx: Tx, input: RoleChange): Promise<Role> {
  const before = await tx.lock('Role', input.id, input.expectedVersion);
  const name = inField('name', () => cleanText(input.name ?? before.name, { min: 1, max: 200 }));
  const wanted = input.permissions;
  const permissions = wanted
    ? inField('permissions', () => cleanPermissions(wanted))
    : before.permissions;
  const added = permissions.filter((permission) => !before.permissions.includes(permission));
  inField('permissions', () => checkGrant(tx.actor, added));
  const after = await nextVersion(tx, 'Role', before, { name, permissions });
  tx.emit(roleChanged({ before, after, data: {} }));
  return after;
}
