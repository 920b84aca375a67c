import { sql } from 'kysely';
import { landed, type Row, stepsOf, type Tx, unplaced, writeLater } from '../events/index.js';
import { Decimal, distinct, next, present, requiredReason, ZERO } from '../kernel/index.js';
import { items, reservations } from '../inventory/index.js';
import { workOrders } from '../manufacturing/index.js';
import { companies } from '../platform/index.js';
import { OrderHasWorkOrders } from './errors.js';
import {
  salesOrderCancelled,
  salesOrderClosed,
  salesOrderConfirmed,
  salesOrderHeld,
  salesOrderResumed,
} from './events.js';
import { orderStatus, refuseUnlessCancellable, refuseUnlessClosable } from './fulfilment.rules.js';
import { salesOrderLifecycle } from './lifecycles.rules.js';
import { lockLive } from './live-lock.js';
import { lockQuoteOf } from './quote-lock.js';
import { ofCustomer } from './rows.js';
import { invoicedGross } from './sales-invoice-rows.js';
import { openBaseAmount } from './sales-invoice.rules.js';
import { linesOf, openDocuments, updateOrder } from './sales-order-rows.js';
import { promisedOn, refuseLineCount, stockQuantity } from './sales-order.rules.js';

type Order = Row<'SalesOrder'>;
type Line = Row<'SalesOrderLine'>;

export interface Versioned {
  readonly id: string;
  readonly expectedVersion?: number | null;
}

export interface SalesOrderConfirm extends Versioned {
  /** AVAILABLE (when absent) reserves what there is; ALL_OR_NOTHING refuses when stock is short. */
  readonly policy?: 'AVAILABLE' | 'ALL_OR_NOTHING' | null;
}

export interface WithReason extends Versioned {
  readonly reason: string;
}

/** What becomes of work orders that are made for an order which ends. */
export interface Ending extends Versioned {
  /**
   * CANCEL gives up those that are not begun; those that are begun go on, and with KEEP all do, for
   * stock that is free. Where there are some, one of them must be said.
   */
  readonly workOrders?: 'CANCEL' | 'KEEP' | null;
}

const NUMBERS_TOLD = 20;

/**
 * Does with an order's work orders what the caller says. Two statements, and those of giving them
 * up. Refuses OrderHasWorkOrders.
 */
async function endWorkOrders(tx: Tx, { id, workOrders: choice }: Ending, reason: string) {
  const open = await workOrders.openFor(tx, id);
  if (open.length === 0) return;
  if (choice == null) {
    const numbers = open.slice(0, NUMBERS_TOLD).map(({ number }) => number);
    throw new OrderHasWorkOrders(numbers.join(', ')).at('workOrders');
  }
  if (choice === 'CANCEL') await workOrders.cancelNotBegun(tx, open, reason);
}

/** What of the lines lies in stock: charges do not, and items that nobody stocks. */
export async function stockedItems(tx: Tx, lines: readonly { itemId: string | null }[]) {
  const ids = distinct(lines.map((line) => line.itemId));
  if (ids.length === 0) return new Set<string>();
  const rows = [...(await items.getMany(tx, ids)).values()];
  return new Set(rows.filter((item) => item.isStocked).map((item) => item.id));
}

/** Which items lie in stock, and what is done when they are short. */
interface Reserving {
  readonly stocked: ReadonlySet<string>;
  readonly policy: SalesOrderConfirm['policy'];
}

/** Reserves stock for an order's lines; answers what each has, in stock units. */
export async function reserveLines(
  tx: Tx,
  order: Pick<Order, 'id' | 'companyId' | 'warehouseId'>,
  lines: readonly Line[],
  { stocked, policy }: Reserving,
): Promise<Map<string, Decimal>> {
  const wanted = lines.filter((line) => line.itemId !== null && stocked.has(line.itemId));
  if (wanted.length === 0) return new Map();
  const reserved = await unplaced(() =>
    reservations.reserve(tx, {
      companyId: order.companyId,
      document: { type: 'SalesOrder', id: order.id },
      lines: wanted.map((line) => ({
        lineId: line.id,
        itemId: present(line.itemId),
        warehouseId: order.warehouseId,
        quantity: stockQuantity(line.quantity, line.stockFactor),
      })),
      policy: policy ?? 'AVAILABLE',
    }),
  );
  return new Map(reserved.map((one) => [one.lineId, one.reserved]));
}

/**
 * Reserved in the line's unit; a conversion that does not end is cut, so that none is overstated.
 */
export function reservedOf(line: Line, inStockUnits: Decimal): Decimal {
  return inStockUnits.div(line.stockFactor).toDecimalPlaces(9, Decimal.ROUND_DOWN);
}

function promiseLines(tx: Tx, steps: readonly object[]): void {
  const promising = sql`
    update "SalesOrderLine" l
    set "reserved" = x.reserved, "promisedOn" = x.promised, "version" = l."version" + 1
    from json_to_recordset(${stepsOf(steps)}) as x(id uuid, reserved numeric, promised date)
    where l."id" = x.id
  `;
  writeLater(tx, promising);
}

/**
 * Confirms a draft: stock is reserved by the policy, each line is promised, and whoever watches the
 * customer's credit may refuse. Refusals: TransitionRefused, StaleVersion, OrderWithoutLines,
 * InsufficientStock, CreditLimitExceeded.
 */
export async function confirm(tx: Tx, input: SalesOrderConfirm): Promise<Order> {
  const [before, lines] = await landed([
    lockLive(tx, 'SalesOrder', input.id, input.expectedVersion),
    linesOf(tx, input.id),
  ]);
  const status = next(salesOrderLifecycle, before.status, 'confirm');
  refuseLineCount(lines.length);
  const { baseCurrency } = await companies.get(tx, before.companyId);
  const stocked = await stockedItems(tx, lines);
  const { policy } = input;
  const reserved = await reserveLines(tx, before, lines, { stocked, policy });
  const steps = lines.map((line) => ({
    id: line.id,
    reserved: reservedOf(line, reserved.get(line.id) ?? ZERO),
    promised: promisedOn(line.requestedOn, before),
  }));
  promiseLines(tx, steps);
  const latest =
    steps
      .map(({ promised }) => promised)
      .sort()
      .at(-1) ?? before.documentOn;
  const after = updateOrder(tx, before, { status, promisedOn: latest });
  const baseAmount = openBaseAmount(after, ZERO, baseCurrency);
  tx.emit(
    salesOrderConfirmed({ before, after, data: { customerId: after.customerId, baseAmount } }),
  );
  return after;
}

/** Stops an order's deliveries until it is resumed. TransitionRefused, StaleVersion. */
export async function hold(tx: Tx, { id, expectedVersion, reason }: WithReason): Promise<Order> {
  const holdReason = requiredReason(reason);
  const before = await lockLive(tx, 'SalesOrder', id, expectedVersion);
  const status = next(salesOrderLifecycle, before.status, 'hold');
  const after = updateOrder(tx, before, { status, holdReason });
  tx.emit(salesOrderHeld({ before, after, data: { ...ofCustomer(after), reason: holdReason } }));
  return after;
}

/** Lets a held order go on, in the state that its lines say. TransitionRefused, StaleVersion. */
export async function resume(tx: Tx, { id, expectedVersion }: Versioned): Promise<Order> {
  const before = await lockLive(tx, 'SalesOrder', id, expectedVersion);
  const confirmed = next(salesOrderLifecycle, before.status, 'resume');
  const status = orderStatus(confirmed, await linesOf(tx, id));
  const after = updateOrder(tx, before, { status, holdReason: null });
  tx.emit(salesOrderResumed({ before, after, data: ofCustomer(after) }));
  return after;
}

/** Gives back what the lines reserved; `status` is what becomes of lines when the order ends. */
async function releaseLines(tx: Tx, order: Order, lines: readonly Line[], isCancelled: boolean) {
  const lineIds = lines.filter((line) => line.itemId !== null).map((line) => line.id);
  if (lineIds.length > 0) {
    await reservations.release(tx, { companyId: order.companyId, lineIds });
  }
  await sql`
    update "SalesOrderLine"
    set "reserved" = 0, "version" = "version" + 1,
      "status" = case when ${isCancelled} then 'CANCELLED' else "status" end
    where "salesOrderId" = ${order.id}
  `.execute(tx.db);
}

/** What an order that ends had still to invoice, in base currency; a draft promised nothing. */
async function endedExposure(tx: Tx, order: Order) {
  const { customerId, companyId, status } = order;
  if (status === 'DRAFT') return { customerId, baseAmount: ZERO };
  const { baseCurrency } = await companies.get(tx, companyId);
  const invoiced = await invoicedGross(tx, order.id);
  return { customerId, baseAmount: openBaseAmount(order, invoiced, baseCurrency) };
}

/**
 * Cancels an order of which nothing was shipped or invoiced, and gives its stock back. Refusals:
 * TransitionRefused, StaleVersion, OrderAlreadyFulfilled, OrderHasOpenDocuments; OrderHasWorkOrders
 * when it is not told what becomes of them.
 */
export async function cancel(tx: Tx, input: WithReason & Ending): Promise<Order> {
  const cancelReason = requiredReason(input.reason);
  await lockQuoteOf(tx, input.id);
  const before = await lockLive(tx, 'SalesOrder', input.id, input.expectedVersion);
  const status = next(salesOrderLifecycle, before.status, 'cancel');
  const lines = await linesOf(tx, before.id);
  refuseUnlessCancellable(lines, await openDocuments(tx, before.id));
  await endWorkOrders(tx, input, cancelReason);
  const data = await endedExposure(tx, before);
  await releaseLines(tx, before, lines, true);
  const after = updateOrder(tx, before, { status, cancelReason, holdReason: null });
  tx.emit(salesOrderCancelled({ before, after, data }));
  return after;
}

/**
 * Ends an order: what was not delivered is given up. Refusals: TransitionRefused, StaleVersion,
 * ShippedNotInvoiced, OrderHasOpenDocuments; OrderHasWorkOrders when it is not told what becomes of
 * them.
 */
export async function close(tx: Tx, input: Ending): Promise<Order> {
  const { id, expectedVersion } = input;
  const before = await lockLive(tx, 'SalesOrder', id, expectedVersion);
  const status = next(salesOrderLifecycle, before.status, 'close');
  const lines = await linesOf(tx, id);
  refuseUnlessClosable(lines, await openDocuments(tx, id));
  await endWorkOrders(tx, input, `The sales order ${before.number} is closed.`);
  const data = await endedExposure(tx, before);
  await releaseLines(tx, before, lines, false);
  const after = updateOrder(tx, before, { status });
  tx.emit(salesOrderClosed({ before, after, data }));
  return after;
}
