-- What the Prisma schema cannot say of merging: nothing is merged into itself, and what is merged is
-- out of use.

alter table "Customer" add constraint "Customer_merged" check ("mergedIntoId" is null
  or ("mergedIntoId" <> "id" and "archivedAt" is not null));
alter table "Supplier" add constraint "Supplier_merged" check ("mergedIntoId" is null
  or ("mergedIntoId" <> "id" and "archivedAt" is not null));
alter table "Item" add constraint "Item_merged" check ("mergedIntoId" is null
  or ("mergedIntoId" <> "id" and "archivedAt" is not null));
alter table "Item" add constraint "Item_gtin" check ("gtin" ~ '^([0-9]{8}|[0-9]{12,14})$');

alter table "DuplicateDismissal" add constraint "DuplicateDismissal_order" check ("lowId" < "highId");
create trigger "DuplicateDismissal_kept" before update or delete on "DuplicateDismissal"
  for each row execute function "refuse_change"();
