import {
  checkedAmount,
  checkedQuantity,
  type Decimal,
  inField,
  InvalidInput,
  min,
  NotFound,
  roundMoney,
  ZERO,
} from '../kernel/index.js';
import {
  CreditAmountExceedsInvoiced,
  CreditExceedsInvoiced,
  NothingToCredit,
} from './after-sales.errors.js';
import type { Amounts, Part } from './amounts.rules.js';
import { refuseRepeated } from './input.rules.js';

/** A line of an invoice, with what credit notes that are not cancelled took of it. */
export interface BilledLine extends Part {
  readonly id: string;
  readonly salesOrderLineId: string;
  readonly currency: string;
  readonly creditedQuantity: Decimal;
  readonly creditedNet: Decimal;
  readonly creditedTax: Decimal;
}

/** What of an invoice's line is taken back: so much of it, such an amount before tax, or both. */
export interface WantedCredit {
  readonly salesInvoiceLineId: string;
  /** In the line's unit; nothing is taken back but the price when only an amount is given. */
  readonly quantity?: Decimal | null;
  /** In the invoice's currency, before tax; the quantity's share of what is left when absent. */
  readonly netAmount?: Decimal | null;
}

/** What one credit note takes of one line of the invoice. */
export interface CreditedPart extends Part {
  readonly salesInvoiceLineId: string;
}

/** What is left of an invoice's line to be credited. */
export function leftToCredit(line: BilledLine): Part {
  return {
    quantity: line.quantity.sub(line.creditedQuantity),
    netAmount: line.netAmount.sub(line.creditedNet),
    taxAmount: line.taxAmount.sub(line.creditedTax),
  };
}

/** A share of an amount that is left; rounded, and the whole of it for the last part. */
function shareOf(left: Decimal, part: Decimal, whole: Decimal, currency: string): Decimal {
  return part.gte(whole) ? left : min(left, roundMoney(left.mul(part).div(whole), currency));
}

/**
 * The amounts of a quantity that is credited: its share of what is left of the line, so that a
 * price that was lowered before counts; what takes the last of the quantity takes all that is left.
 */
export function creditOfQuantity(line: BilledLine, quantity: Decimal): Amounts {
  const left = leftToCredit(line);
  const share = (amount: Decimal) => shareOf(amount, quantity, left.quantity, line.currency);
  return { netAmount: share(left.netAmount), taxAmount: share(left.taxAmount) };
}

/** The amounts of a price that is taken back: its tax is its share of the tax that is left. */
export function creditOfAmount(line: BilledLine, netAmount: Decimal): Amounts {
  const left = leftToCredit(line);
  const taxAmount = shareOf(left.taxAmount, netAmount, left.netAmount, line.currency);
  return { netAmount, taxAmount };
}

function checkedNet(line: BilledLine, netAmount: Decimal): Decimal {
  const { netAmount: left } = leftToCredit(line);
  const message = 'A credit of {amount} {currency} cannot be paid.';
  const params = { amount: netAmount.toString(), currency: line.currency };
  const isPayable = roundMoney(checkedAmount(netAmount), line.currency).eq(netAmount);
  if (!isPayable || netAmount.lte(0)) throw new InvalidInput('CREDIT_AMOUNT', message, params);
  if (netAmount.gt(left)) throw new CreditAmountExceedsInvoiced(left, netAmount);
  return netAmount;
}

function checkedOpen(line: BilledLine, quantity: Decimal): Decimal {
  const { quantity: open } = leftToCredit(line);
  if (checkedQuantity(quantity).gt(open)) throw new CreditExceedsInvoiced(open, quantity);
  return quantity;
}

function wantedPart(wanted: WantedCredit, lines: readonly BilledLine[]): CreditedPart {
  const { salesInvoiceLineId } = wanted;
  const line = lines.find(({ id }) => id === salesInvoiceLineId);
  if (!line) throw new NotFound('SalesInvoiceLine', salesInvoiceLineId).at('salesInvoiceLineId');
  const { quantity: given = null, netAmount = null } = wanted;
  if (given === null && netAmount === null) {
    throw new InvalidInput('CREDIT_OF_NOTHING', 'A credit says how many, how much, or both.');
  }
  const quantity = given === null ? ZERO : inField('quantity', () => checkedOpen(line, given));
  if (netAmount === null) {
    return { salesInvoiceLineId, quantity, ...creditOfQuantity(line, quantity) };
  }
  const net = inField('netAmount', () => checkedNet(line, netAmount));
  return { salesInvoiceLineId, quantity, ...creditOfAmount(line, net) };
}

/** All that is left of an invoice. Refuses NothingToCredit. */
function everything(lines: readonly BilledLine[]): CreditedPart[] {
  const parts = lines
    .map((line) => ({ salesInvoiceLineId: line.id, ...leftToCredit(line) }))
    .filter(({ quantity, netAmount }) => quantity.gt(0) || netAmount.gt(0));
  if (parts.length === 0) throw new NothingToCredit();
  return parts;
}

/**
 * What a credit note takes of an invoice: what is named, or all that is left. Refusals:
 * NothingToCredit, NotFound, InvalidInput, CreditExceedsInvoiced, CreditAmountExceedsInvoiced, each
 * with its path.
 */
export function toCredit(
  lines: readonly BilledLine[],
  wanted: readonly WantedCredit[] | null | undefined,
): CreditedPart[] {
  if (wanted === null || wanted === undefined) return everything(lines);
  if (wanted.length === 0) throw new NothingToCredit().at('lines');
  refuseRepeated(
    wanted.map((line) => line.salesInvoiceLineId),
    'lines',
  );
  return wanted.map((line, index) =>
    inField('lines', () => inField(index, () => wantedPart(line, lines))),
  );
}

/** What came back of a line of the order and is not credited; in the line's unit. */
export interface Uncredited {
  readonly salesOrderLineId: string;
  readonly quantity: Decimal;
}

/**
 * What a credit note of a return takes of an invoice: of each line what came back, as far as this
 * invoice billed it. Refuses NothingToCredit.
 */
export function toCreditReturned(
  lines: readonly BilledLine[],
  returned: readonly Uncredited[],
): CreditedPart[] {
  const left = new Map(returned.map((line) => [line.salesOrderLineId, line.quantity]));
  const parts = lines.flatMap((line) => {
    const back = left.get(line.salesOrderLineId) ?? ZERO;
    const quantity = min(back, leftToCredit(line).quantity);
    if (quantity.lte(0)) return [];
    left.set(line.salesOrderLineId, back.sub(quantity));
    return [{ salesInvoiceLineId: line.id, quantity, ...creditOfQuantity(line, quantity) }];
  });
  if (parts.length === 0) throw new NothingToCredit();
  return parts;
}
