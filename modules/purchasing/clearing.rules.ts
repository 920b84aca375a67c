import { type Decimal, min, roundMoney, sum, ZERO } from '../kernel/index.js';

/** A line that was received or sent back, with what of it was taken; values in base currency. */
export interface Uncleared {
  readonly id: string;
  readonly purchaseOrderLineId: string;
  readonly quantity: Decimal;
  readonly value: Decimal;
  readonly taken: Decimal;
  readonly takenValue: Decimal;
}

/** What is taken of such a line. */
export interface ClearingStep {
  readonly id: string;
  readonly taken: Decimal;
  readonly takenValue: Decimal;
}

/** What goods received, not invoiced hold for one line of a bill, and of which lines. */
export interface Cleared {
  readonly value: Decimal;
  readonly steps: readonly ClearingStep[];
}

/** What is billed or credited of an order's line. */
export interface Billed {
  readonly purchaseOrderLineId: string;
  readonly quantity: Decimal;
}

/** Takes a part of a line: its share by the difference of two rounded sums, the last all the rest. */
export function stepOf(line: Uncleared, take: Decimal, currency: string): ClearingStep {
  const soFar = line.taken.add(take);
  const isLast = soFar.gte(line.quantity);
  const earned = isLast
    ? line.value
    : roundMoney(line.value.mul(soFar).div(line.quantity), currency);
  return { id: line.id, taken: take, takenValue: earned.sub(line.takenValue) };
}

/**
 * Which receipts each line of an invoice is for, the oldest first, and what they hold for it in
 * base currency; or which goods sent back each line of a credit note is for. One that is taken in
 * parts gives each its share by the difference of two rounded sums, and the last part all that is
 * left: whatever the parts, what is taken in full holds exactly nothing. A charge was not received,
 * and holds nothing.
 */
export function clear(
  billed: readonly Billed[],
  uncleared: readonly Uncleared[],
  currency: string,
): Cleared[] {
  const rest = new Map(uncleared.map((line) => [line.id, line]));
  return billed.map(({ purchaseOrderLineId, quantity }) => {
    let open = quantity;
    const steps: ClearingStep[] = [];
    for (const line of rest.values()) {
      if (line.purchaseOrderLineId !== purchaseOrderLineId) continue;
      const take = min(open, line.quantity.sub(line.taken));
      if (take.lte(0)) continue;
      const step = stepOf(line, take, currency);
      steps.push(step);
      open = open.sub(take);
      const taken = line.taken.add(take);
      rest.set(line.id, { ...line, taken, takenValue: line.takenValue.add(step.takenValue) });
    }
    return { value: sum(steps.map(({ takenValue }) => takenValue)), steps };
  });
}

/** By how much a bill is more (positive) or less than what was held for it; in base currency. */
export function priceDifference(
  net: Decimal,
  received: Decimal,
  { rate, baseCurrency }: { readonly rate: Decimal; readonly baseCurrency: string },
): Decimal {
  return roundMoney(net.mul(rate), baseCurrency).sub(received).add(ZERO);
}
