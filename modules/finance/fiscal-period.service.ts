import { sql } from 'kysely';
import { insertMissing, nextVersion, readNow, type Row, type Tx } from '../events/index.js';
import { type LocalDate, cleanText, monthOf, next } from '../kernel/index.js';
import * as books from './books.service.js';
import { PeriodNotReady } from './errors.js';
import {
  fiscalPeriodClosed,
  fiscalPeriodOpened,
  fiscalPeriodReopened,
  fiscalPeriodSoftClosed,
} from './events.js';
import { fiscalPeriodLifecycle, mayOpen, mayPost, periodOf } from './fiscal-period.rules.js';
import type { PeriodBounds } from './fiscal-period.rules.js';

type Period = Row<'FiscalPeriod'>;

export interface PostingDay {
  readonly companyId: string;
  readonly postedOn: LocalDate;
  readonly isManual: boolean;
}

export interface Versioned {
  readonly id: string;
  readonly expectedVersion?: number | null;
}

/**
 * The periods of posting days, in the order asked. Each is held open until the transaction ends:
 * closing it waits. A period that is not there yet is opened where the rules allow it.
 *
 * @throws PeriodClosed, PeriodTooFarAhead
 */
export async function hold(tx: Tx, days: readonly PostingDay[]): Promise<Period[]> {
  const known = new Map<string, Period>();
  for (const companyId of [...new Set(days.map((day) => day.companyId))].sort()) {
    const dates = days.filter((day) => day.companyId === companyId).map((day) => day.postedOn);
    for (const period of await holdOf(tx, companyId, dates)) {
      known.set(`${companyId} ${period.code}`, period);
    }
  }
  return days.map(({ companyId, postedOn, isManual }) => {
    const period = known.get(`${companyId} ${monthOf(postedOn)}`);
    if (!period) throw new Error(`No fiscal period holds ${postedOn}.`);
    mayPost(period, isManual);
    return period;
  });
}

async function holdOf(tx: Tx, companyId: string, dates: readonly LocalDate[]): Promise<Period[]> {
  const bounds = new Map(dates.map((date) => [monthOf(date), periodOf(date)]));
  const found = await lockShared(tx, companyId, [...bounds.keys()]);
  const missing = [...bounds.values()].filter(({ code }) => !found.some((p) => p.code === code));
  if (missing.length === 0) return found;
  await checkOpening(tx, companyId, missing);
  await open(tx, companyId, missing);
  return lockShared(tx, companyId, [...bounds.keys()]);
}

/** Sent at once, before whatever is locked next. */
function lockShared(tx: Tx, companyId: string, codes: readonly string[]): Promise<Period[]> {
  const locking = sql<Period>`
    select * from "FiscalPeriod" where "companyId" = ${companyId} and "code" = any(${codes}::text[])
    order by "id" for share
  `;
  return readNow(tx, locking);
}

async function checkOpening(tx: Tx, companyId: string, missing: PeriodBounds[]): Promise<void> {
  const { today } = await books.of(tx, companyId);
  const closed = await tx.db
    .selectFrom('FiscalPeriod')
    .select(({ fn }) => fn.max('endsOn').as('endsOn'))
    .where('companyId', '=', companyId)
    .where('status', '=', 'CLOSED')
    .executeTakeFirst();
  for (const { startsOn } of missing) mayOpen(startsOn, today, closed?.endsOn ?? null);
}

/** Opens periods that are missing; one that another transaction opened meanwhile is left to it. */
export async function open(
  tx: Tx,
  companyId: string,
  bounds: readonly PeriodBounds[],
): Promise<void> {
  const rows = bounds.map((period) => ({
    id: tx.newId(),
    version: 1,
    companyId,
    ...period,
    status: 'OPEN' as const,
    createdAt: tx.now,
    updatedAt: tx.now,
  }));
  const opened = await insertMissing(tx, 'FiscalPeriod', rows);
  for (const after of opened) tx.emit(fiscalPeriodOpened({ before: null, after, data: {} }));
}

/** Ends posting by documents; accountants may still adjust by manual vouchers. */
export async function softClose(tx: Tx, input: Versioned): Promise<Period> {
  const before = await tx.lock('FiscalPeriod', input.id, input.expectedVersion);
  const after = await move(tx, before, next(fiscalPeriodLifecycle, before.status, 'softClose'));
  tx.emit(fiscalPeriodSoftClosed({ before, after, data: {} }));
  return after;
}

/**
 * Ends all posting. Periods are closed in their order, and not while a voucher waits in them.
 *
 * @throws TransitionRefused, PeriodNotReady
 */
export async function close(tx: Tx, input: Versioned): Promise<Period> {
  const before = await tx.lock('FiscalPeriod', input.id, input.expectedVersion);
  const status = next(fiscalPeriodLifecycle, before.status, 'close');
  const waiting = await waitingIn(tx, before);
  if (waiting.unpostedEntries > 0 || waiting.earlierPeriod !== null) {
    throw new PeriodNotReady({ period: before.code, ...waiting });
  }
  const after = await move(tx, before, status);
  tx.emit(fiscalPeriodClosed({ before, after, data: {} }));
  return after;
}

async function waitingIn(tx: Tx, { id, companyId, startsOn }: Period) {
  const entries = await tx.db
    .selectFrom('JournalEntry')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('fiscalPeriodId', '=', id)
    .where('status', 'in', ['DRAFT', 'CHECKED'])
    .executeTakeFirstOrThrow();
  const earlier = await tx.db
    .selectFrom('FiscalPeriod')
    .select(({ fn }) => fn.min('code').as('code'))
    .where('companyId', '=', companyId)
    .where('startsOn', '<', startsOn)
    .where('status', '<>', 'CLOSED')
    .executeTakeFirst();
  return { unpostedEntries: Number(entries.count), earlierPeriod: earlier?.code ?? null };
}

/** Opens a period again. The reason is kept: whoever audits the books asks for it. */
export async function reopen(tx: Tx, input: Versioned & { reason: string }): Promise<Period> {
  const before = await tx.lock('FiscalPeriod', input.id, input.expectedVersion);
  const status = next(fiscalPeriodLifecycle, before.status, 'reopen');
  const after = await move(tx, before, status, cleanText(input.reason, { min: 1, max: 500 }));
  tx.emit(fiscalPeriodReopened({ before, after, data: {} }));
  return after;
}

function move(
  tx: Tx,
  before: Period,
  status: Period['status'],
  reopenReason: string | null = before.reopenReason,
): Promise<Period> {
  return nextVersion(tx, 'FiscalPeriod', before, { status, reopenReason });
}
