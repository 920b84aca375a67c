import {
  type Decimal,
  CurrencyMismatch,
  InvalidInput,
  checkAllocated,
  lifecycle,
  sum,
} from '../kernel/index.js';
import { partToBase, type Rate } from './entry.rules.js';
import { AllocationExceedsInvoice, AllocationExceedsPayment } from './errors.js';
import type { Party, SettledInvoice, Settlement } from './posted-facts.js';

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

/** How much settles which invoice: a sales invoice of money received, else a purchase invoice. */
export interface Allocation {
  readonly salesInvoiceId?: string | null;
  readonly purchaseInvoiceId?: string | null;
  /** In the payment's currency. */
  readonly amount: Decimal;
}

/** The money of a payment: amounts in its currency. */
export interface PaidMoney extends Rate {
  readonly direction: Party['direction'];
  readonly amount: Decimal;
  readonly allocated: Decimal;
}

/** What an allocation has to know of an invoice: amounts in its currency. */
export interface OpenInvoice {
  readonly id: string;
  /** None of an invoice that was open when the company began here. */
  readonly orderId: string | null;
  readonly currency: string;
  readonly exchangeRate: Decimal;
  readonly grossAmount: Decimal;
  /** What is left to pay. */
  readonly open: Decimal;
  /** What the books still hold of the invoice, in base currency. */
  readonly openBase: Decimal;
}

/** The field of an allocation that names its invoice. */
export const invoiceField = (direction: Party['direction']) =>
  direction === 'RECEIVED' ? 'salesInvoiceId' : 'purchaseInvoiceId';

/** The invoices that allocations name. Refuses one that names none, or one of the other kind. */
export function invoicesNamed(
  direction: Party['direction'],
  allocations: readonly Allocation[],
): string[] {
  const [mine, other] =
    direction === 'RECEIVED'
      ? (['salesInvoiceId', 'purchaseInvoiceId'] as const)
      : (['purchaseInvoiceId', 'salesInvoiceId'] as const);
  return allocations.map((allocation, index) => {
    const id = allocation[mine];
    if (id && !allocation[other]) return id;
    const message = 'Money received settles sales invoices, and money paid purchase invoices.';
    const refusal = new InvalidInput('INVOICE_OF_OTHER_KIND', message);
    throw refusal.at('allocations', index, id ? other : mine);
  });
}

/**
 * Refuses allocations that are not amounts, name an invoice twice, or exceed what is left of the
 * payment. Paths are those of the list.
 */
export function checkAllocations(money: PaidMoney, allocations: readonly Allocation[]): void {
  const invoiceIds = invoicesNamed(money.direction, allocations);
  const { currency, direction } = money;
  checkAllocated(allocations, { currency, invoiceIds, field: invoiceField(direction) });
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
  const ids = invoicesNamed(money.direction, allocations);
  return allocations.map(({ amount }, index) => {
    const invoice = invoices.get(ids[index] ?? '');
    if (!invoice) throw new Error('An allocation was decided without its invoice.');
    checkInvoice(money, invoice, amount, index);
    const paymentBase = partToBase(amount, taken, money);
    taken = taken.add(amount);
    return {
      ...settledInvoice(money.direction, invoice),
      amount,
      invoiceBase: invoiceBase(invoice, amount, money.baseCurrency),
      paymentBase,
    };
  });
}

function settledInvoice(
  direction: Party['direction'],
  { id, orderId }: OpenInvoice,
): SettledInvoice {
  return direction === 'RECEIVED'
    ? { salesInvoiceId: id, salesOrderId: orderId }
    : { purchaseInvoiceId: id, purchaseOrderId: orderId };
}

/** What a part of an invoice is worth in base currency: the last takes what the books hold. */
export function invoiceBase(
  invoice: Omit<OpenInvoice, 'id' | 'orderId'>,
  amount: Decimal,
  baseCurrency: string,
): Decimal {
  const { grossAmount, open, openBase, currency, exchangeRate } = invoice;
  if (amount.gte(open)) return openBase;
  return partToBase(amount, grossAmount.sub(open), { currency, exchangeRate, baseCurrency });
}

function checkInvoice(
  money: PaidMoney,
  { currency, open }: OpenInvoice,
  amount: Decimal,
  index: number,
): void {
  if (currency !== money.currency) {
    throw new CurrencyMismatch(currency, money.currency).at('allocations', index);
  }
  if (amount.gt(open)) {
    throw new AllocationExceedsInvoice(open, amount).at('allocations', index, 'amount');
  }
}

/** The action that an allocation is: one that leaves nothing of the payment applies it. */
export function allocationAction(amount: Decimal, allocated: Decimal): 'allocate' | 'apply' {
  return allocated.gte(amount) ? 'apply' : 'allocate';
}
