import { randomUUID } from 'node:crypto';
import {
  fact,
  type Idempotency,
  type Row,
  type TransactRequest,
  type Tx,
} from '../../modules/events/index.js';
import { RuleViolation, type Actor } from '../../modules/kernel/index.js';
import type { Database } from '../../prisma/database.js';

/** A role is the smallest thing that can be written: the tests of the log write roles. */
export const roleCreated = fact<'Role'>('test.roleCreated', 'Role');
export const roleRenamed = fact<'Role', { readonly by: string }>('test.roleRenamed', 'Role');

export const clerk: Actor = {
  id: '00000000-0000-7000-8000-0000000000c1',
  name: 'Clerk',
  kind: 'PERSON',
  permissions: new Set(),
  companies: 'ALL',
};

/** A request of the clerk's, with a key when one is given. */
export function asking(idempotency: Idempotency | null = null): TransactRequest {
  return { actor: clerk, requestId: randomUUID(), operation: 'roleCreate', idempotency };
}

export const keyed = (key: string, fingerprint = 'same'): TransactRequest =>
  asking({ key, fingerprint });

export async function createRole(tx: Tx, code: string): Promise<Row<'Role'>> {
  const after = await tx.db
    .insertInto('Role')
    .values({ id: tx.newId(), code, name: code, permissions: [], createdAt: tx.now })
    .returningAll()
    .executeTakeFirstOrThrow();
  tx.emit(roleCreated({ before: null, after, data: {} }));
  return after;
}

export async function renameRole(tx: Tx, id: string, name: string): Promise<Row<'Role'>> {
  const before = await tx.lock('Role', id);
  const after = await tx.db
    .updateTable('Role')
    .set({ name, version: before.version + 1 })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  tx.emit(roleRenamed({ before, after, data: { by: tx.actor.name } }));
  return after;
}

/** The verb as a mutation would run it: its outcome names the role. */
export const creating = (code: string) => async (tx: Tx) => ({
  roleId: (await createRole(tx, code)).id,
});

export class RoleUnwanted extends RuleViolation {
  constructor(retryable = false) {
    super({ code: 'ROLE_UNWANTED', message: 'Nobody wants this role.', path: ['code'], retryable });
  }
}

/** How many rows a table has. */
export async function countOf(
  database: Database,
  table: 'Role' | 'Event' | 'AuditEntry' | 'IdempotencyKey',
): Promise<number> {
  const { rows } = await database.query({
    text: `select count(*)::int from "${table}"`,
    values: [],
  });
  return rows[0]?.[0] as number;
}

/** How many roles have a code. */
export async function rolesIn(database: Database, code: string): Promise<number> {
  const { length } = await database.db
    .selectFrom('Role')
    .select('id')
    .where('code', '=', code)
    .execute();
  return length;
}
