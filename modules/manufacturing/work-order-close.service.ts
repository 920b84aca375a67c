import type { Tx } from '../events/index.js';
import { inField, next, present } from '../kernel/index.js';
import { workOrderClosed } from './events.js';
import type { PostingDays } from './material-take.service.js';
import { workOrderLifecycle } from './work-order-lifecycle.rules.js';
import {
  dayOf,
  lockMakings,
  ofOne,
  save,
  step,
  type JobCard,
  type Making,
  type Versioned,
  type WorkOrder,
} from './work-order-rows.js';
import { refuseRunning } from './work-order-status.service.js';
import { inProcess, variances, type WorkedOperation } from './work-order-variance.rules.js';

export interface CloseOptions {
  /** Today in the company's time zone when absent. */
  readonly postedOn?: string | null;
}

function workedOperation(card: JobCard): WorkedOperation {
  return {
    ...card,
    isSkipped: card.status === 'SKIPPED',
    processed: card.good.add(card.scrap),
    actualMinutes: card.actualSetupMinutes.add(card.actualRunMinutes),
  };
}

/** Sweeps what is left in process into variances, by cause. The work order is saved by the caller. */
export function closeOne(tx: Tx, making: Making, days: PostingDays): void {
  const { order, materials, cards } = making;
  const status = next(workOrderLifecycle, order.status, 'close');
  refuseRunning(making);
  const told = variances({
    ...order,
    plannedUnitCost: present(order.plannedUnitCost),
    materials: materials.filter(({ kind }) => kind === 'COMPONENT'),
    operations: cards.map(workedOperation),
  });
  const patch = { status, closedAt: tx.now, varianceCost: inProcess(order) };
  const postedOn = present(days.get(order.companyId));
  step(tx, making, workOrderClosed, patch, { postedOn, variances: told });
}

/**
 * Ends completed work orders: what is left in process goes into variances. A number of statements
 * that does not grow with the work orders. Refusals at the place in the list: NotFound,
 * StaleVersion, TransitionRefused, JobCardsRunning; PeriodClosed.
 */
export async function closeMany(
  tx: Tx,
  refs: readonly Versioned[],
  { postedOn }: CloseOptions = {},
): Promise<WorkOrder[]> {
  const makings = await lockMakings(tx, refs);
  const days = new Map<string, string>();
  for (const { order } of makings) {
    if (!days.has(order.companyId)) {
      days.set(order.companyId, await dayOf(tx, order.companyId, postedOn));
    }
  }
  makings.forEach((making, index) => inField(index, () => closeOne(tx, making, days)));
  save(tx, makings);
  return makings.map(({ order }) => order);
}

/** Ends one work order. As `closeMany`. */
export async function close(tx: Tx, input: Versioned & CloseOptions): Promise<WorkOrder> {
  const [order] = await ofOne(() => closeMany(tx, [input], input));
  return present(order);
}
