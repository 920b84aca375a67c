import type { Invariant } from '../../../modules/finance/books-check.js';

/** Documents whose every change is a fact: their last event tells their version. */
const TOLD = [
  'Company',
  'Customer',
  'Item',
  'OpportunityStage',
  'Opportunity',
  'Activity',
  'PriceList',
  'PriceListPrice',
  'SalesSettings',
  'Quote',
  'SalesOrder',
  'Delivery',
  'SalesInvoice',
  'SalesOrderChange',
  'SalesReturn',
  'CreditNote',
  'PurchaseReturn',
  'PurchaseCreditNote',
  'Payment',
  'JournalEntry',
  'FiscalPeriod',
  'WorkOrder',
  'JobCard',
] as const;

/**
 * A delivery or an invoice of history is told of by the one fact of its order: it did not come to
 * be by steps of ours.
 */
const TOLD_BY_ORDER: readonly string[] = ['Delivery', 'SalesInvoice'];

const versionOf = (table: string): string => `
  select '${table}' as noun, t."id", t."version", e.version as told from "${table}" t
  left join (select "documentId", max("version") as version from "Event"
    where "documentType" = '${table}' group by 1) e on e."documentId" = t."id"
  ${TOLD_BY_ORDER.includes(table) ? 'where not t."isHistoric"' : ''}`;

/** Which column names a row of which of these tables, where no foreign key can stand. */
const REFERENCES: readonly (readonly [table: string, column: string, ...targets: string[]])[] = [
  ['Opportunity', 'companyId', 'Company'],
  ['Opportunity', 'customerId', 'Customer'],
  ['Opportunity', 'contactId', 'Contact'],
  ['OpportunityLine', 'itemId', 'Item'],
  ['Activity', 'companyId', 'Company'],
  ['PriceList', 'companyId', 'Company'],
  ['PriceList', 'customerId', 'Customer'],
  ['Quote', 'companyId', 'Company'],
  ['Quote', 'customerId', 'Customer'],
  ['Quote', 'opportunityId', 'Opportunity'],
  ['Quote', 'warehouseId', 'Warehouse'],
  ['Quote', 'priceListId', 'PriceList'],
  ['QuoteLine', 'itemId', 'Item'],
  ['QuoteLine', 'taxCodeId', 'TaxCode'],
  ['SalesOrder', 'quoteId', 'Quote'],
  ['SalesOrder', 'opportunityId', 'Opportunity'],
  ['SalesOrderLine', 'quoteLineId', 'QuoteLine'],
  ['SalesOrder', 'companyId', 'Company'],
  ['SalesOrder', 'customerId', 'Customer'],
  ['SalesOrder', 'warehouseId', 'Warehouse'],
  ['SalesOrder', 'billingAddressId', 'CustomerAddress'],
  ['SalesOrder', 'shippingAddressId', 'CustomerAddress'],
  ['SalesOrder', 'paymentTermsId', 'PaymentTerms'],
  ['SalesOrderLine', 'itemId', 'Item'],
  ['SalesOrderLine', 'taxCodeId', 'TaxCode'],
  ['Delivery', 'customerId', 'Customer'],
  ['Delivery', 'warehouseId', 'Warehouse'],
  ['DeliveryLine', 'salesOrderLineId', 'SalesOrderLine'],
  ['DeliveryLine', 'itemId', 'Item'],
  ['SalesInvoice', 'customerId', 'Customer'],
  ['SalesInvoiceLine', 'salesOrderLineId', 'SalesOrderLine'],
  ['SalesInvoiceLine', 'itemId', 'Item'],
  ['SalesReturnLine', 'deliveryLineId', 'DeliveryLine'],
  ['SalesReturnLine', 'salesOrderLineId', 'SalesOrderLine'],
  ['CreditNote', 'salesInvoiceId', 'SalesInvoice'],
  ['CreditNote', 'salesReturnId', 'SalesReturn'],
  ['CreditNoteLine', 'salesInvoiceLineId', 'SalesInvoiceLine'],
  ['CreditNoteLine', 'salesOrderLineId', 'SalesOrderLine'],
  ['PurchaseReturnLine', 'goodsReceiptLineId', 'GoodsReceiptLine'],
  ['PurchaseReturnLine', 'purchaseOrderLineId', 'PurchaseOrderLine'],
  ['PurchaseCreditNote', 'purchaseInvoiceId', 'PurchaseInvoice'],
  ['PurchaseCreditNote', 'purchaseReturnId', 'PurchaseReturn'],
  ['PurchaseCreditNoteLine', 'purchaseInvoiceLineId', 'PurchaseInvoiceLine'],
  ['PurchaseCreditNoteLine', 'purchaseOrderLineId', 'PurchaseOrderLine'],
  ['PurchaseCreditNoteAllocation', 'purchaseInvoiceId', 'PurchaseInvoice'],
  ['StockLevel', 'itemId', 'Item'],
  ['StockLevel', 'binId', 'Bin'],
  ['StockMove', 'itemId', 'Item'],
  ['StockMove', 'binId', 'Bin'],
  ['ValuationLayer', 'stockMoveId', 'StockMove'],
  ['Reservation', 'stockLevelId', 'StockLevel'],
  ['StockOpening', 'itemId', 'Item'],
  ['WorkOrder', 'companyId', 'Company'],
  ['WorkOrder', 'itemId', 'Item'],
  ['WorkOrder', 'warehouseId', 'Warehouse'],
  ['WorkOrder', 'bomId', 'Bom'],
  ['WorkOrder', 'routingId', 'Routing'],
  ['WorkOrder', 'customerId', 'Customer'],
  ['WorkOrder', 'salesOrderId', 'SalesOrder'],
  ['WorkOrder', 'salesOrderLineId', 'SalesOrderLine'],
  ['WorkOrder', 'parentWorkOrderId', 'WorkOrder'],
  ['WorkOrder', 'lotId', 'Lot'],
  ['WorkOrderMaterial', 'itemId', 'Item'],
  ['WorkOrderMaterialAlternate', 'itemId', 'Item'],
  ['JobCard', 'workCenterId', 'WorkCenter'],
  ['ProductionReport', 'lotId', 'Lot'],
  ['CustomerCompany', 'companyId', 'Company'],
  ['CustomerExposure', 'companyId', 'Company'],
  ['CustomerExposure', 'customerId', 'Customer'],
  ['Payment', 'companyId', 'Company'],
  ['Payment', 'customerId', 'Customer'],
  ['Payment', 'supplierId', 'Supplier'],
  ['PaymentAllocation', 'salesInvoiceId', 'SalesInvoice'],
  ['PaymentAllocation', 'purchaseInvoiceId', 'PurchaseInvoice'],
  ['PaymentAllocation', 'creditNoteId', 'CreditNote'],
  ['PaymentAllocation', 'purchaseCreditNoteId', 'PurchaseCreditNote'],
  ['LedgerEntry', 'creditNoteId', 'CreditNote'],
  ['LedgerEntry', 'purchaseCreditNoteId', 'PurchaseCreditNote'],
  ['CreditNoteAllocation', 'salesInvoiceId', 'SalesInvoice'],
  ['SupplierExposure', 'supplierId', 'Supplier'],
  ['StockRole', 'itemId', 'Item'],
  ['JournalEntry', 'fiscalPeriodId', 'FiscalPeriod'],
  ['JournalEntry', 'reversalOfId', 'JournalEntry'],
  ['LedgerEntry', 'companyId', 'Company'],
  ['LedgerEntry', 'customerId', 'Customer'],
  ['LedgerEntry', 'salesOrderId', 'SalesOrder'],
  ['LedgerEntry', 'salesOrderLineId', 'SalesOrderLine'],
  ['LedgerEntry', 'salesInvoiceId', 'SalesInvoice'],
  ['LedgerEntry', 'supplierId', 'Supplier'],
  ['LedgerEntry', 'purchaseOrderId', 'PurchaseOrder'],
  ['LedgerEntry', 'purchaseOrderLineId', 'PurchaseOrderLine'],
  ['LedgerEntry', 'purchaseInvoiceId', 'PurchaseInvoice'],
  ['LedgerEntry', 'workOrderId', 'WorkOrder'],
  ['PurchaseOrderLine', 'workOrderId', 'WorkOrder'],
  ['LedgerEntry', 'itemId', 'Item'],
];

const isNowhere = (column: string) => (target: string) =>
  `and not exists (select from "${target}" x where x."id" = t."${column}")`;

const orphansOf = ([table, column, ...targets]: (typeof REFERENCES)[number]): string => `
  select '${table}.${column}' as reference, t."${column}" from "${table}" t
  where t."${column}" is not null ${targets.map(isNowhere(column)).join(' ')}`;

/** Whether the oldest events are gone, by age. */
const IS_PURGED = `exists (select from "Event" having min("position") > 1)`;

/** What must hold of the log, of keys and of references. */
export const logInvariants: readonly Invariant[] = [
  {
    name: 'Each event has one audit row, and each audit row its event unless events were purged.',
    text: `select e."id", a."id" from "Event" e full join "AuditEntry" a on a."eventId" = e."id"
      where (e."id" is null and not ${IS_PURGED}) or a."id" is null or e."version" <> a."version"
        or e."documentId" <> a."documentId"`,
  },
  {
    name: 'Positions of events run without a gap from the oldest that is kept, and each is one.',
    text: `select min("position"), max("position") from "Event"
      having count("position") <> coalesce(max("position") - min("position") + 1, 0)
        or count(distinct "position") <> count("position")`,
  },
  {
    name: 'Positions follow the order of transactions for each document, and versions rise in it.',
    text: `select * from (
        select "documentId", "version", "transactionId", "place",
          lag("version") over known as earlier,
          lag("transactionId") over known as earlier_transaction
        from "Event" where "position" is not null
        window known as (partition by "documentId" order by "position")
      ) told where "version" <= earlier or "transactionId" < earlier_transaction`,
  },
  {
    name: 'The last event of each document tells its version.',
    text: `select * from (${TOLD.map(versionOf).join(' union all ')}) versions
      where told <> "version" or (told is null and not ${IS_PURGED})`,
  },
  {
    name: 'Each key has one outcome.',
    text: `select "id" from "IdempotencyKey" where "outcome" is null`,
  },
  {
    name: 'No reference leads nowhere.',
    text: REFERENCES.map(orphansOf).join(' union all '),
  },
];
