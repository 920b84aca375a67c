-- AlterTable
ALTER TABLE "StockCountLine" ADD COLUMN     "status" TEXT NOT NULL DEFAULT 'AVAILABLE';

-- AlterTable
ALTER TABLE "StockTransferLine" ADD COLUMN     "fromStatus" TEXT NOT NULL DEFAULT 'AVAILABLE',
ADD COLUMN     "toStatus" TEXT NOT NULL DEFAULT 'AVAILABLE';

-- CreateIndex
CREATE INDEX "StockCountLine_binId_idx" ON "StockCountLine"("binId");
