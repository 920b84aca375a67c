import { throwAll, type Tx } from '../events/index.js';
import {
  attemptEach,
  checkedQuantity,
  type Decimal,
  inField,
  isAccepted,
  next,
  requiredReason,
  ZERO,
} from '../kernel/index.js';
import { isFinished, refuseOverCompletion, type Made } from './production.rules.js';
import { workOrderLifecycle } from './work-order-lifecycle.rules.js';
import { type Making, type Versioned } from './work-order-rows.js';

/** What of a work order is made, in its product's stock unit. */
export interface CompletionLine extends Versioned {
  /** All that is open, less the scrap, when absent. */
  readonly good?: Decimal | null;
  readonly scrap?: Decimal | null;
  readonly scrapReason?: string | null;
  /** The lot into which the product goes; needed for an item that is kept by lots. */
  readonly lotCode?: string | null;
  /** Nothing more comes of it, although less is made than was ordered. */
  readonly isLast?: boolean | null;
}

/** A work order with what is made of it now. */
export interface Completing extends Made {
  readonly making: Making;
  readonly scrapReason: string | null;
  readonly lotCode: string | null;
  readonly isFinished: boolean;
  readonly reportId: string;
}

const notNegative = (quantity: Decimal): Decimal =>
  quantity.isZero() ? ZERO : checkedQuantity(quantity);

function madeBy(making: Making, line: CompletionLine): Made {
  const { quantity, completed, scrapped } = making.order;
  const scrap = inField('scrap', () => notNegative(line.scrap ?? ZERO));
  const open = quantity.sub(completed).sub(scrapped).sub(scrap);
  const good = inField('good', () => notNegative(line.good ?? (open.gt(0) ? open : ZERO)));
  return { good, scrap, isLast: line.isLast ?? false };
}

/** Checks what is told of a work order; refusals lead to the field. */
function completing(tx: Tx, making: Making, line: CompletionLine): Completing {
  next(workOrderLifecycle, making.order.status, 'complete');
  const made = madeBy(making, line);
  inField('good', () => refuseOverCompletion(making.order, made));
  const scrapReason = made.scrap.gt(0) ? requiredReason(line.scrapReason, 'scrapReason') : null;
  const finished = isFinished(making.order, made);
  const lotCode = line.lotCode ?? null;
  const told = { ...made, scrapReason, lotCode };
  return { ...told, making, isFinished: finished, reportId: tx.newId() };
}

/** Checks what is told of each work order; every refusal at its place in the list. */
export function checkLines(tx: Tx, makings: readonly Making[], lines: readonly CompletionLine[]) {
  const outcome = attemptEach(lines, (line, index) => completing(tx, makings[index]!, line));
  return isAccepted(outcome) ? outcome.ok : throwAll(outcome.refused);
}

/** How much of a work order is done with what is told now. */
export const doneOf = ({ making, good, scrap }: Completing): Decimal =>
  making.order.completed.add(making.order.scrapped).add(good).add(scrap);
