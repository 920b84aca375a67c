import { quoted } from './numbers.js';
import { RowRefused } from './refusals.js';

/** The parts of a format, the longest first; everything else stands for itself. */
const PARTS = [
  ['YYYY', '(?<year>\\d{4})'],
  ['YY', '(?<short>\\d{2})'],
  ['MMM', '(?<word>[A-Za-z]{3})'],
  ['MM', '(?<month>\\d{2})'],
  ['M', '(?<month>\\d{1,2})'],
  ['DD', '(?<day>\\d{2})'],
  ['D', '(?<day>\\d{1,2})'],
  ['HH', '(?<hour>\\d{2})'],
  ['H', '(?<hour>\\d{1,2})'],
  ['mm', '(?<minute>\\d{2})'],
  ['ss', '(?<second>\\d{2})'],
] as const;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const patterns = new Map<string, RegExp>();

function patternOf(format: string): RegExp {
  const known = patterns.get(format);
  if (known) return known;
  let pattern = '';
  for (let rest = format; rest !== '';) {
    const part = PARTS.find(([name]) => rest.startsWith(name));
    pattern += part ? part[1] : (rest[0] ?? '').replace(/[^\w\s]/, '\\$&');
    rest = rest.slice(part ? part[0].length : 1);
  }
  const made = new RegExp(`^${pattern}$`);
  patterns.set(format, made);
  return made;
}

const two = (number: number): string => String(number).padStart(2, '0');

interface Parts {
  readonly day: string;
  readonly time: string;
}

function partsOf(text: string, format: string): Parts {
  const refuse = () =>
    new RowRefused('DATE_UNREADABLE', `${quoted(text)} is no date of the form ${format}.`);
  const found = patternOf(format).exec(text.trim())?.groups;
  if (!found) throw refuse();
  const { year, short, word, month, day = '1', hour = '0', minute = '0', second = '0' } = found;
  const monthNumber = word === undefined ? Number(month) : MONTHS.indexOf(word.toLowerCase()) + 1;
  // Two digits are of this century up to 68, as POSIX reads them.
  const century = Number(short) <= 68 ? 2_000 : 1_900;
  const yearNumber = year === undefined ? century + Number(short) : Number(year);
  const iso = `${String(yearNumber).padStart(4, '0')}-${two(monthNumber)}-${two(Number(day))}`;
  const instant = new Date(`${iso}T00:00:00Z`);
  const isDay = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(iso);
  const isTime = Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
  if (!isDay || !isTime) throw refuse();
  return {
    day: iso,
    time: `${two(Number(hour))}:${minute.padStart(2, '0')}:${second.padStart(2, '0')}`,
  };
}

/** Reads a day of a format such as `DD.MM.YYYY`; a time that follows it is left out. */
export const readDate = (text: string, format = 'YYYY-MM-DD'): string => partsOf(text, format).day;

const WALL = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
const CLOCK = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What clocks in a zone show at an instant, as if it were in UTC. */
function wallOf(instant: number, zone: string): number {
  const timeZone = zone;
  const clock =
    clocks.get(zone) ?? new Intl.DateTimeFormat('en-US', { timeZone, ...WALL, ...CLOCK });
  clocks.set(zone, clock);
  const parts = Object.fromEntries(
    clock.formatToParts(instant).map((one) => [one.type, one.value]),
  );
  const { year = '', month = '', day = '', hour = '', minute = '', second = '' } = parts;
  return Date.UTC(+year, +month - 1, +day, +hour, +minute, +second);
}

export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** The day in a zone of an instant with its offset, such as 2026-03-01T23:30:00Z. */
export function dayOfInstant(text: string, zone: string): string {
  const instant = Date.parse(text);
  if (Number.isNaN(instant) || !/(Z|[+-]\d{2}:?\d{2})$/.test(text))
    throw new RowRefused('DATE_UNREADABLE', `${quoted(text)} is no instant with its offset.`);
  return new Date(wallOf(instant, zone)).toISOString().slice(0, 10);
}

/**
 * The instant at which clocks in a zone show a time of a format. Of an hour that clocks show twice
 * the first is taken; one that they leave out is refused.
 */
export function readInstant(text: string, format: string, zone: string): string {
  const { day, time } = partsOf(text, format);
  const wall = Date.parse(`${day}T${time}Z`);
  const offsets = [wall - 86_400_000, wall + 86_400_000].map((at) => wallOf(at, zone) - at);
  const instant = offsets.map((offset) => wall - offset).find((at) => wallOf(at, zone) === wall);
  if (instant === undefined)
    throw new RowRefused('DATE_UNREADABLE', `Clocks in ${zone} never showed ${quoted(text)}.`);
  return new Date(instant).toISOString();
}
