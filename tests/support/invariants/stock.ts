import type { Invariant } from '../../../modules/finance/books-check.js';

/** What must hold of stock, its reservations and its worth. */
export const stockInvariants: readonly Invariant[] = [
  {
    name: 'Stock on hand is the sum of its moves, for each item, bin, lot and status.',
    text: `with moved as (
        select "companyId", "itemId", "binId", coalesce("lotId"::text, '') as lot, "status",
          sum("quantity") as quantity
        from "StockMove" group by 1, 2, 3, 4, 5
      ), held as (
        select "companyId", "itemId", "binId", coalesce("lotId"::text, '') as lot, "status",
          sum("onHand") as quantity, count(*) as rows
        from "StockLevel" group by 1, 2, 3, 4, 5)
      select * from moved full join held using ("companyId", "itemId", "binId", lot, "status")
      where coalesce(moved.quantity, 0) <> coalesce(held.quantity, 0) or held.rows > 1`,
  },
  {
    name: 'Nothing is reserved beyond what is on hand, and nothing below zero.',
    text: `select "id", "onHand", "reserved" from "StockLevel"
      where "onHand" < 0 or "reserved" < 0 or "reserved" > "onHand"`,
  },
  {
    name: 'Reserved stock is the sum of its open reservations.',
    text: `select l."id", l."reserved", sum(r."quantity") from "StockLevel" l
      left join "Reservation" r on r."stockLevelId" = l."id"
      group by l."id"
      having l."reserved" <> coalesce(sum(r."quantity"), 0) or min(r."quantity") < 0`,
  },
  {
    name: 'What an order line has reserved is what stock holds for it.',
    text: `select l."id", l."reserved", l."stockFactor", sum(r."quantity")
      from "SalesOrderLine" l left join "Reservation" r on r."lineId" = l."id"
      group by l."id"
      having round(l."reserved" * l."stockFactor", 9) <> coalesce(sum(r."quantity"), 0)`,
  },
  {
    name: "An item's worth is the sum of its layers, and of its moves.",
    text: `with layers as (
        select "companyId", "itemId", sum("quantity") as quantity, sum("value") as value
        from "ValuationLayer" group by 1, 2
      ), moves as (
        select "companyId", "itemId", sum("quantity") as quantity, sum("value") as value
        from "StockMove" group by 1, 2)
      select * from "ItemValuation" v
      full join layers using ("companyId", "itemId") full join moves using ("companyId", "itemId")
      where (v."quantity", v."value") is distinct from (layers.quantity, layers.value)
        or (v."quantity", v."value") is distinct from (moves.quantity, moves.value)`,
  },
  {
    name: 'Stock that is not there is worth nothing.',
    text: `select * from "ItemValuation"
      where "quantity" < 0 or "value" < 0 or ("quantity" = 0 and "value" <> 0)`,
  },
];
