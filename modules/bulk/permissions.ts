/** What a role may grant on bulk operations; everybody sees but his own. */
export const bulkPermissions = [
  'bulk.operation.read',
  'bulk.operation.run',
  'bulk.operation.cancel',
] as const;
