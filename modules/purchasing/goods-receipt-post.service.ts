import { nextVersion, type Row, type Tx, unplaced } from '../events/index.js';
import { items, stock } from '../inventory/index.js';
import { type Decimal, distinct, type LocalDate, next, present, ZERO } from '../kernel/index.js';
import { companies, dayOf, exchangeRates } from '../platform/index.js';
import { stockQuantity } from './amounts.rules.js';
import { goodsReceiptPosted, type ReceivedGoods } from './events.js';
import { receiptLines, valueLines } from './goods-receipt-rows.js';
import { owedFor, refuseMoreThanOpen } from './goods-receipt.rules.js';
import { goodsReceiptLifecycle } from './lifecycles.rules.js';
import { progress } from './purchase-order-progress.js';
import { linesOf } from './purchase-order-rows.js';
import { refuseUnlessOpen } from './receiving.rules.js';
import { ofOrder, type Versioned } from './rows.js';

type GoodsReceipt = Row<'GoodsReceipt'>;
type ReceiptLine = Row<'GoodsReceiptLine'>;
type OrderLine = Row<'PurchaseOrderLine'>;

export interface GoodsReceiptPost extends Versioned {
  /** Today in the company's time zone when absent. */
  readonly postedOn?: string | null;
}

/** A receipt with all that its posting needs, locked with its order. */
export interface Posting {
  readonly receipt: GoodsReceipt;
  readonly lines: readonly ReceiptLine[];
  readonly order: Row<'PurchaseOrder'>;
  readonly orderLines: readonly OrderLine[];
  readonly postedOn: LocalDate;
}

/** What is owed for each line, in base currency at the rate of the day. RateMissing. */
async function owedOn(tx: Tx, { lines, order, orderLines, postedOn }: Posting) {
  const { baseCurrency } = await companies.get(tx, order.companyId);
  const wanted = { from: order.currency, to: baseCurrency, on: postedOn };
  const rate = await exchangeRates.rate(tx, wanted);
  return { owed: owedFor(lines, orderLines, { rate, baseCurrency }), baseCurrency };
}

/** Takes the goods on stock; answers what stock is worth more by each line, and which are not kept. */
async function takeIn(
  tx: Tx,
  { receipt, lines, orderLines, postedOn }: Posting,
  owed: readonly Decimal[],
  currency: string,
): Promise<ReceivedGoods['lines']> {
  const known = await items.getMany(tx, distinct(lines.map(({ itemId }) => itemId)));
  const factors = new Map(orderLines.map((line) => [line.id, line.stockFactor]));
  const { companyId, warehouseId, id } = receipt;
  const entries = lines.map((line, index) => {
    const item = present(known.get(line.itemId));
    return { line, item, owed: owed[index] ?? ZERO };
  });
  const stocked = entries.filter(({ item }) => item.isStocked);
  const received = await unplaced(() =>
    stock.receive(
      tx,
      stocked.map(({ line, item, owed: value }) => ({
        ...{ companyId, warehouseId, itemId: line.itemId, binId: line.binId, lotId: line.lotId },
        quantity: stockQuantity(line.quantity, present(factors.get(line.purchaseOrderLineId))),
        ...{ unit: item.unit, value, currency, kind: 'RECEIPT' as const, postedOn },
        document: { type: 'GoodsReceipt', id },
        lineId: line.id,
      })),
    ),
  );
  const values = new Map(stocked.map(({ line }, index) => [line.id, received[index]?.value]));
  return entries.map(({ line, item: { isStocked }, owed: own }) => {
    const { id: lineId, purchaseOrderLineId, itemId } = line;
    const value = values.get(lineId) ?? ZERO;
    return { purchaseOrderLineId, itemId, isStocked, owed: own, value };
  });
}

/** Posts a receipt whose order is locked too; see `post`. */
export async function postLocked(tx: Tx, posting: Posting): Promise<GoodsReceipt> {
  const { receipt: before, lines, order, orderLines, postedOn } = posting;
  const status = next(goodsReceiptLifecycle, before.status, 'post');
  refuseUnlessOpen(order.status);
  refuseMoreThanOpen(lines, orderLines);
  const { owed, baseCurrency } = await owedOn(tx, posting);
  const goods = await takeIn(tx, posting, owed, baseCurrency);
  await valueLines(tx, lines, owed);
  const after = await nextVersion(tx, 'GoodsReceipt', before, { status, postedOn });
  const data: ReceivedGoods = { ...ofOrder(after), postedOn, lines: goods };
  tx.emit(goodsReceiptPosted({ before, after, data }));
  const moves = lines.map(({ purchaseOrderLineId: id, quantity: received }, index) => {
    return { id, received, receivedValue: owed[index] ?? ZERO };
  });
  await progress(tx, order, orderLines, moves, goodsReceiptPosted.type);
  return after;
}

/**
 * The goods are taken in: on stock at what is owed for them at the order's price and the rate of
 * the day; what is not stocked is spent at once. The order moves on. A number of statements that
 * does not grow with the lines. Refusals: TransitionRefused, StaleVersion, PurchaseOrderNotOpen,
 * ReceiptExceedsOpen, RateMissing, LotRequired, PeriodClosed, InvalidInput.
 */
export async function post(tx: Tx, input: GoodsReceiptPost): Promise<GoodsReceipt> {
  const receipt = await tx.lock('GoodsReceipt', input.id, input.expectedVersion);
  const order = await tx.lock('PurchaseOrder', receipt.purchaseOrderId);
  next(goodsReceiptLifecycle, receipt.status, 'post');
  const postedOn = await dayOf(tx, receipt.companyId, input.postedOn, 'postedOn');
  const lines = await receiptLines(tx, receipt.id);
  const orderLines = await linesOf(tx, order.id);
  return postLocked(tx, { receipt, lines, order, orderLines, postedOn });
}
