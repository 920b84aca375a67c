-- AlterTable
ALTER TABLE "Item" ADD COLUMN     "isLotTracked" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "SalesOrder" ADD COLUMN     "opportunityId" UUID,
ADD COLUMN     "quoteId" UUID;

-- AlterTable
ALTER TABLE "SalesOrderLine" ADD COLUMN     "credited" DECIMAL(28,9) NOT NULL DEFAULT 0,
ADD COLUMN     "planned" DECIMAL(28,9) NOT NULL DEFAULT 0,
ADD COLUMN     "produced" DECIMAL(28,9) NOT NULL DEFAULT 0,
ADD COLUMN     "quoteLineId" UUID,
ADD COLUMN     "quotedUnitCost" DECIMAL(28,9),
ADD COLUMN     "returned" DECIMAL(28,9) NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "OpportunityStage" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "probabilityPercent" DECIMAL(9,4) NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "archivedAt" TIMESTAMPTZ(6),

    CONSTRAINT "OpportunityStage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Opportunity" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "customerId" UUID NOT NULL,
    "contactId" UUID,
    "name" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "stageId" UUID NOT NULL,
    "stageEnteredAt" TIMESTAMPTZ(6) NOT NULL,
    "ownerId" UUID NOT NULL,
    "currency" TEXT NOT NULL,
    "amount" DECIMAL(20,4) NOT NULL,
    "probabilityPercent" DECIMAL(9,4),
    "expectedCloseOn" DATE,
    "source" TEXT,
    "description" TEXT,
    "lostReason" TEXT,
    "competitor" TEXT,
    "closedOn" DATE,
    "customFields" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "createdById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Opportunity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OpportunityLine" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "opportunityId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "itemId" UUID,
    "description" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "quantity" DECIMAL(28,9) NOT NULL,
    "unitPrice" DECIMAL(28,9) NOT NULL,
    "currency" TEXT NOT NULL,
    "netAmount" DECIMAL(20,4) NOT NULL,
    "requestedOn" DATE,
    "customFields" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "OpportunityLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OpportunityStageChange" (
    "id" UUID NOT NULL,
    "companyId" UUID NOT NULL,
    "opportunityId" UUID NOT NULL,
    "stageId" UUID NOT NULL,
    "enteredAt" TIMESTAMPTZ(6) NOT NULL,
    "leftAt" TIMESTAMPTZ(6),
    "actorId" UUID NOT NULL,

    CONSTRAINT "OpportunityStageChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Activity" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "documentType" TEXT NOT NULL,
    "documentId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT,
    "outcome" TEXT,
    "dueAt" TIMESTAMPTZ(6),
    "doneAt" TIMESTAMPTZ(6),
    "ownerId" UUID NOT NULL,
    "customFields" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "createdById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Lot" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "supplierLotCode" TEXT,
    "madeOn" DATE,
    "expiresOn" DATE,
    "customFields" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "createdById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Lot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LotGenealogy" (
    "id" UUID NOT NULL,
    "companyId" UUID NOT NULL,
    "componentLotId" UUID NOT NULL,
    "productLotId" UUID NOT NULL,
    "documentType" TEXT NOT NULL,
    "documentId" UUID NOT NULL,
    "quantity" DECIMAL(28,9) NOT NULL,
    "unit" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "LotGenealogy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LayerConsumption" (
    "id" UUID NOT NULL,
    "companyId" UUID NOT NULL,
    "receiptLayerId" UUID NOT NULL,
    "issueLayerId" UUID NOT NULL,
    "quantity" DECIMAL(28,9) NOT NULL,
    "value" DECIMAL(20,4) NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "LayerConsumption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StockTransfer" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "fromWarehouseId" UUID NOT NULL,
    "toWarehouseId" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "note" TEXT,
    "documentOn" DATE NOT NULL,
    "postedOn" DATE,
    "customFields" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "createdById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "StockTransfer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StockTransferLine" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "stockTransferId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "itemId" UUID NOT NULL,
    "fromBinId" UUID NOT NULL,
    "toBinId" UUID NOT NULL,
    "lotId" UUID,
    "quantity" DECIMAL(28,9) NOT NULL,
    "unit" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "StockTransferLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StockCount" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "warehouseId" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT,
    "documentOn" DATE NOT NULL,
    "postedOn" DATE,
    "customFields" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "createdById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "StockCount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StockCountLine" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "stockCountId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "itemId" UUID NOT NULL,
    "binId" UUID NOT NULL,
    "lotId" UUID,
    "unit" TEXT NOT NULL,
    "expected" DECIMAL(28,9) NOT NULL,
    "counted" DECIMAL(28,9),
    "difference" DECIMAL(28,9),
    "value" DECIMAL(20,4),
    "currency" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "StockCountLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkCenter" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "calendarId" UUID,
    "capacity" INTEGER NOT NULL DEFAULT 1,
    "efficiencyPercent" DECIMAL(9,4) NOT NULL DEFAULT 100,
    "customFields" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "createdById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,
    "archivedAt" TIMESTAMPTZ(6),

    CONSTRAINT "WorkCenter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkCenterRate" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "workCenterId" UUID NOT NULL,
    "validFrom" DATE NOT NULL,
    "labourRate" DECIMAL(28,9) NOT NULL,
    "machineRate" DECIMAL(28,9) NOT NULL,
    "overheadRate" DECIMAL(28,9) NOT NULL,
    "currency" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "WorkCenterRate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Bom" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "revision" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "isPhantom" BOOLEAN NOT NULL DEFAULT false,
    "outputQuantity" DECIMAL(28,9) NOT NULL,
    "unit" TEXT NOT NULL,
    "yieldPercent" DECIMAL(9,4) NOT NULL DEFAULT 100,
    "validFrom" DATE,
    "validTo" DATE,
    "note" TEXT,
    "customFields" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "createdById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Bom_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BomLine" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "bomId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "itemId" UUID NOT NULL,
    "quantity" DECIMAL(28,9) NOT NULL,
    "unit" TEXT NOT NULL,
    "stockFactor" DECIMAL(28,9) NOT NULL,
    "isFixed" BOOLEAN NOT NULL DEFAULT false,
    "scrapPercent" DECIMAL(9,4) NOT NULL DEFAULT 0,
    "costSharePercent" DECIMAL(9,4) NOT NULL DEFAULT 0,
    "operation" INTEGER,
    "issueMethod" TEXT NOT NULL DEFAULT 'PICK',
    "validFrom" DATE,
    "validTo" DATE,
    "customFields" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "BomLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Routing" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "revision" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "validFrom" DATE,
    "validTo" DATE,
    "customFields" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "createdById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Routing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoutingOperation" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "routingId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "workCenterId" UUID NOT NULL,
    "setupMinutes" DECIMAL(28,9) NOT NULL,
    "runMinutes" DECIMAL(28,9) NOT NULL,
    "queueMinutes" DECIMAL(28,9) NOT NULL DEFAULT 0,
    "moveMinutes" DECIMAL(28,9) NOT NULL DEFAULT 0,
    "note" TEXT,
    "customFields" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "RoutingOperation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkOrder" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "itemId" UUID NOT NULL,
    "warehouseId" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "bomId" UUID,
    "routingId" UUID,
    "quantity" DECIMAL(28,9) NOT NULL,
    "unit" TEXT NOT NULL,
    "completed" DECIMAL(28,9) NOT NULL DEFAULT 0,
    "scrapped" DECIMAL(28,9) NOT NULL DEFAULT 0,
    "backflush" TEXT NOT NULL DEFAULT 'NONE',
    "priority" INTEGER NOT NULL DEFAULT 0,
    "startOn" DATE NOT NULL,
    "dueOn" DATE NOT NULL,
    "releasedAt" TIMESTAMPTZ(6),
    "startedAt" TIMESTAMPTZ(6),
    "completedAt" TIMESTAMPTZ(6),
    "closedAt" TIMESTAMPTZ(6),
    "pauseReason" TEXT,
    "cancelReason" TEXT,
    "customerId" UUID,
    "salesOrderId" UUID,
    "salesOrderLineId" UUID,
    "parentWorkOrderId" UUID,
    "lotId" UUID,
    "currency" TEXT NOT NULL,
    "plannedUnitCost" DECIMAL(28,9),
    "materialCost" DECIMAL(20,4) NOT NULL DEFAULT 0,
    "labourCost" DECIMAL(20,4) NOT NULL DEFAULT 0,
    "overheadCost" DECIMAL(20,4) NOT NULL DEFAULT 0,
    "completedCost" DECIMAL(20,4) NOT NULL DEFAULT 0,
    "varianceCost" DECIMAL(20,4) NOT NULL DEFAULT 0,
    "customFields" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "createdById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "WorkOrder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkOrderMaterial" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "workOrderId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "itemId" UUID NOT NULL,
    "unit" TEXT NOT NULL,
    "required" DECIMAL(28,9) NOT NULL,
    "perUnit" DECIMAL(28,9) NOT NULL,
    "isFixed" BOOLEAN NOT NULL DEFAULT false,
    "costSharePercent" DECIMAL(9,4) NOT NULL DEFAULT 0,
    "issueMethod" TEXT NOT NULL,
    "operation" INTEGER,
    "reserved" DECIMAL(28,9) NOT NULL DEFAULT 0,
    "issued" DECIMAL(28,9) NOT NULL DEFAULT 0,
    "scrapped" DECIMAL(28,9) NOT NULL DEFAULT 0,
    "plannedUnitCost" DECIMAL(28,9) NOT NULL,
    "issuedCost" DECIMAL(20,4) NOT NULL DEFAULT 0,
    "currency" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "WorkOrderMaterial_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JobCard" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "workOrderId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "workCenterId" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "stopReason" TEXT,
    "unit" TEXT NOT NULL,
    "quantity" DECIMAL(28,9) NOT NULL,
    "good" DECIMAL(28,9) NOT NULL DEFAULT 0,
    "scrap" DECIMAL(28,9) NOT NULL DEFAULT 0,
    "rework" DECIMAL(28,9) NOT NULL DEFAULT 0,
    "setupMinutes" DECIMAL(28,9) NOT NULL,
    "runMinutes" DECIMAL(28,9) NOT NULL,
    "queueMinutes" DECIMAL(28,9) NOT NULL DEFAULT 0,
    "moveMinutes" DECIMAL(28,9) NOT NULL DEFAULT 0,
    "actualSetupMinutes" DECIMAL(28,9) NOT NULL DEFAULT 0,
    "actualRunMinutes" DECIMAL(28,9) NOT NULL DEFAULT 0,
    "labourRate" DECIMAL(28,9) NOT NULL,
    "machineRate" DECIMAL(28,9) NOT NULL,
    "overheadRate" DECIMAL(28,9) NOT NULL,
    "currency" TEXT NOT NULL,
    "labourCost" DECIMAL(20,4) NOT NULL DEFAULT 0,
    "overheadCost" DECIMAL(20,4) NOT NULL DEFAULT 0,
    "runningSince" TIMESTAMPTZ(6),
    "startedAt" TIMESTAMPTZ(6),
    "finishedAt" TIMESTAMPTZ(6),
    "customFields" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "JobCard_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JobCardReport" (
    "id" UUID NOT NULL,
    "companyId" UUID NOT NULL,
    "jobCardId" UUID NOT NULL,
    "workOrderId" UUID NOT NULL,
    "good" DECIMAL(28,9) NOT NULL,
    "scrap" DECIMAL(28,9) NOT NULL,
    "rework" DECIMAL(28,9) NOT NULL,
    "unit" TEXT NOT NULL,
    "scrapReason" TEXT,
    "reworkReason" TEXT,
    "setupMinutes" DECIMAL(28,9) NOT NULL,
    "runMinutes" DECIMAL(28,9) NOT NULL,
    "labourCost" DECIMAL(20,4) NOT NULL,
    "overheadCost" DECIMAL(20,4) NOT NULL,
    "currency" TEXT NOT NULL,
    "postedOn" DATE NOT NULL,
    "actorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "JobCardReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProductionReport" (
    "id" UUID NOT NULL,
    "companyId" UUID NOT NULL,
    "workOrderId" UUID NOT NULL,
    "good" DECIMAL(28,9) NOT NULL,
    "scrap" DECIMAL(28,9) NOT NULL,
    "scrapReason" TEXT,
    "unit" TEXT NOT NULL,
    "lotId" UUID,
    "value" DECIMAL(20,4) NOT NULL,
    "currency" TEXT NOT NULL,
    "postedOn" DATE NOT NULL,
    "actorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "ProductionReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Supplier" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "legalName" TEXT,
    "taxNumber" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "countryCode" TEXT,
    "currency" TEXT NOT NULL,
    "paymentTermsId" UUID,
    "customFields" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "createdById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,
    "archivedAt" TIMESTAMPTZ(6),

    CONSTRAINT "Supplier_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SupplierPrice" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "supplierId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "supplierItemCode" TEXT,
    "unit" TEXT NOT NULL,
    "minQuantity" DECIMAL(28,9) NOT NULL,
    "unitPrice" DECIMAL(28,9) NOT NULL,
    "currency" TEXT NOT NULL,
    "leadTimeDays" INTEGER NOT NULL,
    "priority" INTEGER NOT NULL DEFAULT 1,
    "validFrom" DATE,
    "validTo" DATE,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "archivedAt" TIMESTAMPTZ(6),

    CONSTRAINT "SupplierPrice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PurchaseOrder" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "supplierId" UUID NOT NULL,
    "warehouseId" UUID NOT NULL,
    "paymentTermsId" UUID,
    "supplierReference" TEXT,
    "status" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "exchangeRate" DECIMAL(28,12) NOT NULL,
    "documentOn" DATE NOT NULL,
    "requestedOn" DATE,
    "confirmedOn" DATE,
    "netAmount" DECIMAL(20,4) NOT NULL,
    "taxAmount" DECIMAL(20,4) NOT NULL,
    "grossAmount" DECIMAL(20,4) NOT NULL,
    "cancelReason" TEXT,
    "approvedById" UUID,
    "customFields" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "createdById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "PurchaseOrder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PurchaseOrderLine" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "purchaseOrderId" UUID NOT NULL,
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
    "stockFactor" DECIMAL(28,9) NOT NULL,
    "tolerancePercent" DECIMAL(9,4) NOT NULL DEFAULT 0,
    "requestedOn" DATE,
    "promisedOn" DATE,
    "salesOrderLineId" UUID,
    "workOrderId" UUID,
    "received" DECIMAL(28,9) NOT NULL DEFAULT 0,
    "invoiced" DECIMAL(28,9) NOT NULL DEFAULT 0,
    "receivedValue" DECIMAL(20,4) NOT NULL DEFAULT 0,
    "status" TEXT NOT NULL DEFAULT 'OPEN',
    "customFields" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "PurchaseOrderLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GoodsReceipt" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "purchaseOrderId" UUID NOT NULL,
    "supplierId" UUID NOT NULL,
    "warehouseId" UUID NOT NULL,
    "supplierDeliveryNote" TEXT,
    "status" TEXT NOT NULL,
    "documentOn" DATE NOT NULL,
    "postedOn" DATE,
    "reverseReason" TEXT,
    "customFields" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "createdById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "GoodsReceipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GoodsReceiptLine" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "goodsReceiptId" UUID NOT NULL,
    "purchaseOrderLineId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "itemId" UUID NOT NULL,
    "binId" UUID,
    "lotId" UUID,
    "unit" TEXT NOT NULL,
    "quantity" DECIMAL(28,9) NOT NULL,
    "value" DECIMAL(20,4),
    "currency" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "GoodsReceiptLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PurchaseInvoice" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "purchaseOrderId" UUID NOT NULL,
    "supplierId" UUID NOT NULL,
    "supplierReference" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "settlement" TEXT NOT NULL DEFAULT 'UNPAID',
    "match" TEXT NOT NULL,
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
    "approvedById" UUID,
    "customFields" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "createdById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "PurchaseInvoice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PurchaseInvoiceLine" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "purchaseInvoiceId" UUID NOT NULL,
    "purchaseOrderLineId" UUID NOT NULL,
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

    CONSTRAINT "PurchaseInvoiceLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PriceList" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "customerId" UUID,
    "validFrom" DATE,
    "validTo" DATE,
    "customFields" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,
    "archivedAt" TIMESTAMPTZ(6),

    CONSTRAINT "PriceList_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PriceListPrice" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "priceListId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "unit" TEXT NOT NULL,
    "minQuantity" DECIMAL(28,9) NOT NULL,
    "unitPrice" DECIMAL(28,9) NOT NULL,
    "currency" TEXT NOT NULL,
    "validFrom" DATE,
    "validTo" DATE,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "PriceListPrice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Quote" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "supersedesId" UUID,
    "customerId" UUID NOT NULL,
    "opportunityId" UUID,
    "warehouseId" UUID NOT NULL,
    "priceListId" UUID,
    "paymentTermsId" UUID,
    "customerReference" TEXT,
    "status" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "exchangeRate" DECIMAL(28,12) NOT NULL,
    "baseCurrency" TEXT NOT NULL,
    "documentOn" DATE NOT NULL,
    "validUntil" DATE NOT NULL,
    "requestedOn" DATE,
    "promisedOn" DATE,
    "netAmount" DECIMAL(20,4) NOT NULL,
    "taxAmount" DECIMAL(20,4) NOT NULL,
    "grossAmount" DECIMAL(20,4) NOT NULL,
    "estimatedCost" DECIMAL(20,4) NOT NULL,
    "estimatedMargin" DECIMAL(20,4) NOT NULL,
    "marginPercent" DECIMAL(20,4),
    "lostReason" TEXT,
    "competitor" TEXT,
    "approvedById" UUID,
    "customFields" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "createdById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "Quote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuoteLine" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "quoteId" UUID NOT NULL,
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
    "stockFactor" DECIMAL(28,9) NOT NULL,
    "baseCurrency" TEXT NOT NULL,
    "materialCost" DECIMAL(28,9) NOT NULL,
    "labourCost" DECIMAL(28,9) NOT NULL,
    "overheadCost" DECIMAL(28,9) NOT NULL,
    "requestedOn" DATE,
    "ordered" DECIMAL(28,9) NOT NULL DEFAULT 0,
    "customFields" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "QuoteLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SalesOrderChange" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "salesOrderId" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "changes" JSONB NOT NULL,
    "netAmount" DECIMAL(20,4) NOT NULL,
    "currency" TEXT NOT NULL,
    "documentOn" DATE NOT NULL,
    "appliedAt" TIMESTAMPTZ(6),
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "createdById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "SalesOrderChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SalesReturn" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "salesOrderId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "warehouseId" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "documentOn" DATE NOT NULL,
    "postedOn" DATE,
    "customFields" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "createdById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "SalesReturn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SalesReturnLine" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "salesReturnId" UUID NOT NULL,
    "deliveryLineId" UUID NOT NULL,
    "salesOrderLineId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "itemId" UUID NOT NULL,
    "unit" TEXT NOT NULL,
    "quantity" DECIMAL(28,9) NOT NULL,
    "value" DECIMAL(20,4),
    "currency" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "SalesReturnLine_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CreditNote" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "number" TEXT,
    "salesInvoiceId" UUID NOT NULL,
    "salesOrderId" UUID NOT NULL,
    "customerId" UUID NOT NULL,
    "salesReturnId" UUID,
    "status" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "exchangeRate" DECIMAL(28,12) NOT NULL,
    "documentOn" DATE NOT NULL,
    "postedOn" DATE,
    "netAmount" DECIMAL(20,4) NOT NULL,
    "taxAmount" DECIMAL(20,4) NOT NULL,
    "grossAmount" DECIMAL(20,4) NOT NULL,
    "customFields" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(6) NOT NULL,
    "createdById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "CreditNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CreditNoteLine" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "companyId" UUID NOT NULL,
    "creditNoteId" UUID NOT NULL,
    "salesInvoiceLineId" UUID NOT NULL,
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

    CONSTRAINT "CreditNoteLine_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "OpportunityStage_code_key" ON "OpportunityStage"("code");

-- CreateIndex
CREATE INDEX "Opportunity_customerId_id_idx" ON "Opportunity"("customerId", "id");

-- CreateIndex
CREATE INDEX "Opportunity_companyId_status_id_idx" ON "Opportunity"("companyId", "status", "id");

-- CreateIndex
CREATE INDEX "Opportunity_stageId_id_idx" ON "Opportunity"("stageId", "id");

-- CreateIndex
CREATE INDEX "Opportunity_ownerId_id_idx" ON "Opportunity"("ownerId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Opportunity_companyId_number_key" ON "Opportunity"("companyId", "number");

-- CreateIndex
CREATE INDEX "OpportunityLine_opportunityId_id_idx" ON "OpportunityLine"("opportunityId", "id");

-- CreateIndex
CREATE INDEX "OpportunityLine_itemId_id_idx" ON "OpportunityLine"("itemId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "OpportunityLine_opportunityId_position_key" ON "OpportunityLine"("opportunityId", "position");

-- CreateIndex
CREATE INDEX "OpportunityStageChange_opportunityId_id_idx" ON "OpportunityStageChange"("opportunityId", "id");

-- CreateIndex
CREATE INDEX "OpportunityStageChange_stageId_id_idx" ON "OpportunityStageChange"("stageId", "id");

-- CreateIndex
CREATE INDEX "Activity_documentId_id_idx" ON "Activity"("documentId", "id");

-- CreateIndex
CREATE INDEX "Activity_companyId_status_dueAt_idx" ON "Activity"("companyId", "status", "dueAt");

-- CreateIndex
CREATE INDEX "Activity_ownerId_id_idx" ON "Activity"("ownerId", "id");

-- CreateIndex
CREATE INDEX "Lot_itemId_id_idx" ON "Lot"("itemId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Lot_companyId_itemId_code_key" ON "Lot"("companyId", "itemId", "code");

-- CreateIndex
CREATE INDEX "LotGenealogy_componentLotId_id_idx" ON "LotGenealogy"("componentLotId", "id");

-- CreateIndex
CREATE INDEX "LotGenealogy_productLotId_id_idx" ON "LotGenealogy"("productLotId", "id");

-- CreateIndex
CREATE INDEX "LotGenealogy_documentId_idx" ON "LotGenealogy"("documentId");

-- CreateIndex
CREATE INDEX "LayerConsumption_receiptLayerId_id_idx" ON "LayerConsumption"("receiptLayerId", "id");

-- CreateIndex
CREATE INDEX "LayerConsumption_issueLayerId_id_idx" ON "LayerConsumption"("issueLayerId", "id");

-- CreateIndex
CREATE INDEX "StockTransfer_fromWarehouseId_id_idx" ON "StockTransfer"("fromWarehouseId", "id");

-- CreateIndex
CREATE INDEX "StockTransfer_toWarehouseId_id_idx" ON "StockTransfer"("toWarehouseId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "StockTransfer_companyId_number_key" ON "StockTransfer"("companyId", "number");

-- CreateIndex
CREATE INDEX "StockTransferLine_stockTransferId_id_idx" ON "StockTransferLine"("stockTransferId", "id");

-- CreateIndex
CREATE INDEX "StockTransferLine_itemId_id_idx" ON "StockTransferLine"("itemId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "StockTransferLine_stockTransferId_position_key" ON "StockTransferLine"("stockTransferId", "position");

-- CreateIndex
CREATE INDEX "StockCount_warehouseId_id_idx" ON "StockCount"("warehouseId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "StockCount_companyId_number_key" ON "StockCount"("companyId", "number");

-- CreateIndex
CREATE INDEX "StockCountLine_stockCountId_id_idx" ON "StockCountLine"("stockCountId", "id");

-- CreateIndex
CREATE INDEX "StockCountLine_itemId_id_idx" ON "StockCountLine"("itemId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "StockCountLine_stockCountId_position_key" ON "StockCountLine"("stockCountId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "WorkCenter_companyId_code_key" ON "WorkCenter"("companyId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "WorkCenterRate_workCenterId_validFrom_key" ON "WorkCenterRate"("workCenterId", "validFrom");

-- CreateIndex
CREATE INDEX "Bom_itemId_id_idx" ON "Bom"("itemId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Bom_companyId_itemId_revision_key" ON "Bom"("companyId", "itemId", "revision");

-- CreateIndex
CREATE INDEX "BomLine_bomId_id_idx" ON "BomLine"("bomId", "id");

-- CreateIndex
CREATE INDEX "BomLine_itemId_id_idx" ON "BomLine"("itemId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "BomLine_bomId_position_key" ON "BomLine"("bomId", "position");

-- CreateIndex
CREATE INDEX "Routing_itemId_id_idx" ON "Routing"("itemId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Routing_companyId_itemId_revision_key" ON "Routing"("companyId", "itemId", "revision");

-- CreateIndex
CREATE INDEX "RoutingOperation_routingId_id_idx" ON "RoutingOperation"("routingId", "id");

-- CreateIndex
CREATE INDEX "RoutingOperation_workCenterId_id_idx" ON "RoutingOperation"("workCenterId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "RoutingOperation_routingId_position_key" ON "RoutingOperation"("routingId", "position");

-- CreateIndex
CREATE INDEX "WorkOrder_companyId_status_id_idx" ON "WorkOrder"("companyId", "status", "id");

-- CreateIndex
CREATE INDEX "WorkOrder_itemId_id_idx" ON "WorkOrder"("itemId", "id");

-- CreateIndex
CREATE INDEX "WorkOrder_customerId_id_idx" ON "WorkOrder"("customerId", "id");

-- CreateIndex
CREATE INDEX "WorkOrder_salesOrderId_id_idx" ON "WorkOrder"("salesOrderId", "id");

-- CreateIndex
CREATE INDEX "WorkOrder_salesOrderLineId_id_idx" ON "WorkOrder"("salesOrderLineId", "id");

-- CreateIndex
CREATE INDEX "WorkOrder_parentWorkOrderId_id_idx" ON "WorkOrder"("parentWorkOrderId", "id");

-- CreateIndex
CREATE INDEX "WorkOrder_warehouseId_id_idx" ON "WorkOrder"("warehouseId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "WorkOrder_companyId_number_key" ON "WorkOrder"("companyId", "number");

-- CreateIndex
CREATE INDEX "WorkOrderMaterial_workOrderId_id_idx" ON "WorkOrderMaterial"("workOrderId", "id");

-- CreateIndex
CREATE INDEX "WorkOrderMaterial_itemId_id_idx" ON "WorkOrderMaterial"("itemId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "WorkOrderMaterial_workOrderId_position_key" ON "WorkOrderMaterial"("workOrderId", "position");

-- CreateIndex
CREATE INDEX "JobCard_workCenterId_id_idx" ON "JobCard"("workCenterId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "JobCard_workOrderId_position_key" ON "JobCard"("workOrderId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "JobCard_companyId_number_key" ON "JobCard"("companyId", "number");

-- CreateIndex
CREATE INDEX "JobCardReport_jobCardId_id_idx" ON "JobCardReport"("jobCardId", "id");

-- CreateIndex
CREATE INDEX "JobCardReport_workOrderId_id_idx" ON "JobCardReport"("workOrderId", "id");

-- CreateIndex
CREATE INDEX "ProductionReport_workOrderId_id_idx" ON "ProductionReport"("workOrderId", "id");

-- CreateIndex
CREATE INDEX "ProductionReport_lotId_idx" ON "ProductionReport"("lotId");

-- CreateIndex
CREATE UNIQUE INDEX "Supplier_code_key" ON "Supplier"("code");

-- CreateIndex
CREATE INDEX "Supplier_name_id_idx" ON "Supplier"("name", "id");

-- CreateIndex
CREATE INDEX "Supplier_taxNumber_idx" ON "Supplier"("taxNumber");

-- CreateIndex
CREATE INDEX "SupplierPrice_supplierId_itemId_unit_minQuantity_idx" ON "SupplierPrice"("supplierId", "itemId", "unit", "minQuantity");

-- CreateIndex
CREATE INDEX "SupplierPrice_itemId_id_idx" ON "SupplierPrice"("itemId", "id");

-- CreateIndex
CREATE INDEX "PurchaseOrder_supplierId_id_idx" ON "PurchaseOrder"("supplierId", "id");

-- CreateIndex
CREATE INDEX "PurchaseOrder_companyId_status_id_idx" ON "PurchaseOrder"("companyId", "status", "id");

-- CreateIndex
CREATE INDEX "PurchaseOrder_warehouseId_id_idx" ON "PurchaseOrder"("warehouseId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "PurchaseOrder_companyId_number_key" ON "PurchaseOrder"("companyId", "number");

-- CreateIndex
CREATE INDEX "PurchaseOrderLine_purchaseOrderId_id_idx" ON "PurchaseOrderLine"("purchaseOrderId", "id");

-- CreateIndex
CREATE INDEX "PurchaseOrderLine_itemId_id_idx" ON "PurchaseOrderLine"("itemId", "id");

-- CreateIndex
CREATE INDEX "PurchaseOrderLine_salesOrderLineId_idx" ON "PurchaseOrderLine"("salesOrderLineId");

-- CreateIndex
CREATE INDEX "PurchaseOrderLine_workOrderId_idx" ON "PurchaseOrderLine"("workOrderId");

-- CreateIndex
CREATE UNIQUE INDEX "PurchaseOrderLine_purchaseOrderId_position_key" ON "PurchaseOrderLine"("purchaseOrderId", "position");

-- CreateIndex
CREATE INDEX "GoodsReceipt_purchaseOrderId_id_idx" ON "GoodsReceipt"("purchaseOrderId", "id");

-- CreateIndex
CREATE INDEX "GoodsReceipt_supplierId_id_idx" ON "GoodsReceipt"("supplierId", "id");

-- CreateIndex
CREATE INDEX "GoodsReceipt_warehouseId_id_idx" ON "GoodsReceipt"("warehouseId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "GoodsReceipt_companyId_number_key" ON "GoodsReceipt"("companyId", "number");

-- CreateIndex
CREATE INDEX "GoodsReceiptLine_goodsReceiptId_id_idx" ON "GoodsReceiptLine"("goodsReceiptId", "id");

-- CreateIndex
CREATE INDEX "GoodsReceiptLine_purchaseOrderLineId_id_idx" ON "GoodsReceiptLine"("purchaseOrderLineId", "id");

-- CreateIndex
CREATE INDEX "GoodsReceiptLine_itemId_id_idx" ON "GoodsReceiptLine"("itemId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "GoodsReceiptLine_goodsReceiptId_position_key" ON "GoodsReceiptLine"("goodsReceiptId", "position");

-- CreateIndex
CREATE INDEX "PurchaseInvoice_purchaseOrderId_id_idx" ON "PurchaseInvoice"("purchaseOrderId", "id");

-- CreateIndex
CREATE INDEX "PurchaseInvoice_supplierId_id_idx" ON "PurchaseInvoice"("supplierId", "id");

-- CreateIndex
CREATE INDEX "PurchaseInvoice_companyId_settlement_dueOn_idx" ON "PurchaseInvoice"("companyId", "settlement", "dueOn");

-- CreateIndex
CREATE UNIQUE INDEX "PurchaseInvoice_companyId_number_key" ON "PurchaseInvoice"("companyId", "number");

-- CreateIndex
CREATE INDEX "PurchaseInvoiceLine_purchaseInvoiceId_id_idx" ON "PurchaseInvoiceLine"("purchaseInvoiceId", "id");

-- CreateIndex
CREATE INDEX "PurchaseInvoiceLine_purchaseOrderLineId_id_idx" ON "PurchaseInvoiceLine"("purchaseOrderLineId", "id");

-- CreateIndex
CREATE INDEX "PurchaseInvoiceLine_itemId_id_idx" ON "PurchaseInvoiceLine"("itemId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "PurchaseInvoiceLine_purchaseInvoiceId_position_key" ON "PurchaseInvoiceLine"("purchaseInvoiceId", "position");

-- CreateIndex
CREATE INDEX "PriceList_customerId_idx" ON "PriceList"("customerId");

-- CreateIndex
CREATE UNIQUE INDEX "PriceList_companyId_code_key" ON "PriceList"("companyId", "code");

-- CreateIndex
CREATE INDEX "PriceListPrice_priceListId_itemId_unit_minQuantity_idx" ON "PriceListPrice"("priceListId", "itemId", "unit", "minQuantity");

-- CreateIndex
CREATE INDEX "PriceListPrice_itemId_id_idx" ON "PriceListPrice"("itemId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Quote_supersedesId_key" ON "Quote"("supersedesId");

-- CreateIndex
CREATE INDEX "Quote_customerId_id_idx" ON "Quote"("customerId", "id");

-- CreateIndex
CREATE INDEX "Quote_companyId_status_id_idx" ON "Quote"("companyId", "status", "id");

-- CreateIndex
CREATE INDEX "Quote_opportunityId_id_idx" ON "Quote"("opportunityId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Quote_companyId_number_revision_key" ON "Quote"("companyId", "number", "revision");

-- CreateIndex
CREATE INDEX "QuoteLine_quoteId_id_idx" ON "QuoteLine"("quoteId", "id");

-- CreateIndex
CREATE INDEX "QuoteLine_itemId_id_idx" ON "QuoteLine"("itemId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "QuoteLine_quoteId_position_key" ON "QuoteLine"("quoteId", "position");

-- CreateIndex
CREATE INDEX "SalesOrderChange_salesOrderId_id_idx" ON "SalesOrderChange"("salesOrderId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "SalesOrderChange_companyId_number_key" ON "SalesOrderChange"("companyId", "number");

-- CreateIndex
CREATE INDEX "SalesReturn_salesOrderId_id_idx" ON "SalesReturn"("salesOrderId", "id");

-- CreateIndex
CREATE INDEX "SalesReturn_customerId_id_idx" ON "SalesReturn"("customerId", "id");

-- CreateIndex
CREATE INDEX "SalesReturn_warehouseId_id_idx" ON "SalesReturn"("warehouseId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "SalesReturn_companyId_number_key" ON "SalesReturn"("companyId", "number");

-- CreateIndex
CREATE INDEX "SalesReturnLine_salesReturnId_id_idx" ON "SalesReturnLine"("salesReturnId", "id");

-- CreateIndex
CREATE INDEX "SalesReturnLine_deliveryLineId_id_idx" ON "SalesReturnLine"("deliveryLineId", "id");

-- CreateIndex
CREATE INDEX "SalesReturnLine_salesOrderLineId_id_idx" ON "SalesReturnLine"("salesOrderLineId", "id");

-- CreateIndex
CREATE INDEX "SalesReturnLine_itemId_id_idx" ON "SalesReturnLine"("itemId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "SalesReturnLine_salesReturnId_position_key" ON "SalesReturnLine"("salesReturnId", "position");

-- CreateIndex
CREATE INDEX "CreditNote_salesInvoiceId_id_idx" ON "CreditNote"("salesInvoiceId", "id");

-- CreateIndex
CREATE INDEX "CreditNote_salesOrderId_id_idx" ON "CreditNote"("salesOrderId", "id");

-- CreateIndex
CREATE INDEX "CreditNote_customerId_id_idx" ON "CreditNote"("customerId", "id");

-- CreateIndex
CREATE INDEX "CreditNote_salesReturnId_idx" ON "CreditNote"("salesReturnId");

-- CreateIndex
CREATE UNIQUE INDEX "CreditNote_companyId_number_key" ON "CreditNote"("companyId", "number");

-- CreateIndex
CREATE INDEX "CreditNoteLine_creditNoteId_id_idx" ON "CreditNoteLine"("creditNoteId", "id");

-- CreateIndex
CREATE INDEX "CreditNoteLine_salesInvoiceLineId_id_idx" ON "CreditNoteLine"("salesInvoiceLineId", "id");

-- CreateIndex
CREATE INDEX "CreditNoteLine_salesOrderLineId_id_idx" ON "CreditNoteLine"("salesOrderLineId", "id");

-- CreateIndex
CREATE INDEX "CreditNoteLine_itemId_id_idx" ON "CreditNoteLine"("itemId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "CreditNoteLine_creditNoteId_position_key" ON "CreditNoteLine"("creditNoteId", "position");

-- CreateIndex
CREATE INDEX "SalesOrder_quoteId_id_idx" ON "SalesOrder"("quoteId", "id");

-- CreateIndex
CREATE INDEX "SalesOrder_opportunityId_id_idx" ON "SalesOrder"("opportunityId", "id");

-- CreateIndex
CREATE INDEX "SalesOrderLine_quoteLineId_idx" ON "SalesOrderLine"("quoteLineId");

-- AddForeignKey
ALTER TABLE "Opportunity" ADD CONSTRAINT "Opportunity_stageId_fkey" FOREIGN KEY ("stageId") REFERENCES "OpportunityStage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpportunityLine" ADD CONSTRAINT "OpportunityLine_opportunityId_fkey" FOREIGN KEY ("opportunityId") REFERENCES "Opportunity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpportunityStageChange" ADD CONSTRAINT "OpportunityStageChange_opportunityId_fkey" FOREIGN KEY ("opportunityId") REFERENCES "Opportunity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockTransferLine" ADD CONSTRAINT "StockTransferLine_stockTransferId_fkey" FOREIGN KEY ("stockTransferId") REFERENCES "StockTransfer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StockCountLine" ADD CONSTRAINT "StockCountLine_stockCountId_fkey" FOREIGN KEY ("stockCountId") REFERENCES "StockCount"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkCenterRate" ADD CONSTRAINT "WorkCenterRate_workCenterId_fkey" FOREIGN KEY ("workCenterId") REFERENCES "WorkCenter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BomLine" ADD CONSTRAINT "BomLine_bomId_fkey" FOREIGN KEY ("bomId") REFERENCES "Bom"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoutingOperation" ADD CONSTRAINT "RoutingOperation_routingId_fkey" FOREIGN KEY ("routingId") REFERENCES "Routing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoutingOperation" ADD CONSTRAINT "RoutingOperation_workCenterId_fkey" FOREIGN KEY ("workCenterId") REFERENCES "WorkCenter"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WorkOrderMaterial" ADD CONSTRAINT "WorkOrderMaterial_workOrderId_fkey" FOREIGN KEY ("workOrderId") REFERENCES "WorkOrder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JobCard" ADD CONSTRAINT "JobCard_workOrderId_fkey" FOREIGN KEY ("workOrderId") REFERENCES "WorkOrder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JobCardReport" ADD CONSTRAINT "JobCardReport_jobCardId_fkey" FOREIGN KEY ("jobCardId") REFERENCES "JobCard"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProductionReport" ADD CONSTRAINT "ProductionReport_workOrderId_fkey" FOREIGN KEY ("workOrderId") REFERENCES "WorkOrder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupplierPrice" ADD CONSTRAINT "SupplierPrice_supplierId_fkey" FOREIGN KEY ("supplierId") REFERENCES "Supplier"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PurchaseOrderLine" ADD CONSTRAINT "PurchaseOrderLine_purchaseOrderId_fkey" FOREIGN KEY ("purchaseOrderId") REFERENCES "PurchaseOrder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GoodsReceipt" ADD CONSTRAINT "GoodsReceipt_purchaseOrderId_fkey" FOREIGN KEY ("purchaseOrderId") REFERENCES "PurchaseOrder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GoodsReceiptLine" ADD CONSTRAINT "GoodsReceiptLine_goodsReceiptId_fkey" FOREIGN KEY ("goodsReceiptId") REFERENCES "GoodsReceipt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PurchaseInvoiceLine" ADD CONSTRAINT "PurchaseInvoiceLine_purchaseInvoiceId_fkey" FOREIGN KEY ("purchaseInvoiceId") REFERENCES "PurchaseInvoice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PriceListPrice" ADD CONSTRAINT "PriceListPrice_priceListId_fkey" FOREIGN KEY ("priceListId") REFERENCES "PriceList"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuoteLine" ADD CONSTRAINT "QuoteLine_quoteId_fkey" FOREIGN KEY ("quoteId") REFERENCES "Quote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SalesOrderChange" ADD CONSTRAINT "SalesOrderChange_salesOrderId_fkey" FOREIGN KEY ("salesOrderId") REFERENCES "SalesOrder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SalesReturnLine" ADD CONSTRAINT "SalesReturnLine_salesReturnId_fkey" FOREIGN KEY ("salesReturnId") REFERENCES "SalesReturn"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CreditNoteLine" ADD CONSTRAINT "CreditNoteLine_creditNoteId_fkey" FOREIGN KEY ("creditNoteId") REFERENCES "CreditNote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
