// Generated from prisma/schema by `npm run generate`. Changes belong there.
import type { Json, Numeric } from '../columns.js';
import type { ColumnType } from "kysely";
export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;
export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export type Account = {
    id: string;
    version: Generated<number>;
    companyId: string;
    code: string;
    name: string;
    /**
     * Beside a name in the language of the chart.
     */
    englishName: string | null;
    kind: 'ASSET' | 'LIABILITY' | 'EQUITY' | 'REVENUE' | 'EXPENSE';
    createdAt: Timestamp;
    archivedAt: Timestamp | null;
};
export type AccountRole = {
    companyId: string;
    role: string;
    accountId: string;
};
export type Activity = {
    id: string;
    version: Generated<number>;
    companyId: string;
    documentType: string;
    documentId: string;
    kind: 'CALL' | 'VISIT' | 'EMAIL' | 'TASK' | 'NOTE';
    status: 'PLANNED' | 'DONE' | 'CANCELLED';
    subject: string;
    body: string | null;
    outcome: string | null;
    dueAt: Timestamp | null;
    doneAt: Timestamp | null;
    ownerId: string;
    customFields: Generated<Json>;
    createdAt: Timestamp;
    createdById: string;
    updatedAt: Timestamp;
};
export type Actor = {
    id: string;
    version: Generated<number>;
    name: string;
    kind: 'PERSON' | 'INTEGRATION' | 'SYSTEM';
    isAllCompanies: Generated<boolean>;
    createdAt: Timestamp;
    archivedAt: Timestamp | null;
};
export type ActorCompany = {
    actorId: string;
    companyId: string;
};
export type ActorRole = {
    actorId: string;
    roleId: string;
};
export type ApiKey = {
    id: string;
    version: Generated<number>;
    actorId: string;
    name: string;
    /**
     * The first characters of the secret, to recognise it by.
     */
    hint: string;
    hash: string;
    /**
     * When not empty, the key may do no more than these permissions.
     */
    scopes: string[];
    /**
     * When not null, the key asks only documents that are in a manifest of this app.
     */
    app: string | null;
    createdAt: Timestamp;
    expiresAt: Timestamp | null;
    revokedAt: Timestamp | null;
};
export type AuditEntry = {
    id: string;
    eventId: string;
    type: string;
    companyId: string | null;
    documentType: string;
    documentId: string;
    version: number;
    changes: Json;
    actorId: string;
    requestId: string;
    occurredAt: Timestamp;
};
export type Bin = {
    id: string;
    version: Generated<number>;
    companyId: string;
    warehouseId: string;
    code: string;
    createdAt: Timestamp;
    archivedAt: Timestamp | null;
};
export type Bom = {
    id: string;
    version: Generated<number>;
    companyId: string;
    itemId: string;
    revision: string;
    status: 'DRAFT' | 'IN_REVIEW' | 'RELEASED' | 'SUPERSEDED' | 'OBSOLETE';
    /**
     * The product goes through into what it is part of: it is not made by itself.
     */
    isPhantom: Generated<boolean>;
    /**
     * What its lines make, in the product's stock unit.
     */
    outputQuantity: Numeric;
    unit: string;
    yieldPercent: Generated<Numeric>;
    validFrom: string | null | null;
    /**
     * The first day on which it no longer counts.
     */
    validTo: string | null | null;
    note: string | null;
    customFields: Generated<Json>;
    createdAt: Timestamp;
    createdById: string;
    updatedAt: Timestamp;
};
export type BomLine = {
    id: string;
    version: Generated<number>;
    companyId: string;
    bomId: string;
    position: number;
    kind: 'COMPONENT' | 'BY_PRODUCT';
    itemId: string;
    /**
     * For the output quantity of the BOM, or once for a work order when it is fixed.
     */
    quantity: Numeric;
    unit: string;
    /**
     * Stock units of the component in one unit of the line.
     */
    stockFactor: Numeric;
    isFixed: Generated<boolean>;
    scrapPercent: Generated<Numeric>;
    /**
     * What is taken of it is a multiple of this, in the line's unit; none means any quantity.
     */
    roundingMultiple: Numeric | null;
    /**
     * What a by-product bears of the cost.
     */
    costSharePercent: Generated<Numeric>;
    /**
     * The operation of the routing that takes it; none means the first.
     */
    operation: number | null;
    issueMethod: Generated<'PICK' | 'BACKFLUSH'>;
    /**
     * Whether other items may stand in for its own: who explodes ten thousand lines asks no more.
     */
    hasAlternates: Generated<boolean>;
    validFrom: string | null | null;
    validTo: string | null | null;
    customFields: Generated<Json>;
    createdAt: Timestamp;
};
export type BomLineAlternate = {
    id: string;
    version: Generated<number>;
    companyId: string;
    /**
     * The BOM of the line, so that cycles and uses are found without it.
     */
    bomId: string;
    bomLineId: string;
    itemId: string;
    /**
     * The lowest comes first.
     */
    priority: number;
    /**
     * Stock units of it for one stock unit of the line's item.
     */
    ratio: Generated<Numeric>;
    validFrom: string | null | null;
    validTo: string | null | null;
    createdAt: Timestamp;
};
export type BulkOperation = {
    id: string;
    version: Generated<number>;
    actorId: string;
    kind: 'QUERY' | 'MUTATION';
    status: 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED';
    format: 'JSONL' | 'CSV';
    document: string;
    variables: Json;
    /**
     * What its maker might do when it was asked for: it may never do more.
     */
    permissions: string[];
    locale: string;
    uploadId: string | null;
    /**
     * Rows that were written, or lines that were done.
     */
    rowCount: Generated<number>;
    refusedCount: Generated<number>;
    byteCount: Generated<number>;
    errorCode: string | null;
    errorMessage: string | null;
    createdAt: Timestamp;
    startedAt: Timestamp | null;
    finishedAt: Timestamp | null;
    expiresAt: Timestamp;
    /**
     * Until when the process that runs it has it for itself, unless it says so again.
     */
    leaseUntil: Timestamp | null;
};
export type BulkPart = {
    /**
     * The operation or the upload.
     */
    ownerId: string;
    startByte: number;
    bytes: Buffer;
};
export type BulkUpload = {
    id: string;
    actorId: string;
    byteCount: Generated<number>;
    createdAt: Timestamp;
    expiresAt: Timestamp;
};
export type Company = {
    id: string;
    version: Generated<number>;
    code: string;
    name: string;
    legalName: string | null;
    taxNumber: string | null;
    countryCode: string;
    baseCurrency: string;
    timeZone: string;
    calendarId: string | null;
    customFields: Generated<Json>;
    createdAt: Timestamp;
    updatedAt: Timestamp;
    archivedAt: Timestamp | null;
};
export type CompanyBooks = {
    companyId: string;
    /**
     * The chart that it began with.
     */
    chart: string;
    /**
     * One word for all vouchers, or one each for receipts, payments and transfers.
     */
    voucherWords: 'ONE' | 'RECEIPT_PAYMENT_TRANSFER';
    createdAt: Timestamp;
};
export type Contact = {
    id: string;
    version: Generated<number>;
    customerId: string;
    firstName: string | null;
    lastName: string;
    email: string | null;
    phone: string | null;
    role: string | null;
    customFields: Generated<Json>;
    createdAt: Timestamp;
    archivedAt: Timestamp | null;
};
export type CreditNote = {
    id: string;
    version: Generated<number>;
    companyId: string;
    /**
     * Given at posting, without gaps.
     */
    number: string | null;
    salesInvoiceId: string;
    salesOrderId: string;
    customerId: string;
    salesReturnId: string | null;
    status: 'DRAFT' | 'APPROVED' | 'POSTED' | 'CANCELLED';
    reason: string;
    currency: string;
    exchangeRate: Numeric;
    documentOn: string;
    postedOn: string | null | null;
    netAmount: Numeric;
    taxAmount: Numeric;
    grossAmount: Numeric;
    /**
     * What of it took the invoice's open amount away at posting; the rest is the customer's.
     */
    settledAmount: Generated<Numeric>;
    /**
     * What of the rest settled other invoices since.
     */
    allocatedAmount: Generated<Numeric>;
    /**
     * What of the rest was paid out to the customer.
     */
    refundedAmount: Generated<Numeric>;
    customFields: Generated<Json>;
    createdAt: Timestamp;
    createdById: string;
    updatedAt: Timestamp;
};
export type CreditNoteAllocation = {
    id: string;
    companyId: string;
    creditNoteId: string;
    salesInvoiceId: string;
    amount: Numeric;
    currency: string;
    postedOn: string;
    createdAt: Timestamp;
};
export type CreditNoteLine = {
    id: string;
    version: Generated<number>;
    companyId: string;
    creditNoteId: string;
    salesInvoiceLineId: string;
    salesOrderLineId: string;
    position: number;
    kind: 'ITEM' | 'CHARGE';
    itemId: string | null;
    description: string;
    unit: string;
    quantity: Numeric;
    unitPrice: Numeric;
    currency: string;
    netAmount: Numeric;
    taxCodeId: string | null;
    taxAmount: Numeric;
    createdAt: Timestamp;
};
export type Currency = {
    id: string;
    version: Generated<number>;
    code: string;
    name: string;
    minorUnits: number;
    createdAt: Timestamp;
};
export type Customer = {
    id: string;
    version: Generated<number>;
    code: string;
    name: string;
    legalName: string | null;
    kind: 'ORGANISATION' | 'PERSON';
    taxNumber: string | null;
    email: string | null;
    phone: string | null;
    currency: string;
    paymentTermsId: string | null;
    customFields: Generated<Json>;
    createdAt: Timestamp;
    createdById: string;
    updatedAt: Timestamp;
    archivedAt: Timestamp | null;
    /**
     * Whom it turned out to be; it stays, archived, with the documents that are its own.
     */
    mergedIntoId: string | null;
};
export type CustomerAddress = {
    id: string;
    version: Generated<number>;
    customerId: string;
    kind: 'BILLING' | 'SHIPPING';
    name: string | null;
    line1: string;
    line2: string | null;
    city: string;
    region: string | null;
    postalCode: string | null;
    countryCode: string;
    isDefault: Generated<boolean>;
    createdAt: Timestamp;
    archivedAt: Timestamp | null;
};
export type CustomerCompany = {
    id: string;
    version: Generated<number>;
    companyId: string;
    customerId: string;
    /**
     * In the company's base currency; none means unlimited.
     */
    creditLimit: Numeric | null;
    isOnCreditHold: Generated<boolean>;
    paymentTermsId: string | null;
    createdAt: Timestamp;
    updatedAt: Timestamp;
};
export type CustomerExposure = {
    companyId: string;
    customerId: string;
    receivable: Numeric;
    openOrders: Numeric;
    updatedAt: Timestamp;
};
export type CustomFieldDefinition = {
    id: string;
    version: Generated<number>;
    noun: string;
    code: string;
    key: string;
    kind: string;
    labels: Json;
    description: string | null;
    isRequired: boolean;
    isUnique: boolean;
    isIndexed: boolean;
    defaultValue: Json | null;
    minimum: Numeric | null;
    maximum: Numeric | null;
    maxLength: number | null;
    pattern: string | null;
    choices: Json | null;
    references: string | null;
    readPermission: string | null;
    writePermission: string | null;
    deprecatedAt: Timestamp | null;
    deprecationReason: string | null;
    removedAt: Timestamp | null;
    createdAt: Timestamp;
    createdById: string;
    updatedAt: Timestamp;
};
export type Delivery = {
    id: string;
    version: Generated<number>;
    companyId: string;
    number: string;
    salesOrderId: string;
    customerId: string;
    warehouseId: string;
    status: 'DRAFT' | 'PICKING' | 'PACKED' | 'SHIPPED' | 'DELIVERED' | 'CANCELLED';
    documentOn: string;
    postedOn: string | null | null;
    trackingNumber: string | null;
    /**
     * Left by the system before: no stock of ours moved.
     */
    isHistoric: Generated<boolean>;
    customFields: Generated<Json>;
    createdAt: Timestamp;
    createdById: string;
    updatedAt: Timestamp;
};
export type DeliveryLine = {
    id: string;
    version: Generated<number>;
    companyId: string;
    deliveryId: string;
    salesOrderLineId: string;
    position: number;
    itemId: string;
    unit: string;
    quantity: Numeric;
    createdAt: Timestamp;
};
export type DocumentManifest = {
    id: string;
    version: Generated<number>;
    app: string;
    release: string;
    documentCount: number;
    createdAt: Timestamp;
    withdrawnAt: Timestamp | null;
};
export type DuplicateDismissal = {
    id: string;
    version: Generated<number>;
    noun: string;
    lowId: string;
    highId: string;
    createdAt: Timestamp;
    createdById: string;
};
export type Event = {
    id: string;
    /**
     * Taken once by each transaction, in its last statement.
     */
    transactionId: number;
    /**
     * The fact's place among those of its transaction.
     */
    place: number;
    /**
     * 1..N in the order of commits; given by the sequencer after the commit.
     */
    position: number | null;
    type: string;
    companyId: string | null;
    documentType: string;
    documentId: string;
    version: number;
    changedFields: string[];
    data: Json;
    actorId: string;
    requestId: string;
    occurredAt: Timestamp;
};
export type ExchangeRate = {
    id: string;
    version: Generated<number>;
    fromCurrency: string;
    toCurrency: string;
    validFrom: string;
    rate: Numeric;
    createdAt: Timestamp;
};
export type ExternalRef = {
    id: string;
    scopeId: string;
    noun: string;
    system: string;
    key: string;
    nodeId: string;
    createdAt: Timestamp;
};
export type FiscalPeriod = {
    id: string;
    version: Generated<number>;
    companyId: string;
    code: string;
    startsOn: string;
    endsOn: string;
    status: 'OPEN' | 'SOFT_CLOSED' | 'CLOSED';
    reopenReason: string | null;
    createdAt: Timestamp;
    updatedAt: Timestamp;
};
export type GoodsReceipt = {
    id: string;
    version: Generated<number>;
    companyId: string;
    number: string;
    purchaseOrderId: string;
    supplierId: string;
    warehouseId: string;
    supplierDeliveryNote: string | null;
    status: 'DRAFT' | 'ON_HOLD' | 'POSTED' | 'REVERSED' | 'CANCELLED';
    documentOn: string;
    postedOn: string | null | null;
    holdReason: string | null;
    reverseReason: string | null;
    customFields: Generated<Json>;
    createdAt: Timestamp;
    createdById: string;
    updatedAt: Timestamp;
};
export type GoodsReceiptLine = {
    id: string;
    version: Generated<number>;
    companyId: string;
    goodsReceiptId: string;
    purchaseOrderLineId: string;
    position: number;
    itemId: string;
    binId: string | null;
    lotId: string | null;
    unit: string;
    quantity: Numeric;
    /**
     * What is owed for it at the order's price, in base currency; none before posting.
     */
    value: Numeric | null;
    /**
     * What of it is invoiced, and what of its value that took. Invoices take the oldest receipt first.
     */
    invoiced: Generated<Numeric>;
    invoicedValue: Generated<Numeric>;
    /**
     * What of it was sent back; what of that nobody had invoiced, and what of its value that took.
     */
    returned: Generated<Numeric>;
    withdrawn: Generated<Numeric>;
    withdrawnValue: Generated<Numeric>;
    currency: string;
    createdAt: Timestamp;
};
export type IdempotencyKey = {
    id: string;
    actorId: string;
    key: string;
    field: string;
    fingerprint: string;
    outcome: Json | null;
    createdAt: Timestamp;
};
export type Item = {
    id: string;
    version: Generated<number>;
    code: string;
    name: string;
    description: string | null;
    category: string | null;
    /**
     * Of GS1: 8, 12, 13 or 14 digits with their check digit.
     */
    gtin: string | null;
    /**
     * What its manufacturer calls it.
     */
    manufacturerPartNumber: string | null;
    categoryId: string | null;
    /**
     * The unit in which its stock is kept.
     */
    unit: string;
    isMade: Generated<boolean>;
    isBought: Generated<boolean>;
    isSold: Generated<boolean>;
    isStocked: Generated<boolean>;
    /**
     * Whether each receipt and issue names its lot.
     */
    isLotTracked: Generated<boolean>;
    customFields: Generated<Json>;
    createdAt: Timestamp;
    createdById: string;
    updatedAt: Timestamp;
    archivedAt: Timestamp | null;
    /**
     * What it turned out to be; it stays, archived, with the documents that are its own.
     */
    mergedIntoId: string | null;
};
export type ItemCategory = {
    id: string;
    version: Generated<number>;
    code: string;
    name: string;
    parentId: string | null;
    createdAt: Timestamp;
    createdById: string;
    updatedAt: Timestamp;
};
export type ItemCompany = {
    id: string;
    version: Generated<number>;
    companyId: string;
    itemId: string;
    valuationMethod: Generated<'MOVING_AVERAGE' | 'FIFO' | 'STANDARD'>;
    /**
     * In the company's base currency for one stock unit.
     */
    standardCost: Numeric | null;
    createdAt: Timestamp;
    updatedAt: Timestamp;
};
export type ItemUnit = {
    id: string;
    version: Generated<number>;
    itemId: string;
    unit: string;
    factor: Numeric;
    createdAt: Timestamp;
};
export type ItemValuation = {
    id: string;
    companyId: string;
    itemId: string;
    quantity: Numeric;
    value: Numeric;
    currency: string;
    method: Generated<'MOVING_AVERAGE' | 'FIFO' | 'STANDARD'>;
    /**
     * In base currency for one stock unit.
     */
    standardCost: Numeric | null;
    isLotTracked: Generated<boolean>;
    updatedAt: Timestamp;
};
export type JobCard = {
    id: string;
    version: Generated<number>;
    companyId: string;
    number: string;
    workOrderId: string;
    position: number;
    name: string;
    workCenterId: string;
    status: 'PENDING' | 'READY' | 'SETUP' | 'RUNNING' | 'STOPPED' | 'DONE' | 'SKIPPED';
    stopReason: string | null;
    unit: string;
    quantity: Numeric;
    good: Generated<Numeric>;
    scrap: Generated<Numeric>;
    rework: Generated<Numeric>;
    setupMinutes: Numeric;
    /**
     * For one stock unit of the product.
     */
    runMinutes: Numeric;
    queueMinutes: Generated<Numeric>;
    moveMinutes: Generated<Numeric>;
    actualSetupMinutes: Generated<Numeric>;
    actualRunMinutes: Generated<Numeric>;
    /**
     * An hour's, frozen at release, in base currency.
     */
    labourRate: Numeric;
    machineRate: Numeric;
    overheadRate: Numeric;
    currency: string;
    labourCost: Generated<Numeric>;
    overheadCost: Generated<Numeric>;
    /**
     * Since when it is in the state that costs time; none while it stands still.
     */
    runningSince: Timestamp | null;
    startedAt: Timestamp | null;
    finishedAt: Timestamp | null;
    customFields: Generated<Json>;
    createdAt: Timestamp;
    updatedAt: Timestamp;
};
export type JobCardReport = {
    id: string;
    companyId: string;
    jobCardId: string;
    workOrderId: string;
    good: Numeric;
    scrap: Numeric;
    rework: Numeric;
    unit: string;
    scrapReason: string | null;
    reworkReason: string | null;
    setupMinutes: Numeric;
    runMinutes: Numeric;
    /**
     * What the minutes cost in base currency.
     */
    labourCost: Numeric;
    overheadCost: Numeric;
    currency: string;
    postedOn: string;
    actorId: string;
    createdAt: Timestamp;
};
export type JournalEntry = {
    id: string;
    version: Generated<number>;
    companyId: string;
    /**
     * The word under which it is numbered; given at posting.
     */
    voucherWord: string | null;
    /**
     * Word and number, without gaps in a period; given at posting.
     */
    number: string | null;
    fiscalPeriodId: string;
    status: 'DRAFT' | 'CHECKED' | 'POSTED' | 'REVERSED';
    documentOn: string;
    postedOn: string | null | null;
    /**
     * The fact that was posted, or none for a manual entry.
     */
    postingRule: string | null;
    documentType: string | null;
    documentId: string | null;
    description: string;
    reversalOfId: string | null;
    customFields: Generated<Json>;
    createdAt: Timestamp;
    createdById: string;
    checkedById: string | null;
    updatedAt: Timestamp;
};
export type JournalEntryLine = {
    id: string;
    version: Generated<number>;
    companyId: string;
    journalEntryId: string;
    position: number;
    accountId: string;
    side: 'DEBIT' | 'CREDIT';
    amount: Numeric;
    currency: string;
    exchangeRate: Numeric;
    baseAmount: Numeric;
    baseCurrency: string;
    department: string | null;
    project: string | null;
    /**
     * By the fields that are defined on ledger entries, which take them over at posting.
     */
    customFields: Generated<Json>;
    createdAt: Timestamp;
};
export type LayerConsumption = {
    id: string;
    companyId: string;
    receiptLayerId: string;
    issueLayerId: string;
    quantity: Numeric;
    value: Numeric;
    createdAt: Timestamp;
};
export type LedgerEntry = {
    id: string;
    companyId: string;
    journalEntryId: string;
    position: number;
    accountId: string;
    /**
     * The role by which a posting rule named the account, or none for a manual entry.
     */
    role: string | null;
    side: 'DEBIT' | 'CREDIT';
    amount: Numeric;
    currency: string;
    exchangeRate: Numeric;
    baseAmount: Numeric;
    baseCurrency: string;
    postedOn: string;
    customerId: string | null;
    supplierId: string | null;
    salesOrderId: string | null;
    salesOrderLineId: string | null;
    salesInvoiceId: string | null;
    purchaseOrderId: string | null;
    purchaseOrderLineId: string | null;
    purchaseInvoiceId: string | null;
    /**
     * The credit note that is posted, allocated or paid out.
     */
    creditNoteId: string | null;
    purchaseCreditNoteId: string | null;
    workOrderId: string | null;
    itemId: string | null;
    department: string | null;
    project: string | null;
    customFields: Generated<Json>;
    createdAt: Timestamp;
};
export type LogCursor = {
    name: string;
    position: number;
};
export type Lot = {
    id: string;
    version: Generated<number>;
    companyId: string;
    itemId: string;
    code: string;
    supplierLotCode: string | null;
    madeOn: string | null | null;
    expiresOn: string | null | null;
    customFields: Generated<Json>;
    createdAt: Timestamp;
    createdById: string;
    updatedAt: Timestamp;
};
export type LotGenealogy = {
    id: string;
    companyId: string;
    componentLotId: string;
    productLotId: string;
    documentType: string;
    documentId: string;
    /**
     * Of the component, in its stock unit.
     */
    quantity: Numeric;
    unit: string;
    createdAt: Timestamp;
};
export type ManifestDocument = {
    manifestId: string;
    documentId: string;
};
export type NumberSeries = {
    id: string;
    version: Generated<number>;
    companyId: string;
    code: string;
    pattern: string;
    isGapFree: boolean;
    createdAt: Timestamp;
};
export type NumberSeriesCounter = {
    companyId: string;
    code: string;
    period: string;
    last: number;
};
export type OpeningBalance = {
    id: string;
    version: Generated<number>;
    companyId: string;
    accountId: string;
    side: 'DEBIT' | 'CREDIT';
    amount: Numeric;
    currency: string;
    exchangeRate: Numeric;
    baseAmount: Numeric;
    baseCurrency: string;
    customerId: string | null;
    supplierId: string | null;
    department: string | null;
    project: string | null;
    postedOn: string;
    createdAt: Timestamp;
    createdById: string;
};
export type Opportunity = {
    id: string;
    version: Generated<number>;
    companyId: string;
    number: string;
    customerId: string;
    contactId: string | null;
    name: string;
    status: 'OPEN' | 'WON' | 'LOST';
    stageId: string;
    stageEnteredAt: Timestamp;
    ownerId: string;
    currency: string;
    /**
     * The sum of its lines, or an estimate while it has none.
     */
    amount: Numeric;
    /**
     * Instead of its stage's; none means the stage's.
     */
    probabilityPercent: Numeric | null;
    expectedCloseOn: string | null | null;
    source: string | null;
    description: string | null;
    lostReason: string | null;
    competitor: string | null;
    closedOn: string | null | null;
    customFields: Generated<Json>;
    createdAt: Timestamp;
    createdById: string;
    updatedAt: Timestamp;
};
export type OpportunityLine = {
    id: string;
    version: Generated<number>;
    companyId: string;
    opportunityId: string;
    position: number;
    itemId: string | null;
    description: string;
    unit: string;
    quantity: Numeric;
    unitPrice: Numeric;
    currency: string;
    netAmount: Numeric;
    requestedOn: string | null | null;
    customFields: Generated<Json>;
    createdAt: Timestamp;
};
export type OpportunityStage = {
    id: string;
    version: Generated<number>;
    code: string;
    name: string;
    /**
     * Its place on the way, from 1.
     */
    position: number;
    probabilityPercent: Numeric;
    createdAt: Timestamp;
    archivedAt: Timestamp | null;
};
export type OpportunityStageChange = {
    id: string;
    companyId: string;
    opportunityId: string;
    stageId: string;
    enteredAt: Timestamp;
    leftAt: Timestamp | null;
    /**
     * How it was closed in the stage; none when it moved on.
     */
    outcome: 'WON' | 'LOST' | null | null;
    actorId: string;
};
export type OrderStatusLink = {
    id: string;
    version: Generated<number>;
    companyId: string;
    salesOrderId: string;
    /**
     * Signs the link's token; told to nobody.
     */
    secret: string;
    expiresAt: Timestamp;
    createdById: string;
    createdAt: Timestamp;
    revokedAt: Timestamp | null;
};
export type Payment = {
    id: string;
    version: Generated<number>;
    companyId: string;
    number: string;
    direction: 'RECEIVED' | 'PAID';
    customerId: string | null;
    supplierId: string | null;
    status: 'DRAFT' | 'POSTED' | 'APPLIED' | 'RECONCILED' | 'REVERSED';
    currency: string;
    exchangeRate: Numeric;
    amount: Numeric;
    allocated: Generated<Numeric>;
    reference: string | null;
    documentOn: string;
    postedOn: string | null | null;
    customFields: Generated<Json>;
    createdAt: Timestamp;
    createdById: string;
    updatedAt: Timestamp;
};
export type PaymentAllocation = {
    id: string;
    companyId: string;
    paymentId: string;
    /**
     * What a customer pays; one of the four is named.
     */
    salesInvoiceId: string | null;
    /**
     * What a supplier is paid.
     */
    purchaseInvoiceId: string | null;
    /**
     * What a customer is refunded.
     */
    creditNoteId: string | null;
    /**
     * What a supplier refunds.
     */
    purchaseCreditNoteId: string | null;
    amount: Numeric;
    currency: string;
    /**
     * Gain (positive) or loss in base currency against the invoice's rate.
     */
    exchangeDifference: Numeric;
    baseCurrency: string;
    postedOn: string;
    createdAt: Timestamp;
};
export type PaymentTerms = {
    id: string;
    version: Generated<number>;
    code: string;
    name: string;
    netDays: number;
    createdAt: Timestamp;
};
export type PriceList = {
    id: string;
    version: Generated<number>;
    companyId: string;
    code: string;
    name: string;
    currency: string;
    /**
     * Whose list it is; none means everybody's.
     */
    customerId: string | null;
    validFrom: string | null | null;
    validTo: string | null | null;
    customFields: Generated<Json>;
    createdAt: Timestamp;
    updatedAt: Timestamp;
    archivedAt: Timestamp | null;
};
export type PriceListPrice = {
    id: string;
    version: Generated<number>;
    companyId: string;
    priceListId: string;
    itemId: string;
    unit: string;
    minQuantity: Numeric;
    unitPrice: Numeric;
    currency: string;
    validFrom: string | null | null;
    validTo: string | null | null;
    createdAt: Timestamp;
};
export type ProductionReport = {
    id: string;
    companyId: string;
    workOrderId: string;
    good: Numeric;
    scrap: Numeric;
    scrapReason: string | null;
    unit: string;
    lotId: string | null;
    /**
     * What went on stock, in base currency.
     */
    value: Numeric;
    currency: string;
    postedOn: string;
    actorId: string;
    createdAt: Timestamp;
};
export type PurchaseCreditNote = {
    id: string;
    version: Generated<number>;
    companyId: string;
    number: string;
    purchaseInvoiceId: string;
    purchaseOrderId: string;
    supplierId: string;
    purchaseReturnId: string | null;
    /**
     * The supplier's own number; a supplier's is taken once.
     */
    supplierReference: string;
    status: 'DRAFT' | 'APPROVED' | 'POSTED' | 'CANCELLED';
    reason: string;
    currency: string;
    exchangeRate: Numeric;
    documentOn: string;
    postedOn: string | null | null;
    netAmount: Numeric;
    taxAmount: Numeric;
    grossAmount: Numeric;
    /**
     * What of it took the invoice's open amount away at posting; the rest is ours.
     */
    settledAmount: Generated<Numeric>;
    /**
     * What of the rest settled other invoices since.
     */
    allocatedAmount: Generated<Numeric>;
    /**
     * What of the rest the supplier paid out.
     */
    refundedAmount: Generated<Numeric>;
    customFields: Generated<Json>;
    createdAt: Timestamp;
    createdById: string;
    updatedAt: Timestamp;
};
export type PurchaseCreditNoteAllocation = {
    id: string;
    companyId: string;
    purchaseCreditNoteId: string;
    purchaseInvoiceId: string;
    amount: Numeric;
    currency: string;
    postedOn: string;
    createdAt: Timestamp;
};
export type PurchaseCreditNoteLine = {
    id: string;
    version: Generated<number>;
    companyId: string;
    purchaseCreditNoteId: string;
    purchaseInvoiceLineId: string;
    purchaseOrderLineId: string;
    position: number;
    kind: 'ITEM' | 'CHARGE';
    itemId: string | null;
    description: string;
    unit: string;
    quantity: Numeric;
    unitPrice: Numeric;
    currency: string;
    netAmount: Numeric;
    taxCodeId: string | null;
    taxAmount: Numeric;
    /**
     * What goods sent back stood for, and what of a lower price stock bears; in base currency, none
     * before posting.
     */
    returned: Numeric | null;
    toStock: Numeric | null;
    createdAt: Timestamp;
};
export type PurchaseInvoice = {
    id: string;
    version: Generated<number>;
    companyId: string;
    number: string;
    /**
     * None of an invoice that was open when the company began here.
     */
    purchaseOrderId: string | null;
    supplierId: string;
    /**
     * The supplier's own number; a supplier's is taken once.
     */
    supplierReference: string;
    status: 'DRAFT' | 'APPROVED' | 'POSTED' | 'CANCELLED';
    settlement: Generated<'UNPAID' | 'PARTIALLY_PAID' | 'PAID'>;
    match: 'MATCHED' | 'WITHIN_TOLERANCE' | 'DIFFERS';
    currency: string;
    exchangeRate: Numeric;
    documentOn: string;
    postedOn: string | null | null;
    dueOn: string | null | null;
    paymentTermsId: string | null;
    netAmount: Numeric;
    taxAmount: Numeric;
    grossAmount: Numeric;
    paidAmount: Generated<Numeric>;
    approvedById: string | null;
    customFields: Generated<Json>;
    createdAt: Timestamp;
    createdById: string;
    updatedAt: Timestamp;
};
export type PurchaseInvoiceLine = {
    id: string;
    version: Generated<number>;
    companyId: string;
    purchaseInvoiceId: string;
    purchaseOrderLineId: string;
    position: number;
    kind: 'ITEM' | 'CHARGE';
    itemId: string | null;
    description: string;
    unit: string;
    quantity: Numeric;
    unitPrice: Numeric;
    currency: string;
    netAmount: Numeric;
    taxCodeId: string | null;
    taxAmount: Numeric;
    /**
     * What goods received, not invoiced held for it, and what of its difference stock bears; in base
     * currency, none before posting.
     */
    received: Numeric | null;
    toStock: Numeric | null;
    createdAt: Timestamp;
};
export type PurchaseOrder = {
    id: string;
    version: Generated<number>;
    companyId: string;
    number: string;
    supplierId: string;
    warehouseId: string;
    paymentTermsId: string | null;
    supplierReference: string | null;
    status: 'DRAFT' | 'PENDING_APPROVAL' | 'SENT' | 'CONFIRMED' | 'PARTIALLY_RECEIVED' | 'RECEIVED' | 'INVOICED' | 'CLOSED' | 'CANCELLED';
    currency: string;
    exchangeRate: Numeric;
    documentOn: string;
    requestedOn: string | null | null;
    confirmedOn: string | null | null;
    netAmount: Numeric;
    taxAmount: Numeric;
    grossAmount: Numeric;
    cancelReason: string | null;
    rejectReason: string | null;
    approvedById: string | null;
    customFields: Generated<Json>;
    createdAt: Timestamp;
    createdById: string;
    updatedAt: Timestamp;
};
export type PurchaseOrderLine = {
    id: string;
    version: Generated<number>;
    companyId: string;
    purchaseOrderId: string;
    position: number;
    kind: 'ITEM' | 'CHARGE';
    itemId: string | null;
    description: string;
    unit: string;
    quantity: Numeric;
    unitPrice: Numeric;
    discountPercent: Generated<Numeric>;
    currency: string;
    netAmount: Numeric;
    taxCodeId: string | null;
    taxAmount: Numeric;
    /**
     * Stock units in one unit of the line.
     */
    stockFactor: Numeric;
    tolerancePercent: Generated<Numeric>;
    requestedOn: string | null | null;
    promisedOn: string | null | null;
    /**
     * When the supplier's lead time lets it come, of what was bought by a price that has one.
     */
    expectedOn: string | null | null;
    /**
     * The order's line or work order that it is bought for.
     */
    salesOrderLineId: string | null;
    workOrderId: string | null;
    received: Generated<Numeric>;
    invoiced: Generated<Numeric>;
    /**
     * What of received is worth and not invoiced yet, in base currency.
     */
    receivedValue: Generated<Numeric>;
    /**
     * What of received was sent back, and what of that nobody had invoiced: it is never billed.
     */
    returned: Generated<Numeric>;
    withdrawn: Generated<Numeric>;
    /**
     * What of invoiced is credited.
     */
    credited: Generated<Numeric>;
    /**
     * What of invoiced goods was sent back is worth and not credited yet, in base currency.
     */
    returnedValue: Generated<Numeric>;
    status: Generated<'OPEN' | 'PARTIALLY_RECEIVED' | 'RECEIVED' | 'INVOICED' | 'CLOSED' | 'CANCELLED'>;
    customFields: Generated<Json>;
    createdAt: Timestamp;
};
export type PurchaseReturn = {
    id: string;
    version: Generated<number>;
    companyId: string;
    number: string;
    purchaseOrderId: string;
    supplierId: string;
    warehouseId: string;
    status: 'DRAFT' | 'SHIPPED' | 'CANCELLED';
    reason: string;
    documentOn: string;
    postedOn: string | null | null;
    customFields: Generated<Json>;
    createdAt: Timestamp;
    createdById: string;
    updatedAt: Timestamp;
};
export type PurchaseReturnLine = {
    id: string;
    version: Generated<number>;
    companyId: string;
    purchaseReturnId: string;
    goodsReceiptLineId: string;
    purchaseOrderLineId: string;
    position: number;
    itemId: string;
    unit: string;
    quantity: Numeric;
    /**
     * What stock is worth less by it, and what is no longer owed for it; in base currency, none
     * before the goods leave.
     */
    value: Numeric | null;
    owed: Numeric | null;
    /**
     * What of it had been invoiced and is to be credited, and what of owed that is.
     */
    toCredit: Generated<Numeric>;
    toCreditValue: Generated<Numeric>;
    /**
     * What of that is credited.
     */
    credited: Generated<Numeric>;
    creditedValue: Generated<Numeric>;
    currency: string;
    createdAt: Timestamp;
};
export type PurchasingSettings = {
    id: string;
    version: Generated<number>;
    companyId: string;
    /**
     * From which net amount on an order needs somebody's approval, in base currency; none means never.
     */
    approvalLimit: Numeric | null;
    /**
     * By how much of what was expected an invoice's line may differ without anybody's approval.
     */
    priceTolerancePercent: Generated<Numeric>;
    createdAt: Timestamp;
    updatedAt: Timestamp;
};
export type Quote = {
    id: string;
    version: Generated<number>;
    companyId: string;
    number: string;
    /**
     * From 1; a revision keeps the number of what it supersedes.
     */
    revision: number;
    supersedesId: string | null;
    customerId: string;
    opportunityId: string | null;
    warehouseId: string;
    priceListId: string | null;
    paymentTermsId: string | null;
    customerReference: string | null;
    status: 'DRAFT' | 'PENDING_APPROVAL' | 'APPROVED' | 'SENT' | 'ACCEPTED' | 'PARTIALLY_ORDERED' | 'LOST' | 'EXPIRED' | 'SUPERSEDED';
    currency: string;
    exchangeRate: Numeric;
    baseCurrency: string;
    documentOn: string;
    validUntil: string;
    requestedOn: string | null | null;
    promisedOn: string | null | null;
    netAmount: Numeric;
    taxAmount: Numeric;
    grossAmount: Numeric;
    /**
     * In base currency.
     */
    estimatedCost: Numeric;
    /**
     * Net less cost, in base currency.
     */
    estimatedMargin: Numeric;
    marginPercent: Numeric | null;
    lostReason: string | null;
    competitor: string | null;
    approvedById: string | null;
    customFields: Generated<Json>;
    createdAt: Timestamp;
    createdById: string;
    updatedAt: Timestamp;
};
export type QuoteLine = {
    id: string;
    version: Generated<number>;
    companyId: string;
    quoteId: string;
    position: number;
    kind: 'ITEM' | 'CHARGE';
    itemId: string | null;
    description: string;
    unit: string;
    quantity: Numeric;
    unitPrice: Numeric;
    discountPercent: Generated<Numeric>;
    currency: string;
    netAmount: Numeric;
    taxCodeId: string | null;
    taxAmount: Numeric;
    /**
     * Stock units in one unit of the line.
     */
    stockFactor: Numeric;
    baseCurrency: string;
    /**
     * Of one unit of the line, in base currency.
     */
    materialCost: Numeric;
    labourCost: Numeric;
    overheadCost: Numeric;
    requestedOn: string | null | null;
    ordered: Generated<Numeric>;
    customFields: Generated<Json>;
    createdAt: Timestamp;
};
export type Reservation = {
    id: string;
    companyId: string;
    itemId: string;
    stockLevelId: string;
    documentType: string;
    documentId: string;
    lineId: string;
    /**
     * What is still reserved; zero once it is consumed or released.
     */
    quantity: Numeric;
    unit: string;
    createdAt: Timestamp;
    updatedAt: Timestamp;
};
export type Role = {
    id: string;
    version: Generated<number>;
    code: string;
    name: string;
    permissions: string[];
    createdAt: Timestamp;
};
export type Routing = {
    id: string;
    version: Generated<number>;
    companyId: string;
    itemId: string;
    revision: string;
    status: 'DRAFT' | 'RELEASED' | 'OBSOLETE';
    validFrom: string | null | null;
    validTo: string | null | null;
    customFields: Generated<Json>;
    createdAt: Timestamp;
    createdById: string;
    updatedAt: Timestamp;
};
export type RoutingOperation = {
    id: string;
    version: Generated<number>;
    companyId: string;
    routingId: string;
    /**
     * 10, 20, 30 …: the order in which they are done.
     */
    position: number;
    name: string;
    workCenterId: string;
    setupMinutes: Numeric;
    /**
     * For one stock unit of the product.
     */
    runMinutes: Numeric;
    queueMinutes: Generated<Numeric>;
    moveMinutes: Generated<Numeric>;
    note: string | null;
    customFields: Generated<Json>;
    createdAt: Timestamp;
};
export type SalesInvoice = {
    id: string;
    version: Generated<number>;
    companyId: string;
    /**
     * Given at posting, without gaps.
     */
    number: string | null;
    /**
     * None of an invoice that was open when the company began here.
     */
    salesOrderId: string | null;
    customerId: string;
    status: 'DRAFT' | 'APPROVED' | 'POSTED' | 'CANCELLED';
    settlement: Generated<'UNPAID' | 'PARTIALLY_PAID' | 'PAID'>;
    currency: string;
    exchangeRate: Numeric;
    documentOn: string;
    postedOn: string | null | null;
    dueOn: string | null | null;
    paymentTermsId: string | null;
    netAmount: Numeric;
    taxAmount: Numeric;
    grossAmount: Numeric;
    paidAmount: Generated<Numeric>;
    /**
     * Billed and paid in the system before: our books know nothing of it.
     */
    isHistoric: Generated<boolean>;
    /**
     * When history says it was paid in full; of others payments tell.
     */
    paidOn: string | null | null;
    customFields: Generated<Json>;
    createdAt: Timestamp;
    createdById: string;
    updatedAt: Timestamp;
};
export type SalesInvoiceLine = {
    id: string;
    version: Generated<number>;
    companyId: string;
    salesInvoiceId: string;
    salesOrderLineId: string;
    position: number;
    kind: 'ITEM' | 'CHARGE';
    itemId: string | null;
    description: string;
    unit: string;
    quantity: Numeric;
    unitPrice: Numeric;
    currency: string;
    netAmount: Numeric;
    taxCodeId: string | null;
    taxAmount: Numeric;
    createdAt: Timestamp;
};
export type SalesOrder = {
    id: string;
    version: Generated<number>;
    companyId: string;
    number: string;
    customerId: string;
    warehouseId: string;
    billingAddressId: string | null;
    shippingAddressId: string | null;
    paymentTermsId: string | null;
    customerReference: string | null;
    status: 'DRAFT' | 'CONFIRMED' | 'IN_FULFILMENT' | 'SHIPPED' | 'INVOICED' | 'CLOSED' | 'ON_HOLD' | 'CANCELLED';
    currency: string;
    /**
     * One unit of `currency` in the company's base currency.
     */
    exchangeRate: Numeric;
    documentOn: string;
    requestedOn: string | null | null;
    promisedOn: string | null | null;
    netAmount: Numeric;
    taxAmount: Numeric;
    grossAmount: Numeric;
    paidAmount: Generated<Numeric>;
    quoteId: string | null;
    opportunityId: string | null;
    holdReason: string | null;
    cancelReason: string | null;
    /**
     * Finished in the system before: it is read, and moves and posts nothing.
     */
    isHistoric: Generated<boolean>;
    /**
     * SHA-256 of the row that brought history in, by which the same row is known again.
     */
    historyDigest: string | null;
    customFields: Generated<Json>;
    createdAt: Timestamp;
    createdById: string;
    updatedAt: Timestamp;
};
export type SalesOrderChange = {
    id: string;
    version: Generated<number>;
    companyId: string;
    number: string;
    salesOrderId: string;
    status: 'DRAFT' | 'APPLIED' | 'REJECTED';
    reason: string;
    /**
     * What is asked for: lines that are changed, added and taken out.
     */
    changes: Json;
    /**
     * By how much the order's net amount moves.
     */
    netAmount: Numeric;
    currency: string;
    documentOn: string;
    appliedAt: Timestamp | null;
    createdAt: Timestamp;
    createdById: string;
    updatedAt: Timestamp;
};
export type SalesOrderLine = {
    id: string;
    version: Generated<number>;
    companyId: string;
    salesOrderId: string;
    position: number;
    kind: 'ITEM' | 'CHARGE';
    itemId: string | null;
    description: string;
    unit: string;
    quantity: Numeric;
    unitPrice: Numeric;
    discountPercent: Generated<Numeric>;
    currency: string;
    netAmount: Numeric;
    taxCodeId: string | null;
    taxAmount: Numeric;
    requestedOn: string | null | null;
    promisedOn: string | null | null;
    /**
     * Stock units in one unit of the line.
     */
    stockFactor: Numeric;
    quoteLineId: string | null;
    /**
     * What one unit was estimated to cost when it was quoted, in the company's base currency.
     */
    quotedUnitCost: Numeric | null;
    /**
     * What work orders that are not cancelled make for the line.
     */
    planned: Generated<Numeric>;
    produced: Generated<Numeric>;
    reserved: Generated<Numeric>;
    shipped: Generated<Numeric>;
    returned: Generated<Numeric>;
    credited: Generated<Numeric>;
    invoiced: Generated<Numeric>;
    status: Generated<'OPEN' | 'PARTIALLY_SHIPPED' | 'SHIPPED' | 'INVOICED' | 'CANCELLED'>;
    customFields: Generated<Json>;
    createdAt: Timestamp;
};
export type SalesReturn = {
    id: string;
    version: Generated<number>;
    companyId: string;
    number: string;
    salesOrderId: string;
    customerId: string;
    warehouseId: string;
    status: 'DRAFT' | 'RECEIVED' | 'CANCELLED';
    reason: string;
    documentOn: string;
    postedOn: string | null | null;
    customFields: Generated<Json>;
    createdAt: Timestamp;
    createdById: string;
    updatedAt: Timestamp;
};
export type SalesReturnLine = {
    id: string;
    version: Generated<number>;
    companyId: string;
    salesReturnId: string;
    deliveryLineId: string;
    salesOrderLineId: string;
    position: number;
    itemId: string;
    unit: string;
    quantity: Numeric;
    /**
     * What comes back is worth what it was when it left, in base currency; none before it is received.
     */
    value: Numeric | null;
    currency: string;
    createdAt: Timestamp;
};
export type SalesSettings = {
    id: string;
    version: Generated<number>;
    companyId: string;
    /**
     * A quote that earns less needs approval; none means any may go out.
     */
    minMarginPercent: Numeric | null;
    /**
     * A line with more discount needs approval; none means any may go out.
     */
    maxDiscountPercent: Numeric | null;
    createdAt: Timestamp;
    updatedAt: Timestamp;
};
export type StandardCost = {
    id: string;
    version: Generated<number>;
    companyId: string;
    itemId: string;
    validFrom: string;
    /**
     * In the company's base currency for one stock unit.
     */
    standardCost: Numeric;
    currency: string;
    createdAt: Timestamp;
};
export type StockCount = {
    id: string;
    version: Generated<number>;
    companyId: string;
    number: string;
    warehouseId: string;
    status: 'DRAFT' | 'POSTED' | 'CANCELLED';
    reason: string | null;
    documentOn: string;
    postedOn: string | null | null;
    customFields: Generated<Json>;
    createdAt: Timestamp;
    createdById: string;
    updatedAt: Timestamp;
};
export type StockCountLine = {
    id: string;
    version: Generated<number>;
    companyId: string;
    stockCountId: string;
    position: number;
    itemId: string;
    binId: string;
    lotId: string | null;
    status: Generated<'AVAILABLE' | 'QUALITY_HOLD' | 'BLOCKED' | 'CONSIGNED'>;
    unit: string;
    /**
     * What the books said when the line was opened, or when its count was entered, in stock units.
     */
    expected: Numeric;
    counted: Numeric | null;
    /**
     * Counted less what the books said at posting; none before.
     */
    difference: Numeric | null;
    /**
     * What the difference is worth in base currency; none before posting.
     */
    value: Numeric | null;
    currency: string;
    createdAt: Timestamp;
};
export type StockLevel = {
    id: string;
    companyId: string;
    itemId: string;
    warehouseId: string;
    binId: string;
    lotId: string | null;
    status: Generated<'AVAILABLE' | 'QUALITY_HOLD' | 'BLOCKED' | 'CONSIGNED'>;
    unit: string;
    onHand: Numeric;
    reserved: Generated<Numeric>;
    updatedAt: Timestamp;
};
export type StockMove = {
    id: string;
    companyId: string;
    itemId: string;
    warehouseId: string;
    binId: string;
    lotId: string | null;
    status: Generated<'AVAILABLE' | 'QUALITY_HOLD' | 'BLOCKED' | 'CONSIGNED'>;
    kind: 'OPENING' | 'SHIPMENT' | 'SHIPMENT_REVERSAL' | 'RECEIPT' | 'RECEIPT_REVERSAL' | 'ISSUE' | 'ISSUE_RETURN' | 'COMPLETION' | 'COMPLETION_REVERSAL' | 'TRANSFER' | 'COUNT' | 'CUSTOMER_RETURN' | 'SUPPLIER_RETURN' | 'ADJUSTMENT';
    quantity: Numeric;
    unit: string;
    /**
     * What the move is worth in the company's base currency; its sign is the quantity's.
     */
    value: Numeric;
    currency: string;
    postedOn: string;
    documentType: string;
    documentId: string;
    lineId: string | null;
    reversalOfId: string | null;
    createdAt: Timestamp;
};
export type StockOpening = {
    id: string;
    version: Generated<number>;
    companyId: string;
    number: string;
    itemId: string;
    warehouseId: string;
    binId: string;
    quantity: Numeric;
    unit: string;
    unitCost: Numeric;
    value: Numeric;
    currency: string;
    postedOn: string;
    createdAt: Timestamp;
    createdById: string;
};
export type StockRole = {
    companyId: string;
    itemId: string;
    role: 'RAW_MATERIALS' | 'FINISHED_GOODS';
    createdAt: Timestamp;
};
export type StockTransfer = {
    id: string;
    version: Generated<number>;
    companyId: string;
    number: string;
    fromWarehouseId: string;
    toWarehouseId: string;
    status: 'DRAFT' | 'POSTED' | 'CANCELLED';
    note: string | null;
    documentOn: string;
    postedOn: string | null | null;
    customFields: Generated<Json>;
    createdAt: Timestamp;
    createdById: string;
    updatedAt: Timestamp;
};
export type StockTransferLine = {
    id: string;
    version: Generated<number>;
    companyId: string;
    stockTransferId: string;
    position: number;
    itemId: string;
    fromBinId: string;
    toBinId: string;
    lotId: string | null;
    fromStatus: Generated<'AVAILABLE' | 'QUALITY_HOLD' | 'BLOCKED' | 'CONSIGNED'>;
    toStatus: Generated<'AVAILABLE' | 'QUALITY_HOLD' | 'BLOCKED' | 'CONSIGNED'>;
    /**
     * In stock units.
     */
    quantity: Numeric;
    unit: string;
    createdAt: Timestamp;
};
export type Supplier = {
    id: string;
    version: Generated<number>;
    code: string;
    name: string;
    legalName: string | null;
    taxNumber: string | null;
    email: string | null;
    phone: string | null;
    countryCode: string | null;
    currency: string;
    paymentTermsId: string | null;
    customFields: Generated<Json>;
    createdAt: Timestamp;
    createdById: string;
    updatedAt: Timestamp;
    archivedAt: Timestamp | null;
    /**
     * Whom it turned out to be; it stays, archived, with the documents that are its own.
     */
    mergedIntoId: string | null;
};
export type SupplierExposure = {
    companyId: string;
    supplierId: string;
    payable: Numeric;
    updatedAt: Timestamp;
};
export type SupplierPrice = {
    id: string;
    version: Generated<number>;
    supplierId: string;
    itemId: string;
    supplierItemCode: string | null;
    unit: string;
    minQuantity: Numeric;
    unitPrice: Numeric;
    currency: string;
    leadTimeDays: number;
    /**
     * Lower comes first among the suppliers of an item.
     */
    priority: Generated<number>;
    validFrom: string | null | null;
    validTo: string | null | null;
    createdAt: Timestamp;
    archivedAt: Timestamp | null;
};
export type TaxCode = {
    id: string;
    version: Generated<number>;
    companyId: string;
    code: string;
    name: string;
    ratePercent: Numeric;
    createdAt: Timestamp;
    archivedAt: Timestamp | null;
};
export type TrustedDocument = {
    id: string;
    text: string;
};
export type Unit = {
    id: string;
    version: Generated<number>;
    code: string;
    name: string;
    symbol: string;
    dimension: string;
    factor: Numeric;
    /**
     * Whether every deployment has it; others were added to this one.
     */
    isStandard: Generated<boolean>;
    createdAt: Timestamp;
};
export type ValuationLayer = {
    id: string;
    companyId: string;
    itemId: string;
    /**
     * None where only the value changed; then the document that changed it stands here.
     */
    stockMoveId: string | null;
    documentType: string | null;
    documentId: string | null;
    lineId: string | null;
    quantity: Numeric;
    value: Numeric;
    currency: string;
    remainingQuantity: Numeric;
    remainingValue: Numeric;
    postedOn: string;
    createdAt: Timestamp;
};
export type Warehouse = {
    id: string;
    version: Generated<number>;
    companyId: string;
    code: string;
    name: string;
    customFields: Generated<Json>;
    createdAt: Timestamp;
    archivedAt: Timestamp | null;
};
export type WebhookAttempt = {
    id: string;
    deliveryId: string;
    number: number;
    startedAt: Timestamp;
    milliseconds: number;
    outcome: 'DELIVERED' | 'REFUSED' | 'UNREACHABLE' | 'TIMED_OUT' | 'ADDRESS_REFUSED';
    httpStatus: number | null;
    detail: string | null;
};
export type WebhookDelivery = {
    id: string;
    endpointId: string;
    eventId: string;
    /**
     * Of the event; 0 for a test.
     */
    position: number;
    type: string;
    documentType: string;
    documentId: string;
    documentVersion: number;
    changedFields: string[];
    companyId: string | null;
    occurredAt: Timestamp;
    status: 'PENDING' | 'DELIVERED' | 'SKIPPED' | 'FAILED';
    /**
     * Why it was skipped or given up.
     */
    reason: string | null;
    attemptCount: Generated<number>;
    /**
     * The first attempt since it was made or replayed: retries end so long after it.
     */
    firstTriedAt: Timestamp | null;
    dueAt: Timestamp;
    settledAt: Timestamp | null;
    createdAt: Timestamp;
};
export type WebhookEndpoint = {
    id: string;
    version: Generated<number>;
    name: string;
    url: string;
    /**
     * The document type whose facts are sent.
     */
    noun: string;
    /**
     * Types of facts; none means all of the noun.
     */
    factTypes: string[];
    /**
     * Only facts that changed one of these; none means all.
     */
    changedFields: string[];
    /**
     * A condition in GraphQL's own writing.
     */
    where: string | null;
    /**
     * A query of one variable `$id`.
     */
    document: string | null;
    status: 'ACTIVE' | 'PAUSED' | 'ARCHIVED';
    /**
     * With whose rights it reads.
     */
    ownerId: string;
    /**
     * What its owner was permitted when it was set up: it never reads more.
     */
    scopes: string[];
    /**
     * Attempts that failed since the last that did not.
     */
    failuresInRow: Generated<number>;
    /**
     * While this lies ahead, nothing is sent.
     */
    brokenUntil: Timestamp | null;
    createdAt: Timestamp;
    updatedAt: Timestamp;
};
export type WebhookReplay = {
    id: string;
    endpointId: string;
    /**
     * The last position that was looked at.
     */
    position: number;
    lastPosition: number;
    createdAt: Timestamp;
};
export type WebhookSecret = {
    id: string;
    endpointId: string;
    secret: string;
    createdAt: Timestamp;
    /**
     * Set when another took its place; until then it signs as well.
     */
    expiresAt: Timestamp | null;
};
export type WorkCalendar = {
    id: string;
    version: Generated<number>;
    code: string;
    name: string;
    /**
     * Minutes worked on Monday to Sunday.
     */
    minutes: number[];
    /**
     * Days that differ: [{ "on": "2026-05-01", "minutes": 0 }].
     */
    exceptions: Generated<Json>;
    createdAt: Timestamp;
};
export type WorkCenter = {
    id: string;
    version: Generated<number>;
    companyId: string;
    code: string;
    name: string;
    /**
     * None means the company's.
     */
    calendarId: string | null;
    /**
     * How many work at once.
     */
    capacity: Generated<number>;
    efficiencyPercent: Generated<Numeric>;
    customFields: Generated<Json>;
    createdAt: Timestamp;
    createdById: string;
    updatedAt: Timestamp;
    archivedAt: Timestamp | null;
};
export type WorkCenterRate = {
    id: string;
    version: Generated<number>;
    companyId: string;
    workCenterId: string;
    validFrom: string;
    labourRate: Numeric;
    machineRate: Numeric;
    overheadRate: Numeric;
    currency: string;
    createdAt: Timestamp;
};
export type WorkOrder = {
    id: string;
    version: Generated<number>;
    companyId: string;
    number: string;
    itemId: string;
    warehouseId: string;
    status: 'PLANNED' | 'RELEASED' | 'IN_PROGRESS' | 'PAUSED' | 'COMPLETED' | 'CLOSED' | 'CANCELLED';
    bomId: string | null;
    routingId: string | null;
    /**
     * In the item's stock unit, as are all quantities of it.
     */
    quantity: Numeric;
    unit: string;
    completed: Generated<Numeric>;
    scrapped: Generated<Numeric>;
    backflush: Generated<'NONE' | 'ON_COMPLETION' | 'ON_OPERATION'>;
    priority: Generated<number>;
    startOn: string;
    dueOn: string;
    releasedAt: Timestamp | null;
    startedAt: Timestamp | null;
    completedAt: Timestamp | null;
    closedAt: Timestamp | null;
    pauseReason: string | null;
    cancelReason: string | null;
    /**
     * For whom it is made: what sales says of it, so that costs are read by order.
     */
    customerId: string | null;
    salesOrderId: string | null;
    salesOrderLineId: string | null;
    /**
     * The work order whose material it makes.
     */
    parentWorkOrderId: string | null;
    lotId: string | null;
    currency: string;
    /**
     * Of one stock unit, frozen at release, in base currency.
     */
    plannedUnitCost: Numeric | null;
    /**
     * What stands in work in process, by what came in; all in base currency.
     */
    materialCost: Generated<Numeric>;
    labourCost: Generated<Numeric>;
    overheadCost: Generated<Numeric>;
    completedCost: Generated<Numeric>;
    varianceCost: Generated<Numeric>;
    customFields: Generated<Json>;
    createdAt: Timestamp;
    createdById: string;
    updatedAt: Timestamp;
};
export type WorkOrderMaterial = {
    id: string;
    version: Generated<number>;
    companyId: string;
    workOrderId: string;
    position: number;
    kind: 'COMPONENT' | 'BY_PRODUCT';
    itemId: string;
    unit: string;
    /**
     * For the whole work order, scrap and yield included, in stock units.
     */
    required: Numeric;
    /**
     * For one stock unit of the product; zero when it is fixed.
     */
    perUnit: Numeric;
    isFixed: Generated<boolean>;
    /**
     * What is taken of it is a multiple of this, in stock units; none means any quantity.
     */
    roundingMultiple: Numeric | null;
    costSharePercent: Generated<Numeric>;
    issueMethod: 'PICK' | 'BACKFLUSH';
    operation: number | null;
    reserved: Generated<Numeric>;
    issued: Generated<Numeric>;
    scrapped: Generated<Numeric>;
    plannedUnitCost: Numeric;
    issuedCost: Generated<Numeric>;
    currency: string;
    customFields: Generated<Json>;
    createdAt: Timestamp;
};
export type WorkOrderMaterialAlternate = {
    id: string;
    version: Generated<number>;
    companyId: string;
    workOrderId: string;
    workOrderMaterialId: string;
    itemId: string;
    unit: string;
    /**
     * The lowest comes first.
     */
    priority: number;
    /**
     * Stock units of it for one stock unit of the material.
     */
    ratio: Numeric;
    /**
     * How much of the material it stands in for, in the material's unit, less what came back.
     */
    served: Generated<Numeric>;
    /**
     * How much of itself went in for that, less what came back.
     */
    issued: Generated<Numeric>;
    issuedCost: Generated<Numeric>;
    currency: string;
    createdAt: Timestamp;
};
export type DB = {
    Account: Account;
    AccountRole: AccountRole;
    Activity: Activity;
    Actor: Actor;
    ActorCompany: ActorCompany;
    ActorRole: ActorRole;
    ApiKey: ApiKey;
    AuditEntry: AuditEntry;
    Bin: Bin;
    Bom: Bom;
    BomLine: BomLine;
    BomLineAlternate: BomLineAlternate;
    BulkOperation: BulkOperation;
    BulkPart: BulkPart;
    BulkUpload: BulkUpload;
    Company: Company;
    CompanyBooks: CompanyBooks;
    Contact: Contact;
    CreditNote: CreditNote;
    CreditNoteAllocation: CreditNoteAllocation;
    CreditNoteLine: CreditNoteLine;
    Currency: Currency;
    Customer: Customer;
    CustomerAddress: CustomerAddress;
    CustomerCompany: CustomerCompany;
    CustomerExposure: CustomerExposure;
    CustomFieldDefinition: CustomFieldDefinition;
    Delivery: Delivery;
    DeliveryLine: DeliveryLine;
    DocumentManifest: DocumentManifest;
    DuplicateDismissal: DuplicateDismissal;
    Event: Event;
    ExchangeRate: ExchangeRate;
    ExternalRef: ExternalRef;
    FiscalPeriod: FiscalPeriod;
    GoodsReceipt: GoodsReceipt;
    GoodsReceiptLine: GoodsReceiptLine;
    IdempotencyKey: IdempotencyKey;
    Item: Item;
    ItemCategory: ItemCategory;
    ItemCompany: ItemCompany;
    ItemUnit: ItemUnit;
    ItemValuation: ItemValuation;
    JobCard: JobCard;
    JobCardReport: JobCardReport;
    JournalEntry: JournalEntry;
    JournalEntryLine: JournalEntryLine;
    LayerConsumption: LayerConsumption;
    LedgerEntry: LedgerEntry;
    LogCursor: LogCursor;
    Lot: Lot;
    LotGenealogy: LotGenealogy;
    ManifestDocument: ManifestDocument;
    NumberSeries: NumberSeries;
    NumberSeriesCounter: NumberSeriesCounter;
    OpeningBalance: OpeningBalance;
    Opportunity: Opportunity;
    OpportunityLine: OpportunityLine;
    OpportunityStage: OpportunityStage;
    OpportunityStageChange: OpportunityStageChange;
    OrderStatusLink: OrderStatusLink;
    Payment: Payment;
    PaymentAllocation: PaymentAllocation;
    PaymentTerms: PaymentTerms;
    PriceList: PriceList;
    PriceListPrice: PriceListPrice;
    ProductionReport: ProductionReport;
    PurchaseCreditNote: PurchaseCreditNote;
    PurchaseCreditNoteAllocation: PurchaseCreditNoteAllocation;
    PurchaseCreditNoteLine: PurchaseCreditNoteLine;
    PurchaseInvoice: PurchaseInvoice;
    PurchaseInvoiceLine: PurchaseInvoiceLine;
    PurchaseOrder: PurchaseOrder;
    PurchaseOrderLine: PurchaseOrderLine;
    PurchaseReturn: PurchaseReturn;
    PurchaseReturnLine: PurchaseReturnLine;
    PurchasingSettings: PurchasingSettings;
    Quote: Quote;
    QuoteLine: QuoteLine;
    Reservation: Reservation;
    Role: Role;
    Routing: Routing;
    RoutingOperation: RoutingOperation;
    SalesInvoice: SalesInvoice;
    SalesInvoiceLine: SalesInvoiceLine;
    SalesOrder: SalesOrder;
    SalesOrderChange: SalesOrderChange;
    SalesOrderLine: SalesOrderLine;
    SalesReturn: SalesReturn;
    SalesReturnLine: SalesReturnLine;
    SalesSettings: SalesSettings;
    StandardCost: StandardCost;
    StockCount: StockCount;
    StockCountLine: StockCountLine;
    StockLevel: StockLevel;
    StockMove: StockMove;
    StockOpening: StockOpening;
    StockRole: StockRole;
    StockTransfer: StockTransfer;
    StockTransferLine: StockTransferLine;
    Supplier: Supplier;
    SupplierExposure: SupplierExposure;
    SupplierPrice: SupplierPrice;
    TaxCode: TaxCode;
    TrustedDocument: TrustedDocument;
    Unit: Unit;
    ValuationLayer: ValuationLayer;
    Warehouse: Warehouse;
    WebhookAttempt: WebhookAttempt;
    WebhookDelivery: WebhookDelivery;
    WebhookEndpoint: WebhookEndpoint;
    WebhookReplay: WebhookReplay;
    WebhookSecret: WebhookSecret;
    WorkCalendar: WorkCalendar;
    WorkCenter: WorkCenter;
    WorkCenterRate: WorkCenterRate;
    WorkOrder: WorkOrder;
    WorkOrderMaterial: WorkOrderMaterial;
    WorkOrderMaterialAlternate: WorkOrderMaterialAlternate;
};
