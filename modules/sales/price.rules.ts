import {
  convertQuantity,
  type Decimal,
  type ItemUnits,
  quantity as quantityOf,
  UnitMismatch,
} from '../kernel/index.js';

/** A price of a list, as it is kept, with what its list says of itself. */
export interface ListedPrice {
  readonly id: string;
  readonly priceListId: string;
  readonly code: string;
  readonly companyId: string;
  /** Whose list it is; null means everybody's. */
  readonly customerId: string | null;
  readonly currency: string;
  readonly itemId: string;
  readonly unit: string;
  /** The break: the least quantity, in the price's unit. */
  readonly minQuantity: Decimal;
  readonly unitPrice: Decimal;
  readonly listFrom: string | null;
  readonly listTo: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** What is to be priced. */
export interface PriceWanted {
  readonly companyId: string;
  readonly customerId: string;
  readonly currency: string;
  /** The day of the document. */
  readonly on: string;
  readonly itemId: string;
  readonly unit: string;
  readonly quantity: Decimal;
  /** Only prices of this list. */
  readonly priceListId?: string | null;
}

/** A price for one of the wanted unit. */
export interface FoundPrice {
  readonly unitPrice: Decimal;
  readonly priceListId: string;
  readonly priceListPriceId: string;
}

interface Candidate {
  readonly price: ListedPrice;
  readonly isOwn: boolean;
  readonly isSameUnit: boolean;
  /** The break in the wanted unit. */
  readonly minQuantity: Decimal;
  /** For one of the wanted unit, nine decimals. */
  readonly unitPrice: Decimal;
}

const isWithin = (on: string, from: string | null, to: string | null): boolean =>
  (from === null || from <= on) && (to === null || on <= to);

function isFor(price: ListedPrice, wanted: PriceWanted): boolean {
  return (
    price.companyId === wanted.companyId &&
    price.itemId === wanted.itemId &&
    price.currency === wanted.currency &&
    (price.customerId === null || price.customerId === wanted.customerId) &&
    (!wanted.priceListId || wanted.priceListId === price.priceListId) &&
    isWithin(wanted.on, price.listFrom, price.listTo) &&
    isWithin(wanted.on, price.validFrom, price.validTo)
  );
}

/** Runs a conversion; null where the item does not come in both units. */
function converted(value: Decimal, from: string, to: string, item: ItemUnits): Decimal | null {
  try {
    return convertQuantity(quantityOf(value, from), to, { item }).value;
  } catch (error) {
    if (error instanceof UnitMismatch) return null;
    throw error;
  }
}

/**
 * What a price is in the wanted unit. One wanted unit is so many of the price's unit, and costs as
 * many times the price: converted the other way round than a quantity, exact up to nine decimals.
 */
function candidate(price: ListedPrice, wanted: PriceWanted, item: ItemUnits): Candidate | null {
  const minQuantity = converted(price.minQuantity, price.unit, wanted.unit, item);
  const unitPrice = converted(price.unitPrice, wanted.unit, price.unit, item);
  if (minQuantity === null || unitPrice === null || wanted.quantity.lt(minQuantity)) return null;
  const isOwn = price.customerId !== null;
  return { price, isOwn, isSameUnit: price.unit === wanted.unit, minQuantity, unitPrice };
}

/** Negative when `a` goes before `b`. */
type Preference = (a: Candidate, b: Candidate) => number;

const later = (a: string | null, b: string | null): number =>
  (a ?? '') === (b ?? '') ? 0 : (a ?? '') > (b ?? '') ? -1 : 1;

/** What decides between prices, the first that tells them apart; the last always does. */
const preferences: readonly Preference[] = [
  (a, b) => Number(b.isOwn) - Number(a.isOwn),
  (a, b) => Number(b.isSameUnit) - Number(a.isSameUnit),
  (a, b) => b.minQuantity.cmp(a.minQuantity),
  (a, b) => later(a.price.validFrom, b.price.validFrom),
  (a, b) => later(a.price.listFrom, b.price.listFrom),
  (a, b) => a.unitPrice.cmp(b.unitPrice),
  (a, b) => a.price.id.localeCompare(b.price.id),
];

function prefer(a: Candidate, b: Candidate): Candidate {
  for (const compare of preferences) {
    const order = compare(a, b);
    if (order !== 0) return order < 0 ? a : b;
  }
  return a;
}

/**
 * The price of an item on a day: of the customer's own list before everybody's, in the wanted unit
 * before others, the largest break that the quantity reaches, then the one that began last, then
 * the lowest. Null where no list has one.
 */
export function priceOf(
  wanted: PriceWanted,
  prices: readonly ListedPrice[],
  item: ItemUnits,
): FoundPrice | null {
  const candidates = prices
    .filter((price) => isFor(price, wanted))
    .flatMap((price) => candidate(price, wanted, item) ?? []);
  const [first, ...others] = candidates;
  if (!first) return null;
  const { price, unitPrice } = others.reduce(prefer, first);
  return { unitPrice, priceListId: price.priceListId, priceListPriceId: price.id };
}
