import { sql } from 'kysely';
import { type FactOn, landed, readNow, type Row, type Tx, unplaced } from '../events/index.js';
import {
  type Decimal,
  distinct,
  groupBy,
  max,
  min,
  ONE,
  present,
  sum,
  ZERO,
} from '../kernel/index.js';
import { reservations } from '../inventory/index.js';
import { type MadeFor, workOrderChanged } from '../manufacturing/index.js';
import { WorkOrderExceedsOpen } from './after-sales.errors.js';
import { isKept } from './fulfilment.rules.js';
import { makingMove } from './sales-order-make.rules.js';
import { type LineMove, type OrderMove, progressMany } from './sales-order-progress.js';
import { reservedOf } from './sales-order-status.service.js';
import { stockQuantity } from './sales-order.rules.js';

type WorkOrderFact = FactOn<'WorkOrder', MadeFor>;
type Line = Row<'SalesOrderLine'>;

/** Whether the fact is of a work order that makes an order's line itself, and moves it. */
function isOfLine({ before, after }: WorkOrderFact): boolean {
  if (after.salesOrderLineId === null || after.parentWorkOrderId !== null) return false;
  if (!before) return false;
  const { planned, produced } = makingMove(before, after, ONE);
  return !planned.isZero() || !produced.isZero() || before.dueOn !== after.dueOn;
}

/**
 * The lines of orders, in the order of their positions. One statement, sent at once: behind the
 * lock on the orders it reads what the lock found.
 */
function linesOfAll(tx: Tx, salesOrderIds: readonly string[]): Promise<Line[]> {
  const reading = sql<Line>`
    select * from "SalesOrderLine" where "salesOrderId" = any(${salesOrderIds}::uuid[])
    order by "salesOrderId", "position"
  `;
  return readNow(tx, reading);
}

/** By how much each line moves. */
function movesOf(facts: readonly WorkOrderFact[], lines: readonly Line[]): Map<string, LineMove> {
  const groups = groupBy(facts, ({ after }) => present(after.salesOrderLineId));
  const known = lines.filter(({ id }) => groups.has(id));
  return new Map(
    known.map((line) => {
      const steps = present(groups.get(line.id)).map(({ before, after }) =>
        makingMove(before, after, line.stockFactor),
      );
      const planned = sum(steps.map((step) => step.planned));
      return [line.id, { planned, produced: sum(steps.map((step) => step.produced)) }];
    }),
  );
}

/** A work order that is enlarged makes no more than is ordered. */
function refuseMoreThanOrdered(type: string, lines: readonly Line[], moves: Map<string, LineMove>) {
  if (type !== workOrderChanged.type) return;
  for (const line of lines) {
    const planned = moves.get(line.id)?.planned ?? ZERO;
    const open = max(ZERO, line.quantity.sub(line.planned));
    if (planned.gt(open)) throw new WorkOrderExceedsOpen(open, planned).at('quantity');
  }
}

const RESERVING: readonly string[] = ['CONFIRMED', 'IN_FULFILMENT', 'ON_HOLD'];

/** What of the goods that were made is kept for their line: no more than it still has to ship. */
function keptFor(order: Row<'SalesOrder'>, line: Line, produced: Decimal): Decimal {
  if (!RESERVING.includes(order.status) || !isKept(line)) return ZERO;
  return min(produced, line.quantity.sub(line.shipped).sub(line.reserved));
}

/**
 * Reserves what was made for the lines that it was made for, of one company by three statements;
 * answers by how much each has more reserved, in its unit.
 */
async function reserveMade(
  tx: Tx,
  orders: readonly Row<'SalesOrder'>[],
  lines: readonly Line[],
  moves: ReadonlyMap<string, LineMove>,
): Promise<Map<string, Decimal>> {
  const byId = new Map(orders.map((order) => [order.id, order]));
  const wanted = lines.flatMap((line) => {
    const order = present(byId.get(line.salesOrderId));
    const quantity = keptFor(order, line, moves.get(line.id)?.produced ?? ZERO);
    return quantity.gt(0) ? [{ order, line, quantity }] : [];
  });
  const reserved = new Map<string, Decimal>();
  for (const [companyId, group] of groupBy(wanted, ({ order }) => order.companyId)) {
    const documentOf = (order: Row<'SalesOrder'>) => ({ type: 'SalesOrder', id: order.id });
    const answer = await unplaced(() =>
      reservations.reserve(tx, {
        companyId,
        document: documentOf(present(group[0]).order),
        lines: group.map(({ order, line, quantity }) => ({
          lineId: line.id,
          itemId: present(line.itemId),
          warehouseId: order.warehouseId,
          quantity: stockQuantity(quantity, line.stockFactor),
          document: documentOf(order),
        })),
        policy: 'AVAILABLE',
      }),
    );
    answer.forEach((one, index) => {
      reserved.set(one.lineId, reservedOf(present(group[index]).line, one.reserved));
    });
  }
  return reserved;
}

/**
 * Hears of work orders that were changed, given up, completed or closed: what is planned and made
 * for the lines of orders moves with them, goods that were made are reserved for their line, and
 * each order is told once. Work orders of components are no concern of the line. A number of
 * statements that grows with the companies alone. Refuses WorkOrderExceedsOpen.
 */
export async function hearProduction(tx: Tx, facts: readonly WorkOrderFact[]): Promise<void> {
  const told = facts.filter(isOfLine);
  const [first] = told;
  if (!first) return;
  const ids = distinct(told.map(({ after }) => after.salesOrderId));
  const [orders, lines] = await landed([tx.lockAll('SalesOrder', ids), linesOfAll(tx, ids)]);
  const moves = movesOf(told, lines);
  refuseMoreThanOrdered(first.type, lines, moves);
  for (const [id, reserved] of await reserveMade(tx, orders, lines, moves)) {
    moves.set(id, { ...moves.get(id), reserved });
  }
  const byOrder = groupBy(lines, (line) => line.salesOrderId);
  const all = orders.map((order): OrderMove => {
    return { order, lines: present(byOrder.get(order.id)), moves };
  });
  progressMany(tx, all, first.type);
}
