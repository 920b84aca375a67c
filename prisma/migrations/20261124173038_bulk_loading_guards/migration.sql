-- What the Prisma schema cannot say of what integrators load.

-- Until now nobody could add a unit: all there are came with the product.
update "Unit" set "isStandard" = true;

-- What was a standard cost until now is the first of its history.
insert into "StandardCost" ("id", "companyId", "itemId", "validFrom", "standardCost", "currency", "createdAt")
select gen_random_uuid(), s."companyId", s."itemId", (s."updatedAt" at time zone c."timeZone")::date,
  s."standardCost", c."baseCurrency", s."updatedAt"
from "ItemCompany" s join "Company" c on c."id" = s."companyId" where s."standardCost" is not null;
alter table "StandardCost" add constraint "StandardCost_cost_check"
  check ("standardCost" >= 0 and "standardCost" < 'Infinity');

alter table "ItemCategory" add constraint "ItemCategory_parent_check" check ("parentId" <> "id");

-- Only what was open when the company began has no order, and that is posted from the first.
alter table "SalesInvoice" add constraint "SalesInvoice_order_check"
  check ("salesOrderId" is not null or "status" = 'POSTED');
alter table "PurchaseInvoice" add constraint "PurchaseInvoice_order_check"
  check ("purchaseOrderId" is not null or "status" = 'POSTED');

alter table "OpeningBalance" add constraint "OpeningBalance_amount_check"
  check ("side" in ('DEBIT', 'CREDIT') and "amount" > 0 and "amount" < 'Infinity'
    and "baseAmount" > 0 and "baseAmount" < 'Infinity'
    and "exchangeRate" > 0 and "exchangeRate" < 'Infinity');
create unique index "OpeningBalance_key" on "OpeningBalance"
  ("companyId", "accountId", "currency", "postedOn", coalesce("customerId"::text, ''),
    coalesce("supplierId"::text, ''), coalesce("department", ''), coalesce("project", ''));
create trigger "OpeningBalance_kept" before update or delete on "OpeningBalance"
  for each row execute function "refuse_change"();
