import type { CompactBom } from './costing.compact.rules.js';
import type { CompactRouting } from './costing.rules.js';
import { counts, countsLine, type Read, type Wanted } from './product-data.queries.js';
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

/** Lines travel as one text for each BOM: half a million rows would cost more than they tell. */
const BOMS = `
  select b."itemId" as product, b."isPhantom" as phantom, b."outputQuantity"::text as output,
    b."yieldPercent"::text as yield,
    string_agg(concat(
      case when l."kind" <> 'COMPONENT' then 'b' when l."isFixed" then 'f' else 'c' end,
      l."itemId", ' ', l."quantity", ' ', l."stockFactor", ' ',
      case when l."kind" = 'COMPONENT' then l."scrapPercent" else l."costSharePercent" end
    ), ';') filter (where l."id" is not null) as parts
  from "Bom" b left join "BomLine" l on l."bomId" = b."id" and ${countsLine('l', '$2')}
  where b."companyId" = $1 and ${counts('b', '$2')}
  group by b."id"`;

type Day = Omit<Wanted, 'itemIds'>;

/** All BOMs of a company that count on a day, as far as costs go. One statement. */
export async function bomsOf(read: Read, { companyId, on }: Day): Promise<CompactBom[]> {
  const rows = await read({ text: BOMS, values: [companyId, on] });
  return rows.map((row) => {
    const [productId, isPhantom, outputQuantity, yieldPercent, parts] = row;
    return { productId, isPhantom, outputQuantity, yieldPercent, parts } as CompactBom;
  });
}

/** The rates of the day are found once for a work center, however many operations it does. */
const ROUTINGS = `
  with hour as materialized (
    select w."id", concat_ws(' ', w."efficiencyPercent", coalesce(c."labourRate", 0),
      coalesce(c."machineRate", 0), coalesce(c."overheadRate", 0)) as rates
    from "WorkCenter" w
    left join lateral (
      select r.* from "WorkCenterRate" r
      where r."workCenterId" = w."id" and r."validFrom" <= $2::date
      order by r."validFrom" desc limit 1
    ) c on true
    where w."companyId" = $1
  )
  select r."itemId" as item,
    string_agg(concat_ws(' ', o."setupMinutes", o."runMinutes", hour.rates), ';') as operations
  from "Routing" r join "RoutingOperation" o on o."routingId" = r."id"
  join hour on hour."id" = o."workCenterId"
  where r."companyId" = $1 and ${counts('r', '$2')}
  group by r."itemId"`;

/** The routings of a company that count on a day, as far as costs go. One statement. */
export const routingsOf = async (read: Read, { companyId, on }: Day): Promise<CompactRouting[]> =>
  (await read({ text: ROUTINGS, values: [companyId, on] })) as unknown as CompactRouting[];
