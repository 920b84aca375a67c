import {
  addDays,
  Decimal,
  LimitExceeded,
  min,
  ONE,
  ZERO,
  type LocalDate,
  type WorkCalendar,
} from '../kernel/index.js';

/** How long an operation takes, in minutes. */
export interface TimedOperation {
  readonly workCenterId: string;
  readonly setupMinutes: Decimal;
  /** For one stock unit of the product. */
  readonly runMinutes: Decimal;
  readonly queueMinutes: Decimal;
  readonly moveMinutes: Decimal;
}

/** A place in time: on a day, with a part of its working time still ahead of what is planned. */
export interface Place {
  readonly day: LocalDate;
  readonly open: Decimal;
  /** How many days it lies from where the plan begins, in either direction. */
  readonly walked: number;
}

/** Ten years of days: work that takes longer is a mistake in its minutes. */
const DAYS_MAX = 3_660;

/** What an operation takes for a quantity: set-up + run × quantity + queue + move. */
export function operationMinutes(operation: TimedOperation, quantity: Decimal): Decimal {
  const { setupMinutes, runMinutes, queueMinutes, moveMinutes } = operation;
  return setupMinutes.add(runMinutes.mul(quantity)).add(queueMinutes).add(moveMinutes);
}

/** Goes over a calendar by so many minutes of work, a day back or on at each step. */
function workAlong(from: Place, minutes: Decimal, calendar: WorkCalendar, step: 1 | -1): Place {
  let { day, open, walked } = from;
  let rest = minutes;
  while (rest.gt(0)) {
    const worked = calendar.workMinutesOn(day);
    const taken = min(rest, open.mul(worked));
    if (taken.gt(0)) {
      rest = rest.sub(taken);
      open = open.sub(taken.div(worked));
    }
    if (rest.gt(0)) {
      walked += 1;
      if (walked > DAYS_MAX) throw new LimitExceeded('Days of work', DAYS_MAX, walked);
      day = addDays(day, step);
      open = ONE;
    }
  }
  return { day, open, walked };
}

const workBack = (from: Place, minutes: Decimal, calendar: WorkCalendar): Place =>
  workAlong(from, minutes, calendar, -1);

/** Where so many minutes of work end. LimitExceeded more than ten years from where all began. */
export const workForward = (from: Place, minutes: Decimal, calendar: WorkCalendar): Place =>
  workAlong(from, minutes, calendar, 1);

/** Which calendars work goes by. */
export interface ShopCalendars {
  readonly company: WorkCalendar;
  /** A work center's own; none means the company's. */
  readonly workCenters: ReadonlyMap<string, WorkCalendar>;
}

/**
 * The day on which work must start so that all is there on the due day: backward scheduling
 * (APICS), from the end of the last working day before it, operation after operation, each over
 * the working minutes of its work center, without regard to what else is done there. LimitExceeded
 * where that is more than ten years before.
 */
export function startOn(
  operations: readonly TimedOperation[],
  { quantity, dueOn }: { readonly quantity: Decimal; readonly dueOn: LocalDate },
  calendars: ShopCalendars,
): LocalDate {
  const last = operations.reduceRight<Place>(
    (place, operation) => {
      const calendar = calendars.workCenters.get(operation.workCenterId) ?? calendars.company;
      return workBack(place, operationMinutes(operation, quantity), calendar);
    },
    { day: dueOn, open: ZERO, walked: 0 },
  );
  return last.day === dueOn ? calendars.company.previousWorkDay(dueOn) : last.day;
}

/** Whole minutes between two instants, to the second: what a clock says an operation took. */
export function clockedMinutes(since: Date | null, now: Date): Decimal {
  if (since === null || since >= now) return ZERO;
  const seconds = Math.floor((now.getTime() - since.getTime()) / 1_000);
  return new Decimal(seconds).div(60).toDecimalPlaces(9);
}
