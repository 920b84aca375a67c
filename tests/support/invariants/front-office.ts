import type { Invariant } from '../../../modules/finance/books-check.js';

/** What must hold of opportunities, prices and quotes, and of the orders that come of them. */
export const frontOfficeInvariants: readonly Invariant[] = [
  {
    name: 'What is ordered of a quote is what its orders take that were not cancelled.',
    text: `select q."id", q."ordered", sum(l."quantity") from "QuoteLine" q
      left join (
        select l."quoteLineId", l."quantity" from "SalesOrderLine" l
        join "SalesOrder" o on o."id" = l."salesOrderId" and o."status" <> 'CANCELLED'
        where l."status" <> 'CANCELLED'
      ) l on l."quoteLineId" = q."id"
      group by q."id" having q."ordered" <> coalesce(sum(l."quantity"), 0)`,
  },
  {
    name: 'The status of a quote says how much of it is ordered.',
    text: `with told as (
        select q."id", q."status", bool_and(l."ordered" = l."quantity") as is_all,
          bool_or(l."ordered" > 0) as is_some
        from "Quote" q join "QuoteLine" l on l."quoteId" = q."id" group by q."id")
      select * from told where ("status" = 'ACCEPTED') <> is_all
        or ("status" = 'PARTIALLY_ORDERED') <> (is_some and not is_all)`,
  },
  {
    name: 'A quote that was accepted, in all or in part, has an order of its customer.',
    text: `select q."id" from "Quote" q where q."status" in ('ACCEPTED', 'PARTIALLY_ORDERED')
      and not exists (select from "SalesOrder" o where o."quoteId" = q."id"
        and o."customerId" = q."customerId" and o."status" <> 'CANCELLED')`,
  },
  {
    name: 'An order line orders a line of the quote of its order, at what was estimated.',
    text: `select l."id" from "SalesOrderLine" l
      join "SalesOrder" o on o."id" = l."salesOrderId"
      left join "QuoteLine" q on q."id" = l."quoteLineId"
      where l."quoteLineId" is not null and (q."id" is null
        or o."quoteId" is distinct from q."quoteId" or l."itemId" is distinct from q."itemId"
        or l."unit" <> q."unit" or l."quotedUnitCost" is distinct from
          q."materialCost" + q."labourCost" + q."overheadCost")`,
  },
  {
    name: 'The amounts of a quote are the sums of its lines, and its margin is net less cost.',
    text: `select q."id" from "Quote" q
      left join (select "quoteId", sum("netAmount") as net, sum("taxAmount") as tax
        from "QuoteLine" group by 1) l on l."quoteId" = q."id"
      join "Currency" u on u."code" = q."baseCurrency"
      where (q."netAmount", q."taxAmount") is distinct from (l.net, l.tax)
        or q."estimatedMargin" + q."estimatedCost"
          <> round(q."netAmount" * q."exchangeRate", u."minorUnits")`,
  },
  {
    name: 'A revision has the number of what it supersedes, and one quote of a number is current.',
    text: `select n."id" from "Quote" n left join "Quote" o on o."id" = n."supersedesId"
      where n."supersedesId" is not null and (o."id" is null or o."status" <> 'SUPERSEDED'
        or o."number" <> n."number" or o."revision" + 1 <> n."revision")
      union all
      select o."id" from "Quote" o where o."status" = 'SUPERSEDED'
        and not exists (select from "Quote" n where n."supersedesId" = o."id")`,
  },
  {
    name: 'Nobody approved a quote of his own.',
    text: `select "id" from "Quote" where "approvedById" = "createdById"`,
  },
  {
    name: 'An opportunity is worth what its lines sum to.',
    text: `select o."id" from "Opportunity" o join (
        select "opportunityId", sum("netAmount") as net from "OpportunityLine" group by 1
      ) l on l."opportunityId" = o."id" where o."amount" <> l.net`,
  },
  {
    name: 'The stages of an opportunity follow each other without gaps, unless it was closed.',
    text: `with chained as (
        select c.*, o."status", o."stageId" as current, o."stageEnteredAt",
          lead(c."enteredAt") over w as next, row_number() over w as place,
          count(*) over (partition by c."opportunityId") as places
        from "OpportunityStageChange" c join "Opportunity" o on o."id" = c."opportunityId"
        window w as (partition by c."opportunityId" order by c."id"))
      select "id" from chained
      where place < places and ("leftAt" is null or "leftAt" > next
          or ("outcome" is null and "leftAt" <> next))
        or place = places and ("stageId" <> current or "enteredAt" <> "stageEnteredAt"
          or ("status" = 'OPEN') <> ("leftAt" is null)
          or ("status" <> 'OPEN' and "outcome" is distinct from "status"))
      union all
      select o."id" from "Opportunity" o where not exists (
        select from "OpportunityStageChange" c where c."opportunityId" = o."id")`,
  },
  {
    name: 'A price is in the currency of its list, of its company, and of an item that is there.',
    text: `select p."id" from "PriceListPrice" p
      left join "PriceList" l on l."id" = p."priceListId" left join "Item" i on i."id" = p."itemId"
      where i."id" is null or l."currency" is distinct from p."currency"
        or l."companyId" is distinct from p."companyId"`,
  },
];
