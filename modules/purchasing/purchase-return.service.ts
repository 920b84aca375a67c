import { insertAll, nextVersion, type Row, type Tx } from '../events/index.js';
import { byField, type LocalDate, next, present, requiredReason } from '../kernel/index.js';
import { companies, dayOf, numberSeries } from '../platform/index.js';
import { purchaseReturnCancelled, purchaseReturnCreated } from './events.js';
import { purchaseReturnLifecycle } from './lifecycles.rules.js';
import type { Received } from './purchase-return-rows.js';
import { type SentQuantity, toSendBack } from './purchase-return.rules.js';
import { leftColumns, sendOff, surroundings, tellShipped } from './purchase-return-ship.service.js';
import { ofOrder, type Versioned } from './rows.js';

export { ship, type PurchaseReturnShip } from './purchase-return-ship.service.js';

export type PurchaseReturn = Row<'PurchaseReturn'>;

export interface PurchaseReturnInput {
  readonly purchaseOrderId: string;
  readonly reason: string;
  /** Today in the company's time zone when absent. */
  readonly documentOn?: string | null;
  /** What goes back, in the lines' units; everything that can when absent. */
  readonly lines?: readonly SentQuantity[] | null;
  /** The goods leave at once. */
  readonly ship?: boolean | null;
  /** When they leave at once: the business day, `documentOn` when absent. */
  readonly postedOn?: string | null;
}

/** The lines of a return, as they come out of what was received. */
function linesFor(
  tx: Tx,
  sent: readonly SentQuantity[],
  received: readonly Received[],
  currency: string,
) {
  const byId = new Map(received.map((line) => [line.id, line]));
  return sent.map(({ goodsReceiptLineId, quantity }) => {
    const { purchaseOrderLineId, itemId, unit } = present(byId.get(goodsReceiptLineId));
    const id = tx.newId();
    return { id, goodsReceiptLineId, purchaseOrderLineId, itemId, unit, quantity, currency };
  });
}

/** Writes the header: a draft, or at once the shipped return with both of its versions. */
async function insertHeader(
  tx: Tx,
  order: Row<'PurchaseOrder'>,
  given: Pick<PurchaseReturn, 'id' | 'reason' | 'postedOn'> & { readonly documentOn: LocalDate },
): Promise<PurchaseReturn> {
  const { companyId, supplierId, warehouseId, id: purchaseOrderId } = order;
  const wanted = { companyId, series: 'purchaseReturn', on: given.documentOn, count: 1 };
  const [number] = await numberSeries.take(tx, wanted);
  const isShipped = given.postedOn !== null;
  const { initial } = purchaseReturnLifecycle;
  return tx.db
    .insertInto('PurchaseReturn')
    .values({
      ...{ companyId, supplierId, warehouseId, purchaseOrderId, number: present(number) },
      ...given,
      version: isShipped ? 2 : 1,
      status: isShipped ? next(purchaseReturnLifecycle, initial, 'ship') : initial,
      createdAt: tx.now,
      createdById: tx.actor.id,
      updatedAt: tx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/**
 * Announces that goods go back to their supplier: everything that can, or what is named; what other
 * returns hold is theirs. With `ship` they leave in the same breath. Refusals: NotFound,
 * NothingToSendBack, ReturnExceedsReceived, InvalidInput, and those of `ship`.
 */
export async function create(tx: Tx, input: PurchaseReturnInput): Promise<PurchaseReturn> {
  const reason = requiredReason(input.reason);
  const { purchaseOrderId } = input;
  const order = await byField('purchaseOrderId', () => tx.lock('PurchaseOrder', purchaseOrderId));
  const around = await surroundings(tx, order);
  const sent = toSendBack(around.received, input.lines);
  const documentOn = await dayOf(tx, order.companyId, input.documentOn, 'documentOn');
  const postedOn =
    input.ship === true
      ? await dayOf(tx, order.companyId, input.postedOn ?? documentOn, 'postedOn')
      : null;
  const { baseCurrency } = await companies.get(tx, order.companyId);
  const id = tx.newId();
  const lines = linesFor(tx, sent, around.received, baseCurrency);
  const left = postedOn === null ? [] : await sendOff(tx, { id, postedOn }, lines, around);
  const after = await insertHeader(tx, order, { id, reason, documentOn, postedOn });
  const { initial: status } = purchaseReturnLifecycle;
  const nothing = { value: null, owed: null };
  const rows = lines.map((line, index) => ({
    ...line,
    ...(left[index] ? leftColumns(left[index]) : nothing),
    ...{ version: 1, companyId: order.companyId, purchaseReturnId: id, position: index + 1 },
    createdAt: tx.now,
  }));
  await insertAll(tx, 'PurchaseReturnLine', rows);
  const draft: PurchaseReturn = { ...after, version: 1, status, postedOn: null };
  tx.emit(purchaseReturnCreated({ before: null, after: draft, data: ofOrder(draft) }));
  if (postedOn !== null) await tellShipped(tx, { before: draft, after }, left, around);
  return after;
}

/** Gives up a return that has not left; its quantities can go back by another. */
export async function cancel(tx: Tx, { id, expectedVersion }: Versioned): Promise<PurchaseReturn> {
  const before = await tx.lock('PurchaseReturn', id, expectedVersion);
  const status = next(purchaseReturnLifecycle, before.status, 'cancel');
  const after = await nextVersion(tx, 'PurchaseReturn', before, { status });
  tx.emit(purchaseReturnCancelled({ before, after, data: ofOrder(after) }));
  return after;
}
