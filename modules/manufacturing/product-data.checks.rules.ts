import {
  attempt,
  cleanText,
  type Decimal,
  fits,
  InvalidInput,
  isAccepted,
  type Outcome,
  parseLocalDate,
  QuantityOutOfRange,
  refused,
  RuleViolation,
  type LocalDate,
  type Reasons,
} from '../kernel/index.js';

/** A revision as it is to be, and as it was. */
interface Replanned {
  readonly before: { readonly status: string } | null;
}

/** Refuses to change what has left the drafts of its lifecycle. */
export function changeable<P extends Replanned>(
  plan: Outcome<P>,
  change: (status: NonNullable<P['before']>['status']) => unknown,
): Outcome<P> {
  if (!isAccepted(plan) || plan.ok.before === null) return plan;
  const { status } = plan.ok.before;
  const reason = attempt(() => change(status));
  return reason instanceof RuleViolation ? refused(reason) : plan;
}

/** Takes a share of a whole in percent: from `least` up to, or below, 100; four decimals. */
export function checkedPercent(
  percent: Decimal,
  { isBelow100, isAboveZero }: { readonly isBelow100: boolean; readonly isAboveZero: boolean },
): Decimal {
  const isInside =
    (isAboveZero ? percent.gt(0) : percent.gte(0)) &&
    (isBelow100 ? percent.lt(100) : percent.lte(100));
  if (isInside && fits(percent, 9, 4)) return percent;
  const message = '{percent} is not a percentage that is possible here, with at most 4 decimals.';
  throw new QuantityOutOfRange('PERCENT_OUT_OF_RANGE', message, { percent: percent.toString() });
}

/** Takes minutes: not below zero, at most nine decimals. */
export function checkedMinutes(minutes: Decimal): Decimal {
  if (fits(minutes, 28, 9) && !minutes.isNegative()) return minutes;
  const message = '{minutes} is no number of minutes with at most 9 decimals.';
  throw new QuantityOutOfRange('MINUTES_OUT_OF_RANGE', message, { minutes: minutes.toString() });
}

/** Takes a day that may be missing. */
export function optionalDay(text: string | null | undefined): LocalDate | null {
  return text === null || text === undefined ? null : parseLocalDate(text);
}

/** Takes the name of a revision. */
export const revisionName = (text: string | null | undefined): string =>
  cleanText(text ?? 'A', { min: 1, max: 20 });

/** Takes the place of an operation: 1 to 99,999. */
export function checkedPosition(position: number): number {
  if (Number.isInteger(position) && position >= 1 && position <= 99_999) return position;
  const message = '{position} is not a position of 1 to 99999.';
  throw new QuantityOutOfRange('POSITION_OUT_OF_RANGE', message, { position });
}

/** From which day to before which something counts; null is open. */
export interface Span {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** Takes a span of days, which has at least one. */
export function checkedSpan(
  from: string | null | undefined,
  to: string | null | undefined,
  all: Reasons,
): Span {
  const validFrom = all.take(['validFrom'], () => optionalDay(from)) ?? null;
  const validTo = all.take(['validTo'], () => optionalDay(to)) ?? null;
  all.take(['validTo'], () => {
    if (validFrom === null || validTo === null || validFrom < validTo) return;
    const message = 'What counts from {validFrom} on cannot end with {validTo}.';
    throw new InvalidInput('SPAN_EMPTY', message, { validFrom, validTo });
  });
  return { validFrom, validTo };
}

/** Groups a list by a key, in the order of first appearance. */
export function grouped<T>(list: readonly T[], keyOf: (member: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const member of list) {
    const group = groups.get(keyOf(member));
    if (group) group.push(member);
    else groups.set(keyOf(member), [member]);
  }
  return groups;
}
