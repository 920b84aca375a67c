import { landed, Refused, type Row, throwAll, type Tx } from '../events/index.js';
import { distinct, present, RuleViolation } from '../kernel/index.js';
import { items } from '../inventory/index.js';
import { workOrderPlanned, workOrders } from '../manufacturing/index.js';
import { refuseUnlessDeliverable } from './fulfilment.rules.js';
import { lockLive } from './live-lock.js';
import { type LineMake, makingMove, toMake, type WantedMake } from './sales-order-make.rules.js';
import { type LineMove, progress } from './sales-order-progress.js';
import { linesOf } from './sales-order-rows.js';
import type { Versioned } from './sales-order-status.service.js';
import { promisedOn, stockQuantity } from './sales-order.rules.js';

type Order = Row<'SalesOrder'>;
type Line = Row<'SalesOrderLine'>;

/** How an order's lines are made. */
export interface MakeOptions {
  /** Makes also what is reserved from stock, which stays where it is. */
  readonly keepStock?: boolean | null;
  /** Takes free stock of components that are made before it makes more. */
  readonly useComponentStock?: boolean | null;
  /** How materials are issued; by hand when absent. */
  readonly backflush?: Row<'WorkOrder'>['backflush'] | null;
  /** Hands the work orders to the shop floor at once. */
  readonly release?: boolean | null;
}

export interface SalesOrderMakeWorkOrders extends Versioned, MakeOptions {
  /** What is made, in the lines' units; all that is open of made items when absent. */
  readonly lines?: readonly WantedMake[] | null;
}

/** Which lines sell what the house makes. One statement. */
async function madeLines(tx: Tx, lines: readonly Line[]): Promise<ReadonlySet<string>> {
  const known = await items.getMany(tx, distinct(lines.map((line) => line.itemId)));
  const made = lines.filter(({ itemId }) => itemId !== null && known.get(itemId)?.isMade === true);
  return new Set(made.map(({ id }) => id));
}

/** A refusal of a demand is told at the line that it is for, as the caller named it. */
async function atLines<T>(isNamed: boolean, call: () => Promise<T>): Promise<T> {
  const placed = (reason: RuleViolation): RuleViolation =>
    Object.assign(reason.at(), { path: isNamed ? ['lines', ...reason.path] : [] });
  try {
    return await call();
  } catch (error) {
    if (error instanceof Refused) return throwAll(error.refusals.map(placed));
    throw error instanceof RuleViolation ? placed(error) : error;
  }
}

/**
 * Plans the work orders of lines of an order, each with those of its components, and releases them
 * where that is told. Answers by how much each line is planned now. The order is locked, or new.
 */
export async function planLines(
  tx: Tx,
  { order, lines }: { readonly order: Order; readonly lines: readonly Line[] },
  makes: readonly LineMake[],
  options: MakeOptions & { readonly isNamed?: boolean },
): Promise<Map<string, LineMove>> {
  const { companyId, customerId, warehouseId, id: salesOrderId } = order;
  const { backflush = null, useComponentStock = false, release = false, isNamed = false } = options;
  const byId = new Map(lines.map((line) => [line.id, line]));
  const demands = makes.map(({ salesOrderLineId, quantity }) => {
    const line = present(byId.get(salesOrderLineId));
    return {
      ...{ companyId, customerId, warehouseId, salesOrderId, salesOrderLineId, backflush },
      itemId: present(line.itemId),
      quantity: stockQuantity(quantity, line.stockFactor),
      dueOn: line.promisedOn ?? promisedOn(line.requestedOn, order),
    };
  });
  const made = await atLines(isNamed, () =>
    workOrders.plan(tx, demands, { useStock: useComponentStock }),
  );
  if (release === true) {
    await atLines(false, () => workOrders.releaseHeld(tx, made.flat()));
  }
  return new Map(
    makes.map(({ salesOrderLineId }, index) => {
      const { stockFactor } = present(byId.get(salesOrderLineId));
      const { planned } = makingMove(null, present(made[index]?.[0]), stockFactor);
      return [salesOrderLineId, { planned }];
    }),
  );
}

/**
 * Converts what is open of an order's made items to work orders through all made levels, in one
 * click: never more than is open, so that asking twice makes each line once. What is open of
 * nothing changes nothing. A number of statements that does not grow with the lines. Refusals:
 * StaleVersion, OrderNotInFulfilment; at the lines, WorkOrderExceedsOpen, ItemNotMade, NotFound,
 * InvalidInput.
 */
export async function makeWorkOrders(tx: Tx, input: SalesOrderMakeWorkOrders): Promise<Order> {
  const [order, lines] = await landed([
    lockLive(tx, 'SalesOrder', input.id, input.expectedVersion),
    linesOf(tx, input.id),
  ]);
  refuseUnlessDeliverable(order.status);
  const made = input.lines ? new Set<string>() : await madeLines(tx, lines);
  const keepStock = input.keepStock ?? false;
  const makes = toMake(lines, input.lines, { isMade: (id) => made.has(id), keepStock });
  if (makes.length === 0) return order;
  const isNamed = input.lines !== null && input.lines !== undefined;
  const moves = await planLines(tx, { order, lines }, makes, { ...input, isNamed });
  return progress(tx, { order, lines, moves }, workOrderPlanned.type);
}
