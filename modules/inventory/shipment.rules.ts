import { type Decimal, ZERO, min, sum } from '../kernel/index.js';
import {
  freeOf,
  levelsByPlace,
  takeFrom,
  type Demand,
  type Level,
  type Portion,
} from './reservation.rules.js';
import {
  after,
  issueValue,
  shareValue,
  type ValuationMethod,
  type Worth,
} from './valuation.rules.js';

/** What a line still has reserved in one place. */
export interface Reserved {
  readonly id: string;
  readonly lineId: string;
  readonly stockLevelId: string;
  readonly quantity: Decimal;
}

/** What leaves by a line of a delivery. */
export interface ShipLine extends Demand {
  /** The line whose reservations it takes first. */
  readonly reservationLineId: string;
}

export interface Picked {
  readonly line: ShipLine;
  /** Taken out of reservations, by reservation. */
  readonly fromReserved: readonly (Portion & { readonly reservationId: string })[];
  readonly fromFree: readonly Portion[];
  /** What could have left by this line. */
  readonly available: Decimal;
}

/**
 * Which places each line takes its goods from: what is reserved for it first, then what is free.
 */
export function pick(
  lines: readonly ShipLine[],
  levels: readonly Level[],
  reservations: readonly Reserved[],
): Picked[] {
  const placesOf = levelsByPlace(levels);
  const free = freeOf(levels);
  const reserved = new Map(reservations.map(({ id, quantity }) => [id, quantity]));
  return lines.map((line) => {
    const places = placesOf(line).map(({ id }) => id);
    const own = places.flatMap((id) =>
      reservations.filter((r) => r.lineId === line.reservationLineId && r.stockLevelId === id),
    );
    const available = sum([
      ...own.map(({ id }) => reserved.get(id) ?? ZERO),
      ...places.map((id) => free.get(id) ?? ZERO),
    ]);
    const held = takeFrom(
      own.map(({ id }) => id),
      line.quantity,
      reserved,
    );
    const rest = line.quantity.sub(sum(held.map(({ quantity }) => quantity)));
    const levelOf = new Map(own.map(({ id, stockLevelId }) => [id, stockLevelId]));
    const fromReserved = held.map(({ levelId: reservationId, quantity }) => {
      return { reservationId, levelId: levelOf.get(reservationId) ?? '', quantity };
    });
    return { line, fromReserved, fromFree: takeFrom(places, rest, free), available };
  });
}

/** What leaves one place by one line. */
export interface Leaving extends Worth {
  readonly lineId: string;
  readonly itemId: string;
  readonly levelId: string;
}

/** The quantities of a line by place, each place once. */
function byPlace({ fromReserved, fromFree }: Picked): Portion[] {
  const places = new Map<string, Decimal>();
  for (const { levelId, quantity } of [...fromReserved, ...fromFree]) {
    places.set(levelId, (places.get(levelId) ?? ZERO).add(quantity));
  }
  return [...places].map(([levelId, quantity]) => ({ levelId, quantity }));
}

/** An item's stock value before the shipment, and how it is valued. */
export interface Pool extends Worth {
  readonly itemId: string;
  readonly method: ValuationMethod;
}

/** What each line costs, and each place's share of it; lines are valued one after the other. */
export function valueLeaving(picked: readonly Picked[], pools: readonly Pool[]): Leaving[] {
  const left = new Map(pools.map((pool) => [pool.itemId, pool]));
  return picked.flatMap((one) => {
    const { lineId, itemId, quantity } = one.line;
    const pool = left.get(itemId);
    if (!pool) throw new Error(`The item ${itemId} has stock and no valuation.`);
    const value = issueValue(pool.method, pool, quantity);
    left.set(itemId, { ...pool, ...after(pool, { quantity, value }) });
    const portions = byPlace(one);
    const shares = shareValue(
      { quantity, value },
      portions.map((portion) => portion.quantity),
    );
    return portions.map(({ levelId, quantity: part }, index) => {
      return { lineId, itemId, levelId, quantity: part, value: shares[index] ?? ZERO };
    });
  });
}

/** The sum of what is counted for each key. */
export function sumBy<T>(list: readonly T[], keyOf: (one: T) => string, of: (one: T) => Decimal) {
  const sums = new Map<string, Decimal>();
  for (const one of list) sums.set(keyOf(one), (sums.get(keyOf(one)) ?? ZERO).add(of(one)));
  return sums;
}

/** How much less than asked could leave; zero when nothing is short. */
export function shortBy({ line, available }: Picked): Decimal {
  return line.quantity.sub(min(line.quantity, available));
}
