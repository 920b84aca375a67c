import { insertAll, insertMissing, nextVersion, type Row, type Tx } from '../events/index.js';
import { byField, cleanText, distinct, inField, next, present, ZERO } from '../kernel/index.js';
import {
  companies,
  dayOf,
  exchangeRates,
  type ExternalKey,
  externalRefs,
  numberSeries,
  taxCodes,
} from '../platform/index.js';
import { documentAmounts, sumsBy } from './amounts.rules.js';
import { refuseOwnApproval } from './approval.rules.js';
import { DuplicateSupplierReference } from './errors.js';
import {
  purchaseInvoiceApproved,
  purchaseInvoiceCancelled,
  purchaseInvoiceCreated,
} from './events.js';
import { purchaseInvoiceLifecycle } from './lifecycles.rules.js';
import { worst } from './match.rules.js';
import {
  type BilledLineInput,
  type BilledPart,
  toInvoice,
} from './purchase-invoice-parts.rules.js';
import { postLocked } from './purchase-invoice-post.service.js';
import { takenParts } from './purchase-invoice-rows.js';
import { refuseDiffering } from './purchase-invoice.rules.js';
import { linesOf } from './purchase-order-rows.js';
import { settingsOf } from './queries.js';
import { refuseUnlessOpen } from './receiving.rules.js';
import { ofOrder, type Versioned } from './rows.js';

export { openMany, type OpenPurchaseInvoice } from './purchase-invoice-open.service.js';
export { post, type PurchaseInvoicePost } from './purchase-invoice-post.service.js';
export { lockMany, recordSettlement, type Settlement } from './purchase-invoice-settle.service.js';

export type PurchaseInvoice = Row<'PurchaseInvoice'>;
type Order = Row<'PurchaseOrder'>;
type OrderLine = Row<'PurchaseOrderLine'>;

export interface PurchaseInvoiceInput {
  readonly purchaseOrderId: string;
  /** The supplier's own number of the invoice. */
  readonly supplierReference: string;
  /** The day of the invoice, from which it is due: today when absent. */
  readonly documentOn?: string | null;
  /** What is billed, in the lines' units; all that was received, and the charges, when absent. */
  readonly lines?: readonly BilledLineInput[] | null;
  /** Approves it at once; only of an invoice that matches. */
  readonly approve?: boolean | null;
  /** Approves and posts it at once; only of an invoice that matches. */
  readonly post?: boolean | null;
  /** With `post`: the business day, today when absent. */
  readonly postedOn?: string | null;
  readonly externalRefs?: readonly ExternalKey[] | null;
}

/** What the supplier billed, compared with what was ordered and received. */
async function partsOf(
  tx: Tx,
  order: Order,
  lines: readonly OrderLine[],
  input: PurchaseInvoiceInput,
): Promise<BilledPart[]> {
  const codes = await taxCodes.getMany(tx, distinct(lines.map(({ taxCodeId }) => taxCodeId)));
  const settings = (await settingsOf(tx, [order.companyId])).get(order.companyId);
  const taken = sumsBy(
    await takenParts(tx, order.id),
    (part) => part.purchaseOrderLineId,
    (part) => part.quantity,
  );
  const taxRates = new Map([...codes.values()].map(({ id, ratePercent }) => [id, ratePercent]));
  const tolerancePercent = settings?.priceTolerancePercent ?? ZERO;
  return toInvoice({ lines, taken, taxRates, tolerancePercent }, input.lines);
}

const isApprovedAtOnce = ({ approve, post }: PurchaseInvoiceInput): boolean =>
  (approve ?? false) || (post ?? false);

/** The invoice's columns; refuses to approve at once what differs. */
async function headerOf(
  tx: Tx,
  order: Order,
  parts: readonly BilledPart[],
  input: PurchaseInvoiceInput,
) {
  const { companyId, supplierId, currency, paymentTermsId, id: purchaseOrderId } = order;
  const reference = () => cleanText(input.supplierReference, { min: 1, max: 100 });
  const supplierReference = inField('supplierReference', reference);
  const documentOn = await dayOf(tx, companyId, input.documentOn, 'documentOn');
  const { baseCurrency: to } = await companies.get(tx, companyId);
  const exchangeRate = await exchangeRates.rate(tx, { from: currency, to, on: documentOn });
  const match = worst(parts.map((part) => part.match));
  if (isApprovedAtOnce(input)) refuseDiffering(match);
  const status = purchaseInvoiceLifecycle.initial;
  return {
    ...{ companyId, supplierId, currency, paymentTermsId, purchaseOrderId, supplierReference },
    ...{ documentOn, exchangeRate, match, status },
    ...documentAmounts(parts),
  };
}

async function write(
  tx: Tx,
  header: Awaited<ReturnType<typeof headerOf>>,
  parts: readonly BilledPart[],
  orderLines: readonly OrderLine[],
  refs: readonly ExternalKey[],
) {
  const { companyId, documentOn: on, supplierReference } = header;
  const id = tx.newId();
  await externalRefs.claimOne(tx, {
    scopeId: companyId,
    noun: 'PurchaseInvoice',
    nodeId: id,
    refs,
  });
  const wanted = { companyId, series: 'purchaseInvoice', on, count: 1 };
  const [number] = await numberSeries.take(tx, wanted);
  const row = {
    ...{ ...header, id, version: 1, number: present(number), settlement: 'UNPAID' as const },
    ...{ paidAmount: ZERO, customFields: {} },
    ...{ createdAt: tx.now, createdById: tx.actor.id, updatedAt: tx.now },
  };
  const [invoice] = await insertMissing(tx, 'PurchaseInvoice', [row]);
  if (!invoice) throw new DuplicateSupplierReference(supplierReference).at('supplierReference');
  const byId = new Map(orderLines.map((line) => [line.id, line]));
  const rows = parts.map(({ match: _, ...part }, index) => {
    const { kind, itemId, description, unit, currency, taxCodeId } = present(
      byId.get(part.purchaseOrderLineId),
    );
    return {
      ...{ kind, itemId, description, unit, currency, taxCodeId },
      ...part,
      ...{ id: tx.newId(), version: 1, companyId, purchaseInvoiceId: id, position: index + 1 },
      createdAt: tx.now,
    };
  });
  return { invoice, lines: await insertAll(tx, 'PurchaseInvoiceLine', rows) };
}

/**
 * Enters a supplier's invoice of what was received and not invoiced, and of the charges, or of what
 * is told, and compares it with the order. With `approve` and `post` one that matches goes through
 * at once. Refusals: NotFound, PurchaseOrderNotOpen, NothingToMatch, InvoiceExceedsReceived,
 * DuplicateSupplierReference, InvoiceDiffers, RateMissing, InvalidInput, DuplicateKey of an
 * external reference, and those of `post`.
 */
export async function create(tx: Tx, input: PurchaseInvoiceInput): Promise<PurchaseInvoice> {
  const { purchaseOrderId } = input;
  const order = await byField('purchaseOrderId', () => tx.lock('PurchaseOrder', purchaseOrderId));
  refuseUnlessOpen(order.status);
  const orderLines = await linesOf(tx, order.id);
  const parts = await partsOf(tx, order, orderLines, input);
  const header = await headerOf(tx, order, parts, input);
  const refs = input.externalRefs ?? [];
  const { invoice: draft, lines } = await write(tx, header, parts, orderLines, refs);
  tx.emit(purchaseInvoiceCreated({ before: null, after: draft, data: ofOrder(draft) }));
  if (!isApprovedAtOnce(input)) return draft;
  const invoice = await approveLocked(tx, draft);
  if (!input.post) return invoice;
  const postedOn = await dayOf(tx, order.companyId, input.postedOn, 'postedOn');
  return postLocked(tx, { invoice, lines, order, orderLines, postedOn });
}

/**
 * Says that an invoice may be posted; one that differs only by somebody else than its maker.
 * TransitionRefused, StaleVersion, ApproverIsCreator.
 */
export async function approve(tx: Tx, input: Versioned): Promise<PurchaseInvoice> {
  return approveLocked(tx, await tx.lock('PurchaseInvoice', input.id, input.expectedVersion));
}

async function approveLocked(tx: Tx, before: PurchaseInvoice): Promise<PurchaseInvoice> {
  const status = next(purchaseInvoiceLifecycle, before.status, 'approve');
  const actorId = tx.actor.id;
  if (before.match === 'DIFFERS') {
    refuseOwnApproval('An invoice that differs', { actorId, createdById: before.createdById });
  }
  const after = await update(tx, before, { status, approvedById: actorId });
  tx.emit(purchaseInvoiceApproved({ before, after, data: ofOrder(after) }));
  return after;
}

/** Gives up an invoice that is not posted; its quantities and its reference are free again. */
export async function cancel(tx: Tx, input: Versioned): Promise<PurchaseInvoice> {
  const before = await tx.lock('PurchaseInvoice', input.id, input.expectedVersion);
  const status = next(purchaseInvoiceLifecycle, before.status, 'cancel');
  const after = await update(tx, before, { status });
  tx.emit(purchaseInvoiceCancelled({ before, after, data: ofOrder(after) }));
  return after;
}

type Patch = Partial<Pick<PurchaseInvoice, 'status' | 'approvedById'>>;

async function update(tx: Tx, before: PurchaseInvoice, patch: Patch): Promise<PurchaseInvoice> {
  return nextVersion(tx, 'PurchaseInvoice', before, patch);
}
