import { lockLive } from './live-lock.js';
import { lockQuoteOf } from './quote-lock.js';
import { nextVersion, type Row, type Tx } from '../events/index.js';
import { byField, type LocalDate, next, present, requiredReason } from '../kernel/index.js';
import { dayOf, numberSeries } from '../platform/index.js';
import { amend } from './change-order-apply.service.js';
import { keptChange } from './change-order-kept.rules.js';
import { type ChangePlan, planChange } from './change-order-plan.js';
import type { LineAmendment } from './change-order.rules.js';
import {
  salesOrderChangeApplied,
  salesOrderChangeRejected,
  salesOrderChangeRequested,
} from './events.js';
import { salesOrderChangeLifecycle } from './lifecycles.rules.js';
import type { Versioned } from './sales-order-status.service.js';
import type { SalesOrderLineInput } from './sales-order.rules.js';

export { apply } from './change-order-apply.service.js';

export type SalesOrderChange = Row<'SalesOrderChange'>;

export interface SalesOrderChangeRequest {
  readonly salesOrderId: string;
  readonly reason: string;
  /** Today in the company's time zone when absent. */
  readonly documentOn?: string | null;
  readonly changed?: readonly LineAmendment[] | null;
  readonly added?: readonly SalesOrderLineInput[] | null;
  readonly removedLineIds?: readonly string[] | null;
  /** It is agreed on already: it is applied at once. */
  readonly apply?: boolean | null;
}

/** Writes the document: a draft, or at once the applied change with both of its versions. */
async function insertChange(
  tx: Tx,
  order: Row<'SalesOrder'>,
  plan: ChangePlan,
  input: SalesOrderChangeRequest & { readonly id: string; readonly documentOn: LocalDate },
): Promise<SalesOrderChange> {
  const { companyId, currency } = order;
  const { id, documentOn, reason, changed, removedLineIds } = input;
  const wanted = { companyId, series: 'salesOrderChange', on: documentOn, count: 1 };
  const [number] = await numberSeries.take(tx, wanted);
  const isApplied = input.apply === true;
  return tx.db
    .insertInto('SalesOrderChange')
    .values({
      ...{ id, companyId, currency, documentOn, reason },
      number: present(number),
      salesOrderId: order.id,
      version: isApplied ? 2 : 1,
      status: isApplied ? 'APPLIED' : salesOrderChangeLifecycle.initial,
      appliedAt: isApplied ? tx.now : null,
      changes: keptChange({
        changed: changed ?? [],
        added: plan.added,
        removedLineIds: removedLineIds ?? [],
      }),
      netAmount: plan.amounts.netAmount.sub(order.netAmount),
      createdAt: tx.now,
      createdById: tx.actor.id,
      updatedAt: tx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/**
 * Asks for a change of a confirmed order: other quantities, prices and dates, lines that are new or
 * taken out. It is judged as it would be applied now, and changes nothing yet unless `apply` is
 * told. Prices of new lines are kept as they are agreed on. Refusals: NotFound, OrderNotChangeable,
 * NothingToChange, ChangeBelowCommitted, PriceOfInvoicedLine, OrderWithoutLines, InvalidInput.
 */
export async function request(tx: Tx, input: SalesOrderChangeRequest): Promise<SalesOrderChange> {
  const reason = requiredReason(input.reason);
  await lockQuoteOf(tx, input.salesOrderId);
  const order = await byField('salesOrderId', () => lockLive(tx, 'SalesOrder', input.salesOrderId));
  const agreed = {
    changed: input.changed ?? [],
    added: input.added ?? [],
    removedLineIds: input.removedLineIds ?? [],
  };
  const plan = await planChange(tx, order, agreed);
  const documentOn = await dayOf(tx, order.companyId, input.documentOn, 'documentOn');
  const after = await insertChange(tx, order, plan, {
    ...input,
    id: tx.newId(),
    reason,
    documentOn,
  });
  const { initial } = salesOrderChangeLifecycle;
  const draft: SalesOrderChange = { ...after, version: 1, status: initial, appliedAt: null };
  const data = { salesOrderId: order.id };
  tx.emit(salesOrderChangeRequested({ before: null, after: draft, data }));
  if (after.status === 'APPLIED') {
    await amend(tx, order, plan, after.id);
    tx.emit(salesOrderChangeApplied({ before: draft, after, data }));
  }
  return after;
}

/** Turns a change down; the order stays as it is. TransitionRefused, StaleVersion. */
export async function reject(
  tx: Tx,
  { id, expectedVersion }: Versioned,
): Promise<SalesOrderChange> {
  const before = await tx.lock('SalesOrderChange', id, expectedVersion);
  const status = next(salesOrderChangeLifecycle, before.status, 'reject');
  const after = await nextVersion(tx, 'SalesOrderChange', before, { status });
  const data = { salesOrderId: after.salesOrderId };
  tx.emit(salesOrderChangeRejected({ before, after, data }));
  return after;
}
