-- What was made for a line, came back of it and was credited of it: nobody sends back more than left,
-- and nobody is credited more than was billed. NaN is above every number, so upper bounds keep it out.
alter table "SalesOrderLine"
  add constraint "SalesOrderLine_planned" check ("planned" >= 0 and "planned" < 'NaN'),
  add constraint "SalesOrderLine_produced" check ("produced" >= 0 and "produced" <= "planned"),
  add constraint "SalesOrderLine_returned" check ("returned" >= 0 and "returned" <= "shipped"),
  add constraint "SalesOrderLine_credited" check ("credited" >= 0 and "credited" <= "invoiced");

alter table "SalesOrderChange"
  add constraint "SalesOrderChange_status" check ("status" in ('DRAFT', 'APPLIED', 'REJECTED')),
  add constraint "SalesOrderChange_applied" check (
    ("status" = 'APPLIED') = ("appliedAt" is not null));

alter table "SalesReturn"
  add constraint "SalesReturn_status" check ("status" in ('DRAFT', 'RECEIVED', 'CANCELLED')),
  add constraint "SalesReturn_posted" check (("status" = 'RECEIVED') = ("postedOn" is not null));

alter table "SalesReturnLine"
  add constraint "SalesReturnLine_quantity" check ("quantity" > 0 and "quantity" < 'NaN'),
  add constraint "SalesReturnLine_value" check ("value" >= 0 and "value" < 'NaN');

alter table "CreditNote"
  add constraint "CreditNote_status" check ("status" in ('DRAFT', 'APPROVED', 'POSTED',
    'CANCELLED')),
  add constraint "CreditNote_posted" check (("status" = 'POSTED') = ("postedOn" is not null)),
  add constraint "CreditNote_amounts" check ("netAmount" >= 0 and "taxAmount" >= 0
    and "grossAmount" = "netAmount" + "taxAmount" and "grossAmount" < 'NaN'),
  add constraint "CreditNote_settled" check ("settledAmount" >= 0
    and "settledAmount" <= "grossAmount" and ("settledAmount" = 0 or "status" = 'POSTED')),
  add constraint "CreditNote_rate" check ("exchangeRate" > 0 and "exchangeRate" < 'NaN');

-- A price is taken back without a quantity, a quantity never without saying how much.
alter table "CreditNoteLine"
  add constraint "CreditNoteLine_quantity" check ("quantity" >= 0 and "quantity" < 'NaN'),
  add constraint "CreditNoteLine_amounts" check ("netAmount" >= 0 and "netAmount" < 'NaN'
    and "taxAmount" >= 0 and "taxAmount" < 'NaN');

-- What was applied, received and credited stays as it was written.
create trigger "SalesOrderChange_kept" before update on "SalesOrderChange"
  for each row when (old."status" <> 'DRAFT') execute function "refuse_change"();

create trigger "SalesReturn_kept" before update on "SalesReturn"
  for each row when (old."status" = 'RECEIVED') execute function "refuse_change"();

-- What a line is worth is written once, when the goods are received.
create trigger "SalesReturnLine_kept" before update on "SalesReturnLine"
  for each row when (old."value" is not null) execute function "refuse_change"();

create trigger "CreditNote_kept" before update on "CreditNote"
  for each row when (old."status" = 'POSTED') execute function "refuse_change"();

create trigger "CreditNoteLine_kept" before update or delete on "CreditNoteLine"
  for each row execute function "refuse_change"();

-- A document that has a number, or had lines, is never deleted.
create trigger "SalesOrderChange_undeleted" before delete on "SalesOrderChange"
  for each row execute function "refuse_change"();
create trigger "SalesReturn_undeleted" before delete on "SalesReturn"
  for each row execute function "refuse_change"();
create trigger "SalesReturnLine_undeleted" before delete on "SalesReturnLine"
  for each row execute function "refuse_change"();
create trigger "CreditNote_undeleted" before delete on "CreditNote"
  for each row execute function "refuse_change"();
