import {
  checkedQuantity,
  Decimal,
  inField,
  max,
  min,
  NotFound,
  sum,
  ZERO,
} from '../kernel/index.js';
import { NothingToReturn, ReturnExceedsDelivered } from './after-sales.errors.js';
import { refuseRepeated } from './input.rules.js';

/** A line of a delivery that left, with what returns took of it; in the line's unit. */
export interface DeliveredLine {
  readonly id: string;
  readonly quantity: Decimal;
  /** By returns that are not cancelled. */
  readonly taken: Decimal;
}

/** A part of a delivery's line; in the line's unit. */
export interface ReturnedQuantity {
  readonly deliveryLineId: string;
  readonly quantity: Decimal;
}

/** What can still come back of a delivered line. */
export function openToReturn({ quantity, taken }: DeliveredLine): Decimal {
  return max(ZERO, quantity.sub(taken));
}

function refuseLine(wanted: ReturnedQuantity, lines: readonly DeliveredLine[]): void {
  const { deliveryLineId: id, quantity } = wanted;
  const line = lines.find((candidate) => candidate.id === id);
  if (!line) throw new NotFound('DeliveryLine', id).at('deliveryLineId');
  inField('quantity', () => {
    checkedQuantity(quantity);
    const open = openToReturn(line);
    if (quantity.gt(open)) throw new ReturnExceedsDelivered(open, quantity);
  });
}

/**
 * What a return takes: what is named, never more than was delivered and has not come back, or
 * everything when nothing is named. Refusals: NothingToReturn, NotFound, InvalidInput,
 * ReturnExceedsDelivered, each with its path.
 */
export function toReturn(
  lines: readonly DeliveredLine[],
  wanted: readonly ReturnedQuantity[] | null | undefined,
): ReturnedQuantity[] {
  if (wanted === null || wanted === undefined) {
    const all = lines
      .map((line) => ({ deliveryLineId: line.id, quantity: openToReturn(line) }))
      .filter(({ quantity }) => quantity.gt(0));
    if (all.length === 0) throw new NothingToReturn();
    return all;
  }
  if (wanted.length === 0) throw new NothingToReturn().at('lines');
  refuseRepeated(
    wanted.map((line) => line.deliveryLineId),
    'lines',
  );
  wanted.forEach((line, index) => {
    inField('lines', () => inField(index, () => refuseLine(line, lines)));
  });
  return [...wanted];
}

/** So much left stock at once, and what it was worth then. */
export interface Left {
  readonly quantity: Decimal;
  readonly value: Decimal;
}

/** A part of what left at once, coming back. */
export interface Back<L extends Left> extends Left {
  readonly left: L;
}

/** Decimals that stock values keep. */
const VALUE_SCALE = 4;

/** What the first `quantity` of a move was worth; all of it, exactly what the move was. */
function worthOf({ quantity: all, value }: Left, quantity: Decimal): Decimal {
  if (quantity.gte(all)) return value;
  return value.mul(quantity).div(all).toDecimalPlaces(VALUE_SCALE, Decimal.ROUND_HALF_UP);
}

/**
 * What comes back of the moves by which a line left, from the first `from` on up to `to`, in stock
 * units: each move's part goes back where it came from, at the value it left with, pro rata. Each
 * part is the difference of two rounded sums, so that the parts of a move sum to its value exactly
 * (IAS 2.34: what was an expense of the sale is taken back as it was recognised).
 */
export function comingBack<L extends Left>(
  moves: readonly L[],
  { from, to }: { readonly from: Decimal; readonly to: Decimal },
): Back<L>[] {
  return moves.flatMap((left, index) => {
    const offset = sum(moves.slice(0, index).map((move) => move.quantity));
    const within = (place: Decimal) => max(ZERO, min(left.quantity, place.sub(offset)));
    const [first, last] = [within(from), within(to)];
    if (last.lte(first)) return [];
    const value = worthOf(left, last).sub(worthOf(left, first));
    return [{ left, quantity: last.sub(first), value }];
  });
}
