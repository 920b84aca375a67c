import { isLocalDate } from './dates.js';
import { InvalidInput } from './refusals.js';

const INSTANT_TEXT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(Z|[+-]\d{2}:\d{2})$/;
/** Up to 23:59, for a time without its seconds and for an offset without its sign. */
const HOURS_AND_MINUTES = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const LAST_SECOND = '59';

const FIRST_INSTANT = Date.parse('0001-01-01T00:00:00Z');
const LAST_INSTANT = Date.parse('9999-12-31T23:59:59.999Z');

function isTimeOfDay(time: string, offset: string): boolean {
  const isTime = HOURS_AND_MINUTES.test(time.slice(0, 5)) && time.slice(6) <= LAST_SECOND;
  return isTime && (offset === 'Z' || HOURS_AND_MINUTES.test(offset.slice(1)));
}

/**
 * Takes an instant in the form of RFC 3339. The offset is required, because a time without one is
 * nobody's;
 * leap seconds are refused, and what is finer than a millisecond is cut off.
 */
export function parseInstant(text: string): Date {
  const match = INSTANT_TEXT.exec(text);
  const [, date = '', time = '', fraction = '', offset = ''] = match ?? [];
  if (!match || !isLocalDate(date) || !isTimeOfDay(time, offset)) {
    const message = '{value} is not an instant with an offset like 2026-02-28T08:30:00+01:00.';
    throw new InvalidInput('INSTANT_MALFORMED', message, { value: text });
  }
  const milliseconds = fraction.padEnd(3, '0').slice(0, 3);
  const instant = Date.parse(`${date}T${time}.${milliseconds}${offset}`);
  // The offset can carry the first and the last day over the edge.
  if (!(instant >= FIRST_INSTANT && instant <= LAST_INSTANT)) {
    const message = 'The instant {value} lies outside the years 1 to 9999.';
    throw new InvalidInput('INSTANT_OUT_OF_RANGE', message, { value: text });
  }
  return new Date(instant);
}

/** An instant as the graph answers it: UTC, with milliseconds and a `Z`. */
export function formatInstant(instant: Date): string {
  return instant.toISOString();
}
