import { soldItems } from '../../../modules/sales/index.js';
import { opportunities } from '../../../modules/crm/index.js';
import { decimal } from '../../../modules/kernel/index.js';
import type { Shop } from '../sales/shop.js';

type Create = Parameters<typeof opportunities.create>[1];
type Change = Parameters<typeof opportunities.change>[1];

/** An item wanted of an opportunity. */
export const want = (itemId: string | null, quantity: string, unitPrice: string) => ({
  itemId,
  quantity: decimal(quantity),
  unitPrice: decimal(unitPrice),
});

/** Enters an opportunity of the shop's customer. */
export function pursue(shop: Shop, told: Partial<Create> = {}) {
  const { companyId, customerId } = shop;
  const input = { companyId, customerId, name: 'A hundred bolts', ...told };
  return shop.act((tx) => opportunities.create(tx, input, (ids) => soldItems(tx, ids)));
}

export const changed = (shop: Shop, patch: Change) =>
  shop.act((tx) => opportunities.change(tx, patch, (ids) => soldItems(tx, ids)));
