/** Ways between sales and what it stands on: customers, items and stock, companies and terms. */
import { Customer, CustomerAddress } from '../crm/customer.js';
import { Item } from '../inventory/item.js';
import { Reservation, StockMove, Warehouse } from '../inventory/stock.js';
import { edge, type Noun } from '../noun.js';
import { Company } from '../platform/company.js';
import { PaymentTerms, TaxCode } from '../platform/reference.js';
import { CreditNote, CreditNoteLine } from '../sales/credit-note.js';
import { Delivery, DeliveryLine } from '../sales/delivery.js';
import { SalesInvoice, SalesInvoiceLine } from '../sales/sales-invoice.js';
import { SalesOrderChange } from '../sales/sales-order-change.js';
import '../sales/sales-order-progress.js';
import { SalesOrder, SalesOrderLine } from '../sales/sales-order.js';
import { SalesReturn, SalesReturnLine } from '../sales/sales-return.js';
import './expected.js';

const documents: [Noun, string, string][] = [
  [SalesOrder, 'salesOrders', 'What was ordered.'],
  [Delivery, 'deliveries', 'What was delivered.'],
  [SalesInvoice, 'salesInvoices', 'What was billed.'],
  [SalesReturn, 'salesReturns', 'What came back.'],
  [CreditNote, 'creditNotes', 'What was credited.'],
];
for (const [noun, field, description] of documents) {
  edge(noun, 'company', { to: Company, by: 'companyId', description: 'The company that sells.' });
  edge(Company, field, { to: noun, many: true, by: 'companyId', description });
  edge(noun, 'customer', { to: Customer, by: 'customerId', description: 'Who buys.' });
  edge(Customer, field, { to: noun, many: true, by: 'customerId', description });
}

for (const [noun, field] of [
  [SalesOrder, 'salesOrders'],
  [Delivery, 'deliveries'],
] as const) {
  edge(noun, 'warehouse', {
    to: Warehouse,
    by: 'warehouseId',
    description: 'The warehouse the goods leave from.',
  });
  edge(Warehouse, field, {
    to: noun,
    many: true,
    by: 'warehouseId',
    description: 'What leaves from it.',
  });
}

for (const noun of [SalesOrder, SalesInvoice])
  edge(noun, 'paymentTerms', {
    to: PaymentTerms,
    by: 'paymentTermsId',
    description: 'When the customer has to pay.',
  });
edge(SalesOrder, 'billingAddress', {
  to: CustomerAddress,
  by: 'billingAddressId',
  description: 'Where the invoice goes.',
});
edge(SalesOrder, 'shippingAddress', {
  to: CustomerAddress,
  by: 'shippingAddressId',
  description: 'Where the goods go.',
});

const lines: [Noun, string, string][] = [
  [SalesOrderLine, 'salesOrderLines', 'Where it is ordered.'],
  [DeliveryLine, 'deliveryLines', 'Where it is delivered.'],
  [SalesInvoiceLine, 'salesInvoiceLines', 'Where it is billed.'],
  [SalesReturnLine, 'salesReturnLines', 'Where it came back.'],
  [CreditNoteLine, 'creditNoteLines', 'Where it is credited.'],
];
for (const [noun, field, description] of lines) {
  edge(noun, 'item', {
    to: Item,
    by: 'itemId',
    description: 'The item; null for a charge.',
  });
  edge(Item, field, { to: noun, many: true, by: 'itemId', description });
}
for (const noun of [SalesOrderLine, SalesInvoiceLine, CreditNoteLine])
  edge(noun, 'taxCode', {
    to: TaxCode,
    by: 'taxCodeId',
    description: 'The tax that is charged on it.',
  });

edge(SalesReturn, 'warehouse', {
  to: Warehouse,
  by: 'warehouseId',
  description: 'The warehouse the goods come back to.',
});
edge(Warehouse, 'salesReturns', {
  to: SalesReturn,
  many: true,
  by: 'warehouseId',
  description: 'What came back to it.',
});
edge(SalesOrderChange, 'company', {
  to: Company,
  by: 'companyId',
  description: 'The company that sells.',
});
edge(Company, 'salesOrderChanges', {
  to: SalesOrderChange,
  many: true,
  by: 'companyId',
  description: 'What was changed of its orders by agreement.',
});

edge(SalesOrder, 'reservations', {
  to: Reservation,
  many: true,
  by: 'documentId',
  description: 'The stock that is promised to it.',
});
edge(SalesOrderLine, 'reservations', {
  to: Reservation,
  many: true,
  by: 'lineId',
  description: 'The stock that is promised to it.',
});
edge(Reservation, 'salesOrderLine', {
  to: SalesOrderLine,
  by: 'lineId',
  description: 'The line of an order that the stock is promised to.',
});
edge(Delivery, 'stockMoves', {
  to: StockMove,
  many: true,
  by: 'documentId',
  description: 'How the goods left the warehouse.',
});
edge(DeliveryLine, 'stockMoves', {
  to: StockMove,
  many: true,
  by: 'lineId',
  description: 'How the goods left the warehouse.',
});
edge(StockMove, 'deliveryLine', {
  to: DeliveryLine,
  by: 'lineId',
  description: 'The line of a delivery by which the goods left.',
});
edge(SalesReturnLine, 'stockMoves', {
  to: StockMove,
  many: true,
  by: 'lineId',
  description: 'How the goods came back to the warehouse.',
});
edge(StockMove, 'salesReturnLine', {
  to: SalesReturnLine,
  by: 'lineId',
  description: 'The line of a return by which the goods came back.',
});
