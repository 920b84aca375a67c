import {
  DuplicateKey,
  NotFound,
  inField,
  workCalendar,
  type CalendarDefinition,
  type WorkCalendar,
} from '../kernel/index.js';
import { nextVersion, oneOf, type Row, type Tx } from '../events/index.js';
import { STANDARD_CALENDAR, cleanDays, exceptionsFrom } from './calendar.rules.js';
import { calendarChanged, calendarCreated } from './events.js';
import { cleanCode, cleanName } from './input.rules.js';
import { perTransaction } from './per-transaction.js';

export type Calendar = Row<'WorkCalendar'>;

export interface CalendarCreate extends CalendarDefinition {
  readonly code: string;
  readonly name: string;
}

/** Absent keeps. */
export interface CalendarChange {
  readonly id: string;
  readonly expectedVersion?: number | null;
  readonly name?: string;
  readonly minutes?: readonly number[];
  readonly exceptions?: CalendarDefinition['exceptions'];
}

/** A calendar by its id. NotFound. */
export async function get(tx: Tx, id: string): Promise<Calendar> {
  const row = await tx.db
    .selectFrom('WorkCalendar')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw new NotFound('WorkCalendar', id);
  return row;
}

/** The calendar that the reference data brings. NotFound before it was seeded. */
export async function standard(tx: Tx): Promise<Calendar> {
  const { code } = STANDARD_CALENDAR;
  const row = await tx.db
    .selectFrom('WorkCalendar')
    .selectAll()
    .where('code', '=', code)
    .executeTakeFirst();
  if (!row) throw new NotFound('WorkCalendar', code);
  return row;
}

const knownDays = perTransaction(() => Promise.resolve(new Map<string, WorkCalendar>()));

/**
 * The working days of calendars, by their ids, ready to be counted; one that is not there is
 * missing. Each is read once in a transaction, by one statement.
 */
export async function workDaysOf(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, WorkCalendar>> {
  const known = await knownDays(tx);
  const missing = ids.filter((id) => !known.has(id));
  if (missing.length === 0) return known;
  const rows = await tx.db
    .selectFrom('WorkCalendar')
    .selectAll()
    .where('id', '=', oneOf(missing))
    .execute();
  for (const { id, minutes, exceptions } of rows)
    known.set(id, workCalendar({ minutes, exceptions: exceptionsFrom(exceptions) }));
  return known;
}

/** Makes a calendar. DuplicateKey for its code, CALENDAR_MALFORMED and the like for its days. */
export async function create(tx: Tx, input: CalendarCreate): Promise<Calendar> {
  const code = inField('code', () => cleanCode(input.code));
  const name = inField('name', () => cleanName(input.name));
  const { minutes, exceptions } = cleanDays(input);
  const after = await tx.db
    .insertInto('WorkCalendar')
    .values({
      id: tx.newId(),
      code,
      name,
      minutes: [...minutes],
      exceptions: JSON.stringify(exceptions),
      createdAt: tx.now,
    })
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returningAll()
    .executeTakeFirst();
  if (!after) throw new DuplicateKey('WorkCalendar', 'code', code).at('code');
  tx.emit(calendarCreated({ before: null, after, data: {} }));
  return after;
}

/** Changes a calendar's name or days. NotFound, StaleVersion, InvalidInput by field. */
export async function change(tx: Tx, input: CalendarChange): Promise<Calendar> {
  const before = await tx.lock('WorkCalendar', input.id, input.expectedVersion);
  const { minutes, exceptions } = cleanDays({
    minutes: input.minutes ?? before.minutes,
    exceptions: input.exceptions ?? exceptionsFrom(before.exceptions),
  });
  const after = await nextVersion(tx, 'WorkCalendar', before, {
    name: inField('name', () => cleanName(input.name ?? before.name)),
    minutes: [...minutes],
    exceptions: JSON.stringify(exceptions),
  });
  knownDays.forget(tx);
  tx.emit(calendarChanged({ before, after, data: {} }));
  return after;
}
