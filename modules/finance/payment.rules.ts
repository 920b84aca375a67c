import {
  AllocationExceedsCredit,
  type Decimal,
  CurrencyMismatch,
  InvalidInput,
  checkAllocated,
  lifecycle,
  sum,
} from '../kernel/index.js';
import { partToBase, type Rate } from './entry.rules.js';
import { AllocationExceedsInvoice, AllocationExceedsPayment } from './errors.js';
import type { Party, SettledDocument, Settlement } from './posted-facts.js';

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

/** The fields of an allocation, of which one names the document that is settled. */
export const settledFields = [
  'salesInvoiceId',
  'purchaseInvoiceId',
  'creditNoteId',
  'purchaseCreditNoteId',
] as const;

export type SettledField = (typeof settledFields)[number];

/** How much settles which document: an invoice, or by a refund what is left of a credit note. */
export interface Allocation extends Partial<Readonly<Record<SettledField, string | null>>> {
  /** In the payment's currency. */
  readonly amount: Decimal;
}

/** Whose money it is, and which way it goes. */
type Flow = Pick<Party, 'direction' | 'customerId'>;

/** The money of a payment: amounts in its currency. */
export interface PaidMoney extends Rate, Flow {
  readonly amount: Decimal;
  readonly allocated: Decimal;
}

/** What an allocation has to know of an invoice or a credit note: amounts in its currency. */
export interface OpenInvoice {
  readonly id: string;
  /** None of an invoice that was open when the company began here. */
  readonly orderId: string | null;
  readonly currency: string;
  readonly exchangeRate: Decimal;
  /** All of it that is paid in the end; of a credit note what its own invoice did not take. */
  readonly grossAmount: Decimal;
  /** What is left to pay. */
  readonly open: Decimal;
  /** What the books still hold of it, in base currency. */
  readonly openBase: Decimal;
}

/**
 * The field of an allocation that names what a payment settles: a customer pays invoices and is
 * refunded credit notes, a supplier is paid bills and refunds its credit notes.
 */
export function settledField({ direction, customerId }: Flow): SettledField {
  if (customerId !== null) return direction === 'RECEIVED' ? 'salesInvoiceId' : 'creditNoteId';
  return direction === 'PAID' ? 'purchaseInvoiceId' : 'purchaseCreditNoteId';
}

const isRefund = (flow: Flow): boolean =>
  settledField(flow) === 'creditNoteId' || settledField(flow) === 'purchaseCreditNoteId';

/** The documents that allocations name. Refuses one that names none, or one of another kind. */
export function documentsNamed(flow: Flow, allocations: readonly Allocation[]): string[] {
  const mine = settledField(flow);
  return allocations.map((allocation, index) => {
    const id = allocation[mine];
    const other = settledFields.find((field) => field !== mine && allocation[field]);
    if (id && !other) return id;
    const message =
      'Customers pay sales invoices and suppliers are paid bills; refunds pay out credit notes.';
    const refusal = new InvalidInput('INVOICE_OF_OTHER_KIND', message);
    throw refusal.at('allocations', index, id && other ? other : mine);
  });
}

/**
 * Refuses allocations that are not amounts, name an invoice twice, or exceed what is left of the
 * payment. Paths are those of the list.
 */
export function checkAllocations(money: PaidMoney, allocations: readonly Allocation[]): void {
  const documentIds = documentsNamed(money, allocations);
  const { currency } = money;
  checkAllocated(allocations, { currency, documentIds, field: settledField(money) });
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
 * @throws CurrencyMismatch, AllocationExceedsInvoice, AllocationExceedsCredit
 */
export function settlements(
  money: PaidMoney,
  allocations: readonly Allocation[],
  invoices: ReadonlyMap<string, OpenInvoice>,
): Settlement[] {
  let taken = money.allocated;
  const ids = documentsNamed(money, allocations);
  return allocations.map(({ amount }, index) => {
    const invoice = invoices.get(ids[index] ?? '');
    if (!invoice) throw new Error('An allocation was decided without its invoice.');
    checkInvoice(money, invoice, amount, index);
    const paymentBase = partToBase(amount, taken, money);
    taken = taken.add(amount);
    return {
      ...settledDocument(money, invoice),
      amount,
      invoiceBase: invoiceBase(invoice, amount, money.baseCurrency),
      paymentBase,
    };
  });
}

const settledDocument = (money: Flow, { id, orderId }: OpenInvoice): SettledDocument => ({
  [settledField(money)]: id,
  [money.customerId === null ? 'purchaseOrderId' : 'salesOrderId']: orderId,
});

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
    const Exceeds = isRefund(money) ? AllocationExceedsCredit : AllocationExceedsInvoice;
    throw new Exceeds(open, amount).at('allocations', index, 'amount');
  }
}

/** The action that an allocation is: one that leaves nothing of the payment applies it. */
export function allocationAction(amount: Decimal, allocated: Decimal): 'allocate' | 'apply' {
  return allocated.gte(amount) ? 'apply' : 'allocate';
}
