import { sql } from 'kysely';
import { type Row, stepsOf, type Tx } from '../events/index.js';
import {
  inField,
  next,
  NotFound,
  parseLocalDate,
  refuseRepeated,
  requiredReason,
  textOrNone,
} from '../kernel/index.js';
import { companies, dayOf } from '../platform/index.js';
import { refuseOwnApproval, sendingApproval } from './approval.rules.js';
import {
  purchaseOrderApproved,
  purchaseOrderCancelled,
  purchaseOrderClosed,
  purchaseOrderConfirmed,
  purchaseOrderRejected,
  purchaseOrderSent,
  purchaseOrderSubmitted,
} from './events.js';
import { purchaseOrderLifecycle } from './lifecycles.rules.js';
import { linesOf, openDocuments, updateOrder } from './purchase-order-rows.js';
import { settingsOf } from './queries.js';
import { refuseUnlessCancellable, refuseUnlessClosable } from './receiving.rules.js';
import { ofSupplier, type Versioned, type WithReason } from './rows.js';

type Order = Row<'PurchaseOrder'>;

const APPROVE = 'purchasing.purchaseOrder.approve';

/** Asks for somebody's approval. TransitionRefused, StaleVersion. */
export async function submit(tx: Tx, { id, expectedVersion }: Versioned): Promise<Order> {
  const before = await tx.lock('PurchaseOrder', id, expectedVersion);
  const status = next(purchaseOrderLifecycle, before.status, 'submit');
  const after = await updateOrder(tx, before, { status, rejectReason: null });
  tx.emit(purchaseOrderSubmitted({ before, after, data: ofSupplier(after) }));
  return after;
}

/** Approves an order, which sends it. ApproverIsCreator, TransitionRefused, StaleVersion. */
export async function approve(tx: Tx, { id, expectedVersion }: Versioned): Promise<Order> {
  const before = await tx.lock('PurchaseOrder', id, expectedVersion);
  const status = next(purchaseOrderLifecycle, before.status, 'approve');
  const actorId = tx.actor.id;
  refuseOwnApproval('A purchase order', { actorId, createdById: before.createdById });
  const after = await updateOrder(tx, before, { status, approvedById: actorId });
  tx.emit(purchaseOrderApproved({ before, after, data: ofSupplier(after) }));
  return after;
}

/** Gives an order back to its maker as a draft. TransitionRefused, StaleVersion. */
export async function reject(tx: Tx, { id, expectedVersion, reason }: WithReason): Promise<Order> {
  const rejectReason = requiredReason(reason);
  const before = await tx.lock('PurchaseOrder', id, expectedVersion);
  const status = next(purchaseOrderLifecycle, before.status, 'reject');
  const after = await updateOrder(tx, before, { status, rejectReason });
  tx.emit(purchaseOrderRejected({ before, after, data: { ...ofSupplier(after), reason } }));
  return after;
}

/**
 * Sends a draft to its supplier: below the company's limit, or approved thereby by whoever may and
 * is not its maker. TransitionRefused, StaleVersion, ApprovalRequired, ApproverIsCreator.
 */
export async function send(tx: Tx, { id, expectedVersion }: Versioned): Promise<Order> {
  const before = await tx.lock('PurchaseOrder', id, expectedVersion);
  const status = next(purchaseOrderLifecycle, before.status, 'send');
  const { companyId, createdById } = before;
  const { baseCurrency } = await companies.get(tx, companyId);
  const limit = (await settingsOf(tx, [companyId])).get(companyId)?.approvalLimit ?? null;
  const mayApprove = tx.actor.permissions.has(APPROVE);
  const acting = { actorId: tx.actor.id, createdById, mayApprove };
  const approvedById = sendingApproval({ ...before, limit, baseCurrency }, acting);
  const after = await updateOrder(tx, before, { status, approvedById });
  tx.emit(purchaseOrderSent({ before, after, data: ofSupplier(after) }));
  return after;
}

/** When the supplier promises a line. */
export interface LinePromise {
  readonly purchaseOrderLineId: string;
  readonly promisedOn: string;
}

export interface PurchaseOrderConfirm extends Versioned {
  /** The day of the confirmation: today unless told. */
  readonly confirmedOn?: string | null;
  readonly supplierReference?: string | null;
  /** When all lines are promised that are not named; as requested, else as expected, when absent. */
  readonly promisedOn?: string | null;
  readonly lines?: readonly LinePromise[] | null;
}

function promisesOf(
  order: Order,
  lines: readonly Row<'PurchaseOrderLine'>[],
  input: PurchaseOrderConfirm,
) {
  const named = input.lines ?? [];
  refuseRepeated(
    named.map((one) => one.purchaseOrderLineId),
    'lines',
  );
  const given = new Map(
    named.map(({ purchaseOrderLineId: id, promisedOn }, index) => {
      const isKnown = lines.some((line) => line.id === id);
      if (!isKnown) {
        throw new NotFound('PurchaseOrderLine', id).at('lines', index, 'purchaseOrderLineId');
      }
      const on = () =>
        inField(index, () => inField('promisedOn', () => parseLocalDate(promisedOn)));
      return [id, inField('lines', on)];
    }),
  );
  const { promisedOn } = input;
  const all = promisedOn ? inField('promisedOn', () => parseLocalDate(promisedOn)) : null;
  return lines.map((line) => {
    const known = line.promisedOn ?? line.requestedOn ?? order.requestedOn ?? line.expectedOn;
    return { id: line.id, promised: given.get(line.id) ?? all ?? known };
  });
}

/**
 * Says that the supplier confirmed the order, and when each line is promised; once more when a
 * promise moves. Refusals: TransitionRefused, StaleVersion, NotFound, InvalidInput.
 */
export async function confirm(tx: Tx, input: PurchaseOrderConfirm): Promise<Order> {
  const reference = textOrNone(input.supplierReference, 100);
  const before = await tx.lock('PurchaseOrder', input.id, input.expectedVersion);
  const status = next(purchaseOrderLifecycle, before.status, 'confirm');
  const confirmedOn = await dayOf(tx, before.companyId, input.confirmedOn, 'confirmedOn');
  const steps = promisesOf(before, await linesOf(tx, before.id), input);
  await sql`
    update "PurchaseOrderLine" l
    set "promisedOn" = x.promised, "version" = l."version" + 1
    from json_to_recordset(${stepsOf(steps)}) as x(id uuid, promised date)
    where l."id" = x.id
  `.execute(tx.db);
  const supplierReference = reference ?? before.supplierReference;
  const after = await updateOrder(tx, before, { status, confirmedOn, supplierReference });
  tx.emit(purchaseOrderConfirmed({ before, after, data: ofSupplier(after) }));
  return after;
}

/** Ends the lines that are not billed in full. */
async function endLines(tx: Tx, id: string, status: 'CANCELLED' | 'CLOSED'): Promise<void> {
  await sql`
    update "PurchaseOrderLine" set "status" = ${status}, "version" = "version" + 1
    where "purchaseOrderId" = ${id} and "status" <> 'INVOICED'
  `.execute(tx.db);
}

/**
 * Cancels an order of which nothing was received or invoiced. Refusals: TransitionRefused,
 * StaleVersion, PurchaseOrderAlreadyReceived, PurchaseOrderHasOpenDocuments.
 */
export async function cancel(tx: Tx, input: WithReason): Promise<Order> {
  const cancelReason = requiredReason(input.reason);
  const before = await tx.lock('PurchaseOrder', input.id, input.expectedVersion);
  const status = next(purchaseOrderLifecycle, before.status, 'cancel');
  const lines = await linesOf(tx, before.id);
  refuseUnlessCancellable(lines, await openDocuments(tx, before.id));
  await endLines(tx, before.id, 'CANCELLED');
  const after = await updateOrder(tx, before, { status, cancelReason });
  tx.emit(purchaseOrderCancelled({ before, after, data: ofSupplier(after) }));
  return after;
}

/**
 * Ends an order: what did not come is given up. Refusals: TransitionRefused, StaleVersion,
 * ReceivedNotInvoiced, PurchaseOrderHasOpenDocuments.
 */
export async function close(tx: Tx, { id, expectedVersion }: Versioned): Promise<Order> {
  const before = await tx.lock('PurchaseOrder', id, expectedVersion);
  const status = next(purchaseOrderLifecycle, before.status, 'close');
  refuseUnlessClosable(await linesOf(tx, id), await openDocuments(tx, id));
  await endLines(tx, id, 'CLOSED');
  const after = await updateOrder(tx, before, { status });
  tx.emit(purchaseOrderClosed({ before, after, data: ofSupplier(after) }));
  return after;
}
