import { sql } from 'kysely';
import type { Tx } from '../events/index.js';
import { canonical, localDateAt, type Decimal } from '../kernel/index.js';
import { companies } from '../platform/index.js';

/**
 * Keeps in their histories what items cost as a standard from today on, where the latest cost is
 * another. The fact is that of the settings that changed. One statement.
 */
export async function recordCosts(
  tx: Tx,
  companyId: string,
  costs: readonly { readonly itemId: string; readonly standardCost: Decimal }[],
): Promise<void> {
  if (costs.length === 0) return;
  const { baseCurrency, timeZone } = await companies.get(tx, companyId);
  await sql`
    insert into "StandardCost"
      ("id", "companyId", "itemId", "validFrom", "standardCost", "currency", "createdAt")
    select k.id, ${companyId}::uuid, k.item, ${localDateAt(tx.now, timeZone)}::date, k.cost,
      ${baseCurrency}, ${tx.now}::timestamptz
    from unnest(
      ${costs.map(() => tx.newId())}::uuid[], ${costs.map(({ itemId }) => itemId)}::uuid[],
      ${costs.map(({ standardCost }) => canonical(standardCost))}::numeric[]
    ) as k(id, item, cost)
    where k.cost is distinct from (
      select c."standardCost" from "StandardCost" c
      where c."companyId" = ${companyId}::uuid and c."itemId" = k.item
      order by c."validFrom" desc limit 1)
    on conflict ("companyId", "itemId", "validFrom") do update
    set "standardCost" = excluded."standardCost", "version" = "StandardCost"."version" + 1
  `.execute(tx.db);
}
