-- An entry tells of an order, a customer, an item or a work order, and of few of them at once. An index
-- with an entry for each that it does not tell of costs every posting, and nobody looks for those.

drop index "LedgerEntry_salesOrderId_id_idx";
drop index "LedgerEntry_customerId_id_idx";
drop index "LedgerEntry_salesInvoiceId_idx";
drop index "LedgerEntry_supplierId_id_idx";
drop index "LedgerEntry_purchaseOrderId_id_idx";
drop index "LedgerEntry_purchaseInvoiceId_idx";
drop index "LedgerEntry_workOrderId_id_idx";
drop index "LedgerEntry_itemId_idx";
create index "LedgerEntry_salesOrderId" on "LedgerEntry" ("salesOrderId", "id")
  where "salesOrderId" is not null;
create index "LedgerEntry_customerId" on "LedgerEntry" ("customerId", "id")
  where "customerId" is not null;
create index "LedgerEntry_salesInvoiceId" on "LedgerEntry" ("salesInvoiceId")
  where "salesInvoiceId" is not null;
create index "LedgerEntry_supplierId" on "LedgerEntry" ("supplierId", "id")
  where "supplierId" is not null;
create index "LedgerEntry_purchaseOrderId" on "LedgerEntry" ("purchaseOrderId", "id")
  where "purchaseOrderId" is not null;
create index "LedgerEntry_purchaseInvoiceId" on "LedgerEntry" ("purchaseInvoiceId")
  where "purchaseInvoiceId" is not null;
create index "LedgerEntry_workOrderId" on "LedgerEntry" ("workOrderId", "id")
  where "workOrderId" is not null;
create index "LedgerEntry_itemId" on "LedgerEntry" ("itemId") where "itemId" is not null;

-- An event has no position yet when it is written, and every event is written.
drop index "Event_position_idx";
create index "Event_position" on "Event" ("position") where "position" is not null;
