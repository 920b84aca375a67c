-- AlterTable
ALTER TABLE "GoodsReceiptLine" ADD COLUMN     "returned" DECIMAL(28,9) NOT NULL DEFAULT 0,
ADD COLUMN     "withdrawn" DECIMAL(28,9) NOT NULL DEFAULT 0,
ADD COLUMN     "withdrawnValue" DECIMAL(20,4) NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "PurchaseOrderLine" ADD COLUMN     "credited" DECIMAL(28,9) NOT NULL DEFAULT 0,
ADD COLUMN     "returned" DECIMAL(28,9) NOT NULL DEFAULT 0,
ADD COLUMN     "returnedValue" DECIMAL(20,4) NOT NULL DEFAULT 0,
ADD COLUMN     "withdrawn" DECIMAL(28,9) NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "PurchaseReturn" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "purchaseOrderId" UUID NOT NULL,
    "supplierId" UUID NOT NULL,
    "warehouseId" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "documentOn" DATE NOT NULL,
    "postedOn" DATE,
    "customFields" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "createdById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "PurchaseReturn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PurchaseReturnLine" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "purchaseReturnId" UUID NOT NULL,
    "goodsReceiptLineId" UUID NOT NULL,
    "purchaseOrderLineId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "itemId" UUID NOT NULL,
    "unit" TEXT NOT NULL,
    "quantity" DECIMAL(28,9) NOT NULL,
    "value" DECIMAL(20,4),
    "owed" DECIMAL(20,4),
    "toCredit" DECIMAL(28,9) NOT NULL DEFAULT 0,
    "toCreditValue" DECIMAL(20,4) NOT NULL DEFAULT 0,
    "credited" DECIMAL(28,9) NOT NULL DEFAULT 0,
    "creditedValue" DECIMAL(20,4) NOT NULL DEFAULT 0,
    "currency" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "PurchaseReturnLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PurchaseCreditNote" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "purchaseInvoiceId" UUID NOT NULL,
    "purchaseOrderId" UUID NOT NULL,
    "supplierId" UUID NOT NULL,
    "purchaseReturnId" UUID,
    "supplierReference" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "exchangeRate" DECIMAL(28,12) NOT NULL,
    "documentOn" DATE NOT NULL,
    "postedOn" DATE,
    "netAmount" DECIMAL(20,4) NOT NULL,
    "taxAmount" DECIMAL(20,4) NOT NULL,
    "grossAmount" DECIMAL(20,4) NOT NULL,
    "settledAmount" DECIMAL(20,4) NOT NULL DEFAULT 0,
    "allocatedAmount" DECIMAL(20,4) NOT NULL DEFAULT 0,
    "customFields" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "createdById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "PurchaseCreditNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PurchaseCreditNoteLine" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "purchaseCreditNoteId" UUID NOT NULL,
    "purchaseInvoiceLineId" UUID NOT NULL,
    "purchaseOrderLineId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "itemId" UUID,
    "description" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "quantity" DECIMAL(28,9) NOT NULL,
    "unitPrice" DECIMAL(28,9) NOT NULL,
    "currency" TEXT NOT NULL,
    "netAmount" DECIMAL(20,4) NOT NULL,
    "taxCodeId" UUID,
    "taxAmount" DECIMAL(20,4) NOT NULL,
    "returned" DECIMAL(20,4),
    "toStock" DECIMAL(20,4),
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "PurchaseCreditNoteLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PurchaseCreditNoteAllocation" (
    "id" UUID NOT NULL,
    "companyId" UUID NOT NULL,
    "purchaseCreditNoteId" UUID NOT NULL,
    "purchaseInvoiceId" UUID NOT NULL,
    "amount" DECIMAL(20,4) NOT NULL,
    "currency" TEXT NOT NULL,
    "postedOn" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "PurchaseCreditNoteAllocation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PurchaseReturn_purchaseOrderId_id_idx" ON "PurchaseReturn"("purchaseOrderId", "id");

-- CreateIndex
CREATE INDEX "PurchaseReturn_supplierId_id_idx" ON "PurchaseReturn"("supplierId", "id");

-- CreateIndex
CREATE INDEX "PurchaseReturn_warehouseId_id_idx" ON "PurchaseReturn"("warehouseId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "PurchaseReturn_companyId_number_key" ON "PurchaseReturn"("companyId", "number");

-- CreateIndex
CREATE INDEX "PurchaseReturnLine_purchaseReturnId_id_idx" ON "PurchaseReturnLine"("purchaseReturnId", "id");

-- CreateIndex
CREATE INDEX "PurchaseReturnLine_goodsReceiptLineId_id_idx" ON "PurchaseReturnLine"("goodsReceiptLineId", "id");

-- CreateIndex
CREATE INDEX "PurchaseReturnLine_purchaseOrderLineId_id_idx" ON "PurchaseReturnLine"("purchaseOrderLineId", "id");

-- CreateIndex
CREATE INDEX "PurchaseReturnLine_itemId_id_idx" ON "PurchaseReturnLine"("itemId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "PurchaseReturnLine_purchaseReturnId_position_key" ON "PurchaseReturnLine"("purchaseReturnId", "position");

-- CreateIndex
CREATE INDEX "PurchaseCreditNote_purchaseInvoiceId_id_idx" ON "PurchaseCreditNote"("purchaseInvoiceId", "id");

-- CreateIndex
CREATE INDEX "PurchaseCreditNote_purchaseOrderId_id_idx" ON "PurchaseCreditNote"("purchaseOrderId", "id");

-- CreateIndex
CREATE INDEX "PurchaseCreditNote_supplierId_id_idx" ON "PurchaseCreditNote"("supplierId", "id");

-- CreateIndex
CREATE INDEX "PurchaseCreditNote_purchaseReturnId_idx" ON "PurchaseCreditNote"("purchaseReturnId");

-- CreateIndex
CREATE UNIQUE INDEX "PurchaseCreditNote_companyId_number_key" ON "PurchaseCreditNote"("companyId", "number");

-- CreateIndex
CREATE INDEX "PurchaseCreditNoteLine_purchaseCreditNoteId_id_idx" ON "PurchaseCreditNoteLine"("purchaseCreditNoteId", "id");

-- CreateIndex
CREATE INDEX "PurchaseCreditNoteLine_purchaseInvoiceLineId_id_idx" ON "PurchaseCreditNoteLine"("purchaseInvoiceLineId", "id");

-- CreateIndex
CREATE INDEX "PurchaseCreditNoteLine_purchaseOrderLineId_id_idx" ON "PurchaseCreditNoteLine"("purchaseOrderLineId", "id");

-- CreateIndex
CREATE INDEX "PurchaseCreditNoteLine_itemId_id_idx" ON "PurchaseCreditNoteLine"("itemId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "PurchaseCreditNoteLine_purchaseCreditNoteId_position_key" ON "PurchaseCreditNoteLine"("purchaseCreditNoteId", "position");

-- CreateIndex
CREATE INDEX "PurchaseCreditNoteAllocation_purchaseCreditNoteId_id_idx" ON "PurchaseCreditNoteAllocation"("purchaseCreditNoteId", "id");

-- CreateIndex
CREATE INDEX "PurchaseCreditNoteAllocation_purchaseInvoiceId_id_idx" ON "PurchaseCreditNoteAllocation"("purchaseInvoiceId", "id");

-- AddForeignKey
ALTER TABLE "PurchaseReturnLine" ADD CONSTRAINT "PurchaseReturnLine_purchaseReturnId_fkey" FOREIGN KEY ("purchaseReturnId") REFERENCES "PurchaseReturn"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PurchaseCreditNoteLine" ADD CONSTRAINT "PurchaseCreditNoteLine_purchaseCreditNoteId_fkey" FOREIGN KEY ("purchaseCreditNoteId") REFERENCES "PurchaseCreditNote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PurchaseCreditNoteAllocation" ADD CONSTRAINT "PurchaseCreditNoteAllocation_purchaseCreditNoteId_fkey" FOREIGN KEY ("purchaseCreditNoteId") REFERENCES "PurchaseCreditNote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What went back unbilled is never billed, and what was billed is credited once. NaN is above every
-- number, so upper bounds keep it out.
ALTER TABLE "PurchaseOrderLine"
  DROP CONSTRAINT "PurchaseOrderLine_invoiced",
  DROP CONSTRAINT "PurchaseOrderLine_receivedValue";
ALTER TABLE "PurchaseOrderLine"
  ADD CONSTRAINT "PurchaseOrderLine_returned" CHECK ("withdrawn" >= 0
    AND "withdrawn" <= "returned" AND "returned" <= "received"),
  ADD CONSTRAINT "PurchaseOrderLine_invoiced" CHECK ("invoiced" >= 0 AND "invoiced" <=
    CASE "kind" WHEN 'ITEM' THEN "received" - "withdrawn" ELSE "quantity" END),
  ADD CONSTRAINT "PurchaseOrderLine_credited" CHECK ("credited" >= 0 AND "credited" <=
    CASE "kind" WHEN 'ITEM' THEN "returned" - "withdrawn" ELSE "invoiced" END),
  ADD CONSTRAINT "PurchaseOrderLine_receivedValue" CHECK ("receivedValue" >= 0
    AND "receivedValue" < 'NaN'
    AND ("receivedValue" = 0 OR "received" - "withdrawn" > "invoiced")),
  ADD CONSTRAINT "PurchaseOrderLine_returnedValue" CHECK ("returnedValue" >= 0
    AND "returnedValue" < 'NaN'
    AND ("returnedValue" = 0 OR "returned" - "withdrawn" > "credited"));

ALTER TABLE "GoodsReceiptLine" DROP CONSTRAINT "GoodsReceiptLine_numbers";
ALTER TABLE "GoodsReceiptLine" ADD CONSTRAINT "GoodsReceiptLine_numbers" CHECK (
  "quantity" > 0 AND "quantity" < 'NaN' AND ("value" IS NULL OR ("value" >= 0 AND "value" < 'NaN'))
  AND "invoiced" >= 0 AND "withdrawn" >= 0 AND "invoiced" + "withdrawn" <= "quantity"
  AND "withdrawn" <= "returned" AND "returned" <= "quantity"
  AND "returned" - "withdrawn" <= "invoiced"
  AND "invoicedValue" >= 0 AND "withdrawnValue" >= 0
  AND "invoicedValue" + "withdrawnValue" <= coalesce("value", 0)
  AND ("invoiced" + "withdrawn" < "quantity" OR "invoicedValue" + "withdrawnValue" = "value"));

ALTER TABLE "PurchaseReturn"
  ADD CONSTRAINT "PurchaseReturn_status" CHECK ("status" IN ('DRAFT', 'SHIPPED', 'CANCELLED')),
  ADD CONSTRAINT "PurchaseReturn_posted" CHECK (("status" = 'SHIPPED') = ("postedOn" IS NOT NULL));
ALTER TABLE "PurchaseReturnLine"
  ADD CONSTRAINT "PurchaseReturnLine_numbers" CHECK ("quantity" > 0 AND "quantity" < 'NaN'
    AND ("value" IS NULL) = ("owed" IS NULL)
    AND coalesce("value", 0) >= 0 AND coalesce("value", 0) < 'NaN'
    AND coalesce("owed", 0) >= 0 AND coalesce("owed", 0) < 'NaN'
    AND "toCredit" >= 0 AND "toCredit" <= "quantity"
    AND "toCreditValue" >= 0 AND "toCreditValue" <= coalesce("owed", 0)
    AND "credited" >= 0 AND "credited" <= "toCredit"
    AND "creditedValue" >= 0 AND "creditedValue" <= "toCreditValue"
    AND ("credited" < "toCredit" OR "creditedValue" = "toCreditValue"));

-- A supplier's own number is taken once by a company, unless the credit note was given up.
CREATE UNIQUE INDEX "PurchaseCreditNote_supplierReference" ON "PurchaseCreditNote"
  ("companyId", "supplierId", "supplierReference") WHERE "status" <> 'CANCELLED';
ALTER TABLE "PurchaseCreditNote"
  ADD CONSTRAINT "PurchaseCreditNote_status" CHECK ("status" IN ('DRAFT', 'APPROVED', 'POSTED',
    'CANCELLED')),
  ADD CONSTRAINT "PurchaseCreditNote_posted" CHECK (
    ("status" = 'POSTED') = ("postedOn" IS NOT NULL)),
  ADD CONSTRAINT "PurchaseCreditNote_amounts" CHECK ("netAmount" >= 0 AND "taxAmount" >= 0
    AND "grossAmount" = "netAmount" + "taxAmount" AND "grossAmount" < 'NaN'),
  ADD CONSTRAINT "PurchaseCreditNote_settled" CHECK ("settledAmount" >= 0
    AND "allocatedAmount" >= 0 AND "settledAmount" + "allocatedAmount" <= "grossAmount"
    AND ("settledAmount" + "allocatedAmount" = 0 OR "status" = 'POSTED')),
  ADD CONSTRAINT "PurchaseCreditNote_rate" CHECK ("exchangeRate" > 0 AND "exchangeRate" < 'NaN');
-- A price is taken back without a quantity, a quantity never without saying how much. A lower price
-- takes stock down, never up.
ALTER TABLE "PurchaseCreditNoteLine"
  ADD CONSTRAINT "PurchaseCreditNoteLine_numbers" CHECK ("quantity" >= 0 AND "quantity" < 'NaN'
    AND "unitPrice" >= 0 AND "unitPrice" < 'NaN'
    AND "netAmount" >= 0 AND "netAmount" < 'NaN' AND "taxAmount" >= 0 AND "taxAmount" < 'NaN'
    AND ("returned" IS NULL) = ("toStock" IS NULL)
    AND coalesce("returned", 0) >= 0 AND coalesce("returned", 0) < 'NaN'
    AND coalesce("toStock", 0) <= 0);
ALTER TABLE "PurchaseCreditNoteAllocation" ADD CONSTRAINT "PurchaseCreditNoteAllocation_amount"
  CHECK ("amount" > 0 AND "amount" < 'NaN');

-- What was sent back and credited stays as it was written; only what is known later is added.
CREATE TRIGGER "PurchaseReturn_kept" BEFORE UPDATE ON "PurchaseReturn"
  FOR EACH ROW WHEN (old."status" = 'SHIPPED') EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "PurchaseReturnLine_kept" BEFORE UPDATE ON "PurchaseReturnLine"
  FOR EACH ROW WHEN (old."value" IS NOT NULL AND (new."credited" < old."credited"
    OR to_jsonb(new) - ARRAY['credited', 'creditedValue', 'version']
      IS DISTINCT FROM to_jsonb(old) - ARRAY['credited', 'creditedValue', 'version']))
  EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "PurchaseCreditNote_kept" BEFORE UPDATE ON "PurchaseCreditNote"
  FOR EACH ROW WHEN (old."status" = 'POSTED' AND (
    new."allocatedAmount" < old."allocatedAmount"
    OR to_jsonb(new) - ARRAY['allocatedAmount', 'version', 'updatedAt']
      IS DISTINCT FROM to_jsonb(old) - ARRAY['allocatedAmount', 'version', 'updatedAt']))
  EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "PurchaseCreditNoteLine_kept" BEFORE UPDATE ON "PurchaseCreditNoteLine"
  FOR EACH ROW WHEN (old."returned" IS NOT NULL
    OR to_jsonb(new) - ARRAY['returned', 'toStock', 'version']
      IS DISTINCT FROM to_jsonb(old) - ARRAY['returned', 'toStock', 'version'])
  EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "PurchaseCreditNoteAllocation_kept" BEFORE UPDATE OR DELETE
  ON "PurchaseCreditNoteAllocation" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

-- A document that has a number, or had lines, is never deleted.
CREATE TRIGGER "PurchaseReturn_undeleted" BEFORE DELETE ON "PurchaseReturn"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "PurchaseReturnLine_undeleted" BEFORE DELETE ON "PurchaseReturnLine"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "PurchaseCreditNote_undeleted" BEFORE DELETE ON "PurchaseCreditNote"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "PurchaseCreditNoteLine_undeleted" BEFORE DELETE ON "PurchaseCreditNoteLine"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();

-- Companies that were founded before number them as those that are founded from now on.
INSERT INTO "NumberSeries" ("id", "companyId", "code", "pattern", "isGapFree", "createdAt")
SELECT gen_random_uuid(), c."id", s.code, s.pattern, false, now()
FROM "Company" c
CROSS JOIN (VALUES ('purchaseReturn', 'RS-{YYYY}-{#####}'),
  ('purchaseCreditNote', 'PCN-{YYYY}-{#####}')) AS s(code, pattern)
ON CONFLICT ("companyId", "code") DO NOTHING;
