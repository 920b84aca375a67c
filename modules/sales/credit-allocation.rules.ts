import { CurrencyMismatch, type Decimal, NotFound } from '../kernel/index.js';
import { HistoricDocument } from './historic.errors.js';

/** How much of a credit note settles which invoice. */
export interface CreditAllocation {
  readonly salesInvoiceId: string;
  /** In the credit note's currency. */
  readonly amount: Decimal;
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
