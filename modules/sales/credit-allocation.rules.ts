import {
  checkedAmount,
  CurrencyMismatch,
  type Decimal,
  inField,
  InvalidInput,
  NotFound,
  roundMoney,
  sum,
  ZERO,
} from '../kernel/index.js';
import { AllocationExceedsCredit } from './after-sales.errors.js';
import { HistoricDocument } from './historic.errors.js';

/** How much of a credit note settles which invoice. */
export interface CreditAllocation {
  readonly salesInvoiceId: string;
  /** In the credit note's currency. */
  readonly amount: Decimal;
}

/** A credit note, as far as it can settle other invoices. Amounts in its currency. */
export interface Creditor {
  readonly status: string;
  readonly grossAmount: Decimal;
  /** What its own invoice took when it was posted. */
  readonly settledAmount: Decimal;
  /** What other invoices took since. */
  readonly allocatedAmount: Decimal;
}

/** What is left of a credit note: it stands to the customer's credit until an invoice takes it. */
export function unallocated(note: Creditor): Decimal {
  if (note.status !== 'POSTED') return ZERO;
  return note.grossAmount.sub(note.settledAmount).sub(note.allocatedAmount);
}

function checkedPart(amount: Decimal, currency: string): void {
  const isPayable = roundMoney(checkedAmount(amount), currency).eq(amount);
  if (isPayable && amount.gt(0)) return;
  const params = { amount: amount.toString(), currency };
  throw new InvalidInput(
    'CREDIT_AMOUNT',
    'A credit of {amount} {currency} cannot be paid.',
    params,
  );
}

/**
 * Refuses allocations of nothing, of an invoice twice, of what is no amount of the currency, and
 * of more than is left: InvalidInput, AllocationExceedsCredit. Paths are those of the list.
 */
export function checkCreditAllocations(
  note: Creditor & { readonly currency: string },
  allocations: readonly CreditAllocation[],
): void {
  if (allocations.length === 0) {
    throw new InvalidInput('ALLOCATIONS_MISSING', 'Nothing is allocated.').at('allocations');
  }
  allocations.forEach(({ amount }, index) => {
    inField('allocations', () =>
      inField(index, () => inField('amount', () => checkedPart(amount, note.currency))),
    );
  });
  const seen = new Set<string>();
  allocations.forEach(({ salesInvoiceId }, index) => {
    if (seen.has(salesInvoiceId)) {
      const refusal = new InvalidInput('INVOICE_REPEATED', 'The invoice is named twice.');
      throw refusal.at('allocations', index, 'salesInvoiceId');
    }
    seen.add(salesInvoiceId);
  });
  const requested = sum(allocations.map(({ amount }) => amount));
  const left = unallocated(note);
  if (requested.gt(left)) throw new AllocationExceedsCredit(left, requested).at('allocations');
}

/** Whose document it is, and in what it is reckoned. */
export interface Owner {
  readonly companyId: string;
  readonly customerId: string;
  readonly currency: string;
}

/**
 * Refuses an invoice that a credit note cannot settle. One of another company or customer is told
 * as one that is not there. NotFound, HistoricDocument, CurrencyMismatch.
 */
export function checkCreditable(
  note: Owner,
  invoice: Owner & { readonly id: string; readonly isHistoric: boolean },
): void {
  if (invoice.companyId !== note.companyId || invoice.customerId !== note.customerId) {
    throw new NotFound('SalesInvoice', invoice.id).at('salesInvoiceId');
  }
  if (invoice.isHistoric) throw new HistoricDocument('The sales invoice').at('salesInvoiceId');
  if (invoice.currency !== note.currency) {
    throw new CurrencyMismatch(invoice.currency, note.currency).at('salesInvoiceId');
  }
}
