import { InvalidInput, LimitExceeded, NotFound, type Actor } from '../kernel/index.js';
import { allPermissions, type Permission } from '../permissions.js';
import { GrantExceedsGrantor } from './errors.js';

/** The companies of an actor: all, also those to come, or the named ones. */
export type CompanyReach = Actor['companies'];

const known: ReadonlySet<string> = new Set(allPermissions);
const COMPANIES_MAX = 1_000;

/** Takes permissions as they were named: known ones, each once, in order. */
export function cleanPermissions(names: readonly string[]): Permission[] {
  const unknown = names.find((name) => !known.has(name));
  if (unknown === undefined) return [...new Set(names as readonly Permission[])].sort();
  const message = 'There is no permission {permission}.';
  throw new InvalidInput('PERMISSION_UNKNOWN', message, { permission: unknown });
}

/** Refuses to grant permissions that the grantor does not have himself. */
export function checkGrant(grantor: Pick<Actor, 'permissions'>, granted: Iterable<string>): void {
  const missing = [...granted].filter((permission) => !grantor.permissions.has(permission));
  if (missing.length > 0) throw new GrantExceedsGrantor(missing);
}

/** Takes a reach no wider than the grantor's; a company out of his sight is not found. */
export function cleanReach(grantor: Pick<Actor, 'companies'>, reach: CompanyReach): CompanyReach {
  const { companies } = grantor;
  if (reach === 'ALL') {
    if (companies !== 'ALL') throw new GrantExceedsGrantor(['ALL_COMPANIES']);
    return reach;
  }
  if (reach.length > COMPANIES_MAX) {
    throw new LimitExceeded('Companies', COMPANIES_MAX, reach.length);
  }
  const hidden = reach.find((id) => companies !== 'ALL' && !companies.includes(id));
  if (hidden !== undefined) throw new NotFound('Company', hidden);
  return [...new Set(reach)].sort();
}

/** Tells whether a reach contains another. */
export function covers(wide: CompanyReach, narrow: CompanyReach): boolean {
  if (wide === 'ALL') return true;
  return narrow !== 'ALL' && narrow.every((id) => wide.includes(id));
}

/**
 * What a caller may do: what his roles grant, narrowed to the key's scopes when it has any. A scope
 * that
 * the roles do not grant, or no longer grant, is worth nothing.
 */
export function effectivePermissions(
  granted: readonly string[],
  scopes: readonly string[],
): ReadonlySet<string> {
  if (scopes.length === 0) return new Set(granted);
  const narrow = new Set(scopes);
  return new Set(granted.filter((permission) => narrow.has(permission)));
}
