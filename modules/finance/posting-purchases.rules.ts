import type { Decimal } from '../kernel/index.js';
import type { RuleRole } from './chart.rules.js';
import {
  credit,
  debit,
  difference,
  type Dimensions,
  type Posting,
  signed,
  toBase,
} from './entry.rules.js';
import type { PostedFacts } from './posted-facts.js';

type Received = PostedFacts['purchasing.goodsReceiptPosted'];
type SupplierBill = PostedFacts['purchasing.purchaseInvoicePosted'];
type SupplierCredit = PostedFacts['purchasing.purchaseCreditNotePosted'];

/**
 * What came in is owed at the order's price until it is invoiced. What is not stocked is spent at
 * once; stock that is kept at standard cost leaves a price variance (IAS 2.21).
 */
export function received({ lines, supplierId, purchaseOrderId }: Received): Posting[] {
  return lines.flatMap(({ purchaseOrderLineId, itemId, isStocked, owed, value }) => {
    const dimensions = { supplierId, purchaseOrderId, purchaseOrderLineId, itemId };
    const kept = isStocked ? value : owed;
    return [
      debit(isStocked ? 'INVENTORY' : 'PURCHASED_SERVICES', kept, dimensions),
      signed('PURCHASE_PRICE_VARIANCE', owed.sub(kept), dimensions),
      credit('GOODS_RECEIVED_NOT_INVOICED', owed, dimensions),
    ];
  });
}

/**
 * What was received is no longer owed without an invoice. The difference of the price goes to the
 * stock that is still there (IAS 2.11), and the rest is a variance. In another currency differences
 * exist in base currency only.
 */
export function billed(
  bill: SupplierBill,
  {
    kind,
    net,
    itemId,
    purchaseOrderLineId,
    received: held,
    toStock,
  }: SupplierBill['lines'][number],
  invoice: Dimensions,
): Posting[] {
  const dimensions = { ...invoice, purchaseOrderLineId, itemId };
  if (kind === 'CHARGE') return [debit('PURCHASED_SERVICES', net, dimensions)];
  const isBase = bill.currency === bill.baseCurrency;
  const rest = toBase(net, bill).sub(held).sub(toStock);
  const varied = (role: RuleRole, amount: Decimal): Posting =>
    isBase ? signed(role, amount, dimensions) : inBase(signed(role, amount, dimensions));
  return [
    debit('GOODS_RECEIVED_NOT_INVOICED', isBase ? held : net, dimensions, held),
    varied('INVENTORY', toStock),
    varied('PURCHASE_PRICE_VARIANCE', rest),
  ];
}

/**
 * What went back is no longer owed at the order's price, or is to be credited. Stock is worth less
 * by what the goods were kept at; what that differs is a price variance. What was not stocked was
 * spent at once.
 */
export function sentBack({ lines, supplierId, purchaseOrderId }: Received): Posting[] {
  return lines.flatMap(({ purchaseOrderLineId, itemId, isStocked, owed, value }) => {
    const dimensions = { supplierId, purchaseOrderId, purchaseOrderLineId, itemId };
    const kept = isStocked ? value : owed;
    return [
      debit('GOODS_RECEIVED_NOT_INVOICED', owed, dimensions),
      signed('PURCHASE_PRICE_VARIANCE', kept.sub(owed), dimensions),
      credit(isStocked ? 'INVENTORY' : 'PURCHASED_SERVICES', kept, dimensions),
    ];
  });
}

/**
 * What goods that went back stood for is cleared; what the supplier credits more or less than that
 * is a variance. A price that is lowered is taken off the stock that is still there (IAS 2.11), and
 * the rest is a variance. In another currency differences exist in base currency only.
 */
export function credited(
  note: SupplierCredit,
  { kind, net, itemId, purchaseOrderLineId, returned, toStock }: SupplierCredit['lines'][number],
  invoice: Dimensions,
): Posting[] {
  const dimensions = { ...invoice, purchaseOrderLineId, itemId };
  if (kind === 'CHARGE') return [credit('PURCHASED_SERVICES', net, dimensions)];
  const isBase = note.currency === note.baseCurrency;
  const varied = (role: RuleRole, amount: Decimal): Posting =>
    isBase ? signed(role, amount, dimensions) : inBase(signed(role, amount, dimensions));
  const worth = toBase(net, note).add(toStock);
  // A price that is lowered clears nothing: its amount stands on the variance.
  if (returned.isZero()) {
    return [
      varied('INVENTORY', toStock),
      credit('PURCHASE_PRICE_VARIANCE', isBase ? worth : net, dimensions, worth),
    ];
  }
  return [
    credit('GOODS_RECEIVED_NOT_INVOICED', isBase ? returned : net, dimensions, returned),
    varied('INVENTORY', toStock),
    varied('PURCHASE_PRICE_VARIANCE', returned.sub(worth)),
  ];
}

const inBase = ({ role, side, amount, dimensions }: Posting): Posting =>
  difference(role, side, amount, dimensions);
