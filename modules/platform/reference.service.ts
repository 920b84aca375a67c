import type { Tx } from '../events/index.js';
import { STANDARD_CALENDAR } from './calendar.rules.js';
import { calendarCreated } from './events.js';
import * as currencies from './currency.service.js';
import { GROUP_ID, groupSeries } from './number-series.rules.js';
import * as numberSeries from './number-series.service.js';
import * as paymentTerms from './payment-terms.service.js';
import * as units from './unit.service.js';

async function createStandardCalendar(tx: Tx): Promise<void> {
  const { code, name, minutes } = STANDARD_CALENDAR;
  const after = await tx.db
    .insertInto('WorkCalendar')
    .values({ id: tx.newId(), code, name, minutes: [...minutes], createdAt: tx.now })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returningAll()
    .executeTakeFirst();
  if (after) tx.emit(calendarCreated({ before: null, after, data: {} }));
}

/**
 * Brings what every installation starts with: currencies, units, the standard calendar, payment
 * terms
 * and the group's number series. What is there stays as it is, so it may run at every start.
 */
export async function seed(tx: Tx): Promise<void> {
  await currencies.createMissing(tx);
  await units.createMissing(tx);
  await createStandardCalendar(tx);
  await paymentTerms.createMissing(tx);
  await numberSeries.createMissing(tx, GROUP_ID, groupSeries);
}
