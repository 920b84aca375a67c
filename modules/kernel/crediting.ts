import { checkAllocated, refuseNothingAllocated, type Allocating } from './allocating.js';
import {
  AllocationExceedsCredit,
  CreditAmountExceedsInvoiced,
  CreditExceedsInvoiced,
  InvoiceNotCreditable,
  NothingToCredit,
} from './crediting.errors.js';
import { min, sum, ZERO, type Decimal } from './decimal.js';
import { checkedAmount, checkedQuantity } from './inputs.js';
import { roundMoney } from './money.js';
import { inField } from './outcome.js';
import { InvalidInput } from './refusals.js';

/** What is credited of a line: so much of it, and its amounts in the invoice's currency. */
export interface CreditedAmounts {
  /** In the line's unit; zero when only the price is taken back. */
  readonly quantity: Decimal;
  readonly netAmount: Decimal;
  readonly taxAmount: Decimal;
}

/** A line of an invoice, with what credit notes that are not cancelled took of it. */
export interface CreditableLine extends CreditedAmounts {
  readonly id: string;
  readonly currency: string;
  readonly creditedQuantity: Decimal;
  readonly creditedNet: Decimal;
  readonly creditedTax: Decimal;
}

/** What of an invoice's line is taken back: so much of it, such an amount before tax, or both. */
export interface WantedAmounts {
  /** In the line's unit; nothing is taken back but the price when only an amount is given. */
  readonly quantity?: Decimal | null;
  /** In the invoice's currency, before tax; the quantity's share of what is left when absent. */
  readonly netAmount?: Decimal | null;
}

/** What is left of an invoice's line to be credited. */
export function leftToCredit(line: CreditableLine): CreditedAmounts {
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
 * What a quantity that is credited comes to: its share of what is left of the line, so that a price
 * that was lowered before counts; what takes the last of the quantity takes all that is left.
 */
export function creditOfQuantity(line: CreditableLine, quantity: Decimal): CreditedAmounts {
  const left = leftToCredit(line);
  const share = (amount: Decimal) => shareOf(amount, quantity, left.quantity, line.currency);
  return { quantity, netAmount: share(left.netAmount), taxAmount: share(left.taxAmount) };
}

/** The tax of an amount that is taken back is its share of the tax that is left. */
function taxOfAmount(line: CreditableLine, netAmount: Decimal): Decimal {
  const left = leftToCredit(line);
  return shareOf(left.taxAmount, netAmount, left.netAmount, line.currency);
}

function checkedNet(line: CreditableLine, netAmount: Decimal): Decimal {
  const { netAmount: left } = leftToCredit(line);
  const message = 'A credit of {amount} {currency} cannot be paid.';
  const params = { amount: netAmount.toString(), currency: line.currency };
  const isPayable = roundMoney(checkedAmount(netAmount), line.currency).eq(netAmount);
  if (!isPayable || netAmount.lte(0)) throw new InvalidInput('CREDIT_AMOUNT', message, params);
  if (netAmount.gt(left)) throw new CreditAmountExceedsInvoiced(left, netAmount);
  return netAmount;
}

/** Takes a quantity that is left of a line to be credited. Refuses CreditExceedsInvoiced. */
function checkedOpen(line: CreditableLine, quantity: Decimal): Decimal {
  const { quantity: open } = leftToCredit(line);
  if (checkedQuantity(quantity).gt(open)) throw new CreditExceedsInvoiced(open, quantity);
  return quantity;
}

/**
 * What is credited of one line. Refusals with the field: InvalidInput, CreditExceedsInvoiced,
 * CreditAmountExceedsInvoiced.
 */
export function creditOf(line: CreditableLine, wanted: WantedAmounts): CreditedAmounts {
  const { quantity: given = null, netAmount = null } = wanted;
  if (given === null && netAmount === null) {
    throw new InvalidInput('CREDIT_OF_NOTHING', 'A credit says how many, how much, or both.');
  }
  const quantity = given === null ? ZERO : inField('quantity', () => checkedOpen(line, given));
  if (netAmount === null) return creditOfQuantity(line, quantity);
  const net = inField('netAmount', () => checkedNet(line, netAmount));
  return { quantity, netAmount: net, taxAmount: taxOfAmount(line, net) };
}

/** Refuses to credit an invoice that is not posted. */
export function refuseUnlessCreditable(status: string): void {
  if (status !== 'POSTED') throw new InvoiceNotCreditable(status);
}

/** Takes parts of which there is at least one. Refuses NothingToCredit. */
export function somethingCredited<P>(parts: readonly P[]): readonly P[] {
  if (parts.length === 0) throw new NothingToCredit();
  return parts;
}

/** A credit note, as far as it can settle other invoices. Amounts in its currency. */
export interface Creditor {
  readonly status: string;
  readonly grossAmount: Decimal;
  /** What its own invoice took when it was posted. */
  readonly settledAmount: Decimal;
  /** What other invoices took since. */
  readonly allocatedAmount: Decimal;
  /** What was paid out of it since. */
  readonly refundedAmount: Decimal;
}

/** What is left of a credit note: it stands on account until an invoice or a refund takes it. */
export function unallocated(note: Creditor): Decimal {
  if (note.status !== 'POSTED') return ZERO;
  return leftWhenPosted(note).sub(takenOf(note));
}

/** What was left of a credit note when its own invoice had taken what it could. */
export const leftWhenPosted = (note: Pick<Creditor, 'grossAmount' | 'settledAmount'>): Decimal =>
  note.grossAmount.sub(note.settledAmount);

/** What other invoices and refunds took of that since. */
export const takenOf = (note: Pick<Creditor, 'allocatedAmount' | 'refundedAmount'>): Decimal =>
  note.allocatedAmount.add(note.refundedAmount);

/**
 * What is paid out of a credit note once so much more is, or below zero is taken back. Refuses
 * AllocationExceedsCredit.
 */
export function refundedOf(note: Creditor, amount: Decimal): Decimal {
  const left = unallocated(note);
  if (amount.gt(left)) throw new AllocationExceedsCredit(left, amount);
  return note.refundedAmount.add(amount);
}

/**
 * Refuses allocations of nothing, of an invoice twice, of what is no amount of the currency, and
 * of more than is left: InvalidInput, QuantityOutOfRange, AllocationExceedsCredit. Paths are those
 * of the list.
 */
export function checkCreditAllocations(
  note: Creditor & { readonly currency: string },
  allocations: readonly { readonly amount: Decimal }[],
  named: Omit<Allocating, 'currency'>,
): void {
  refuseNothingAllocated(allocations);
  checkAllocated(allocations, { ...named, currency: note.currency });
  const requested = sum(allocations.map(({ amount }) => amount));
  const left = unallocated(note);
  if (requested.gt(left)) throw new AllocationExceedsCredit(left, requested).at('allocations');
}
