import type { Row, Tx } from '../events/index.js';
import { type Creditor, type Decimal, leftWhenPosted, unallocated } from '../kernel/index.js';
import { purchaseCreditNotes, purchaseInvoices } from '../purchasing/index.js';
import { creditNotes, salesInvoices } from '../sales/index.js';
import { creditedOf, creditedToUsOf, openOf, owedOf, type OpenItem } from './open-item.service.js';
import type { OpenInvoice, SettledField } from './payment.rules.js';
import type { SettledDocument } from './posted-facts.js';

/** An invoice or a credit note that a payment settles, whichever way the money goes. */
export interface Invoice extends Omit<OpenInvoice, 'openBase'> {
  readonly noun: 'SalesInvoice' | 'PurchaseInvoice' | 'CreditNote' | 'PurchaseCreditNote';
  readonly companyId: string;
  /** The customer or the supplier. */
  readonly partyId: string;
  readonly status: string;
  /** Billed and paid in the system before: the books know nothing of it. */
  readonly isHistoric: boolean;
  readonly isCredit: boolean;
}

const ofSale = (invoice: Row<'SalesInvoice'>): Invoice => ({
  ...invoice,
  noun: 'SalesInvoice',
  isCredit: false,
  partyId: invoice.customerId,
  orderId: invoice.salesOrderId,
  open: invoice.grossAmount.sub(invoice.paidAmount),
});

const ofPurchase = (invoice: Row<'PurchaseInvoice'>): Invoice => ({
  ...invoice,
  noun: 'PurchaseInvoice',
  ...{ isHistoric: false, isCredit: false },
  partyId: invoice.supplierId,
  orderId: invoice.purchaseOrderId,
  open: invoice.grossAmount.sub(invoice.paidAmount),
});

/** What is left of a credit note is paid as a whole of its own. */
const asCredit = (note: Creditor) => ({
  ...{ isHistoric: false, isCredit: true },
  grossAmount: leftWhenPosted(note),
  open: unallocated(note),
});

const ofCredit = (note: Row<'CreditNote'>): Invoice => ({
  ...note,
  noun: 'CreditNote',
  ...asCredit(note),
  ...{ partyId: note.customerId, orderId: note.salesOrderId },
});

const ofSupplierCredit = (note: Row<'PurchaseCreditNote'>): Invoice => ({
  ...note,
  noun: 'PurchaseCreditNote',
  ...asCredit(note),
  ...{ partyId: note.supplierId, orderId: note.purchaseOrderId },
});

type Settled = SettledDocument & { readonly amount: Decimal };

/** Documents that are locked, and who is told what of them is settled under that lock. */
export interface HeldDocuments {
  readonly invoices: readonly Invoice[];
  readonly record: (settled: readonly Settled[]) => Promise<unknown>;
}

/** How documents of one kind are locked, what the books hold of them, and who is told. */
interface Book {
  readonly lockMany: (tx: Tx, ids: readonly string[]) => Promise<HeldDocuments>;
  readonly held: (tx: Tx, ids: readonly string[]) => Promise<Map<string, OpenItem>>;
  readonly record: (tx: Tx, settled: readonly Settled[]) => Promise<unknown>;
}

/** Each with the document that it names by a field. */
function named<F extends SettledField>(settled: readonly Settled[], field: F) {
  return settled.flatMap(({ [field]: id, amount }) =>
    id ? [{ [field]: id, amount } as Record<F, string> & { readonly amount: Decimal }] : [],
  );
}

interface Kind<Row> {
  readonly lock: (tx: Tx, ids: readonly string[]) => Promise<readonly Row[]>;
  readonly of: (row: Row) => Invoice;
  readonly held: Book['held'];
  /** Tells what is settled, of documents that are locked here or were before. */
  readonly record: (
    tx: Tx,
    settled: readonly Settled[],
    locked?: readonly Row[],
  ) => Promise<unknown>;
}

const book = <Row>({ lock, of, held, record }: Kind<Row>): Book => ({
  async lockMany(tx, ids) {
    const rows = await lock(tx, ids);
    return { invoices: rows.map(of), record: (settled) => record(tx, settled, rows) };
  },
  held,
  record: (tx, settled) => record(tx, settled),
});

const bookOf: Readonly<Record<SettledField, Book>> = {
  salesInvoiceId: book({
    ...{ lock: salesInvoices.lockMany, of: ofSale, held: openOf },
    record: (tx, settled, locked) =>
      salesInvoices.recordSettlement(tx, named(settled, 'salesInvoiceId'), locked),
  }),
  purchaseInvoiceId: book({
    ...{ lock: purchaseInvoices.lockMany, of: ofPurchase, held: owedOf },
    record: (tx, settled, locked) =>
      purchaseInvoices.recordSettlement(tx, named(settled, 'purchaseInvoiceId'), locked),
  }),
  creditNoteId: book({
    ...{ lock: creditNotes.lockMany, of: ofCredit, held: creditedOf },
    record: (tx, settled, locked) =>
      creditNotes.recordRefunds(tx, named(settled, 'creditNoteId'), locked),
  }),
  purchaseCreditNoteId: book({
    ...{ lock: purchaseCreditNotes.lockMany, of: ofSupplierCredit, held: creditedToUsOf },
    record: (tx, settled, locked) =>
      purchaseCreditNotes.recordRefunds(tx, named(settled, 'purchaseCreditNoteId'), locked),
  }),
};

/** Locks the documents that are to be settled; answers them as asked. NotFound. */
export const lockMany = (
  tx: Tx,
  field: SettledField,
  ids: readonly string[],
): Promise<HeldDocuments> => bookOf[field].lockMany(tx, ids);

/** What the books hold of documents. */
export const held = (
  tx: Tx,
  field: SettledField,
  ids: readonly string[],
): Promise<Map<string, OpenItem>> => bookOf[field].held(tx, ids);

/** Tells whoever wrote the documents what of them is settled, or taken back below zero. */
export async function recordSettlement(
  tx: Tx,
  field: SettledField,
  settled: readonly Settled[],
): Promise<void> {
  await bookOf[field].record(tx, settled);
}
