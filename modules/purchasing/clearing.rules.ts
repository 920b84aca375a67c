import { type Decimal, min, roundMoney, sum, ZERO } from '../kernel/index.js';

/** What of a posted receipt's line is not invoiced; value in base currency. */
export interface Uncleared {
  readonly id: string;
  readonly purchaseOrderLineId: string;
  readonly quantity: Decimal;
  readonly value: Decimal;
  readonly invoiced: Decimal;
  readonly invoicedValue: Decimal;
}

/** What is taken of a receipt's line. */
export interface ClearingStep {
  readonly id: string;
  readonly invoiced: Decimal;
  readonly invoicedValue: Decimal;
}

/** What goods received, not invoiced hold for one line of an invoice, and of which receipts. */
export interface Cleared {
  readonly received: Decimal;
  readonly steps: readonly ClearingStep[];
}

/** What is billed of an order's line. */
export interface Billed {
  readonly purchaseOrderLineId: string;
  readonly quantity: Decimal;
}

function stepOf(line: Uncleared, take: Decimal, currency: string): ClearingStep {
  const soFar = line.invoiced.add(take);
  const isLast = soFar.gte(line.quantity);
  const earned = isLast
    ? line.value
    : roundMoney(line.value.mul(soFar).div(line.quantity), currency);
  return { id: line.id, invoiced: take, invoicedValue: earned.sub(line.invoicedValue) };
}

/**
 * Which receipts each line of an invoice is for, the oldest first, and what they hold for it in
 * base currency. A receipt that is billed in parts gives each its share by the difference of two
 * rounded sums, and the last part all that is left: whatever the parts, a receipt that is billed in
 * full holds exactly nothing. A charge was not received, and holds nothing.
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
      const take = min(open, line.quantity.sub(line.invoiced));
      if (take.lte(0)) continue;
      const step = stepOf(line, take, currency);
      steps.push(step);
      open = open.sub(take);
      const invoiced = line.invoiced.add(take);
      const invoicedValue = line.invoicedValue.add(step.invoicedValue);
      rest.set(line.id, { ...line, invoiced, invoicedValue });
    }
    return { received: sum(steps.map(({ invoicedValue }) => invoicedValue)), steps };
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
