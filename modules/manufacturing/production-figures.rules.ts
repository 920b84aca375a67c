import { Decimal, type LocalDate } from '../kernel/index.js';
import { remainingOf, type MadeSoFar } from './production.rules.js';

export { remainingOf } from './production.rules.js';
export { inProcess } from './work-order-variance.rules.js';

/** How much of a work order is made or thrown away, in percent with two decimals. */
export function progressPercent(order: MadeSoFar): Decimal {
  const done = order.quantity.sub(remainingOf(order));
  return done.mul(100).div(order.quantity).toDecimalPlaces(2, Decimal.ROUND_HALF_UP);
}

const ENDED: readonly string[] = ['COMPLETED', 'CLOSED', 'CANCELLED'];

/** Whether a work order is past its due day and not made, as seen on a day. */
export function isLate(status: string, dueOn: string, today: LocalDate): boolean {
  return !ENDED.includes(status) && dueOn < today;
}
