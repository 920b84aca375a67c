import { isTimeZone } from '../../../modules/kernel/zones.js';
import { refuseRead } from '../refusals.js';

/** How much of a date or an instant a group has in common. */
export type DatePart = 'YEAR' | 'QUARTER' | 'MONTH' | 'WEEK' | 'DAY' | 'HOUR';

const lengths: Record<DatePart, string> = {
  YEAR: '1 year',
  QUARTER: '3 months',
  MONTH: '1 month',
  WEEK: '1 week',
  DAY: '1 day',
  HOUR: '1 hour',
};

/** The name of a time zone of the IANA database. Throws TIME_ZONE_UNKNOWN. */
export function checkedZone(timeZone: string): string {
  if (isTimeZone(timeZone)) return timeZone;
  return refuseZone(timeZone);
}

export function refuseZone(timeZone: string): never {
  const message = `"${timeZone.slice(0, 64)}" is not a time zone of the IANA database.`;
  return refuseRead('TIME_ZONE_UNKNOWN', message);
}

/** The first day of the part of a calendar in which a date lies. */
export const dateStart = (part: DatePart, sql: string): string =>
  part === 'DAY' ? sql : `date_trunc('${part}', ${sql}::timestamp)::date`;

/**
 * Of an instant the first day by the clocks of a zone; of an hour the instant at which it began,
 * because clocks that are set back show an hour twice.
 */
export const instantStart = (part: DatePart, sql: string, zone: string): string =>
  part === 'HOUR'
    ? `date_trunc('HOUR', ${sql}, ${zone})`
    : `date_trunc('${part}', ${sql} at time zone ${zone})::date`;

/** When a period of instants began and ended, and the clocks of the zone then. */
export function instantBounds(part: DatePart, start: string, zone: string): string[] {
  const length = `interval '${lengths[part]}'`;
  if (part === 'HOUR') return [start, `${start} + ${length}`, `${start} at time zone ${zone}`];
  const at = (day: string) => `(${day})::timestamp at time zone ${zone}`;
  return [at(start), at(`${start} + ${length}`), start];
}

/** A part of the calendar, as the executor walks it. */
export interface PeriodValue {
  readonly label: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
}

type Instants = readonly [startsAt: string, endsAt: string, clocks: string];

/** A period by what the store told of it; `instants` are given for a period of instants. */
export function periodOf(part: DatePart, start: string, instants: Instants | null): PeriodValue {
  const clocks = instants?.[2] ?? start;
  const isDays = part !== 'HOUR';
  return {
    label: labelOf(part, clocks),
    startsOn: isDays ? start : null,
    endsOn: isDays ? lastDay(part, start) : null,
    startsAt: instants?.[0] ?? null,
    endsAt: instants?.[1] ?? null,
  };
}

const utc = (year: number, month: number, day: number): Date => {
  const date = new Date(0);
  date.setUTCFullYear(year, month, day);
  return date;
};
const textOf = (date: Date): string => date.toISOString().slice(0, 10);

const monthsIn: Partial<Record<DatePart, number>> = { YEAR: 12, QUARTER: 3, MONTH: 1 };

function lastDay(part: DatePart, start: string): string {
  const [year, month, day] = start.split('-').map(Number) as [number, number, number];
  const months = monthsIn[part];
  if (months !== undefined) return textOf(utc(year, month - 1 + months, 0));
  return textOf(utc(year, month - 1, day + (part === 'WEEK' ? 6 : 0)));
}

function labelOf(part: DatePart, clocks: string): string {
  const [year, month, day] = clocks.slice(0, 10).split('-') as [string, string, string];
  if (part === 'YEAR') return year;
  if (part === 'QUARTER') return `${year}-Q${Math.ceil(Number(month) / 3)}`;
  if (part === 'MONTH') return `${year}-${month}`;
  if (part === 'WEEK') return isoWeek(Number(year), Number(month), Number(day));
  if (part === 'DAY') return clocks.slice(0, 10);
  return `${clocks.slice(0, 10)}T${clocks.slice(11, 16)}`;
}

/** A week by ISO 8601: it belongs to the year in which its Thursday lies. */
function isoWeek(year: number, month: number, monday: number): string {
  const thursday = utc(year, month - 1, monday + 3);
  const first = utc(thursday.getUTCFullYear(), 0, 1);
  const days = (thursday.getTime() - first.getTime()) / 86_400_000;
  const week = String(Math.floor(days / 7) + 1).padStart(2, '0');
  return `${String(thursday.getUTCFullYear()).padStart(4, '0')}-W${week}`;
}
