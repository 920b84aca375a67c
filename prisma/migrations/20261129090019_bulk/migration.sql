-- CreateTable
CREATE TABLE "BulkOperation" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "actorId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "variables" JSONB NOT NULL,
    "permissions" TEXT[],
    "locale" TEXT NOT NULL,
    "uploadId" UUID,
    "rowCount" INTEGER NOT NULL DEFAULT 0,
    "refusedCount" INTEGER NOT NULL DEFAULT 0,
    "byteCount" BIGINT NOT NULL DEFAULT 0,
    "errorCode" TEXT,
    "errorMessage" TEXT,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "startedAt" TIMESTAMPTZ(6),
    "finishedAt" TIMESTAMPTZ(6),
    "expiresAt" TIMESTAMPTZ(6) NOT NULL,
    "leaseUntil" TIMESTAMPTZ(6),

    CONSTRAINT "BulkOperation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BulkUpload" (
    "id" UUID NOT NULL,
    "actorId" UUID NOT NULL,
    "byteCount" BIGINT NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "expiresAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "BulkUpload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BulkPart" (
    "ownerId" UUID NOT NULL,
    "startByte" BIGINT NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "BulkPart_pkey" PRIMARY KEY ("ownerId","startByte")
);

-- CreateIndex
CREATE INDEX "BulkOperation_actorId_id_idx" ON "BulkOperation"("actorId", "id");

-- CreateIndex
CREATE INDEX "BulkOperation_expiresAt_idx" ON "BulkOperation"("expiresAt");

-- CreateIndex
CREATE INDEX "BulkUpload_expiresAt_idx" ON "BulkUpload"("expiresAt");

-- What Prisma cannot say.
ALTER TABLE "BulkOperation"
  ADD CONSTRAINT "BulkOperation_kind_known" CHECK ("kind" IN ('QUERY', 'MUTATION')),
  ADD CONSTRAINT "BulkOperation_status_known"
    CHECK ("status" IN ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  ADD CONSTRAINT "BulkOperation_format_known"
    CHECK ("format" = 'JSONL' OR ("format" = 'CSV' AND "kind" = 'QUERY')),
  ADD CONSTRAINT "BulkOperation_upload" CHECK (("kind" = 'MUTATION') = ("uploadId" IS NOT NULL)),
  ADD CONSTRAINT "BulkOperation_counts"
    CHECK ("refusedCount" BETWEEN 0 AND "rowCount" AND "byteCount" >= 0);
CREATE INDEX "BulkOperation_open" ON "BulkOperation" ("id")
  WHERE "status" IN ('QUEUED', 'RUNNING');
