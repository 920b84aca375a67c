/** What a role may grant on items and stock. */
export const inventoryPermissions = [
  'inventory.item.read',
  'inventory.item.create',
  'inventory.item.change',
  'inventory.item.archive',
  'inventory.itemSettings.read',
  'inventory.itemSettings.set',
  'inventory.warehouse.read',
  'inventory.warehouse.create',
  'inventory.bin.read',
  'inventory.bin.create',
  'inventory.stockLevel.read',
  'inventory.stockMove.read',
  'inventory.reservation.read',
  'inventory.valuation.read',
  'inventory.stockOpening.read',
  'inventory.stockOpening.create',
] as const;
