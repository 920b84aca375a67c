/** Ways between buying and what it stands on: items and stock, companies, terms, and sales. */
import { Actor } from '../auth/actor.js';
import { Item } from '../inventory/item.js';
import { Lot } from '../inventory/lot.js';
import { Bin, StockMove, Warehouse } from '../inventory/stock.js';
import { edge, type Noun } from '../noun.js';
import { WorkOrder } from '../manufacturing/work-order.js';
import { Company } from '../platform/company.js';
import { PaymentTerms, TaxCode } from '../platform/reference.js';
import { GoodsReceipt, GoodsReceiptLine } from '../purchasing/goods-receipt.js';
import { PurchaseCreditNote, PurchaseCreditNoteLine } from '../purchasing/purchase-credit-note.js';
import { PurchaseInvoice, PurchaseInvoiceLine } from '../purchasing/purchase-invoice.js';
import { PurchaseOrder, PurchaseOrderLine } from '../purchasing/purchase-order.js';
import { PurchaseReturn, PurchaseReturnLine } from '../purchasing/purchase-return.js';
import { PurchasingSettings, Supplier, SupplierPrice } from '../purchasing/supplier.js';
import { SalesOrderLine } from '../sales/sales-order.js';

const documents: [Noun, string, string][] = [
  [PurchaseOrder, 'purchaseOrders', 'What was ordered from suppliers.'],
  [GoodsReceipt, 'goodsReceipts', 'What suppliers brought.'],
  [PurchaseInvoice, 'purchaseInvoices', 'What suppliers billed.'],
  [PurchaseReturn, 'purchaseReturns', 'What went back to suppliers.'],
  [PurchaseCreditNote, 'purchaseCreditNotes', 'What suppliers credited.'],
];
for (const [noun, field, description] of documents) {
  edge(noun, 'company', { to: Company, by: 'companyId', description: 'The company that buys.' });
  edge(Company, field, { to: noun, many: true, by: 'companyId', description });
  edge(noun, 'supplier', { to: Supplier, by: 'supplierId', description: 'Who sells.' });
  edge(Supplier, field, { to: noun, many: true, by: 'supplierId', description });
  edge(noun, 'createdBy', { to: Actor, by: 'createdById', description: 'Who entered it.' });
}
for (const noun of [PurchaseOrder, PurchaseInvoice]) {
  edge(noun, 'approvedBy', {
    to: Actor,
    by: 'approvedById',
    description: 'Who approved it; null when nobody had to, or not yet.',
  });
  edge(noun, 'paymentTerms', {
    to: PaymentTerms,
    by: 'paymentTermsId',
    description: 'When the supplier is to be paid.',
  });
}
edge(Supplier, 'paymentTerms', {
  to: PaymentTerms,
  by: 'paymentTermsId',
  description: 'When it is to be paid, unless an order says otherwise.',
});

for (const [noun, field] of [
  [PurchaseOrder, 'purchaseOrders'],
  [GoodsReceipt, 'goodsReceipts'],
  [PurchaseReturn, 'purchaseReturns'],
] as const) {
  edge(noun, 'warehouse', {
    to: Warehouse,
    by: 'warehouseId',
    description: 'The warehouse the goods come to, or go back from.',
  });
  edge(Warehouse, field, {
    to: noun,
    many: true,
    by: 'warehouseId',
    description: 'What comes to it, or goes back from it.',
  });
}

const lines: [Noun, string, string][] = [
  [PurchaseOrderLine, 'purchaseOrderLines', 'Where it is bought.'],
  [GoodsReceiptLine, 'goodsReceiptLines', 'Where it is received.'],
  [PurchaseInvoiceLine, 'purchaseInvoiceLines', 'Where suppliers bill it.'],
  [PurchaseReturnLine, 'purchaseReturnLines', 'Where it went back.'],
  [PurchaseCreditNoteLine, 'purchaseCreditNoteLines', 'Where suppliers credit it.'],
  [SupplierPrice, 'supplierPrices', 'What suppliers ask for it.'],
];
for (const [noun, field, description] of lines) {
  edge(noun, 'item', { to: Item, by: 'itemId', description: 'The item; null for a charge.' });
  edge(Item, field, { to: noun, many: true, by: 'itemId', description });
}
for (const noun of [PurchaseOrderLine, PurchaseInvoiceLine, PurchaseCreditNoteLine])
  edge(noun, 'taxCode', {
    to: TaxCode,
    by: 'taxCodeId',
    description: 'The tax that is charged on it.',
  });

edge(PurchasingSettings, 'company', {
  to: Company,
  by: 'companyId',
  description: 'The company that buys so.',
});
edge(Company, 'purchasingSettings', {
  to: PurchasingSettings,
  many: true,
  by: 'companyId',
  description: 'How it buys: at most one; none means no approvals and no tolerance.',
});

edge(PurchaseOrderLine, 'workOrder', {
  to: WorkOrder,
  by: 'workOrderId',
  description: 'The work order that it is bought for.',
});
edge(WorkOrder, 'purchaseOrderLines', {
  to: PurchaseOrderLine,
  many: true,
  by: 'workOrderId',
  description: 'What is bought for it.',
});
edge(PurchaseOrderLine, 'salesOrderLine', {
  to: SalesOrderLine,
  by: 'salesOrderLineId',
  description: 'The line of a sales order that it is bought for.',
});
edge(SalesOrderLine, 'purchaseOrderLines', {
  to: PurchaseOrderLine,
  many: true,
  by: 'salesOrderLineId',
  description: 'What is bought for it.',
});

edge(GoodsReceiptLine, 'bin', {
  to: Bin,
  by: 'binId',
  description: 'Where it was put; null for the main bin of the warehouse.',
});
edge(GoodsReceiptLine, 'lot', {
  to: Lot,
  by: 'lotId',
  description: 'The lot it came in; null for items that are not kept by lots.',
});
edge(GoodsReceipt, 'stockMoves', {
  to: StockMove,
  many: true,
  by: 'documentId',
  description: 'How the goods came on stock, and left it when they were taken back.',
});
edge(GoodsReceiptLine, 'stockMoves', {
  to: StockMove,
  many: true,
  by: 'lineId',
  description: 'How the goods came on stock, and left it when they were taken back.',
});
edge(StockMove, 'goodsReceiptLine', {
  to: GoodsReceiptLine,
  by: 'lineId',
  description: 'The line of a receipt by which the goods came.',
});
edge(PurchaseReturn, 'stockMoves', {
  to: StockMove,
  many: true,
  by: 'documentId',
  description: 'How the goods left the warehouse.',
});
edge(PurchaseReturnLine, 'stockMoves', {
  to: StockMove,
  many: true,
  by: 'lineId',
  description: 'How the goods left the warehouse.',
});
edge(StockMove, 'purchaseReturnLine', {
  to: PurchaseReturnLine,
  by: 'lineId',
  description: 'The line of a return by which the goods went back.',
});
