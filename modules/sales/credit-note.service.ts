import { insertAll, nextVersion, type Row, type Tx } from '../events/index.js';
import {
  byField,
  inField,
  type LocalDate,
  next,
  NotFound,
  NothingToCredit,
  present,
  refuseUnlessCreditable,
  requiredReason,
  ZERO,
} from '../kernel/index.js';
import { dayOf } from '../platform/index.js';
import { ReturnNotReceived } from './after-sales.errors.js';
import { documentAmounts } from './amounts.rules.js';
import { credit, type CreditedLine, numberFor, settledBy } from './credit-note-post.service.js';
import { type Billed, billedLines, uncredited } from './credit-note-rows.js';
import {
  type CreditedPart,
  toCredit,
  toCreditReturned,
  type WantedCredit,
} from './credit-note.rules.js';
import { creditNoteApproved, creditNoteCancelled, creditNoteCreated } from './events.js';
import { creditNoteLifecycle } from './lifecycles.rules.js';
import { lockLive } from './live-lock.js';
import type { Versioned } from './sales-order-status.service.js';

export { allocate, type CreditNoteAllocate } from './credit-note-allocate.service.js';
export { type CreditNotePost, post } from './credit-note-post.service.js';
export { lockMany, recordRefunds, type Refund } from './credit-note-refund.service.js';

export type CreditNote = Row<'CreditNote'>;
type Invoice = Row<'SalesInvoice'>;

export interface CreditNoteInput {
  readonly salesInvoiceId: string;
  /** The return that is credited: its lines, unless others are named. */
  readonly salesReturnId?: string | null;
  readonly reason: string;
  /** Today in the company's time zone when absent. */
  readonly documentOn?: string | null;
  /** What is credited; all that came back, or all that is left, when absent. */
  readonly lines?: readonly WantedCredit[] | null;
  /** It may be posted. */
  readonly approve?: boolean | null;
  /** It is approved and posted at once. */
  readonly post?: boolean | null;
  /** When it is posted at once: the business day, `documentOn` when absent. */
  readonly postedOn?: string | null;
}

/** Locks the return that is credited; it must be one of the invoice's order, and received. */
async function lockReturn(tx: Tx, id: string, invoice: Invoice): Promise<void> {
  await byField('salesReturnId', async () => {
    const found = await tx.lock('SalesReturn', id);
    if (found.salesOrderId !== invoice.salesOrderId) throw new NotFound('SalesReturn', id);
    if (found.status !== 'RECEIVED') throw new ReturnNotReceived(found.status);
  });
}

/** What the credit note takes of the invoice's lines. */
async function partsOf(tx: Tx, input: CreditNoteInput, billed: readonly Billed[]) {
  const { salesReturnId = null, lines = null } = input;
  if (salesReturnId === null || lines !== null) return toCredit(billed, lines);
  const returned = await uncredited(tx, salesReturnId);
  return byField('salesReturnId', () => Promise.resolve(toCreditReturned(billed, returned)));
}

function lineRows(
  tx: Tx,
  { id: creditNoteId, companyId }: { readonly id: string; readonly companyId: string },
  parts: readonly CreditedPart[],
  billed: readonly Billed[],
) {
  const byId = new Map(billed.map((line) => [line.id, line]));
  return parts.map((part, index) => {
    const line = present(byId.get(part.salesInvoiceLineId));
    const { salesOrderLineId, kind, itemId, description, unit, unitPrice, taxCodeId } = line;
    return {
      ...{ salesOrderLineId, kind, itemId, description, unit, unitPrice, taxCodeId },
      ...part,
      currency: line.currency,
      id: tx.newId(),
      version: 1,
      companyId,
      creditNoteId,
      position: index + 1,
      createdAt: tx.now,
    };
  });
}

/** How far a new credit note goes at once. */
type Reach = 'DRAFT' | 'APPROVED' | 'POSTED';
const versionAt: Readonly<Record<Reach, number>> = { DRAFT: 1, APPROVED: 2, POSTED: 3 };

const reachOf = ({ approve, post }: CreditNoteInput): Reach =>
  post === true ? 'POSTED' : approve === true ? 'APPROVED' : 'DRAFT';

/** Where and when a new credit note is written. */
interface Header {
  readonly id: string;
  readonly reason: string;
  readonly reach: Reach;
  readonly documentOn: LocalDate;
  readonly postedOn: LocalDate | null;
}

async function insertHeader(
  tx: Tx,
  invoice: Invoice,
  parts: readonly CreditedPart[],
  { id, reason, reach, documentOn, postedOn }: Header,
  salesReturnId: string | null,
): Promise<CreditNote> {
  const { companyId, customerId, currency, exchangeRate } = invoice;
  const salesOrderId = present(invoice.salesOrderId);
  const amounts = documentAmounts(parts);
  const number = postedOn === null ? null : await numberFor(tx, companyId, postedOn);
  return tx.db
    .insertInto('CreditNote')
    .values({
      ...{ id, reason, documentOn, postedOn, number, salesReturnId },
      ...{ companyId, customerId, salesOrderId, currency, exchangeRate },
      ...amounts,
      salesInvoiceId: invoice.id,
      settledAmount: postedOn === null ? ZERO : settledBy(amounts.grossAmount, invoice),
      version: versionAt[reach],
      status: reach,
      createdAt: tx.now,
      createdById: tx.actor.id,
      updatedAt: tx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** The document as it was on its way: each step has its fact, as if it had been asked for alone. */
function tellSteps(tx: Tx, after: CreditNote): { approved: CreditNote } {
  const none = { number: null, postedOn: null, settledAmount: ZERO };
  const draft: CreditNote = { ...after, ...none, version: 1, status: 'DRAFT' };
  const approved: CreditNote = { ...draft, version: 2, status: 'APPROVED' };
  const data = { salesOrderId: after.salesOrderId };
  tx.emit(creditNoteCreated({ before: null, after: draft, data }));
  if (after.version > 1) tx.emit(creditNoteApproved({ before: draft, after: approved, data }));
  return { approved };
}

/**
 * Takes back an invoice in part or in full, at the invoice's rate: what is named, what came back by
 * a return, or all that is left; what other credit notes hold is theirs. With `approve` or `post`
 * it goes that far at once. Refusals: NotFound, InvoiceNotCreditable, ReturnNotReceived,
 * NothingToCredit, CreditExceedsInvoiced, CreditAmountExceedsInvoiced, InvalidInput, PeriodClosed.
 */
export async function create(tx: Tx, input: CreditNoteInput): Promise<CreditNote> {
  const reason = requiredReason(input.reason);
  const { salesReturnId = null, salesInvoiceId } = input;
  const invoice = await byField('salesInvoiceId', () =>
    lockLive(tx, 'SalesInvoice', salesInvoiceId),
  );
  inField('salesInvoiceId', () => {
    refuseUnlessCreditable(invoice.status);
  });
  // What was open when the company began here has no lines that could be credited.
  if (invoice.salesOrderId === null) throw new NothingToCredit().at('salesInvoiceId');
  if (salesReturnId !== null) await lockReturn(tx, salesReturnId, invoice);
  const reach = reachOf(input);
  const order = reach === 'POSTED' ? await lockLive(tx, 'SalesOrder', invoice.salesOrderId) : null;
  const billed = await billedLines(tx, invoice.id);
  const parts = await partsOf(tx, input, billed);
  const documentOn = await dayOf(tx, invoice.companyId, input.documentOn, 'documentOn');
  const postedOn = order
    ? await dayOf(tx, invoice.companyId, input.postedOn ?? documentOn, 'postedOn')
    : null;
  const header = { id: tx.newId(), reason, reach, documentOn, postedOn };
  const after = await insertHeader(tx, invoice, parts, header, salesReturnId);
  const lines = lineRows(tx, after, parts, billed);
  await insertAll(tx, 'CreditNoteLine', lines);
  const { approved: before } = tellSteps(tx, after);
  const credited: readonly CreditedLine[] = lines;
  if (order) await credit(tx, { before, after, lines: credited, invoice, order });
  return after;
}

const facts = { approve: creditNoteApproved, cancel: creditNoteCancelled } as const;

/** Moves a credit note by a verb that touches nothing else. */
async function move(tx: Tx, { id, expectedVersion }: Versioned, verb: 'approve' | 'cancel') {
  const before = await tx.lock('CreditNote', id, expectedVersion);
  const status = next(creditNoteLifecycle, before.status, verb);
  const after = await nextVersion(tx, 'CreditNote', before, { status });
  tx.emit(facts[verb]({ before, after, data: { salesOrderId: after.salesOrderId } }));
  return after;
}

/** Says that the credit note may be posted. TransitionRefused, StaleVersion. */
export const approve = (tx: Tx, input: Versioned): Promise<CreditNote> =>
  move(tx, input, 'approve');

/** Gives up a credit note that is not posted; what it held can be credited again. */
export const cancel = (tx: Tx, input: Versioned): Promise<CreditNote> => move(tx, input, 'cancel');
