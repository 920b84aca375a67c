/** Ways between the books and the documents, parties, items and companies they tell of. */
import { Actor } from '../auth/actor.js';
import { Customer } from '../crm/customer.js';
import { Account } from '../finance/account.js';
import { FiscalPeriod } from '../finance/fiscal-period.js';
import { JournalEntry, LedgerEntry } from '../finance/journal-entry.js';
import { OpeningBalance } from '../finance/opening-balance.js';
import { Payment, PaymentAllocation } from '../finance/payment.js';
import { Item } from '../inventory/item.js';
import { StockCount } from '../inventory/stock-documents.js';
import { StockOpening } from '../inventory/stock.js';
import { WorkOrder } from '../manufacturing/work-order.js';
import { edge, type Noun } from '../noun.js';
import { Company } from '../platform/company.js';
import { GoodsReceipt } from '../purchasing/goods-receipt.js';
import { PurchaseInvoice } from '../purchasing/purchase-invoice.js';
import { PurchaseCreditNote } from '../purchasing/purchase-credit-note.js';
import { PurchaseOrder, PurchaseOrderLine } from '../purchasing/purchase-order.js';
import { PurchaseReturn } from '../purchasing/purchase-return.js';
import { Supplier } from '../purchasing/supplier.js';
import { CreditNote } from '../sales/credit-note.js';
import { Delivery } from '../sales/delivery.js';
import { SalesInvoice } from '../sales/sales-invoice.js';
import { SalesOrder, SalesOrderLine } from '../sales/sales-order.js';
import { SalesReturn } from '../sales/sales-return.js';
import '../finance/chart.js';
import './margins.js';
import './production-cost.js';

const ofCompany: [Noun, string, string][] = [
  [Account, 'accounts', 'Its chart of accounts.'],
  [FiscalPeriod, 'fiscalPeriods', 'The months of its books.'],
  [JournalEntry, 'journalEntries', 'Its vouchers.'],
  [LedgerEntry, 'ledgerEntries', 'Its ledger.'],
  [Payment, 'payments', 'What it was paid, and what it paid.'],
  [OpeningBalance, 'openingBalances', 'What its accounts held when it began here.'],
];
for (const [noun, field, description] of ofCompany) {
  edge(noun, 'company', { to: Company, by: 'companyId', description: 'Whose books it is in.' });
  edge(Company, field, { to: noun, many: true, by: 'companyId', description });
}

const dimensions: [Noun, string, string, string][] = [
  [Customer, 'customer', 'customerId', 'The customer it is told of.'],
  [SalesOrder, 'salesOrder', 'salesOrderId', 'The order it is told of.'],
  [SalesInvoice, 'salesInvoice', 'salesInvoiceId', 'The invoice it is told of.'],
  [Supplier, 'supplier', 'supplierId', 'The supplier it is told of.'],
  [PurchaseOrder, 'purchaseOrder', 'purchaseOrderId', 'The purchase order it is told of.'],
  [PurchaseInvoice, 'purchaseInvoice', 'purchaseInvoiceId', 'The bill it is told of.'],
  [CreditNote, 'creditNote', 'creditNoteId', 'The credit note it is told of.'],
  [
    PurchaseCreditNote,
    'purchaseCreditNote',
    'purchaseCreditNoteId',
    "The supplier's credit note it is told of.",
  ],
  [WorkOrder, 'workOrder', 'workOrderId', 'The work order it is told of.'],
  [Item, 'item', 'itemId', 'The item it is told of.'],
];
for (const [noun, field, by, description] of dimensions) {
  edge(LedgerEntry, field, { to: noun, by, description });
  edge(noun, 'ledgerEntries', {
    to: LedgerEntry,
    many: true,
    by,
    description: 'What the ledger says of it.',
  });
}
edge(LedgerEntry, 'salesOrderLine', {
  to: SalesOrderLine,
  by: 'salesOrderLineId',
  description: 'The line of an order it is told of.',
});

edge(LedgerEntry, 'purchaseOrderLine', {
  to: PurchaseOrderLine,
  by: 'purchaseOrderLineId',
  description: 'The line of a purchase order it is told of.',
});

const posting = [
  ...[StockOpening, StockCount, GoodsReceipt, PurchaseInvoice, PurchaseReturn, PurchaseCreditNote],
  WorkOrder,
  ...[Delivery, SalesInvoice, SalesReturn, CreditNote, Payment, OpeningBalance],
];
for (const noun of posting)
  edge(noun, 'journalEntries', {
    to: JournalEntry,
    many: true,
    by: 'documentId',
    description: 'What the books made of it.',
  });

edge(JournalEntry, 'createdBy', {
  to: Actor,
  by: 'createdById',
  description: 'Who made it, or by whose action it was posted.',
});
edge(JournalEntry, 'checkedBy', {
  to: Actor,
  by: 'checkedById',
  description: 'Who checked it; null for what documents post.',
});

edge(Payment, 'customer', {
  to: Customer,
  by: 'customerId',
  description: 'Who paid or was refunded; null for the money of a supplier.',
});
edge(Customer, 'payments', {
  to: Payment,
  many: true,
  by: 'customerId',
  description: 'What it paid, and what it was refunded.',
});
edge(PaymentAllocation, 'salesInvoice', {
  to: SalesInvoice,
  by: 'salesInvoiceId',
  description: 'The invoice that is settled; null when something else is.',
});
edge(SalesInvoice, 'paymentAllocations', {
  to: PaymentAllocation,
  many: true,
  by: 'salesInvoiceId',
  description: 'What settled it.',
});
edge(Payment, 'supplier', {
  to: Supplier,
  by: 'supplierId',
  description: 'Who was paid or refunds; null for the money of a customer.',
});
edge(Supplier, 'payments', {
  to: Payment,
  many: true,
  by: 'supplierId',
  description: 'What it was paid, and what it refunded.',
});
edge(PaymentAllocation, 'purchaseInvoice', {
  to: PurchaseInvoice,
  by: 'purchaseInvoiceId',
  description: 'The bill that is settled; null when something else is.',
});
edge(PurchaseInvoice, 'paymentAllocations', {
  to: PaymentAllocation,
  many: true,
  by: 'purchaseInvoiceId',
  description: 'What settled it.',
});

const refunded: [Noun, string, string, string][] = [
  [CreditNote, 'creditNote', 'creditNoteId', 'The credit note paid out to a customer, if any.'],
  [
    PurchaseCreditNote,
    'purchaseCreditNote',
    'purchaseCreditNoteId',
    'The credit note that a supplier pays out, if any.',
  ],
];
for (const [noun, field, by, description] of refunded) {
  edge(PaymentAllocation, field, { to: noun, by, description });
  edge(noun, 'paymentAllocations', {
    to: PaymentAllocation,
    many: true,
    by,
    description: 'What was paid out of it.',
  });
}

edge(OpeningBalance, 'customer', {
  to: Customer,
  by: 'customerId',
  description: 'The customer it is told of.',
});
edge(OpeningBalance, 'supplier', {
  to: Supplier,
  by: 'supplierId',
  description: 'The supplier it is told of.',
});
