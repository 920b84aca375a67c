-- What the Prisma schema cannot say of purchasing. NaN is above every number in PostgreSQL, so an
-- upper bound keeps it out too.

alter table "SupplierPrice"
  add constraint "SupplierPrice_numbers" check ("minQuantity" > 0 and "minQuantity" < 'NaN'
    and "unitPrice" >= 0 and "unitPrice" < 'NaN' and "leadTimeDays" between 0 and 3650
    and "priority" between 1 and 1000),
  add constraint "SupplierPrice_days" check ("validFrom" <= "validTo");
-- One price for each break: what begins on the same day replaces the one there is.
create unique index "SupplierPrice_key" on "SupplierPrice" ("supplierId", "itemId", "unit",
  "currency", "minQuantity", coalesce("validFrom", '0001-01-01')) where "archivedAt" is null;

alter table "PurchasingSettings"
  add constraint "PurchasingSettings_numbers" check ("approvalLimit" >= 0
    and "approvalLimit" < 'NaN' and "priceTolerancePercent" between 0 and 100);

alter table "PurchaseOrder"
  add constraint "PurchaseOrder_status" check ("status" in ('DRAFT', 'PENDING_APPROVAL', 'SENT',
    'CONFIRMED', 'PARTIALLY_RECEIVED', 'RECEIVED', 'INVOICED', 'CLOSED', 'CANCELLED')),
  add constraint "PurchaseOrder_amounts" check ("netAmount" >= 0 and "taxAmount" >= 0
    and "grossAmount" = "netAmount" + "taxAmount" and "grossAmount" < 'NaN'),
  add constraint "PurchaseOrder_rate" check ("exchangeRate" > 0 and "exchangeRate" < 'NaN');

-- A line buys an item or is a charge; nobody takes in more than the tolerance lets in, and nobody
-- is billed for more than came.
alter table "PurchaseOrderLine"
  add constraint "PurchaseOrderLine_kind" check (
    ("kind" = 'ITEM' and "itemId" is not null) or
    ("kind" = 'CHARGE' and "itemId" is null and "received" = 0 and "receivedValue" = 0)),
  add constraint "PurchaseOrderLine_status" check ("status" in ('OPEN', 'PARTIALLY_RECEIVED',
    'RECEIVED', 'INVOICED', 'CLOSED', 'CANCELLED')),
  add constraint "PurchaseOrderLine_quantity" check ("quantity" > 0 and "quantity" < 'NaN'
    and "stockFactor" > 0 and "stockFactor" < 'NaN'
    and "tolerancePercent" between 0 and 100),
  add constraint "PurchaseOrderLine_amounts" check ("unitPrice" >= 0 and "unitPrice" < 'NaN'
    and "discountPercent" between 0 and 100
    and "netAmount" >= 0 and "netAmount" < 'NaN' and "taxAmount" >= 0 and "taxAmount" < 'NaN'),
  add constraint "PurchaseOrderLine_received" check ("received" >= 0
    and "received" <= "quantity" * (1 + "tolerancePercent" / 100)),
  add constraint "PurchaseOrderLine_invoiced" check ("invoiced" >= 0
    and "invoiced" <= case "kind" when 'ITEM' then "received" else "quantity" end),
  add constraint "PurchaseOrderLine_receivedValue" check ("receivedValue" >= 0
    and "receivedValue" < 'NaN' and ("receivedValue" = 0 or "received" > "invoiced"));

alter table "GoodsReceipt"
  add constraint "GoodsReceipt_status" check ("status" in ('DRAFT', 'ON_HOLD', 'POSTED',
    'REVERSED', 'CANCELLED')),
  add constraint "GoodsReceipt_posted" check (
    ("status" in ('POSTED', 'REVERSED')) = ("postedOn" is not null));
alter table "GoodsReceiptLine"
  add constraint "GoodsReceiptLine_numbers" check ("quantity" > 0 and "quantity" < 'NaN'
    and ("value" is null or ("value" >= 0 and "value" < 'NaN'))
    and "invoiced" >= 0 and "invoiced" <= "quantity"
    and "invoicedValue" >= 0 and "invoicedValue" <= coalesce("value", 0)
    and ("invoiced" < "quantity" or "invoicedValue" = "value"));
-- What came is kept as it was written; only what is known later is added to it.
create trigger "GoodsReceiptLine_kept" before delete on "GoodsReceiptLine"
  for each row execute function "refuse_change"();
create trigger "GoodsReceiptLine_stays" before update on "GoodsReceiptLine" for each row
  when ((old."goodsReceiptId", old."purchaseOrderLineId", old."itemId", old."binId", old."lotId",
      old."unit", old."quantity", coalesce(old."value", new."value"))
    is distinct from
    (new."goodsReceiptId", new."purchaseOrderLineId", new."itemId", new."binId", new."lotId",
      new."unit", new."quantity", new."value"))
  execute function "refuse_change"();

-- A supplier's own number is taken once by a company, unless the invoice was given up.
create unique index "PurchaseInvoice_supplierReference" on "PurchaseInvoice"
  ("companyId", "supplierId", "supplierReference") where "status" <> 'CANCELLED';
alter table "PurchaseInvoice"
  add constraint "PurchaseInvoice_status" check ("status" in ('DRAFT', 'APPROVED', 'POSTED',
    'CANCELLED')),
  add constraint "PurchaseInvoice_match" check ("match" in ('MATCHED', 'WITHIN_TOLERANCE',
    'DIFFERS')),
  -- Nobody lets a bill pass that differs and that he entered himself.
  add constraint "PurchaseInvoice_approved" check ("match" <> 'DIFFERS'
    or "status" not in ('APPROVED', 'POSTED')
    or ("approvedById" is not null and "approvedById" <> "createdById")),
  add constraint "PurchaseInvoice_amounts" check ("netAmount" >= 0 and "taxAmount" >= 0
    and "grossAmount" = "netAmount" + "taxAmount" and "grossAmount" < 'NaN'),
  add constraint "PurchaseInvoice_paid" check ("paidAmount" >= 0 and "paidAmount" <= "grossAmount"
    and ("paidAmount" = 0 or "status" = 'POSTED')),
  add constraint "PurchaseInvoice_settlement" check ("settlement" = case
    when "status" <> 'POSTED' then 'UNPAID'
    when "paidAmount" >= "grossAmount" then 'PAID'
    when "paidAmount" = 0 then 'UNPAID'
    else 'PARTIALLY_PAID' end),
  add constraint "PurchaseInvoice_posted" check (
    ("status" = 'POSTED') = ("postedOn" is not null) and ("postedOn" is null) = ("dueOn" is null)),
  add constraint "PurchaseInvoice_rate" check ("exchangeRate" > 0 and "exchangeRate" < 'NaN');
alter table "PurchaseInvoiceLine"
  add constraint "PurchaseInvoiceLine_numbers" check ("quantity" > 0 and "quantity" < 'NaN'
    and "unitPrice" >= 0 and "unitPrice" < 'NaN'
    and "netAmount" >= 0 and "netAmount" < 'NaN' and "taxAmount" >= 0 and "taxAmount" < 'NaN'
    and ("received" is null) = ("toStock" is null)
    and coalesce("received", 0) >= 0 and coalesce("received", 0) < 'NaN'
    and coalesce("toStock", 0) < 'NaN');
-- What was billed is kept as it was written; what it means for stock is added once, at posting.
create trigger "PurchaseInvoiceLine_kept" before delete on "PurchaseInvoiceLine"
  for each row execute function "refuse_change"();
create trigger "PurchaseInvoiceLine_stays" before update on "PurchaseInvoiceLine" for each row
  when (old."received" is not null
    or (old."purchaseInvoiceId", old."purchaseOrderLineId", old."quantity", old."unitPrice",
      old."netAmount", old."taxAmount")
    is distinct from
    (new."purchaseInvoiceId", new."purchaseOrderLineId", new."quantity", new."unitPrice",
      new."netAmount", new."taxAmount"))
  execute function "refuse_change"();
