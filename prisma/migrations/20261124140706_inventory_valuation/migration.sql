-- AlterTable
ALTER TABLE "ItemValuation" ADD COLUMN     "isLotTracked" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "method" TEXT NOT NULL DEFAULT 'MOVING_AVERAGE',
ADD COLUMN     "standardCost" DECIMAL(28,9);

-- AlterTable
ALTER TABLE "ValuationLayer" ADD COLUMN     "documentId" UUID,
ADD COLUMN     "documentType" TEXT,
ADD COLUMN     "lineId" UUID;

-- CreateIndex
CREATE INDEX "ValuationLayer_documentId_idx" ON "ValuationLayer"("documentId");
