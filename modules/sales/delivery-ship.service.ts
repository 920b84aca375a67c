import { landed, nextVersion, type Row, type Tx, unplaced } from '../events/index.js';
import { next, present, textOrNone, ZERO } from '../kernel/index.js';
import { stock } from '../inventory/index.js';
import { companies, dayOf } from '../platform/index.js';
import { deliveryShipped, type Shipment } from './events.js';
import { openToDeliver, refuseOverDelivery, refuseUnlessDeliverable } from './fulfilment.rules.js';
import { deliveryLifecycle } from './lifecycles.rules.js';
import { lockLive } from './live-lock.js';
import { progress } from './sales-order-progress.js';
import { linesOf } from './sales-order-rows.js';
import { stockedItems, type Versioned } from './sales-order-status.service.js';
import { stockQuantity } from './sales-order.rules.js';

type Delivery = Row<'Delivery'>;
type DeliveryLine = Row<'DeliveryLine'>;
type OrderLine = Row<'SalesOrderLine'>;

export interface DeliveryShip extends Versioned {
  /** Today in the company's time zone when absent. */
  readonly postedOn?: string | null;
  readonly trackingNumber?: string | null;
}

async function deliveryLines(tx: Tx, deliveryId: string): Promise<DeliveryLine[]> {
  return tx.db
    .selectFrom('DeliveryLine')
    .selectAll()
    .where('deliveryId', '=', deliveryId)
    .orderBy('position')
    .execute();
}

type OrderLines = ReadonlyMap<string, OrderLine>;

function refuseMoreThanOrdered(lines: readonly DeliveryLine[], orderLines: OrderLines): void {
  for (const { salesOrderLineId, quantity } of lines) {
    refuseOverDelivery(openToDeliver(present(orderLines.get(salesOrderLineId)), ZERO), quantity);
  }
}

/** A line of a delivery, as its goods leave. */
export type LeavingLine = Pick<DeliveryLine, 'id' | 'salesOrderLineId' | 'itemId' | 'quantity'>;

/** A delivery whose goods leave, and which of its items lie in stock. */
interface LeavingDelivery extends Pick<Delivery, 'id' | 'companyId' | 'warehouseId'> {
  readonly lines: readonly LeavingLine[];
  readonly orderLines: OrderLines;
  readonly stocked: ReadonlySet<string>;
}

/** Takes the goods out of stock and answers what each line cost; the unstocked costs nothing. */
export async function takeOut(
  tx: Tx,
  { id, companyId, warehouseId, lines, orderLines, stocked }: LeavingDelivery,
  postedOn: string,
): Promise<Shipment['lines']> {
  const taken = lines.filter((line) => stocked.has(line.itemId));
  const shipped = taken.map((line) => ({
    lineId: line.id,
    reservationLineId: line.salesOrderLineId,
    itemId: line.itemId,
    warehouseId,
    quantity: stockQuantity(
      line.quantity,
      present(orderLines.get(line.salesOrderLineId)).stockFactor,
    ),
  }));
  const document = { type: 'Delivery', id };
  const costs =
    shipped.length === 0
      ? []
      : await unplaced(() =>
          stock.issue(tx, { companyId, kind: 'SHIPMENT', document, postedOn, lines: shipped }),
        );
  const byLine = new Map(costs.map((cost) => [cost.lineId, cost]));
  const { baseCurrency } = await companies.get(tx, companyId);
  return lines.map(({ id: lineId, salesOrderLineId, itemId }) => {
    const { value, currency } = byLine.get(lineId) ?? { value: ZERO, currency: baseCurrency };
    return { salesOrderLineId, itemId, value, currency };
  });
}

/** Tells that the goods left at what they cost, and moves the order's lines. */
export function tellShipped(
  tx: Tx,
  { before, after }: { readonly before: Delivery; readonly after: Delivery },
  lines: readonly LeavingLine[],
  costs: Shipment['lines'],
  order: { readonly order: Row<'SalesOrder'>; readonly lines: readonly OrderLine[] },
): void {
  const { customerId, salesOrderId } = after;
  const data: Shipment = {
    ...{ customerId, salesOrderId, lines: costs },
    postedOn: present(after.postedOn),
  };
  tx.emit(deliveryShipped({ before, after, data }));
  const moves = new Map(lines.map((line) => [line.salesOrderLineId, { shipped: line.quantity }]));
  progress(tx, { ...order, moves }, deliveryShipped.type);
}

/**
 * The goods leave: stock is taken from what the order reserved and then from what is free, the
 * order
 * moves on, and the cost of what left is told. A number of statements that does not grow with the
 * lines. Refusals: TransitionRefused, StaleVersion, OrderNotInFulfilment, DeliveryExceedsOpen,
 * InsufficientStock, PeriodClosed, InvalidInput.
 */
export async function ship(tx: Tx, input: DeliveryShip): Promise<Delivery> {
  const trackingNumber = textOrNone(input.trackingNumber, 100);
  const before = await lockLive(tx, 'Delivery', input.id, input.expectedVersion);
  const [order, orderLines, lines] = await landed([
    lockLive(tx, 'SalesOrder', before.salesOrderId),
    linesOf(tx, before.salesOrderId),
    deliveryLines(tx, before.id),
  ]);
  const status = next(deliveryLifecycle, before.status, 'ship');
  refuseUnlessDeliverable(order.status);
  const [postedOn, stocked] = await landed([
    dayOf(tx, before.companyId, input.postedOn, 'postedOn'),
    stockedItems(tx, lines),
  ]);
  const byId = new Map(orderLines.map((line) => [line.id, line]));
  refuseMoreThanOrdered(lines, byId);
  const costs = await takeOut(tx, { ...before, lines, orderLines: byId, stocked }, postedOn);
  const after = await nextVersion(tx, 'Delivery', before, {
    status,
    postedOn,
    trackingNumber: trackingNumber ?? before.trackingNumber,
  });
  tellShipped(tx, { before, after }, lines, costs, { order, lines: orderLines });
  return after;
}
