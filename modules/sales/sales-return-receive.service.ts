import { nextVersion, type Row, type Tx, updateAll } from '../events/index.js';
import { type Decimal, groupBy, next, present, sum, ZERO } from '../kernel/index.js';
import { stock, stockMoves } from '../inventory/index.js';
import { dayOf } from '../platform/index.js';
import { type ReturnedGoods, salesReturnReceived } from './events.js';
import { salesReturnLifecycle } from './lifecycles.rules.js';
import { lockLive } from './live-lock.js';
import { type LineMove, progress } from './sales-order-progress.js';
import { linesOf } from './sales-order-rows.js';
import type { Versioned } from './sales-order-status.service.js';
import { stockQuantity } from './sales-order.rules.js';
import { type Delivered, deliveredLines, returnLines } from './sales-return-rows.js';
import { comingBack } from './sales-return.rules.js';

type SalesReturn = Row<'SalesReturn'>;
type OrderLine = Row<'SalesOrderLine'>;

export interface SalesReturnReceive extends Versioned {
  /** Today in the company's time zone when absent. */
  readonly postedOn?: string | null;
}

/** A line of a return, as its goods come in. */
export interface ReturnedLine {
  readonly id: string;
  readonly deliveryLineId: string;
  readonly salesOrderLineId: string;
  readonly itemId: string;
  readonly quantity: Decimal;
  readonly currency: string;
}

/** What is known around a return: what left, and the lines of the order. */
export interface ReturnSurroundings {
  readonly order: Row<'SalesOrder'>;
  readonly orderLines: readonly OrderLine[];
  readonly delivered: readonly Delivered[];
}

/** Reads what a return of a locked order needs to know. Two statements. */
export async function surroundings(tx: Tx, order: Row<'SalesOrder'>): Promise<ReturnSurroundings> {
  const delivered = await deliveredLines(tx, order.id);
  return { order, delivered, orderLines: await linesOf(tx, order.id) };
}

/** What of which moves comes back by each line. */
async function partsOf(tx: Tx, lines: readonly ReturnedLine[], around: ReturnSurroundings) {
  const lineIds = lines.map((line) => line.deliveryLineId);
  const left = await stockMoves.leftBy(tx, { companyId: around.order.companyId, lineIds });
  const moves = groupBy(left, ({ lineId }) => lineId);
  const delivered = new Map(around.delivered.map((line) => [line.id, line]));
  const factors = new Map(around.orderLines.map((line) => [line.id, line.stockFactor]));
  return lines.flatMap((line) => {
    const { received } = present(delivered.get(line.deliveryLineId));
    const inStock = (quantity: Decimal) =>
      stockQuantity(quantity, present(factors.get(line.salesOrderLineId)));
    const range = { from: inStock(received), to: inStock(received.add(line.quantity)) };
    const parts = comingBack(moves.get(line.deliveryLineId) ?? [], range);
    return parts.map((part) => ({ ...part, line }));
  });
}

/**
 * Puts goods back where they left from, at the value they left with; answers what stock is worth
 * more by each line. What is not stocked is worth nothing. Nine statements.
 */
export async function takeBack(
  tx: Tx,
  salesReturn: { readonly id: string; readonly postedOn: string },
  lines: readonly ReturnedLine[],
  around: ReturnSurroundings,
): Promise<Map<string, Decimal>> {
  const parts = await partsOf(tx, lines, around);
  const received = await stock.receive(
    tx,
    parts.map(({ left, quantity, value, line }) => ({
      companyId: around.order.companyId,
      itemId: left.itemId,
      warehouseId: left.warehouseId,
      binId: left.binId,
      lotId: left.lotId,
      unit: left.unit,
      currency: left.currency,
      quantity,
      value,
      kind: 'CUSTOMER_RETURN' as const,
      postedOn: salesReturn.postedOn,
      document: { type: 'SalesReturn', id: salesReturn.id },
      lineId: line.id,
    })),
  );
  const worth = parts.map(({ line }, index) => ({ line, value: present(received[index]).value }));
  const groups = groupBy(worth, ({ line }) => line.id);
  return new Map(
    lines.map(({ id }) => [id, sum((groups.get(id) ?? []).map(({ value }) => value))]),
  );
}

/** Tells that goods are back, and moves the order's lines. */
export function tellReceived(
  tx: Tx,
  { before, after }: { readonly before: SalesReturn; readonly after: SalesReturn },
  lines: readonly ReturnedLine[],
  values: ReadonlyMap<string, Decimal>,
  { order, orderLines }: ReturnSurroundings,
): void {
  const { customerId, salesOrderId } = after;
  const data: ReturnedGoods = {
    customerId,
    salesOrderId,
    postedOn: present(after.postedOn),
    lines: lines.map(({ id, salesOrderLineId, itemId, currency }) => {
      return { salesOrderLineId, itemId, value: values.get(id) ?? ZERO, currency };
    }),
  };
  tx.emit(salesReturnReceived({ before, after, data }));
  const groups = groupBy(lines, (line) => line.salesOrderLineId);
  const moves = new Map(
    [...groups].map(([id, group]): [string, LineMove] => [
      id,
      { returned: sum(group.map(({ quantity }) => quantity)) },
    ]),
  );
  progress(tx, { order, lines: orderLines, moves }, salesReturnReceived.type);
}

/**
 * The goods are back: they lie in stock again at what they were worth when they left, and the order
 * is told. A number of statements that does not grow with the lines. Refusals: TransitionRefused,
 * StaleVersion, PeriodClosed, InvalidInput.
 */
export async function receive(tx: Tx, input: SalesReturnReceive): Promise<SalesReturn> {
  const before = await tx.lock('SalesReturn', input.id, input.expectedVersion);
  const order = await lockLive(tx, 'SalesOrder', before.salesOrderId);
  const status = next(salesReturnLifecycle, before.status, 'receive');
  const postedOn = await dayOf(tx, before.companyId, input.postedOn, 'postedOn');
  const lines = await returnLines(tx, before.id);
  const around = await surroundings(tx, order);
  const values = await takeBack(tx, { id: before.id, postedOn }, lines, around);
  await updateAll(
    tx,
    'SalesReturnLine',
    lines.map(({ id, version }) => ({
      id,
      value: values.get(id) ?? ZERO,
      version: version + 1,
    })),
  );
  const after = await nextVersion(tx, 'SalesReturn', before, { status, postedOn });
  tellReceived(tx, { before, after }, lines, values, around);
  return after;
}
