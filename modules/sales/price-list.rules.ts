import {
  checkedPrice,
  cleanText,
  convertQuantity,
  type Decimal,
  fits,
  inField,
  InvalidInput,
  type ItemUnits,
  minorUnits,
  NotFound,
  ONE,
  optionalDate,
  ownCode,
  quantity as quantityOf,
  QuantityOutOfRange,
  ZERO,
} from '../kernel/index.js';

/** What can be said of a price list. Absent keeps, or takes the default; null clears. */
export interface PriceListDetails {
  readonly name?: string;
  /** Whose list it is; null means everybody's. */
  readonly customerId?: string | null;
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
}

export interface PriceListColumns {
  readonly name: string;
  readonly customerId: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

interface Validity {
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
}

function validity({ validFrom, validTo }: Validity) {
  const from = inField('validFrom', () => optionalDate(validFrom));
  const to = inField('validTo', () => optionalDate(validTo));
  if (from === null || to === null || from <= to) return { validFrom: from, validTo: to };
  const message = 'The last day {validTo} lies before the first, {validFrom}.';
  throw new InvalidInput('VALIDITY_ENDS_BEFORE', message, { validFrom: from, validTo: to }).at(
    'validTo',
  );
}

/** Cleans what a list is after the details given; refuses by field. */
export function cleanPriceList(
  details: PriceListDetails,
  before: PriceListColumns,
  knowsCustomer: (id: string) => boolean,
): PriceListColumns {
  const { name = before.name, customerId = before.customerId } = details;
  const { validFrom = before.validFrom, validTo = before.validTo } = details;
  if (customerId !== null && !knowsCustomer(customerId))
    throw new NotFound('Customer', customerId).at('customerId');
  return {
    name: inField('name', () => cleanText(name, { min: 1, max: 200 })),
    customerId,
    ...validity({ validFrom, validTo }),
  };
}

/** Takes the code and the currency of a new list, which stay. */
export function cleanIdentity(input: { readonly code: string; readonly currency: string }) {
  inField('currency', () => minorUnits(input.currency));
  return { code: inField('code', () => ownCode(input.code)), currency: input.currency };
}

/** A price as a caller writes it. */
export interface PriceInput extends Validity {
  readonly itemId: string;
  /** The item's stock unit when absent. */
  readonly unit?: string | null;
  /** From which quantity on it holds, in the price's unit; zero when absent. */
  readonly minQuantity?: Decimal | null;
  readonly unitPrice: Decimal;
}

export interface PriceColumns {
  readonly itemId: string;
  readonly unit: string;
  readonly minQuantity: Decimal;
  readonly unitPrice: Decimal;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

function checkedBreak(quantity: Decimal): Decimal {
  if (fits(quantity, 28, 9) && !quantity.isNegative()) return quantity;
  const message = 'The break {quantity} is not a quantity of zero or more with 9 decimals.';
  const params = { quantity: quantity.toString() };
  throw new QuantityOutOfRange('QUANTITY_OUT_OF_RANGE', message, params);
}

function unitOf(given: string | null | undefined, item: ItemUnits): string {
  const unit = given ?? item.stockUnit;
  convertQuantity(quantityOf(ONE, unit), item.stockUnit, { item });
  return unit;
}

/** Cleans a price; refuses an unknown item, and a unit that the item does not come in. */
export function cleanPrice(input: PriceInput, items: ReadonlyMap<string, ItemUnits>): PriceColumns {
  const { itemId } = input;
  const item = items.get(itemId);
  if (!item) throw new NotFound('Item', itemId).at('itemId');
  return {
    itemId,
    unit: inField('unit', () => unitOf(input.unit, item)),
    minQuantity: inField('minQuantity', () => checkedBreak(input.minQuantity ?? ZERO)),
    unitPrice: inField('unitPrice', () => checkedPrice(input.unitPrice)),
    ...validity(input),
  };
}

/** One text for what a price is the price of; a list has one price for each. */
export function priceKey(price: Omit<PriceColumns, 'unitPrice' | 'validTo'>): string {
  const { itemId, unit, minQuantity, validFrom } = price;
  return `${itemId} ${unit} ${minQuantity.toFixed()} ${validFrom ?? ''}`;
}
