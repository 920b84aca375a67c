import {
  checkedAmount,
  checkedPrice,
  checkedQuantity,
  cleanText,
  convertQuantity,
  Decimal,
  InvalidInput,
  type ItemUnits,
  LimitExceeded,
  LINES_MAX,
  type LocalDate,
  minorUnits,
  NotFound,
  ONE,
  optionalDate,
  quantity as quantityOf,
  QUANTITY_SCALE,
  type Reasons,
  roundMoney,
  ZERO,
} from '../kernel/index.js';
import { type DocumentAmounts, documentAmounts, lineAmounts } from './amounts.rules.js';
import { OrderWithoutLines, PriceMissing } from './errors.js';
import type { LineKind } from './fulfilment.rules.js';
import { checkedDiscount } from './input.rules.js';

/** A line as a caller writes it. A charge has no item, its quantity is 1 when absent. */
export interface SalesOrderLineInput {
  readonly kind?: LineKind | null;
  readonly itemId?: string | null;
  readonly description?: string | null;
  /** The item's stock unit when absent. */
  readonly unit?: string | null;
  readonly quantity?: Decimal | null;
  /** For one unit of the line, in the order's currency; from the price lists when absent. */
  readonly unitPrice?: Decimal | null;
  readonly discountPercent?: Decimal | null;
  readonly taxCodeId?: string | null;
  /** Overrides what the tax code would compute. */
  readonly taxAmount?: Decimal | null;
  readonly requestedOn?: string | null;
  /** The line of a quote that is ordered by it. */
  readonly quoteLineId?: string | null;
  /** What one unit was estimated to cost when it was quoted, in base currency. */
  readonly quotedUnitCost?: Decimal | null;
}

/** What a line must know of the item it sells. */
export interface SoldItem extends ItemUnits {
  readonly name: string;
  readonly isSold: boolean;
  readonly isStocked: boolean;
  readonly isMade: boolean;
  readonly isArchived: boolean;
}

/** What is known around the lines of one order. */
export interface LineSurroundings {
  readonly currency: string;
  readonly requestedOn: LocalDate | null;
  readonly items: ReadonlyMap<string, SoldItem>;
  /** Rates in percent of the tax codes of the order's company. */
  readonly taxRates: ReadonlyMap<string, Decimal>;
}

/** A line as it is kept, before it has an id and a position. */
export interface SalesOrderLineDraft {
  readonly kind: LineKind;
  readonly itemId: string | null;
  readonly description: string;
  readonly unit: string;
  readonly quantity: Decimal;
  readonly unitPrice: Decimal;
  readonly discountPercent: Decimal;
  readonly currency: string;
  readonly netAmount: Decimal;
  readonly taxCodeId: string | null;
  readonly taxAmount: Decimal;
  readonly requestedOn: string | null;
  readonly stockFactor: Decimal;
  readonly quoteLineId: string | null;
  readonly quotedUnitCost: Decimal | null;
}

/** The unit of what is counted rather than measured (UN/CEFACT Recommendation 20: one). */
const ONE_PIECE = 'C62';

/** What a line sells: an item in one of its units, or a charge. */
interface Sold {
  readonly itemId: string | null;
  readonly description: string;
  readonly unit: string;
  readonly stockFactor: Decimal;
}

function soldItem(line: SalesOrderLineInput, { items }: LineSurroundings, reasons: Reasons): Sold {
  const { itemId = null } = line;
  const item = items.get(itemId ?? '');
  const unit = line.unit ?? item?.stockUnit ?? ONE_PIECE;
  const stockFactor = reasons.take(['unit'], () =>
    item ? convertQuantity(quantityOf(ONE, unit), item.stockUnit, { item }).value : ONE,
  );
  reasons.take(['itemId'], () => refuseUnsellable(itemId, item));
  const description = described(line, item?.name ?? '', reasons);
  return { itemId, description, unit, stockFactor: stockFactor ?? ONE };
}

function refuseUnsellable(itemId: string | null, item: SoldItem | undefined): void {
  if (itemId === null) {
    throw new InvalidInput('ITEM_MISSING', 'A line of an item names the item.');
  }
  if (!item) throw new NotFound('Item', itemId);
  if (item.isArchived || !item.isSold) {
    throw new InvalidInput('ITEM_NOT_SOLD', 'The item {item} is not sold.', { item: item.name });
  }
}

function charge(line: SalesOrderLineInput, reasons: Reasons): Sold {
  reasons.take(['itemId'], () => {
    if ((line.itemId ?? null) === null) return;
    throw new InvalidInput('CHARGE_WITH_ITEM', 'A charge has no item.');
  });
  reasons.take(['unit'], () => {
    if ((line.unit ?? ONE_PIECE) === ONE_PIECE) return;
    throw new InvalidInput('CHARGE_UNIT', 'A charge is counted in {unit}.', { unit: ONE_PIECE });
  });
  const description = described(line, '', reasons);
  return { itemId: null, description, unit: ONE_PIECE, stockFactor: ONE };
}

function described(line: SalesOrderLineInput, otherwise: string, reasons: Reasons): string {
  const text = line.description ?? '';
  const cleaned = reasons.take(['description'], () => cleanText(text, { max: 500 })) ?? '';
  return cleaned || otherwise || 'Charge';
}

function taxRate(id: string | null | undefined, around: LineSurroundings): Decimal {
  if (id === null || id === undefined) return ZERO;
  const rate = around.taxRates.get(id);
  if (!rate) throw new NotFound('TaxCode', id);
  return rate;
}

/** A price that the lines leave out was looked for before; what is still missing has none. */
function givenPrice(price: Decimal | null | undefined, what: string): Decimal {
  if (price === null || price === undefined) throw new PriceMissing(what);
  return checkedPrice(price);
}

/** Takes a tax that another has computed; it must be payable. */
export function givenTax(amount: Decimal | null | undefined, currency: string): Decimal | null {
  if (amount === null || amount === undefined) return null;
  if (!roundMoney(checkedAmount(amount), currency).eq(amount)) {
    const message = 'A tax in {currency} has at most {decimals} decimals.';
    const params = { currency, decimals: minorUnits(currency) };
    throw new InvalidInput('TAX_TOO_FINE', message, params);
  }
  return amount;
}

/** Stock units of a quantity in the line's unit, as stock keeps them: nine decimals. */
export function stockQuantity(quantity: Decimal, stockFactor: Decimal): Decimal {
  return quantity.mul(stockFactor).toDecimalPlaces(QUANTITY_SCALE, Decimal.ROUND_HALF_UP);
}

/**
 * Makes a line of what a caller wrote; refusals go to `reasons` and the answer is then not kept.
 */
export function draftLine(
  line: SalesOrderLineInput,
  around: LineSurroundings,
  reasons: Reasons,
): SalesOrderLineDraft {
  const { currency } = around;
  const kind = line.kind ?? 'ITEM';
  const sold = kind === 'ITEM' ? soldItem(line, around, reasons) : charge(line, reasons);
  const quantity =
    reasons.take(['quantity'], () =>
      checkedQuantity(line.quantity ?? (kind === 'CHARGE' ? ONE : ZERO)),
    ) ?? ONE;
  reasons.take(['quantity'], () => checkedQuantity(stockQuantity(quantity, sold.stockFactor)));
  const unitPrice =
    reasons.take(['unitPrice'], () => givenPrice(line.unitPrice, sold.description)) ?? ZERO;
  const discountPercent =
    reasons.take(['discountPercent'], () => checkedDiscount(line.discountPercent ?? ZERO)) ?? ZERO;
  const taxRatePercent = reasons.take(['taxCodeId'], () => taxRate(line.taxCodeId, around)) ?? ZERO;
  const givenTaxAmount =
    reasons.take(['taxAmount'], () => givenTax(line.taxAmount, currency)) ?? null;
  const requestedOn = reasons.take(['requestedOn'], () => optionalDate(line.requestedOn)) ?? null;
  const pricing = {
    quantity,
    unitPrice,
    discountPercent,
    taxRatePercent,
    givenTaxAmount,
    currency,
  };
  const amounts = lineAmounts(pricing);
  reasons.take(['unitPrice'], () => checkedAmount(amounts.netAmount));
  reasons.take(['taxCodeId'], () => checkedAmount(amounts.taxAmount));
  return {
    ...sold,
    ...amounts,
    kind,
    quantity,
    unitPrice,
    discountPercent,
    currency,
    taxCodeId: line.taxCodeId ?? null,
    requestedOn: requestedOn ?? around.requestedOn,
    quoteLineId: line.quoteLineId ?? null,
    quotedUnitCost: line.quotedUnitCost ?? null,
  };
}

/** Refuses an order without lines, and one with more than a document holds. */
export function refuseLineCount(count: number): void {
  if (count === 0) throw new OrderWithoutLines();
  if (count > LINES_MAX) throw new LimitExceeded('Lines', LINES_MAX, count);
}

/** Makes all lines of an order; every refusal is told with the place of its line. */
export function draftLines(
  lines: readonly SalesOrderLineInput[],
  around: LineSurroundings,
  reasons: Reasons,
): SalesOrderLineDraft[] {
  reasons.take(['lines'], () => refuseLineCount(lines.length));
  if (lines.length > LINES_MAX) return [];
  return lines.map((line, index) =>
    draftLine(line, around, {
      list: reasons.list,
      take: (path, rule) => reasons.take(['lines', index, ...path], rule),
    }),
  );
}

/** The sums of an order's lines; refuses a total that no amount column holds. */
export function orderAmounts(lines: readonly SalesOrderLineDraft[]): DocumentAmounts {
  const amounts = documentAmounts(lines);
  checkedAmount(amounts.grossAmount);
  return amounts;
}

/** A line whose promise is not planned yet is promised for the day it was asked for. */
export function promisedOn(
  requestedOn: string | null,
  order: { readonly requestedOn: string | null; readonly documentOn: string },
): string {
  return requestedOn ?? order.requestedOn ?? order.documentOn;
}
