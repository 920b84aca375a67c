import { sql } from 'kysely';
import type { FactOn, Tx } from '../events/index.js';
import { ItemInUse } from '../inventory/index.js';

/**
 * Keeps an item apart while it is made, or things are made of it: released revisions are not
 * rewritten. Another revision replaces it first, and is checked for cycles as each is. ItemInUse.
 */
export async function refuseMade(tx: Tx, { after }: FactOn<'Item', object>): Promise<void> {
  const id = after.id;
  const { rows } = await sql<{ name: string }>`
    select 'BOM ' || b."revision" as name from "Bom" b
    where b."status" not in ('SUPERSEDED', 'OBSOLETE') and (b."itemId" = ${id} or exists (
      select 1 from "BomLine" l where l."bomId" = b."id" and l."itemId" = ${id}
      union all select 1 from "BomLineAlternate" a where a."bomId" = b."id" and a."itemId" = ${id}))
    union all
    select 'routing ' || r."revision" from "Routing" r
    where r."itemId" = ${id} and r."status" <> 'OBSOLETE'
    union all
    select w."number" from "WorkOrder" w
    where w."status" not in ('CLOSED', 'CANCELLED') and (w."itemId" = ${id} or exists (
      select 1 from "WorkOrderMaterial" m where m."workOrderId" = w."id" and m."itemId" = ${id}
      union all select 1 from "WorkOrderMaterialAlternate" a
      where a."workOrderId" = w."id" and a."itemId" = ${id}))
    limit 1
  `.execute(tx.db);
  const [use] = rows;
  if (use) throw new ItemInUse(after.code, use.name).at('mergedId');
}
