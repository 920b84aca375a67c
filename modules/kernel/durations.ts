import { InvalidInput } from './refusals.js';

/** A length of time in whole parts, all of one sign; the parts are not carried into each other. */
export interface Duration {
  readonly years: number;
  readonly months: number;
  readonly weeks: number;
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
}

/** Nine digits a part are decades of seconds and keep every sum a safe integer. */
const DURATION_TEXT = /^(-)?P(?=.)([^T]*)(?:T(?=.)(.*))?$/;
const DATE_PARTS = /^(?:(\d{1,9})Y)?(?:(\d{1,9})M)?(?:(\d{1,9})W)?(?:(\d{1,9})D)?$/;
const TIME_PARTS = /^(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?$/;

const SECONDS = { weeks: 604_800, days: 86_400, hours: 3_600, minutes: 60, seconds: 1 } as const;

/** Takes a duration of ISO 8601 in whole parts, such as `P1DT2H30M`; a leading minus is allowed. */
export function parseDuration(text: string): Duration {
  const match = DURATION_TEXT.exec(text);
  const date = DATE_PARTS.exec(match?.[2] ?? '');
  const time = TIME_PARTS.exec(match?.[3] ?? '');
  if (!match || !date || !time) {
    const message = '{value} is not a duration like P1DT2H30M.';
    throw new InvalidInput('DURATION_MALFORMED', message, { value: text });
  }
  const sign = match[1] ? -1 : 1;
  // Adding zero turns the negative zero of an absent part into zero.
  const part = (digits: string | undefined) => sign * Number(digits ?? 0) + 0;
  return {
    years: part(date[1]),
    months: part(date[2]),
    weeks: part(date[3]),
    days: part(date[4]),
    hours: part(time[1]),
    minutes: part(time[2]),
    seconds: part(time[3]),
  };
}

/** Writes a duration of ISO 8601; parts of zero are left out, and nothing at all is `PT0S`. */
export function formatDuration(duration: Duration): string {
  const { years, months, weeks, days, hours, minutes, seconds } = duration;
  const written = (parts: [number, string][]) =>
    parts.map(([count, letter]) => (count === 0 ? '' : `${Math.abs(count)}${letter}`)).join('');
  const date = written([
    [years, 'Y'],
    [months, 'M'],
    [weeks, 'W'],
    [days, 'D'],
  ]);
  const time = written([
    [hours, 'H'],
    [minutes, 'M'],
    [seconds, 'S'],
  ]);
  if (date === '' && time === '') return 'PT0S';
  const sign = Object.values(duration).some((count) => count < 0) ? '-' : '';
  return `${sign}P${date}${time && `T${time}`}`;
}

/** The length in seconds; refuses years and months, whose length depends on where they begin. */
export function durationSeconds(duration: Duration): number {
  if (duration.years !== 0 || duration.months !== 0) {
    const message = 'A duration with years or months has no fixed length.';
    throw new InvalidInput('DURATION_NOT_FIXED', message);
  }
  const { weeks, days, hours, minutes, seconds } = duration;
  const whole = weeks * SECONDS.weeks + days * SECONDS.days + hours * SECONDS.hours;
  return whole + minutes * SECONDS.minutes + seconds * SECONDS.seconds;
}
