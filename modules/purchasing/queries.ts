import { mustSee, type Decimal } from '../kernel/index.js';
import { oneOf, type Row, type Tx } from '../events/index.js';
import { byMerit } from './supplier-price.rules.js';

/** The suppliers that exist among ids, by id; archived ones too, for documents that name them. */
export async function getMany(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, Row<'Supplier'>>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('Supplier')
    .selectAll()
    .where('id', '=', oneOf(ids))
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** From whom an item can be bought: a price that holds, of a supplier in use. */
export interface Source {
  /** The price's own id. */
  readonly id: string;
  readonly supplierId: string;
  readonly itemId: string;
  readonly unit: string;
  readonly minQuantity: Decimal;
  readonly unitPrice: Decimal;
  readonly currency: string;
  /** Working days from the order until the goods are there. */
  readonly leadTimeDays: number;
  readonly priority: number;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export interface SourcesWanted {
  /** For which company; prices belong to the group, so it only has to be seen. */
  readonly companyId?: string | null;
  readonly itemIds: readonly string[];
  /** Only these suppliers' prices. */
  readonly supplierIds?: readonly string[];
  /** The day on which the prices must hold; null for those of all days. */
  readonly on: string | null;
}

/**
 * From whom items can be bought on a day, by item: prices that hold, of suppliers in use, the best
 * first (lowest priority, then lowest price). One statement. NotFound for a hidden company.
 */
export async function sources(tx: Tx, wanted: SourcesWanted): Promise<Map<string, Source[]>> {
  const { companyId, itemIds, supplierIds, on } = wanted;
  if (companyId !== null && companyId !== undefined) mustSee(tx.actor, companyId);
  const found = new Map<string, Source[]>(itemIds.map((id) => [id, []]));
  if (itemIds.length === 0) return found;
  let query = tx.db
    .selectFrom('SupplierPrice as p')
    .innerJoin('Supplier as s', 's.id', 'p.supplierId')
    .select(['p.id', 'p.supplierId', 'p.itemId', 'p.unit', 'p.minQuantity', 'p.unitPrice'])
    .select(['p.currency', 'p.leadTimeDays', 'p.priority', 'p.validFrom', 'p.validTo'])
    .where('p.itemId', '=', oneOf(itemIds))
    .where('p.archivedAt', 'is', null)
    .where('s.archivedAt', 'is', null);
  if (on !== null)
    query = query
      .where((eb) => eb.or([eb('p.validFrom', 'is', null), eb('p.validFrom', '<=', on)]))
      .where((eb) => eb.or([eb('p.validTo', 'is', null), eb('p.validTo', '>=', on)]));
  if (supplierIds) query = query.where('p.supplierId', '=', oneOf(supplierIds));
  for (const row of (await query.execute()).sort(byMerit)) found.get(row.itemId)?.push(row);
  return found;
}

/** How a company buys, when nobody has said anything else: no approvals, and no tolerance. */
export async function settingsOf(
  tx: Tx,
  companyIds: readonly string[],
): Promise<Map<string, Row<'PurchasingSettings'>>> {
  if (companyIds.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('PurchasingSettings')
    .selectAll()
    .where('companyId', '=', oneOf(companyIds))
    .execute();
  return new Map(rows.map((row) => [row.companyId, row]));
}
