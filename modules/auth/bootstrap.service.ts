import { InvalidInput, type Actor } from '../kernel/index.js';
import { nextVersion, type Tx } from '../events/index.js';
import { allPermissions } from '../permissions.js';
import { write as writeKey } from './api-key.service.js';
import { AlreadyBootstrapped } from './errors.js';
import { actorCreated, roleChanged, roleCreated } from './events.js';
import { isToken, newToken } from './token.js';

const ADMINISTRATOR = 'ADMINISTRATOR';

/** Who acts when nobody asked: at the first start, and for what runs by itself. */
export const systemActor: Actor = {
  id: '00000000-0000-7000-8000-000000000001',
  name: 'System',
  kind: 'SYSTEM',
  permissions: new Set<string>(allPermissions),
  companies: 'ALL',
};

/** The first administrator and the key that is shown once. */
export interface Bootstrapped {
  readonly actorId: string;
  readonly apiKeyId: string;
  readonly token: string;
}

function checkToken(token: string): string {
  if (isToken(token)) return token;
  const message = 'The first key has 32 to 256 visible ASCII characters.';
  throw new InvalidInput('TOKEN_MALFORMED', message).at('token');
}

async function insertActor(tx: Tx, id: string, name: string, kind: Actor['kind'], roles: string[]) {
  const after = await tx.db
    .insertInto('Actor')
    .values({ id, name, kind, isAllCompanies: true, createdAt: tx.now })
    .returningAll()
    .executeTakeFirstOrThrow();
  const grants = roles.map((roleId) => ({ actorId: id, roleId }));
  if (grants.length > 0) await tx.db.insertInto('ActorRole').values(grants).execute();
  tx.emit(actorCreated({ before: null, after, data: { roleIds: roles, companies: 'ALL' } }));
  return after;
}

/**
 * Makes the first administrator, who has every permission in every company, and his key: the given
 * one
 * or a new one. Two processes that try at once meet at the role's code: AlreadyBootstrapped.
 * TOKEN_MALFORMED. The token must not go into a stored answer.
 */
export async function bootstrap(
  tx: Tx,
  input: { readonly token?: string | null } = {},
): Promise<Bootstrapped> {
  const token = input.token ? checkToken(input.token) : newToken();
  const name = 'Administrator';
  const role = await tx.db
    .insertInto('Role')
    .values({
      id: tx.newId(),
      code: ADMINISTRATOR,
      name,
      permissions: [...allPermissions],
      createdAt: tx.now,
    })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!role) throw new AlreadyBootstrapped();
  tx.emit(roleCreated({ before: null, after: role, data: {} }));
  await insertActor(tx, systemActor.id, systemActor.name, 'SYSTEM', []);
  const { id: actorId } = await insertActor(tx, tx.newId(), name, 'PERSON', [role.id]);
  const columns = { actorId, name: 'First key', scopes: [], app: null, expiresAt: null };
  const { id: apiKeyId } = await writeKey(tx, token, columns);
  return { actorId, apiKeyId, token };
}

/**
 * Gives the administrators' role the permissions that a newer release brought; run at each start.
 * Answers whether there was anything to give.
 */
export async function completeAdministrator(tx: Tx): Promise<boolean> {
  const found = await tx.db
    .selectFrom('Role')
    .select(['id', 'permissions'])
    .where('code', '=', ADMINISTRATOR)
    .executeTakeFirst();
  if (!found || allPermissions.every((one) => found.permissions.includes(one))) return false;
  const before = await tx.lock('Role', found.id);
  const after = await nextVersion(tx, 'Role', before, { permissions: [...allPermissions] });
  tx.emit(roleChanged({ before, after, data: {} }));
  return true;
}
