import { insertAll, type Tx } from '../events/index.js';
import {
  checkedQuantity,
  type Decimal,
  inField,
  next,
  QuantityOutOfRange,
  requiredReason,
  ZERO,
} from '../kernel/index.js';
import {
  jobCardFinished,
  jobCardReported,
  jobCardSetUp,
  jobCardSkipped,
  jobCardStarted,
  jobCardStopped,
} from './events.js';
import { jobCardLifecycle } from './job-card-lifecycle.rules.js';
import { cardNow, lockCard, type Working } from './job-card-rows.js';
import {
  afterReport,
  NOTHING_REPORTED,
  readyNext,
  reportRow,
  tellTime,
  type Reported,
} from './job-card-time.js';
import {
  clockedBy,
  refuseOverReport,
  refuseUnlessHanded,
  refuseUnlessLast,
  refuseUnlessReported,
  refuseUnlessWorked,
} from './job-card.rules.js';
import { start as startOrder, take } from './material-take.service.js';
import { toIssue } from './material.rules.js';
import { dayOf, save, stepCard, type JobCard, type Versioned } from './work-order-rows.js';

export interface JobCardStop extends Versioned {
  readonly reason: string;
}

/** What was done of an operation; quantities in the product's stock unit. */
export interface JobCardReport extends Versioned {
  readonly good?: Decimal | null;
  readonly scrap?: Decimal | null;
  readonly rework?: Decimal | null;
  /** Needed with scrap. */
  readonly scrapReason?: string | null;
  /** Needed with rework. */
  readonly reworkReason?: string | null;
  /** What the clock says when neither is given. */
  readonly setupMinutes?: Decimal | null;
  readonly runMinutes?: Decimal | null;
  /** Today in the company's time zone when absent. */
  readonly postedOn?: string | null;
}

type ReportRow = ReturnType<typeof reportRow>;

/** Writes a card's verb: what was moved, and what was reported by it. */
async function finishVerb(tx: Tx, working: Working, rows: readonly ReportRow[]): Promise<JobCard> {
  save(tx, [working.making]);
  await insertAll(tx, 'JobCardReport', rows);
  return cardNow(working);
}

/** What the clock of a card says, as a report of time alone; none when it did not run. */
function clocked(tx: Tx, card: JobCard, postedOn: string): ReportRow[] {
  const minutes = clockedBy(card, tx.now);
  if (minutes.setupMinutes.add(minutes.runMinutes).isZero()) return [];
  return [reportRow(tx, card, { ...NOTHING_REPORTED, ...minutes }, postedOn)];
}

/** A card's sums after the clock was read. */
const afterClock = (card: JobCard, rows: readonly ReportRow[]) =>
  rows[0] ? afterReport(card, rows[0]) : {};

/** A waiting card is judged by its predecessor, so that the refusal says what is missing. */
const judgedStatus = ({ status }: JobCard): JobCard['status'] =>
  status === 'PENDING' ? 'READY' : status;

async function begin(tx: Tx, input: Versioned, action: 'setUp' | 'start'): Promise<JobCard> {
  const working = await lockCard(tx, input);
  const { making, card } = working;
  const status = next(jobCardLifecycle, judgedStatus(card), action);
  refuseUnlessWorked(making.order.status);
  refuseUnlessHanded(card, making.cards);
  startOrder(tx, making);
  const postedOn = await dayOf(tx, card.companyId);
  const rows = clocked(tx, card, postedOn);
  const fact = action === 'setUp' ? jobCardSetUp : jobCardStarted;
  stepCard(tx, making, card, fact, {
    ...afterClock(card, rows),
    ...{ status, stopReason: null, runningSince: tx.now, startedAt: card.startedAt ?? tx.now },
  });
  tellTime(tx, making, rows, postedOn);
  return finishVerb(tx, working, rows);
}

/**
 * Prepares an operation: its clock runs. Refusals: TransitionRefused, StaleVersion,
 * WorkOrderNotWorkable, PredecessorNotDone.
 */
export async function setUp(tx: Tx, input: Versioned): Promise<JobCard> {
  return begin(tx, input, 'setUp');
}

/** Starts an operation, or lets it go on; what its set-up took is reported. As `setUp`. */
export async function start(tx: Tx, input: Versioned): Promise<JobCard> {
  return begin(tx, input, 'start');
}

/** Stops an operation's clock, with the reason. TransitionRefused, StaleVersion. */
export async function stop(tx: Tx, input: JobCardStop): Promise<JobCard> {
  const stopReason = requiredReason(input.reason);
  const working = await lockCard(tx, input);
  const { making, card } = working;
  const status = next(jobCardLifecycle, card.status, 'stop');
  refuseUnlessReported(making.order.status);
  const postedOn = await dayOf(tx, card.companyId);
  const rows = clocked(tx, card, postedOn);
  const patch = { ...afterClock(card, rows), status, stopReason, runningSince: null };
  stepCard(tx, making, card, jobCardStopped, patch);
  tellTime(tx, making, rows, postedOn);
  return finishVerb(tx, working, rows);
}

function notNegative(quantity: Decimal | null | undefined, field: string): Decimal {
  if (quantity == null || quantity.isZero()) return ZERO;
  return inField(field, () => checkedQuantity(quantity));
}

/** What is told, with the clock's minutes where none are given. */
function reportedOf(tx: Tx, card: JobCard, input: JobCardReport): Reported {
  const given = { setup: input.setupMinutes ?? null, run: input.runMinutes ?? null };
  const minutes =
    given.setup === null && given.run === null
      ? clockedBy(card, tx.now)
      : {
          setupMinutes: notNegative(given.setup, 'setupMinutes'),
          runMinutes: notNegative(given.run, 'runMinutes'),
        };
  const good = notNegative(input.good, 'good');
  const scrap = notNegative(input.scrap, 'scrap');
  const rework = notNegative(input.rework, 'rework');
  const scrapReason = scrap.isZero() ? null : requiredReason(input.scrapReason, 'scrapReason');
  const reworkReason = rework.isZero() ? null : requiredReason(input.reworkReason, 'reworkReason');
  return { good, scrap, rework, scrapReason, reworkReason, ...minutes };
}

function refuseEmpty({ good, scrap, rework, setupMinutes, runMinutes }: Reported): void {
  if (good.add(scrap).add(rework).add(setupMinutes).add(runMinutes).gt(0)) return;
  const message = 'A report tells of pieces or of minutes.';
  throw new QuantityOutOfRange('REPORT_EMPTY', message);
}

/** What materials the operation takes for what it has done now, where they follow it. */
async function backflush(tx: Tx, working: Working, postedOn: string): Promise<void> {
  const { making } = working;
  const { order, cards, materials } = making;
  if (order.backflush !== 'ON_OPERATION') return;
  const card = cardNow(working);
  const isFirst = cards.find(({ status }) => status !== 'SKIPPED')?.id === card.id;
  const isKnown = (position: number) => cards.some((one) => one.position === position);
  const takes = (operation: number | null) =>
    operation === card.position || (isFirst && (operation === null || !isKnown(operation)));
  const done = { done: card.good.add(card.scrap), quantity: order.quantity };
  const takings = materials
    .filter(({ kind, issueMethod }) => kind === 'COMPONENT' && issueMethod === 'BACKFLUSH')
    .filter(({ operation }) => takes(operation))
    .map((material) => ({ making, material, quantity: toIssue(material, done) }))
    .filter(({ quantity }) => quantity.gt(0));
  await take(tx, takings, new Map([[order.companyId, postedOn]]));
}

/**
 * Reports pieces and minutes of an operation: the minutes cost at the frozen rates, materials that
 * follow the operation are issued, and what is good is handed to the next. Refusals:
 * TransitionRefused, StaleVersion, WorkOrderNotWorkable, PredecessorNotDone,
 * ReportExceedsPredecessor, InvalidInput, InsufficientStock, PeriodClosed.
 */
export async function report(tx: Tx, input: JobCardReport): Promise<JobCard> {
  const working = await lockCard(tx, input);
  const { making, card } = working;
  const status = next(jobCardLifecycle, judgedStatus(card), 'report');
  refuseUnlessReported(making.order.status);
  const told = reportedOf(tx, card, input);
  refuseEmpty(told);
  const { quantity } = making.order;
  inField('good', () => refuseOverReport(card, making.cards, { ...told, quantity }));
  const postedOn = await dayOf(tx, card.companyId, input.postedOn);
  startOrder(tx, making);
  const row = reportRow(tx, card, told, postedOn);
  // The clock goes on from here: what it said so far is told.
  const runningSince = card.runningSince === null ? null : tx.now;
  const clock = { status, runningSince, startedAt: card.startedAt ?? tx.now };
  stepCard(tx, making, card, jobCardReported, { ...afterReport(card, row), ...clock });
  readyNext(tx, making);
  tellTime(tx, making, [row], postedOn);
  await backflush(tx, working, postedOn);
  return finishVerb(tx, working, [row]);
}

/**
 * Ends an operation; what the clock says is reported. Refusals: TransitionRefused, StaleVersion,
 * WorkOrderNotWorkable, PredecessorNotDone while the one before it goes on.
 */
export async function finish(tx: Tx, input: Versioned): Promise<JobCard> {
  const working = await lockCard(tx, input);
  const { making, card } = working;
  const status = next(jobCardLifecycle, card.status, 'finish');
  refuseUnlessReported(making.order.status);
  refuseUnlessLast(card, making.cards);
  startOrder(tx, making);
  const postedOn = await dayOf(tx, card.companyId);
  const rows = clocked(tx, card, postedOn);
  const clock = { status, runningSince: null, finishedAt: tx.now };
  stepCard(tx, making, card, jobCardFinished, { ...afterClock(card, rows), ...clock });
  tellTime(tx, making, rows, postedOn);
  return finishVerb(tx, working, rows);
}

/**
 * Leaves an operation out; what comes from the one before it goes on to the next. Refusals:
 * TransitionRefused once it has begun, StaleVersion, WorkOrderNotWorkable.
 */
export async function skip(tx: Tx, input: JobCardStop): Promise<JobCard> {
  const stopReason = requiredReason(input.reason);
  const working = await lockCard(tx, input);
  const { making, card } = working;
  const status = next(jobCardLifecycle, card.status, 'skip');
  refuseUnlessWorked(making.order.status);
  stepCard(tx, making, card, jobCardSkipped, { status, stopReason, finishedAt: tx.now });
  readyNext(tx, making);
  return finishVerb(tx, working, []);
}
