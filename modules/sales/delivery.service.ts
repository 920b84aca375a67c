import { insertAll, type Row, type Tx } from '../events/index.js';
import { next } from '../kernel/index.js';
import { numberSeries } from '../platform/index.js';
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
import { dayOf } from './posting-day.js';
import { byField, present } from './rows.js';
import { linesOf } from './sales-order-rows.js';
import type { Versioned } from './sales-order-status.service.js';

export { type DeliveryShip, ship } from './delivery-ship.service.js';

export type Delivery = Row<'Delivery'>;

export interface DeliveryInput {
  readonly salesOrderId: string;
  /** Today in the company's time zone when absent. */
  readonly documentOn?: string | null;
  /** What is delivered, in the lines' units; everything that is open when absent. */
  readonly lines?: readonly LineQuantity[] | null;
}

/**
 * Prepares a delivery of an order: everything that is open, or what is named; other deliveries that
 * have not left keep what they hold. Refusals: NotFound, OrderNotInFulfilment, NothingToDeliver,
 * DeliveryExceedsOpen, InvalidInput.
 */
export async function create(tx: Tx, input: DeliveryInput): Promise<Delivery> {
  const { salesOrderId } = input;
  const order = await byField('salesOrderId', () => tx.lock('SalesOrder', salesOrderId));
  refuseUnlessDeliverable(order.status);
  const orderLines = await linesOf(tx, order.id);
  const taken = toDeliver(orderLines, await heldByDeliveries(tx, order.id), input.lines);
  const documentOn = await dayOf(tx, order.companyId, input.documentOn, 'documentOn');
  const { companyId, customerId, warehouseId } = order;
  const series = { companyId, series: 'delivery', on: documentOn, count: 1 };
  const [number] = await numberSeries.take(tx, series);
  const delivery = await insertDelivery(tx, {
    companyId,
    customerId,
    warehouseId,
    salesOrderId: order.id,
    documentOn,
    number: present(number),
  });
  await insertLines(tx, delivery, taken, orderLines);
  tx.emit(deliveryCreated({ before: null, after: delivery, data: { salesOrderId: order.id } }));
  return delivery;
}

type DeliveryHeader = Pick<
  Delivery,
  'companyId' | 'customerId' | 'warehouseId' | 'salesOrderId' | 'documentOn' | 'number'
>;

async function insertDelivery(tx: Tx, header: DeliveryHeader): Promise<Delivery> {
  const made = { createdAt: tx.now, createdById: tx.actor.id, updatedAt: tx.now };
  return tx.db
    .insertInto('Delivery')
    .values({ ...header, ...made, id: tx.newId(), version: 1, status: deliveryLifecycle.initial })
    .returningAll()
    .executeTakeFirstOrThrow();
}

async function insertLines(
  tx: Tx,
  delivery: Delivery,
  taken: readonly LineQuantity[],
  orderLines: readonly Row<'SalesOrderLine'>[],
): Promise<void> {
  const byId = new Map(orderLines.map((line) => [line.id, line]));
  const rows = taken.map(({ salesOrderLineId, quantity }, index) => ({
    id: tx.newId(),
    version: 1,
    companyId: delivery.companyId,
    deliveryId: delivery.id,
    salesOrderLineId,
    position: index + 1,
    itemId: present(byId.get(salesOrderLineId)?.itemId),
    unit: present(byId.get(salesOrderLineId)).unit,
    quantity,
    createdAt: tx.now,
  }));
  await insertAll(tx, 'DeliveryLine', rows);
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
  const before = await tx.lock('Delivery', id, expectedVersion);
  const status = next(deliveryLifecycle, before.status, verb);
  const after = await tx.db
    .updateTable('Delivery')
    .set({ status, version: before.version + 1, updatedAt: tx.now })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
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
