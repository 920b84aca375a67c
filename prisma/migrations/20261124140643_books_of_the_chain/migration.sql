-- AlterTable
ALTER TABLE "Account" ADD COLUMN     "englishName" TEXT;

-- AlterTable
ALTER TABLE "JournalEntry" ADD COLUMN     "voucherWord" TEXT;

-- AlterTable
ALTER TABLE "LedgerEntry" ADD COLUMN     "purchaseInvoiceId" UUID,
ADD COLUMN     "purchaseOrderId" UUID,
ADD COLUMN     "purchaseOrderLineId" UUID;

-- AlterTable
ALTER TABLE "PaymentAllocation" ADD COLUMN     "purchaseInvoiceId" UUID,
ALTER COLUMN "salesInvoiceId" DROP NOT NULL;

-- CreateTable
CREATE TABLE "CompanyBooks" (
    "companyId" UUID NOT NULL,
    "chart" TEXT NOT NULL,
    "voucherWords" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "CompanyBooks_pkey" PRIMARY KEY ("companyId")
);

-- CreateTable
CREATE TABLE "StockRole" (
    "companyId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "StockRole_pkey" PRIMARY KEY ("companyId","itemId")
);

-- CreateTable
CREATE TABLE "SupplierExposure" (
    "companyId" UUID NOT NULL,
    "supplierId" UUID NOT NULL,
    "payable" DECIMAL(20,4) NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "SupplierExposure_pkey" PRIMARY KEY ("companyId","supplierId")
);

-- CreateIndex
CREATE INDEX "StockRole_itemId_idx" ON "StockRole"("itemId");

-- CreateIndex
CREATE INDEX "SupplierExposure_supplierId_idx" ON "SupplierExposure"("supplierId");

-- CreateIndex
CREATE INDEX "LedgerEntry_supplierId_id_idx" ON "LedgerEntry"("supplierId", "id");

-- CreateIndex
CREATE INDEX "LedgerEntry_purchaseOrderId_id_idx" ON "LedgerEntry"("purchaseOrderId", "id");

-- CreateIndex
CREATE INDEX "LedgerEntry_purchaseInvoiceId_idx" ON "LedgerEntry"("purchaseInvoiceId");

-- CreateIndex
CREATE INDEX "LedgerEntry_workOrderId_id_idx" ON "LedgerEntry"("workOrderId", "id");

-- CreateIndex
CREATE INDEX "Payment_supplierId_id_idx" ON "Payment"("supplierId", "id");

-- CreateIndex
CREATE INDEX "PaymentAllocation_purchaseInvoiceId_id_idx" ON "PaymentAllocation"("purchaseInvoiceId", "id");
