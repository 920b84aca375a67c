import { compareDates, dateOfDay, dayNumber, parseLocalDate, weekdayOfDay } from './dates.js';
import type { LocalDate } from './dates.js';
import { InvalidInput, LimitExceeded } from './refusals.js';

/** Which days work, as the store keeps it. */
export interface CalendarDefinition {
  /** Minutes worked on Monday to Sunday; zero is a day off. */
  readonly minutes: readonly number[];
  /** Days that differ: a holiday has no minutes, an extra working day has some. */
  readonly exceptions?: readonly { readonly on: string; readonly minutes: number }[];
}

/** A calendar ready to be asked. Counting is by working days, whatever their length. */
export interface WorkCalendar {
  /** Minutes worked on a day. */
  workMinutesOn(date: LocalDate): number;
  isWorkDay(date: LocalDate): boolean;
  /** The day itself when it works, else the next that does. */
  nextWorkDay(date: LocalDate): LocalDate;
  /** The day itself when it works, else the last that did. */
  previousWorkDay(date: LocalDate): LocalDate;
  /**
   * The latest working day with `count` working days from it up to, not including, the date.
   * With a count of zero it is `previousWorkDay`.
   */
  workDaysBefore(date: LocalDate, count: number): LocalDate;
  /**
   * The earliest working day that is `count` working days after the date; of zero, `nextWorkDay`.
   */
  workDaysAfter(date: LocalDate, count: number): LocalDate;
  /**
   * Working days from the first date up to, not including, the second; negative when it is earlier.
   */
  workDaysBetween(from: LocalDate, to: LocalDate): number;
}

const MINUTES_PER_DAY = 1_440;
const EXCEPTIONS_MAX = 10_000;
/** Some hundred years of working days: more is a mistake, and would only take time. */
const COUNT_MAX = 36_600;

function isMinutes(minutes: number): boolean {
  return Number.isInteger(minutes) && minutes >= 0 && minutes <= MINUTES_PER_DAY;
}

function checkDefinition({ minutes, exceptions = [] }: CalendarDefinition): void {
  if (exceptions.length > EXCEPTIONS_MAX) {
    throw new LimitExceeded('Calendar exceptions', EXCEPTIONS_MAX, exceptions.length);
  }
  if (
    minutes.length !== 7 ||
    ![...minutes, ...exceptions.map((day) => day.minutes)].every(isMinutes)
  ) {
    const message = 'A calendar names the minutes of seven days, each from 0 to 1440.';
    throw new InvalidInput('CALENDAR_MALFORMED', message);
  }
  if (minutes.every((worked) => worked === 0)) {
    throw new InvalidInput('CALENDAR_WITHOUT_WORK', 'A calendar needs a working day in its week.');
  }
}

type MinutesOfDay = (day: number) => number;

/**
 * Walks from a day to the nearest working day in a direction; a finite list of holidays ends it.
 */
function nearest(worked: MinutesOfDay, day: number, step: 1 | -1): number {
  let current = day;
  while (worked(current) === 0) current += step;
  return current;
}

/** Walks to the count-th working day strictly beyond a day. */
function walk(worked: MinutesOfDay, day: number, count: number, step: 1 | -1): number {
  if (!Number.isInteger(count) || count < 0 || count > COUNT_MAX) {
    throw new LimitExceeded('Working days', COUNT_MAX, count);
  }
  if (count === 0) return nearest(worked, day, step);
  let current = day;
  for (let passed = 0; passed < count; passed += 1) {
    current = nearest(worked, current + step, step);
  }
  return current;
}

/**
 * Counts by whole weeks and then corrects for the days that differ, so that a long span costs no
 * more.
 */
function countBetween(week: readonly number[], differing: ReadonlyMap<number, number>) {
  const works = (day: number) => (week[weekdayOfDay(day) - 1] ?? 0) > 0;
  const perWeek = week.filter((minutes) => minutes > 0).length;
  return (from: number, to: number): number => {
    const weeks = Math.floor((to - from) / 7);
    let count = weeks * perWeek;
    for (let day = from + weeks * 7; day < to; day += 1) count += Number(works(day));
    for (const [day, minutes] of differing) {
      if (day >= from && day < to) count += Number(minutes > 0) - Number(works(day));
    }
    return count;
  };
}

/**
 * Prepares a calendar; refuses one without a working day in its week, or with impossible minutes.
 */
export function workCalendar(definition: CalendarDefinition): WorkCalendar {
  checkDefinition(definition);
  const week = definition.minutes;
  const differing = new Map(
    (definition.exceptions ?? []).map((day) => [dayNumber(parseLocalDate(day.on)), day.minutes]),
  );
  const worked: MinutesOfDay = (day) => differing.get(day) ?? week[weekdayOfDay(day) - 1] ?? 0;
  const count = countBetween(week, differing);
  return {
    workMinutesOn: (date) => worked(dayNumber(date)),
    isWorkDay: (date) => worked(dayNumber(date)) > 0,
    nextWorkDay: (date) => dateOfDay(nearest(worked, dayNumber(date), 1)),
    previousWorkDay: (date) => dateOfDay(nearest(worked, dayNumber(date), -1)),
    workDaysBefore: (date, days) => dateOfDay(walk(worked, dayNumber(date), days, -1)),
    workDaysAfter: (date, days) => dateOfDay(walk(worked, dayNumber(date), days, 1)),
    workDaysBetween: (from, to) =>
      compareDates(from, to) <= 0
        ? count(dayNumber(from), dayNumber(to))
        : -count(dayNumber(to), dayNumber(from)),
  };
}
