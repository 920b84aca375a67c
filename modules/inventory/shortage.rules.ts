import { ZERO, type Decimal } from '../kernel/index.js';

/** A line with the key of the stock level it leaves, and of the one it goes to, if any. */
export interface Leaving {
  readonly from: string;
  readonly to?: string;
  readonly quantity: Decimal;
}

/** What each line that cannot leave would have found; an earlier line's goods can go on. */
export function shortLines(
  lines: readonly Leaving[],
  free: ReadonlyMap<string, Decimal>,
): { readonly index: number; readonly available: Decimal }[] {
  const left = new Map(free);
  return lines.flatMap(({ from, to, quantity }, index) => {
    const available = left.get(from) ?? ZERO;
    if (available.lt(quantity)) return [{ index, available }];
    left.set(from, available.sub(quantity));
    if (to !== undefined) left.set(to, (left.get(to) ?? ZERO).add(quantity));
    return [];
  });
}
