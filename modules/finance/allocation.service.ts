import { sql } from 'kysely';
import { insertAll, type Row, type Tx } from '../events/index.js';
import { type Decimal, NotFound, ZERO } from '../kernel/index.js';
import { salesInvoices } from '../sales/index.js';
import * as books from './books.service.js';
import { InvoiceNotPayable } from './errors.js';
import {
  checkAllocations,
  settlements,
  type Allocation,
  type OpenInvoice,
  type PaidMoney,
} from './payment.rules.js';
import type { Settlement } from './posted-facts.js';

type Payment = Row<'Payment'>;
type Invoice = Row<'SalesInvoice'>;

/**
 * Settles invoices by a payment: decides, tells sales what is paid, and keeps each allocation.
 * The payment's own row is left to the caller.
 *
 * @throws NotFound, InvoiceNotPayable, CurrencyMismatch, AllocationExceeds…
 */
export async function settle(
  tx: Tx,
  payment: Payment,
  allocations: readonly Allocation[],
  postedOn: string,
): Promise<Settlement[]> {
  if (allocations.length === 0) return [];
  const { baseCurrency } = await books.of(tx, payment.companyId);
  const money: PaidMoney = { ...payment, baseCurrency };
  checkAllocations(money, allocations);
  const invoices = await openInvoices(tx, payment, allocations, baseCurrency);
  const decided = settlements(money, allocations, invoices);
  await salesInvoices.recordSettlement(tx, decided);
  await keep(tx, payment, decided, { postedOn, baseCurrency });
  return decided;
}

async function openInvoices(
  tx: Tx,
  payment: Payment,
  allocations: readonly Allocation[],
  baseCurrency: string,
): Promise<Map<string, OpenInvoice>> {
  const ids = allocations.map(({ salesInvoiceId }) => salesInvoiceId);
  const invoices = await salesInvoices.lockMany(tx, ids);
  invoices.forEach((invoice, index) => checkPayable(payment, invoice, index));
  const inBase = payment.currency === baseCurrency;
  const openBases = inBase ? null : await openBaseOf(tx, ids);
  return new Map(
    invoices.map((invoice) => {
      const open = invoice.grossAmount.sub(invoice.paidAmount);
      const openBase = openBases ? (openBases.get(invoice.id) ?? ZERO) : open;
      return [invoice.id, { ...invoice, openBase }];
    }),
  );
}

/** An invoice of another company or customer is told as one that is not there. */
function checkPayable(payment: Payment, invoice: Invoice, index: number): void {
  const { companyId, customerId } = payment;
  if (invoice.companyId !== companyId || invoice.customerId !== customerId) {
    throw new NotFound('SalesInvoice', invoice.id).at('allocations', index, 'salesInvoiceId');
  }
  if (invoice.status !== 'POSTED') {
    throw new InvoiceNotPayable(invoice.status).at('allocations', index, 'salesInvoiceId');
  }
}

async function openBaseOf(tx: Tx, ids: readonly string[]): Promise<Map<string, Decimal>> {
  const rows = await tx.db
    .selectFrom('LedgerEntry')
    .select([
      'salesInvoiceId',
      sql<Decimal>`sum(case "side" when 'DEBIT' then "baseAmount" else -"baseAmount" end)`.as(
        'open',
      ),
    ])
    .where('role', '=', 'RECEIVABLES')
    .where('salesInvoiceId', '=', sql<string>`any(${ids}::uuid[])`)
    .groupBy('salesInvoiceId')
    .execute();
  return new Map(rows.map(({ salesInvoiceId, open }) => [salesInvoiceId ?? '', open]));
}

interface Kept {
  readonly postedOn: string;
  readonly baseCurrency: string;
}

async function keep(
  tx: Tx,
  payment: Payment,
  decided: readonly Pick<Settlement, 'salesInvoiceId' | 'amount' | 'paymentBase' | 'invoiceBase'>[],
  { postedOn, baseCurrency }: Kept,
): Promise<void> {
  const rows = decided.map(({ salesInvoiceId, amount, paymentBase, invoiceBase }) => ({
    id: tx.newId(),
    companyId: payment.companyId,
    paymentId: payment.id,
    salesInvoiceId,
    amount,
    currency: payment.currency,
    exchangeDifference: paymentBase.sub(invoiceBase),
    baseCurrency,
    postedOn,
    createdAt: tx.now,
  }));
  await insertAll(tx, 'PaymentAllocation', rows);
}

/** Takes back every allocation of a payment, by the same amounts below zero. */
export async function unsettle(tx: Tx, payment: Payment, postedOn: string): Promise<void> {
  const { baseCurrency } = await books.of(tx, payment.companyId);
  const rows = await tx.db
    .selectFrom('PaymentAllocation')
    .select([
      'salesInvoiceId',
      sql<Decimal>`sum("amount")`.as('amount'),
      sql<Decimal>`sum("exchangeDifference")`.as('exchangeDifference'),
    ])
    .where('paymentId', '=', payment.id)
    .groupBy('salesInvoiceId')
    .orderBy('salesInvoiceId')
    .execute();
  const undone = rows.map(({ salesInvoiceId, amount, exchangeDifference }) => ({
    salesInvoiceId,
    amount: ZERO.sub(amount),
    paymentBase: ZERO,
    invoiceBase: exchangeDifference,
  }));
  if (undone.length === 0) return;
  await salesInvoices.recordSettlement(tx, undone);
  await keep(tx, payment, undone, { postedOn, baseCurrency });
}
