import { sql } from 'kysely';
import { landed, type Tx } from '../events/index.js';
import { calendars, companies } from '../platform/index.js';
import type { WorkCalendar } from '../kernel/index.js';
import type { ShopCalendars } from './work-order-schedule.rules.js';

/** The work centers that have a calendar of their own. */
async function ownCalendars(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx.db
    .selectFrom('WorkCenter')
    .select(['id', 'calendarId'])
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('calendarId', 'is not', null)
    .execute();
}

/** The calendars of a company and of its work centers: one statement, and one for each calendar. */
export async function shopCalendars(
  tx: Tx,
  companyId: string,
  workCenterIds: readonly string[],
): Promise<ShopCalendars> {
  const { calendarId } = await companies.get(tx, companyId);
  const prepared = new Map<string, WorkCalendar>();
  const calendarOf = async (id: string): Promise<WorkCalendar> => {
    const known = prepared.get(id) ?? (await calendars.workDays(tx, id));
    prepared.set(id, known);
    return known;
  };
  const companyCalendarId = calendarId ?? (await calendars.standard(tx)).id;
  const [company, rows] = await landed([
    calendarOf(companyCalendarId),
    ownCalendars(tx, [...new Set(workCenterIds)]),
  ]);
  const workCenters = new Map<string, WorkCalendar>();
  for (const row of rows) {
    workCenters.set(row.id, await calendarOf(row.calendarId ?? companyCalendarId));
  }
  return { company, workCenters };
}
