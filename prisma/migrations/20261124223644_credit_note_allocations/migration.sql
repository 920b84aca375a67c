-- AlterTable
ALTER TABLE "CreditNote" ADD COLUMN     "allocatedAmount" DECIMAL(20,4) NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "CreditNoteAllocation" (
    "id" UUID NOT NULL,
    "companyId" UUID NOT NULL,
    "creditNoteId" UUID NOT NULL,
    "salesInvoiceId" UUID NOT NULL,
    "amount" DECIMAL(20,4) NOT NULL,
    "currency" TEXT NOT NULL,
    "postedOn" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "CreditNoteAllocation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CreditNoteAllocation_creditNoteId_id_idx" ON "CreditNoteAllocation"("creditNoteId", "id");

-- CreateIndex
CREATE INDEX "CreditNoteAllocation_salesInvoiceId_id_idx" ON "CreditNoteAllocation"("salesInvoiceId", "id");

-- AddForeignKey
ALTER TABLE "CreditNoteAllocation" ADD CONSTRAINT "CreditNoteAllocation_creditNoteId_fkey" FOREIGN KEY ("creditNoteId") REFERENCES "CreditNote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "CreditNote" ADD CONSTRAINT "CreditNote_allocated" CHECK ("allocatedAmount" >= 0
  AND "settledAmount" + "allocatedAmount" <= "grossAmount"
  AND ("allocatedAmount" = 0 OR "status" = 'POSTED'));
ALTER TABLE "CreditNoteAllocation" ADD CONSTRAINT "CreditNoteAllocation_amount"
  CHECK ("amount" > 0 AND "amount" < 'NaN');

-- Of a posted credit note only this may change: how much of it settles other invoices.
DROP TRIGGER "CreditNote_kept" ON "CreditNote";
CREATE TRIGGER "CreditNote_kept" BEFORE UPDATE ON "CreditNote"
  FOR EACH ROW WHEN (old."status" = 'POSTED' AND (
    new."allocatedAmount" < old."allocatedAmount"
    OR to_jsonb(new) - ARRAY['allocatedAmount', 'version', 'updatedAt']
      IS DISTINCT FROM to_jsonb(old) - ARRAY['allocatedAmount', 'version', 'updatedAt']))
  EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "CreditNoteAllocation_kept" BEFORE UPDATE OR DELETE ON "CreditNoteAllocation"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
