import { sql } from 'kysely';
import { type Tx, unplaced } from '../events/index.js';
import { next, present, requiredReason, ZERO } from '../kernel/index.js';
import { workOrderCancelled } from './events.js';
import { freeMaterials } from './material-stock.js';
import { freeKept, keptFor } from './pegging.service.js';
import { workOrderLifecycle } from './work-order-lifecycle.rules.js';
import {
  lockMakings,
  save,
  setMaterial,
  step,
  type Making,
  type WorkOrder,
} from './work-order-rows.js';
import type { WithReason } from './work-order-status.service.js';
import { WorkOrderHasChildren, WorkOrderHasCost } from './work-order.errors.js';

export interface WorkOrderCancel extends WithReason {
  /**
   * What makes its components, on all levels: true cancels it as far as it is not begun, false lets
   * it go on, for stock that is free. Where there is some of it, one of them must be said.
   */
  readonly withChildren?: boolean | null;
}

/** A work order that is not made to the end. */
export interface OpenWorkOrder {
  readonly id: string;
  readonly number: string;
  readonly status: string;
}

/** Work orders below one that are not made to the end, on all levels. One statement. */
async function openBelow(tx: Tx, id: string): Promise<OpenWorkOrder[]> {
  const { rows } = await sql<OpenWorkOrder>`
    with recursive below as (
      select "id", "number", "status" from "WorkOrder" where "parentWorkOrderId" = ${id}::uuid
      union select w."id", w."number", w."status" from "WorkOrder" w
      join below on w."parentWorkOrderId" = below."id"
    )
    select "id", "number", "status" from below
    where "status" not in ('COMPLETED', 'CLOSED', 'CANCELLED') order by "id"
  `.execute(tx.db);
  return rows;
}

function hasCost({ order, materials, cards }: Making): boolean {
  const hasMaterial = materials.some(({ issued }) => issued.gt(0));
  const isWorked = cards.some(({ startedAt }) => startedAt !== null);
  const isMade = order.completed.add(order.scrapped).gt(0);
  return hasMaterial || isWorked || isMade;
}

function giveUp(tx: Tx, makings: readonly Making[], cancelReason: string): void {
  for (const making of makings) {
    const status = next(workOrderLifecycle, making.order.status, 'cancel');
    if (hasCost(making)) throw new WorkOrderHasCost();
    step(tx, making, workOrderCancelled, { status, cancelReason }, {});
  }
}

/** Gives back what materials reserved. */
async function free(tx: Tx, makings: readonly Making[]): Promise<void> {
  const held = makings.flatMap((making) =>
    making.materials
      .filter(({ reserved }) => reserved.gt(0))
      .map((material) => ({ making, order: making.order, material })),
  );
  await freeMaterials(tx, held);
  for (const { making, material } of held) setMaterial(making, material.id, { reserved: ZERO });
  // What was made for it before it had materials is kept under who made it.
  const planned = makings.filter(({ loaded }) => loaded.order.status === 'PLANNED');
  const [first] = planned;
  if (!first) return;
  const ids = planned.map(({ order }) => order.id);
  await freeKept(tx, first.order.companyId, await keptFor(tx, ids));
}

const NUMBERS_TOLD = 20;

/** Refuses to leave work orders behind of which nobody said what becomes. */
function refuseUntold(below: readonly OpenWorkOrder[], withChildren?: boolean | null): void {
  if (below.length === 0 || withChildren != null) return;
  const numbers = below.slice(0, NUMBERS_TOLD).map(({ number }) => number);
  throw new WorkOrderHasChildren(numbers.join(', ')).at('withChildren');
}

const isNotBegun = ({ status }: { readonly status: string }) =>
  status === 'PLANNED' || status === 'RELEASED';

/**
 * Gives up a work order into which nothing went, what it reserved, and what is kept for it. What
 * makes its components is given up with it or goes on for free stock, as is told. Refusals:
 * TransitionRefused, StaleVersion, WorkOrderHasCost; WorkOrderHasChildren when it is not told.
 */
export async function cancel(tx: Tx, input: WorkOrderCancel): Promise<WorkOrder> {
  const cancelReason = requiredReason(input.reason);
  const below = await openBelow(tx, input.id);
  const withIt = input.withChildren ? below.filter(isNotBegun) : [];
  const makings = await lockMakings(tx, [input, ...withIt.map(({ id }) => ({ id }))]);
  giveUp(tx, makings, cancelReason);
  refuseUntold(below, input.withChildren);
  await free(tx, makings);
  save(tx, makings);
  return present(makings[0]).order;
}

/** Work orders made for a sales order that are not made to the end. One statement. */
export async function openFor(tx: Tx, salesOrderId: string): Promise<OpenWorkOrder[]> {
  return tx.db
    .selectFrom('WorkOrder')
    .select(['id', 'number', 'status'])
    .where('salesOrderId', '=', salesOrderId)
    .where('status', 'not in', ['COMPLETED', 'CLOSED', 'CANCELLED'])
    .orderBy('id')
    .execute();
}

/**
 * Gives up those of a sales order's work orders that are not begun, and what they reserved; those
 * that are begun go on for free stock. A number of statements that does not grow with them.
 */
export async function cancelNotBegun(
  tx: Tx,
  open: readonly OpenWorkOrder[],
  reason: string,
): Promise<void> {
  const refs = open.filter(isNotBegun).map(({ id }) => ({ id }));
  const makings = (await unplaced(() => lockMakings(tx, refs))).filter(
    (making) => isNotBegun(making.order) && !hasCost(making),
  );
  giveUp(tx, makings, reason);
  await free(tx, makings);
  save(tx, makings);
}
