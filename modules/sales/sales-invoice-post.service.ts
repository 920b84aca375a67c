import { nextVersion, type Row, type Tx } from '../events/index.js';
import { type Decimal, type LocalDate, next, present } from '../kernel/index.js';
import { companies, dayOf, dueOn, numberSeries, paymentTerms } from '../platform/index.js';
import { type Bill, salesInvoicePosted } from './events.js';
import { openToInvoice, refuseOverInvoicing, refuseUnlessInvoiceable } from './fulfilment.rules.js';
import { salesInvoiceLifecycle } from './lifecycles.rules.js';
import { lockLive } from './live-lock.js';
import { invoicedGross, invoiceLines } from './sales-invoice-rows.js';
import { openBaseAmount, settlementStatus } from './sales-invoice.rules.js';
import { progress } from './sales-order-progress.js';
import { linesOf } from './sales-order-rows.js';
import type { Versioned } from './sales-order-status.service.js';

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

/** What a posting says of an invoice: its number, its days and how far it is paid. */
export type PostedMark = Pick<SalesInvoice, 'number' | 'postedOn' | 'dueOn' | 'settlement'>;

/**
 * The marks of an invoice that is posted on a day: due by its terms, at once without any, and with
 * a number that is taken as late as possible; null in a trial.
 */
export async function postedMark(
  tx: Tx,
  invoice: Pick<SalesInvoice, 'companyId' | 'paymentTermsId' | 'grossAmount' | 'paidAmount'>,
  postedOn: LocalDate,
): Promise<PostedMark> {
  const { companyId, paymentTermsId } = invoice;
  const terms = paymentTermsId === null ? null : await paymentTerms.get(tx, paymentTermsId);
  const wanted = { companyId, series: 'salesInvoice', on: postedOn, count: 1 };
  const [number] = await numberSeries.takeGapFree(tx, wanted);
  const due = terms ? dueOn(terms, postedOn) : postedOn;
  return { number: number ?? null, postedOn, dueOn: due, settlement: settlementStatus(invoice) };
}

/** A line of an invoice, as the books and the order see it. */
export type BilledLine = Pick<
  InvoiceLine,
  'salesOrderLineId' | 'itemId' | 'kind' | 'quantity' | 'netAmount' | 'taxAmount'
>;

/** Moves the lines of a locked order by what an invoice bills. */
export function moveBilled(
  tx: Tx,
  order: { readonly order: Row<'SalesOrder'>; readonly lines: readonly OrderLine[] },
  lines: readonly BilledLine[],
): void {
  const moves = new Map(lines.map((line) => [line.salesOrderLineId, { invoiced: line.quantity }]));
  progress(tx, { ...order, moves }, salesInvoicePosted.type);
}

/** What stood of the order before the invoice. */
interface Billing {
  readonly order: Row<'SalesOrder'>;
  /** What posted invoices had billed of it, in its currency. */
  readonly invoiced: Decimal;
  readonly baseCurrency: string;
}

/** Tells the books of a posted invoice. */
export function tellPosted(
  tx: Tx,
  { before, after }: { readonly before: SalesInvoice; readonly after: SalesInvoice },
  lines: readonly BilledLine[],
  { order, invoiced, baseCurrency }: Billing,
): void {
  const { id, customerId, currency, exchangeRate } = after;
  const openAfter = (amount: Decimal) => openBaseAmount(order, amount, baseCurrency);
  const data: Bill = {
    ...{ customerId, currency, exchangeRate, postedOn: present(after.postedOn) },
    salesOrderId: order.id,
    salesInvoiceId: id,
    orderBaseAmount: openAfter(invoiced).sub(openAfter(invoiced.add(after.grossAmount))),
    lines: lines.map(({ salesOrderLineId, itemId, kind, netAmount, taxAmount }) => ({
      ...{ salesOrderLineId, itemId, kind },
      net: netAmount,
      tax: taxAmount,
    })),
  };
  tx.emit(salesInvoicePosted({ before, after, data }));
}

/**
 * Posts an approved invoice: it gets its number, is due by its terms and can no longer be changed;
 * the order moves on. In a trial the number stays null. A number of statements that does not grow
 * with the lines. Refusals: TransitionRefused, StaleVersion, OrderNotInFulfilment,
 * InvoiceExceedsShipped, PeriodClosed, InvalidInput.
 */
export async function post(tx: Tx, input: SalesInvoicePost): Promise<SalesInvoice> {
  const before = await lockLive(tx, 'SalesInvoice', input.id, input.expectedVersion);
  const status = next(salesInvoiceLifecycle, before.status, 'post');
  const order = await lockLive(tx, 'SalesOrder', present(before.salesOrderId));
  refuseUnlessInvoiceable(order.status);
  const postedOn = await dayOf(tx, before.companyId, input.postedOn, 'postedOn');
  const lines = await invoiceLines(tx, before.id);
  const orderLines = await linesOf(tx, order.id);
  refuseMoreThanShipped(lines, new Map(orderLines.map((line) => [line.id, line])));
  const { baseCurrency } = await companies.get(tx, order.companyId);
  const invoiced = await invoicedGross(tx, order.id);
  moveBilled(tx, { order, lines: orderLines }, lines);
  const after = await nextVersion(tx, 'SalesInvoice', before, {
    status,
    ...(await postedMark(tx, before, postedOn)),
  });
  tellPosted(tx, { before, after }, lines, { order, invoiced, baseCurrency });
  return after;
}
