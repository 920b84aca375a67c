import { authPermissions } from './auth/permissions.js';
import { bulkPermissions } from './bulk/permissions.js';
import { crmPermissions } from './crm/permissions.js';
import { eventsPermissions } from './events/permissions.js';
import { financePermissions } from './finance/permissions.js';
import { inventoryPermissions } from './inventory/permissions.js';
import { manufacturingPermissions } from './manufacturing/permissions.js';
import { outboundPermissions } from './outbound/permissions.js';
import { platformPermissions } from './platform/permissions.js';
import { purchasingPermissions } from './purchasing/permissions.js';
import { salesPermissions } from './sales/permissions.js';

/** Every permission there is, as each module lists its own. */
export const allPermissions = [
  ...eventsPermissions,
  ...platformPermissions,
  ...authPermissions,
  ...bulkPermissions,
  ...outboundPermissions,
  ...crmPermissions,
  ...inventoryPermissions,
  ...purchasingPermissions,
  ...manufacturingPermissions,
  ...salesPermissions,
  ...financePermissions,
] as const;

/** What an entrance or a type may ask for. */
export type Permission = (typeof allPermissions)[number];
