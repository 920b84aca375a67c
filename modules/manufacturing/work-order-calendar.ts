import type { Tx } from '../events/index.js';
import { calendars, companies } from '../platform/index.js';
import { present } from '../kernel/index.js';
import type { ShopCalendars } from './work-order-schedule.rules.js';

/** Where an operation is done, and the calendar that is kept there; none means the company's. */
interface PlacedOperation {
  readonly workCenterId: string;
  readonly calendarId: string | null;
}

/** The calendars of a company and of the work centers of operations: one statement, or none. */
export async function shopCalendars(
  tx: Tx,
  companyId: string,
  operations: readonly PlacedOperation[],
): Promise<ShopCalendars> {
  const { calendarId } = await companies.get(tx, companyId);
  const companyCalendarId = calendarId ?? (await calendars.standard(tx)).id;
  const own = operations.flatMap(({ workCenterId, calendarId: id }) =>
    id === null ? [] : [{ workCenterId, id }],
  );
  const days = await calendars.workDaysOf(tx, [companyCalendarId, ...own.map(({ id }) => id)]);
  return {
    company: present(days.get(companyCalendarId)),
    workCenters: new Map(own.map(({ workCenterId, id }) => [workCenterId, present(days.get(id))])),
  };
}
