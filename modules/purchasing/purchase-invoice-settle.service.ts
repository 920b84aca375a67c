import { sql } from 'kysely';
import { type Row, stepsOf, type Tx } from '../events/index.js';
import { type Decimal, distinct, inField, present } from '../kernel/index.js';
import { sumsBy } from './amounts.rules.js';
import { purchaseInvoiceSettled } from './events.js';
import { settle, settlementStatus } from './purchase-invoice.rules.js';
import { ofOrder } from './rows.js';

type PurchaseInvoice = Row<'PurchaseInvoice'>;

/** In the invoice's currency; below zero when a payment is taken back. */
export interface Settlement {
  readonly purchaseInvoiceId: string;
  readonly amount: Decimal;
}

/** How one invoice moves. */
interface Step {
  readonly before: PurchaseInvoice;
  readonly amount: Decimal;
  readonly settlement: PurchaseInvoice['settlement'];
}

/** Amounts of one invoice are added up first, so that each invoice moves once. */
function decide(invoices: readonly PurchaseInvoice[], settlements: readonly Settlement[]): Step[] {
  const amounts = sumsBy(
    settlements,
    (one) => one.purchaseInvoiceId,
    (one) => one.amount,
  );
  return invoices.map((before) => {
    const amount = present(amounts.get(before.id));
    const place = settlements.findIndex((one) => one.purchaseInvoiceId === before.id);
    const paidAmount = inField(place, () => inField('amount', () => settle(before, amount)));
    const { grossAmount } = before;
    return { before, amount, settlement: settlementStatus({ grossAmount, paidAmount }) };
  });
}

async function write(tx: Tx, steps: readonly Step[]): Promise<Map<string, PurchaseInvoice>> {
  const rows = steps.map(({ before: { id }, amount, settlement }) => ({ id, amount, settlement }));
  const { rows: written } = await sql<PurchaseInvoice>`
    update "PurchaseInvoice" i
    set "paidAmount" = i."paidAmount" + x.amount, "settlement" = x.settlement,
      "version" = i."version" + 1, "updatedAt" = ${tx.now}::timestamptz
    from json_to_recordset(${stepsOf(rows)}) as x(id uuid, amount numeric, settlement text)
    where i."id" = x.id
    returning i.*
  `.execute(tx.db);
  return new Map(written.map((invoice) => [invoice.id, invoice]));
}

/**
 * Locks the invoices that are to be settled, in the order of their ids; answers as asked. NotFound.
 */
export function lockMany(tx: Tx, ids: readonly string[]): Promise<PurchaseInvoice[]> {
  return tx.lockAll('PurchaseInvoice', ids);
}

/**
 * Records what payments settled of posted invoices, or took back: each invoice moves once, by two
 * statements whatever the number of settlements; by one where the invoices are `locked`, each once
 * and as it was then. Answers the invoices as they are after, each once. Refusals with the place in
 * the list: NotFound, PurchaseInvoiceNotPosted, PurchaseSettlementOutOfRange.
 */
export async function recordSettlement(
  tx: Tx,
  settlements: readonly Settlement[],
  locked?: readonly PurchaseInvoice[],
): Promise<PurchaseInvoice[]> {
  if (settlements.length === 0) return [];
  const ids = distinct(settlements.map((one) => one.purchaseInvoiceId));
  const steps = decide(locked ?? (await lockMany(tx, ids)), settlements);
  const after = await write(tx, steps);
  for (const { before, amount } of steps) {
    const data = { ...ofOrder(before), amount };
    tx.emit(purchaseInvoiceSettled({ before, after: present(after.get(before.id)), data }));
  }
  return ids.map((id) => present(after.get(id)));
}
