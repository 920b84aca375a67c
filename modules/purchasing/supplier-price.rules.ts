import {
  checkedPrice,
  checkedQuantity,
  type Decimal,
  inField,
  InvalidInput,
  NotFound,
  ONE,
  optionalDate,
  QuantityOutOfRange,
  textOrNone,
} from '../kernel/index.js';
import { SupplierArchived } from './errors.js';
import { checkedCurrency } from './supplier.rules.js';

/** A price as a caller writes it; the same supplier, item, unit, currency, break and first day replace. */
export interface SupplierPriceInput {
  readonly supplierId: string;
  readonly itemId: string;
  readonly supplierItemCode?: string | null;
  /** The item's stock unit when absent. */
  readonly unit?: string | null;
  /** From how many units on the price holds; 1 when absent. */
  readonly minQuantity?: Decimal | null;
  /** For one unit. */
  readonly unitPrice: Decimal;
  /** The supplier's currency when absent. */
  readonly currency?: string | null;
  /** Working days from the order until the goods are there. */
  readonly leadTimeDays: number;
  /** Lower comes first among the suppliers of an item; 1 when absent. */
  readonly priority?: number | null;
  readonly validFrom?: string | null;
  /** The last day on which it holds. */
  readonly validTo?: string | null;
}

/** A price as it is kept, before it has an id. */
export interface SupplierPriceColumns {
  readonly supplierId: string;
  readonly itemId: string;
  readonly supplierItemCode: string | null;
  readonly unit: string;
  readonly minQuantity: Decimal;
  readonly unitPrice: Decimal;
  readonly currency: string;
  readonly leadTimeDays: number;
  readonly priority: number;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** What prices are checked against. */
export interface PriceSurroundings {
  readonly suppliers: ReadonlyMap<
    string,
    { readonly code: string; readonly currency: string; readonly archivedAt: Date | null }
  >;
  readonly items: ReadonlyMap<
    string,
    {
      readonly name: string;
      readonly unit: string;
      readonly isBought: boolean;
      readonly archivedAt: Date | null;
    }
  >;
  readonly currencies: { has(code: string): boolean };
  /** Whether an item comes in a unit. */
  readonly comesIn: (itemId: string, unit: string) => boolean;
}

const DAYS_MAX = 3650;
const PRIORITY_MAX = 1000;

function wholeNumber(value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  const message = '{value} is not a whole number from {least} to {most}.';
  throw new QuantityOutOfRange('NUMBER_OUT_OF_RANGE', message, { value, least, most });
}

/** An item that may be bought; for prices and for lines of orders. */
export function boughtItem<
  I extends { readonly name: string; readonly isBought: boolean; readonly archivedAt: Date | null },
>(id: string, items: ReadonlyMap<string, I>): I {
  const item = items.get(id);
  if (!item) throw new NotFound('Item', id);
  if (item.archivedAt !== null || !item.isBought) {
    throw new InvalidInput('ITEM_NOT_BOUGHT', 'The item {item} is not bought.', {
      item: item.name,
    });
  }
  return item;
}

function usableSupplier(id: string, { suppliers }: PriceSurroundings) {
  const supplier = suppliers.get(id);
  if (!supplier) throw new NotFound('Supplier', id);
  if (supplier.archivedAt !== null) throw new SupplierArchived(supplier.code);
  return supplier;
}

function unitOf(input: SupplierPriceInput, stockUnit: string, around: PriceSurroundings): string {
  const unit = input.unit ?? stockUnit;
  if (around.comesIn(input.itemId, unit)) return unit;
  throw new InvalidInput('UNIT_UNKNOWN', 'The item does not come in {unit}.', { unit });
}

/** Cleans one price; refuses by field. */
export function cleanPrice(
  input: SupplierPriceInput,
  around: PriceSurroundings,
): SupplierPriceColumns {
  const supplier = inField('supplierId', () => usableSupplier(input.supplierId, around));
  const item = inField('itemId', () => boughtItem(input.itemId, around.items));
  const validFrom = inField('validFrom', () => optionalDate(input.validFrom));
  const validTo = inField('validTo', () => optionalDate(input.validTo));
  if (validFrom !== null && validTo !== null && validTo < validFrom) {
    throw new InvalidInput('DAYS_DISORDERED', 'The price ends before it begins.').at('validTo');
  }
  return {
    supplierId: input.supplierId,
    itemId: input.itemId,
    supplierItemCode: inField('supplierItemCode', () => textOrNone(input.supplierItemCode, 100)),
    unit: inField('unit', () => unitOf(input, item.unit, around)),
    minQuantity: inField('minQuantity', () => checkedQuantity(input.minQuantity ?? ONE)),
    unitPrice: inField('unitPrice', () => checkedPrice(input.unitPrice)),
    currency: inField('currency', () =>
      checkedCurrency(input.currency ?? supplier.currency, around.currencies),
    ),
    leadTimeDays: inField('leadTimeDays', () => wholeNumber(input.leadTimeDays, 0, DAYS_MAX)),
    priority: inField('priority', () => wholeNumber(input.priority ?? 1, 1, PRIORITY_MAX)),
    validFrom,
    validTo,
  };
}

/** By what one price is told from another; what has the same key replaces it. */
export const priceKey = (price: SupplierPriceColumns): string =>
  [
    price.supplierId,
    price.itemId,
    price.unit,
    price.currency,
    price.minQuantity.toFixed(),
    price.validFrom ?? '',
  ].join(' ');

/** A price among those that are compared. */
export interface Offer {
  readonly id: string;
  readonly itemId: string;
  readonly unit: string;
  readonly minQuantity: Decimal;
  readonly unitPrice: Decimal;
  readonly currency: string;
  readonly priority: number;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** What is to be bought, in a unit and a currency. */
export interface PriceWanted {
  readonly itemId: string;
  readonly quantity: Decimal;
  readonly unit: string;
  readonly currency: string;
  readonly on: string;
}

/** Whether a price holds on a day; its first and its last day count. */
export function holdsOn(
  { validFrom, validTo }: Pick<Offer, 'validFrom' | 'validTo'>,
  on: string,
): boolean {
  return (validFrom === null || validFrom <= on) && (validTo === null || validTo >= on);
}

/** Puts the better offer first: lower priority, then lower price; of two alike the older one. */
export function byMerit(left: Offer, right: Offer): number {
  return (
    left.priority - right.priority ||
    left.unitPrice.cmp(right.unitPrice) ||
    (left.id < right.id ? -1 : 1)
  );
}

/**
 * The price to buy at: of those for the item, unit, currency and day whose break the quantity
 * reaches, the one of the lowest priority, and of these the lowest price. Null when there is none.
 */
export function bestPrice<P extends Offer>(offers: readonly P[], wanted: PriceWanted): P | null {
  const fitting = offers.filter(
    (offer) =>
      offer.itemId === wanted.itemId &&
      offer.unit === wanted.unit &&
      offer.currency === wanted.currency &&
      offer.minQuantity.lte(wanted.quantity) &&
      holdsOn(offer, wanted.on),
  );
  return [...fitting].sort(byMerit)[0] ?? null;
}
