import { compareDates, type Decimal, fits, type LocalDate, ZERO } from '../kernel/index.js';
import {
  InvoiceDiffers,
  PurchaseInvoiceNotPosted,
  PurchaseSettlementOutOfRange,
} from './errors.js';
import type { Match } from './match.rules.js';

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

/** What is still owed to the supplier, in the invoice's currency; only a posted invoice is a debt. */
export function openPayable(invoice: Owed & { readonly status: string }): Decimal {
  return invoice.status === 'POSTED' ? invoice.grossAmount.sub(invoice.paidAmount) : ZERO;
}

interface Debt {
  readonly status: string;
  readonly settlement: SettlementStatus;
  readonly dueOn: LocalDate | string | null;
}

/** How far an invoice is paid as seen on a day: an unpaid debt after its due date is OVERDUE. */
export function payableSettlementOn(invoice: Debt, today: LocalDate): SettlementStatus | 'OVERDUE' {
  const { status, settlement, dueOn } = invoice;
  const isOwed = status === 'POSTED' && settlement !== 'PAID' && dueOn !== null;
  return isOwed && compareDates(dueOn as LocalDate, today) < 0 ? 'OVERDUE' : settlement;
}

/** Paid after one more settlement; refuses more than is open and less than nothing. */
export function settle(invoice: Owed & { readonly status: string }, amount: Decimal): Decimal {
  if (invoice.status !== 'POSTED') throw new PurchaseInvoiceNotPosted(invoice.status);
  const { grossAmount: gross, paidAmount: paid } = invoice;
  const after = paid.add(amount);
  if (!fits(amount, 20, 4) || after.lt(0) || after.gt(gross)) {
    throw new PurchaseSettlementOutOfRange({ gross, paid, amount });
  }
  return after;
}

/** Refuses to let a bill pass by itself that is not what was ordered and received. */
export function refuseDiffering(match: Match): void {
  if (match === 'DIFFERS') throw new InvoiceDiffers();
}
