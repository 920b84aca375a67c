import { sql } from 'kysely';
import { insertAll, nextVersion, type Row, stepsOf, type Tx, unplaced } from '../events/index.js';
import {
  byField,
  type Decimal,
  distinct,
  max,
  min,
  next,
  present,
  sum,
  ZERO,
} from '../kernel/index.js';
import { items, reservations } from '../inventory/index.js';
import { revivedChange } from './change-order-kept.rules.js';
import { type ChangePlan, planChange } from './change-order-plan.js';
import { salesOrderAmended, salesOrderChangeApplied } from './events.js';
import { isKept, lineStatus, orderStatus } from './fulfilment.rules.js';
import { salesOrderChangeLifecycle } from './lifecycles.rules.js';
import { lockLive } from './live-lock.js';
import { invoicedGross } from './sales-invoice-rows.js';
import { openBaseAmount } from './sales-invoice.rules.js';
import { lineRow, updateOrder } from './sales-order-rows.js';
import { lockQuoteOf } from './quote-lock.js';
import { reservedOf, type Versioned } from './sales-order-status.service.js';
import { promisedOn, stockQuantity } from './sales-order.rules.js';

type Order = Row<'SalesOrder'>;
type Line = Row<'SalesOrderLine'>;
type Change = Row<'SalesOrderChange'>;

/** A line as it will be, with what it is to have reserved. */
interface NextLine {
  readonly row: Line;
  /** What it keeps of what it has reserved. */
  readonly kept: Decimal;
  /** What is newly ordered, for which stock is reserved. */
  readonly more: Decimal;
}

/** The changed, removed and added lines as they will be. */
function nextLines(tx: Tx, order: Order, plan: ChangePlan) {
  const byId = new Map(plan.lines.map((line) => [line.id, line]));
  const changed = plan.changed.map((amended): NextLine => {
    const before = present(byId.get(amended.id));
    const row = { ...before, ...amended, promisedOn: promisedOn(amended.requestedOn, order) };
    const open = row.quantity.sub(row.shipped);
    const more = before.kind === 'ITEM' ? max(ZERO, row.quantity.sub(before.quantity)) : ZERO;
    return { row: { ...row, status: lineStatus(row) }, kept: min(before.reserved, open), more };
  });
  const removed = plan.removed.map((before): NextLine => {
    const nothing = { netAmount: ZERO, taxAmount: ZERO };
    return { row: { ...before, ...nothing, status: 'CANCELLED' }, kept: ZERO, more: ZERO };
  });
  let position = Math.max(0, ...plan.lines.map((line) => line.position));
  const added = plan.added.map((draft): NextLine => {
    const row = lineRow(tx, order, draft, ++position);
    const promised = promisedOn(row.requestedOn, order);
    // What the store fills in by itself is of no use here.
    const unquoted = { quoteLineId: null, quotedUnitCost: null };
    const more = row.kind === 'ITEM' ? row.quantity : ZERO;
    return { row: { ...row, ...unquoted, promisedOn: promised }, kept: ZERO, more };
  });
  return { existing: [...changed, ...removed], added };
}

/**
 * Frees what lines have reserved beyond what they are to have, and reserves what is newly ordered,
 * as far as stock goes. Answers what each line has reserved after that, in its unit.
 */
async function reserveAgain(tx: Tx, order: Order, lines: readonly NextLine[]) {
  const shrunk = lines.filter(({ row, kept }) => row.reserved.gt(kept));
  const { companyId, warehouseId } = order;
  await reservations.release(tx, { companyId, lineIds: shrunk.map(({ row }) => row.id) });
  const again = new Set(shrunk.map(({ row }) => row.id));
  const wanted = lines
    .map(({ row, kept, more }) => ({ row, more: again.has(row.id) ? kept.add(more) : more }))
    .filter(({ more }) => more.gt(0));
  const known = await items.getMany(tx, distinct(wanted.map(({ row }) => row.itemId)));
  const stocked = wanted.filter(({ row }) => known.get(row.itemId ?? '')?.isStocked);
  const reserved = await unplaced(() =>
    reservations.reserve(tx, {
      companyId,
      document: { type: 'SalesOrder', id: order.id },
      lines: stocked.map(({ row, more }) => ({
        lineId: row.id,
        itemId: present(row.itemId),
        warehouseId,
        quantity: stockQuantity(more, row.stockFactor),
      })),
      policy: 'AVAILABLE',
    }),
  );
  const got = new Map(reserved.map((one) => [one.lineId, one.reserved]));
  return lines.map(({ row }): Line => {
    const before = again.has(row.id) ? ZERO : row.reserved;
    return { ...row, reserved: before.add(reservedOf(row, got.get(row.id) ?? ZERO)) };
  });
}

/** Writes the lines that were there before. One statement. */
async function updateLines(tx: Tx, lines: readonly Line[]): Promise<void> {
  if (lines.length === 0) return;
  await sql`
    update "SalesOrderLine" l
    set "quantity" = x.quantity, "unitPrice" = x."unitPrice",
      "discountPercent" = x."discountPercent", "netAmount" = x."netAmount",
      "taxAmount" = x."taxAmount", "requestedOn" = x."requestedOn", "promisedOn" = x."promisedOn",
      "reserved" = x.reserved, "status" = x.status, "version" = l."version" + 1
    from json_to_recordset(${stepsOf(lines.map((line) => ({ ...line })))})
      as x(id uuid, quantity numeric, "unitPrice" numeric, "discountPercent" numeric,
        "netAmount" numeric, "taxAmount" numeric, "requestedOn" date, "promisedOn" date,
        reserved numeric, status text)
    where l."id" = x.id
  `.execute(tx.db);
}

const latestOf = (days: readonly (string | null)[], otherwise: string | null): string | null =>
  days
    .filter((day) => day !== null)
    .sort()
    .at(-1) ?? otherwise;

/**
 * Makes of a locked order what a plan says: lines, reservations, amounts and status, and tells by
 * how much the amount still to be invoiced moves. A number of statements that does not grow with
 * the lines.
 */
export async function amend(
  tx: Tx,
  order: Order,
  plan: ChangePlan,
  salesOrderChangeId: string,
): Promise<Order> {
  const { existing, added } = nextLines(tx, order, plan);
  const written = await reserveAgain(tx, order, [...existing, ...added]);
  const old = new Set(existing.map(({ row }) => row.id));
  await updateLines(
    tx,
    written.filter(({ id }) => old.has(id)),
  );
  await insertAll(
    tx,
    'SalesOrderLine',
    written.filter(({ id }) => !old.has(id)).map((line) => ({ ...line, customFields: {} })),
  );
  const lines = [...plan.lines.filter(({ id }) => !old.has(id)), ...written];
  const promised = lines.filter(isKept).map((line) => line.promisedOn);
  const after = updateOrder(tx, order, {
    ...plan.amounts,
    status: orderStatus(order.status, lines),
    promisedOn: latestOf(promised, order.promisedOn),
  });
  const invoiced = await invoicedGross(tx, order.id);
  const openOf = (one: Order) => openBaseAmount(one, invoiced, plan.baseCurrency);
  const data = {
    customerId: order.customerId,
    salesOrderChangeId,
    baseAmount: sum([openOf(after), openOf(order).neg()]),
  };
  tx.emit(salesOrderAmended({ before: order, after, data }));
  return after;
}

/**
 * Applies a change that was asked for: it is judged again under the order's lock. Refusals:
 * TransitionRefused, StaleVersion, OrderNotChangeable; with the path in the change,
 * ChangeBelowCommitted, PriceOfInvoicedLine, NotFound; and whoever watches the customer's credit.
 */
export async function apply(tx: Tx, { id, expectedVersion }: Versioned): Promise<Change> {
  const before = await tx.lock('SalesOrderChange', id, expectedVersion);
  const status = next(salesOrderChangeLifecycle, before.status, 'apply');
  await lockQuoteOf(tx, before.salesOrderId);
  const order = await lockLive(tx, 'SalesOrder', before.salesOrderId);
  const agreed = revivedChange(before.changes);
  const plan = await byField('changes', () => planChange(tx, order, agreed));
  const amended = await amend(tx, order, plan, id);
  const after = await nextVersion(tx, 'SalesOrderChange', before, {
    status,
    appliedAt: tx.now,
    netAmount: amended.netAmount.sub(order.netAmount),
  });
  const data = { salesOrderId: after.salesOrderId };
  tx.emit(salesOrderChangeApplied({ before, after, data }));
  return after;
}
