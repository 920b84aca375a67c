import {
  checkedQuantity,
  type Decimal,
  inField,
  InvalidInput,
  NotFound,
  refuseRepeated,
  sum,
  ZERO,
} from '../kernel/index.js';
import { NothingToDeliver } from './errors.js';
import { openToDeliver, type Progress, refuseOverDelivery } from './fulfilment.rules.js';

/** A part of an order's line; in the line's unit. */
export interface LineQuantity {
  readonly salesOrderLineId: string;
  readonly quantity: Decimal;
}

/** A line with how far it has come. */
export type ProgressLine = Progress & { readonly id: string };

/** What other documents hold of each line, by its id. */
export type Held = ReadonlyMap<string, Decimal>;

/** Sums what the lines of open documents hold of each order line. */
export function heldBy(lines: readonly LineQuantity[]): Map<string, Decimal> {
  const held = new Map<string, Decimal[]>();
  for (const { salesOrderLineId, quantity } of lines) {
    held.set(salesOrderLineId, [...(held.get(salesOrderLineId) ?? []), quantity]);
  }
  return new Map([...held].map(([id, quantities]) => [id, sum(quantities)]));
}

/** Everything an order has open, in the order of its lines. Refuses NothingToDeliver. */
export function allToDeliver(lines: readonly ProgressLine[], held: Held): LineQuantity[] {
  const open = lines
    .map((line) => ({
      salesOrderLineId: line.id,
      quantity: openToDeliver(line, held.get(line.id) ?? ZERO),
    }))
    .filter(({ quantity }) => quantity.gt(0));
  if (open.length === 0) throw new NothingToDeliver();
  return open;
}

function refuseLine(wanted: LineQuantity, lines: readonly ProgressLine[], held: Held): void {
  const { salesOrderLineId: id, quantity } = wanted;
  const line = lines.find((candidate) => candidate.id === id);
  if (!line) throw new NotFound('SalesOrderLine', id).at('salesOrderLineId');
  if (line.kind === 'CHARGE') {
    throw new InvalidInput('CHARGE_NOT_DELIVERED', 'A charge is not delivered.').at(
      'salesOrderLineId',
    );
  }
  inField('quantity', () => {
    checkedQuantity(quantity);
    refuseOverDelivery(openToDeliver(line, held.get(id) ?? ZERO), quantity);
  });
}

/**
 * What a delivery takes: what was asked for, never more than is open, or everything when nothing is
 * named. Refusals: NothingToDeliver, NotFound, InvalidInput, DeliveryExceedsOpen, each with its
 * path.
 */
export function toDeliver(
  lines: readonly ProgressLine[],
  held: Held,
  wanted: readonly LineQuantity[] | null | undefined,
): LineQuantity[] {
  if (wanted === null || wanted === undefined) return allToDeliver(lines, held);
  if (wanted.length === 0) throw new NothingToDeliver().at('lines');
  refuseRepeated(
    wanted.map((line) => line.salesOrderLineId),
    'lines',
  );
  wanted.forEach((line, index) => {
    inField('lines', () => inField(index, () => refuseLine(line, lines, held)));
  });
  return [...wanted];
}
