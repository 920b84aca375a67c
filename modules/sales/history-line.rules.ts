import {
  checkedAmount,
  checkedPrice,
  checkedQuantity,
  cleanText,
  convertQuantity,
  type Decimal,
  decimal,
  InvalidInput,
  minorUnits,
  NotFound,
  ONE,
  quantity as quantityOf,
  type Reasons,
  roundMoney,
  ZERO,
} from '../kernel/index.js';
import { lineAmounts } from './amounts.rules.js';
import type { LineKind } from './fulfilment.rules.js';
import { HistoryAmountMismatch } from './historic.errors.js';
import { checkedDiscount } from './input.rules.js';
import { givenTax, refuseLineCount, type SoldItem } from './sales-order.rules.js';

/** A line of a finished order. Its amounts are taken as they were. */
export interface HistoryLineInput {
  readonly kind?: LineKind | null;
  readonly itemId?: string | null;
  readonly description?: string | null;
  /** The item's stock unit when absent. */
  readonly unit?: string | null;
  /** 1 for a charge when absent. */
  readonly quantity?: Decimal | null;
  readonly unitPrice: Decimal;
  readonly discountPercent?: Decimal | null;
  /** What quantity, price and discount come to, in the currency's minor unit, when absent. */
  readonly netAmount?: Decimal | null;
  /** None when absent. */
  readonly taxAmount?: Decimal | null;
}

/** A line as it is kept, before it is known what was delivered and billed of it. */
export interface HistoryLine {
  readonly kind: LineKind;
  readonly itemId: string | null;
  readonly description: string;
  readonly unit: string;
  readonly stockFactor: Decimal;
  readonly quantity: Decimal;
  readonly unitPrice: Decimal;
  readonly discountPercent: Decimal;
  readonly netAmount: Decimal;
  readonly taxAmount: Decimal;
  readonly currency: string;
}

/** What is known around the lines of one order. */
interface LineSurroundings {
  readonly currency: string;
  readonly tolerance: Decimal;
  readonly items: ReadonlyMap<string, SoldItem>;
}

/** The unit of what is counted rather than measured (UN/CEFACT Recommendation 20: one). */
const ONE_PIECE = 'C62';

const TOLERANCE = decimal('0.01');

/** How far a net amount may be from what the line comes to. */
export function toleranceOf(given: Decimal | null | undefined): Decimal {
  return given === null || given === undefined ? TOLERANCE : checkedAmount(given);
}

/** Refuses an item that is not there, and a charge that has one; sold or archived says nothing. */
function itemOf(line: HistoryLineInput, items: LineSurroundings['items']): SoldItem | null {
  const { itemId = null } = line;
  if (line.kind === 'CHARGE') {
    if (itemId === null) return null;
    throw new InvalidInput('CHARGE_WITH_ITEM', 'A charge has no item.');
  }
  if (itemId === null) {
    throw new InvalidInput('ITEM_MISSING', 'A line of an item names the item.');
  }
  const item = items.get(itemId);
  if (!item) throw new NotFound('Item', itemId);
  return item;
}

function stockFactorOf(unit: string, item: SoldItem | null): Decimal {
  if (item) return convertQuantity(quantityOf(ONE, unit), item.stockUnit, { item }).value;
  if (unit === ONE_PIECE) return ONE;
  throw new InvalidInput('CHARGE_UNIT', 'A charge is counted in {unit}.', { unit: ONE_PIECE });
}

/** Takes a net amount as it was, when it is what the line comes to within the tolerance. */
export function agreedNet(
  given: Decimal | null | undefined,
  pricing: Pick<HistoryLine, 'quantity' | 'unitPrice' | 'discountPercent' | 'currency'>,
  tolerance: Decimal,
): Decimal {
  const { quantity, unitPrice, discountPercent, currency } = pricing;
  const none = { taxRatePercent: ZERO, givenTaxAmount: null };
  if (given === null || given === undefined) {
    return checkedAmount(lineAmounts({ ...pricing, ...none }).netAmount);
  }
  if (!roundMoney(checkedAmount(given), currency).eq(given)) {
    const params = { currency, decimals: minorUnits(currency) };
    throw new InvalidInput(
      'NET_TOO_FINE',
      'A net amount in {currency} has at most {decimals} decimals.',
      params,
    );
  }
  const computed = quantity.mul(unitPrice).mul(decimal('100').sub(discountPercent)).div(100);
  if (given.sub(computed).abs().lte(tolerance)) return given;
  throw new HistoryAmountMismatch({ given, computed, tolerance });
}

function historyLine(
  line: HistoryLineInput,
  around: LineSurroundings,
  reasons: Reasons,
): HistoryLine {
  const { currency, tolerance } = around;
  const kind = line.kind ?? 'ITEM';
  const item = reasons.take(['itemId'], () => itemOf({ ...line, kind }, around.items)) ?? null;
  const unit = line.unit ?? item?.stockUnit ?? ONE_PIECE;
  const isKnown = kind === 'CHARGE' || item !== null;
  const stockFactor = isKnown
    ? reasons.take(['unit'], () => checkedQuantity(stockFactorOf(unit, item)))
    : ONE;
  const text = reasons.take(['description'], () => cleanText(line.description ?? '', { max: 500 }));
  const quantity = reasons.take(['quantity'], () =>
    checkedQuantity(line.quantity ?? (kind === 'CHARGE' ? ONE : ZERO)),
  );
  const unitPrice = reasons.take(['unitPrice'], () => checkedPrice(line.unitPrice));
  const discountPercent = reasons.take(['discountPercent'], () =>
    checkedDiscount(line.discountPercent ?? ZERO),
  );
  const pricing =
    quantity && unitPrice && discountPercent
      ? { quantity, unitPrice, discountPercent, currency }
      : { quantity: ONE, unitPrice: ZERO, discountPercent: ZERO, currency };
  const isPriced = quantity && unitPrice && discountPercent;
  const netAmount = isPriced
    ? reasons.take(['netAmount'], () => agreedNet(line.netAmount, pricing, tolerance))
    : ZERO;
  const taxAmount = reasons.take(['taxAmount'], () => givenTax(line.taxAmount, currency)) ?? ZERO;
  return {
    ...{ kind, unit, itemId: line.itemId ?? null, stockFactor: stockFactor ?? ONE },
    description: (text ?? '') || (item?.name ?? 'Charge'),
    ...{ ...pricing, netAmount: netAmount ?? ZERO, taxAmount },
  };
}

/** Makes all lines of a finished order; every refusal is told with the place of its line. */
export function historyLines(
  lines: readonly HistoryLineInput[],
  around: LineSurroundings,
  reasons: Reasons,
): HistoryLine[] {
  const before = reasons.list.length;
  reasons.take(['lines'], () => refuseLineCount(lines.length));
  if (reasons.list.length > before) return [];
  return lines.map((line, index) =>
    historyLine(line, around, {
      list: reasons.list,
      take: (path, rule) => reasons.take(['lines', index, ...path], rule),
    }),
  );
}
