-- AlterTable
ALTER TABLE "JournalEntryLine" ADD COLUMN     "customFields" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "LedgerEntry" ADD COLUMN     "customFields" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "WorkOrderMaterial" ADD COLUMN     "customFields" JSONB NOT NULL DEFAULT '{}';
