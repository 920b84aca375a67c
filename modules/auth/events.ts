import { fact } from '../events/index.js';

/** What an actor may do and where, beside the row itself. */
interface Grants {
  readonly roleIds: readonly string[];
  readonly companies: 'ALL' | readonly string[];
}

export const actorCreated = fact<'Actor', Grants>('auth.actorCreated', 'Actor');
export const actorChanged = fact<'Actor', Grants>('auth.actorChanged', 'Actor');
export const actorArchived = fact<'Actor'>('auth.actorArchived', 'Actor');

export const roleCreated = fact<'Role'>('auth.roleCreated', 'Role');
export const roleChanged = fact<'Role'>('auth.roleChanged', 'Role');

export const trustedDocumentsRegistered = fact<'DocumentManifest', { readonly added: number }>(
  'auth.trustedDocumentsRegistered',
  'DocumentManifest',
);
export const trustedDocumentsWithdrawn = fact<'DocumentManifest'>(
  'auth.trustedDocumentsWithdrawn',
  'DocumentManifest',
);

/** A key is told without its hash: what could be compared with a secret stays in its own table. */
export const apiKeyIssued = fact<'ApiKey'>('auth.apiKeyIssued', 'ApiKey');
export const apiKeyRevoked = fact<'ApiKey'>('auth.apiKeyRevoked', 'ApiKey');
