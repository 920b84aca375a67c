-- AlterTable
ALTER TABLE "BomLine" ADD COLUMN     "hasAlternates" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "CreditNote" ADD COLUMN     "refundedAmount" DECIMAL(20,4) NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "LedgerEntry" ADD COLUMN     "creditNoteId" UUID,
ADD COLUMN     "purchaseCreditNoteId" UUID;

-- AlterTable
ALTER TABLE "PaymentAllocation" ADD COLUMN     "creditNoteId" UUID,
ADD COLUMN     "purchaseCreditNoteId" UUID;

-- AlterTable
ALTER TABLE "PurchaseCreditNote" ADD COLUMN     "refundedAmount" DECIMAL(20,4) NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "BomLineAlternate" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "bomId" UUID NOT NULL,
    "bomLineId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "priority" INTEGER NOT NULL,
    "ratio" DECIMAL(28,9) NOT NULL DEFAULT 1,
    "validFrom" DATE,
    "validTo" DATE,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "BomLineAlternate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkOrderMaterialAlternate" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "workOrderId" UUID NOT NULL,
    "workOrderMaterialId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "unit" TEXT NOT NULL,
    "priority" INTEGER NOT NULL,
    "ratio" DECIMAL(28,9) NOT NULL,
    "served" DECIMAL(28,9) NOT NULL DEFAULT 0,
    "issued" DECIMAL(28,9) NOT NULL DEFAULT 0,
    "issuedCost" DECIMAL(20,4) NOT NULL DEFAULT 0,
    "currency" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "WorkOrderMaterialAlternate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "BomLineAlternate_bomLineId_id_idx" ON "BomLineAlternate"("bomLineId", "id");

-- CreateIndex
CREATE INDEX "BomLineAlternate_itemId_id_idx" ON "BomLineAlternate"("itemId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "BomLineAlternate_bomLineId_itemId_key" ON "BomLineAlternate"("bomLineId", "itemId");

-- CreateIndex
CREATE INDEX "WorkOrderMaterialAlternate_workOrderMaterialId_id_idx" ON "WorkOrderMaterialAlternate"("workOrderMaterialId", "id");

-- CreateIndex
CREATE INDEX "WorkOrderMaterialAlternate_workOrderId_id_idx" ON "WorkOrderMaterialAlternate"("workOrderId", "id");

-- CreateIndex
CREATE INDEX "WorkOrderMaterialAlternate_itemId_id_idx" ON "WorkOrderMaterialAlternate"("itemId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "WorkOrderMaterialAlternate_workOrderMaterialId_itemId_key" ON "WorkOrderMaterialAlternate"("workOrderMaterialId", "itemId");

-- CreateIndex
CREATE INDEX "PaymentAllocation_creditNoteId_id_idx" ON "PaymentAllocation"("creditNoteId", "id");

-- CreateIndex
CREATE INDEX "PaymentAllocation_purchaseCreditNoteId_id_idx" ON "PaymentAllocation"("purchaseCreditNoteId", "id");

-- AddForeignKey
ALTER TABLE "BomLineAlternate" ADD CONSTRAINT "BomLineAlternate_bomLineId_fkey" FOREIGN KEY ("bomLineId") REFERENCES "BomLine"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkOrderMaterialAlternate" ADD CONSTRAINT "WorkOrderMaterialAlternate_workOrderMaterialId_fkey" FOREIGN KEY ("workOrderMaterialId") REFERENCES "WorkOrderMaterial"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An alternate stands in for a component by so much, from a day to before another.
alter table "BomLineAlternate" add constraint "BomLineAlternate_numbers"
  check ("priority" between 1 and 99 and "ratio" > 0 and "ratio" < 'Infinity'
    and "validFrom" < "validTo");
alter table "BomLine" add constraint "BomLine_alternates_check"
  check ("kind" = 'COMPONENT' or not "hasAlternates");
alter table "WorkOrderMaterialAlternate" add constraint "WorkOrderMaterialAlternate_numbers"
  check ("priority" >= 1 and "ratio" > 0 and "ratio" < 'Infinity'
    and "served" >= 0 and "served" < 'Infinity' and "issued" >= 0 and "issued" < 'Infinity'
    and "issuedCost" < 'Infinity');

-- What a released BOM consists of stays as it is, and so does what may stand in for it.
create or replace function product_part_fixed() returns trigger language plpgsql as $$
declare
  owner uuid;
  is_open boolean;
begin
  if tg_table_name in ('BomLine', 'BomLineAlternate') then
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
create trigger "BomLineAlternate_fixed" before update or delete on "BomLineAlternate"
  for each row execute function product_part_fixed();

-- Money comes from a customer or a supplier and goes to one: the other way round it is a refund.
alter table "Payment" drop constraint "Payment_party";
alter table "Payment" add constraint "Payment_party" check (
  "direction" in ('RECEIVED', 'PAID') and num_nonnulls("customerId", "supplierId") = 1);
alter table "PaymentAllocation" drop constraint "PaymentAllocation_invoice";
alter table "PaymentAllocation" add constraint "PaymentAllocation_document" check (
  num_nonnulls("salesInvoiceId", "purchaseInvoiceId", "creditNoteId", "purchaseCreditNoteId") = 1);

-- What is left of a credit note is settled or paid out once. A refund that is undone leaves it.
alter table "CreditNote" add constraint "CreditNote_refunded" check ("refundedAmount" >= 0
  and "settledAmount" + "allocatedAmount" + "refundedAmount" <= "grossAmount"
  and ("refundedAmount" = 0 or "status" = 'POSTED'));
alter table "PurchaseCreditNote" add constraint "PurchaseCreditNote_refunded" check (
  "refundedAmount" >= 0
  and "settledAmount" + "allocatedAmount" + "refundedAmount" <= "grossAmount"
  and ("refundedAmount" = 0 or "status" = 'POSTED'));

drop trigger "CreditNote_kept" on "CreditNote";
create trigger "CreditNote_kept" before update on "CreditNote"
  for each row when (old."status" = 'POSTED' and (
    new."allocatedAmount" < old."allocatedAmount"
    or to_jsonb(new) - array['allocatedAmount', 'refundedAmount', 'version', 'updatedAt']
      is distinct from
      to_jsonb(old) - array['allocatedAmount', 'refundedAmount', 'version', 'updatedAt']))
  execute function "refuse_change"();
drop trigger "PurchaseCreditNote_kept" on "PurchaseCreditNote";
create trigger "PurchaseCreditNote_kept" before update on "PurchaseCreditNote"
  for each row when (old."status" = 'POSTED' and (
    new."allocatedAmount" < old."allocatedAmount"
    or to_jsonb(new) - array['allocatedAmount', 'refundedAmount', 'version', 'updatedAt']
      is distinct from
      to_jsonb(old) - array['allocatedAmount', 'refundedAmount', 'version', 'updatedAt']))
  execute function "refuse_change"();

-- What was credited before is found by its credit note too.
alter table "LedgerEntry" disable trigger "LedgerEntry_immutable";
update "LedgerEntry" e set "creditNoteId" = j."documentId" from "JournalEntry" j
  where j."id" = e."journalEntryId" and j."documentType" = 'CreditNote';
update "LedgerEntry" e set "purchaseCreditNoteId" = j."documentId" from "JournalEntry" j
  where j."id" = e."journalEntryId" and j."documentType" = 'PurchaseCreditNote';
alter table "LedgerEntry" enable trigger "LedgerEntry_immutable";

-- Few entries tell of a credit note, and every voucher writes the table.
create index "LedgerEntry_creditNoteId" on "LedgerEntry" ("creditNoteId")
  where "creditNoteId" is not null;
create index "LedgerEntry_purchaseCreditNoteId" on "LedgerEntry" ("purchaseCreditNoteId")
  where "purchaseCreditNoteId" is not null;
