import { type Decimal, type LocalDate, ZERO, monthOf, sum } from '../kernel/index.js';
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

/** How the exposure of a customer moves; in base currency. */
export interface ExposureChange {
  readonly companyId: string;
  readonly customerId: string;
  readonly receivable: Decimal;
  readonly openOrders: Decimal;
}

/**
 * Sums what changes of each customer; in the order of company and customer, which is that of locks.
 */
export function byCustomer(
  owed: readonly Receivable[],
  ordered: readonly Receivable[],
): ExposureChange[] {
  const changes = [
    ...owed.map(({ amount, ...of }) => ({ ...of, receivable: amount, openOrders: ZERO })),
    ...ordered.map(({ amount, ...of }) => ({ ...of, receivable: ZERO, openOrders: amount })),
  ];
  const sums = grouped(changes, ({ companyId, customerId }) => `${companyId} ${customerId}`);
  return sums
    .map((group) => ({
      ...group[0],
      receivable: sum(group.map(({ receivable }) => receivable)),
      openOrders: sum(group.map(({ openOrders }) => openOrders)),
    }))
    .filter(({ receivable, openOrders }) => !receivable.isZero() || !openOrders.isZero());
}

/** The members of each group, in the order of their keys. */
function grouped<T>(members: readonly T[], keyOf: (member: T) => string): [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const member of members) {
    const group = groups.get(keyOf(member));
    if (group) group.push(member);
    else groups.set(keyOf(member), [member]);
  }
  return [...groups].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, group]) => group);
}

/** What is added to, or (negative) taken off, what we owe a supplier; in base currency. */
export interface Payable {
  readonly companyId: string;
  readonly supplierId: string;
  readonly amount: Decimal;
}

/** What a voucher does to what we owe suppliers: its lines on PAYABLES. */
export function payables({ companyId, lines }: Posted): Payable[] {
  return lines
    .filter((line) => line.role === 'PAYABLES')
    .map((line) => {
      if (!line.supplierId) throw new Error('A payable was posted without its supplier.');
      return { companyId, supplierId: line.supplierId, amount: ZERO.sub(signed(line)) };
    });
}

/** Sums what changes of each supplier, as `byCustomer`. */
export function bySupplier(changes: readonly Payable[]): Payable[] {
  return grouped(changes, ({ companyId, supplierId }) => `${companyId} ${supplierId}`)
    .map((group) => ({ ...group[0], amount: sum(group.map(({ amount }) => amount)) }))
    .filter(({ amount }) => !amount.isZero());
}

/** Vouchers that are numbered together, and their places in the list. */
export interface NumberGroup {
  readonly companyId: string;
  readonly word: string;
  readonly on: LocalDate;
  readonly places: readonly number[];
}

/** The vouchers by company, word and month, in that order, which is the order of locks. */
export function numberGroups(
  vouchers: readonly (Posted & { readonly word: string })[],
): NumberGroup[] {
  const groups = new Map<string, NumberGroup & { places: number[] }>();
  vouchers.forEach(({ companyId, word, postedOn }, place) => {
    const key = `${companyId} ${word} ${monthOf(postedOn)}`;
    const group = groups.get(key) ?? { companyId, word, on: postedOn, places: [] };
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
    supplierId: line.supplierId ?? null,
    salesOrderId: line.salesOrderId ?? null,
    salesOrderLineId: line.salesOrderLineId ?? null,
    salesInvoiceId: line.salesInvoiceId ?? null,
    purchaseOrderId: line.purchaseOrderId ?? null,
    purchaseOrderLineId: line.purchaseOrderLineId ?? null,
    purchaseInvoiceId: line.purchaseInvoiceId ?? null,
    creditNoteId: line.creditNoteId ?? null,
    purchaseCreditNoteId: line.purchaseCreditNoteId ?? null,
    workOrderId: line.workOrderId ?? null,
    itemId: line.itemId ?? null,
    department: line.department ?? null,
    project: line.project ?? null,
    customFields: (line.customFields ?? {}) as Readonly<Record<string, unknown>>,
  };
}
