-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Actor" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "isAllCompanies" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "archivedAt" TIMESTAMPTZ(6),

    CONSTRAINT "Actor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Role" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "permissions" TEXT[],
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActorRole" (
    "actorId" UUID NOT NULL,
    "roleId" UUID NOT NULL,

    CONSTRAINT "ActorRole_pkey" PRIMARY KEY ("actorId","roleId")
);

-- CreateTable
CREATE TABLE "ActorCompany" (
    "actorId" UUID NOT NULL,
    "companyId" UUID NOT NULL,

    CONSTRAINT "ActorCompany_pkey" PRIMARY KEY ("actorId","companyId")
);

-- CreateTable
CREATE TABLE "ApiKey" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "actorId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scopes" TEXT[],
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "expiresAt" TIMESTAMPTZ(6),
    "revokedAt" TIMESTAMPTZ(6),

    CONSTRAINT "ApiKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Customer" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "legalName" TEXT,
    "kind" TEXT NOT NULL,
    "taxNumber" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "currency" TEXT NOT NULL,
    "paymentTermsId" UUID,
    "customFields" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "createdById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,
    "archivedAt" TIMESTAMPTZ(6),

    CONSTRAINT "Customer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CustomerCompany" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "creditLimit" DECIMAL(20,4),
    "isOnCreditHold" BOOLEAN NOT NULL DEFAULT false,
    "paymentTermsId" UUID,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "CustomerCompany_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CustomerAddress" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "customerId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT,
    "line1" TEXT NOT NULL,
    "line2" TEXT,
    "city" TEXT NOT NULL,
    "region" TEXT,
    "postalCode" TEXT,
    "countryCode" TEXT NOT NULL,
    "isDefault" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "archivedAt" TIMESTAMPTZ(6),

    CONSTRAINT "CustomerAddress_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Contact" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "customerId" UUID NOT NULL,
    "firstName" TEXT,
    "lastName" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "role" TEXT,
    "customFields" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "archivedAt" TIMESTAMPTZ(6),

    CONSTRAINT "Contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" UUID NOT NULL,
    "transactionId" BIGINT NOT NULL,
    "place" INTEGER NOT NULL,
    "position" BIGINT,
    "type" TEXT NOT NULL,
    "companyId" UUID,
    "documentType" TEXT NOT NULL,
    "documentId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "changedFields" TEXT[],
    "data" JSONB NOT NULL,
    "actorId" UUID NOT NULL,
    "requestId" TEXT NOT NULL,
    "occurredAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "companyId" UUID,
    "documentType" TEXT NOT NULL,
    "documentId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "changes" JSONB NOT NULL,
    "actorId" UUID NOT NULL,
    "requestId" TEXT NOT NULL,
    "occurredAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "id" UUID NOT NULL,
    "actorId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "outcome" JSONB,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "archivedAt" TIMESTAMPTZ(6),

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AccountRole" (
    "companyId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "accountId" UUID NOT NULL,

    CONSTRAINT "AccountRole_pkey" PRIMARY KEY ("companyId","role")
);

-- CreateTable
CREATE TABLE "FiscalPeriod" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "status" TEXT NOT NULL,
    "reopenReason" TEXT,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "FiscalPeriod_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JournalEntry" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "number" TEXT,
    "fiscalPeriodId" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "documentOn" DATE NOT NULL,
    "postedOn" DATE,
    "postingRule" TEXT,
    "documentType" TEXT,
    "documentId" UUID,
    "description" TEXT NOT NULL,
    "reversalOfId" UUID,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "createdById" UUID NOT NULL,
    "checkedById" UUID,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "JournalEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JournalEntryLine" (
    "id" UUID NOT NULL,
    "companyId" UUID NOT NULL,
    "journalEntryId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "accountId" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "amount" DECIMAL(20,4) NOT NULL,
    "currency" TEXT NOT NULL,
    "exchangeRate" DECIMAL(28,12) NOT NULL,
    "baseAmount" DECIMAL(20,4) NOT NULL,
    "baseCurrency" TEXT NOT NULL,
    "department" TEXT,
    "project" TEXT,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "JournalEntryLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerEntry" (
    "id" UUID NOT NULL,
    "companyId" UUID NOT NULL,
    "journalEntryId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "accountId" UUID NOT NULL,
    "role" TEXT,
    "side" TEXT NOT NULL,
    "amount" DECIMAL(20,4) NOT NULL,
    "currency" TEXT NOT NULL,
    "exchangeRate" DECIMAL(28,12) NOT NULL,
    "baseAmount" DECIMAL(20,4) NOT NULL,
    "baseCurrency" TEXT NOT NULL,
    "postedOn" DATE NOT NULL,
    "customerId" UUID,
    "supplierId" UUID,
    "salesOrderId" UUID,
    "salesOrderLineId" UUID,
    "salesInvoiceId" UUID,
    "workOrderId" UUID,
    "itemId" UUID,
    "department" TEXT,
    "project" TEXT,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "LedgerEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Payment" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "customerId" UUID,
    "supplierId" UUID,
    "status" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "exchangeRate" DECIMAL(28,12) NOT NULL,
    "amount" DECIMAL(20,4) NOT NULL,
    "allocated" DECIMAL(20,4) NOT NULL DEFAULT 0,
    "reference" TEXT,
    "documentOn" DATE NOT NULL,
    "postedOn" DATE,
    "customFields" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "createdById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaymentAllocation" (
    "id" UUID NOT NULL,
    "companyId" UUID NOT NULL,
    "paymentId" UUID NOT NULL,
    "salesInvoiceId" UUID NOT NULL,
    "amount" DECIMAL(20,4) NOT NULL,
    "currency" TEXT NOT NULL,
    "exchangeDifference" DECIMAL(20,4) NOT NULL,
    "baseCurrency" TEXT NOT NULL,
    "postedOn" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "PaymentAllocation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CustomerExposure" (
    "companyId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "receivable" DECIMAL(20,4) NOT NULL,
    "openOrders" DECIMAL(20,4) NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "CustomerExposure_pkey" PRIMARY KEY ("companyId","customerId")
);

-- CreateTable
CREATE TABLE "Item" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "category" TEXT,
    "unit" TEXT NOT NULL,
    "isMade" BOOLEAN NOT NULL DEFAULT false,
    "isBought" BOOLEAN NOT NULL DEFAULT true,
    "isSold" BOOLEAN NOT NULL DEFAULT true,
    "isStocked" BOOLEAN NOT NULL DEFAULT true,
    "customFields" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "createdById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,
    "archivedAt" TIMESTAMPTZ(6),

    CONSTRAINT "Item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ItemUnit" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "itemId" UUID NOT NULL,
    "unit" TEXT NOT NULL,
    "factor" DECIMAL(28,9) NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "ItemUnit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ItemCompany" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "valuationMethod" TEXT NOT NULL DEFAULT 'MOVING_AVERAGE',
    "standardCost" DECIMAL(28,9),
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "ItemCompany_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Warehouse" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "customFields" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "archivedAt" TIMESTAMPTZ(6),

    CONSTRAINT "Warehouse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Bin" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "warehouseId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "archivedAt" TIMESTAMPTZ(6),

    CONSTRAINT "Bin_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StockLevel" (
    "id" UUID NOT NULL,
    "companyId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "warehouseId" UUID NOT NULL,
    "binId" UUID NOT NULL,
    "lotId" UUID,
    "status" TEXT NOT NULL DEFAULT 'AVAILABLE',
    "unit" TEXT NOT NULL,
    "onHand" DECIMAL(28,9) NOT NULL,
    "reserved" DECIMAL(28,9) NOT NULL DEFAULT 0,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "StockLevel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StockMove" (
    "id" UUID NOT NULL,
    "companyId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "warehouseId" UUID NOT NULL,
    "binId" UUID NOT NULL,
    "lotId" UUID,
    "status" TEXT NOT NULL DEFAULT 'AVAILABLE',
    "kind" TEXT NOT NULL,
    "quantity" DECIMAL(28,9) NOT NULL,
    "unit" TEXT NOT NULL,
    "value" DECIMAL(20,4) NOT NULL,
    "currency" TEXT NOT NULL,
    "postedOn" DATE NOT NULL,
    "documentType" TEXT NOT NULL,
    "documentId" UUID NOT NULL,
    "lineId" UUID,
    "reversalOfId" UUID,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "StockMove_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ItemValuation" (
    "id" UUID NOT NULL,
    "companyId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "quantity" DECIMAL(28,9) NOT NULL,
    "value" DECIMAL(20,4) NOT NULL,
    "currency" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "ItemValuation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ValuationLayer" (
    "id" UUID NOT NULL,
    "companyId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "stockMoveId" UUID,
    "quantity" DECIMAL(28,9) NOT NULL,
    "value" DECIMAL(20,4) NOT NULL,
    "currency" TEXT NOT NULL,
    "remainingQuantity" DECIMAL(28,9) NOT NULL,
    "remainingValue" DECIMAL(20,4) NOT NULL,
    "postedOn" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "ValuationLayer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Reservation" (
    "id" UUID NOT NULL,
    "companyId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "stockLevelId" UUID NOT NULL,
    "documentType" TEXT NOT NULL,
    "documentId" UUID NOT NULL,
    "lineId" UUID NOT NULL,
    "quantity" DECIMAL(28,9) NOT NULL,
    "unit" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Reservation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StockOpening" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "itemId" UUID NOT NULL,
    "warehouseId" UUID NOT NULL,
    "binId" UUID NOT NULL,
    "quantity" DECIMAL(28,9) NOT NULL,
    "unit" TEXT NOT NULL,
    "unitCost" DECIMAL(28,9) NOT NULL,
    "value" DECIMAL(20,4) NOT NULL,
    "currency" TEXT NOT NULL,
    "postedOn" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "createdById" UUID NOT NULL,

    CONSTRAINT "StockOpening_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Company" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "legalName" TEXT,
    "taxNumber" TEXT,
    "countryCode" TEXT NOT NULL,
    "baseCurrency" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "calendarId" UUID,
    "customFields" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,
    "archivedAt" TIMESTAMPTZ(6),

    CONSTRAINT "Company_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Currency" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "minorUnits" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Currency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Unit" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "symbol" TEXT NOT NULL,
    "dimension" TEXT NOT NULL,
    "factor" DECIMAL(38,18) NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExchangeRate" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "fromCurrency" TEXT NOT NULL,
    "toCurrency" TEXT NOT NULL,
    "validFrom" DATE NOT NULL,
    "rate" DECIMAL(28,12) NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "ExchangeRate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkCalendar" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "minutes" INTEGER[],
    "exceptions" JSONB NOT NULL DEFAULT '[]',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "WorkCalendar_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NumberSeries" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "pattern" TEXT NOT NULL,
    "isGapFree" BOOLEAN NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "NumberSeries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "NumberSeriesCounter" (
    "companyId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "last" BIGINT NOT NULL,

    CONSTRAINT "NumberSeriesCounter_pkey" PRIMARY KEY ("companyId","code","period")
);

-- CreateTable
CREATE TABLE "PaymentTerms" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "netDays" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "PaymentTerms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TaxCode" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "ratePercent" DECIMAL(9,4) NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "archivedAt" TIMESTAMPTZ(6),

    CONSTRAINT "TaxCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExternalRef" (
    "id" UUID NOT NULL,
    "scopeId" UUID NOT NULL,
    "noun" TEXT NOT NULL,
    "system" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "nodeId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "ExternalRef_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SalesOrder" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "customerId" UUID NOT NULL,
    "warehouseId" UUID NOT NULL,
    "billingAddressId" UUID,
    "shippingAddressId" UUID,
    "paymentTermsId" UUID,
    "customerReference" TEXT,
    "status" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "exchangeRate" DECIMAL(28,12) NOT NULL,
    "documentOn" DATE NOT NULL,
    "requestedOn" DATE,
    "promisedOn" DATE,
    "netAmount" DECIMAL(20,4) NOT NULL,
    "taxAmount" DECIMAL(20,4) NOT NULL,
    "grossAmount" DECIMAL(20,4) NOT NULL,
    "paidAmount" DECIMAL(20,4) NOT NULL DEFAULT 0,
    "holdReason" TEXT,
    "cancelReason" TEXT,
    "customFields" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "createdById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "SalesOrder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SalesOrderLine" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "salesOrderId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "itemId" UUID,
    "description" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "quantity" DECIMAL(28,9) NOT NULL,
    "unitPrice" DECIMAL(28,9) NOT NULL,
    "discountPercent" DECIMAL(9,4) NOT NULL DEFAULT 0,
    "currency" TEXT NOT NULL,
    "netAmount" DECIMAL(20,4) NOT NULL,
    "taxCodeId" UUID,
    "taxAmount" DECIMAL(20,4) NOT NULL,
    "requestedOn" DATE,
    "promisedOn" DATE,
    "stockFactor" DECIMAL(28,9) NOT NULL,
    "reserved" DECIMAL(28,9) NOT NULL DEFAULT 0,
    "shipped" DECIMAL(28,9) NOT NULL DEFAULT 0,
    "invoiced" DECIMAL(28,9) NOT NULL DEFAULT 0,
    "status" TEXT NOT NULL DEFAULT 'OPEN',
    "customFields" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "SalesOrderLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "salesOrderId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "warehouseId" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "documentOn" DATE NOT NULL,
    "postedOn" DATE,
    "trackingNumber" TEXT,
    "customFields" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "createdById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeliveryLine" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "deliveryId" UUID NOT NULL,
    "salesOrderLineId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "itemId" UUID NOT NULL,
    "unit" TEXT NOT NULL,
    "quantity" DECIMAL(28,9) NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "DeliveryLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SalesInvoice" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "number" TEXT,
    "salesOrderId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "settlement" TEXT NOT NULL DEFAULT 'UNPAID',
    "currency" TEXT NOT NULL,
    "exchangeRate" DECIMAL(28,12) NOT NULL,
    "documentOn" DATE NOT NULL,
    "postedOn" DATE,
    "dueOn" DATE,
    "paymentTermsId" UUID,
    "netAmount" DECIMAL(20,4) NOT NULL,
    "taxAmount" DECIMAL(20,4) NOT NULL,
    "grossAmount" DECIMAL(20,4) NOT NULL,
    "paidAmount" DECIMAL(20,4) NOT NULL DEFAULT 0,
    "customFields" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "createdById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "SalesInvoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SalesInvoiceLine" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "salesInvoiceId" UUID NOT NULL,
    "salesOrderLineId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "itemId" UUID,
    "description" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "quantity" DECIMAL(28,9) NOT NULL,
    "unitPrice" DECIMAL(28,9) NOT NULL,
    "currency" TEXT NOT NULL,
    "netAmount" DECIMAL(20,4) NOT NULL,
    "taxCodeId" UUID,
    "taxAmount" DECIMAL(20,4) NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "SalesInvoiceLine_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Role_code_key" ON "Role"("code");

-- CreateIndex
CREATE INDEX "ActorRole_roleId_idx" ON "ActorRole"("roleId");

-- CreateIndex
CREATE INDEX "ActorCompany_companyId_idx" ON "ActorCompany"("companyId");

-- CreateIndex
CREATE UNIQUE INDEX "ApiKey_hash_key" ON "ApiKey"("hash");

-- CreateIndex
CREATE INDEX "ApiKey_actorId_idx" ON "ApiKey"("actorId");

-- CreateIndex
CREATE UNIQUE INDEX "Customer_code_key" ON "Customer"("code");

-- CreateIndex
CREATE INDEX "Customer_name_id_idx" ON "Customer"("name", "id");

-- CreateIndex
CREATE INDEX "Customer_taxNumber_idx" ON "Customer"("taxNumber");

-- CreateIndex
CREATE INDEX "Customer_email_idx" ON "Customer"("email");

-- CreateIndex
CREATE INDEX "CustomerCompany_customerId_idx" ON "CustomerCompany"("customerId");

-- CreateIndex
CREATE UNIQUE INDEX "CustomerCompany_companyId_customerId_key" ON "CustomerCompany"("companyId", "customerId");

-- CreateIndex
CREATE INDEX "CustomerAddress_customerId_id_idx" ON "CustomerAddress"("customerId", "id");

-- CreateIndex
CREATE INDEX "Contact_customerId_id_idx" ON "Contact"("customerId", "id");

-- CreateIndex
CREATE INDEX "Event_documentId_version_idx" ON "Event"("documentId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "Event_position_key" ON "Event"("position");

-- CreateIndex
CREATE UNIQUE INDEX "Event_transactionId_place_key" ON "Event"("transactionId", "place");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEntry_eventId_key" ON "AuditEntry"("eventId");

-- CreateIndex
CREATE INDEX "AuditEntry_documentId_id_idx" ON "AuditEntry"("documentId", "id");

-- CreateIndex
CREATE INDEX "AuditEntry_actorId_id_idx" ON "AuditEntry"("actorId", "id");

-- CreateIndex
CREATE INDEX "IdempotencyKey_createdAt_idx" ON "IdempotencyKey"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "IdempotencyKey_actorId_key_key" ON "IdempotencyKey"("actorId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Account_companyId_code_key" ON "Account"("companyId", "code");

-- CreateIndex
CREATE INDEX "AccountRole_accountId_idx" ON "AccountRole"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "FiscalPeriod_companyId_code_key" ON "FiscalPeriod"("companyId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "FiscalPeriod_companyId_startsOn_key" ON "FiscalPeriod"("companyId", "startsOn");

-- CreateIndex
CREATE INDEX "JournalEntry_documentId_idx" ON "JournalEntry"("documentId");

-- CreateIndex
CREATE INDEX "JournalEntry_companyId_postedOn_id_idx" ON "JournalEntry"("companyId", "postedOn", "id");

-- CreateIndex
CREATE UNIQUE INDEX "JournalEntry_companyId_fiscalPeriodId_number_key" ON "JournalEntry"("companyId", "fiscalPeriodId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "JournalEntryLine_journalEntryId_position_key" ON "JournalEntryLine"("journalEntryId", "position");

-- CreateIndex
CREATE INDEX "LedgerEntry_journalEntryId_id_idx" ON "LedgerEntry"("journalEntryId", "id");

-- CreateIndex
CREATE INDEX "LedgerEntry_accountId_postedOn_id_idx" ON "LedgerEntry"("accountId", "postedOn", "id");

-- CreateIndex
CREATE INDEX "LedgerEntry_companyId_postedOn_id_idx" ON "LedgerEntry"("companyId", "postedOn", "id");

-- CreateIndex
CREATE INDEX "LedgerEntry_salesOrderId_id_idx" ON "LedgerEntry"("salesOrderId", "id");

-- CreateIndex
CREATE INDEX "LedgerEntry_customerId_id_idx" ON "LedgerEntry"("customerId", "id");

-- CreateIndex
CREATE INDEX "LedgerEntry_salesInvoiceId_idx" ON "LedgerEntry"("salesInvoiceId");

-- CreateIndex
CREATE INDEX "LedgerEntry_itemId_idx" ON "LedgerEntry"("itemId");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerEntry_journalEntryId_position_key" ON "LedgerEntry"("journalEntryId", "position");

-- CreateIndex
CREATE INDEX "Payment_customerId_id_idx" ON "Payment"("customerId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Payment_companyId_number_key" ON "Payment"("companyId", "number");

-- CreateIndex
CREATE INDEX "PaymentAllocation_paymentId_id_idx" ON "PaymentAllocation"("paymentId", "id");

-- CreateIndex
CREATE INDEX "PaymentAllocation_salesInvoiceId_id_idx" ON "PaymentAllocation"("salesInvoiceId", "id");

-- CreateIndex
CREATE INDEX "CustomerExposure_customerId_idx" ON "CustomerExposure"("customerId");

-- CreateIndex
CREATE UNIQUE INDEX "Item_code_key" ON "Item"("code");

-- CreateIndex
CREATE INDEX "Item_name_id_idx" ON "Item"("name", "id");

-- CreateIndex
CREATE INDEX "Item_category_idx" ON "Item"("category");

-- CreateIndex
CREATE UNIQUE INDEX "ItemUnit_itemId_unit_key" ON "ItemUnit"("itemId", "unit");

-- CreateIndex
CREATE INDEX "ItemCompany_itemId_idx" ON "ItemCompany"("itemId");

-- CreateIndex
CREATE UNIQUE INDEX "ItemCompany_companyId_itemId_key" ON "ItemCompany"("companyId", "itemId");

-- CreateIndex
CREATE UNIQUE INDEX "Warehouse_companyId_code_key" ON "Warehouse"("companyId", "code");

-- CreateIndex
CREATE INDEX "Bin_warehouseId_idx" ON "Bin"("warehouseId");

-- CreateIndex
CREATE UNIQUE INDEX "Bin_companyId_warehouseId_code_key" ON "Bin"("companyId", "warehouseId", "code");

-- CreateIndex
CREATE INDEX "StockLevel_companyId_itemId_warehouseId_idx" ON "StockLevel"("companyId", "itemId", "warehouseId");

-- CreateIndex
CREATE INDEX "StockLevel_itemId_id_idx" ON "StockLevel"("itemId", "id");

-- CreateIndex
CREATE INDEX "StockLevel_binId_idx" ON "StockLevel"("binId");

-- CreateIndex
CREATE INDEX "StockMove_companyId_itemId_id_idx" ON "StockMove"("companyId", "itemId", "id");

-- CreateIndex
CREATE INDEX "StockMove_itemId_id_idx" ON "StockMove"("itemId", "id");

-- CreateIndex
CREATE INDEX "StockMove_documentId_idx" ON "StockMove"("documentId");

-- CreateIndex
CREATE INDEX "StockMove_lineId_idx" ON "StockMove"("lineId");

-- CreateIndex
CREATE INDEX "StockMove_binId_idx" ON "StockMove"("binId");

-- CreateIndex
CREATE INDEX "ItemValuation_itemId_idx" ON "ItemValuation"("itemId");

-- CreateIndex
CREATE UNIQUE INDEX "ItemValuation_companyId_itemId_key" ON "ItemValuation"("companyId", "itemId");

-- CreateIndex
CREATE INDEX "ValuationLayer_companyId_itemId_id_idx" ON "ValuationLayer"("companyId", "itemId", "id");

-- CreateIndex
CREATE INDEX "ValuationLayer_stockMoveId_idx" ON "ValuationLayer"("stockMoveId");

-- CreateIndex
CREATE INDEX "Reservation_stockLevelId_idx" ON "Reservation"("stockLevelId");

-- CreateIndex
CREATE INDEX "Reservation_documentId_idx" ON "Reservation"("documentId");

-- CreateIndex
CREATE INDEX "Reservation_itemId_id_idx" ON "Reservation"("itemId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Reservation_lineId_stockLevelId_key" ON "Reservation"("lineId", "stockLevelId");

-- CreateIndex
CREATE INDEX "StockOpening_itemId_id_idx" ON "StockOpening"("itemId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "StockOpening_companyId_number_key" ON "StockOpening"("companyId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Company_code_key" ON "Company"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Currency_code_key" ON "Currency"("code");

-- CreateIndex
CREATE UNIQUE INDEX "Unit_code_key" ON "Unit"("code");

-- CreateIndex
CREATE UNIQUE INDEX "ExchangeRate_fromCurrency_toCurrency_validFrom_key" ON "ExchangeRate"("fromCurrency", "toCurrency", "validFrom");

-- CreateIndex
CREATE UNIQUE INDEX "WorkCalendar_code_key" ON "WorkCalendar"("code");

-- CreateIndex
CREATE UNIQUE INDEX "NumberSeries_companyId_code_key" ON "NumberSeries"("companyId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "PaymentTerms_code_key" ON "PaymentTerms"("code");

-- CreateIndex
CREATE UNIQUE INDEX "TaxCode_companyId_code_key" ON "TaxCode"("companyId", "code");

-- CreateIndex
CREATE INDEX "ExternalRef_nodeId_idx" ON "ExternalRef"("nodeId");

-- CreateIndex
CREATE UNIQUE INDEX "ExternalRef_scopeId_noun_system_key_key" ON "ExternalRef"("scopeId", "noun", "system", "key");

-- CreateIndex
CREATE INDEX "SalesOrder_customerId_id_idx" ON "SalesOrder"("customerId", "id");

-- CreateIndex
CREATE INDEX "SalesOrder_companyId_status_id_idx" ON "SalesOrder"("companyId", "status", "id");

-- CreateIndex
CREATE INDEX "SalesOrder_companyId_documentOn_id_idx" ON "SalesOrder"("companyId", "documentOn", "id");

-- CreateIndex
CREATE UNIQUE INDEX "SalesOrder_companyId_number_key" ON "SalesOrder"("companyId", "number");

-- CreateIndex
CREATE INDEX "SalesOrder_warehouseId_id_idx" ON "SalesOrder"("warehouseId", "id");

-- CreateIndex
CREATE INDEX "SalesOrderLine_salesOrderId_id_idx" ON "SalesOrderLine"("salesOrderId", "id");

-- CreateIndex
CREATE INDEX "SalesOrderLine_itemId_id_idx" ON "SalesOrderLine"("itemId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "SalesOrderLine_salesOrderId_position_key" ON "SalesOrderLine"("salesOrderId", "position");

-- CreateIndex
CREATE INDEX "Delivery_salesOrderId_id_idx" ON "Delivery"("salesOrderId", "id");

-- CreateIndex
CREATE INDEX "Delivery_customerId_id_idx" ON "Delivery"("customerId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_companyId_number_key" ON "Delivery"("companyId", "number");

-- CreateIndex
CREATE INDEX "Delivery_warehouseId_id_idx" ON "Delivery"("warehouseId", "id");

-- CreateIndex
CREATE INDEX "DeliveryLine_deliveryId_id_idx" ON "DeliveryLine"("deliveryId", "id");

-- CreateIndex
CREATE INDEX "DeliveryLine_salesOrderLineId_id_idx" ON "DeliveryLine"("salesOrderLineId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "DeliveryLine_deliveryId_position_key" ON "DeliveryLine"("deliveryId", "position");

-- CreateIndex
CREATE INDEX "DeliveryLine_itemId_id_idx" ON "DeliveryLine"("itemId", "id");

-- CreateIndex
CREATE INDEX "SalesInvoice_salesOrderId_id_idx" ON "SalesInvoice"("salesOrderId", "id");

-- CreateIndex
CREATE INDEX "SalesInvoice_customerId_id_idx" ON "SalesInvoice"("customerId", "id");

-- CreateIndex
CREATE INDEX "SalesInvoice_companyId_settlement_dueOn_idx" ON "SalesInvoice"("companyId", "settlement", "dueOn");

-- CreateIndex
CREATE UNIQUE INDEX "SalesInvoice_companyId_number_key" ON "SalesInvoice"("companyId", "number");

-- CreateIndex
CREATE INDEX "SalesInvoiceLine_salesInvoiceId_id_idx" ON "SalesInvoiceLine"("salesInvoiceId", "id");

-- CreateIndex
CREATE INDEX "SalesInvoiceLine_salesOrderLineId_id_idx" ON "SalesInvoiceLine"("salesOrderLineId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "SalesInvoiceLine_salesInvoiceId_position_key" ON "SalesInvoiceLine"("salesInvoiceId", "position");

-- CreateIndex
CREATE INDEX "SalesInvoiceLine_itemId_id_idx" ON "SalesInvoiceLine"("itemId", "id");

-- AddForeignKey
ALTER TABLE "ActorRole" ADD CONSTRAINT "ActorRole_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActorRole" ADD CONSTRAINT "ActorRole_roleId_fkey" FOREIGN KEY ("roleId") REFERENCES "Role"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActorCompany" ADD CONSTRAINT "ActorCompany_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActorCompany" ADD CONSTRAINT "ActorCompany_companyId_fkey" FOREIGN KEY ("companyId") REFERENCES "Company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CustomerCompany" ADD CONSTRAINT "CustomerCompany_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CustomerAddress" ADD CONSTRAINT "CustomerAddress_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_customerId_fkey" FOREIGN KEY ("customerId") REFERENCES "Customer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccountRole" ADD CONSTRAINT "AccountRole_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JournalEntryLine" ADD CONSTRAINT "JournalEntryLine_journalEntryId_fkey" FOREIGN KEY ("journalEntryId") REFERENCES "JournalEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JournalEntryLine" ADD CONSTRAINT "JournalEntryLine_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_journalEntryId_fkey" FOREIGN KEY ("journalEntryId") REFERENCES "JournalEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentAllocation" ADD CONSTRAINT "PaymentAllocation_paymentId_fkey" FOREIGN KEY ("paymentId") REFERENCES "Payment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItemUnit" ADD CONSTRAINT "ItemUnit_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ItemCompany" ADD CONSTRAINT "ItemCompany_itemId_fkey" FOREIGN KEY ("itemId") REFERENCES "Item"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Bin" ADD CONSTRAINT "Bin_warehouseId_fkey" FOREIGN KEY ("warehouseId") REFERENCES "Warehouse"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Company" ADD CONSTRAINT "Company_baseCurrency_fkey" FOREIGN KEY ("baseCurrency") REFERENCES "Currency"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Company" ADD CONSTRAINT "Company_calendarId_fkey" FOREIGN KEY ("calendarId") REFERENCES "WorkCalendar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SalesOrderLine" ADD CONSTRAINT "SalesOrderLine_salesOrderId_fkey" FOREIGN KEY ("salesOrderId") REFERENCES "SalesOrder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_salesOrderId_fkey" FOREIGN KEY ("salesOrderId") REFERENCES "SalesOrder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeliveryLine" ADD CONSTRAINT "DeliveryLine_deliveryId_fkey" FOREIGN KEY ("deliveryId") REFERENCES "Delivery"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SalesInvoice" ADD CONSTRAINT "SalesInvoice_salesOrderId_fkey" FOREIGN KEY ("salesOrderId") REFERENCES "SalesOrder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SalesInvoiceLine" ADD CONSTRAINT "SalesInvoiceLine_salesInvoiceId_fkey" FOREIGN KEY ("salesInvoiceId") REFERENCES "SalesInvoice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
