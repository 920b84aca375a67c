import {
  Decimal,
  max,
  min,
  partsToReturn,
  type ReturnableLine,
  sum,
  ZERO,
} from '../kernel/index.js';
import { NothingToReturn, ReturnExceedsDelivered } from './after-sales.errors.js';

/** A part of a delivery's line; in the line's unit. */
export interface ReturnedQuantity {
  readonly deliveryLineId: string;
  readonly quantity: Decimal;
}

/**
 * What a return takes: what is named, never more than was delivered and has not come back, or
 * everything when nothing is named. Refusals: NothingToReturn, NotFound, InvalidInput,
 * ReturnExceedsDelivered, each with its path.
 */
export function toReturn(
  lines: readonly ReturnableLine[],
  wanted: readonly ReturnedQuantity[] | null | undefined,
): ReturnedQuantity[] {
  const named = wanted?.map(({ deliveryLineId: id, quantity }) => ({ id, quantity })) ?? null;
  const parts = partsToReturn(lines, named, {
    ...{ noun: 'DeliveryLine', field: 'deliveryLineId' },
    nothing: () => new NothingToReturn(),
    exceeds: (open, requested) => new ReturnExceedsDelivered(open, requested),
  });
  return parts.map(({ id: deliveryLineId, quantity }) => ({ deliveryLineId, quantity }));
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
