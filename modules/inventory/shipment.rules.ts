import { type Decimal, ZERO, min, sum } from '../kernel/index.js';
import {
  freeOf,
  levelsByPlace,
  takeFrom,
  type Demand,
  type Level,
  type Portion,
} from './reservation.rules.js';
import { cost, type Consumed, type LayeredPool } from './layer.rules.js';
import type { DocumentRef } from './stored.js';
import type { Worth } from './valuation.rules.js';

/** What a line still has reserved in one place. */
export interface Reserved {
  readonly id: string;
  readonly lineId: string;
  readonly stockLevelId: string;
  readonly quantity: Decimal;
}

/** What leaves by a line of a document. */
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
  const held = new Map(reservations.map((one) => [`${one.lineId} ${one.stockLevelId}`, one]));
  return lines.map((line) => {
    const places = placesOf(line).map(({ id }) => id);
    const own = places.flatMap((id) => held.get(`${line.reservationLineId} ${id}`) ?? []);
    const available = sum([
      ...own.map(({ id }) => reserved.get(id) ?? ZERO),
      ...places.map((id) => free.get(id) ?? ZERO),
    ]);
    const taken = takeFrom(
      own.map(({ id }) => id),
      line.quantity,
      reserved,
    );
    const rest = line.quantity.sub(sum(taken.map(({ quantity }) => quantity)));
    const levelOf = new Map(own.map(({ id, stockLevelId }) => [id, stockLevelId]));
    const fromReserved = taken.map(({ levelId: reservationId, quantity }) => {
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
  /** What of it was reserved there. */
  readonly unreserved: Decimal;
  readonly document: DocumentRef | null;
  readonly consumed: readonly Consumed[];
}

/** The quantities of a line by place, each place once. */
function byPlace({ fromReserved, fromFree }: Picked) {
  const places = new Map<string, { quantity: Decimal; unreserved: Decimal }>();
  const add = ({ levelId, quantity }: Portion, unreserved: Decimal) => {
    const known = places.get(levelId) ?? { quantity: ZERO, unreserved: ZERO };
    places.set(levelId, {
      quantity: known.quantity.add(quantity),
      unreserved: known.unreserved.add(unreserved),
    });
  };
  for (const portion of fromReserved) add(portion, portion.quantity);
  for (const portion of fromFree) add(portion, ZERO);
  return [...places].map(([levelId, amounts]) => ({ levelId, ...amounts }));
}

/** An item's stock value before the shipment, and how it is valued. */
export interface ItemPool extends LayeredPool {
  readonly itemId: string;
}

/** What each line costs, and each place's share of it; lines are valued one after the other. */
export function valueLeaving(picked: readonly Picked[], pools: readonly ItemPool[]): Leaving[] {
  const left = new Map(pools.map((pool) => [pool.itemId, pool]));
  return picked.flatMap((one) => {
    const { lineId, itemId, document = null } = one.line;
    const pool = left.get(itemId);
    if (!pool) throw new Error(`The item ${itemId} has stock and no valuation.`);
    const portions = byPlace(one);
    const costed = cost(
      pool,
      portions.map(({ quantity }) => quantity),
    );
    left.set(itemId, costed.pool);
    return portions.map((portion, index) => {
      const { value, consumed } = costed.parts[index]!;
      return { lineId, itemId, document, ...portion, value, consumed };
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
