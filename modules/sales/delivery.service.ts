import { insertLater, landed, nextVersion, type Row, type Tx } from '../events/index.js';
import { byField, inField, type LocalDate, next, present, textOrNone } from '../kernel/index.js';
import { dayOf, numberSeries } from '../platform/index.js';
import { takeOut, tellShipped } from './delivery-ship.service.js';
import { heldByDeliveries } from './delivery-rows.js';
import { type LineQuantity, toDeliver } from './delivery.rules.js';
import {
  deliveryCancelled,
  deliveryCreated,
  deliveryDelivered,
  deliveryPacked,
  deliveryPicked,
} from './events.js';
import { refuseUnlessDeliverable } from './fulfilment.rules.js';
import { deliveryLifecycle } from './lifecycles.rules.js';
import { lockLive } from './live-lock.js';
import { linesOf } from './sales-order-rows.js';
import { stockedItems, type Versioned } from './sales-order-status.service.js';

export { type DeliveryShip, ship } from './delivery-ship.service.js';

export type Delivery = Row<'Delivery'>;

export interface DeliveryInput {
  readonly salesOrderId: string;
  /** Today in the company's time zone when absent. */
  readonly documentOn?: string | null;
  /** What is delivered, in the lines' units; everything that is open when absent. */
  readonly lines?: readonly LineQuantity[] | null;
  /** The goods leave at once. */
  readonly ship?: boolean | null;
  /** When they leave at once: the business day, `documentOn` when absent. */
  readonly postedOn?: string | null;
  /** When they leave at once: the carrier's number. */
  readonly trackingNumber?: string | null;
}

/** Everything that is known of a new delivery before it is written. */
interface NewDelivery {
  readonly order: Row<'SalesOrder'>;
  readonly id: string;
  readonly documentOn: LocalDate;
  /** The day on which the goods leave at once; null for a draft. */
  readonly postedOn: LocalDate | null;
  readonly trackingNumber: string | null;
}

async function numberOf(tx: Tx, { order, documentOn: on }: NewDelivery): Promise<string> {
  const { companyId } = order;
  const [number] = await numberSeries.take(tx, { companyId, series: 'delivery', on, count: 1 });
  return present(number);
}

/** Writes a draft, or at once the shipped delivery with both of its versions. */
function insertDelivery(tx: Tx, made: NewDelivery, number: string): Delivery {
  const { order, id, documentOn, postedOn, trackingNumber } = made;
  const { companyId, customerId, warehouseId } = order;
  const { initial } = deliveryLifecycle;
  const row = {
    ...{ id, companyId, customerId, warehouseId, documentOn, postedOn, trackingNumber },
    number,
    salesOrderId: order.id,
    version: postedOn === null ? 1 : 2,
    status: postedOn === null ? initial : next(deliveryLifecycle, initial, 'ship'),
    isHistoric: false,
    customFields: {},
    createdAt: tx.now,
    createdById: tx.actor.id,
    updatedAt: tx.now,
  };
  insertLater(tx, 'Delivery', [row]);
  return row;
}

function lineRows(
  tx: Tx,
  { id: deliveryId, order }: NewDelivery,
  taken: readonly LineQuantity[],
  orderLines: ReadonlyMap<string, Row<'SalesOrderLine'>>,
) {
  return taken.map(({ salesOrderLineId, quantity }, index) => ({
    id: tx.newId(),
    version: 1,
    companyId: order.companyId,
    deliveryId,
    salesOrderLineId,
    position: index + 1,
    itemId: present(orderLines.get(salesOrderLineId)?.itemId),
    unit: present(orderLines.get(salesOrderLineId)).unit,
    quantity,
    createdAt: tx.now,
  }));
}

/**
 * Prepares a delivery of an order: everything that is open, or what is named; other deliveries that
 * have not left keep what they hold. With `ship` the goods leave in the same breath. Refusals:
 * NotFound, OrderNotInFulfilment, NothingToDeliver, DeliveryExceedsOpen, InvalidInput; and those of
 * `ship`.
 */
export async function create(tx: Tx, input: DeliveryInput): Promise<Delivery> {
  const { salesOrderId } = input;
  const [order, orderLines, held] = await landed([
    byField('salesOrderId', () => lockLive(tx, 'SalesOrder', salesOrderId)),
    linesOf(tx, salesOrderId),
    heldByDeliveries(tx, salesOrderId),
  ]);
  refuseUnlessDeliverable(order.status);
  const taken = toDeliver(orderLines, held, input.lines);
  const [documentOn, stocked] = await landed([
    dayOf(tx, order.companyId, input.documentOn, 'documentOn'),
    stockedItems(tx, input.ship === true ? orderLines : []),
  ]);
  const postedOn =
    input.ship === true
      ? await dayOf(tx, order.companyId, input.postedOn ?? documentOn, 'postedOn')
      : null;
  const trackingNumber = inField('trackingNumber', () => textOrNone(input.trackingNumber, 100));
  const made: NewDelivery = { order, id: tx.newId(), documentOn, postedOn, trackingNumber };
  const byId = new Map(orderLines.map((line) => [line.id, line]));
  const lines = lineRows(tx, made, taken, byId);
  const { companyId, warehouseId } = order;
  const leaving = { id: made.id, companyId, warehouseId, lines, orderLines: byId, stocked };
  const [number, costs] = await landed([
    numberOf(tx, made),
    postedOn ? takeOut(tx, leaving, postedOn) : Promise.resolve([]),
  ]);
  const after = insertDelivery(tx, made, number);
  insertLater(tx, 'DeliveryLine', lines);
  const draft = { ...after, version: 1, status: deliveryLifecycle.initial, postedOn: null };
  tx.emit(deliveryCreated({ before: null, after: draft, data: { salesOrderId: order.id } }));
  const before: Delivery = { ...draft, trackingNumber: null };
  if (postedOn) tellShipped(tx, { before, after }, lines, costs, { order, lines: orderLines });
  return after;
}

type DeliveryVerb = 'pick' | 'pack' | 'deliver' | 'cancel';

const facts = {
  pick: deliveryPicked,
  pack: deliveryPacked,
  deliver: deliveryDelivered,
  cancel: deliveryCancelled,
} as const;

/** Moves a delivery by a verb that touches nothing else. */
async function move(tx: Tx, { id, expectedVersion }: Versioned, verb: DeliveryVerb) {
  const before = await lockLive(tx, 'Delivery', id, expectedVersion);
  const status = next(deliveryLifecycle, before.status, verb);
  const after = await nextVersion(tx, 'Delivery', before, { status });
  tx.emit(facts[verb]({ before, after, data: { salesOrderId: after.salesOrderId } }));
  return after;
}

/** The goods are being fetched. TransitionRefused, StaleVersion. */
export const pick = (tx: Tx, input: Versioned): Promise<Delivery> => move(tx, input, 'pick');

/** The goods are packed. TransitionRefused, StaleVersion. */
export const pack = (tx: Tx, input: Versioned): Promise<Delivery> => move(tx, input, 'pack');

/** The customer has the goods. TransitionRefused unless shipped, StaleVersion. */
export const deliver = (tx: Tx, input: Versioned): Promise<Delivery> => move(tx, input, 'deliver');

/** Gives up a delivery that has not left; its quantities are open again. */
export const cancel = (tx: Tx, input: Versioned): Promise<Delivery> => move(tx, input, 'cancel');
