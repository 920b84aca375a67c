-- A company chose its chart when it was founded, and the stock of an item stays under the role of
-- its first posting. What reads them may keep them, because they never change.
create trigger "CompanyBooks_immutable" before update or delete on "CompanyBooks"
  for each row execute function "refuse_change"();
create trigger "StockRole_immutable" before update or delete on "StockRole"
  for each row execute function "refuse_change"();

alter table "CompanyBooks" add constraint "CompanyBooks_words"
  check ("voucherWords" in ('ONE', 'RECEIPT_PAYMENT_TRANSFER'));
alter table "StockRole" add constraint "StockRole_role"
  check ("role" in ('RAW_MATERIALS', 'FINISHED_GOODS'));
alter table "SupplierExposure" add constraint "SupplierExposure_numbers"
  check ("payable" <> 'NaN');

alter table "PaymentAllocation" add constraint "PaymentAllocation_invoice"
  check (num_nonnulls("salesInvoiceId", "purchaseInvoiceId") = 1);
alter table "Payment" add constraint "Payment_party" check (
  ("direction" = 'RECEIVED' and "customerId" is not null and "supplierId" is null)
  or ("direction" = 'PAID' and "supplierId" is not null and "customerId" is null)
);

-- Books that were begun before: one word for all vouchers, and the plain international chart.
insert into "CompanyBooks" ("companyId", "chart", "voucherWords", "createdAt")
  select "id", 'INTERNATIONAL', 'ONE', "createdAt" from "Company";

-- A posted voucher was numbered under the word of its series; the guard knows no such change.
alter table "JournalEntry" disable trigger "JournalEntry_immutable";
update "JournalEntry" set "voucherWord" = 'GL' where "number" is not null;
set constraints all immediate;
alter table "JournalEntry" enable trigger "JournalEntry_immutable";

-- The stock account is called by the role of what lay on it so far: what is bought.
update "AccountRole" set "role" = 'RAW_MATERIALS' where "role" = 'INVENTORY';
alter table "LedgerEntry" disable trigger "LedgerEntry_immutable";
update "LedgerEntry" set "role" = 'RAW_MATERIALS' where "role" = 'INVENTORY';
alter table "LedgerEntry" enable trigger "LedgerEntry_immutable";
insert into "StockRole" ("companyId", "itemId", "role", "createdAt")
  select "companyId", "itemId", 'RAW_MATERIALS', min("createdAt") from "LedgerEntry"
  where "role" = 'RAW_MATERIALS' and "itemId" is not null group by 1, 2;

-- The accounts that making and buying need, for books that were begun without them.
with needed ("code", "name", "kind", "role") as (values
  ('1210', 'Finished goods', 'ASSET', 'FINISHED_GOODS'),
  ('4200', 'Sales returns and credits', 'REVENUE', 'SALES_RETURNS'),
  ('5100', 'Purchase price variance', 'EXPENSE', 'PURCHASE_PRICE_VARIANCE'),
  ('5110', 'Material price variance', 'EXPENSE', 'MATERIAL_PRICE_VARIANCE'),
  ('5120', 'Material usage variance', 'EXPENSE', 'MATERIAL_USAGE_VARIANCE'),
  ('5130', 'Labour rate variance', 'EXPENSE', 'LABOUR_RATE_VARIANCE'),
  ('5140', 'Labour efficiency variance', 'EXPENSE', 'LABOUR_EFFICIENCY_VARIANCE'),
  ('5150', 'Overhead variance', 'EXPENSE', 'OVERHEAD_VARIANCE'),
  ('5160', 'Lot size variance', 'EXPENSE', 'LOT_SIZE_VARIANCE'),
  ('5170', 'Scrap variance', 'EXPENSE', 'SCRAP_VARIANCE'),
  ('5200', 'Inventory differences', 'EXPENSE', 'INVENTORY_DIFFERENCES'),
  ('5210', 'Revaluation of stock', 'EXPENSE', 'STOCK_REVALUATION'),
  ('5300', 'Labour absorbed', 'EXPENSE', 'LABOUR_ABSORBED'),
  ('5310', 'Overhead absorbed', 'EXPENSE', 'OVERHEAD_ABSORBED'),
  ('6100', 'Purchased supplies and services', 'EXPENSE', 'PURCHASED_SERVICES')
), opened as (
  insert into "Account" ("id", "companyId", "code", "name", "kind", "createdAt")
  select gen_random_uuid(), c."id", n."code", n."name", n."kind", now()
  from "Company" c cross join needed n
  returning "id", "companyId", "code"
)
insert into "AccountRole" ("companyId", "role", "accountId")
  select o."companyId", n."role", o."id" from opened o join needed n on n."code" = o."code";

-- Which account plays a role is decided when the company is founded.
create trigger "AccountRole_immutable" before update or delete on "AccountRole"
  for each row execute function "refuse_change"();
