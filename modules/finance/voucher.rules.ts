import { type Decimal, type LocalDate, ZERO, monthOf } from '../kernel/index.js';
import type { Side } from './entry.rules.js';
import type { LedgerLine } from './journal-entry.rules.js';

/** What is added to, or (negative) taken off, what a customer owes; in base currency. */
export interface Receivable {
  readonly companyId: string;
  readonly customerId: string;
  readonly amount: Decimal;
}

interface Posted {
  readonly companyId: string;
  readonly postedOn: LocalDate;
  readonly lines: readonly LedgerLine[];
}

/** What a voucher does to what customers owe: its lines on RECEIVABLES. */
export function receivables({ companyId, lines }: Posted): Receivable[] {
  return lines
    .filter((line) => line.role === 'RECEIVABLES')
    .map((line) => {
      if (!line.customerId) throw new Error('A receivable was posted without its customer.');
      return { companyId, customerId: line.customerId, amount: signed(line) };
    });
}

function signed({ side, baseAmount }: { side: Side; baseAmount: Decimal }): Decimal {
  return side === 'DEBIT' ? baseAmount : ZERO.sub(baseAmount);
}

/**
 * Sums the changes of each customer; in the order of company and customer, which is that of locks.
 */
export function byCustomer(changes: readonly Receivable[]): Receivable[] {
  const sums = new Map<string, Receivable>();
  for (const change of changes) {
    const key = `${change.companyId} ${change.customerId}`;
    const amount = (sums.get(key)?.amount ?? ZERO).add(change.amount);
    sums.set(key, { ...change, amount });
  }
  return [...sums]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, change]) => change)
    .filter(({ amount }) => !amount.isZero());
}

/** Vouchers that are numbered together, and their places in the list. */
export interface NumberGroup {
  readonly companyId: string;
  readonly on: LocalDate;
  readonly places: readonly number[];
}

/** The vouchers by company and month, in that order, which is the order of locks. */
export function numberGroups(vouchers: readonly Posted[]): NumberGroup[] {
  const groups = new Map<string, { companyId: string; on: LocalDate; places: number[] }>();
  vouchers.forEach(({ companyId, postedOn }, place) => {
    const key = `${companyId} ${monthOf(postedOn)}`;
    const group = groups.get(key) ?? { companyId, on: postedOn, places: [] };
    group.places.push(place);
    groups.set(key, group);
  });
  return [...groups].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, group]) => group);
}

/** What all lines of a voucher say alike. */
interface Shared {
  readonly companyId: string;
  readonly journalEntryId: string;
  readonly baseCurrency: string;
  readonly postedOn: string;
  readonly createdAt: Date;
}

/** A line of a voucher as the ledger keeps it. */
export function ledgerRow(id: string, line: LedgerLine, position: number, shared: Shared) {
  return {
    id,
    ...shared,
    position,
    accountId: line.accountId,
    role: line.role,
    side: line.side,
    amount: line.amount,
    currency: line.currency,
    exchangeRate: line.exchangeRate,
    baseAmount: line.baseAmount,
    customerId: line.customerId ?? null,
    supplierId: null,
    salesOrderId: line.salesOrderId ?? null,
    salesOrderLineId: line.salesOrderLineId ?? null,
    salesInvoiceId: line.salesInvoiceId ?? null,
    workOrderId: null,
    itemId: line.itemId ?? null,
    department: line.department ?? null,
    project: line.project ?? null,
  };
}
