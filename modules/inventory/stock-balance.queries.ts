/**
 * What lay in every place at the end of a day, added up from the moves posted until then: a select
 * with one row for each company, item, bin, lot and status that had a move. `day` is a placeholder.
 *
 * What a company's stock of an item was worth, the sum of its layers until then, is shared out by
 * quantity: each row takes what is due up to it less what was taken before it, so that the rows of
 * an item sum to its worth to the last digit. Where the quantities cancel out, the first row bears
 * what is left.
 */
export const stockBalances = (day: string): string => `
  select b."id", b."companyId", b."itemId", b."warehouseId", b."binId", b."lotId", b."status",
    b."unit", b."currency", b."onHand", b."lastMovedOn",
    coalesce(case
      when b.total <> 0 then round(b.worth * b.upto / b.total, 4)
        - round(b.worth * (b.upto - b."onHand") / b.total, 4)
      when b.place = 1 then b.worth
    end, 0) as "value"
  from (
    select m.*, w.total, w.worth, sum(m."onHand") over item as upto, row_number() over item as place
    from (
      select md5(concat_ws(' ', "companyId", "itemId", "binId", "lotId", "status"))::uuid as "id",
        "companyId", "itemId", "warehouseId", "binId", "lotId", "status", "unit", "currency",
        sum("quantity") as "onHand", max("postedOn") as "lastMovedOn"
      from "StockMove" where "postedOn" <= ${day}
      group by "companyId", "itemId", "warehouseId", "binId", "lotId", "status", "unit", "currency"
    ) m
    left join (
      select "companyId", "itemId", sum("quantity") as total, sum("value") as worth
      from "ValuationLayer" where "postedOn" <= ${day} group by "companyId", "itemId"
    ) w on w."companyId" = m."companyId" and w."itemId" = m."itemId"
    window item as (partition by m."companyId", m."itemId"
      order by m."binId", m."lotId", m."status" rows unbounded preceding)
  ) b`;
