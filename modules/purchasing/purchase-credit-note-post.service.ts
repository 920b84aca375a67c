import type { Row, Tx } from '../events/index.js';
import { items, stock } from '../inventory/index.js';
import {
  type Decimal,
  distinct,
  leftToCredit,
  type LocalDate,
  min,
  next,
  present,
  ZERO,
} from '../kernel/index.js';
import { companies, dayOf } from '../platform/index.js';
import { stockQuantity } from './amounts.rules.js';
import { clear, priceDifference } from './clearing.rules.js';
import { purchaseCreditNotePosted, type SupplierCredit } from './events.js';
import { purchaseCreditNoteLifecycle } from './lifecycles.rules.js';
import {
  billedLines,
  creditNoteLines,
  receivedBy,
  updateCreditNote,
  valueCredits,
} from './purchase-credit-note-rows.js';
import { recordSettlement } from './purchase-invoice-settle.service.js';
import { openPayable } from './purchase-invoice.rules.js';
import { progress } from './purchase-order-progress.js';
import { linesOf } from './purchase-order-rows.js';
import { openReturnLines, takeOfReturns } from './purchase-return-rows.js';
import { ofOrder, type Versioned } from './rows.js';

type CreditNote = Row<'PurchaseCreditNote'>;
type CreditLine = Row<'PurchaseCreditNoteLine'>;

export interface PurchaseCreditNotePost extends Versioned {
  /** Today in the company's time zone when absent. */
  readonly postedOn?: string | null;
}

/** A credit note with all that its posting needs, locked with its invoice and its order. */
export interface CreditPosting {
  readonly note: CreditNote;
  readonly lines: readonly CreditLine[];
  readonly invoice: Row<'PurchaseInvoice'>;
  readonly order: Row<'PurchaseOrder'>;
  readonly postedOn: LocalDate;
}

/** A line, what goods sent back stood for it, and what of a lower price stock bears. */
interface Valued {
  readonly line: CreditLine;
  readonly returned: Decimal;
  readonly toStock: Decimal;
}

/**
 * What of prices that were lowered stock that is still there bears, by line (IAS 2.11: rebates are
 * deducted from the cost of purchase). Goods that went back bear nothing.
 */
async function lowered(
  tx: Tx,
  { note, lines, order, postedOn }: CreditPosting,
  baseCurrency: string,
): Promise<Map<string, Decimal>> {
  const priced = lines.filter(({ kind, quantity }) => kind === 'ITEM' && quantity.isZero());
  if (priced.length === 0) return new Map();
  const known = await items.getMany(tx, distinct(priced.map(({ itemId }) => itemId)));
  const billed = await billedLines(tx, note.purchaseInvoiceId);
  const left = new Map(billed.map((line) => [line.id, leftToCredit(line).quantity]));
  const factors = new Map((await linesOf(tx, order.id)).map((line) => [line.id, line.stockFactor]));
  const receipts = await receivedBy(tx, distinct(priced.map((line) => line.purchaseOrderLineId)));
  const money = { rate: note.exchangeRate, baseCurrency };
  const there = priced.filter(({ itemId, purchaseInvoiceLineId }) => {
    const isStocked = known.get(itemId ?? '')?.isStocked ?? false;
    return isStocked && present(left.get(purchaseInvoiceLineId)).gt(0);
  });
  const revalued = await stock.revalue(tx, {
    ...{ companyId: note.companyId, document: { type: 'PurchaseCreditNote', id: note.id } },
    postedOn,
    lines: there.map((line) => ({
      ...{ lineId: line.id, itemId: present(line.itemId) },
      receivedQuantity: stockQuantity(
        present(left.get(line.purchaseInvoiceLineId)),
        present(factors.get(line.purchaseOrderLineId)),
      ),
      difference: priceDifference(line.netAmount, ZERO, money).neg().add(ZERO),
      receivedBy: receipts.get(line.purchaseOrderLineId) ?? [],
    })),
  });
  return new Map(revalued.map(({ lineId, toStock }) => [lineId, toStock]));
}

/** What each line clears of what went back, and puts on stock. Writes both. */
async function valued(tx: Tx, posting: CreditPosting): Promise<Valued[]> {
  const { note, lines } = posting;
  const { baseCurrency } = await companies.get(tx, note.companyId);
  const open = note.purchaseReturnId ? await openReturnLines(tx, note.purchaseReturnId) : [];
  const cleared = clear(lines, open, baseCurrency);
  await takeOfReturns(
    tx,
    cleared.flatMap(({ steps }) => steps),
  );
  const toStock = await lowered(tx, posting, baseCurrency);
  const entries = lines.map((line, index) => ({
    line,
    returned: present(cleared[index]).value,
    toStock: toStock.get(line.id) ?? ZERO,
  }));
  await valueCredits(
    tx,
    entries.map(({ line: { id }, returned, toStock: borne }) => ({ id, returned, toStock: borne })),
  );
  return entries;
}

function creditOf(note: CreditNote, entries: readonly Valued[]): SupplierCredit {
  const { id, purchaseInvoiceId, currency, exchangeRate } = note;
  return {
    ...ofOrder(note),
    ...{ purchaseCreditNoteId: id, purchaseInvoiceId, currency, exchangeRate },
    ...{ postedOn: present(note.postedOn), settled: note.settledAmount },
    lines: entries.map(({ line, returned, toStock }) => {
      const { purchaseOrderLineId, itemId, kind, netAmount: net, taxAmount: tax } = line;
      return { purchaseOrderLineId, itemId, kind, net, tax, returned, toStock };
    }),
  };
}

/** Posts an approved credit note whose invoice and order are locked too; see `post`. */
export async function postLocked(tx: Tx, posting: CreditPosting): Promise<CreditNote> {
  const { note: before, invoice, order, postedOn } = posting;
  const status = next(purchaseCreditNoteLifecycle, before.status, 'post');
  const entries = await valued(tx, posting);
  const settledAmount = min(openPayable(invoice), before.grossAmount);
  const after = await updateCreditNote(tx, before, { status, postedOn, settledAmount });
  const data = creditOf(after, entries);
  tx.emit(purchaseCreditNotePosted({ before, after, data }));
  if (settledAmount.gt(0)) {
    await recordSettlement(tx, [{ purchaseInvoiceId: invoice.id, amount: settledAmount }]);
  }
  const moves = entries.map(({ line, returned }) => ({
    ...{ id: line.purchaseOrderLineId, credited: line.quantity },
    returnedValue: returned.neg(),
  }));
  await progress(tx, order, await linesOf(tx, order.id), moves, purchaseCreditNotePosted.type);
  return after;
}

/**
 * Posts an approved credit note: what goods that went back stood for is cleared, stock bears its
 * part of a lower price, what is open of the invoice is settled by it, and the rest stands to our
 * credit. A number of statements that does not grow with the lines. Refusals: TransitionRefused,
 * StaleVersion, PeriodClosed, InvalidInput.
 */
export async function post(tx: Tx, input: PurchaseCreditNotePost): Promise<CreditNote> {
  const note = await tx.lock('PurchaseCreditNote', input.id, input.expectedVersion);
  next(purchaseCreditNoteLifecycle, note.status, 'post');
  const invoice = await tx.lock('PurchaseInvoice', note.purchaseInvoiceId);
  if (note.purchaseReturnId) await tx.lock('PurchaseReturn', note.purchaseReturnId);
  const order = await tx.lock('PurchaseOrder', note.purchaseOrderId);
  const postedOn = await dayOf(tx, note.companyId, input.postedOn, 'postedOn');
  const lines = await creditNoteLines(tx, note.id);
  return postLocked(tx, { note, lines, invoice, order, postedOn });
}
