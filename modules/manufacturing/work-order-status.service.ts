import type { Tx } from '../events/index.js';
import {
  checkedQuantity,
  type Decimal,
  inField,
  InvalidInput,
  type LocalDate,
  next,
  parseLocalDate,
  present,
  requiredReason,
} from '../kernel/index.js';
import { companies } from '../platform/index.js';
import { workOrderChanged, workOrderPaused, workOrderResumed } from './events.js';
import { isWorkedOn } from './job-card.rules.js';
import * as productData from './product-data.service.js';
import { shopCalendars } from './work-order-calendar.js';
import { workOrderLifecycle } from './work-order-lifecycle.rules.js';
import { realMinutes } from './work-order-release.rules.js';
import {
  lockMaking,
  save,
  step,
  type Making,
  type Versioned,
  type WorkOrder,
} from './work-order-rows.js';
import { startOn } from './work-order-schedule.rules.js';
import { JobCardsRunning } from './work-order.errors.js';

export interface WithReason extends Versioned {
  readonly reason: string;
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
  return startOn(operations, { quantity, dueOn }, await shopCalendars(tx, companyId, operations));
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
  save(tx, [making]);
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
  save(tx, [making]);
  return making.order;
}

/** Lets a paused work order go on. TransitionRefused, StaleVersion. */
export async function resume(tx: Tx, input: Versioned): Promise<WorkOrder> {
  const making = await lockMaking(tx, input);
  const status = next(workOrderLifecycle, making.order.status, 'resume');
  step(tx, making, workOrderResumed, { status, pauseReason: null }, {});
  save(tx, [making]);
  return making.order;
}
