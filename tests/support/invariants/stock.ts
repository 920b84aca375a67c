import type { Invariant } from '../../../modules/finance/books-check.js';
import { stockBalances } from '../../../modules/inventory/index.js';

const EVERY_DAY = "'infinity'::date";

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
    name: 'Stock as of the last day is what lies there, place by place.',
    text: `select * from (${stockBalances(EVERY_DAY)}) b
      full join "StockLevel" l on l."companyId" = b."companyId" and l."itemId" = b."itemId"
        and l."binId" = b."binId" and l."status" = b."status"
        and l."lotId" is not distinct from b."lotId"
      where coalesce(l."onHand", 0) <> coalesce(b."onHand", 0) or l."unit" <> b."unit"
        or l."warehouseId" <> b."warehouseId"`,
  },
  {
    name: 'Stock as of the last day is worth what the item is worth, to the last digit.',
    text: `select * from (
        select "companyId", "itemId", sum("value") as value from (${stockBalances(EVERY_DAY)}) b
        group by 1, 2
      ) b full join "ItemValuation" v using ("companyId", "itemId")
      where coalesce(v."value", 0) <> coalesce(b.value, 0)`,
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
    name: "An item's worth is the sum of its layers, and its quantity that of its moves.",
    text: `with layers as (
        select "companyId", "itemId", sum("quantity") as quantity, sum("value") as value
        from "ValuationLayer" group by 1, 2
      ), moves as (
        select "companyId", "itemId", sum("quantity") as quantity
        from "StockMove" group by 1, 2)
      select * from "ItemValuation" v
      full join layers using ("companyId", "itemId") full join moves using ("companyId", "itemId")
      where (v."quantity", v."value")
          is distinct from (coalesce(layers.quantity, 0), coalesce(layers.value, 0))
        or v."quantity" is distinct from coalesce(moves.quantity, 0)`,
  },
  {
    name: 'A move is worth what its layer says; goods that are only carried have none.',
    text: `select m."id", m."kind", m."quantity", m."value", l."quantity", l."value"
      from "StockMove" m left join "ValuationLayer" l on l."stockMoveId" = m."id"
      where case when m."kind" = 'TRANSFER' then l."id" is not null
        else (m."quantity", m."value") is distinct from (l."quantity", l."value") end`,
  },
  {
    name: 'Goods that are carried arrive, at the worth at which they left.',
    text: `select "documentId", "lineId", sum("quantity"), sum("value") from "StockMove"
      where "kind" = 'TRANSFER' group by 1, 2
      having sum("quantity") <> 0 or sum("value") <> 0 or count(*) <> 2`,
  },
  {
    name: 'What is left of receipts is what is there, by first in, first out, and else nothing.',
    text: `with left_over as (
        select "companyId", "itemId", sum("remainingQuantity") as quantity,
          sum("remainingValue") as value
        from "ValuationLayer" group by 1, 2)
      select * from "ItemValuation" v left join left_over l using ("companyId", "itemId")
      where (coalesce(l.quantity, 0), coalesce(l.value, 0)) <> case v."method"
        when 'FIFO' then (v."quantity", v."value") else (0::numeric, 0::numeric) end`,
  },
  {
    name: 'What issues took of a receipt is what is missing of it.',
    text: `select r."id", r."quantity", r."remainingQuantity", sum(c."quantity")
      from "ValuationLayer" r join "LayerConsumption" c on c."receiptLayerId" = r."id"
      group by r."id" having r."quantity" - sum(c."quantity") <> r."remainingQuantity"`,
  },
  {
    name: 'What issues cost by first in, first out is what they took of receipts.',
    text: `select i."id", i."quantity", i."value", sum(c."quantity"), sum(c."value")
      from "ValuationLayer" i join "LayerConsumption" c on c."issueLayerId" = i."id"
      group by i."id" having -i."quantity" <> sum(c."quantity") or -i."value" <> sum(c."value")`,
  },
  {
    name: 'An item that is kept by lots moves with its lot, and any other without.',
    text: `select m."id", i."code", l."id" from "StockMove" m
      join "Item" i on i."id" = m."itemId"
      left join "Lot" l on l."id" = m."lotId" and l."itemId" = m."itemId"
        and l."companyId" = m."companyId"
      where i."isLotTracked" <> (l."id" is not null) or (m."lotId" is null) <> (l."id" is null)`,
  },
  {
    name: 'Stock is kept as its company says.',
    text: `select v."id" from "ItemValuation" v join "Item" i on i."id" = v."itemId"
      left join "ItemCompany" c on c."companyId" = v."companyId" and c."itemId" = v."itemId"
      where (v."method", v."standardCost", v."isLotTracked") is distinct from
        (coalesce(c."valuationMethod", 'MOVING_AVERAGE'), c."standardCost", i."isLotTracked")`,
  },
  {
    name: 'Stock that is not there is worth nothing.',
    text: `select * from "ItemValuation"
      where "quantity" < 0 or "value" < 0 or ("quantity" = 0 and "value" <> 0)`,
  },
];
