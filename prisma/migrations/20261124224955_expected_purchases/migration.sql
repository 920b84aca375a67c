-- AlterTable
ALTER TABLE "PurchaseOrderLine" ADD COLUMN     "expectedOn" DATE;
