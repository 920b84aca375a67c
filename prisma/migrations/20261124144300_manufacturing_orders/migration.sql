-- What the Prisma schema cannot say of work orders and their operations.

alter table "WorkOrder" add constraint "WorkOrder_status_check"
  check ("status" in ('PLANNED', 'RELEASED', 'IN_PROGRESS', 'PAUSED', 'COMPLETED', 'CLOSED',
    'CANCELLED') and "backflush" in ('NONE', 'ON_COMPLETION', 'ON_OPERATION'));
-- Never more is made than was ordered; what is released knows of what it is made and what it costs.
alter table "WorkOrder" add constraint "WorkOrder_quantity_check"
  check ("quantity" > 0 and "quantity" < 'Infinity' and "completed" >= 0 and "scrapped" >= 0
    and "completed" + "scrapped" <= "quantity" and "startOn" <= "dueOn");
alter table "WorkOrder" add constraint "WorkOrder_frozen_check"
  check ("status" in ('PLANNED', 'CANCELLED')
    or ("bomId" is not null and "plannedUnitCost" is not null and "releasedAt" is not null));
-- A closed work order holds nothing, and what nobody began cost nothing.
alter table "WorkOrder" add constraint "WorkOrder_cost_check"
  check (("status" <> 'CLOSED' or "materialCost" + "labourCost" + "overheadCost"
      = "completedCost" + "varianceCost")
    and ("status" = 'CLOSED' or "varianceCost" = 0)
    and ("status" not in ('PLANNED', 'RELEASED', 'CANCELLED')
      or ("labourCost" = 0 and "overheadCost" = 0 and "completedCost" = 0)));

alter table "WorkOrderMaterial" add constraint "WorkOrderMaterial_quantity_check"
  check ("kind" in ('COMPONENT', 'BY_PRODUCT') and "issueMethod" in ('PICK', 'BACKFLUSH')
    and "required" > 0 and "required" < 'Infinity' and "perUnit" >= 0 and "reserved" >= 0
    and "issued" >= 0 and ("issued" > 0 or "issuedCost" = 0)
    and "costSharePercent" between 0 and 100);

alter table "JobCard" add constraint "JobCard_status_check"
  check ("status" in ('PENDING', 'READY', 'SETUP', 'RUNNING', 'STOPPED', 'DONE', 'SKIPPED')
    and ("runningSince" is null or "status" in ('SETUP', 'RUNNING')));
alter table "JobCard" add constraint "JobCard_quantity_check"
  check ("quantity" > 0 and "good" >= 0 and "scrap" >= 0 and "rework" >= 0
    and "good" + "scrap" <= "quantity" and "setupMinutes" >= 0 and "runMinutes" >= 0
    and "actualSetupMinutes" >= 0 and "actualRunMinutes" >= 0);

alter table "JobCardReport" add constraint "JobCardReport_quantity_check"
  check ("good" >= 0 and "scrap" >= 0 and "rework" >= 0 and "setupMinutes" >= 0
    and "runMinutes" >= 0 and ("scrap" = 0 or "scrapReason" is not null)
    and ("rework" = 0 or "reworkReason" is not null));
alter table "ProductionReport" add constraint "ProductionReport_quantity_check"
  check ("good" >= 0 and "scrap" >= 0 and ("scrap" = 0 or "scrapReason" is not null));

-- What was reported stays as it was reported.
create trigger "JobCardReport_kept" before update or delete on "JobCardReport"
  for each row execute function "refuse_change"();
create trigger "ProductionReport_kept" before update or delete on "ProductionReport"
  for each row execute function "refuse_change"();
