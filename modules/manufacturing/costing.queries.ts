import type { Read } from './product-data.queries.js';
import { scaled } from './scaled.rules.js';

const KNOWN = `
  select i.id as item, coalesce(
    c."standardCost", case when v."quantity" > 0 then round(v."value" / v."quantity", 9) end
  )::text as cost
  from unnest($2::uuid[]) as i(id)
  left join "ItemCompany" c on c."itemId" = i.id and c."companyId" = $1
  left join "ItemValuation" v on v."itemId" = i.id and v."companyId" = $1
  where c."standardCost" is not null or v."quantity" > 0`;

/**
 * What one stock unit of items costs a company as far as it is known, scaled: the standard cost, or
 * else the average of what is in stock. One statement.
 */
export async function knownCosts(
  read: Read,
  companyId: string,
  itemIds: readonly string[],
): Promise<Map<string, bigint>> {
  if (itemIds.length === 0) return new Map();
  const rows = await read({ text: KNOWN, values: [companyId, itemIds] });
  return new Map(rows.map(([item, cost]) => [String(item), scaled(String(cost))]));
}
