import { workCalendar, type WorkCalendar } from '../kernel/index.js';
import { STANDARD_CALENDAR, exceptionsFrom } from './calendar.rules.js';

/** The working days of some calendars, and of the one a company has until it names another. */
export interface WorkDays {
  readonly standard: WorkCalendar;
  readonly byId: ReadonlyMap<string, WorkCalendar>;
}

/** The working days of calendars by their ids, with the standard one: one statement. */
export async function workDays(
  read: (statement: { text: string; values: unknown[] }) => Promise<unknown[][]>,
  ids: readonly string[],
): Promise<WorkDays> {
  const rows = await read({
    text: `select "id", "code", "minutes", "exceptions" from "WorkCalendar"
      where "id" = any($1::uuid[]) or "code" = $2`,
    values: [ids, STANDARD_CALENDAR.code],
  });
  const byId = new Map<string, WorkCalendar>();
  let standard: WorkCalendar | null = null;
  for (const [id, code, minutes, exceptions] of rows) {
    const days = { minutes: minutes as number[], exceptions: exceptionsFrom(exceptions) };
    const calendar = workCalendar(days);
    byId.set(String(id), calendar);
    if (code === STANDARD_CALENDAR.code) standard = calendar;
  }
  return { standard: standard ?? workCalendar(STANDARD_CALENDAR), byId };
}
