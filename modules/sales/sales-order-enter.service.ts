import { insertAll, insertLater, orThrow, type Row, type Tx } from '../events/index.js';
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

/** An order that is decided, with its lines, and not written yet. */
interface Entered {
  readonly order: Order;
  readonly lines: Line[];
}

/** The lines as they are promised: with what is reserved for each. */
async function promised(
  tx: Tx,
  { order, lines }: Entered,
  items: ReadonlyMap<string, SoldItem>,
  policy: ConfirmAtOnce['policy'],
): Promise<Line[]> {
  const stocked = new Set([...items].filter(([, item]) => item.isStocked).map(([id]) => id));
  const reserved = await reserveLines(tx, order, lines, { stocked, policy });
  return lines.map((line) => ({
    ...line,
    reserved: reservedOf(line, reserved.get(line.id) ?? ZERO),
    promisedOn: promisedOn(line.requestedOn, order),
  }));
}

/** The lines with what is made for them; what is not asked for is as it was. */
async function made(
  tx: Tx,
  { order, lines }: Entered,
  items: ReadonlyMap<string, SoldItem>,
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

/** An order of a draft as it stands before it is written. */
async function newOrder(tx: Tx, decided: OrderDraft): Promise<Entered> {
  const [row] = await rowsOf(tx, [decided]);
  const none = { quoteId: null, opportunityId: null, holdReason: null, cancelReason: null };
  const live = { isHistoric: false, historyDigest: null };
  const order: Order = { ...none, ...live, ...present(row) };
  const unquoted = { quoteLineId: null, quotedUnitCost: null };
  const lines = decided.lines.map((line, index) => ({
    ...unquoted,
    ...lineRow(tx, order, line, index + 1),
  }));
  return { order, lines };
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
  const [outcome] = drafts;
  const entered = await newOrder(tx, orThrow(present(outcome)));
  const status = next(salesOrderLifecycle, entered.order.status, 'confirm');
  const lines = await promised(tx, entered, around.items, how.policy);
  const latest =
    lines
      .map((line) => line.promisedOn)
      .sort()
      .at(-1) ?? entered.order.documentOn;
  const order: Order = { ...entered.order, status, promisedOn: latest };
  const ready = await made(tx, { order, lines }, around.items, how.makeWorkOrders);
  const version = ready.isMoved ? 3 : 2;
  const inserted = insertAll(tx, 'SalesOrder', [{ ...order, version, customFields: {} }]);
  insertLater(
    tx,
    'SalesOrderLine',
    ready.lines.map((line) => ({ ...line, customFields: {} })),
  );
  const [after] = await inserted;
  await tell(tx, present(after), ready.isMoved);
  return present(after);
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
