-- What the Prisma schema cannot say of valuations, lots, transfers and counts.

-- How an item is kept stands with its worth from now on.
update "ItemValuation" v set "method" = c."valuationMethod", "standardCost" = c."standardCost"
from "ItemCompany" c where c."companyId" = v."companyId" and c."itemId" = v."itemId";

alter table "ItemCompany" add constraint "ItemCompany_kept_check"
  check ("valuationMethod" in ('MOVING_AVERAGE', 'FIFO', 'STANDARD')
    and ("standardCost" is null or ("standardCost" >= 0 and "standardCost" < 'Infinity'))
    and ("valuationMethod" <> 'STANDARD' or "standardCost" is not null));
alter table "ItemValuation" add constraint "ItemValuation_kept_check"
  check ("method" in ('MOVING_AVERAGE', 'FIFO', 'STANDARD')
    and ("method" <> 'STANDARD' or "standardCost" is not null));

-- What is left of a receipt is never below zero nor more than it brought. A layer that no move
-- brought changes the value alone, and names the document that changed it.
alter table "ValuationLayer" add constraint "ValuationLayer_remaining_check"
  check ("remainingQuantity" >= 0 and "remainingValue" >= 0 and "remainingValue" < 'Infinity'
    and "remainingQuantity" <= greatest("quantity", 0)
    and ("remainingQuantity" > 0 or "remainingValue" = 0)),
  add constraint "ValuationLayer_cause_check"
  check (case when "stockMoveId" is null then "quantity" = 0 and "value" <> 0
    and "documentType" is not null and "documentId" is not null else "quantity" <> 0 end);
-- What first in, first out looks for.
create index "ValuationLayer_open" on "ValuationLayer" ("companyId", "itemId", "id")
  where "remainingQuantity" > 0;

alter table "LayerConsumption" add constraint "LayerConsumption_worth_check"
  check ("quantity" > 0 and "quantity" < 'Infinity' and "value" >= 0 and "value" < 'Infinity');
create trigger "LayerConsumption_kept" before update or delete on "LayerConsumption"
  for each row execute function "refuse_change"();

-- A move is undone once.
create unique index "StockMove_reversal" on "StockMove" ("reversalOfId")
  where "reversalOfId" is not null;

alter table "LotGenealogy" add constraint "LotGenealogy_quantity_check"
  check ("quantity" > 0 and "quantity" < 'Infinity' and "componentLotId" <> "productLotId");
create trigger "LotGenealogy_kept" before update or delete on "LotGenealogy"
  for each row execute function "refuse_change"();
