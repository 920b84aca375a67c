/** What a role may grant on actors, roles and keys themselves. */
export const authPermissions = [
  'auth.actor.read',
  'auth.actor.create',
  'auth.actor.change',
  'auth.actor.archive',
  'auth.role.read',
  'auth.role.create',
  'auth.role.change',
  'auth.apiKey.read',
  'auth.apiKey.issue',
  'auth.apiKey.revoke',
  'auth.operation.estimate',
  'auth.trustedDocuments.read',
  'auth.trustedDocuments.register',
  'auth.trustedDocuments.withdraw',
] as const;
