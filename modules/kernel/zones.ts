import { isLocalDate } from './dates.js';
import type { LocalDate } from './dates.js';
import { InvalidInput } from './refusals.js';

const ZONE_NAME = /^[A-Za-z][A-Za-z0-9_+-]{0,31}(?:\/[A-Za-z0-9_+-]{1,31}){0,3}$/;
const TIME_TEXT = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/;
const MILLISECONDS_PER_DAY = 86_400_000;
/** Some years within the calendar of four digits, counted from 1970 either way. */
const LAST_SURE_HOUR = 1_900 * 365 * MILLISECONDS_PER_DAY;

/**
 * Building a formatter takes longer than using it; names differ in case, so the cache is bounded.
 */
const formatters = new Map<string, Intl.DateTimeFormat>();
const FORMATTERS_KEPT = 600;

function buildFormatter(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  } catch {
    return null;
  }
}

function formatterOf(timeZone: string): Intl.DateTimeFormat | null {
  const kept = formatters.get(timeZone);
  if (kept) return kept;
  const built = ZONE_NAME.test(timeZone) ? buildFormatter(timeZone) : null;
  if (built) {
    if (formatters.size >= FORMATTERS_KEPT) formatters.clear();
    formatters.set(timeZone, built);
  }
  return built;
}

/** Tells whether a text names a time zone of the IANA database; bare offsets are not names. */
export function isTimeZone(timeZone: string): boolean {
  return formatterOf(timeZone) !== null;
}

/** What a formatter reads off the clocks of the zone, as if it were UTC, in milliseconds. */
function readClock(instant: number, timeZone: string): number {
  const formatter = formatterOf(timeZone);
  if (!formatter) {
    throw new InvalidInput('TIME_ZONE_UNKNOWN', '{timeZone} is not a time zone.', { timeZone });
  }
  const parts = formatter.formatToParts(new Date(instant));
  const part = (type: string) => parts.find((candidate) => candidate.type === type)?.value ?? '00';
  const date = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
  if (part('era') !== 'AD' || !isLocalDate(date)) {
    const message = 'The instant lies outside the years 1 to 9999.';
    throw new InvalidInput('INSTANT_OUT_OF_RANGE', message);
  }
  return Date.parse(`${date}T${part('hour')}:${part('minute')}:${part('second')}Z`);
}

const HOUR_MS = 3_600_000;

/**
 * Offsets by zone and hour, null where one changes within the hour: reading a clock takes a
 * hundred times as long as looking here.
 */
const hourOffsets = new Map<string, number | null>();
const OFFSETS_KEPT = 2_000;

function offsetOfHour(hour: number, timeZone: string): number | null {
  const key = `${timeZone} ${hour}`;
  const kept = hourOffsets.get(key);
  if (kept !== undefined) return kept;
  const [first, last] = [hour, hour + HOUR_MS - 1_000].map((at) => readClock(at, timeZone) - at);
  const offset = first === last ? first! : null;
  if (hourOffsets.size >= OFFSETS_KEPT) hourOffsets.clear();
  hourOffsets.set(key, offset);
  return offset;
}

/** What the clocks of the zone show, as if it were UTC, in milliseconds. */
function wallClock(instant: number, timeZone: string): number {
  const second = Math.floor(instant / 1000) * 1000;
  const hour = Math.floor(instant / HOUR_MS) * HOUR_MS;
  // The first and the last hours of the calendar have an end that cannot be read.
  const offset = Math.abs(hour) < LAST_SURE_HOUR ? offsetOfHour(hour, timeZone) : null;
  return offset === null ? readClock(instant, timeZone) : second + offset;
}

/** How far the zone's clocks are ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: number, timeZone: string): number {
  return wallClock(instant, timeZone) - Math.floor(instant / 1000) * 1000;
}

/** The day that the calendars of a time zone show at an instant. */
export function localDateAt(instant: Date, timeZone: string): LocalDate {
  const wall = wallClock(instant.getTime(), timeZone);
  return new Date(wall).toISOString().slice(0, 10) as LocalDate;
}

/**
 * The instant at which the clocks of a time zone show a day and a time (`HH:MM` or `HH:MM:SS`).
 * A time that the clocks show twice is the first; one that they skip is moved on by what they skip,
 * as RFC 5545 reads it.
 */
export function instantAt(date: LocalDate, time: string, timeZone: string): Date {
  const match = TIME_TEXT.exec(time);
  if (!match) {
    throw new InvalidInput('TIME_MALFORMED', '{value} is not a time like 08:30.', { value: time });
  }
  const wanted = Date.parse(`${date}T${match[1]}:${match[2]}:${match[3] ?? '00'}Z`);
  const before = offsetAt(wanted - MILLISECONDS_PER_DAY, timeZone);
  const after = offsetAt(wanted + MILLISECONDS_PER_DAY, timeZone);
  const candidates = [wanted - before, wanted - after].sort((a, b) => a - b);
  const shown = candidates.find((instant) => wallClock(instant, timeZone) === wanted);
  return new Date(shown ?? wanted - before);
}
