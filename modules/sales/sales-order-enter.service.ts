import { insertLater, landed, orThrow, type Row, type Tx } from '../events/index.js';
import { type Decimal, next, present, ZERO } from '../kernel/index.js';
import { companies } from '../platform/index.js';
import { workOrderPlanned } from '../manufacturing/index.js';
import { salesOrderConfirmed, salesOrderCreated, salesOrderProgressed } from './events.js';
import { salesOrderLifecycle } from './lifecycles.rules.js';
import { ofCustomer } from './rows.js';
import {
  create as draft,
  draftMany,
  type OrderDraft,
  rowsOf,
  type SalesOrderInput,
} from './sales-order-create.service.js';
import { openBaseAmount } from './sales-invoice.rules.js';
import { toMake } from './sales-order-make.rules.js';
import { type MakeOptions, planLines } from './sales-order-make.service.js';
import { lineRow } from './sales-order-rows.js';
import { reservedOf, reserveLines, type SalesOrderConfirm } from './sales-order-status.service.js';
import { promisedOn } from './sales-order.rules.js';
import type { SoldItem } from './sales-order.rules.js';
import type { Surroundings } from './surroundings.js';

type Order = Row<'SalesOrder'>;
type Line = Row<'SalesOrderLine'>;

/** How an order is confirmed as it is entered. */
export interface ConfirmAtOnce extends Pick<SalesOrderConfirm, 'policy'> {
  /** Makes what is open of made items, as `makeWorkOrders` does. */
  readonly makeWorkOrders?: MakeOptions | null;
}

export interface SalesOrderEntry extends SalesOrderInput {
  /** Promises the order to the customer in the same breath. */
  readonly confirm?: ConfirmAtOnce | null;
}

type Items = ReadonlyMap<string, SoldItem>;

/** An order that is decided, with its lines, and not written yet. */
interface Entered {
  readonly order: Order;
  readonly lines: Line[];
}

/** Reserves stock for the lines of a draft; answers what each has, in stock units. */
async function reserved(
  tx: Tx,
  { id, header }: OrderDraft,
  lines: readonly Line[],
  { items, policy }: { readonly items: Items; readonly policy: ConfirmAtOnce['policy'] },
): Promise<ReadonlyMap<string, Decimal>> {
  const stocked = new Set(
    [...items].filter(([, item]) => item.isStocked).map(([itemId]) => itemId),
  );
  return reserveLines(tx, { ...header, id }, lines, { stocked, policy });
}

/** The lines with what is made for them; what is not asked for is as it was. */
async function made(
  tx: Tx,
  { order, lines }: Entered,
  items: Items,
  options: MakeOptions | null | undefined,
): Promise<{ lines: Line[]; isMoved: boolean }> {
  if (!options) return { lines, isMoved: false };
  const keepStock = options.keepStock ?? false;
  const sellsMade = new Set(
    lines.filter(({ itemId }) => items.get(itemId ?? '')?.isMade).map(({ id }) => id),
  );
  const makes = toMake(lines, null, { isMade: (id) => sellsMade.has(id), keepStock });
  if (makes.length === 0) return { lines, isMoved: false };
  const moves = await planLines(tx, { order, lines }, makes, options);
  const plannedOf = (id: string): Decimal => moves.get(id)?.planned ?? ZERO;
  return {
    lines: lines.map((line) => ({ ...line, planned: plannedOf(line.id) })),
    isMoved: true,
  };
}

/** Tells each step as if it had been asked for alone; the row that was written is the last. */
async function tell(tx: Tx, after: Order, isMoved: boolean): Promise<void> {
  const draftStatus = salesOrderLifecycle.initial;
  const first: Order = { ...after, version: 1, status: draftStatus, promisedOn: null };
  const confirmed: Order = { ...after, version: 2 };
  const { customerId } = after;
  const { baseCurrency } = await companies.get(tx, after.companyId);
  const baseAmount = openBaseAmount(after, ZERO, baseCurrency);
  tx.emit(salesOrderCreated({ before: null, after: first, data: ofCustomer(after) }));
  const data = { customerId, baseAmount };
  tx.emit(salesOrderConfirmed({ before: first, after: confirmed, data }));
  if (!isMoved) return;
  const cause = workOrderPlanned.type;
  tx.emit(salesOrderProgressed({ before: confirmed, after, data: { customerId, cause } }));
}

/** The order of a draft as it stands before it is written. */
async function newOrder(tx: Tx, decided: OrderDraft): Promise<Order> {
  const [row] = await rowsOf(tx, [decided]);
  const none = { quoteId: null, opportunityId: null, holdReason: null, cancelReason: null };
  const live = { isHistoric: false, historyDigest: null };
  return { ...none, ...live, ...present(row) };
}

/** The lines of a draft as they stand before they are written. */
function newLines(tx: Tx, { id, header, lines }: OrderDraft): Line[] {
  const unquoted = { quoteLineId: null, quotedUnitCost: null };
  return lines.map((line, index) => ({
    ...unquoted,
    ...lineRow(tx, { id, companyId: header.companyId }, line, index + 1),
  }));
}

/** Writes an order with its lines. Two statements. */
function insertOrder(tx: Tx, { order, lines }: Entered): void {
  insertLater(tx, 'SalesOrder', [{ ...order, customFields: {} }]);
  insertLater(
    tx,
    'SalesOrderLine',
    lines.map((line) => ({ ...line, customFields: {} })),
  );
}

/**
 * Enters an order and confirms it in one breath, and has its made items made where that is told:
 * what is in hand is not read again. Refusals are those of `create`, `confirm` and
 * `makeWorkOrders`.
 */
async function confirmed(
  tx: Tx,
  input: SalesOrderEntry,
  how: ConfirmAtOnce,
  known?: Surroundings,
): Promise<Order> {
  const { drafts, around } = await draftMany(tx, [input], known);
  const decided = orThrow(present(drafts[0]));
  const blank = newLines(tx, decided);
  const reserving = { items: around.items, policy: how.policy };
  const [draft, held] = await landed([
    newOrder(tx, decided),
    reserved(tx, decided, blank, reserving),
  ]);
  const status = next(salesOrderLifecycle, draft.status, 'confirm');
  const lines = blank.map((line) => ({
    ...line,
    reserved: reservedOf(line, held.get(line.id) ?? ZERO),
    promisedOn: promisedOn(line.requestedOn, draft),
  }));
  const latest =
    lines
      .map((line) => line.promisedOn)
      .sort()
      .at(-1) ?? draft.documentOn;
  const order: Order = { ...draft, status, promisedOn: latest };
  const ready = await made(tx, { order, lines }, around.items, how.makeWorkOrders);
  const after: Order = { ...order, version: ready.isMoved ? 3 : 2 };
  insertOrder(tx, { order: after, lines: ready.lines });
  await tell(tx, after, ready.isMoved);
  return after;
}

/**
 * Enters one order: as a draft, or confirmed at once where that is told. What it points to is not
 * read again where it is known.
 */
export async function create(
  tx: Tx,
  input: SalesOrderEntry,
  around?: Surroundings,
): Promise<Order> {
  const { confirm = null } = input;
  return confirm === null ? draft(tx, input, around) : confirmed(tx, input, confirm, around);
}
