import { sql } from 'kysely';
import { nextVersion, type Row, type Tx } from '../events/index.js';
import { type Decimal, groupBy, type LocalDate, min, next, present, sum } from '../kernel/index.js';
import { dayOf, numberSeries } from '../platform/index.js';
import { creditNoteLines } from './credit-note-rows.js';
import { type Credit, creditNotePosted, salesInvoiceSettled } from './events.js';
import { creditNoteLifecycle } from './lifecycles.rules.js';
import { lockLive } from './live-lock.js';
import { openAmount, settlementStatus } from './sales-invoice.rules.js';
import { type LineMove, progress } from './sales-order-progress.js';
import { linesOf } from './sales-order-rows.js';
import type { Versioned } from './sales-order-status.service.js';

type CreditNote = Row<'CreditNote'>;

export interface CreditNotePost extends Versioned {
  /** Today in the company's time zone when absent. */
  readonly postedOn?: string | null;
}

/** A line of a credit note, as the books and the order see it. */
export type CreditedLine = Pick<
  Row<'CreditNoteLine'>,
  'salesOrderLineId' | 'itemId' | 'kind' | 'quantity' | 'netAmount' | 'taxAmount'
>;

/** How much of the invoice's open amount a credit note takes away; the rest is the customer's. */
export function settledBy(grossAmount: Decimal, invoice: Row<'SalesInvoice'>): Decimal {
  return min(openAmount(invoice), grossAmount);
}

/** The number of a credit note, taken as late as possible; null in a trial. */
export async function numberFor(tx: Tx, companyId: string, on: LocalDate) {
  const wanted = { companyId, series: 'creditNote', on, count: 1 };
  const [number] = await numberSeries.takeGapFree(tx, wanted);
  return number ?? null;
}

/** Takes what is settled off the invoice's open amount. */
async function settleInvoice(tx: Tx, before: Row<'SalesInvoice'>, settled: Decimal): Promise<void> {
  if (settled.isZero()) return;
  const { grossAmount } = before;
  const settlement = settlementStatus({ grossAmount, paidAmount: before.paidAmount.add(settled) });
  const after = await nextVersion(tx, 'SalesInvoice', before, {
    paidAmount: sql<Decimal>`"paidAmount" + ${settled}::numeric`,
    settlement,
  });
  const data = { salesOrderId: before.salesOrderId, amount: settled };
  tx.emit(salesInvoiceSettled({ before, after, data }));
}

/** What a posted credit note changes: its invoice and order, which are locked. */
export interface Crediting {
  readonly before: CreditNote;
  readonly after: CreditNote;
  readonly lines: readonly CreditedLine[];
  readonly invoice: Row<'SalesInvoice'>;
  readonly order: Row<'SalesOrder'>;
}

function creditOf({ after, lines }: Crediting): Credit {
  const { id, customerId, salesOrderId, salesInvoiceId, currency, exchangeRate } = after;
  return {
    ...{ customerId, salesOrderId, salesInvoiceId, currency, exchangeRate },
    creditNoteId: id,
    settled: after.settledAmount,
    postedOn: present(after.postedOn),
    lines: lines.map(({ salesOrderLineId, itemId, kind, netAmount, taxAmount }) => ({
      ...{ salesOrderLineId, itemId, kind },
      net: netAmount,
      tax: taxAmount,
    })),
  };
}

/** Tells the books, the invoice and the order of a posted credit note. Four statements. */
export async function credit(tx: Tx, crediting: Crediting): Promise<void> {
  const { before, after, lines, invoice, order } = crediting;
  tx.emit(creditNotePosted({ before, after, data: creditOf(crediting) }));
  await settleInvoice(tx, invoice, after.settledAmount);
  const groups = groupBy(lines, (line) => line.salesOrderLineId);
  const moves = new Map(
    [...groups].map(([id, group]): [string, LineMove] => [
      id,
      { credited: sum(group.map(({ quantity }) => quantity)) },
    ]),
  );
  const paidAmount = order.paidAmount.add(after.settledAmount);
  const orderLines = await linesOf(tx, order.id);
  const patch = { paidAmount };
  progress(tx, { order, lines: orderLines, moves, patch }, creditNotePosted.type);
}

/**
 * Posts an approved credit note: it gets its number and can no longer be changed, what is open of
 * the invoice is settled by it, and the order is told. In a trial the number stays null. A number
 * of statements that does not grow with the lines. Refusals: TransitionRefused, StaleVersion,
 * PeriodClosed, InvalidInput.
 */
export async function post(tx: Tx, input: CreditNotePost): Promise<CreditNote> {
  const before = await tx.lock('CreditNote', input.id, input.expectedVersion);
  const invoice = await lockLive(tx, 'SalesInvoice', before.salesInvoiceId);
  const order = await lockLive(tx, 'SalesOrder', before.salesOrderId);
  const status = next(creditNoteLifecycle, before.status, 'post');
  const postedOn = await dayOf(tx, before.companyId, input.postedOn, 'postedOn');
  const lines = await creditNoteLines(tx, before.id);
  const number = await numberFor(tx, before.companyId, postedOn);
  const settledAmount = settledBy(before.grossAmount, invoice);
  const after = await nextVersion(tx, 'CreditNote', before, {
    status,
    number,
    postedOn,
    settledAmount,
  });
  await credit(tx, { before, after, lines, invoice, order });
  return after;
}
