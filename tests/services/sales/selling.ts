import type { Row } from '../../../modules/events/index.js';
import { decimal } from '../../../modules/kernel/index.js';
import {
  creditNotes,
  deliveries,
  salesInvoices,
  salesReturns,
} from '../../../modules/sales/index.js';
import type { Shop } from './shop.js';

/** A part of an order's line: so much of it. */
export type Part = readonly [id: string, quantity: string];

const ofOrder = (wanted: readonly Part[]) =>
  wanted.length === 0
    ? null
    : wanted.map(([salesOrderLineId, quantity]) => ({
        salesOrderLineId,
        quantity: decimal(quantity),
      }));

/** Delivers parts of an order, or all that is open. */
export function delivered(
  shop: Shop,
  salesOrderId: string,
  ...wanted: Part[]
): Promise<Row<'Delivery'>> {
  return shop.act(async (tx) => {
    const { id } = await deliveries.create(tx, { salesOrderId, lines: ofOrder(wanted) });
    return deliveries.ship(tx, { id });
  });
}

/** Bills parts of an order, or all that can be billed. */
export function billed(
  shop: Shop,
  salesOrderId: string,
  ...wanted: Part[]
): Promise<Row<'SalesInvoice'>> {
  return shop.act(async (tx) => {
    const { id } = await salesInvoices.create(tx, { salesOrderId, lines: ofOrder(wanted) });
    await salesInvoices.approve(tx, { id });
    return salesInvoices.post(tx, { id });
  });
}

/** Takes goods back: parts of delivered lines, or all that can come back. */
export function returned(
  shop: Shop,
  salesOrderId: string,
  ...wanted: Part[]
): Promise<Row<'SalesReturn'>> {
  const lines = wanted.map(([deliveryLineId, quantity]) => ({
    deliveryLineId,
    quantity: decimal(quantity),
  }));
  return shop.act(async (tx) => {
    const reason = 'Scratched';
    const input = { salesOrderId, reason, lines: lines.length === 0 ? null : lines };
    const { id } = await salesReturns.create(tx, input);
    return salesReturns.receive(tx, { id });
  });
}

/** Credits an invoice: what is told, or all that is left. */
export function credited(
  shop: Shop,
  salesInvoiceId: string,
  input: Partial<creditNotes.CreditNoteInput> = {},
): Promise<Row<'CreditNote'>> {
  return shop.act(async (tx) => {
    const { id } = await creditNotes.create(tx, { salesInvoiceId, reason: 'Returned', ...input });
    await creditNotes.approve(tx, { id });
    return creditNotes.post(tx, { id });
  });
}

/** The lines of a delivery, in order. */
export function deliveryLines(shop: Shop, deliveryId: string): Promise<Row<'DeliveryLine'>[]> {
  return shop.database.db
    .selectFrom('DeliveryLine')
    .selectAll()
    .where('deliveryId', '=', deliveryId)
    .orderBy('position')
    .execute();
}

/** The lines of an invoice, in order. */
export function invoiceLines(shop: Shop, invoiceId: string): Promise<Row<'SalesInvoiceLine'>[]> {
  return shop.database.db
    .selectFrom('SalesInvoiceLine')
    .selectAll()
    .where('salesInvoiceId', '=', invoiceId)
    .orderBy('position')
    .execute();
}

/** An invoice as it is now. */
export function invoiceNow(shop: Shop, id: string): Promise<Row<'SalesInvoice'>> {
  return shop.database.db
    .selectFrom('SalesInvoice')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}
