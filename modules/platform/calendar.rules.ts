import { inField, parseLocalDate, workCalendar, type CalendarDefinition } from '../kernel/index.js';

/** Minutes of Monday to Sunday and the days that differ; checked by making a calendar of them. */
export interface CalendarDays {
  readonly minutes: readonly number[];
  readonly exceptions: readonly { readonly on: string; readonly minutes: number }[];
}

/** The calendar a company has until it names another: eight hours from Monday to Friday. */
export const STANDARD_CALENDAR = {
  code: 'STANDARD',
  name: 'Monday to Friday',
  minutes: [480, 480, 480, 480, 480, 0, 0],
} as const;

/** Checks days and sorts the exceptions; of two for one day the later given counts. */
export function cleanDays({ minutes, exceptions = [] }: CalendarDefinition): CalendarDays {
  const byDay = new Map<string, number>();
  exceptions.forEach((day, index) => {
    const on = inField('exceptions', () =>
      inField(index, () => inField('on', () => parseLocalDate(day.on))),
    );
    byDay.set(on, day.minutes);
  });
  const days = [...byDay].sort(([left], [right]) => (left < right ? -1 : 1));
  const cleaned = { minutes, exceptions: days.map(([on, worked]) => ({ on, minutes: worked })) };
  inField('minutes', () => workCalendar(cleaned));
  return cleaned;
}

/** Reads the exceptions column back; only `cleanDays` ever wrote it. */
export function exceptionsFrom(column: unknown): CalendarDays['exceptions'] {
  return column as CalendarDays['exceptions'];
}
