import { max, ZERO, type Decimal } from '../kernel/index.js';
import { CompletionExceedsOrder, NothingToComplete } from './work-order.errors.js';

/** How much of a work order is made. */
export interface MadeSoFar {
  readonly quantity: Decimal;
  readonly completed: Decimal;
  readonly scrapped: Decimal;
}

/** What is reported now. */
export interface Made {
  readonly good: Decimal;
  readonly scrap: Decimal;
  readonly isLast: boolean;
}

/** What is still to be made. */
export function remainingOf({ quantity, completed, scrapped }: MadeSoFar): Decimal {
  return max(ZERO, quantity.sub(completed).sub(scrapped));
}

/** Refuses to make more than was ordered, and to report nothing at all. */
export function refuseOverCompletion(order: MadeSoFar, { good, scrap, isLast }: Made): void {
  const open = remainingOf(order);
  const requested = good.add(scrap);
  if (requested.gt(open)) throw new CompletionExceedsOrder(open, requested);
  if (requested.isZero() && !isLast) throw new NothingToComplete();
}

/** Whether a report is the last: all is made or thrown away, or the caller says so. */
export function isFinished(order: MadeSoFar, { good, scrap, isLast }: Made): boolean {
  return isLast || remainingOf(order).lte(good.add(scrap));
}

/**
 * Work orders by level, children before their parents, so that what a parent takes is on stock when
 * its turn comes. Only parents that are in the list count.
 */
export function byLevel<
  W extends { readonly id: string; readonly parentWorkOrderId: string | null },
>(orders: readonly W[]): W[][] {
  const byId = new Map(orders.map((order) => [order.id, order]));
  const depthOf = (order: W): number => {
    const parent = order.parentWorkOrderId === null ? undefined : byId.get(order.parentWorkOrderId);
    return parent ? depthOf(parent) + 1 : 0;
  };
  const levels: W[][] = [];
  for (const order of orders) (levels[depthOf(order)] ??= []).push(order);
  return levels.reverse();
}
