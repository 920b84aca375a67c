import type { Tx } from '../events/index.js';
import { next, present, ZERO } from '../kernel/index.js';
import { jobCardReported } from './events.js';
import { jobCardLifecycle } from './job-card-lifecycle.rules.js';
import { afterReport, reportRow, tellTime } from './job-card-time.js';
import { impliedReport } from './job-card.rules.js';
import { start, type PostingDays } from './material-take.service.js';
import { doneOf, type Completing } from './production-lines.js';
import { stepCard, type JobCard } from './work-order-rows.js';

type ReportRow = ReturnType<typeof reportRow>;

/** What a completion says of an operation, told as its report; null when it says nothing new. */
function reportCard(tx: Tx, one: Completing, card: JobCard, postedOn: string): ReportRow | null {
  const { making, scrap, scrapReason } = one;
  if (card.status === 'DONE' || card.status === 'SKIPPED') return null;
  const isLast = card.id === making.cards.findLast(({ status }) => status !== 'SKIPPED')?.id;
  const implied = impliedReport(card, isLast, { total: doneOf(one), scrap });
  const why = implied.scrap.gt(0) ? scrapReason : null;
  const told = { ...implied, rework: ZERO, scrapReason: why, reworkReason: null };
  const row = reportRow(tx, card, told, postedOn);
  const ready =
    card.status === 'PENDING' ? next(jobCardLifecycle, card.status, 'ready') : card.status;
  const reported = next(jobCardLifecycle, ready, 'report');
  const status = one.isFinished ? next(jobCardLifecycle, reported, 'finish') : reported;
  const finishedAt = one.isFinished ? tx.now : null;
  const startedAt = card.startedAt ?? tx.now;
  const clock = { runningSince: null, startedAt, finishedAt };
  stepCard(tx, making, card, jobCardReported, { ...afterReport(card, row), status, ...clock });
  return row;
}

/** Reports what operations must have done, where the caller says that nobody else does. */
export function reportAll(tx: Tx, all: readonly Completing[], days: PostingDays): ReportRow[] {
  return all.flatMap((one) => {
    const { making } = one;
    start(tx, making);
    const postedOn = present(days.get(making.order.companyId));
    const rows = making.cards.flatMap((card) => reportCard(tx, one, card, postedOn) ?? []);
    tellTime(tx, making, rows, postedOn);
    return rows;
  });
}
