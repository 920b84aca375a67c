import { sql } from 'kysely';
import { insertLater, type Row, type Tx } from '../events/index.js';
import { type Decimal, NotFound, ZERO } from '../kernel/index.js';
import { HistoricDocument } from '../sales/index.js';
import * as books from './books.service.js';
import { InvoiceNotPayable } from './errors.js';
import * as invoiceBooks from './invoice-book.service.js';
import {
  checkAllocations,
  documentsNamed,
  settledField,
  settledFields,
  settlements,
  type Allocation,
  type OpenInvoice,
  type PaidMoney,
} from './payment.rules.js';
import type { Settlement } from './posted-facts.js';

type Payment = Row<'Payment'>;

/** A payment that has a number, or gets one meanwhile. */
type Money = Omit<Payment, 'number'>;

/** What a payment is to settle, with the documents locked and nothing written yet. */
interface Decided {
  readonly settlements: readonly Settlement[];
  readonly baseCurrency: string;
  readonly record: invoiceBooks.HeldDocuments['record'];
}

/**
 * Locks the invoices that a payment is to settle, or the credit notes that a refund is, and
 * decides.
 *
 * @throws NotFound, InvoiceNotPayable, CurrencyMismatch, AllocationExceeds…
 */
export async function decide(
  tx: Tx,
  payment: Money,
  allocations: readonly Allocation[],
): Promise<Decided | null> {
  if (allocations.length === 0) return null;
  const { baseCurrency } = await books.of(tx, payment.companyId);
  const money: PaidMoney = { ...payment, baseCurrency };
  checkAllocations(money, allocations);
  const ids = documentsNamed(payment, allocations);
  const { invoices, record } = await invoiceBooks.lockMany(tx, settledField(payment), ids);
  const open = await openInvoices(tx, payment, invoices, baseCurrency);
  return { settlements: settlements(money, allocations, open), baseCurrency, record };
}

/**
 * Settles what was decided: tells sales or purchasing what is paid, and keeps each allocation. The
 * payment's own row is left to the caller.
 */
export async function settle(
  tx: Tx,
  payment: Payment,
  decided: Decided | null,
  postedOn: string,
): Promise<readonly Settlement[]> {
  if (!decided) return [];
  await decided.record(decided.settlements);
  keep(tx, payment, decided.settlements, { postedOn, baseCurrency: decided.baseCurrency });
  return decided.settlements;
}

async function openInvoices(
  tx: Tx,
  payment: Money,
  invoices: readonly invoiceBooks.Invoice[],
  baseCurrency: string,
): Promise<Map<string, OpenInvoice>> {
  invoices.forEach((invoice, index) => checkPayable(payment, invoice, index));
  const ids = invoices.map(({ id }) => id);
  const inBase = payment.currency === baseCurrency;
  const held = inBase ? null : await invoiceBooks.held(tx, settledField(payment), ids);
  return new Map(
    invoices.map((invoice) => {
      const openBase = held ? (held.get(invoice.id)?.base ?? ZERO) : invoice.open;
      return [invoice.id, { ...invoice, openBase }];
    }),
  );
}

/**
 * A document of another company, customer or supplier is told as one that is not there. Of a credit
 * note that is not posted nothing is left, which is refused with the amount.
 */
function checkPayable(payment: Money, invoice: invoiceBooks.Invoice, index: number): void {
  const { companyId, customerId, supplierId } = payment;
  const path = ['allocations', index, settledField(payment)];
  if (invoice.companyId !== companyId || invoice.partyId !== (customerId ?? supplierId)) {
    throw new NotFound(invoice.noun, invoice.id).at(...path);
  }
  if (invoice.isHistoric) throw new HistoricDocument('The sales invoice').at(...path);
  if (invoice.isCredit || invoice.status === 'POSTED') return;
  throw new InvoiceNotPayable(invoice.status).at(...path);
}

interface Kept {
  readonly postedOn: string;
  readonly baseCurrency: string;
}

function keep(
  tx: Tx,
  payment: Payment,
  decided: readonly Settlement[],
  { postedOn, baseCurrency }: Kept,
): void {
  const rows = decided.map((settlement) => ({
    id: tx.newId(),
    companyId: payment.companyId,
    paymentId: payment.id,
    salesInvoiceId: settlement.salesInvoiceId ?? null,
    purchaseInvoiceId: settlement.purchaseInvoiceId ?? null,
    creditNoteId: settlement.creditNoteId ?? null,
    purchaseCreditNoteId: settlement.purchaseCreditNoteId ?? null,
    amount: settlement.amount,
    currency: payment.currency,
    exchangeDifference: gained(payment, settlement),
    baseCurrency,
    postedOn,
    createdAt: tx.now,
  }));
  insertLater(tx, 'PaymentAllocation', rows);
}

/** Money received is a gain where it is worth more than the invoice; money paid, where less. */
function gained(
  { direction }: Payment,
  { paymentBase, invoiceBase }: Pick<Settlement, 'paymentBase' | 'invoiceBase'>,
): Decimal {
  const more = paymentBase.sub(invoiceBase);
  return direction === 'RECEIVED' ? more : ZERO.sub(more);
}

/** Takes back every allocation of a payment, by the same amounts below zero. */
export async function unsettle(tx: Tx, payment: Payment, postedOn: string): Promise<void> {
  const { baseCurrency } = await books.of(tx, payment.companyId);
  const rows = await tx.db
    .selectFrom('PaymentAllocation')
    .select([
      ...settledFields,
      sql<Decimal>`sum("amount")`.as('amount'),
      sql<Decimal>`sum("exchangeDifference")`.as('difference'),
    ])
    .where('paymentId', '=', payment.id)
    .groupBy(settledFields)
    .orderBy('salesInvoiceId')
    .orderBy('purchaseInvoiceId')
    .orderBy('creditNoteId')
    .orderBy('purchaseCreditNoteId')
    .execute();
  const isReceived = payment.direction === 'RECEIVED';
  const undone = rows.map(({ amount, difference, ...invoice }) => ({
    ...invoice,
    amount: ZERO.sub(amount),
    paymentBase: isReceived ? ZERO : difference,
    invoiceBase: isReceived ? difference : ZERO,
  }));
  if (undone.length === 0) return;
  await invoiceBooks.recordSettlement(tx, settledField(payment), undone);
  keep(tx, payment, undone, { postedOn, baseCurrency });
}
