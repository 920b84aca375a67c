import {
  checkedQuantity,
  Decimal,
  inField,
  InvalidInput,
  max,
  NotFound,
  QUANTITY_SCALE,
  refuseRepeated,
  ZERO,
} from '../kernel/index.js';
import { WorkOrderExceedsOpen } from './after-sales.errors.js';
import { isKept, type Progress } from './fulfilment.rules.js';

/** A line with how much of it is made and lies ready; in the line's unit. */
export interface MakeableLine extends Progress {
  readonly id: string;
  readonly planned: Decimal;
  readonly produced: Decimal;
  readonly reserved: Decimal;
}

/** So much of a line; what is open of it when no quantity is told. */
export interface WantedMake {
  readonly salesOrderLineId: string;
  readonly quantity?: Decimal | null;
}

/** What of a line is to be made; in the line's unit. */
export interface LineMake {
  readonly salesOrderLineId: string;
  readonly quantity: Decimal;
}

/**
 * What is open to be made: ordered, less what work orders make, less what came from stock and not
 * from them: shipped and, unless stock is to be kept, reserved beyond what was produced.
 */
export function openToMake(line: MakeableLine, keepStock = false): Decimal {
  if (line.kind === 'CHARGE' || !isKept(line)) return ZERO;
  const ready = keepStock ? line.shipped : line.shipped.add(line.reserved);
  const fromStock = max(ZERO, ready.sub(line.produced));
  return max(ZERO, line.quantity.sub(line.planned).sub(fromStock));
}

function wantedMake(wanted: WantedMake, lines: readonly MakeableLine[], keepStock: boolean) {
  const { salesOrderLineId } = wanted;
  const line = lines.find(({ id }) => id === salesOrderLineId);
  if (!line) throw new NotFound('SalesOrderLine', salesOrderLineId).at('salesOrderLineId');
  if (line.kind === 'CHARGE') {
    throw new InvalidInput('CHARGE_NOT_MADE', 'A charge is not made.').at('salesOrderLineId');
  }
  const open = openToMake(line, keepStock);
  const quantity = wanted.quantity ?? open;
  inField('quantity', () => {
    if (wanted.quantity != null) checkedQuantity(quantity);
    if (quantity.gt(open)) throw new WorkOrderExceedsOpen(open, quantity);
  });
  return { salesOrderLineId, quantity };
}

/**
 * What is to be made of an order: what is named, never more than is open, or all that is open of
 * the items that are made. A line of which nothing is open is left out, so that asking twice makes
 * it once. Refusals, each with its path: NotFound, InvalidInput, WorkOrderExceedsOpen.
 */
export function toMake(
  lines: readonly MakeableLine[],
  wanted: readonly WantedMake[] | null | undefined,
  { isMade, keepStock = false }: { isMade(id: string): boolean; readonly keepStock?: boolean },
): LineMake[] {
  refuseRepeated(
    (wanted ?? []).map((line) => line.salesOrderLineId),
    'lines',
  );
  const all =
    wanted?.map((line, index) =>
      inField('lines', () => inField(index, () => wantedMake(line, lines, keepStock))),
    ) ??
    lines
      .filter(({ id }) => isMade(id))
      .map((line) => ({ salesOrderLineId: line.id, quantity: openToMake(line, keepStock) }));
  return all.filter(({ quantity }) => quantity.gt(0));
}

/** Stock units in the line's unit, as lines keep them: nine decimals. */
export function lineQuantity(inStock: Decimal, stockFactor: Decimal): Decimal {
  return inStock.div(stockFactor).toDecimalPlaces(QUANTITY_SCALE, Decimal.ROUND_HALF_UP);
}

/** How far a work order is; in stock units. */
export interface Making {
  readonly status: string;
  readonly quantity: Decimal;
  readonly completed: Decimal;
  readonly scrapped: Decimal;
}

const ENDED: readonly string[] = ['COMPLETED', 'CLOSED', 'CANCELLED'];

/**
 * What a work order makes: what it is to make less what it threw away, and once it has ended what
 * it made. What it falls short by is open again, to be made up for.
 */
export function makes({ status, quantity, completed, scrapped }: Making): Decimal {
  return ENDED.includes(status) ? completed : quantity.sub(scrapped);
}

/**
 * By how much a work order's step moves its line, in the line's unit. Each work order is rounded by
 * itself, so that the steps of one sum to what it makes and made exactly.
 */
export function makingMove(
  before: Making | null,
  after: Making,
  stockFactor: Decimal,
): { readonly planned: Decimal; readonly produced: Decimal } {
  const inLine = (quantity: Decimal) => lineQuantity(quantity, stockFactor);
  const planned = inLine(makes(after)).sub(before ? inLine(makes(before)) : ZERO);
  const produced = inLine(after.completed).sub(before ? inLine(before.completed) : ZERO);
  return { planned, produced };
}

/** How much of a line is made and being made. */
export interface Made {
  readonly planned: Decimal;
  readonly produced: Decimal;
}

/** What is being made of a line: planned and not produced yet. */
export function inProduction({ planned, produced }: Made): Decimal {
  return max(ZERO, planned.sub(produced));
}

/** How much of what is planned is produced, in percent with two decimals; null of nothing. */
export function productionPercent({ planned, produced }: Made): Decimal | null {
  if (planned.isZero()) return null;
  return produced.mul(100).div(planned).toDecimalPlaces(2, Decimal.ROUND_DOWN);
}
