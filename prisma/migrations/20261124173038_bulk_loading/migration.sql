-- AlterTable
ALTER TABLE "Item" ADD COLUMN     "categoryId" UUID;

-- AlterTable
ALTER TABLE "PurchaseInvoice" ALTER COLUMN "purchaseOrderId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "SalesInvoice" ALTER COLUMN "salesOrderId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Unit" ADD COLUMN     "isStandard" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "OpeningBalance" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "amount" DECIMAL(20,4) NOT NULL,
    "currency" TEXT NOT NULL,
    "exchangeRate" DECIMAL(28,12) NOT NULL,
    "baseAmount" DECIMAL(20,4) NOT NULL,
    "baseCurrency" TEXT NOT NULL,
    "customerId" UUID,
    "supplierId" UUID,
    "department" TEXT,
    "project" TEXT,
    "postedOn" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "createdById" UUID NOT NULL,

    CONSTRAINT "OpeningBalance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ItemCategory" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "parentId" UUID,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "createdById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "ItemCategory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StandardCost" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "validFrom" DATE NOT NULL,
    "standardCost" DECIMAL(28,9) NOT NULL,
    "currency" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "StandardCost_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "OpeningBalance_companyId_postedOn_id_idx" ON "OpeningBalance"("companyId", "postedOn", "id");

-- CreateIndex
CREATE INDEX "OpeningBalance_accountId_id_idx" ON "OpeningBalance"("accountId", "id");

-- CreateIndex
CREATE INDEX "OpeningBalance_customerId_id_idx" ON "OpeningBalance"("customerId", "id");

-- CreateIndex
CREATE INDEX "OpeningBalance_supplierId_id_idx" ON "OpeningBalance"("supplierId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ItemCategory_code_key" ON "ItemCategory"("code");

-- CreateIndex
CREATE INDEX "ItemCategory_parentId_id_idx" ON "ItemCategory"("parentId", "id");

-- CreateIndex
CREATE INDEX "StandardCost_itemId_id_idx" ON "StandardCost"("itemId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "StandardCost_companyId_itemId_validFrom_key" ON "StandardCost"("companyId", "itemId", "validFrom");

-- CreateIndex
CREATE INDEX "Item_categoryId_id_idx" ON "Item"("categoryId", "id");

-- AddForeignKey
ALTER TABLE "OpeningBalance" ADD CONSTRAINT "OpeningBalance_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Item" ADD CONSTRAINT "Item_categoryId_fkey" FOREIGN KEY ("categoryId") REFERENCES "ItemCategory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItemCategory" ADD CONSTRAINT "ItemCategory_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "ItemCategory"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StandardCost" ADD CONSTRAINT "StandardCost_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
