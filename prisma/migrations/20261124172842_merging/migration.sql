-- AlterTable
ALTER TABLE "Customer" ADD COLUMN     "mergedIntoId" UUID;

-- AlterTable
ALTER TABLE "Item" ADD COLUMN     "gtin" TEXT,
ADD COLUMN     "manufacturerPartNumber" TEXT,
ADD COLUMN     "mergedIntoId" UUID;

-- AlterTable
ALTER TABLE "Supplier" ADD COLUMN     "mergedIntoId" UUID;

-- CreateTable
CREATE TABLE "DuplicateDismissal" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "noun" TEXT NOT NULL,
    "lowId" UUID NOT NULL,
    "highId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "createdById" UUID NOT NULL,

    CONSTRAINT "DuplicateDismissal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "DuplicateDismissal_noun_lowId_highId_key" ON "DuplicateDismissal"("noun", "lowId", "highId");

-- CreateIndex
CREATE INDEX "Customer_mergedIntoId_idx" ON "Customer"("mergedIntoId");

-- CreateIndex
CREATE INDEX "Item_mergedIntoId_idx" ON "Item"("mergedIntoId");

-- CreateIndex
CREATE INDEX "Supplier_mergedIntoId_idx" ON "Supplier"("mergedIntoId");

-- AddForeignKey
ALTER TABLE "Customer" ADD CONSTRAINT "Customer_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Item" ADD CONSTRAINT "Item_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Supplier" ADD CONSTRAINT "Supplier_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Supplier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
