import { insertLater, landed, nextVersion, type Row, type Tx } from '../events/index.js';
import { byField, type Decimal, type LocalDate, next, present, ZERO } from '../kernel/index.js';
import { companies, dayOf } from '../platform/index.js';
import { documentAmounts } from './amounts.rules.js';
import type { LineQuantity } from './delivery.rules.js';
import { salesInvoiceApproved, salesInvoiceCancelled, salesInvoiceCreated } from './events.js';
import { refuseUnlessInvoiceable } from './fulfilment.rules.js';
import { salesInvoiceLifecycle } from './lifecycles.rules.js';
import { lockLive } from './live-lock.js';
import { type InvoicedPart, takenBy, toInvoice } from './sales-invoice-parts.rules.js';
import {
  moveBilled,
  type PostedMark,
  postedMark,
  tellPosted,
} from './sales-invoice-post.service.js';
import { takenParts } from './sales-invoice-rows.js';
import { linesOf } from './sales-order-rows.js';
import type { Versioned } from './sales-order-status.service.js';
import { rateOn } from './surroundings.js';

export { openMany, type OpenSalesInvoice } from './sales-invoice-open.service.js';
export { post, type SalesInvoicePost } from './sales-invoice-post.service.js';
export { lockMany, recordSettlement, type Settlement } from './sales-invoice-settle.service.js';

export type SalesInvoice = Row<'SalesInvoice'>;

export interface SalesInvoiceInput {
  readonly salesOrderId: string;
  /** Today in the company's time zone when absent. */
  readonly documentOn?: string | null;
  /** What is billed, in the lines' units; all that can be when absent. */
  readonly lines?: readonly LineQuantity[] | null;
  /** It may be posted. */
  readonly approve?: boolean | null;
  /** It is approved and posted at once. */
  readonly post?: boolean | null;
  /** When it is posted at once: the business day, `documentOn` when absent. */
  readonly postedOn?: string | null;
}

/** How far a new invoice goes at once. */
type Reach = 'DRAFT' | 'APPROVED' | 'POSTED';
const versionAt: Readonly<Record<Reach, number>> = { DRAFT: 1, APPROVED: 2, POSTED: 3 };

const reachOf = ({ approve: isApproved, post: isPosted }: SalesInvoiceInput): Reach =>
  isPosted === true ? 'POSTED' : isApproved === true ? 'APPROVED' : 'DRAFT';

/** A new invoice, decided and not written yet. */
interface NewInvoice {
  readonly order: Row<'SalesOrder'>;
  readonly reach: Reach;
  readonly documentOn: LocalDate;
  /** The day on which it is posted at once; null when it is not. */
  readonly postedOn: LocalDate | null;
  readonly exchangeRate: Decimal;
  readonly parts: readonly InvoicedPart[];
}

const UNPOSTED: PostedMark = { number: null, postedOn: null, dueOn: null, settlement: 'UNPAID' };

async function insertInvoice(tx: Tx, made: NewInvoice): Promise<SalesInvoice> {
  const { order, reach, documentOn, postedOn, exchangeRate } = made;
  const { companyId, customerId, currency, paymentTermsId } = order;
  const amounts = documentAmounts(made.parts);
  const claim = { companyId, paymentTermsId, grossAmount: amounts.grossAmount, paidAmount: ZERO };
  const mark = postedOn ? await postedMark(tx, claim, postedOn) : UNPOSTED;
  const row = {
    ...{ companyId, customerId, currency, paymentTermsId, exchangeRate, documentOn },
    ...amounts,
    ...mark,
    id: tx.newId(),
    version: versionAt[reach],
    salesOrderId: order.id,
    status: reach,
    paidAmount: ZERO,
    isHistoric: false,
    paidOn: null,
    customFields: {},
    createdAt: tx.now,
    createdById: tx.actor.id,
    updatedAt: tx.now,
  };
  insertLater(tx, 'SalesInvoice', [row]);
  return row;
}

/** The invoice as it was on its way: each step has its fact, as if it had been asked for alone. */
function tellSteps(tx: Tx, after: SalesInvoice): { approved: SalesInvoice } {
  const draft: SalesInvoice = { ...after, ...UNPOSTED, version: 1, status: 'DRAFT' };
  const approved: SalesInvoice = { ...draft, version: 2, status: 'APPROVED' };
  const data = { salesOrderId: after.salesOrderId };
  tx.emit(salesInvoiceCreated({ before: null, after: draft, data }));
  if (after.version > 1) tx.emit(salesInvoiceApproved({ before: draft, after: approved, data }));
  return { approved };
}

/**
 * Drafts an invoice of what was shipped and not invoiced, and of the charges. A line that is billed
 * in parts sums to its amounts exactly. With `approve` or `post` it goes that far at once.
 * Refusals: NotFound, OrderNotInFulfilment, NothingToInvoice, InvoiceExceedsShipped, RateMissing,
 * InvalidInput; and those of `post`.
 */
export async function create(tx: Tx, input: SalesInvoiceInput): Promise<SalesInvoice> {
  const { salesOrderId } = input;
  const [order, orderLines, taken] = await landed([
    byField('salesOrderId', () => lockLive(tx, 'SalesOrder', salesOrderId)),
    linesOf(tx, salesOrderId),
    takenParts(tx, salesOrderId),
  ]);
  refuseUnlessInvoiceable(order.status);
  const parts = toInvoice(orderLines, takenBy(taken), input.lines);
  const documentOn = await dayOf(tx, order.companyId, input.documentOn, 'documentOn');
  const { baseCurrency } = await companies.get(tx, order.companyId);
  const exchangeRate = await rateOn(tx, order.currency, baseCurrency, documentOn);
  const reach = reachOf(input);
  const postedOn =
    reach === 'POSTED'
      ? await dayOf(tx, order.companyId, input.postedOn ?? documentOn, 'postedOn')
      : null;
  const rows = lineRows(tx, parts, orderLines);
  if (postedOn) moveBilled(tx, { order, lines: orderLines }, rows);
  const made = { order, reach, documentOn, postedOn, exchangeRate, parts };
  const after = await insertInvoice(tx, made);
  const { companyId, id: salesInvoiceId } = after;
  insertLater(
    tx,
    'SalesInvoiceLine',
    rows.map((row) => ({ ...row, companyId, salesInvoiceId })),
  );
  const { approved: before } = tellSteps(tx, after);
  const invoiced = documentAmounts(taken.filter(({ isPosted }) => isPosted)).grossAmount;
  if (postedOn) tellPosted(tx, { before, after }, rows, { order, invoiced, baseCurrency });
  return after;
}

function lineRows(
  tx: Tx,
  parts: readonly InvoicedPart[],
  orderLines: readonly Row<'SalesOrderLine'>[],
) {
  const byId = new Map(orderLines.map((line) => [line.id, line]));
  return parts.map((part, index) => {
    const line = present(byId.get(part.salesOrderLineId));
    const { kind, itemId, description, unit, unitPrice, currency, taxCodeId } = line;
    return {
      ...{ kind, itemId, description, unit, unitPrice, currency, taxCodeId },
      ...part,
      id: tx.newId(),
      version: 1,
      position: index + 1,
      createdAt: tx.now,
    };
  });
}

const facts = { approve: salesInvoiceApproved, cancel: salesInvoiceCancelled } as const;

/** Moves an invoice by a verb that touches nothing else. */
async function move(tx: Tx, { id, expectedVersion }: Versioned, verb: 'approve' | 'cancel') {
  const before = await lockLive(tx, 'SalesInvoice', id, expectedVersion);
  const status = next(salesInvoiceLifecycle, before.status, verb);
  const after = await nextVersion(tx, 'SalesInvoice', before, { status });
  tx.emit(facts[verb]({ before, after, data: { salesOrderId: after.salesOrderId } }));
  return after;
}

/** Says that the invoice may be posted. TransitionRefused, StaleVersion. */
export const approve = (tx: Tx, input: Versioned): Promise<SalesInvoice> =>
  move(tx, input, 'approve');

/** Gives up an invoice that is not posted; its quantities can be invoiced again. */
export const cancel = (tx: Tx, input: Versioned): Promise<SalesInvoice> =>
  move(tx, input, 'cancel');
