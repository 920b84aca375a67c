import {
  checkedAmount,
  checkedPrice,
  checkedQuantity,
  type Decimal,
  max,
  NotFound,
  optionalDate,
  type Reasons,
  refuseRepeated,
  roundMoney,
  ZERO,
} from '../kernel/index.js';
import {
  ChangeBelowCommitted,
  type Commitment,
  NothingToChange,
  OrderNotChangeable,
  PriceOfInvoicedLine,
} from './after-sales.errors.js';
import { type Amounts, lineAmounts, type Part } from './amounts.rules.js';
import { isKept, type OrderStatus, type Progress } from './fulfilment.rules.js';
import { checkedDiscount } from './input.rules.js';
import { givenTax, stockQuantity } from './sales-order.rules.js';

/** What is changed of a line; absent keeps. */
export interface LineAmendment {
  readonly salesOrderLineId: string;
  readonly quantity?: Decimal | null;
  readonly unitPrice?: Decimal | null;
  readonly discountPercent?: Decimal | null;
  /** Overrides what the tax code would compute. */
  readonly taxAmount?: Decimal | null;
  /** Null clears. */
  readonly requestedOn?: string | null;
}

/** A line of an order as a change sees it. */
export interface AmendableLine extends Progress, Amounts {
  readonly id: string;
  readonly unitPrice: Decimal;
  readonly discountPercent: Decimal;
  readonly currency: string;
  readonly taxCodeId: string | null;
  readonly requestedOn: string | null;
  readonly stockFactor: Decimal;
  readonly planned: Decimal;
  readonly produced: Decimal;
}

/** What other documents hold of a line. */
export interface Bound {
  /** On deliveries that have not left. */
  readonly held: Decimal;
  /** What invoices that are not cancelled took. */
  readonly taken: Part;
}

/** A line as it is after the change. */
export interface Amended extends Amounts {
  readonly id: string;
  readonly quantity: Decimal;
  readonly unitPrice: Decimal;
  readonly discountPercent: Decimal;
  readonly requestedOn: string | null;
}

const CHANGEABLE: readonly OrderStatus[] = ['CONFIRMED', 'IN_FULFILMENT', 'SHIPPED', 'ON_HOLD'];

/** A draft is changed by itself, what has ended no more. */
export function refuseUnlessChangeable(status: OrderStatus): void {
  if (!CHANGEABLE.includes(status)) throw new OrderNotChangeable(status);
}

/** Refuses a quantity below what is delivered, invoiced or being made of the line. */
export function refuseBelowCommitted(line: AmendableLine, bound: Bound, quantity: Decimal): void {
  const isMaking = line.planned.gt(line.produced);
  const committed: readonly { by: Commitment; quantity: Decimal }[] = [
    { by: 'DELIVERED', quantity: line.shipped.add(bound.held) },
    { by: 'INVOICED', quantity: bound.taken.quantity },
    { by: 'IN_PRODUCTION', quantity: isMaking ? line.planned : ZERO },
  ];
  for (const one of committed) {
    if (quantity.lt(one.quantity)) throw new ChangeBelowCommitted(one, quantity);
  }
}

/** The tax of a line without a tax code is what was told for it; its rate stays. */
function taxAtRate(line: AmendableLine, netAmount: Decimal): Decimal {
  if (line.netAmount.isZero()) return line.taxAmount;
  return roundMoney(line.taxAmount.mul(netAmount).div(line.netAmount), line.currency);
}

/**
 * What the line costs with another quantity or price. What is invoiced of it stands: a line that is
 * invoiced in full costs what was billed, and no line less than that.
 */
function amendedAmounts(
  line: AmendableLine,
  next: Omit<Amended, keyof Amounts | 'id' | 'requestedOn'>,
  { taken }: Bound,
  tax: { readonly ratePercent: Decimal | null; readonly given: Decimal | null },
): Amounts {
  if (taken.quantity.eq(next.quantity)) return taken;
  const { currency } = line;
  const taxRatePercent = tax.ratePercent ?? ZERO;
  const priced = lineAmounts({ ...next, currency, taxRatePercent, givenTaxAmount: tax.given });
  const isKeptRate = tax.ratePercent === null && tax.given === null;
  const taxAmount = isKeptRate ? taxAtRate(line, priced.netAmount) : priced.taxAmount;
  return {
    netAmount: max(taken.netAmount, priced.netAmount),
    taxAmount: max(taken.taxAmount, taxAmount),
  };
}

function isSame(line: AmendableLine, next: Pick<Amended, 'unitPrice' | 'discountPercent'>) {
  return next.unitPrice.eq(line.unitPrice) && next.discountPercent.eq(line.discountPercent);
}

/**
 * A line after the change. Refusals go to `reasons`, with their field; the answer is then not kept.
 */
export function amendLine(
  line: AmendableLine,
  change: LineAmendment,
  bound: Bound,
  taxRatePercent: Decimal | null,
  reasons: Reasons,
): Amended {
  const quantity = change.quantity ?? line.quantity;
  reasons.take(['quantity'], () => {
    checkedQuantity(quantity);
    checkedQuantity(stockQuantity(quantity, line.stockFactor));
    refuseBelowCommitted(line, bound, quantity);
  });
  const unitPrice = change.unitPrice ?? line.unitPrice;
  const discountPercent = change.discountPercent ?? line.discountPercent;
  reasons.take(['discountPercent'], () => checkedDiscount(discountPercent));
  reasons.take(['unitPrice'], () => {
    checkedPrice(unitPrice);
    const isBilled = bound.taken.quantity.gt(0);
    if (isBilled && !isSame(line, { unitPrice, discountPercent })) throw new PriceOfInvoicedLine();
  });
  const given =
    reasons.take(['taxAmount'], () => givenTax(change.taxAmount, line.currency)) ?? null;
  const requestedOn =
    change.requestedOn === undefined
      ? line.requestedOn
      : (reasons.take(['requestedOn'], () => optionalDate(change.requestedOn)) ?? null);
  const next = { quantity, unitPrice, discountPercent };
  const isPriced = given !== null || !quantity.eq(line.quantity) || !isSame(line, next);
  const { netAmount, taxAmount } = isPriced
    ? amendedAmounts(line, next, bound, { ratePercent: taxRatePercent, given })
    : line;
  reasons.take(['unitPrice'], () => checkedAmount(netAmount));
  return { id: line.id, ...next, netAmount, taxAmount, requestedOn };
}

/** The lines that a change names, by what becomes of them. */
export interface NamedLines {
  readonly changed: readonly LineAmendment[];
  readonly removedLineIds: readonly string[];
  /** How many lines are new. */
  readonly added: number;
}

/** Refuses a change that names nothing, a line twice, or a line that the order does not have. */
export function checkNamed(
  { changed, removedLineIds, added }: NamedLines,
  lines: readonly AmendableLine[],
  reasons: Reasons,
): void {
  const changedIds = changed.map((line) => line.salesOrderLineId);
  reasons.take([], () => {
    if (changedIds.length + removedLineIds.length + added === 0) throw new NothingToChange();
  });
  reasons.take([], () => refuseRepeated([...changedIds, ...removedLineIds], 'changed'));
  const known = new Set(lines.filter(isKept).map(({ id }) => id));
  changedIds.forEach((id, index) =>
    reasons.take(['changed', index, 'salesOrderLineId'], () => refuseUnknown(known, id)),
  );
  removedLineIds.forEach((id, index) =>
    reasons.take(['removedLineIds', index], () => refuseUnknown(known, id)),
  );
}

function refuseUnknown(known: ReadonlySet<string>, id: string): void {
  if (!known.has(id)) throw new NotFound('SalesOrderLine', id);
}
