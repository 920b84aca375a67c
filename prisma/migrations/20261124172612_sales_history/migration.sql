-- AlterTable
ALTER TABLE "Delivery" ADD COLUMN     "isHistoric" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "SalesInvoice" ADD COLUMN     "isHistoric" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "paidOn" DATE;

-- AlterTable
ALTER TABLE "SalesOrder" ADD COLUMN     "historyDigest" TEXT,
ADD COLUMN     "isHistoric" BOOLEAN NOT NULL DEFAULT false;
