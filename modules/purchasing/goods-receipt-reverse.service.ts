import { nextVersion, type Row, type Tx, unplaced } from '../events/index.js';
import { stock } from '../inventory/index.js';
import { next, requiredReason, ZERO } from '../kernel/index.js';
import { dayOf } from '../platform/index.js';
import { sumsBy } from './amounts.rules.js';
import { goodsReceiptReversed, type ReceivedGoods } from './events.js';
import { receiptLines } from './goods-receipt-rows.js';
import { goodsReceiptLifecycle } from './lifecycles.rules.js';
import { takenParts } from './purchase-invoice-rows.js';
import { progress } from './purchase-order-progress.js';
import { linesOf } from './purchase-order-rows.js';
import { isReturned } from './purchase-return-rows.js';
import { refuseInvoiced } from './receiving.rules.js';
import { GoodsReceiptReturned } from './returns.errors.js';
import { ofOrder, type WithReason } from './rows.js';

type GoodsReceipt = Row<'GoodsReceipt'>;
type ReceiptLine = Row<'GoodsReceiptLine'>;

export interface GoodsReceiptReverse extends WithReason {
  /** Today in the company's time zone when absent. */
  readonly postedOn?: string | null;
}

/** Takes the goods back out; answers what stock is worth less by each line. */
async function takeOut(
  tx: Tx,
  { companyId, id }: GoodsReceipt,
  lines: readonly ReceiptLine[],
  postedOn: string,
): Promise<ReceivedGoods['lines']> {
  const document = { type: 'GoodsReceipt', id };
  const gone = await unplaced(() =>
    stock.reverseReceipts(tx, {
      ...{ companyId, kind: 'RECEIPT_REVERSAL', document, postedOn, reversing: document },
    }),
  );
  const values = new Map(gone.map(({ lineId, value }) => [lineId, value]));
  return lines.map(({ id: lineId, purchaseOrderLineId, itemId, value }) => ({
    ...{ purchaseOrderLineId, itemId },
    isStocked: values.has(lineId),
    owed: value ?? ZERO,
    value: values.get(lineId) ?? ZERO,
  }));
}

/**
 * Takes a posted receipt back: the goods leave stock again, nothing is owed for them, and the order
 * expects them once more. Refusals: TransitionRefused, StaleVersion, GoodsReceiptInvoiced,
 * GoodsReceiptReturned, InsufficientStock for goods that are gone, PeriodClosed, InvalidInput.
 */
export async function reverse(tx: Tx, input: GoodsReceiptReverse): Promise<GoodsReceipt> {
  const reverseReason = requiredReason(input.reason);
  const before = await tx.lock('GoodsReceipt', input.id, input.expectedVersion);
  const order = await tx.lock('PurchaseOrder', before.purchaseOrderId);
  const status = next(goodsReceiptLifecycle, before.status, 'reverse');
  const postedOn = await dayOf(tx, before.companyId, input.postedOn, 'postedOn');
  const lines = await receiptLines(tx, before.id);
  const orderLines = await linesOf(tx, order.id);
  const taken = sumsBy(
    await takenParts(tx, order.id),
    (part) => part.purchaseOrderLineId,
    (part) => part.quantity,
  );
  if (await isReturned(tx, before.id)) throw new GoodsReceiptReturned();
  refuseInvoiced(lines, orderLines, taken);
  const goods = await takeOut(tx, before, lines, postedOn);
  const after = await nextVersion(tx, 'GoodsReceipt', before, { status, reverseReason });
  const data: ReceivedGoods = { ...ofOrder(after), postedOn, lines: goods };
  tx.emit(goodsReceiptReversed({ before, after, data }));
  const moves = lines.map(({ purchaseOrderLineId: id, quantity, value }) => {
    return { id, received: quantity.neg(), receivedValue: (value ?? ZERO).neg() };
  });
  await progress(tx, order, orderLines, moves, goodsReceiptReversed.type);
  return after;
}
