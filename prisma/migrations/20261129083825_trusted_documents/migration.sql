-- AlterTable
ALTER TABLE "ApiKey" ADD COLUMN     "app" TEXT;

-- CreateTable
CREATE TABLE "DocumentManifest" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "app" TEXT NOT NULL,
    "release" TEXT NOT NULL,
    "documentCount" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(6),

    CONSTRAINT "DocumentManifest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TrustedDocument" (
    "id" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "TrustedDocument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ManifestDocument" (
    "manifestId" UUID NOT NULL,
    "documentId" TEXT NOT NULL,

    CONSTRAINT "ManifestDocument_pkey" PRIMARY KEY ("manifestId","documentId")
);

-- CreateIndex
CREATE UNIQUE INDEX "DocumentManifest_app_release_key" ON "DocumentManifest"("app", "release");

-- CreateIndex
CREATE INDEX "ManifestDocument_documentId_idx" ON "ManifestDocument"("documentId");

-- AddForeignKey
ALTER TABLE "ManifestDocument" ADD CONSTRAINT "ManifestDocument_manifestId_fkey" FOREIGN KEY ("manifestId") REFERENCES "DocumentManifest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ManifestDocument" ADD CONSTRAINT "ManifestDocument_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "TrustedDocument"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
