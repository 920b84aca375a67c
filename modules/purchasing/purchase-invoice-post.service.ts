import { nextVersion, type Row, type Tx } from '../events/index.js';
import { items, stock } from '../inventory/index.js';
import {
  type Decimal,
  distinct,
  type LocalDate,
  next,
  parseLocalDate,
  present,
  ZERO,
} from '../kernel/index.js';
import { companies, dayOf, dueOn, paymentTerms } from '../platform/index.js';
import { stockQuantity } from './amounts.rules.js';
import { clear, type Cleared, priceDifference } from './clearing.rules.js';
import { purchaseInvoicePosted, type SupplierBill } from './events.js';
import { openReceiptLines, takeOfReceipts } from './goods-receipt-rows.js';
import { purchaseInvoiceLifecycle } from './lifecycles.rules.js';
import { clearLines, type ClearedLine, invoiceLines } from './purchase-invoice-rows.js';
import { settlementStatus } from './purchase-invoice.rules.js';
import { progress } from './purchase-order-progress.js';
import { linesOf } from './purchase-order-rows.js';
import { openToInvoice, refuseOverInvoicing, refuseUnlessOpen } from './receiving.rules.js';
import { ofOrder, type Versioned } from './rows.js';

type PurchaseInvoice = Row<'PurchaseInvoice'>;
type InvoiceLine = Row<'PurchaseInvoiceLine'>;
type OrderLine = Row<'PurchaseOrderLine'>;

export interface PurchaseInvoicePost extends Versioned {
  /** Today in the company's time zone when absent. */
  readonly postedOn?: string | null;
}

/** An invoice with all that its posting needs, locked with its order. */
export interface InvoicePosting {
  readonly invoice: PurchaseInvoice;
  readonly lines: readonly InvoiceLine[];
  readonly order: Row<'PurchaseOrder'>;
  readonly orderLines: readonly OrderLine[];
  readonly postedOn: LocalDate;
}

function refuseMoreThanReceived({ lines, orderLines }: InvoicePosting): void {
  const byId = new Map(orderLines.map((line) => [line.id, line]));
  for (const { purchaseOrderLineId, quantity } of lines) {
    const line = present(byId.get(purchaseOrderLineId));
    refuseOverInvoicing(openToInvoice(line, line.invoiced), quantity);
  }
}

/** A line, what was held for it, and by how much its bill is more. */
interface Valued {
  readonly line: InvoiceLine;
  readonly cleared: Cleared;
  readonly difference: Decimal;
}

async function valued(tx: Tx, { invoice, lines }: InvoicePosting): Promise<Valued[]> {
  const { baseCurrency } = await companies.get(tx, invoice.companyId);
  const uncleared = await openReceiptLines(tx, present(invoice.purchaseOrderId));
  const cleared = clear(lines, uncleared, baseCurrency);
  const money = { rate: invoice.exchangeRate, baseCurrency };
  return lines.map((line, index) => {
    const own = present(cleared[index]);
    const isItem = line.kind === 'ITEM';
    const difference = isItem ? priceDifference(line.netAmount, own.value, money) : ZERO;
    return { line, cleared: own, difference };
  });
}

/** What of the price differences stock that is still there bears, by line. */
async function revalue(
  tx: Tx,
  { invoice, orderLines, postedOn }: InvoicePosting,
  entries: readonly Valued[],
): Promise<Map<string, Decimal>> {
  const differing = entries.filter(({ difference }) => !difference.isZero());
  if (differing.length === 0) return new Map();
  const known = await items.getMany(tx, distinct(differing.map(({ line }) => line.itemId)));
  const factors = new Map(orderLines.map((line) => [line.id, line.stockFactor]));
  const stocked = differing.filter(({ line }) => known.get(line.itemId ?? '')?.isStocked);
  const revalued = await stock.revalue(tx, {
    companyId: invoice.companyId,
    document: { type: 'PurchaseInvoice', id: invoice.id },
    postedOn,
    lines: stocked.map(({ line, cleared, difference }) => ({
      lineId: line.id,
      itemId: present(line.itemId),
      receivedQuantity: stockQuantity(
        line.quantity,
        present(factors.get(line.purchaseOrderLineId)),
      ),
      difference,
      receivedBy: cleared.steps.map(({ id }) => id),
    })),
  });
  return new Map(revalued.map(({ lineId, toStock }) => [lineId, toStock]));
}

/** By when the supplier is to be paid, from the day of the invoice; without terms at once. */
async function dueDay(tx: Tx, { paymentTermsId, documentOn }: PurchaseInvoice): Promise<LocalDate> {
  const from = parseLocalDate(documentOn);
  return paymentTermsId === null ? from : dueOn(await paymentTerms.get(tx, paymentTermsId), from);
}

function billOf(
  invoice: PurchaseInvoice,
  entries: readonly Valued[],
  toStock: ReadonlyMap<string, Decimal>,
  postedOn: string,
): SupplierBill {
  const { id, currency, exchangeRate } = invoice;
  return {
    ...ofOrder({ ...invoice, purchaseOrderId: present(invoice.purchaseOrderId) }),
    ...{ purchaseInvoiceId: id, currency, exchangeRate, postedOn },
    lines: entries.map(({ line, cleared: { value: received } }) => {
      const { purchaseOrderLineId, itemId, kind, netAmount: net, taxAmount: tax } = line;
      const borne = toStock.get(line.id) ?? ZERO;
      return { purchaseOrderLineId, itemId, kind, net, tax, received, toStock: borne };
    }),
  };
}

async function writePosted(tx: Tx, { invoice: before, postedOn }: InvoicePosting, due: LocalDate) {
  const status = next(purchaseInvoiceLifecycle, before.status, 'post');
  return nextVersion(tx, 'PurchaseInvoice', before, {
    status,
    postedOn,
    dueOn: due,
    settlement: settlementStatus(before),
  });
}

/** Posts an approved invoice whose order is locked too; see `post`. */
export async function postLocked(tx: Tx, posting: InvoicePosting): Promise<PurchaseInvoice> {
  const { invoice: before, lines, order, orderLines, postedOn } = posting;
  next(purchaseInvoiceLifecycle, before.status, 'post');
  refuseUnlessOpen(order.status);
  refuseMoreThanReceived(posting);
  const entries = await valued(tx, posting);
  const toStock = await revalue(tx, posting, entries);
  await takeOfReceipts(
    tx,
    entries.flatMap(({ cleared }) => cleared.steps),
  );
  await clearLines(
    tx,
    entries.map(({ line: { id }, cleared: { value: received } }): ClearedLine => {
      return { id, received, toStock: toStock.get(id) ?? ZERO };
    }),
  );
  const after = await writePosted(tx, posting, await dueDay(tx, before));
  const data = billOf(after, entries, toStock, postedOn);
  tx.emit(purchaseInvoicePosted({ before, after, data }));
  const moves = lines.map(({ purchaseOrderLineId: id, quantity: invoiced }, index) => {
    return { id, invoiced, receivedValue: present(entries[index]).cleared.value.neg() };
  });
  await progress(tx, order, orderLines, moves, purchaseInvoicePosted.type);
  return after;
}

/**
 * Posts an approved invoice: what goods received, not invoiced hold for it is cleared, stock that
 * is still there bears its part of the price difference, the supplier is owed, and the order moves
 * on. A number of statements that does not grow with the lines. Refusals: TransitionRefused,
 * StaleVersion, PurchaseOrderNotOpen, InvoiceExceedsReceived, PeriodClosed, InvalidInput.
 */
export async function post(tx: Tx, input: PurchaseInvoicePost): Promise<PurchaseInvoice> {
  const invoice = await tx.lock('PurchaseInvoice', input.id, input.expectedVersion);
  next(purchaseInvoiceLifecycle, invoice.status, 'post');
  const order = await tx.lock('PurchaseOrder', present(invoice.purchaseOrderId));
  const postedOn = await dayOf(tx, invoice.companyId, input.postedOn, 'postedOn');
  const lines = await invoiceLines(tx, invoice.id);
  const orderLines = await linesOf(tx, order.id);
  return postLocked(tx, { invoice, lines, order, orderLines, postedOn });
}
