import { insertLater, type Tx } from '../events/index.js';
import { type Decimal, inField, present, ZERO } from '../kernel/index.js';
import { holdStock } from './material-stock.js';
import { pegOutput } from './pegging.service.js';
import { take, type PostingDays } from './material-take.service.js';
import { checkLines, type Completing, type CompletionLine } from './production-lines.js';
import { productLots, type ProductLots } from './production-lots.js';
import { freeRest, receiveLevel, takingsOf } from './production-stock.service.js';
import { reportAll } from './production-time.js';
import { byLevel } from './production.rules.js';
import { closeOne } from './work-order-close.service.js';
import {
  dayOf,
  lockFamilies,
  ofOne,
  save,
  type Making,
  type WorkOrder,
} from './work-order-rows.js';

export type { CompletionLine } from './production-lines.js';

export interface CompletionOptions {
  /** Today in the company's time zone when absent. */
  readonly postedOn?: string | null;
  /** Reports the planned minutes of all operations for what is made, where no clock did. */
  readonly reportTime?: boolean | null;
  /** Issues what is still required for what is made. */
  readonly issue?: boolean | null;
  /** Ends those of which nothing more comes: what is left in process goes into variances. */
  readonly close?: boolean | null;
}

function insertReports(
  tx: Tx,
  all: readonly Completing[],
  around: {
    readonly values: ReadonlyMap<string, Decimal>;
    readonly days: PostingDays;
    readonly lotOf: ProductLots;
  },
): void {
  const rows = all.map(({ making, reportId, good, scrap, scrapReason }) => {
    const { id: workOrderId, companyId, unit, currency } = making.order;
    const lotId = around.lotOf.get(reportId) ?? null;
    return {
      id: reportId,
      ...{ companyId, workOrderId, good, scrap, scrapReason, unit, lotId, currency },
      value: around.values.get(reportId) ?? ZERO,
      postedOn: present(around.days.get(companyId)),
      actorId: tx.actor.id,
      createdAt: tx.now,
    };
  });
  insertLater(tx, 'ProductionReport', rows);
}

/** Whom outputs are kept for, by id: not those that end now, and take what they need at once. */
function parentsOf(all: readonly Completing[], others: readonly Making[]) {
  const going = all.filter((one) => !one.isFinished).map(({ making }) => making);
  return new Map([...others, ...going].map((making) => [making.order.id, making]));
}

async function daysOf(tx: Tx, makings: readonly Making[], given?: string | null) {
  const days = new Map<string, string>();
  for (const { order } of makings) {
    if (!days.has(order.companyId)) {
      days.set(order.companyId, await dayOf(tx, order.companyId, given));
    }
  }
  return days;
}

/**
 * Reports what is made of many work orders, children before their parents, so that what a parent
 * takes is on stock when its turn comes, and reserved for it where its turn is later: materials are
 * issued as they are backflushed or as told, time is reported where told, goods go on stock at the
 * planned cost. A number of statements that grows with the levels alone. Refusals at the place in
 * the list: NotFound, StaleVersion, TransitionRefused, CompletionExceedsOrder, NothingToComplete,
 * LotNotTracked, InvalidInput; InsufficientStock, LotRequired, PeriodClosed.
 */
export async function completeMany(
  tx: Tx,
  lines: readonly CompletionLine[],
  options: CompletionOptions = {},
): Promise<WorkOrder[]> {
  const { makings, parents: others } = await lockFamilies(tx, lines);
  const all = checkLines(tx, makings, lines);
  const days = await daysOf(tx, makings, options.postedOn);
  const lotOf = await productLots(tx, all, days);
  const reports = options.reportTime ? reportAll(tx, all, days) : [];
  const byId = new Map(all.map((one) => [one.making.order.id, one]));
  const parents = parentsOf(all, others);
  holdStock(tx, makings);
  const values = new Map<string, Decimal>();
  for (const orders of byLevel(makings.map(({ order }) => order))) {
    const level = orders.map(({ id }) => present(byId.get(id)));
    await take(
      tx,
      level.flatMap((one) => takingsOf(one, options.issue ?? false)),
      days,
    );
    for (const [id, value] of await receiveLevel(tx, level, { days, lotOf })) values.set(id, value);
    await pegOutput(tx, level, { lotOf, parents });
  }
  await freeRest(tx, all);
  if (options.close)
    all.forEach(({ making, isFinished }, index) =>
      inField(index, () => isFinished && closeOne(tx, making, days)),
    );
  save(tx, [...makings, ...others]);
  insertLater(tx, 'JobCardReport', reports);
  insertReports(tx, all, { values, days, lotOf });
  return makings.map(({ order }) => order);
}

/** Reports what is made of one work order. As `completeMany`. */
export async function complete(
  tx: Tx,
  input: CompletionLine & CompletionOptions,
): Promise<WorkOrder> {
  const [order] = await ofOne(() => completeMany(tx, [input], input));
  return present(order);
}
