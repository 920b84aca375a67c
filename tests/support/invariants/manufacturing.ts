import type { Invariant } from '../../../modules/finance/books-check.js';

const counts = (row: string): string =>
  `${row}."status" not in ('DRAFT', 'IN_REVIEW') and ${row}."validFrom" is not null
    and (${row}."validTo" is null or ${row}."validFrom" < ${row}."validTo")`;

const oneForADay = (table: string): string => `
  select a."id", b."id" from "${table}" a join "${table}" b
    on a."companyId" = b."companyId" and a."itemId" = b."itemId" and a."id" < b."id"
  where ${counts('a')} and ${counts('b')}
    and a."validFrom" < coalesce(b."validTo", 'infinity')
    and b."validFrom" < coalesce(a."validTo", 'infinity')`;

/** What must hold of how things are made. */
export const manufacturingInvariants: readonly Invariant[] = [
  { name: 'Of an item one released BOM counts on a day.', text: oneForADay('Bom') },
  { name: 'Of an item one released routing counts on a day.', text: oneForADay('Routing') },
  {
    name: 'No item goes into itself by BOMs that count on a day.',
    text: `with recursive day as (
        select distinct "companyId", "validFrom" as day from "Bom" b where ${counts('b')}
      ), part as (
        select distinct d."companyId", d.day, b."itemId" as product, l."itemId" as item
        from day d join "Bom" b on b."companyId" = d."companyId" and ${counts('b')}
          and b."validFrom" <= d.day and (b."validTo" is null or b."validTo" > d.day)
        join (
          select "bomId", "itemId", "validFrom", "validTo" from "BomLine"
            where "kind" = 'COMPONENT'
          union all select "bomId", "itemId", "validFrom", "validTo" from "BomLineAlternate"
        ) l on l."bomId" = b."id"
          and (l."validFrom" is null or l."validFrom" <= d.day)
          and (l."validTo" is null or l."validTo" > d.day)
      ), below as (
        select * from part union
        select b."companyId", b.day, b.product, p.item from below b join part p
          on p."companyId" = b."companyId" and p.day = b.day and p.product = b.item)
      select * from below where product = item`,
  },
  {
    name: 'By-products bear less than the whole cost.',
    text: `select "bomId", sum("costSharePercent") from "BomLine"
      group by 1 having sum("costSharePercent") >= 100`,
  },
  {
    name: 'What makes things names items, calendars and companies that exist.',
    text: `select b."id" from "Bom" b left join "Item" i on i."id" = b."itemId"
        left join "Company" c on c."id" = b."companyId" where i."id" is null or c."id" is null
      union all select l."id" from "BomLine" l left join "Item" i on i."id" = l."itemId"
        where i."id" is null
      union all select a."id" from "BomLineAlternate" a left join "Item" i on i."id" = a."itemId"
        left join "BomLine" l on l."id" = a."bomLineId" and l."bomId" = a."bomId"
          and l."companyId" = a."companyId" and l."hasAlternates"
        where i."id" is null or l."id" is null
      union all select l."id" from "BomLine" l where l."hasAlternates" and not exists (
        select from "BomLineAlternate" a where a."bomLineId" = l."id")
      union all select r."id" from "Routing" r left join "Item" i on i."id" = r."itemId"
        where i."id" is null
      union all select o."id" from "RoutingOperation" o join "WorkCenter" w
        on w."id" = o."workCenterId" where w."companyId" <> o."companyId"
      union all select w."id" from "WorkCenter" w left join "WorkCalendar" k
        on k."id" = w."calendarId" where w."calendarId" is not null and k."id" is null`,
  },
];
