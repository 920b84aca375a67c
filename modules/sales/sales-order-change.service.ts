import { sql } from 'kysely';
import { insertAll, nextVersion, type Row, throwAll, type Tx } from '../events/index.js';
import {
  checkedAmount,
  localDateAt,
  newReasons,
  next,
  NotFound,
  ONE,
  type Reasons,
  refuseRepeated,
} from '../kernel/index.js';
import { documentAmounts } from './amounts.rules.js';
import { salesOrderChanged } from './events.js';
import { salesOrderLifecycle } from './lifecycles.rules.js';
import { lockLive } from './live-lock.js';
import { withPrices } from './price-fill.service.js';
import { lockQuoteOf } from './quote-lock.js';
import { ofCustomer } from './rows.js';
import { draftHeader, type SalesOrderHeaderDraft } from './sales-order-header.rules.js';
import { lineRow, linesOf } from './sales-order-rows.js';
import { draftLine, refuseLineCount, type SalesOrderLineInput } from './sales-order.rules.js';
import { gather, rateOn, type Surroundings, taxRatesOf, termsKey } from './surroundings.js';

type Order = Row<'SalesOrder'>;
type Line = Row<'SalesOrderLine'>;

/** A line that replaces the one with its id, or is added when it has none. */
export interface SalesOrderLinePut extends SalesOrderLineInput {
  readonly id?: string | null;
}

/** Absent keeps, null clears; payment terms that are cleared are again those agreed. */
export interface SalesOrderChange {
  readonly id: string;
  readonly expectedVersion?: number | null;
  readonly warehouseId?: string;
  readonly documentOn?: string;
  readonly requestedOn?: string | null;
  readonly customerReference?: string | null;
  readonly billingAddressId?: string | null;
  readonly shippingAddressId?: string | null;
  readonly paymentTermsId?: string | null;
  readonly lines?: readonly SalesOrderLinePut[] | null;
  /** Ids of the lines that are taken out. */
  readonly removedLineIds?: readonly string[] | null;
}

type Header = Pick<Order, keyof SalesOrderHeaderDraft>;

/** The header as it would be: what the patch names over what the order has. */
function merged(before: Order, patch: SalesOrderChange): Header {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined);
  return { ...before, ...(Object.fromEntries(given) as Partial<Header>) };
}

async function gatherFor(tx: Tx, header: Header, puts: readonly SalesOrderLinePut[]) {
  const { companyId, customerId, warehouseId, paymentTermsId } = header;
  const addressIds = [header.billingAddressId, header.shippingAddressId];
  const itemIds = puts.map((put) => put.itemId);
  const taxCodeIds = puts.map((put) => put.taxCodeId);
  const pointers = { companyId, customerId, warehouseId, paymentTermsId };
  return gather(tx, [{ ...pointers, addressIds, itemIds, taxCodeIds }]);
}

function headerOf(tx: Tx, header: Header, around: Surroundings, reasons: Reasons) {
  const company = around.companies.get(header.companyId) ?? null;
  const surroundings = {
    company,
    customer: around.customers.get(header.customerId) ?? null,
    warehouse: around.warehouses.get(header.warehouseId) ?? null,
    addresses: around.addresses,
    agreedTermsId: around.agreedTerms.get(termsKey(header.companyId, header.customerId)) ?? null,
    knowsTerms: (id: string) => around.paymentTerms.has(id),
    today: localDateAt(tx.now, company?.timeZone ?? 'UTC'),
  };
  return draftHeader(header, surroundings, reasons);
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
    if (!known.has(id)) throw new NotFound('SalesOrderLine', id).at(field, index);
  });
}

/** A line goes on ordering what was quoted as long as it sells the same in the same unit. */
function quotedOf(old: Line, now: ReturnType<typeof lineRow>) {
  const isSame = old.itemId === now.itemId && old.unit === now.unit && old.kind === now.kind;
  return isSame ? old : { quoteLineId: null, quotedUnitCost: null };
}

function changeLines(
  tx: Tx,
  { order, lines, around, patch }: Change,
  header: SalesOrderHeaderDraft,
  reasons: Reasons,
): LineChanges {
  const puts = patch.lines ?? [];
  const removed = patch.removedLineIds ?? [];
  const replaced = puts.flatMap(({ id }) => id ?? []);
  reasons.take([], () => refuseRepeated([...replaced, ...removed], 'lines'));
  reasons.take([], () => refuseUnknownLines(replaced, lines, 'lines'));
  reasons.take([], () => refuseUnknownLines(removed, lines, 'removedLineIds'));
  const gone = [...replaced, ...removed];
  const kept = lines.filter((line) => !gone.includes(line.id));
  reasons.take(['lines'], () => refuseLineCount(kept.length + puts.length));
  const taxRates = taxRatesOf(around, order.companyId);
  const { requestedOn } = header;
  const sold = { currency: order.currency, requestedOn, items: around.items, taxRates };
  let last = Math.max(0, ...lines.map((line) => line.position));
  const written = puts.map((put, index) => {
    const old = lines.find((line) => line.id === put.id);
    const take: Reasons['take'] = (path, rule) => reasons.take(['lines', index, ...path], rule);
    const row = lineRow(tx, order, draftLine(put, sold, { list: reasons.list, take }), 0);
    if (!old) return { ...row, position: ++last };
    const { id, createdAt, position } = old;
    const { quoteLineId, quotedUnitCost } = quotedOf(old, row);
    const version = old.version + 1;
    const customFields = old.customFields as Record<string, unknown>;
    return { ...row, id, createdAt, position, version, quoteLineId, quotedUnitCost, customFields };
  });
  return { kept, gone, written };
}

/** What a change starts from. */
interface Change {
  readonly order: Order;
  readonly lines: readonly Line[];
  readonly around: Surroundings;
  readonly patch: SalesOrderChange;
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
    await sql`delete from "SalesOrderLine" where "id" = any(${gone}::uuid[])`.execute(tx.db);
  }
  await insertAll(tx, 'SalesOrderLine', written);
}

/**
 * Changes a draft: its header and, by their ids, its lines; what is not named stays. The rate is
 * taken again when the document's day moves. Refusals: TransitionRefused unless a draft,
 * StaleVersion, and those of `createMany`.
 */
export async function change(tx: Tx, patch: SalesOrderChange): Promise<Order> {
  await lockQuoteOf(tx, patch.id);
  const order = await lockLive(tx, 'SalesOrder', patch.id, patch.expectedVersion);
  const status = next(salesOrderLifecycle, order.status, 'change');
  const lines = await linesOf(tx, order.id);
  const given = merged(order, patch);
  const around = await gatherFor(tx, given, patch.lines ?? []);
  const puts = { ...given, lines: patch.lines ?? [] };
  const [priced] = await withPrices(tx, [puts], around);
  const change = { order, lines, around, patch: { ...patch, lines: priced?.lines ?? [] } };
  const { header, lines: lineChanges, amounts } = decide(tx, change);
  const base = around.companies.get(order.companyId)?.baseCurrency ?? order.currency;
  const exchangeRate =
    base === order.currency ? ONE : await rateOn(tx, order.currency, base, header.documentOn);
  await writeLines(tx, lineChanges);
  const after = await nextVersion(tx, 'SalesOrder', order, {
    ...header,
    ...amounts,
    status,
    exchangeRate,
  });
  tx.emit(salesOrderChanged({ before: order, after, data: ofCustomer(after) }));
  return after;
}
