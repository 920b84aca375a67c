import {
  type Decimal,
  CurrencyMismatch,
  InvalidInput,
  QuantityOutOfRange,
  fits,
  lifecycle,
  minorUnits,
  sum,
} from '../kernel/index.js';
import { partToBase, type Rate } from './entry.rules.js';
import { AllocationExceedsInvoice, AllocationExceedsPayment } from './errors.js';
import type { Settlement } from './posted-facts.js';

export const paymentLifecycle = lifecycle({
  subject: 'Payment',
  initial: 'DRAFT',
  states: {
    DRAFT: { post: 'POSTED' },
    POSTED: { allocate: 'POSTED', apply: 'APPLIED', reverse: 'REVERSED' },
    APPLIED: { reverse: 'REVERSED' },
    REVERSED: {},
  },
});

type Path = (string | number)[];

export interface Allocation {
  readonly salesInvoiceId: string;
  /** In the payment's currency. */
  readonly amount: Decimal;
}

/** The money of a payment: amounts in its currency. */
export interface PaidMoney extends Rate {
  readonly amount: Decimal;
  readonly allocated: Decimal;
}

/** What an allocation has to know of an invoice: amounts in its currency. */
export interface OpenInvoice {
  readonly id: string;
  readonly salesOrderId: string;
  readonly customerId: string;
  readonly currency: string;
  readonly exchangeRate: Decimal;
  readonly grossAmount: Decimal;
  readonly paidAmount: Decimal;
  /** What the books still hold of the invoice, in base currency. */
  readonly openBase: Decimal;
}

/** Refuses an amount that is not above zero, too large, or finer than the currency is paid in. */
export function checkAmount(amount: Decimal, currency: string, ...path: Path): void {
  if (!amount.isFinite() || amount.lte(0) || !fits(amount, 20, 4)) {
    const message = 'The amount must be above zero and fit.';
    throw new QuantityOutOfRange('AMOUNT_OUT_OF_RANGE', message).at(...path);
  }
  if (amount.decimalPlaces() > minorUnits(currency)) {
    const message = 'The amount is finer than {currency} is paid in.';
    throw new InvalidInput('AMOUNT_TOO_FINE', message, { currency }).at(...path);
  }
}

/**
 * Refuses allocations that are not amounts, name an invoice twice, or exceed what is left of the
 * payment. Paths are those of the list.
 */
export function checkAllocations(money: PaidMoney, allocations: readonly Allocation[]): void {
  const seen = new Set<string>();
  allocations.forEach(({ salesInvoiceId, amount }, index) => {
    checkAmount(amount, money.currency, 'allocations', index, 'amount');
    if (seen.has(salesInvoiceId)) {
      const refusal = new InvalidInput('INVOICE_REPEATED', 'The invoice is named twice.');
      throw refusal.at('allocations', index, 'salesInvoiceId');
    }
    seen.add(salesInvoiceId);
  });
  const requested = sum(allocations.map(({ amount }) => amount));
  const available = money.amount.sub(money.allocated);
  if (requested.gt(available)) {
    throw new AllocationExceedsPayment(available, requested).at('allocations');
  }
}

/**
 * What each allocation settles, in both rates. Parts are valued so that together they are worth
 * exactly what the whole was posted at: the last part of an invoice takes what the books hold.
 *
 * @throws CurrencyMismatch, AllocationExceedsInvoice
 */
export function settlements(
  money: PaidMoney,
  allocations: readonly Allocation[],
  invoices: ReadonlyMap<string, OpenInvoice>,
): Settlement[] {
  let taken = money.allocated;
  return allocations.map(({ salesInvoiceId, amount }, index) => {
    const invoice = invoices.get(salesInvoiceId);
    if (!invoice) throw new Error('An allocation was decided without its invoice.');
    checkInvoice(money, invoice, amount, index);
    const paymentBase = partToBase(amount, taken, money);
    taken = taken.add(amount);
    return {
      salesInvoiceId,
      salesOrderId: invoice.salesOrderId,
      amount,
      invoiceBase: invoiceBase(invoice, amount, money.baseCurrency),
      paymentBase,
    };
  });
}

function invoiceBase(invoice: OpenInvoice, amount: Decimal, baseCurrency: string): Decimal {
  const { grossAmount, paidAmount, openBase, currency, exchangeRate } = invoice;
  if (paidAmount.add(amount).gte(grossAmount)) return openBase;
  return partToBase(amount, paidAmount, { currency, exchangeRate, baseCurrency });
}

function checkInvoice(
  money: PaidMoney,
  invoice: OpenInvoice,
  amount: Decimal,
  index: number,
): void {
  if (invoice.currency !== money.currency) {
    throw new CurrencyMismatch(invoice.currency, money.currency).at('allocations', index);
  }
  const open = invoice.grossAmount.sub(invoice.paidAmount);
  if (amount.gt(open)) {
    throw new AllocationExceedsInvoice(open, amount).at('allocations', index, 'amount');
  }
}

/** The action that an allocation is: one that leaves nothing of the payment applies it. */
export function allocationAction(amount: Decimal, allocated: Decimal): 'allocate' | 'apply' {
  return allocated.gte(amount) ? 'apply' : 'allocate';
}
