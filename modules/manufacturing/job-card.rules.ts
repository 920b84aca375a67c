import { max, min, ZERO, type Decimal } from '../kernel/index.js';
import { roundQuantity } from './material.rules.js';
import { clockedMinutes } from './work-order-schedule.rules.js';
import {
  PredecessorNotDone,
  ReportExceedsPredecessor,
  WorkOrderNotWorkable,
} from './work-order.errors.js';

/** How far an operation of a work order has come; in the product's stock unit. */
export interface OperationState {
  readonly position: number;
  readonly status: string;
  readonly good: Decimal;
  readonly scrap: Decimal;
}

/**
 * The operation whose good units this one works on; null for the first. What is skipped hands all
 * on.
 */
export function predecessorOf<O extends OperationState>(
  operation: { readonly position: number },
  all: readonly O[],
): O | null {
  const before = all.filter(
    ({ position, status }) => position < operation.position && status !== 'SKIPPED',
  );
  return [...before].sort((one, other) => one.position - other.position).at(-1) ?? null;
}

/** What an operation was handed: the good units of the one before it, or all of the work order. */
export function handedTo(
  operation: { readonly position: number },
  all: readonly OperationState[],
  quantity: Decimal,
): Decimal {
  return predecessorOf(operation, all)?.good ?? quantity;
}

/** What can be reported of an operation: what was handed to it, less what it reported. */
export const openToReport = (
  { good, scrap }: Pick<OperationState, 'good' | 'scrap'>,
  handed: Decimal,
): Decimal => max(ZERO, handed.sub(good).sub(scrap));

/** Refuses to begin an operation before the one before it handed anything on. */
export function refuseUnlessHanded(
  operation: { readonly position: number },
  all: readonly OperationState[],
): void {
  const before = predecessorOf(operation, all);
  if (before?.good.lte(0)) throw new PredecessorNotDone(before.position);
}

/**
 * Refuses more than was handed on. Units to be reworked come by again, so they do not count until
 * they are good or scrapped.
 */
export function refuseOverReport(
  operation: OperationState,
  all: readonly OperationState[],
  report: { readonly quantity: Decimal; readonly good: Decimal; readonly scrap: Decimal },
): void {
  refuseUnlessHanded(operation, all);
  const open = openToReport(operation, handedTo(operation, all, report.quantity));
  const requested = report.good.add(report.scrap);
  if (requested.gt(open)) throw new ReportExceedsPredecessor(open, requested);
}

/** Refuses to end an operation while the one before it still may hand something on. */
export function refuseUnlessLast(
  operation: { readonly position: number },
  all: readonly OperationState[],
): void {
  const before = predecessorOf(operation, all);
  if (before !== null && before.status !== 'DONE') throw new PredecessorNotDone(before.position);
}

const WORKED: readonly string[] = ['RELEASED', 'IN_PROGRESS'];
/** Time is often told late: until the work order is closed. */
const REPORTED: readonly string[] = [...WORKED, 'PAUSED', 'COMPLETED'];

/** Whether something is still to be made of a work order: it is released, and has not ended. */
export const isWorkedOrder = (status: string): boolean => [...WORKED, 'PAUSED'].includes(status);

/** Whether operations of a work order may be reported of. */
export const isReportable = (status: string): boolean => REPORTED.includes(status);

/** Refuses to begin an operation of a work order that stands still or has ended. */
export function refuseUnlessWorked(workOrderStatus: string): void {
  if (!WORKED.includes(workOrderStatus)) throw new WorkOrderNotWorkable(workOrderStatus);
}

/** Refuses to report of a work order that is planned, closed or cancelled. */
export function refuseUnlessReported(workOrderStatus: string): void {
  if (!isReportable(workOrderStatus)) throw new WorkOrderNotWorkable(workOrderStatus);
}

/** An operation that is being worked on now. */
export function isWorkedOn(status: string): boolean {
  return status === 'SETUP' || status === 'RUNNING';
}

/** The operations that wait although something was handed to them. */
export function readied<O extends OperationState>(all: readonly O[]): O[] {
  return all.filter((operation) => {
    if (operation.status !== 'PENDING') return false;
    const before = predecessorOf(operation, all);
    return before === null || before.good.gt(0);
  });
}

/** What a completion says of an operation that nobody reported of. */
export interface ImpliedReport {
  readonly good: Decimal;
  readonly scrap: Decimal;
  readonly setupMinutes: Decimal;
  readonly runMinutes: Decimal;
}

/** What an operation must have done of it, with its planned minutes. */
export interface PlannedOperation extends OperationState {
  readonly setupMinutes: Decimal;
  readonly runMinutes: Decimal;
}

/**
 * What units that are done now say of an operation: it did all of them that it has not reported yet
 * in its planned minutes, with its set-up at the first. Scrap is told of the last operation.
 */
export function impliedReport(
  operation: PlannedOperation,
  isLastOperation: boolean,
  done: { readonly total: Decimal; readonly scrap: Decimal },
): ImpliedReport {
  const before = operation.good.add(operation.scrap);
  const now = max(ZERO, done.total.sub(before));
  const scrap = isLastOperation ? min(now, done.scrap) : ZERO;
  const setupMinutes = before.isZero() && now.gt(0) ? operation.setupMinutes : ZERO;
  return {
    ...{ good: now.sub(scrap), scrap, setupMinutes },
    runMinutes: roundQuantity(operation.runMinutes.mul(now)),
  };
}

/** What the clock of an operation says since it runs: of its set-up, or of its run. */
export function clockedBy(
  operation: { readonly status: string; readonly runningSince: Date | null },
  now: Date,
): { readonly setupMinutes: Decimal; readonly runMinutes: Decimal } {
  const minutes = clockedMinutes(operation.runningSince, now);
  return operation.status === 'SETUP'
    ? { setupMinutes: minutes, runMinutes: ZERO }
    : { setupMinutes: ZERO, runMinutes: minutes };
}
