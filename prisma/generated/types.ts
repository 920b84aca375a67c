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
    kind: 'ASSET' | 'LIABILITY' | 'EQUITY' | 'REVENUE' | 'EXPENSE';
    createdAt: Timestamp;
    archivedAt: Timestamp | null;
};
export type AccountRole = {
    companyId: string;
    role: string;
    accountId: string;
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
     * The unit in which its stock is kept.
     */
    unit: string;
    isMade: Generated<boolean>;
    isBought: Generated<boolean>;
    isSold: Generated<boolean>;
    isStocked: Generated<boolean>;
    customFields: Generated<Json>;
    createdAt: Timestamp;
    createdById: string;
    updatedAt: Timestamp;
    archivedAt: Timestamp | null;
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
    updatedAt: Timestamp;
};
export type JournalEntry = {
    id: string;
    version: Generated<number>;
    companyId: string;
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
    createdAt: Timestamp;
    createdById: string;
    checkedById: string | null;
    updatedAt: Timestamp;
};
export type JournalEntryLine = {
    id: string;
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
    workOrderId: string | null;
    itemId: string | null;
    department: string | null;
    project: string | null;
    createdAt: Timestamp;
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
    salesInvoiceId: string;
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
export type SalesInvoice = {
    id: string;
    version: Generated<number>;
    companyId: string;
    /**
     * Given at posting, without gaps.
     */
    number: string | null;
    salesOrderId: string;
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
    holdReason: string | null;
    cancelReason: string | null;
    customFields: Generated<Json>;
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
    reserved: Generated<Numeric>;
    shipped: Generated<Numeric>;
    invoiced: Generated<Numeric>;
    status: Generated<'OPEN' | 'PARTIALLY_SHIPPED' | 'SHIPPED' | 'INVOICED' | 'CANCELLED'>;
    customFields: Generated<Json>;
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
    kind: 'OPENING' | 'SHIPMENT' | 'SHIPMENT_REVERSAL' | 'ADJUSTMENT';
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
export type Unit = {
    id: string;
    version: Generated<number>;
    code: string;
    name: string;
    symbol: string;
    dimension: string;
    factor: Numeric;
    createdAt: Timestamp;
};
export type ValuationLayer = {
    id: string;
    companyId: string;
    itemId: string;
    stockMoveId: string | null;
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
export type DB = {
    Account: Account;
    AccountRole: AccountRole;
    Actor: Actor;
    ActorCompany: ActorCompany;
    ActorRole: ActorRole;
    ApiKey: ApiKey;
    AuditEntry: AuditEntry;
    Bin: Bin;
    Company: Company;
    Contact: Contact;
    Currency: Currency;
    Customer: Customer;
    CustomerAddress: CustomerAddress;
    CustomerCompany: CustomerCompany;
    CustomerExposure: CustomerExposure;
    Delivery: Delivery;
    DeliveryLine: DeliveryLine;
    Event: Event;
    ExchangeRate: ExchangeRate;
    ExternalRef: ExternalRef;
    FiscalPeriod: FiscalPeriod;
    IdempotencyKey: IdempotencyKey;
    Item: Item;
    ItemCompany: ItemCompany;
    ItemUnit: ItemUnit;
    ItemValuation: ItemValuation;
    JournalEntry: JournalEntry;
    JournalEntryLine: JournalEntryLine;
    LedgerEntry: LedgerEntry;
    NumberSeries: NumberSeries;
    NumberSeriesCounter: NumberSeriesCounter;
    Payment: Payment;
    PaymentAllocation: PaymentAllocation;
    PaymentTerms: PaymentTerms;
    Reservation: Reservation;
    Role: Role;
    SalesInvoice: SalesInvoice;
    SalesInvoiceLine: SalesInvoiceLine;
    SalesOrder: SalesOrder;
    SalesOrderLine: SalesOrderLine;
    StockLevel: StockLevel;
    StockMove: StockMove;
    StockOpening: StockOpening;
    TaxCode: TaxCode;
    Unit: Unit;
    ValuationLayer: ValuationLayer;
    Warehouse: Warehouse;
    WorkCalendar: WorkCalendar;
};
