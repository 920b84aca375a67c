-- CreateTable
CREATE TABLE "WebhookEndpoint" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "noun" TEXT NOT NULL,
    "factTypes" TEXT[],
    "changedFields" TEXT[],
    "where" TEXT,
    "document" TEXT,
    "status" TEXT NOT NULL,
    "ownerId" UUID NOT NULL,
    "scopes" TEXT[],
    "failuresInRow" INTEGER NOT NULL DEFAULT 0,
    "brokenUntil" TIMESTAMPTZ(6),
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "WebhookEndpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookSecret" (
    "id" UUID NOT NULL,
    "endpointId" UUID NOT NULL,
    "secret" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "expiresAt" TIMESTAMPTZ(6),

    CONSTRAINT "WebhookSecret_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookDelivery" (
    "id" UUID NOT NULL,
    "endpointId" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "position" BIGINT NOT NULL,
    "type" TEXT NOT NULL,
    "documentType" TEXT NOT NULL,
    "documentId" UUID NOT NULL,
    "documentVersion" INTEGER NOT NULL,
    "changedFields" TEXT[],
    "companyId" UUID,
    "occurredAt" TIMESTAMPTZ(6) NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "attemptCount" INTEGER NOT NULL DEFAULT 0,
    "firstTriedAt" TIMESTAMPTZ(6),
    "dueAt" TIMESTAMPTZ(6) NOT NULL,
    "settledAt" TIMESTAMPTZ(6),
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "WebhookDelivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookAttempt" (
    "id" UUID NOT NULL,
    "deliveryId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "startedAt" TIMESTAMPTZ(6) NOT NULL,
    "milliseconds" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "httpStatus" INTEGER,
    "detail" TEXT,

    CONSTRAINT "WebhookAttempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookReplay" (
    "id" UUID NOT NULL,
    "endpointId" UUID NOT NULL,
    "position" BIGINT NOT NULL,
    "lastPosition" BIGINT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "WebhookReplay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LogCursor" (
    "name" TEXT NOT NULL,
    "position" BIGINT NOT NULL,

    CONSTRAINT "LogCursor_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "WebhookEndpoint_ownerId_idx" ON "WebhookEndpoint"("ownerId");

-- CreateIndex
CREATE INDEX "WebhookSecret_endpointId_idx" ON "WebhookSecret"("endpointId");

-- CreateIndex
CREATE INDEX "WebhookDelivery_endpointId_position_idx" ON "WebhookDelivery"("endpointId", "position");

-- CreateIndex
CREATE INDEX "WebhookDelivery_createdAt_idx" ON "WebhookDelivery"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "WebhookDelivery_endpointId_eventId_key" ON "WebhookDelivery"("endpointId", "eventId");

-- CreateIndex
CREATE INDEX "WebhookAttempt_deliveryId_number_idx" ON "WebhookAttempt"("deliveryId", "number");

-- AddForeignKey
ALTER TABLE "WebhookSecret" ADD CONSTRAINT "WebhookSecret_endpointId_fkey" FOREIGN KEY ("endpointId") REFERENCES "WebhookEndpoint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_endpointId_fkey" FOREIGN KEY ("endpointId") REFERENCES "WebhookEndpoint"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebhookAttempt" ADD CONSTRAINT "WebhookAttempt_deliveryId_fkey" FOREIGN KEY ("deliveryId") REFERENCES "WebhookDelivery"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Only what is open is ever looked for: the first of a document, and what of an endpoint waits.
CREATE INDEX "WebhookDelivery_open" ON "WebhookDelivery" ("endpointId", "documentId", "position", "id")
  WHERE "status" = 'PENDING';

ALTER TABLE "WebhookEndpoint"
  ADD CONSTRAINT "WebhookEndpoint_status" CHECK ("status" IN ('ACTIVE', 'PAUSED', 'ARCHIVED')),
  ADD CONSTRAINT "WebhookEndpoint_failures" CHECK ("failuresInRow" >= 0);
ALTER TABLE "WebhookDelivery"
  ADD CONSTRAINT "WebhookDelivery_status"
    CHECK ("status" IN ('PENDING', 'DELIVERED', 'SKIPPED', 'FAILED')),
  ADD CONSTRAINT "WebhookDelivery_settled" CHECK (("settledAt" IS NULL) = ("status" = 'PENDING')),
  ADD CONSTRAINT "WebhookDelivery_position" CHECK ("position" >= 0);
ALTER TABLE "LogCursor" ADD CONSTRAINT "LogCursor_position" CHECK ("position" >= 0);
