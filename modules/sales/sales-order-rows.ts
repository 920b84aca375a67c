import { sql } from 'kysely';
import { readNow, type Row, type Tx, updateLater } from '../events/index.js';
import { present, ZERO } from '../kernel/index.js';
import type { OpenDocuments } from './fulfilment.rules.js';
import type { SalesOrderLineDraft } from './sales-order.rules.js';

/** A line's row, as it stands in a new or changed draft of an order. */
export function lineRow(
  tx: Tx,
  order: { readonly id: string; readonly companyId: string },
  line: SalesOrderLineDraft,
  position: number,
) {
  return {
    ...line,
    id: tx.newId(),
    version: 1,
    companyId: order.companyId,
    salesOrderId: order.id,
    position,
    promisedOn: null,
    planned: ZERO,
    produced: ZERO,
    reserved: ZERO,
    shipped: ZERO,
    returned: ZERO,
    invoiced: ZERO,
    credited: ZERO,
    status: 'OPEN' as const,
    customFields: {},
    createdAt: tx.now,
  };
}

/**
 * The lines of an order in the order of their positions. Sent at once: behind the lock on the order
 * it reads what the lock found.
 */
export function linesOf(tx: Tx, salesOrderId: string): Promise<Row<'SalesOrderLine'>[]> {
  const reading = sql<Row<'SalesOrderLine'>>`
    select * from "SalesOrderLine" where "salesOrderId" = ${salesOrderId} order by "position"
  `;
  return readNow(tx, reading);
}

/** How many documents of an order are neither posted nor cancelled; none is made under its lock. */
export async function openDocuments(tx: Tx, salesOrderId: string): Promise<OpenDocuments> {
  const { rows } = await sql<OpenDocuments>`
    select
      (select count(*)::int from "Delivery" where "salesOrderId" = ${salesOrderId}
        and "status" in ('DRAFT', 'PICKING', 'PACKED')) as deliveries,
      (select count(*)::int from "SalesInvoice" where "salesOrderId" = ${salesOrderId}
        and "status" in ('DRAFT', 'APPROVED')) as invoices,
      (select count(*)::int from (
        select "id" from "SalesOrderChange" where "salesOrderId" = ${salesOrderId}
          and "status" = 'DRAFT'
        union all
        select "id" from "SalesReturn" where "salesOrderId" = ${salesOrderId}
          and "status" = 'DRAFT'
        union all
        select "id" from "CreditNote" where "salesOrderId" = ${salesOrderId}
          and "status" in ('DRAFT', 'APPROVED')) other) as others
  `.execute(tx.db);
  return present(rows[0]);
}

/** What moves of an order after it was entered. */
type OrderPatch = Partial<
  Pick<
    Row<'SalesOrder'>,
    | 'status'
    | 'promisedOn'
    | 'holdReason'
    | 'cancelReason'
    | 'paidAmount'
    | 'netAmount'
    | 'taxAmount'
    | 'grossAmount'
  >
>;

/** Writes an order that is locked, and counts its version; answers it as it is from now on. */
export function updateOrder(
  tx: Tx,
  before: Row<'SalesOrder'>,
  patch: OrderPatch,
): Row<'SalesOrder'> {
  const written = { id: before.id, ...patch, version: before.version + 1, updatedAt: tx.now };
  updateLater(tx, 'SalesOrder', [written]);
  return { ...before, ...written };
}
