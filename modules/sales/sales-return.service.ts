import { insertAll, nextVersion, type Row, type Tx } from '../events/index.js';
import {
  byField,
  type Decimal,
  type LocalDate,
  next,
  present,
  requiredReason,
} from '../kernel/index.js';
import { companies, dayOf, numberSeries } from '../platform/index.js';
import { salesReturnCancelled, salesReturnCreated } from './events.js';
import { salesReturnLifecycle } from './lifecycles.rules.js';
import { lockLive } from './live-lock.js';
import type { Versioned } from './sales-order-status.service.js';
import {
  type ReturnedLine,
  surroundings,
  takeBack,
  tellReceived,
} from './sales-return-receive.service.js';
import type { Delivered } from './sales-return-rows.js';
import { type ReturnedQuantity, toReturn } from './sales-return.rules.js';

export { receive, type SalesReturnReceive } from './sales-return-receive.service.js';

export type SalesReturn = Row<'SalesReturn'>;

export interface SalesReturnInput {
  readonly salesOrderId: string;
  readonly reason: string;
  /** Today in the company's time zone when absent. */
  readonly documentOn?: string | null;
  /** What comes back, in the lines' units; everything that can when absent. */
  readonly lines?: readonly ReturnedQuantity[] | null;
  /** The goods are here already: they are received at once. */
  readonly receive?: boolean | null;
  /** When they are received at once: the business day, `documentOn` when absent. */
  readonly postedOn?: string | null;
}

/** The lines of a return, as they come out of what was delivered. */
function linesFor(
  tx: Tx,
  taken: readonly ReturnedQuantity[],
  delivered: readonly Delivered[],
  currency: string,
) {
  const byId = new Map(delivered.map((line) => [line.id, line]));
  return taken.map(({ deliveryLineId, quantity }) => {
    const { salesOrderLineId, itemId, unit } = present(byId.get(deliveryLineId));
    return { id: tx.newId(), deliveryLineId, salesOrderLineId, itemId, unit, quantity, currency };
  });
}

async function insertLines(
  tx: Tx,
  { id: salesReturnId, companyId }: SalesReturn,
  lines: readonly (ReturnedLine & { readonly unit: string })[],
  values: ReadonlyMap<string, Decimal>,
): Promise<void> {
  const rows = lines.map((line, index) => ({
    ...line,
    companyId,
    salesReturnId,
    version: 1,
    position: index + 1,
    value: values.get(line.id) ?? null,
    createdAt: tx.now,
  }));
  await insertAll(tx, 'SalesReturnLine', rows);
}

/** Writes the header: a draft, or at once the received return with both of its versions. */
async function insertHeader(
  tx: Tx,
  order: Row<'SalesOrder'>,
  given: Pick<SalesReturn, 'id' | 'reason' | 'postedOn'> & { readonly documentOn: LocalDate },
): Promise<SalesReturn> {
  const { companyId, customerId, warehouseId, id: salesOrderId } = order;
  const wanted = { companyId, series: 'salesReturn', on: given.documentOn, count: 1 };
  const [number] = await numberSeries.take(tx, wanted);
  const isReceived = given.postedOn !== null;
  const { initial } = salesReturnLifecycle;
  return tx.db
    .insertInto('SalesReturn')
    .values({
      ...{ companyId, customerId, warehouseId, salesOrderId, number: present(number) },
      ...given,
      version: isReceived ? 2 : 1,
      status: isReceived ? next(salesReturnLifecycle, initial, 'receive') : initial,
      createdAt: tx.now,
      createdById: tx.actor.id,
      updatedAt: tx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/**
 * Announces that goods come back from a customer: everything that can, or what is named; what other
 * returns hold is theirs. With `receive` they are received in the same breath. Refusals: NotFound,
 * NothingToReturn, ReturnExceedsDelivered, InvalidInput, PeriodClosed.
 */
export async function create(tx: Tx, input: SalesReturnInput): Promise<SalesReturn> {
  const reason = requiredReason(input.reason);
  const order = await byField('salesOrderId', () => lockLive(tx, 'SalesOrder', input.salesOrderId));
  const around = await surroundings(tx, order);
  const taken = toReturn(around.delivered, input.lines);
  const documentOn = await dayOf(tx, order.companyId, input.documentOn, 'documentOn');
  const postedOn =
    input.receive === true
      ? await dayOf(tx, order.companyId, input.postedOn ?? documentOn, 'postedOn')
      : null;
  const { baseCurrency } = await companies.get(tx, order.companyId);
  const id = tx.newId();
  const lines = linesFor(tx, taken, around.delivered, baseCurrency);
  const values =
    postedOn === null
      ? new Map<string, Decimal>()
      : await takeBack(tx, { id, postedOn }, lines, around);
  const after = await insertHeader(tx, order, { id, reason, documentOn, postedOn });
  await insertLines(tx, after, lines, values);
  const draft: SalesReturn = {
    ...after,
    version: 1,
    status: salesReturnLifecycle.initial,
    postedOn: null,
  };
  tx.emit(salesReturnCreated({ before: null, after: draft, data: { salesOrderId: order.id } }));
  if (postedOn !== null) tellReceived(tx, { before: draft, after }, lines, values, around);
  return after;
}

/** Gives up a return that was not received; its quantities can come back by another. */
export async function cancel(tx: Tx, { id, expectedVersion }: Versioned): Promise<SalesReturn> {
  const before = await tx.lock('SalesReturn', id, expectedVersion);
  const status = next(salesReturnLifecycle, before.status, 'cancel');
  const after = await nextVersion(tx, 'SalesReturn', before, { status });
  const data = { salesOrderId: after.salesOrderId };
  tx.emit(salesReturnCancelled({ before, after, data }));
  return after;
}
