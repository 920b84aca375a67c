import { goodsReceiptLifecycle } from '../../modules/purchasing/index.js';
import { choice, choices, date, instant, integer, money, quantity, text } from '../columns.js';
import { documented } from '../common.js';
import { edge, noun } from '../noun.js';
import { PurchaseOrder, PurchaseOrderLine } from './purchase-order.js';

export const GoodsReceiptStatus = choices(
  'GoodsReceiptStatus',
  'What has become of a goods receipt.',
  {
    DRAFT: 'The goods are there and not taken in yet.',
    ON_HOLD: 'Somebody has to look before they are taken in.',
    POSTED: 'They are taken in, and owed for.',
    REVERSED: 'They were taken in and went out again.',
    CANCELLED: 'It was given up before they were taken in.',
  },
);

export const GoodsReceipt = noun('GoodsReceipt', {
  description: 'Goods that came from a supplier.',
  permission: 'purchasing.goodsReceipt.read',
  company: 'companyId',
  lookups: { number: true, refs: true },
  document: { lifecycle: goodsReceiptLifecycle },
  columns: {
    ...documented,
    number: text('The number, from the series of its company.'),
    status: choice(GoodsReceiptStatus, 'What has become of it.'),
    supplierDeliveryNote: text("The number of the supplier's delivery note.", { isNullable: true }),
    documentOn: date('The day on which the goods came.'),
    postedOn: date('The business day on which they were taken in.', { isNullable: true }),
    holdReason: text('Why it is on hold.', { isNullable: true }),
    reverseReason: text('Why it was reversed.', { isNullable: true }),
  },
});

export const GoodsReceiptLine = noun('GoodsReceiptLine', {
  description: 'So much of one line of the order in a receipt.',
  permission: 'purchasing.goodsReceipt.read',
  company: 'companyId',
  columns: {
    position: integer('Its place in the receipt, from 1.'),
    quantity: quantity('How much came.', 'unit'),
    invoiced: quantity('How much of it is invoiced.', 'unit'),
    returned: quantity('How much of it went back to the supplier.', 'unit'),
    withdrawn: quantity('How much of that was not invoiced, so that it never is.', 'unit'),
    value: money(
      "What is owed for it at the order's price, in base currency; null before posting.",
      'currency',
      { isNullable: true },
    ),
    invoicedValue: money('What of its value invoices took, in base currency.', 'currency'),
    createdAt: instant('When it was entered.'),
  },
});

edge(GoodsReceipt, 'lines', {
  to: GoodsReceiptLine,
  many: true,
  by: 'goodsReceiptId',
  description: 'What came.',
});
edge(GoodsReceipt, 'purchaseOrder', {
  to: PurchaseOrder,
  by: 'purchaseOrderId',
  description: 'The order that the goods are of.',
});
edge(GoodsReceiptLine, 'goodsReceipt', {
  to: GoodsReceipt,
  by: 'goodsReceiptId',
  description: 'The receipt it belongs to.',
});
edge(GoodsReceiptLine, 'purchaseOrderLine', {
  to: PurchaseOrderLine,
  by: 'purchaseOrderLineId',
  description: 'The line of the order that came.',
});
edge(PurchaseOrder, 'goodsReceipts', {
  to: GoodsReceipt,
  many: true,
  by: 'purchaseOrderId',
  description: 'What came of it.',
});
edge(PurchaseOrderLine, 'goodsReceiptLines', {
  to: GoodsReceiptLine,
  many: true,
  by: 'purchaseOrderLineId',
  description: 'How it came.',
});
