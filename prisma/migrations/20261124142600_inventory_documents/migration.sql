-- What the Prisma schema cannot say of lots, transfers and counts.

-- Most goods have no lot: what leads from a lot to its stock is kept for those that have one.
create index "StockLevel_lot" on "StockLevel" ("lotId") where "lotId" is not null;
create index "StockMove_lot" on "StockMove" ("lotId", "id") where "lotId" is not null;
create index "StockTransferLine_lot" on "StockTransferLine" ("lotId") where "lotId" is not null;
create index "StockCountLine_lot" on "StockCountLine" ("lotId") where "lotId" is not null;

alter table "StockTransfer"
  add constraint "StockTransfer_status" check ("status" in ('DRAFT', 'POSTED', 'CANCELLED')),
  add constraint "StockTransfer_posted" check (("status" = 'POSTED') = ("postedOn" is not null));
alter table "StockTransferLine"
  add constraint "StockTransferLine_quantity" check ("quantity" > 0 and "quantity" < 'Infinity'),
  add constraint "StockTransferLine_way" check ("fromBinId" <> "toBinId" or "fromStatus" <> "toStatus"),
  add constraint "StockTransferLine_status" check (
    "fromStatus" in ('AVAILABLE', 'QUALITY_HOLD', 'BLOCKED', 'CONSIGNED')
    and "toStatus" in ('AVAILABLE', 'QUALITY_HOLD', 'BLOCKED', 'CONSIGNED'));
create trigger "StockTransferLine_kept" before update or delete on "StockTransferLine"
  for each row execute function "refuse_change"();
create trigger "StockTransfer_kept" before update on "StockTransfer"
  for each row when (old."status" <> 'DRAFT') execute function "refuse_change"();
create trigger "StockTransfer_undeleted" before delete on "StockTransfer"
  for each row execute function "refuse_change"();

alter table "StockCount"
  add constraint "StockCount_status" check ("status" in ('DRAFT', 'POSTED', 'CANCELLED')),
  add constraint "StockCount_posted" check (("status" = 'POSTED') = ("postedOn" is not null));
alter table "StockCountLine"
  add constraint "StockCountLine_quantities" check ("expected" >= 0 and "expected" < 'Infinity'
    and ("counted" is null or ("counted" >= 0 and "counted" < 'Infinity'))),
  add constraint "StockCountLine_difference" check (("difference" is null) = ("value" is null)
    and ("difference" is null or ("difference" = "counted" - "expected"
      and abs("value") < 'Infinity' and sign("difference") * "value" >= 0))),
  add constraint "StockCountLine_status" check (
    "status" in ('AVAILABLE', 'QUALITY_HOLD', 'BLOCKED', 'CONSIGNED'));
-- One place is counted once in a count; without a lot the nil id stands for it.
create unique index "StockCountLine_key" on "StockCountLine" ("stockCountId", "itemId", "binId",
  "status", coalesce("lotId", '00000000-0000-0000-0000-000000000000'));
create trigger "StockCountLine_kept" before update on "StockCountLine"
  for each row when (old."difference" is not null) execute function "refuse_change"();
create trigger "StockCountLine_undeleted" before delete on "StockCountLine"
  for each row execute function "refuse_change"();
create trigger "StockCount_kept" before update on "StockCount"
  for each row when (old."status" <> 'DRAFT') execute function "refuse_change"();
create trigger "StockCount_undeleted" before delete on "StockCount"
  for each row execute function "refuse_change"();
