-- What the Prisma schema cannot say of work centers, BOMs and routings.

alter table "WorkCenter" add constraint "WorkCenter_capacity_check"
  check ("capacity" >= 1 and "efficiencyPercent" > 0 and "efficiencyPercent" <= 1000);

alter table "WorkCenterRate" add constraint "WorkCenterRate_rates_check"
  check ("labourRate" >= 0 and "labourRate" < 'Infinity'
    and "machineRate" >= 0 and "machineRate" < 'Infinity'
    and "overheadRate" >= 0 and "overheadRate" < 'Infinity');

-- What is released has a first day; what is not released counts on none.
alter table "Bom"
  add constraint "Bom_status_check"
  check ("status" in ('DRAFT', 'IN_REVIEW', 'RELEASED', 'SUPERSEDED', 'OBSOLETE')
    and ("status" not in ('RELEASED', 'SUPERSEDED') or "validFrom" is not null)),
  add constraint "Bom_quantities_check"
  check ("outputQuantity" > 0 and "outputQuantity" < 'Infinity'
    and "yieldPercent" > 0 and "yieldPercent" <= 100),
  add constraint "Bom_span_check" check ("validFrom" <= "validTo");

alter table "BomLine"
  add constraint "BomLine_kind_check"
  check ("kind" in ('COMPONENT', 'BY_PRODUCT') and "issueMethod" in ('PICK', 'BACKFLUSH')
    and ("kind" = 'BY_PRODUCT' or "costSharePercent" = 0)
    and ("kind" = 'COMPONENT' or (not "isFixed" and "scrapPercent" = 0))),
  add constraint "BomLine_quantities_check"
  check ("quantity" > 0 and "quantity" < 'Infinity' and "stockFactor" >= 0
    and "stockFactor" < 'Infinity' and "scrapPercent" >= 0 and "scrapPercent" < 100
    and "costSharePercent" >= 0 and "costSharePercent" < 100),
  add constraint "BomLine_span_check" check ("validFrom" < "validTo");

alter table "Routing"
  add constraint "Routing_status_check"
  check ("status" in ('DRAFT', 'RELEASED', 'OBSOLETE')
    and ("status" <> 'RELEASED' or "validFrom" is not null)),
  add constraint "Routing_span_check" check ("validFrom" <= "validTo");

alter table "RoutingOperation" add constraint "RoutingOperation_minutes_check"
  check ("position" >= 1 and "setupMinutes" >= 0 and "setupMinutes" < 'Infinity'
    and "runMinutes" >= 0 and "runMinutes" < 'Infinity'
    and "queueMinutes" >= 0 and "queueMinutes" < 'Infinity'
    and "moveMinutes" >= 0 and "moveMinutes" < 'Infinity');

-- What a released BOM or routing consists of stays as it is.
create function product_part_fixed() returns trigger language plpgsql as $$
declare
  owner uuid;
  is_open boolean;
begin
  if tg_table_name = 'BomLine' then
    owner := case tg_op when 'INSERT' then new."bomId" else old."bomId" end;
    select b."status" in ('DRAFT', 'IN_REVIEW') into is_open from "Bom" b where b."id" = owner;
  else
    owner := case tg_op when 'INSERT' then new."routingId" else old."routingId" end;
    select r."status" = 'DRAFT' into is_open from "Routing" r where r."id" = owner;
  end if;
  if not is_open then
    raise exception 'The revision % is released.', owner using errcode = 'check_violation';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end $$;

create trigger "BomLine_fixed" before update or delete on "BomLine"
  for each row execute function product_part_fixed();
create trigger "RoutingOperation_fixed" before update or delete on "RoutingOperation"
  for each row execute function product_part_fixed();
