import { authPermissions } from './auth/permissions.js';
import { financePermissions } from './finance/permissions.js';
import { platformPermissions } from './platform/permissions.js';

/** Every permission there is, as each module lists its own. */
export const allPermissions = [
  ...authPermissions,
  ...platformPermissions,
  ...financePermissions,
] as const;

/** What an entrance or a type may ask for. */
export type Permission = (typeof allPermissions)[number];
