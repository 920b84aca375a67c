import { insertAll, type Row, type Tx } from '../events/index.js';
import { next, ZERO } from '../kernel/index.js';
import { companies } from '../platform/index.js';
import { documentAmounts } from './amounts.rules.js';
import type { LineQuantity } from './delivery.rules.js';
import { salesInvoiceApproved, salesInvoiceCancelled, salesInvoiceCreated } from './events.js';
import { refuseUnlessInvoiceable } from './fulfilment.rules.js';
import { salesInvoiceLifecycle } from './lifecycles.rules.js';
import { dayOf } from './posting-day.js';
import { byField, present } from './rows.js';
import { type InvoicedPart, takenBy, toInvoice } from './sales-invoice-parts.rules.js';
import { takenParts } from './sales-invoice-rows.js';
import { linesOf } from './sales-order-rows.js';
import type { Versioned } from './sales-order-status.service.js';
import { rateOn } from './surroundings.js';

export { post, type SalesInvoicePost } from './sales-invoice-post.service.js';
export { lockMany, recordSettlement, type Settlement } from './sales-invoice-settle.service.js';

export type SalesInvoice = Row<'SalesInvoice'>;

export interface SalesInvoiceInput {
  readonly salesOrderId: string;
  /** Today in the company's time zone when absent. */
  readonly documentOn?: string | null;
  /** What is billed, in the lines' units; all that can be when absent. */
  readonly lines?: readonly LineQuantity[] | null;
}

/**
 * Drafts an invoice of what was shipped and not invoiced, and of the charges. A line that is billed
 * in parts sums to its amounts exactly. Refusals: NotFound, OrderNotInFulfilment, NothingToInvoice,
 * InvoiceExceedsShipped, RateMissing, InvalidInput.
 */
export async function create(tx: Tx, input: SalesInvoiceInput): Promise<SalesInvoice> {
  const { salesOrderId } = input;
  const order = await byField('salesOrderId', () => tx.lock('SalesOrder', salesOrderId));
  refuseUnlessInvoiceable(order.status);
  const orderLines = await linesOf(tx, order.id);
  const parts = toInvoice(orderLines, takenBy(await takenParts(tx, order.id)), input.lines);
  const documentOn = await dayOf(tx, order.companyId, input.documentOn, 'documentOn');
  const { baseCurrency } = await companies.get(tx, order.companyId);
  const exchangeRate = await rateOn(tx, order.currency, baseCurrency, documentOn);
  const { companyId, customerId, currency, paymentTermsId } = order;
  const invoice = await tx.db
    .insertInto('SalesInvoice')
    .values({
      ...{ companyId, customerId, currency, paymentTermsId, exchangeRate, documentOn },
      ...documentAmounts(parts),
      id: tx.newId(),
      version: 1,
      salesOrderId: order.id,
      status: salesInvoiceLifecycle.initial,
      settlement: 'UNPAID',
      paidAmount: ZERO,
      createdAt: tx.now,
      createdById: tx.actor.id,
      updatedAt: tx.now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await insertLines(tx, invoice, parts, orderLines);
  tx.emit(salesInvoiceCreated({ before: null, after: invoice, data: { salesOrderId: order.id } }));
  return invoice;
}

async function insertLines(
  tx: Tx,
  invoice: SalesInvoice,
  parts: readonly InvoicedPart[],
  orderLines: readonly Row<'SalesOrderLine'>[],
): Promise<void> {
  const byId = new Map(orderLines.map((line) => [line.id, line]));
  const rows = parts.map((part, index) => {
    const line = present(byId.get(part.salesOrderLineId));
    const { kind, itemId, description, unit, unitPrice, currency, taxCodeId } = line;
    return {
      ...{ kind, itemId, description, unit, unitPrice, currency, taxCodeId },
      ...part,
      id: tx.newId(),
      version: 1,
      companyId: invoice.companyId,
      salesInvoiceId: invoice.id,
      position: index + 1,
      createdAt: tx.now,
    };
  });
  await insertAll(tx, 'SalesInvoiceLine', rows);
}

const facts = { approve: salesInvoiceApproved, cancel: salesInvoiceCancelled } as const;

/** Moves an invoice by a verb that touches nothing else. */
async function move(tx: Tx, { id, expectedVersion }: Versioned, verb: 'approve' | 'cancel') {
  const before = await tx.lock('SalesInvoice', id, expectedVersion);
  const status = next(salesInvoiceLifecycle, before.status, verb);
  const after = await tx.db
    .updateTable('SalesInvoice')
    .set({ status, version: before.version + 1, updatedAt: tx.now })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
  tx.emit(facts[verb]({ before, after, data: { salesOrderId: after.salesOrderId } }));
  return after;
}

/** Says that the invoice may be posted. TransitionRefused, StaleVersion. */
export const approve = (tx: Tx, input: Versioned): Promise<SalesInvoice> =>
  move(tx, input, 'approve');

/** Gives up an invoice that is not posted; its quantities can be invoiced again. */
export const cancel = (tx: Tx, input: Versioned): Promise<SalesInvoice> =>
  move(tx, input, 'cancel');
