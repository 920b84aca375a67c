import { insertAll, insertMissing, type Row, type Tx } from '../events/index.js';
import {
  byField,
  cleanText,
  inField,
  next,
  NotFound,
  NothingToCredit,
  present,
  refuseUnlessCreditable,
  requiredReason,
  ZERO,
} from '../kernel/index.js';
import { dayOf, numberSeries } from '../platform/index.js';
import { documentAmounts } from './amounts.rules.js';
import { DuplicateSupplierReference } from './errors.js';
import {
  purchaseCreditNoteApproved,
  purchaseCreditNoteCancelled,
  purchaseCreditNoteCreated,
} from './events.js';
import { purchaseCreditNoteLifecycle } from './lifecycles.rules.js';
import { postLocked } from './purchase-credit-note-post.service.js';
import {
  type Billed,
  billedLines,
  uncredited,
  updateCreditNote,
} from './purchase-credit-note-rows.js';
import { type CreditedPart, toCredit, type WantedCredit } from './purchase-credit-note.rules.js';
import { ReturnNotShipped } from './returns.errors.js';
import { ofOrder, type Versioned } from './rows.js';

export {
  allocate,
  type PurchaseCreditNoteAllocate,
} from './purchase-credit-note-allocate.service.js';
export { post, type PurchaseCreditNotePost } from './purchase-credit-note-post.service.js';
export { lockMany, recordRefunds, type Refund } from './purchase-credit-note-refund.service.js';

export type PurchaseCreditNote = Row<'PurchaseCreditNote'>;
type Invoice = Row<'PurchaseInvoice'>;

export interface PurchaseCreditNoteInput {
  readonly purchaseInvoiceId: string;
  /** The return that is credited: what went back by it, unless lines are named. */
  readonly purchaseReturnId?: string | null;
  /** The supplier's own number of the credit note. */
  readonly supplierReference: string;
  readonly reason: string;
  /** Today in the company's time zone when absent. */
  readonly documentOn?: string | null;
  /** What is credited; all that went back by the return when absent. */
  readonly lines?: readonly WantedCredit[] | null;
  /** It may be posted. */
  readonly approve?: boolean | null;
  /** It is approved and posted at once. */
  readonly post?: boolean | null;
  /** When it is posted at once: the business day, `documentOn` when absent. */
  readonly postedOn?: string | null;
}

/** Locks the invoice that is credited: a posted one that bills an order. */
async function lockInvoice(tx: Tx, id: string): Promise<Invoice & { purchaseOrderId: string }> {
  return byField('purchaseInvoiceId', async () => {
    const invoice = await tx.lock('PurchaseInvoice', id);
    refuseUnlessCreditable(invoice.status);
    const { purchaseOrderId } = invoice;
    // What was open when the company began here has no lines that could be credited.
    if (purchaseOrderId === null) throw new NothingToCredit();
    return { ...invoice, purchaseOrderId };
  });
}

/** Locks the return that is credited; it must be one of the invoice's order, and have left. */
async function lockReturn(tx: Tx, id: string, invoice: Invoice): Promise<void> {
  await byField('purchaseReturnId', async () => {
    const found = await tx.lock('PurchaseReturn', id);
    if (found.purchaseOrderId !== invoice.purchaseOrderId) throw new NotFound('PurchaseReturn', id);
    if (found.status !== 'SHIPPED') throw new ReturnNotShipped(found.status);
  });
}

async function writeHeader(
  tx: Tx,
  invoice: Invoice & { purchaseOrderId: string },
  parts: readonly CreditedPart[],
  input: PurchaseCreditNoteInput,
): Promise<PurchaseCreditNote> {
  const { companyId, supplierId, currency, exchangeRate, purchaseOrderId } = invoice;
  const reason = requiredReason(input.reason);
  const reference = () => cleanText(input.supplierReference, { min: 1, max: 100 });
  const supplierReference = inField('supplierReference', reference);
  const documentOn = await dayOf(tx, companyId, input.documentOn, 'documentOn');
  const wanted = { companyId, series: 'purchaseCreditNote', on: documentOn, count: 1 };
  const [number] = await numberSeries.take(tx, wanted);
  const { initial: status } = purchaseCreditNoteLifecycle;
  const row = {
    ...{ id: tx.newId(), version: 1, number: present(number), status, reason, documentOn },
    ...{ companyId, supplierId, purchaseOrderId, supplierReference, currency, exchangeRate },
    ...{ purchaseInvoiceId: invoice.id, purchaseReturnId: input.purchaseReturnId ?? null },
    ...documentAmounts(parts),
    ...{ settledAmount: ZERO, allocatedAmount: ZERO, refundedAmount: ZERO, customFields: {} },
    ...{ createdAt: tx.now, createdById: tx.actor.id, updatedAt: tx.now },
  };
  const [note] = await insertMissing(tx, 'PurchaseCreditNote', [row]);
  if (!note) throw new DuplicateSupplierReference(supplierReference).at('supplierReference');
  return note;
}

async function writeLines(
  tx: Tx,
  { id: purchaseCreditNoteId, companyId }: PurchaseCreditNote,
  parts: readonly CreditedPart[],
  billed: readonly Billed[],
) {
  const byId = new Map(billed.map((line) => [line.id, line]));
  const rows = parts.map((part, index) => {
    const line = present(byId.get(part.purchaseInvoiceLineId));
    const { purchaseOrderLineId, kind, itemId, description, unit, unitPrice, currency } = line;
    return {
      ...{ purchaseOrderLineId, kind, itemId, description, unit, unitPrice, currency },
      ...{ taxCodeId: line.taxCodeId, ...part },
      ...{ id: tx.newId(), version: 1, companyId, purchaseCreditNoteId, position: index + 1 },
      createdAt: tx.now,
    };
  });
  return insertAll(tx, 'PurchaseCreditNoteLine', rows);
}

/**
 * Enters a supplier's credit note of an invoice, at the invoice's rate: what went back by a return,
 * or what is named; what other credit notes hold is theirs. With `approve` or `post` it goes that
 * far at once. Refusals: NotFound, InvoiceNotCreditable, ReturnNotShipped, NothingToCredit,
 * CreditNeedsReturn, CreditExceedsInvoiced, CreditAmountExceedsInvoiced,
 * DuplicateSupplierReference, InvalidInput, PeriodClosed.
 */
export async function create(tx: Tx, input: PurchaseCreditNoteInput): Promise<PurchaseCreditNote> {
  const { purchaseReturnId = null } = input;
  const invoice = await lockInvoice(tx, input.purchaseInvoiceId);
  if (purchaseReturnId !== null) await lockReturn(tx, purchaseReturnId, invoice);
  const order = input.post ? await tx.lock('PurchaseOrder', invoice.purchaseOrderId) : null;
  const billed = await billedLines(tx, invoice.id);
  const returned = purchaseReturnId === null ? null : await uncredited(tx, purchaseReturnId);
  const parts = toCredit(billed, input.lines, returned);
  const draft = await writeHeader(tx, invoice, parts, input);
  const lines = await writeLines(tx, draft, parts, billed);
  tx.emit(purchaseCreditNoteCreated({ before: null, after: draft, data: ofOrder(draft) }));
  if (!input.approve && !order) return draft;
  const note = await move(tx, draft, 'approve');
  if (!order) return note;
  const on = input.postedOn ?? draft.documentOn;
  const postedOn = await dayOf(tx, draft.companyId, on, 'postedOn');
  return postLocked(tx, { note, lines, invoice, order, postedOn });
}

const facts = { approve: purchaseCreditNoteApproved, cancel: purchaseCreditNoteCancelled } as const;

/** Moves a locked credit note by a verb that touches nothing else. */
async function move(tx: Tx, before: PurchaseCreditNote, verb: 'approve' | 'cancel') {
  const status = next(purchaseCreditNoteLifecycle, before.status, verb);
  const after = await updateCreditNote(tx, before, { status });
  tx.emit(facts[verb]({ before, after, data: ofOrder(after) }));
  return after;
}

const lock = (tx: Tx, { id, expectedVersion }: Versioned) =>
  tx.lock('PurchaseCreditNote', id, expectedVersion);

/** Says that the credit note may be posted. TransitionRefused, StaleVersion. */
export const approve = async (tx: Tx, input: Versioned): Promise<PurchaseCreditNote> =>
  move(tx, await lock(tx, input), 'approve');

/** Gives up a credit note that is not posted; what it held can be credited again. */
export const cancel = async (tx: Tx, input: Versioned): Promise<PurchaseCreditNote> =>
  move(tx, await lock(tx, input), 'cancel');
