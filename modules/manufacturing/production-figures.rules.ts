import { Decimal, ZERO, type LocalDate } from '../kernel/index.js';
import { remainingOf, type MadeSoFar } from './production.rules.js';

export { remainingOf } from './production.rules.js';
export { inProcess } from './work-order-variance.rules.js';

/** How much of a work order is made or thrown away, in percent with two decimals. */
export function progressPercent(order: MadeSoFar): Decimal {
  const done = order.quantity.sub(remainingOf(order));
  return done.mul(100).div(order.quantity).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}

/**
 * How much less than ordered comes of a work order: thrown away while it goes on, not made when it
 * has ended. One that was given up falls short of nothing.
 */
export function shortfall({
  status,
  quantity,
  completed,
  scrapped,
}: MadeSoFar & {
  readonly status: string;
}): Decimal {
  if (status === 'CANCELLED') return ZERO;
  return ENDED.includes(status) ? quantity.sub(completed) : scrapped;
}

const ENDED: readonly string[] = ['COMPLETED', 'CLOSED', 'CANCELLED'];

/** Whether a work order is past its due day and not made, as seen on a day. */
export function isLate(status: string, dueOn: string, today: LocalDate): boolean {
  return !ENDED.includes(status) && dueOn < today;
}
