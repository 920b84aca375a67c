import { purchaseReturnLifecycle } from '../../modules/purchasing/index.js';
import { choice, choices, date, instant, integer, money, quantity, text } from '../columns.js';
import { documented } from '../common.js';
import { edge, noun } from '../noun.js';
import { GoodsReceiptLine } from './goods-receipt.js';
import { PurchaseOrder, PurchaseOrderLine } from './purchase-order.js';

export const PurchaseReturnStatus = choices(
  'PurchaseReturnStatus',
  'What has become of a return to a supplier.',
  {
    DRAFT: 'The goods are to go back.',
    SHIPPED: 'The goods have left.',
    CANCELLED: 'It was given up before they left.',
  },
);

export const PurchaseReturn = noun('PurchaseReturn', {
  description: 'Goods that go back to a supplier.',
  permission: 'purchasing.purchaseReturn.read',
  company: 'companyId',
  lookups: { number: true },
  document: { lifecycle: purchaseReturnLifecycle },
  columns: {
    ...documented,
    number: text('The number, from the series of its company.'),
    status: choice(PurchaseReturnStatus, 'What has become of it.'),
    reason: text('Why the goods go back.'),
    documentOn: date('The day of the return.'),
    postedOn: date('The business day on which the goods left.', { isNullable: true }),
  },
});

export const PurchaseReturnLine = noun('PurchaseReturnLine', {
  description: 'So much of a received line that goes back.',
  permission: 'purchasing.purchaseReturn.read',
  company: 'companyId',
  columns: {
    position: integer('Its place in the return, from 1.'),
    quantity: quantity('How much goes back.', 'unit'),
    toCredit: quantity('How much of it was invoiced and is to be credited.', 'unit'),
    credited: quantity('How much of that is credited.', 'unit'),
    value: money('What stock is worth less by it; null before it left.', 'currency', {
      isNullable: true,
      permission: 'inventory.stockMove.read',
    }),
    owed: money(
      "What it stood for at the order's price, in base currency; null before it left.",
      'currency',
      { isNullable: true },
    ),
    toCreditValue: money('What of that is to be credited.', 'currency'),
    creditedValue: money('What of that is credited.', 'currency'),
    createdAt: instant('When it was entered.'),
  },
});

edge(PurchaseReturn, 'lines', {
  to: PurchaseReturnLine,
  many: true,
  by: 'purchaseReturnId',
  description: 'What goes back.',
});
edge(PurchaseReturn, 'purchaseOrder', {
  to: PurchaseOrder,
  by: 'purchaseOrderId',
  description: 'The order by which the goods came.',
});
edge(PurchaseReturnLine, 'purchaseReturn', {
  to: PurchaseReturn,
  by: 'purchaseReturnId',
  description: 'The return it belongs to.',
});
edge(PurchaseReturnLine, 'purchaseOrderLine', {
  to: PurchaseOrderLine,
  by: 'purchaseOrderLineId',
  description: 'The line of the order by which it came.',
});
edge(PurchaseReturnLine, 'goodsReceiptLine', {
  to: GoodsReceiptLine,
  by: 'goodsReceiptLineId',
  description: 'The line of the receipt by which it came.',
});
edge(PurchaseOrder, 'purchaseReturns', {
  to: PurchaseReturn,
  many: true,
  by: 'purchaseOrderId',
  description: 'What went back of it.',
});
edge(PurchaseOrderLine, 'purchaseReturnLines', {
  to: PurchaseReturnLine,
  many: true,
  by: 'purchaseOrderLineId',
  description: 'How it went back.',
});
edge(GoodsReceiptLine, 'purchaseReturnLines', {
  to: PurchaseReturnLine,
  many: true,
  by: 'goodsReceiptLineId',
  description: 'How it went back.',
});
