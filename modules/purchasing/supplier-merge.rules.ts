import type { SupplierColumns } from './supplier.rules.js';
import { priceKey, type SupplierPriceColumns } from './supplier-price.rules.js';

/** What of a supplier can be chosen in a merge. */
export const supplierFields = [
  'name',
  'legalName',
  'taxNumber',
  'email',
  'phone',
  'countryCode',
  'currency',
  'paymentTermsId',
] as const satisfies readonly (keyof SupplierColumns)[];

export type SupplierField = (typeof supplierFields)[number];

/** The prices of one supplier or item that another lacks, as the other's. */
export function takenPrices(
  known: readonly SupplierPriceColumns[],
  by: 'supplierId' | 'itemId',
  { fromId, toId }: { readonly fromId: string; readonly toId: string },
): SupplierPriceColumns[] {
  const keys = new Set(known.filter((price) => price[by] === toId).map(priceKey));
  return known
    .filter((price) => price[by] === fromId)
    .map((price) => ({
      supplierId: price.supplierId,
      itemId: price.itemId,
      supplierItemCode: price.supplierItemCode,
      unit: price.unit,
      minQuantity: price.minQuantity,
      unitPrice: price.unitPrice,
      currency: price.currency,
      leadTimeDays: price.leadTimeDays,
      priority: price.priority,
      validFrom: price.validFrom,
      validTo: price.validTo,
      [by]: toId,
    }))
    .filter((price) => !keys.has(priceKey(price)));
}
