import { insertLater, type Row, type Tx } from '../events/index.js';
import { type Decimal, present, sum, ZERO } from '../kernel/index.js';
import type { ExternalKey } from '../platform/index.js';
import { type DocumentAmounts, documentAmounts } from './amounts.rules.js';
import type { FinishedLine, HistoryDelivery, HistoryInvoice } from './history-documents.rules.js';
import type { HistoryHeader } from './history.rules.js';

/** A finished order with all its documents, decided and numbered, and not written yet. */
export interface HistoryDraft {
  readonly id: string;
  readonly number: string;
  readonly digest: string;
  readonly header: HistoryHeader;
  readonly exchangeRate: Decimal;
  readonly lines: readonly FinishedLine[];
  readonly deliveries: readonly (HistoryDelivery & { readonly number: string })[];
  readonly invoices: readonly HistoryInvoice[];
  readonly refs: readonly ExternalKey[];
}

type Order = Row<'SalesOrder'>;

const billedOf = ({ parts }: HistoryInvoice): DocumentAmounts => documentAmounts(parts);

/** What every row of history says of itself. */
const entered = (tx: Tx) => ({
  version: 1,
  isHistoric: true,
  customFields: {},
  createdAt: tx.now,
  createdById: tx.actor.id,
  updatedAt: tx.now,
});

function orderRow(tx: Tx, draft: HistoryDraft): Order {
  const { id, number, digest, header, exchangeRate } = draft;
  const paidAmount = sum(draft.invoices.map((invoice) => billedOf(invoice).grossAmount));
  const none = { quoteId: null, opportunityId: null, holdReason: null, cancelReason: null };
  const unknown = { billingAddressId: null, shippingAddressId: null, paymentTermsId: null };
  return {
    ...{ ...entered(tx), ...header, ...none, ...unknown, ...documentAmounts(draft.lines) },
    ...{ id, number, exchangeRate, paidAmount, promisedOn: null, historyDigest: digest },
    status: 'CLOSED',
  };
}

function orderLineRows(tx: Tx, { id, header, lines }: HistoryDraft) {
  return lines.map((line, index) => ({
    ...line,
    version: 1,
    companyId: header.companyId,
    salesOrderId: id,
    position: index + 1,
    ...{ planned: ZERO, produced: ZERO, reserved: ZERO, returned: ZERO, credited: ZERO },
    customFields: {},
    createdAt: tx.now,
  }));
}

/** Deliveries are delivered long ago; the goods are not of our stock. */
function deliveryRows(tx: Tx, draft: HistoryDraft) {
  const { companyId, customerId, warehouseId } = draft.header;
  const byId = new Map(draft.lines.map((line) => [line.id, line]));
  return draft.deliveries.map(({ parts, shippedOn, number, trackingNumber }) => {
    const id = tx.newId();
    const header = {
      ...entered(tx),
      ...{ id, number, companyId, customerId, warehouseId, trackingNumber },
      salesOrderId: draft.id,
      status: 'DELIVERED' as const,
      documentOn: shippedOn,
      postedOn: shippedOn,
    };
    const lines = parts.map(({ salesOrderLineId, quantity }, index) => ({
      ...{ id: tx.newId(), version: 1, companyId, deliveryId: id, salesOrderLineId, quantity },
      position: index + 1,
      itemId: present(byId.get(salesOrderLineId)?.itemId),
      unit: present(byId.get(salesOrderLineId)).unit,
      createdAt: tx.now,
    }));
    return { header, lines };
  });
}

function invoiceLineRow(
  tx: Tx,
  invoice: { readonly id: string; readonly companyId: string },
  part: HistoryInvoice['parts'][number],
  { kind, itemId, description, unit, unitPrice, currency }: FinishedLine,
) {
  return {
    ...{ ...part, kind, itemId, description, unit, unitPrice, currency },
    ...{ id: tx.newId(), version: 1, companyId: invoice.companyId, salesInvoiceId: invoice.id },
    createdAt: tx.now,
  };
}

/** Invoices are paid: whatever is open is taken on by the opening balances and is no history. */
function invoiceRows(tx: Tx, draft: HistoryDraft) {
  const { companyId, customerId, currency } = draft.header;
  const byId = new Map(draft.lines.map((line) => [line.id, line]));
  return draft.invoices.map((invoice) => {
    const { parts, number, postedOn, dueOn, paidOn } = invoice;
    const id = tx.newId();
    const amounts = billedOf(invoice);
    const header = {
      ...{ ...entered(tx), ...amounts, id, number, companyId, customerId, currency },
      ...{ postedOn, dueOn, paidOn, documentOn: postedOn, paidAmount: amounts.grossAmount },
      salesOrderId: draft.id,
      exchangeRate: draft.exchangeRate,
      status: 'POSTED' as const,
      settlement: 'PAID' as const,
    };
    const lines = parts.map((part, index) => ({
      ...invoiceLineRow(tx, header, part, present(byId.get(part.salesOrderLineId))),
      position: index + 1,
    }));
    return { header, lines };
  });
}

/**
 * Writes finished orders with their documents: six statements, however many there are. Answers the
 * orders as they are kept, in order.
 */
export function writeHistory(tx: Tx, drafts: readonly HistoryDraft[]): Order[] {
  const orders = drafts.map((draft) => orderRow(tx, draft));
  const deliveries = drafts.flatMap((draft) => deliveryRows(tx, draft));
  const invoices = drafts.flatMap((draft) => invoiceRows(tx, draft));
  insertLater(
    tx,
    'SalesOrder',
    orders.map((order) => ({ ...order, customFields: {} })),
  );
  insertLater(
    tx,
    'SalesOrderLine',
    drafts.flatMap((draft) => orderLineRows(tx, draft)),
  );
  insertLater(
    tx,
    'Delivery',
    deliveries.map(({ header }) => header),
  );
  insertLater(
    tx,
    'DeliveryLine',
    deliveries.flatMap(({ lines }) => lines),
  );
  insertLater(
    tx,
    'SalesInvoice',
    invoices.map(({ header }) => header),
  );
  insertLater(
    tx,
    'SalesInvoiceLine',
    invoices.flatMap(({ lines }) => lines),
  );
  return orders;
}
