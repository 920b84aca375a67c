-- AlterTable
ALTER TABLE "CreditNote" ADD COLUMN     "settledAmount" DECIMAL(20,4) NOT NULL DEFAULT 0;
