-- History is finished: what was sold, delivered, billed and paid in the system before. It stays as it
-- was recorded, and nothing open can be marked as history, so that no claim hides from the books.

alter table "SalesOrder"
  add constraint "SalesOrder_historic" check (
    "isHistoric" = ("historyDigest" is not null)
    and (not "isHistoric" or ("status" = 'CLOSED' and "quoteId" is null)));

alter table "Delivery"
  add constraint "Delivery_historic" check (not "isHistoric" or "status" = 'DELIVERED');

alter table "SalesInvoice"
  add constraint "SalesInvoice_historic" check (
    ("isHistoric" or "paidOn" is null)
    and (not "isHistoric" or ("status" = 'POSTED' and "settlement" = 'PAID')));

create trigger "SalesOrder_historic_kept" before update or delete on "SalesOrder"
  for each row when (old."isHistoric") execute function "refuse_change"();
create trigger "Delivery_historic_kept" before update or delete on "Delivery"
  for each row when (old."isHistoric") execute function "refuse_change"();
create trigger "SalesInvoice_historic_kept" before update or delete on "SalesInvoice"
  for each row when (old."isHistoric") execute function "refuse_change"();
