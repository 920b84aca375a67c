import {
  addMonths,
  endOfMonth,
  lifecycle,
  monthOf,
  startOfMonth,
  type LocalDate,
} from '../kernel/index.js';
import { PeriodClosed, PeriodTooFarAhead } from './errors.js';

export const fiscalPeriodLifecycle = lifecycle({
  subject: 'Fiscal period',
  initial: 'OPEN',
  states: {
    OPEN: { softClose: 'SOFT_CLOSED' },
    SOFT_CLOSED: { close: 'CLOSED', reopen: 'OPEN' },
    CLOSED: { reopen: 'OPEN' },
  },
});

export interface PeriodBounds {
  readonly code: string;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
}

/** How far ahead of today a period may be opened by posting into it. */
const MONTHS_AHEAD = 12;

/** The month that a day belongs to, as a fiscal period. */
export function periodOf(date: LocalDate): PeriodBounds {
  return { code: monthOf(date), startsOn: startOfMonth(date), endsOn: endOfMonth(date) };
}

/** The twelve months of the year of a company's founding. */
export function foundingPeriods(foundedOn: LocalDate): PeriodBounds[] {
  const january = periodOf(`${foundedOn.slice(0, 4)}-01-01` as LocalDate).startsOn;
  return Array.from({ length: 12 }, (_, month) => periodOf(addMonths(january, month)));
}

/**
 * Whether posting may open a period that is not there yet: any past month, because opening history
 * is posted too, unless a later month is closed, for then the books before it are final.
 *
 * @throws PeriodClosed, PeriodTooFarAhead
 */
export function mayOpen(date: LocalDate, today: LocalDate, lastClosedEndsOn: string | null): void {
  const { code, endsOn } = periodOf(date);
  if (lastClosedEndsOn !== null && endsOn < lastClosedEndsOn) throw new PeriodClosed(code);
  const latest = endOfMonth(addMonths(today, MONTHS_AHEAD));
  if (date > latest) throw new PeriodTooFarAhead(date, latest);
}

/**
 * Whether a period takes a posting. A softly closed one still takes manual vouchers, so that the
 * accountants can adjust it while documents already go to the next month.
 *
 * @throws PeriodClosed
 */
export function mayPost(period: { code: string; status: string }, isManual: boolean): void {
  if (period.status === 'OPEN') return;
  if (period.status === 'SOFT_CLOSED' && isManual) return;
  throw new PeriodClosed(period.code);
}
