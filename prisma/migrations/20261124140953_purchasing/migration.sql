-- AlterTable
ALTER TABLE "GoodsReceipt" ADD COLUMN     "holdReason" TEXT;

-- AlterTable
ALTER TABLE "GoodsReceiptLine" ADD COLUMN     "invoiced" DECIMAL(28,9) NOT NULL DEFAULT 0,
ADD COLUMN     "invoicedValue" DECIMAL(20,4) NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "PurchaseOrder" ADD COLUMN     "rejectReason" TEXT;

-- AlterTable
ALTER TABLE "PurchaseInvoiceLine" ADD COLUMN     "received" DECIMAL(20,4),
ADD COLUMN     "toStock" DECIMAL(20,4);

-- CreateTable
CREATE TABLE "PurchasingSettings" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "approvalLimit" DECIMAL(20,4),
    "priceTolerancePercent" DECIMAL(9,4) NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "PurchasingSettings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "PurchasingSettings_companyId_key" ON "PurchasingSettings"("companyId");
