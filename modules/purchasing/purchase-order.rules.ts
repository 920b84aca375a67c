import {
  checkedAmount,
  checkedPrice,
  checkedQuantity,
  cleanText,
  convertQuantity,
  type Decimal,
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
  type Reasons,
  roundMoney,
  within,
  ZERO,
} from '../kernel/index.js';
import {
  type DocumentAmounts,
  documentAmounts,
  lineAmounts,
  stockQuantity,
} from './amounts.rules.js';
import { SupplierPriceMissing, PurchaseOrderWithoutLines } from './errors.js';
import { checkedPercent } from './input.rules.js';
import type { LineKind } from './receiving.rules.js';
import { bestPrice, boughtItem, type Offer } from './supplier-price.rules.js';

/** A line as a caller writes it. A charge has no item, its quantity is 1 when absent. */
export interface PurchaseOrderLineInput {
  readonly kind?: LineKind | null;
  readonly itemId?: string | null;
  readonly description?: string | null;
  /** The item's stock unit when absent. */
  readonly unit?: string | null;
  readonly quantity?: Decimal | null;
  /** For one unit of the line, in the order's currency; the supplier's best price when absent. */
  readonly unitPrice?: Decimal | null;
  readonly discountPercent?: Decimal | null;
  readonly taxCodeId?: string | null;
  /** Overrides what the tax code would compute. */
  readonly taxAmount?: Decimal | null;
  /** How many percent more than was ordered are taken in. */
  readonly tolerancePercent?: Decimal | null;
  readonly requestedOn?: string | null;
  /** When the supplier's lead time lets it come. */
  readonly expectedOn?: string | null;
  /** What it is bought for. */
  readonly salesOrderLineId?: string | null;
  readonly workOrderId?: string | null;
}

/** What a line must know of the item it buys. */
export interface BoughtItem extends ItemUnits {
  readonly name: string;
  readonly isBought: boolean;
  readonly archivedAt: Date | null;
}

/** What is known around the lines of one order. */
export interface LineSurroundings {
  readonly currency: string;
  readonly documentOn: LocalDate;
  readonly requestedOn: LocalDate | null;
  readonly items: ReadonlyMap<string, BoughtItem>;
  /** Rates in percent of the tax codes of the order's company. */
  readonly taxRates: ReadonlyMap<string, Decimal>;
  /** The prices of the order's supplier. */
  readonly offers: readonly Offer[];
}

/** A line as it is kept, before it has an id and a position. */
export interface PurchaseOrderLineDraft {
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
  readonly tolerancePercent: Decimal;
  readonly requestedOn: string | null;
  readonly expectedOn: string | null;
  readonly stockFactor: Decimal;
  readonly salesOrderLineId: string | null;
  readonly workOrderId: string | null;
}

/** The unit of what is counted rather than measured (UN/CEFACT Recommendation 20: one). */
const ONE_PIECE = 'C62';

/** What a line buys: an item in one of its units, or a charge. */
interface Bought {
  readonly itemId: string | null;
  readonly description: string;
  readonly unit: string;
  readonly stockFactor: Decimal;
}

function itemNamed(id: string | null, items: LineSurroundings['items']): BoughtItem {
  if (id !== null) return boughtItem(id, items);
  throw new InvalidInput('ITEM_MISSING', 'A line of an item names the item.');
}

function item(line: PurchaseOrderLineInput, around: LineSurroundings, reasons: Reasons): Bought {
  const { itemId = null } = line;
  const known = reasons.take(['itemId'], () => itemNamed(itemId, around.items));
  const unit = line.unit ?? known?.stockUnit ?? ONE_PIECE;
  const stockFactor = reasons.take(['unit'], () =>
    known ? convertQuantity(quantityOf(ONE, unit), known.stockUnit, { item: known }).value : ONE,
  );
  const description = described(line, known?.name ?? '', reasons);
  return { itemId, description, unit, stockFactor: stockFactor ?? ONE };
}

function charge(line: PurchaseOrderLineInput, reasons: Reasons): Bought {
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

function described(line: PurchaseOrderLineInput, otherwise: string, reasons: Reasons): string {
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

/** Takes a tax that somebody wrote: no finer than the currency is paid in. */
export function givenTax(amount: Decimal | null | undefined, currency: string): Decimal | null {
  if (amount === null || amount === undefined) return null;
  if (!roundMoney(checkedAmount(amount), currency).eq(amount)) {
    const message = 'A tax in {currency} has at most {decimals} decimals.';
    const params = { currency, decimals: minorUnits(currency) };
    throw new InvalidInput('TAX_TOO_FINE', message, params);
  }
  return amount;
}

/** What one unit costs: as given, else the supplier's best price; a charge names its own. */
function priceOf(
  given: Decimal | null | undefined,
  { itemId, unit, description }: Bought,
  quantity: Decimal,
  { offers, currency, documentOn: on }: LineSurroundings,
): Decimal {
  if (given !== null && given !== undefined) return checkedPrice(given);
  const best = itemId && bestPrice(offers, { itemId, quantity, unit, currency, on });
  if (best) return best.unitPrice;
  throw new SupplierPriceMissing({ item: description, quantity, unit, currency });
}

/** What a line asks for, before its amounts. */
function asked(line: PurchaseOrderLineInput, around: LineSurroundings, reasons: Reasons) {
  const kind = line.kind ?? 'ITEM';
  const bought = kind === 'ITEM' ? item(line, around, reasons) : charge(line, reasons);
  const given = line.quantity ?? (kind === 'CHARGE' ? ONE : ZERO);
  const quantity = reasons.take(['quantity'], () => checkedQuantity(given)) ?? ONE;
  reasons.take(['quantity'], () => checkedQuantity(stockQuantity(quantity, bought.stockFactor)));
  const price = () => priceOf(line.unitPrice, bought, quantity, around);
  return { ...bought, kind, quantity, unitPrice: reasons.take(['unitPrice'], price) ?? ZERO };
}

/**
 * Makes a line of what a caller wrote; refusals go to `reasons` and the answer is then not kept.
 */
export function draftLine(
  line: PurchaseOrderLineInput,
  around: LineSurroundings,
  reasons: Reasons,
): PurchaseOrderLineDraft {
  const { currency } = around;
  const wanted = asked(line, around, reasons);
  const percent = (field: 'discountPercent' | 'tolerancePercent') =>
    reasons.take([field], () => checkedPercent(line[field] ?? ZERO)) ?? ZERO;
  const discountPercent = percent('discountPercent');
  const amounts = lineAmounts({
    ...wanted,
    discountPercent,
    taxRatePercent: reasons.take(['taxCodeId'], () => taxRate(line.taxCodeId, around)) ?? ZERO,
    givenTaxAmount: reasons.take(['taxAmount'], () => givenTax(line.taxAmount, currency)) ?? null,
    currency,
  });
  reasons.take(['unitPrice'], () => checkedAmount(amounts.netAmount));
  reasons.take(['taxCodeId'], () => checkedAmount(amounts.taxAmount));
  return {
    ...wanted,
    ...amounts,
    discountPercent,
    currency,
    taxCodeId: line.taxCodeId ?? null,
    tolerancePercent: percent('tolerancePercent'),
    requestedOn:
      reasons.take(['requestedOn'], () => optionalDate(line.requestedOn)) ?? around.requestedOn,
    expectedOn: line.expectedOn ?? null,
    salesOrderLineId: line.salesOrderLineId ?? null,
    workOrderId: line.workOrderId ?? null,
  };
}

/** Refuses an order without lines, and one with more than a document holds. */
export function refuseLineCount(count: number): void {
  if (count === 0) throw new PurchaseOrderWithoutLines();
  if (count > LINES_MAX) throw new LimitExceeded('Lines', LINES_MAX, count);
}

/** Makes all lines of an order; every refusal is told with the place of its line. */
export function draftLines(
  lines: readonly PurchaseOrderLineInput[],
  around: LineSurroundings,
  reasons: Reasons,
): PurchaseOrderLineDraft[] {
  reasons.take(['lines'], () => refuseLineCount(lines.length));
  if (lines.length > LINES_MAX) return [];
  return lines.map((line, index) => draftLine(line, around, within(reasons, 'lines', index)));
}

/** The sums of an order's lines; refuses a total that no amount column holds. */
export function orderAmounts(lines: readonly PurchaseOrderLineDraft[]): DocumentAmounts {
  const amounts = documentAmounts(lines);
  checkedAmount(amounts.grossAmount);
  return amounts;
}
