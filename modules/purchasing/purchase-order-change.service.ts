import { insertAll, nextVersion, oneOf, type Row, throwAll, type Tx } from '../events/index.js';
import {
  checkedAmount,
  newReasons,
  next,
  NotFound,
  type Reasons,
  refuseRepeated,
  within,
} from '../kernel/index.js';
import { exchangeRates } from '../platform/index.js';
import { documentAmounts } from './amounts.rules.js';
import { purchaseOrderChanged } from './events.js';
import { purchaseOrderLifecycle } from './lifecycles.rules.js';
import type { PurchaseOrderHeaderDraft } from './purchase-order-header.rules.js';
import { boughtFor, lineRow, linesOf } from './purchase-order-rows.js';
import { draftLine, refuseLineCount, type PurchaseOrderLineInput } from './purchase-order.rules.js';
import { type Versioned } from './rows.js';
import { aroundLines, gather, headerOf, type Surroundings } from './surroundings.js';

type Order = Row<'PurchaseOrder'>;
type Line = Row<'PurchaseOrderLine'>;

/** A line that replaces the one with its id, or is added when it has none. */
export interface PurchaseOrderLinePut extends PurchaseOrderLineInput {
  readonly id?: string | null;
}

/** Absent keeps, null clears; payment terms that are cleared are again the supplier's. */
export interface PurchaseOrderChange extends Versioned {
  readonly warehouseId?: string;
  readonly documentOn?: string;
  readonly requestedOn?: string | null;
  readonly supplierReference?: string | null;
  readonly paymentTermsId?: string | null;
  readonly lines?: readonly PurchaseOrderLinePut[] | null;
  /** Ids of the lines that are taken out. */
  readonly removedLineIds?: readonly string[] | null;
}

type Header = Pick<Order, keyof PurchaseOrderHeaderDraft>;

/** The header as it would be: what the patch names over what the order has. */
function merged(before: Order, patch: PurchaseOrderChange): Header {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  return { ...before, ...(Object.fromEntries(given) as Partial<Header>) };
}

/** The lines as they will be, apart from those that stay as they are. */
interface LineChanges {
  readonly kept: readonly Line[];
  readonly gone: readonly string[];
  readonly written: readonly ReturnType<typeof lineRow>[];
}

function refuseUnknownLines(ids: readonly string[], lines: readonly Line[], field: string): void {
  const known = new Set(lines.map((line) => line.id));
  ids.forEach((id, index) => {
    if (!known.has(id)) throw new NotFound('PurchaseOrderLine', id).at(field, index);
  });
}

/** What a change starts from. */
interface Change {
  readonly order: Order;
  readonly lines: readonly Line[];
  readonly around: Surroundings;
  readonly patch: PurchaseOrderChange;
}

/** Which lines stay and which go; a replaced one goes and comes again under its id. */
function linesLeft({ lines, patch }: Change, reasons: Reasons) {
  const puts = patch.lines ?? [];
  const removed = patch.removedLineIds ?? [];
  const replaced = puts.flatMap(({ id }) => id ?? []);
  reasons.take([], () => refuseRepeated([...replaced, ...removed], 'lines'));
  reasons.take([], () => refuseUnknownLines(replaced, lines, 'lines'));
  reasons.take([], () => refuseUnknownLines(removed, lines, 'removedLineIds'));
  const gone = [...replaced, ...removed];
  const kept = lines.filter((line) => !gone.includes(line.id));
  reasons.take(['lines'], () => refuseLineCount(kept.length + puts.length));
  return { puts, gone, kept };
}

function changeLines(
  tx: Tx,
  change: Change,
  header: PurchaseOrderHeaderDraft,
  reasons: Reasons,
): LineChanges {
  const { order, lines, around } = change;
  const { puts, gone, kept } = linesLeft(change, reasons);
  const bought = aroundLines(header, around);
  let position = Math.max(0, ...lines.map((line) => line.position));
  const written = puts.map((put, index) => {
    const old = lines.find((line) => line.id === put.id);
    const line = draftLine(put, bought, within(reasons, 'lines', index));
    const row = lineRow(tx, order, line, 0);
    if (!old) return { ...row, position: ++position };
    const { id, createdAt } = old;
    // The lead time is that of the item, however much of it is bought.
    const expectedOn = old.itemId === row.itemId ? old.expectedOn : null;
    const customFields = old.customFields as Record<string, unknown>;
    const same = { id, createdAt, expectedOn, customFields, position: old.position };
    return { ...row, ...same, version: old.version + 1 };
  });
  return { kept, gone, written };
}

function decide(tx: Tx, change: Change) {
  const reasons = newReasons();
  const header = headerOf(tx, merged(change.order, change.patch), change.around, reasons);
  const lines = changeLines(tx, change, header, reasons);
  const amounts = documentAmounts([...lines.kept, ...lines.written]);
  reasons.take(['lines'], () => checkedAmount(amounts.grossAmount));
  if (reasons.list.length > 0) throwAll(reasons.list);
  return { header, lines, amounts };
}

async function writeLines(tx: Tx, { gone, written }: LineChanges): Promise<void> {
  if (gone.length > 0) {
    await tx.db.deleteFrom('PurchaseOrderLine').where('id', '=', oneOf(gone)).execute();
  }
  await insertAll(tx, 'PurchaseOrderLine', written);
}

/**
 * Changes a draft: its header and, by their ids, its lines; what is not named stays. The rate is
 * taken again when the document's day moves. Refusals: TransitionRefused unless a draft,
 * StaleVersion, and those of `createMany`.
 */
export async function change(tx: Tx, patch: PurchaseOrderChange): Promise<Order> {
  const order = await tx.lock('PurchaseOrder', patch.id, patch.expectedVersion);
  const status = next(purchaseOrderLifecycle, order.status, 'change');
  const lines = await linesOf(tx, order.id);
  const around = await gather(tx, [{ ...merged(order, patch), lines: patch.lines ?? [] }]);
  const { header, lines: lineChanges, amounts } = decide(tx, { order, lines, around, patch });
  const to = around.companies.get(order.companyId)?.baseCurrency ?? order.currency;
  const wanted = { from: order.currency, to, on: header.documentOn };
  const exchangeRate = await exchangeRates.rate(tx, wanted);
  await writeLines(tx, lineChanges);
  const after = await nextVersion(tx, 'PurchaseOrder', order, {
    ...header,
    ...amounts,
    status,
    exchangeRate,
  });
  const now = [...lineChanges.kept, ...lineChanges.written];
  tx.emit(purchaseOrderChanged({ before: order, after, data: boughtFor(after, now) }));
  return after;
}
