import {
  compareDates,
  type Decimal,
  fits,
  type LocalDate,
  roundMoney,
  ZERO,
} from '../kernel/index.js';
import { InvoiceNotPosted, SettlementOutOfRange } from './errors.js';

export type SettlementStatus = 'UNPAID' | 'PARTIALLY_PAID' | 'PAID';

/** What is owed and what was paid, in the invoice's currency. */
export interface Owed {
  readonly grossAmount: Decimal;
  readonly paidAmount: Decimal;
}

/** How far an invoice is paid; one of nothing is paid by itself. */
export function settlementStatus({ grossAmount, paidAmount }: Owed): SettlementStatus {
  if (paidAmount.gte(grossAmount)) return 'PAID';
  return paidAmount.isZero() ? 'UNPAID' : 'PARTIALLY_PAID';
}

/** What the customer still owes, in the invoice's currency; only a posted invoice is a claim. */
export function openAmount(invoice: Owed & { readonly status: string }): Decimal {
  return invoice.status === 'POSTED' ? invoice.grossAmount.sub(invoice.paidAmount) : ZERO;
}

interface Claim {
  readonly status: string;
  readonly settlement: SettlementStatus;
  readonly dueOn: LocalDate | string | null;
}

/** How far an invoice is paid as seen on a day: an unpaid claim after its due date is OVERDUE. */
export function settlementOn(invoice: Claim, today: LocalDate): SettlementStatus | 'OVERDUE' {
  const { status, settlement, dueOn } = invoice;
  const isOwed = status === 'POSTED' && settlement !== 'PAID' && dueOn !== null;
  return isOwed && compareDates(dueOn as LocalDate, today) < 0 ? 'OVERDUE' : settlement;
}

/** Paid after one more settlement; refuses more than is open and less than nothing. */
export function settle(invoice: Owed & { readonly status: string }, amount: Decimal): Decimal {
  if (invoice.status !== 'POSTED') throw new InvoiceNotPosted(invoice.status);
  const { grossAmount: gross, paidAmount: paid } = invoice;
  const after = paid.add(amount);
  if (!fits(amount, 20, 4) || after.lt(0) || after.gt(gross)) {
    throw new SettlementOutOfRange({ gross, paid, amount });
  }
  return after;
}

/** What an order owes and what of it was invoiced, in the order's currency. */
export interface OpenOrder {
  readonly grossAmount: Decimal;
  readonly exchangeRate: Decimal;
}

/**
 * What an order still has to invoice, in base currency. Its steps sum to the amount at confirmation
 * exactly, because each is the difference of two rounded remainders.
 */
export function openBaseAmount(order: OpenOrder, invoiced: Decimal, base: string): Decimal {
  const open = order.grossAmount.sub(invoiced);
  return open.lte(0) ? ZERO : roundMoney(open.mul(order.exchangeRate), base);
}
