-- AlterTable
ALTER TABLE "OpportunityStageChange" ADD COLUMN     "outcome" TEXT;

-- CreateTable
CREATE TABLE "SalesSettings" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "minMarginPercent" DECIMAL(9,4),
    "maxDiscountPercent" DECIMAL(9,4),
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "SalesSettings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "SalesSettings_companyId_key" ON "SalesSettings"("companyId");
