import { sum, type Decimal } from '../kernel/index.js';
import { cost, ownFirst, type Consumed, type LayeredPool } from './layer.rules.js';
import { freeOf, levelsByPlace, takeFrom, type Level } from './reservation.rules.js';
import type { Worth } from './valuation.rules.js';

/** What goes back, and how it came. Quantity in stock units. */
export interface CameBy {
  readonly lineId: string;
  readonly itemId: string;
  readonly warehouseId: string;
  readonly binId: string;
  readonly lotId: string | null;
  /** The move by which it came. */
  readonly stockMoveId: string;
  readonly quantity: Decimal;
}

/** What leaves one place by one line. */
export interface GoingBack extends Worth {
  readonly lineId: string;
  readonly itemId: string;
  readonly levelId: string;
  readonly consumed: readonly Consumed[];
}

/** A line that is not there to go back. */
export interface ShortReturn {
  readonly index: number;
  readonly itemId: string;
  readonly warehouseId: string;
  readonly requested: Decimal;
  readonly available: Decimal;
}

/** An item's stock value before the return, and how it is valued. */
export interface ReturnPool extends LayeredPool {
  readonly itemId: string;
}

/**
 * From which places each line takes its goods: of the lot that they came in, from the bin they were
 * put in first; nothing that is promised to others. Valued one line after the other: by first in,
 * first out what is left of the receipt that brought them goes before all others, so that what goes
 * back leaves at what it cost.
 */
export function sendBack(
  lines: readonly CameBy[],
  levels: readonly Level[],
  pools: readonly ReturnPool[],
): { readonly leaving: GoingBack[]; readonly shortages: ShortReturn[] } {
  const placesOf = levelsByPlace(levels);
  const free = freeOf(levels);
  const left = new Map(pools.map((pool) => [pool.itemId, pool]));
  const leaving: GoingBack[] = [];
  const shortages: ShortReturn[] = [];
  lines.forEach((line, index) => {
    const { lineId, itemId, warehouseId, binId, stockMoveId, quantity } = line;
    const places = placesOf(line);
    const ids = [
      ...places.filter((place) => place.binId === binId),
      ...places.filter((place) => place.binId !== binId),
    ].map(({ id }) => id);
    const portions = takeFrom(ids, quantity, free);
    const available = sum(portions.map((portion) => portion.quantity));
    const pool = left.get(itemId);
    if (!pool || available.lt(quantity)) {
      shortages.push({ index, itemId, warehouseId, requested: quantity, available });
      return;
    }
    const layers = ownFirst(pool.layers, (layer) => layer.stockMoveId === stockMoveId);
    const costed = cost(
      { ...pool, layers },
      portions.map((portion) => portion.quantity),
    );
    left.set(itemId, costed.pool);
    portions.forEach(({ levelId }, place) => {
      leaving.push({ lineId, itemId, levelId, ...costed.parts[place]! });
    });
  });
  return { leaving, shortages };
}
