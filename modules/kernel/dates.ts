import { InvalidInput, QuantityOutOfRange } from './refusals.js';

/**
 * A day of the calendar as `YYYY-MM-DD`, years 0001 to 9999. As text it sorts and compares by
 * itself.
 */
export type LocalDate = string & { readonly __localDate: unique symbol };

/** Monday is 1 and Sunday 7, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const MILLISECONDS_PER_DAY = 86_400_000;
const DATE_TEXT = /^(\d{4})-(\d{2})-(\d{2})$/;
const FIRST_DAY = Date.parse('0001-01-01T00:00:00Z') / MILLISECONDS_PER_DAY;
const LAST_DAY = Date.parse('9999-12-31T00:00:00Z') / MILLISECONDS_PER_DAY;

/** Days since 1970-01-01. */
export function dayNumber(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`) / MILLISECONDS_PER_DAY;
}

/** The day so many days after 1970-01-01; refuses what lies outside the years 0001 to 9999. */
export function dateOfDay(day: number): LocalDate {
  if (!Number.isInteger(day) || day < FIRST_DAY || day > LAST_DAY) {
    throw new QuantityOutOfRange('DATE_OUT_OF_RANGE', 'The date lies outside the years 1 to 9999.');
  }
  return new Date(day * MILLISECONDS_PER_DAY).toISOString().slice(0, 10) as LocalDate;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Tells whether a text is a day that exists. */
export function isLocalDate(text: string): text is LocalDate {
  const match = DATE_TEXT.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Takes a day as callers write it; refuses every other form, and days that do not exist. */
export function parseLocalDate(text: string): LocalDate {
  if (isLocalDate(text)) return text;
  throw new InvalidInput('DATE_MALFORMED', '{value} is not a date like 2026-02-28.', {
    value: text,
  });
}

/** The parts of a day as numbers; month 1 to 12. */
export function dateParts(date: LocalDate): { year: number; month: number; day: number } {
  const [year, month, day] = [date.slice(0, 4), date.slice(5, 7), date.slice(8, 10)].map(Number);
  return { year: year ?? 0, month: month ?? 0, day: day ?? 0 };
}

function dateOf(year: number, month: number, day: number): LocalDate {
  const text = [
    String(year).padStart(4, '0'),
    String(month).padStart(2, '0'),
    String(day).padStart(2, '0'),
  ];
  return text.join('-') as LocalDate;
}

/** The day so many days later, or earlier when the count is negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDay(dayNumber(date) + days);
}

/** How many days `to` lies after `from`; negative when before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * Negative when the first day is earlier, zero when they are the same, positive when it is later.
 */
export function compareDates(left: LocalDate, right: LocalDate): number {
  return left < right ? -1 : Number(left > right);
}

/** The month of a day as `YYYY-MM`. */
export function monthOf(date: LocalDate): string {
  return date.slice(0, 7);
}

/** The first day of the day's month. */
export function startOfMonth(date: LocalDate): LocalDate {
  const { year, month } = dateParts(date);
  return dateOf(year, month, 1);
}

/** The last day of the day's month. */
export function endOfMonth(date: LocalDate): LocalDate {
  const { year, month } = dateParts(date);
  return dateOf(year, month, daysInMonth(year, month));
}

/** The same day so many months later; where that month is too short, its last day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const { year, month, day } = dateParts(date);
  const count = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(count / 12);
  const targetMonth = count - targetYear * 12 + 1;
  if (!Number.isInteger(months) || targetYear < 1 || targetYear > 9999) return dateOfDay(Infinity);
  return dateOf(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
}

/** The day of the week; 1970-01-01 was a Thursday. */
export function weekdayOf(date: LocalDate): Weekday {
  return weekdayOfDay(dayNumber(date));
}

/** The day of the week of a day counted from 1970-01-01. */
export function weekdayOfDay(day: number): Weekday {
  return (((((day + 3) % 7) + 7) % 7) + 1) as Weekday;
}
