import type { Row, Tx } from '../events/index.js';
import { type LocalDate, next } from '../kernel/index.js';
import { companies, dueOn, numberSeries, paymentTerms } from '../platform/index.js';
import { type Bill, salesInvoicePosted } from './events.js';
import { openToInvoice, refuseOverInvoicing, refuseUnlessInvoiceable } from './fulfilment.rules.js';
import { salesInvoiceLifecycle } from './lifecycles.rules.js';
import { dayOf } from './posting-day.js';
import { invoicedGross, invoiceLines } from './sales-invoice-rows.js';
import { openBaseAmount, settlementStatus } from './sales-invoice.rules.js';
import { progress } from './sales-order-progress.js';
import { linesOf } from './sales-order-rows.js';
import type { Versioned } from './sales-order-status.service.js';
import { present } from './rows.js';

type SalesInvoice = Row<'SalesInvoice'>;
type InvoiceLine = Row<'SalesInvoiceLine'>;
type OrderLine = Row<'SalesOrderLine'>;

export interface SalesInvoicePost extends Versioned {
  /** Today in the company's time zone when absent. */
  readonly postedOn?: string | null;
}

function refuseMoreThanShipped(
  lines: readonly InvoiceLine[],
  orderLines: ReadonlyMap<string, OrderLine>,
): void {
  for (const { salesOrderLineId, quantity } of lines) {
    const line = present(orderLines.get(salesOrderLineId));
    refuseOverInvoicing(openToInvoice(line, line.invoiced), quantity);
  }
}

/** By when the customer has to pay; without terms an invoice is due at once. */
async function dueDay(tx: Tx, { paymentTermsId }: SalesInvoice, postedOn: LocalDate) {
  if (paymentTermsId === null) return postedOn;
  return dueOn(await paymentTerms.get(tx, paymentTermsId), postedOn);
}

function billOf(
  invoice: SalesInvoice,
  lines: readonly InvoiceLine[],
  postedOn: string,
): Omit<Bill, 'orderBaseAmount'> {
  const { id, customerId, salesOrderId, currency, exchangeRate } = invoice;
  return {
    ...{ customerId, salesOrderId, currency, exchangeRate, postedOn },
    salesInvoiceId: id,
    lines: lines.map(({ salesOrderLineId, itemId, kind, netAmount, taxAmount }) => ({
      ...{ salesOrderLineId, itemId, kind },
      net: netAmount,
      tax: taxAmount,
    })),
  };
}

async function writePosted(
  tx: Tx,
  before: SalesInvoice,
  postedOn: LocalDate,
  due: LocalDate,
): Promise<SalesInvoice> {
  const status = next(salesInvoiceLifecycle, before.status, 'post');
  const wanted = { companyId: before.companyId, series: 'salesInvoice', on: postedOn, count: 1 };
  const [number] = await numberSeries.takeGapFree(tx, wanted);
  return tx.db
    .updateTable('SalesInvoice')
    .set({ status, number, postedOn, dueOn: due, settlement: settlementStatus(before) })
    .set({ version: before.version + 1, updatedAt: tx.now })
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/**
 * Posts an approved invoice: it gets its number, is due by its terms and can no longer be changed;
 * the order moves on. In a trial the number stays null. A number of statements that does not grow
 * with the lines. Refusals: TransitionRefused, StaleVersion, OrderNotInFulfilment,
 * InvoiceExceedsShipped, PeriodClosed, InvalidInput.
 */
export async function post(tx: Tx, input: SalesInvoicePost): Promise<SalesInvoice> {
  const before = await tx.lock('SalesInvoice', input.id, input.expectedVersion);
  const order = await tx.lock('SalesOrder', before.salesOrderId);
  next(salesInvoiceLifecycle, before.status, 'post');
  refuseUnlessInvoiceable(order.status);
  const postedOn = await dayOf(tx, before.companyId, input.postedOn, 'postedOn');
  const lines = await invoiceLines(tx, before.id);
  const orderLines = await linesOf(tx, order.id);
  refuseMoreThanShipped(lines, new Map(orderLines.map((line) => [line.id, line])));
  const { baseCurrency } = await companies.get(tx, order.companyId);
  const invoiced = await invoicedGross(tx, order.id);
  const due = await dueDay(tx, before, postedOn);
  const moves = new Map(lines.map((line) => [line.salesOrderLineId, { invoiced: line.quantity }]));
  await progress(tx, order, orderLines, moves, salesInvoicePosted.type);
  const after = await writePosted(tx, before, postedOn, due);
  const orderBaseAmount = openBaseAmount(order, invoiced, baseCurrency).sub(
    openBaseAmount(order, invoiced.add(before.grossAmount), baseCurrency),
  );
  const data: Bill = { ...billOf(after, lines, postedOn), orderBaseAmount };
  tx.emit(salesInvoicePosted({ before, after, data }));
  return after;
}
