import { sql } from 'kysely';
import { nextVersion, type Row, type Tx } from '../events/index.js';
import { distinct, present, ZERO } from '../kernel/index.js';
import type { PurchaseOrderLineDraft } from './purchase-order.rules.js';
import type { OpenDocuments } from './receiving.rules.js';

type Order = Row<'PurchaseOrder'>;
type Line = Row<'PurchaseOrderLine'>;

/** A line's row, as it stands in a new or changed draft of an order. */
export function lineRow(
  tx: Tx,
  order: { readonly id: string; readonly companyId: string },
  line: PurchaseOrderLineDraft,
  position: number,
) {
  return {
    ...line,
    id: tx.newId(),
    version: 1,
    companyId: order.companyId,
    purchaseOrderId: order.id,
    position,
    promisedOn: null,
    received: ZERO,
    invoiced: ZERO,
    receivedValue: ZERO,
    status: 'OPEN' as const,
    customFields: {},
    createdAt: tx.now,
  };
}

/** The lines of an order in the order of their positions, as the lock on the order found them. */
export async function linesOf(tx: Tx, purchaseOrderId: string): Promise<Line[]> {
  return tx.db
    .selectFrom('PurchaseOrderLine')
    .selectAll()
    .where('purchaseOrderId', '=', purchaseOrderId)
    .orderBy('position')
    .execute();
}

/** How many documents of an order are neither posted nor cancelled; none is made under its lock. */
export async function openDocuments(tx: Tx, purchaseOrderId: string): Promise<OpenDocuments> {
  const { rows } = await sql<OpenDocuments>`
    select
      (select count(*)::int from "GoodsReceipt" where "purchaseOrderId" = ${purchaseOrderId}
        and "status" in ('DRAFT', 'ON_HOLD')) as receipts,
      (select count(*)::int from "PurchaseInvoice" where "purchaseOrderId" = ${purchaseOrderId}
        and "status" in ('DRAFT', 'APPROVED')) as invoices
  `.execute(tx.db);
  return present(rows[0]);
}

type OrderPatch = Partial<
  Pick<Order, 'status' | 'confirmedOn' | 'cancelReason' | 'rejectReason' | 'approvedById'>
> & { readonly supplierReference?: string | null };

/** Writes an order that is locked, and counts its version. */
export async function updateOrder(tx: Tx, before: Order, patch: OrderPatch): Promise<Order> {
  return nextVersion(tx, 'PurchaseOrder', before, patch);
}

/** Whose order it is and what its lines are bought for, as the facts of its lines tell. */
export function boughtFor(
  { supplierId }: { readonly supplierId: string },
  lines: readonly Pick<Line, 'salesOrderLineId' | 'workOrderId'>[],
) {
  return {
    supplierId,
    salesOrderLineIds: distinct(lines.map((line) => line.salesOrderLineId)),
    workOrderIds: distinct(lines.map((line) => line.workOrderId)),
  };
}
