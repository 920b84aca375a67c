import { insertLater, nextVersion, type Row, type Tx } from '../events/index.js';
import {
  byField,
  checkCreditAllocations,
  inField,
  next,
  present,
  sum,
  takenOf,
  unallocated,
} from '../kernel/index.js';
import { dayOf } from '../platform/index.js';
import { checkCreditable, type CreditAllocation } from './credit-allocation.rules.js';
import { type CreditSettlement, creditNoteAllocated } from './events.js';
import { creditNoteLifecycle } from './lifecycles.rules.js';
import { lockMany, recordSettlement } from './sales-invoice-settle.service.js';
import { openAmount } from './sales-invoice.rules.js';
import type { Versioned } from './sales-order-status.service.js';

type CreditNote = Row<'CreditNote'>;

export interface CreditNoteAllocate extends Versioned {
  /** Which invoices of the customer take how much of what is left. */
  readonly allocations: readonly CreditAllocation[];
  /** Today in the company's time zone when absent. */
  readonly postedOn?: string | null;
}

/** What each invoice takes, with what it was before: the books value it at both rates. */
async function settlementsOf(
  tx: Tx,
  note: CreditNote,
  allocations: readonly CreditAllocation[],
): Promise<CreditSettlement[]> {
  const invoices = await lockMany(
    tx,
    allocations.map(({ salesInvoiceId }) => salesInvoiceId),
  );
  return invoices.map((invoice, index) => {
    inField(index, () => checkCreditable(note, invoice));
    const { id, salesOrderId, currency, exchangeRate, grossAmount } = invoice;
    const { amount } = present(allocations[index]);
    const open = openAmount(invoice);
    return {
      ...{ amount, open, currency, exchangeRate, grossAmount, salesOrderId },
      salesInvoiceId: id,
    };
  });
}

function keep(
  tx: Tx,
  { id: creditNoteId, companyId, currency }: CreditNote,
  allocations: readonly CreditAllocation[],
  postedOn: string,
): void {
  const rows = allocations.map(({ salesInvoiceId, amount }) => ({
    ...{ id: tx.newId(), companyId, creditNoteId, salesInvoiceId },
    ...{ amount, currency, postedOn, createdAt: tx.now },
  }));
  insertLater(tx, 'CreditNoteAllocation', rows);
}

async function write(
  tx: Tx,
  before: CreditNote,
  told: Pick<CreditNote, 'status' | 'allocatedAmount'>,
): Promise<CreditNote> {
  return nextVersion(tx, 'CreditNote', before, told);
}

/**
 * Settles open invoices of the customer with what is left of a posted credit note, in its company
 * and currency; what a rate has changed since is for the books. A number of statements that does
 * not grow with the invoices. Refusals: TransitionRefused, StaleVersion, AllocationExceedsCredit,
 * NotFound, HistoricDocument, CurrencyMismatch, InvoiceNotPosted, SettlementOutOfRange,
 * PeriodClosed, InvalidInput, QuantityOutOfRange.
 */
export async function allocate(tx: Tx, input: CreditNoteAllocate): Promise<CreditNote> {
  const { allocations } = input;
  const before = await tx.lock('CreditNote', input.id, input.expectedVersion);
  const status = next(creditNoteLifecycle, before.status, 'allocate');
  const documentIds = allocations.map(({ salesInvoiceId }) => salesInvoiceId);
  checkCreditAllocations(before, allocations, { field: 'salesInvoiceId', documentIds });
  const postedOn = await dayOf(tx, before.companyId, input.postedOn, 'postedOn');
  const settlements = await byField('allocations', async () => {
    const decided = await settlementsOf(tx, before, allocations);
    await recordSettlement(tx, allocations);
    return decided;
  });
  keep(tx, before, allocations, postedOn);
  const allocatedAmount = sum([before.allocatedAmount, ...allocations.map(({ amount }) => amount)]);
  const after = await write(tx, before, { status, allocatedAmount });
  const { id, customerId, salesOrderId, currency, exchangeRate } = after;
  const data = {
    ...{ creditNoteId: id, customerId, salesOrderId, currency, exchangeRate, postedOn },
    ...{ taken: takenOf(before), left: unallocated(after) },
    settlements,
  };
  tx.emit(creditNoteAllocated({ before, after, data }));
  return after;
}
