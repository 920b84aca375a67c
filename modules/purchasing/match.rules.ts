import { Decimal, minorUnits, ZERO } from '../kernel/index.js';

export type Match = 'MATCHED' | 'WITHIN_TOLERANCE' | 'DIFFERS';

const WORST: readonly Match[] = ['MATCHED', 'WITHIN_TOLERANCE', 'DIFFERS'];
const HUNDRED = new Decimal(100);

/** What a line bills, and what it should: the order's price for what was received. */
export interface Comparison {
  /** Net and tax, in the document's currency. */
  readonly net: Decimal;
  readonly tax: Decimal;
  readonly expectedNet: Decimal;
  readonly expectedTax: Decimal;
  /** Whether the price is the order's to the last digit, whatever rounding made of it. */
  readonly isSamePrice: boolean;
  readonly currency: string;
}

function compare(billed: Decimal, expected: Decimal, free: Decimal, percent: Decimal): Match {
  const difference = billed.sub(expected).abs();
  if (difference.lte(free)) return 'MATCHED';
  const most = expected.mul(percent).div(HUNDRED);
  return difference.lte(most) ? 'WITHIN_TOLERANCE' : 'DIFFERS';
}

/** The worse of several. */
export function worst(matches: readonly Match[]): Match {
  return matches.reduce(
    (most, match) => (WORST.indexOf(match) > WORST.indexOf(most) ? match : most),
    'MATCHED',
  );
}

/**
 * The third of three ways to match (ordered, received, billed): quantities are refused before, so
 * what is left is the price. More and less count alike, in percent of what was expected. A tax may
 * be rounded otherwise by the supplier: one minor unit is no difference.
 */
export function lineMatch(line: Comparison, tolerancePercent: Decimal): Match {
  const { net, tax, expectedNet, expectedTax, isSamePrice, currency } = line;
  const cent = new Decimal(10).pow(-minorUnits(currency));
  const price = isSamePrice ? 'MATCHED' : compare(net, expectedNet, ZERO, tolerancePercent);
  return worst([price, compare(tax, expectedTax, cent, tolerancePercent)]);
}
