import { sql } from 'kysely';
import { mustSee } from '../kernel/index.js';
import type { Row, Tx } from '../events/index.js';

/** What left by a line of a document: from which bin and lot, how much, and what it was worth. */
export type LeftMove = Pick<
  Row<'StockMove'>,
  'id' | 'itemId' | 'warehouseId' | 'binId' | 'lotId' | 'quantity' | 'unit' | 'value' | 'currency'
> & { readonly lineId: string };

/**
 * What left by lines of documents, quantities and values above zero, in the order in which it left.
 * One statement. NotFound for a hidden company.
 */
export async function leftBy(
  tx: Tx,
  { companyId, lineIds }: { readonly companyId: string; readonly lineIds: readonly string[] },
): Promise<LeftMove[]> {
  mustSee(tx.actor, companyId);
  if (lineIds.length === 0) return [];
  const { rows } = await sql<LeftMove>`
    select "id", "lineId", "itemId", "warehouseId", "binId", "lotId", -"quantity" as "quantity",
      "unit", -"value" as "value", "currency"
    from "StockMove"
    where "lineId" = any(${lineIds}::uuid[]) and "companyId" = ${companyId} and "quantity" < 0
    order by "id"
  `.execute(tx.db);
  return rows;
}
