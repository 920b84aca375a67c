import type { Insertable } from 'kysely';
import type { DB } from '../../prisma/generated/types.js';
import type { Tx } from '../events/index.js';
import { sum, ZERO, type Decimal } from '../kernel/index.js';
import { jobCardReadied, timeReported } from './events.js';
import { jobCardLifecycle } from './job-card-lifecycle.rules.js';
import { readied } from './job-card.rules.js';
import { next } from '../kernel/index.js';
import { timeCost } from './work-order-cost.rules.js';
import { step, stepCard, type JobCard, type Making } from './work-order-rows.js';

/** What is told of an operation at once; quantities in the product's stock unit. */
export interface Reported {
  readonly good: Decimal;
  readonly scrap: Decimal;
  readonly rework: Decimal;
  readonly scrapReason: string | null;
  readonly reworkReason: string | null;
  readonly setupMinutes: Decimal;
  readonly runMinutes: Decimal;
}

export const NOTHING_REPORTED: Reported = {
  ...{ good: ZERO, scrap: ZERO, rework: ZERO, setupMinutes: ZERO, runMinutes: ZERO },
  ...{ scrapReason: null, reworkReason: null },
};

export type ReportRow = Insertable<DB['JobCardReport']> & { readonly id: string };

/** A report with what its minutes cost at the card's frozen rates, as it is kept. */
export function reportRow(tx: Tx, card: JobCard, reported: Reported, postedOn: string) {
  const minutes = reported.setupMinutes.add(reported.runMinutes);
  const { labour, overhead } = timeCost(minutes, card);
  return {
    id: tx.newId(),
    companyId: card.companyId,
    jobCardId: card.id,
    workOrderId: card.workOrderId,
    ...reported,
    unit: card.unit,
    labourCost: labour,
    overheadCost: overhead,
    currency: card.currency,
    postedOn,
    actorId: tx.actor.id,
    createdAt: tx.now,
  };
}

/** A card's sums after a report. */
export function afterReport(card: JobCard, row: ReturnType<typeof reportRow>) {
  return {
    good: card.good.add(row.good),
    scrap: card.scrap.add(row.scrap),
    rework: card.rework.add(row.rework),
    actualSetupMinutes: card.actualSetupMinutes.add(row.setupMinutes),
    actualRunMinutes: card.actualRunMinutes.add(row.runMinutes),
    labourCost: card.labourCost.add(row.labourCost),
    overheadCost: card.overheadCost.add(row.overheadCost),
  };
}

/** Tells of the work order once what the time of its operations cost; of nothing not at all. */
export function tellTime(
  tx: Tx,
  making: Making,
  rows: readonly ReturnType<typeof reportRow>[],
  postedOn: string,
): void {
  const told = rows.filter(
    ({ labourCost, overheadCost }) => !labourCost.add(overheadCost).isZero(),
  );
  if (told.length === 0) return;
  const centers = new Map(making.cards.map(({ id, workCenterId }) => [id, workCenterId]));
  const lines = told.map(({ jobCardId, labourCost, overheadCost }) => ({
    jobCardId,
    workCenterId: centers.get(jobCardId)!,
    labour: labourCost,
    overhead: overheadCost,
  }));
  const { order } = making;
  const patch = {
    labourCost: order.labourCost.add(sum(told.map(({ labourCost }) => labourCost))),
    overheadCost: order.overheadCost.add(sum(told.map(({ overheadCost }) => overheadCost))),
  };
  step(tx, making, timeReported, patch, { postedOn, lines });
}

/** Makes those operations ready that were handed something. */
export function readyNext(tx: Tx, making: Making): void {
  for (const card of readied(making.cards)) {
    const status = next(jobCardLifecycle, card.status, 'ready');
    stepCard(tx, making, card, jobCardReadied, { status });
  }
}
