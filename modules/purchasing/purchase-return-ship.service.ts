import { nextVersion, type Row, type Tx, unplaced, updateAll } from '../events/index.js';
import { stock } from '../inventory/index.js';
import { type Decimal, next, present, ZERO } from '../kernel/index.js';
import { companies, dayOf } from '../platform/index.js';
import { stockQuantity, sumsBy } from './amounts.rules.js';
import { purchaseReturnShipped, type ReceivedGoods } from './events.js';
import { purchaseReturnLifecycle } from './lifecycles.rules.js';
import { takenParts } from './purchase-invoice-rows.js';
import { progress } from './purchase-order-progress.js';
import { linesOf } from './purchase-order-rows.js';
import {
  receivedLines,
  returnLines,
  returnReceived,
  type Received,
} from './purchase-return-rows.js';
import { goingBack, refuseBilledUnposted, type GoingBack } from './purchase-return.rules.js';
import { ofOrder, type Versioned } from './rows.js';

type PurchaseReturn = Row<'PurchaseReturn'>;
type OrderLine = Row<'PurchaseOrderLine'>;

export interface PurchaseReturnShip extends Versioned {
  /** Today in the company's time zone when absent. */
  readonly postedOn?: string | null;
}

/** A line of a return, as its goods leave. */
export interface ReturnedLine {
  readonly id: string;
  readonly goodsReceiptLineId: string;
  readonly purchaseOrderLineId: string;
  readonly itemId: string;
  readonly quantity: Decimal;
}

/** A line as it has left: what it means for the books, and what stock is worth less by it. */
interface Left extends ReturnedLine, GoingBack {
  readonly value: Decimal;
  readonly isStocked: boolean;
}

/** What is known around a return: the order, its lines and what came of it. */
export interface ReturnSurroundings {
  readonly order: Row<'PurchaseOrder'>;
  readonly orderLines: readonly OrderLine[];
  readonly received: readonly Received[];
}

/** Reads what a return of a locked order needs to know. Two statements. */
export async function surroundings(
  tx: Tx,
  order: Row<'PurchaseOrder'>,
): Promise<ReturnSurroundings> {
  const received = await receivedLines(tx, order.id);
  return { order, received, orderLines: await linesOf(tx, order.id) };
}

/** Takes the goods off stock; what stock is worth less by each line, none for what is not stocked. */
async function takeOut(
  tx: Tx,
  { id, postedOn }: { readonly id: string; readonly postedOn: string },
  lines: readonly ReturnedLine[],
  { order, orderLines }: ReturnSurroundings,
): Promise<Map<string, Decimal>> {
  const factors = new Map(orderLines.map((line) => [line.id, line.stockFactor]));
  const gone = await unplaced(() =>
    stock.returnReceipts(tx, {
      ...{ companyId: order.companyId, document: { type: 'PurchaseReturn', id }, postedOn },
      lines: lines.map((line) => ({
        ...{ lineId: line.id, receiptLineId: line.goodsReceiptLineId },
        quantity: stockQuantity(line.quantity, present(factors.get(line.purchaseOrderLineId))),
      })),
    }),
  );
  return new Map(gone.map(({ lineId, value }) => [lineId, value]));
}

/** What no invoice may bill that is not posted. One statement. */
async function refuseBilled(
  tx: Tx,
  { order, orderLines }: ReturnSurroundings,
  parts: readonly { readonly purchaseOrderLineId: string; readonly withdrawn: Decimal }[],
): Promise<void> {
  const taken = sumsBy(
    await takenParts(tx, order.id),
    (part) => part.purchaseOrderLineId,
    (part) => part.quantity,
  );
  refuseBilledUnposted(orderLines, parts, taken);
}

/**
 * Sends goods of a locked order back: they leave stock, and receipts know what went. Answers each
 * line as it left. InvoiceBillsReturned, InsufficientStock.
 */
export async function sendOff(
  tx: Tx,
  purchaseReturn: { readonly id: string; readonly postedOn: string },
  lines: readonly ReturnedLine[],
  around: ReturnSurroundings,
): Promise<Left[]> {
  const { baseCurrency } = await companies.get(tx, around.order.companyId);
  const received = new Map(around.received.map((line) => [line.id, line]));
  const parts = lines.map((line) => {
    const came = present(received.get(line.goodsReceiptLineId));
    return { ...line, ...goingBack(came, line.quantity, baseCurrency) };
  });
  await refuseBilled(tx, around, parts);
  const values = await takeOut(tx, purchaseReturn, lines, around);
  await returnReceived(
    tx,
    parts.map(({ goodsReceiptLineId: id, quantity: returned, withdrawn, withdrawnValue }) => {
      return { id, returned, withdrawn, withdrawnValue };
    }),
  );
  return parts.map((part) => ({
    ...part,
    value: values.get(part.id) ?? ZERO,
    isStocked: values.has(part.id),
  }));
}

/** The columns that are known of a line when it has left. */
export const leftColumns = ({ value, owed, toCredit, toCreditValue }: Left) => {
  return { value, owed, toCredit, toCreditValue };
};

/** Tells that goods have left, and moves the order's lines. */
export async function tellShipped(
  tx: Tx,
  { before, after }: { readonly before: PurchaseReturn; readonly after: PurchaseReturn },
  left: readonly Left[],
  { order, orderLines }: ReturnSurroundings,
): Promise<void> {
  const data: ReceivedGoods = {
    ...ofOrder(after),
    postedOn: present(after.postedOn),
    lines: left.map(({ purchaseOrderLineId, itemId, isStocked, owed, value }) => {
      return { purchaseOrderLineId, itemId, isStocked, owed, value };
    }),
  };
  tx.emit(purchaseReturnShipped({ before, after, data }));
  const moves = left.map((line) => ({
    ...{ id: line.purchaseOrderLineId, returned: line.quantity, withdrawn: line.withdrawn },
    receivedValue: line.withdrawnValue.neg(),
    returnedValue: line.toCreditValue,
  }));
  await progress(tx, order, orderLines, moves, purchaseReturnShipped.type);
}

/**
 * The goods leave for the supplier: stock is worth less by what they are kept at, nothing is owed
 * for what was not invoiced, and the rest is to be credited. A number of statements that does not
 * grow with the lines. Refusals: TransitionRefused, StaleVersion, InvoiceBillsReturned,
 * InsufficientStock, PeriodClosed, InvalidInput.
 */
export async function ship(tx: Tx, input: PurchaseReturnShip): Promise<PurchaseReturn> {
  const before = await tx.lock('PurchaseReturn', input.id, input.expectedVersion);
  const order = await tx.lock('PurchaseOrder', before.purchaseOrderId);
  const status = next(purchaseReturnLifecycle, before.status, 'ship');
  const postedOn = await dayOf(tx, before.companyId, input.postedOn, 'postedOn');
  const lines = await returnLines(tx, before.id);
  const around = await surroundings(tx, order);
  const left = await sendOff(tx, { id: before.id, postedOn }, lines, around);
  const versions = new Map(lines.map(({ id, version }) => [id, version]));
  const rows = left.map((line) => {
    return { id: line.id, ...leftColumns(line), version: present(versions.get(line.id)) + 1 };
  });
  await updateAll(tx, 'PurchaseReturnLine', rows);
  const after = await nextVersion(tx, 'PurchaseReturn', before, { status, postedOn });
  await tellShipped(tx, { before, after }, left, around);
  return after;
}
