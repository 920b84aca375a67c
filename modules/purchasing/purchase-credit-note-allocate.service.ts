import { insertLater, type Row, type Tx } from '../events/index.js';
import {
  byField,
  checkCreditAllocations,
  CurrencyMismatch,
  type Decimal,
  inField,
  next,
  NotFound,
  present,
  sum,
  takenOf,
  unallocated,
} from '../kernel/index.js';
import { dayOf } from '../platform/index.js';
import { purchaseCreditNoteAllocated, type SupplierCreditSettlement } from './events.js';
import { purchaseCreditNoteLifecycle } from './lifecycles.rules.js';
import { updateCreditNote } from './purchase-credit-note-rows.js';
import { lockMany, recordSettlement } from './purchase-invoice-settle.service.js';
import { openPayable } from './purchase-invoice.rules.js';
import { ofOrder, type Versioned } from './rows.js';

type CreditNote = Row<'PurchaseCreditNote'>;

/** How much of a supplier's credit note settles which invoice. */
export interface CreditAllocation {
  readonly purchaseInvoiceId: string;
  /** In the credit note's currency. */
  readonly amount: Decimal;
}

export interface PurchaseCreditNoteAllocate extends Versioned {
  /** Which invoices of the supplier take how much of what is left. */
  readonly allocations: readonly CreditAllocation[];
  /** Today in the company's time zone when absent. */
  readonly postedOn?: string | null;
}

/** Refuses an invoice of another company or supplier as one that is not there, or currency. */
function checkCreditable(note: CreditNote, invoice: Row<'PurchaseInvoice'>): void {
  if (invoice.companyId !== note.companyId || invoice.supplierId !== note.supplierId) {
    throw new NotFound('PurchaseInvoice', invoice.id).at('purchaseInvoiceId');
  }
  if (invoice.currency !== note.currency) {
    throw new CurrencyMismatch(invoice.currency, note.currency).at('purchaseInvoiceId');
  }
}

/** What each invoice takes, with what it was before: the books value it at both rates. */
async function settlementsOf(
  tx: Tx,
  note: CreditNote,
  allocations: readonly CreditAllocation[],
): Promise<SupplierCreditSettlement[]> {
  const ids = allocations.map(({ purchaseInvoiceId }) => purchaseInvoiceId);
  const invoices = await lockMany(tx, ids);
  return invoices.map((invoice, index) => {
    inField(index, () => {
      checkCreditable(note, invoice);
    });
    const { id, purchaseOrderId, currency, exchangeRate, grossAmount } = invoice;
    const { amount } = present(allocations[index]);
    const open = openPayable(invoice);
    const money = { amount, open, currency, exchangeRate, grossAmount };
    return { ...money, purchaseInvoiceId: id, purchaseOrderId };
  });
}

function keep(
  tx: Tx,
  { id: purchaseCreditNoteId, companyId, currency }: CreditNote,
  allocations: readonly CreditAllocation[],
  postedOn: string,
): void {
  const rows = allocations.map(({ purchaseInvoiceId, amount }) => ({
    ...{ id: tx.newId(), companyId, purchaseCreditNoteId, purchaseInvoiceId },
    ...{ amount, currency, postedOn, createdAt: tx.now },
  }));
  insertLater(tx, 'PurchaseCreditNoteAllocation', rows);
}

/**
 * Settles open invoices of the supplier with what is left of a posted credit note, in its company
 * and currency; what a rate has changed since is for the books. A number of statements that does
 * not grow with the invoices. Refusals: TransitionRefused, StaleVersion, AllocationExceedsCredit,
 * NotFound, CurrencyMismatch, PurchaseInvoiceNotPosted, PurchaseSettlementOutOfRange,
 * PeriodClosed, InvalidInput, QuantityOutOfRange.
 */
export async function allocate(tx: Tx, input: PurchaseCreditNoteAllocate): Promise<CreditNote> {
  const { allocations } = input;
  const before = await tx.lock('PurchaseCreditNote', input.id, input.expectedVersion);
  const status = next(purchaseCreditNoteLifecycle, before.status, 'allocate');
  const documentIds = allocations.map(({ purchaseInvoiceId }) => purchaseInvoiceId);
  checkCreditAllocations(before, allocations, { field: 'purchaseInvoiceId', documentIds });
  const postedOn = await dayOf(tx, before.companyId, input.postedOn, 'postedOn');
  const settlements = await byField('allocations', async () => {
    const decided = await settlementsOf(tx, before, allocations);
    await recordSettlement(tx, allocations);
    return decided;
  });
  keep(tx, before, allocations, postedOn);
  const allocatedAmount = sum([before.allocatedAmount, ...allocations.map(({ amount }) => amount)]);
  const after = await updateCreditNote(tx, before, { status, allocatedAmount });
  const { id: purchaseCreditNoteId, currency, exchangeRate } = after;
  const data = {
    ...{ ...ofOrder(after), purchaseCreditNoteId, currency, exchangeRate, postedOn },
    ...{ taken: takenOf(before), left: unallocated(after), settlements },
  };
  tx.emit(purchaseCreditNoteAllocated({ before, after, data }));
  return after;
}
