import {
  canonical,
  checkedQuantity,
  type Decimal,
  InvalidInput,
  LimitExceeded,
  ONE,
  QuantityOutOfRange,
  type Reasons,
  within,
} from '../kernel/index.js';
import { type KnownItems, usable } from './bom-item.rules.js';
import { checkedSpan, type Span } from './product-data.checks.rules.js';

/** An item that may stand in for that of a line, as a caller writes it. */
export interface BomAlternateInput {
  readonly itemId: string;
  /** From 1, the lowest comes first; its place in the list when absent. */
  readonly priority?: number | null;
  /** Stock units of it for one stock unit of the line's item; 1 when absent. */
  readonly ratio?: Decimal | null;
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
}

/** An alternate as it is kept, before it has an id. */
export interface BomAlternateDraft extends Span {
  readonly itemId: string;
  readonly priority: number;
  readonly ratio: Decimal;
}

/** A line has no more alternates. */
export const ALTERNATES_MAX = 20;
const PRIORITY_MAX = 99;

function checkedPriority(priority: number): number {
  if (Number.isInteger(priority) && priority >= 1 && priority <= PRIORITY_MAX) return priority;
  const message = '{priority} is not a priority of 1 to 99.';
  throw new QuantityOutOfRange('PRIORITY_OUT_OF_RANGE', message, { priority });
}

function refuseSame(itemId: string, lineItemId: string, seen: Set<string>): void {
  if (itemId === lineItemId)
    throw new InvalidInput('ALTERNATE_OF_ITSELF', 'An item does not stand in for itself.');
  if (seen.has(itemId))
    throw new InvalidInput('ALTERNATE_REPEATED', 'The alternate is given more than once.');
  seen.add(itemId);
}

/** A component and what may stand in for it, as far as they are written. */
interface WithAlternates {
  readonly itemId: string;
  readonly alternates?: readonly BomAlternateInput[] | null;
}

/**
 * Cleans what may stand in for a component, the first to be taken first; every refusal is told with
 * its place in the list.
 */
export function cleanAlternates(
  line: WithAlternates,
  items: KnownItems,
  all: Reasons,
): BomAlternateDraft[] {
  const given = line.alternates ?? [];
  all.take(['alternates'], () => {
    if (given.length > ALTERNATES_MAX)
      throw new LimitExceeded('Alternates', ALTERNATES_MAX, given.length);
  });
  const seen = new Set<string>();
  const drafts = given.slice(0, ALTERNATES_MAX).map((one, index): BomAlternateDraft => {
    const own = within(all, 'alternates', index);
    const { itemId, priority, ratio, validFrom, validTo } = one;
    own.take(['itemId'], () => usable(itemId, items));
    own.take(['itemId'], () => refuseSame(itemId, line.itemId, seen));
    return {
      ...checkedSpan(validFrom, validTo, own),
      itemId,
      priority: own.take(['priority'], () => checkedPriority(priority ?? index + 1)) ?? 1,
      ratio: own.take(['ratio'], () => checkedQuantity(ratio ?? ONE)) ?? ONE,
    };
  });
  return drafts.sort((one, other) => one.priority - other.priority);
}

/** One text for the alternates of a line; empty for none. */
export const alternatesText = (alternates: readonly BomAlternateDraft[]): string =>
  alternates
    .map(({ itemId, priority, ratio, validFrom, validTo }) =>
      [priority, itemId, canonical(ratio), validFrom ?? '', validTo ?? ''].join(' '),
    )
    .sort()
    .join(', ');

/** The items of lines and of what may stand in for them. */
export const itemsNamed = (lines: readonly WithAlternates[]): string[] =>
  lines.flatMap(({ itemId, alternates }) => [
    itemId,
    ...(alternates ?? []).map((alternate) => alternate.itemId),
  ]);

/** Whether what has a span counts on a day. */
export const countsOn = ({ validFrom, validTo }: Span, on: string): boolean =>
  (validFrom === null || validFrom <= on) && (validTo === null || validTo > on);
