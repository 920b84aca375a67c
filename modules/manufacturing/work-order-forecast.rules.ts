import {
  addDays,
  compareDates,
  daysBetween,
  instantAt,
  LimitExceeded,
  localDateAt,
  max,
  min,
  ONE,
  QuantityOutOfRange,
  ZERO,
  Decimal,
  type LocalDate,
} from '../kernel/index.js';
import {
  isReportable,
  isWorkedOrder,
  openToReport,
  type OperationState,
} from './job-card.rules.js';
import { isLate } from './production-figures.rules.js';
import { remainingOf, type MadeSoFar } from './production.rules.js';
import {
  workForward,
  type Place,
  type ShopCalendars,
  type TimedOperation,
} from './work-order-schedule.rules.js';

/** How an operation stands, and what it takes by plan; in the product's stock unit and minutes. */
export interface StandingOperation extends OperationState, TimedOperation {
  readonly id: string;
  readonly actualSetupMinutes: Decimal;
  readonly actualRunMinutes: Decimal;
}

/** How a work order stands. */
export interface StandingOrder extends MadeSoFar {
  readonly status: string;
  readonly startOn: LocalDate;
  readonly dueOn: LocalDate;
  /** The day on which the last of it was posted, once all of it is made; null until then. */
  readonly completedOn: LocalDate | null;
}

/** What is left of an operation. */
export interface OperationLeft {
  /** Still to be reported, if all that comes from the operation before is good. */
  readonly remaining: Decimal;
  /** What can be reported of it now: what was handed to it, less what it reported. */
  readonly openToReport: Decimal;
}

const ENDED: readonly string[] = ['DONE', 'SKIPPED'];

const inOrder = <O extends OperationState>(operations: readonly O[]): O[] =>
  [...operations].sort((one, other) => one.position - other.position);

/**
 * What is left of each operation, by its id. An operation gets what the one before it made good and
 * will make good of what is left of it, the first one the order's quantity; what is skipped hands
 * all on, and what is done gets nothing more. No more is left of one than of the work order, whose
 * units may be completed without a report of their operations.
 */
export function operationsLeft(
  order: Pick<StandingOrder, 'status' | keyof MadeSoFar>,
  operations: readonly (OperationState & { readonly id: string })[],
): Map<string, OperationLeft> {
  const left = new Map<string, OperationLeft>();
  const ofOrder = isWorkedOrder(order.status) ? remainingOf(order) : ZERO;
  let comes = order.quantity;
  let came = order.quantity;
  for (const operation of inOrder(operations)) {
    const { id, status, good } = operation;
    const open = (handed: Decimal) =>
      ENDED.includes(status) ? ZERO : openToReport(operation, handed);
    const remaining = min(ofOrder, open(comes));
    left.set(id, { remaining, openToReport: isReportable(order.status) ? open(came) : ZERO });
    if (status === 'SKIPPED') continue;
    comes = good.add(remaining);
    came = good;
  }
  return left;
}

/**
 * The minutes that an operation still takes: waiting before it until it began, of its set-up what
 * was not reported until it runs, its run for each unit that is left, and moving on. Nothing when
 * no unit is left.
 */
export function minutesLeft(operation: StandingOperation, remaining: Decimal): Decimal {
  if (remaining.lte(0)) return ZERO;
  const { status, good, scrap, actualSetupMinutes, actualRunMinutes } = operation;
  const runs = status === 'RUNNING' || good.add(scrap).add(actualRunMinutes).gt(0);
  const setup = runs ? ZERO : max(ZERO, operation.setupMinutes.sub(actualSetupMinutes));
  const queue = ['PENDING', 'READY'].includes(status) ? operation.queueMinutes : ZERO;
  const run = operation.runMinutes.mul(remaining);
  return queue.add(setup).add(run).add(operation.moveMinutes);
}

/** A moment as the clocks of a company show it. */
export interface ShopClock {
  readonly today: LocalDate;
  /** Minutes until the day ends: no more can be worked on it. */
  readonly minutesLeft: Decimal;
}

/** What the clocks of a time zone show. */
export function shopClock(now: Date, timeZone: string): ShopClock {
  const today = localDateAt(now, timeZone);
  const midnight = instantAt(addDays(today, 1), '00:00', timeZone);
  return { today, minutesLeft: new Decimal(midnight.getTime() - now.getTime()).div(60_000) };
}

const BEGUN: readonly string[] = ['IN_PROGRESS', 'PAUSED'];

/** From where what is left is worked on: from now, but what has not begun not before its start. */
function beginning(order: StandingOrder, clock: ShopClock, worked: number): Place {
  const { today, minutesLeft } = clock;
  if (!BEGUN.includes(order.status) && compareDates(order.startOn, today) > 0)
    return { day: order.startOn, open: ONE, walked: 0 };
  return { day: today, open: worked > 0 ? min(ONE, minutesLeft.div(worked)) : ONE, walked: 0 };
}

/** When work will be finished, as far as it can be told. */
export interface Forecast {
  /** The day on which the last operation ends; null when it cannot be told. */
  readonly finishOn: LocalDate | null;
  /** By operation; none of those that have ended. */
  readonly operations: ReadonlyMap<string, LocalDate>;
}

const UNTOLD: Forecast = { finishOn: null, operations: new Map() };

function scheduled(
  order: StandingOrder,
  operations: readonly StandingOperation[],
  { clock, calendars }: { readonly clock: ShopClock; readonly calendars: ShopCalendars },
): Forecast {
  const left = operationsLeft(order, operations);
  const todo = inOrder(operations).filter(({ status }) => !ENDED.includes(status));
  const calendarOf = (one?: TimedOperation) =>
    calendars.workCenters.get(one?.workCenterId ?? '') ?? calendars.company;
  const first = todo.find(({ id }) => left.get(id)!.remaining.gt(0));
  let place = beginning(order, clock, calendarOf(first).workMinutesOn(clock.today));
  const days = new Map<string, LocalDate>();
  for (const operation of todo) {
    const minutes = minutesLeft(operation, left.get(operation.id)!.remaining);
    place = workForward(place, minutes, calendarOf(operation));
    days.set(operation.id, place.day);
  }
  return { finishOn: place.day, operations: days };
}

/**
 * When what is left of a work order will be finished: forward scheduling (APICS) from now,
 * operation after operation, each over the working minutes of its work center, without regard to
 * what else is done there; a paused one as if it went on now. Not told of one that is not released,
 * that has ended, that has no operations, or that would take more than ten years, or beyond the
 * last day that there is.
 */
export function forecast(
  order: StandingOrder,
  operations: readonly StandingOperation[],
  at: { readonly clock: ShopClock; readonly calendars: ShopCalendars },
): Forecast {
  if (!isWorkedOrder(order.status) || operations.length === 0) return UNTOLD;
  try {
    return scheduled(order, operations, at);
  } catch (error) {
    if (error instanceof LimitExceeded || error instanceof QuantityOutOfRange) return UNTOLD;
    throw error;
  }
}

/**
 * By how many days a work order is finished, or will be, after its due day: 0 when on time. One
 * that is late is so by today at least, where nothing tells its end; null when it was cancelled or
 * cannot be told.
 */
export function lateBy(
  { status, dueOn, completedOn }: StandingOrder,
  finishOn: LocalDate | null,
  today: LocalDate,
): number | null {
  const on = completedOn ?? finishOn ?? (isLate(status, dueOn, today) ? today : null);
  if (on === null || status === 'CANCELLED') return null;
  return Math.max(0, daysBetween(dueOn, on));
}
