import { sql } from 'kysely';
import type { Tx } from '../events/index.js';
import {
  checkedQuantity,
  inField,
  InvalidInput,
  next,
  parseLocalDate,
  ZERO,
  type Decimal,
  type LocalDate,
} from '../kernel/index.js';
import { companies } from '../platform/index.js';
import {
  workOrderCancelled,
  workOrderChanged,
  workOrderPaused,
  workOrderResumed,
} from './events.js';
import { isWorkedOn } from './job-card.rules.js';
import { freeMaterials } from './material-stock.js';
import * as productData from './product-data.service.js';
import { shopCalendars } from './work-order-calendar.js';
import { workOrderLifecycle } from './work-order-lifecycle.rules.js';
import { realMinutes } from './work-order-release.rules.js';
import {
  lockMaking,
  lockMakings,
  present,
  requiredReason,
  save,
  setMaterial,
  step,
  type Making,
  type Versioned,
  type WorkOrder,
} from './work-order-rows.js';
import { startOn } from './work-order-schedule.rules.js';
import { JobCardsRunning, WorkOrderHasCost } from './work-order.errors.js';

export interface WithReason extends Versioned {
  readonly reason: string;
}

export interface WorkOrderCancel extends WithReason {
  /** Also what makes its components, on all levels, as far as it is not begun. */
  readonly withChildren?: boolean | null;
}

/** Absent keeps. */
export interface WorkOrderChange extends Versioned {
  readonly quantity?: Decimal;
  readonly dueOn?: string;
  /** Worked out from the due day when the quantity or the due day changes and it is absent. */
  readonly startOn?: string;
  readonly priority?: number;
  readonly backflush?: WorkOrder['backflush'];
}

/** When work must start for a quantity and a day; in two statements and those of the calendars. */
async function scheduled(tx: Tx, order: WorkOrder, dueOn: LocalDate, quantity: Decimal) {
  const { companyId, itemId } = order;
  const on = await companies.today(tx, companyId);
  const made = await productData.of(tx, { companyId, itemIds: [itemId], on });
  const operations = (made.get(itemId)?.operations ?? []).map(realMinutes);
  const centers = operations.map(({ workCenterId }) => workCenterId);
  return startOn(operations, { quantity, dueOn }, await shopCalendars(tx, companyId, centers));
}

/**
 * Changes a work order that is planned: quantity, days, priority, backflush. What makes its
 * components stays as it is planned. Refusals: TransitionRefused, StaleVersion, InvalidInput; and
 * whoever planned it may refuse more than is open.
 */
export async function change(tx: Tx, input: WorkOrderChange): Promise<WorkOrder> {
  const making = await lockMaking(tx, input);
  const { order } = making;
  const status = next(workOrderLifecycle, order.status, 'change');
  const quantity =
    input.quantity === undefined
      ? order.quantity
      : inField('quantity', () => checkedQuantity(present(input.quantity)));
  const dueOn = inField('dueOn', () => parseLocalDate(input.dueOn ?? order.dueOn));
  const isMoved = dueOn !== order.dueOn || !quantity.eq(order.quantity);
  const given = input.startOn ?? (isMoved ? null : order.startOn);
  const start =
    given === null
      ? await scheduled(tx, order, dueOn, quantity)
      : inField('startOn', () => parseLocalDate(given));
  if (start > dueOn) {
    const params = { startOn: start, dueOn };
    const message = 'Work cannot start on {startOn} and be due on {dueOn}.';
    throw new InvalidInput('START_AFTER_DUE', message, params).at('startOn');
  }
  const { priority = order.priority, backflush = order.backflush } = input;
  step(
    tx,
    making,
    workOrderChanged,
    { status, quantity, dueOn, startOn: start, priority, backflush },
    {},
  );
  await save(tx, [making]);
  return making.order;
}

/** The numbers of the job cards that are being worked on. */
export function refuseRunning({ cards }: Making): void {
  const running = cards.filter(({ status }) => isWorkedOn(status)).map(({ number }) => number);
  if (running.length > 0) throw new JobCardsRunning(running.join(', '));
}

/** Lets a work order stand still. TransitionRefused, StaleVersion, JobCardsRunning. */
export async function pause(tx: Tx, input: WithReason): Promise<WorkOrder> {
  const pauseReason = requiredReason(input.reason);
  const making = await lockMaking(tx, input);
  const status = next(workOrderLifecycle, making.order.status, 'pause');
  refuseRunning(making);
  step(tx, making, workOrderPaused, { status, pauseReason }, {});
  await save(tx, [making]);
  return making.order;
}

/** Lets a paused work order go on. TransitionRefused, StaleVersion. */
export async function resume(tx: Tx, input: Versioned): Promise<WorkOrder> {
  const making = await lockMaking(tx, input);
  const status = next(workOrderLifecycle, making.order.status, 'resume');
  step(tx, making, workOrderResumed, { status, pauseReason: null }, {});
  await save(tx, [making]);
  return making.order;
}

/** Work orders below one that are planned or released, on all levels. One statement. */
async function notBegunBelow(tx: Tx, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive below as (
      select "id", "status" from "WorkOrder" where "parentWorkOrderId" = ${id}::uuid
      union select w."id", w."status" from "WorkOrder" w
      join below on w."parentWorkOrderId" = below."id"
    )
    select "id" from below where "status" in ('PLANNED', 'RELEASED') order by "id"
  `.execute(tx.db);
  return rows.map((row) => row.id);
}

function refuseCost({ order, materials, cards }: Making): void {
  const hasMaterial = materials.some(({ issued }) => issued.gt(0));
  const isWorked = cards.some(({ startedAt }) => startedAt !== null);
  const isMade = order.completed.add(order.scrapped).gt(0);
  if (hasMaterial || isWorked || isMade) throw new WorkOrderHasCost();
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
}

/**
 * Gives up a work order into which nothing went, and what it reserved; what makes its components
 * too when that is told. Refusals: TransitionRefused, StaleVersion, WorkOrderHasCost.
 */
export async function cancel(tx: Tx, input: WorkOrderCancel): Promise<WorkOrder> {
  const cancelReason = requiredReason(input.reason);
  const below = input.withChildren ? await notBegunBelow(tx, input.id) : [];
  const makings = await lockMakings(tx, [input, ...below.map((id) => ({ id }))]);
  for (const making of makings) {
    const status = next(workOrderLifecycle, making.order.status, 'cancel');
    refuseCost(making);
    step(tx, making, workOrderCancelled, { status, cancelReason }, {});
  }
  await free(tx, makings);
  await save(tx, makings);
  return present(makings[0]).order;
}
