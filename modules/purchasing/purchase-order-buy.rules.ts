import {
  convertQuantity,
  Decimal,
  type ItemUnits,
  type LocalDate,
  max,
  ONE,
  quantity,
  standardUnits,
  type WorkCalendar,
} from '../kernel/index.js';
import { holdsOn, type Offer } from './supplier-price.rules.js';

/** A supplier's price, with all that it is compared by. */
export interface Source extends Offer {
  readonly supplierId: string;
  readonly leadTimeDays: number;
}

/** When goods that are ordered on a day are there: the lead time counts the company's work days. */
export function expectedOn(
  { leadTimeDays }: Pick<Source, 'leadTimeDays'>,
  orderedOn: LocalDate,
  calendar: WorkCalendar,
): LocalDate {
  return calendar.workDaysAfter(orderedOn, leadTimeDays);
}

/** How an item that is short is to be bought. */
export interface Purchase<S extends Source = Source> {
  readonly source: S;
  /** In the source's unit. */
  readonly quantity: Decimal;
}

/** What is short of an item, and when. */
export interface Shortage {
  /** In the item's stock unit. */
  readonly quantity: Decimal;
  readonly on: string;
}

/** What one unit of a currency is in the currency that prices are compared in; null when unknown. */
export type RateOf = (currency: string) => Decimal | null;

interface Candidate<S extends Source> extends Purchase<S> {
  /** For one stock unit, in the common currency. */
  readonly price: Decimal;
  /** What is bought, in stock units. */
  readonly stockQuantity: Decimal;
  readonly isRaised: boolean;
}

/** Packages and pieces are bought whole; what is measured is bought as it is needed. */
const isCounted = (unit: string, { definitions = standardUnits }: ItemUnits): boolean =>
  definitions.some(
    ({ code, dimension }) => code === unit && (dimension === 'COUNT' || dimension === 'PACKAGE'),
  );

const SCALE = 9;

function candidate<S extends Source>(
  source: S,
  { quantity: short }: Shortage,
  item: ItemUnits,
  rate: Decimal,
): Candidate<S> {
  const factor = convertQuantity(quantity(ONE, source.unit), item.stockUnit, { item }).value;
  const places = isCounted(source.unit, item) ? 0 : SCALE;
  const needed = short.div(factor).toDecimalPlaces(places, Decimal.ROUND_UP);
  const bought = max(needed, source.minQuantity);
  return {
    source,
    quantity: bought,
    price: source.unitPrice.mul(rate).div(factor),
    stockQuantity: bought.mul(factor),
    isRaised: bought.gt(needed),
  };
}

/** Lower priority first, then the lower price for a stock unit, then the older price. */
function byMerit<S extends Source>(left: Candidate<S>, right: Candidate<S>): number {
  return (
    left.source.priority - right.source.priority ||
    left.price.cmp(right.price) ||
    (left.source.id < right.source.id ? -1 : 1)
  );
}

/**
 * From whom to buy what is short, and how much: of the prices whose break the quantity reaches, the
 * one of the lowest priority, then of the lowest price. When it reaches none, the least is bought
 * that somebody sells: lowest priority, then fewest. Whole packages, never less than is short. Null
 * when nobody sells it.
 */
export function bestPurchase<S extends Source>(
  sources: readonly S[],
  shortage: Shortage,
  item: ItemUnits,
  rateOf: RateOf,
): Purchase<S> | null {
  const candidates = sources
    .filter((source) => holdsOn(source, shortage.on))
    .flatMap((source) => {
      const rate = rateOf(source.currency);
      return rate ? [candidate(source, shortage, item, rate)] : [];
    });
  const reached = candidates.filter(({ isRaised }) => !isRaised).sort(byMerit);
  const raised = candidates.sort(
    (left, right) =>
      left.source.priority - right.source.priority ||
      left.stockQuantity.cmp(right.stockQuantity) ||
      byMerit(left, right),
  );
  const best = reached[0] ?? raised[0];
  return best ? { source: best.source, quantity: best.quantity } : null;
}
