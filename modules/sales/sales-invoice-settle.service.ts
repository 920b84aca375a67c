import { sql } from 'kysely';
import { type Row, stepsOf, type Tx, writeLater } from '../events/index.js';
import { type Decimal, distinct, groupBy, inField, present, sum } from '../kernel/index.js';
import { salesInvoiceSettled, salesOrderProgressed } from './events.js';
import { ofCustomer } from './rows.js';
import { settle, settlementStatus } from './sales-invoice.rules.js';

type SalesInvoice = Row<'SalesInvoice'>;

/** In the invoice's currency; below zero when a payment is taken back. */
export interface Settlement {
  readonly salesInvoiceId: string;
  readonly amount: Decimal;
}

/** Amounts of one invoice are added up first, so that each invoice moves once. */
function amountsOf(settlements: readonly Settlement[]): Map<string, Decimal> {
  const groups = groupBy(settlements, ({ salesInvoiceId }) => salesInvoiceId);
  return new Map([...groups].map(([id, group]) => [id, sum(group.map(({ amount }) => amount))]));
}

/** How one invoice moves. */
interface Step {
  readonly before: SalesInvoice;
  readonly amount: Decimal;
  readonly settlement: SalesInvoice['settlement'];
}

function decide(
  invoices: readonly SalesInvoice[],
  amounts: ReadonlyMap<string, Decimal>,
  settlements: readonly Settlement[],
): Step[] {
  return invoices.map((before) => {
    const amount = present(amounts.get(before.id));
    const place = settlements.findIndex(({ salesInvoiceId }) => salesInvoiceId === before.id);
    const paidAmount = inField(place, () => inField('amount', () => settle(before, amount)));
    const { grossAmount } = before;
    return { before, amount, settlement: settlementStatus({ grossAmount, paidAmount }) };
  });
}

function writeInvoices(tx: Tx, steps: readonly Step[]): Map<string, SalesInvoice> {
  const rows = steps.map(({ before, amount, settlement }) => ({
    id: before.id,
    amount,
    settlement,
  }));
  const writing = sql`
    update "SalesInvoice" i
    set "paidAmount" = i."paidAmount" + x.amount, "settlement" = x.settlement,
      "version" = i."version" + 1, "updatedAt" = ${tx.now}::timestamptz
    from json_to_recordset(${stepsOf(rows)}) as x(id uuid, amount numeric, settlement text)
    where i."id" = x.id
  `;
  writeLater(tx, writing);
  const after = steps.map(({ before, amount, settlement }): SalesInvoice => {
    const paidAmount = before.paidAmount.add(amount);
    return { ...before, paidAmount, settlement, version: before.version + 1, updatedAt: tx.now };
  });
  return new Map(after.map((invoice) => [invoice.id, invoice]));
}

async function moveOrders(tx: Tx, steps: readonly Step[]): Promise<void> {
  // An invoice that was open when the company began here has no order that moves.
  const ordered = steps.filter(({ before }) => before.salesOrderId !== null);
  if (ordered.length === 0) return;
  const groups = groupBy(ordered, ({ before }) => present(before.salesOrderId));
  const orders = await tx.lockAll('SalesOrder', [...groups.keys()]);
  const rows = orders.map(({ id }) => ({
    id,
    amount: sum(present(groups.get(id)).map(({ amount }) => amount)),
  }));
  const moving = sql`
    update "SalesOrder" o
    set "paidAmount" = o."paidAmount" + x.amount, "version" = o."version" + 1,
      "updatedAt" = ${tx.now}::timestamptz
    from json_to_recordset(${stepsOf(rows)}) as x(id uuid, amount numeric)
    where o."id" = x.id
  `;
  writeLater(tx, moving);
  orders.forEach((before, index) => {
    const paidAmount = before.paidAmount.add(present(rows[index]).amount);
    const after: Row<'SalesOrder'> = {
      ...{ ...before, paidAmount },
      version: before.version + 1,
      updatedAt: tx.now,
    };
    const data = { ...ofCustomer(before), cause: salesInvoiceSettled.type };
    tx.emit(salesOrderProgressed({ before, after, data }));
  });
}

/**
 * Locks the invoices that are to be settled, in the order of their ids; answers as asked. NotFound.
 */
export function lockMany(tx: Tx, ids: readonly string[]): Promise<SalesInvoice[]> {
  return tx.lockAll('SalesInvoice', ids);
}

/**
 * Records what payments settled of posted invoices, or took back: each invoice and each order moves
 * once, by four statements whatever the number of settlements; by three where the invoices are
 * `locked`, each once and as it was then. Answers the invoices as they are after, each once. Refusals with
 * the place in the list: NotFound, InvoiceNotPosted, SettlementOutOfRange.
 */
export async function recordSettlement(
  tx: Tx,
  settlements: readonly Settlement[],
  locked?: readonly SalesInvoice[],
): Promise<SalesInvoice[]> {
  if (settlements.length === 0) return [];
  const ids = distinct(settlements.map(({ salesInvoiceId }) => salesInvoiceId));
  const invoices = locked ?? (await lockMany(tx, ids));
  const steps = decide(invoices, amountsOf(settlements), settlements);
  const after = writeInvoices(tx, steps);
  for (const { before, amount } of steps) {
    const data = { salesOrderId: before.salesOrderId, amount };
    tx.emit(salesInvoiceSettled({ before, after: present(after.get(before.id)), data }));
  }
  await moveOrders(tx, steps);
  return ids.map((id) => present(after.get(id)));
}
