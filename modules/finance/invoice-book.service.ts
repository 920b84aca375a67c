import type { Row, Tx } from '../events/index.js';
import type { Decimal } from '../kernel/index.js';
import { purchaseInvoices } from '../purchasing/index.js';
import { salesInvoices } from '../sales/index.js';
import { openOf, owedOf, type OpenItem } from './open-item.service.js';
import type { OpenInvoice } from './payment.rules.js';
import type { Party, SettledInvoice } from './posted-facts.js';

type Direction = Party['direction'];

/** An invoice that a payment settles, whichever way the money goes. */
export interface Invoice extends Omit<OpenInvoice, 'openBase'> {
  readonly noun: 'SalesInvoice' | 'PurchaseInvoice';
  readonly companyId: string;
  /** The customer who pays, or the supplier who is paid. */
  readonly partyId: string;
  readonly status: string;
  /** Billed and paid in the system before: the books know nothing of it. */
  readonly isHistoric: boolean;
}

const ofSale = (invoice: Row<'SalesInvoice'>): Invoice => ({
  ...invoice,
  noun: 'SalesInvoice',
  partyId: invoice.customerId,
  orderId: invoice.salesOrderId,
  open: invoice.grossAmount.sub(invoice.paidAmount),
});

const ofPurchase = (invoice: Row<'PurchaseInvoice'>): Invoice => ({
  ...invoice,
  noun: 'PurchaseInvoice',
  isHistoric: false,
  partyId: invoice.supplierId,
  orderId: invoice.purchaseOrderId,
  open: invoice.grossAmount.sub(invoice.paidAmount),
});

/** Locks the invoices that are to be settled; answers as asked. NotFound. */
export async function lockMany(
  tx: Tx,
  direction: Direction,
  ids: readonly string[],
): Promise<Invoice[]> {
  return direction === 'RECEIVED'
    ? (await salesInvoices.lockMany(tx, ids)).map(ofSale)
    : (await purchaseInvoices.lockMany(tx, ids)).map(ofPurchase);
}

/** What the books hold of invoices. */
export function held(
  tx: Tx,
  direction: Direction,
  ids: readonly string[],
): Promise<Map<string, OpenItem>> {
  return direction === 'RECEIVED' ? openOf(tx, ids) : owedOf(tx, ids);
}

/** Tells whoever wrote the invoices what of them is settled, or taken back below zero. */
export async function recordSettlement(
  tx: Tx,
  direction: Direction,
  settled: readonly (SettledInvoice & { readonly amount: Decimal })[],
): Promise<void> {
  if (direction === 'RECEIVED') {
    const rows = settled.flatMap(({ salesInvoiceId, amount }) =>
      salesInvoiceId ? [{ salesInvoiceId, amount }] : [],
    );
    await salesInvoices.recordSettlement(tx, rows);
    return;
  }
  const rows = settled.flatMap(({ purchaseInvoiceId, amount }) =>
    purchaseInvoiceId ? [{ purchaseInvoiceId, amount }] : [],
  );
  await purchaseInvoices.recordSettlement(tx, rows);
}
