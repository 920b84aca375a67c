import { type Decimal, ZERO, min } from '../kernel/index.js';
import type { DocumentRef } from './stored.js';

/** What lies in one place. */
export interface Level {
  readonly id: string;
  readonly itemId: string;
  readonly warehouseId: string;
  readonly binId: string;
  readonly lotId: string | null;
  /** The day on which the lot goes off; null for one that keeps. */
  readonly expiresOn: string | null;
  readonly onHand: Decimal;
  readonly reserved: Decimal;
}

/** What a document's line needs, in stock units. */
export interface Demand {
  readonly lineId: string;
  readonly itemId: string;
  readonly warehouseId: string;
  /** Any lot when absent: the one that goes off first, then the earliest. */
  readonly lotId?: string | null;
  readonly quantity: Decimal;
  /** Takes what there is even where all or nothing is asked for: the rest is on its way. */
  readonly mayBeShort?: boolean;
  /** Whose line it is, where several documents are served at once; else the request's. */
  readonly document?: DocumentRef;
}

/** So much from one place. */
export interface Portion {
  readonly levelId: string;
  readonly quantity: Decimal;
}

export interface Allotment {
  readonly lineId: string;
  readonly portions: readonly Portion[];
  /** What the portions sum to. */
  readonly quantity: Decimal;
  /** What was there for the line when its turn came. */
  readonly available: Decimal;
}

/** Sorts behind every day. */
const KEEPS = '9999-12-31';

const rankOf = ({ expiresOn, lotId, binId, id }: Level): string =>
  [expiresOn ?? KEEPS, lotId ?? '', binId, id].join(' ');

/**
 * The levels of each item and warehouse, in the order in which they are emptied: what goes off
 * first, then the earliest lot (their ids rise), then bin by bin.
 */
export function levelsByPlace(levels: readonly Level[]) {
  const places = new Map<string, Level[]>();
  const ranked = levels.map((level) => ({ level, rank: rankOf(level) }));
  for (const { level } of ranked.sort((a, b) => (a.rank < b.rank ? -1 : 1))) {
    const key = `${level.itemId} ${level.warehouseId}`;
    const known = places.get(key);
    if (known) known.push(level);
    else places.set(key, [level]);
  }
  return ({ itemId, warehouseId, lotId }: Pick<Demand, 'itemId' | 'warehouseId' | 'lotId'>) => {
    const known: readonly Level[] = places.get(`${itemId} ${warehouseId}`) ?? [];
    return lotId ? known.filter((level) => level.lotId === lotId) : known;
  };
}

/** What is free in each place: on hand less reserved. */
export function freeOf(levels: readonly Level[]): Map<string, Decimal> {
  return new Map(levels.map(({ id, onHand, reserved }) => [id, onHand.sub(reserved)]));
}

/**
 * Takes a quantity from places in their order, as far as it goes, and counts what is taken off
 * `stock`.
 */
export function takeFrom(
  places: readonly string[],
  quantity: Decimal,
  stock: Map<string, Decimal>,
): Portion[] {
  let wanted = quantity;
  return places.flatMap((levelId) => {
    const there = stock.get(levelId) ?? ZERO;
    const taken = min(wanted, there);
    if (taken.lte(0)) return [];
    wanted = wanted.sub(taken);
    stock.set(levelId, there.sub(taken));
    return [{ levelId, quantity: taken }];
  });
}

/** Which bins give how much to each line; an earlier line comes first. */
export function allot(demands: readonly Demand[], levels: readonly Level[]): Allotment[] {
  const placesOf = levelsByPlace(levels);
  const free = freeOf(levels);
  return demands.map((demand) => {
    const places = placesOf(demand).map(({ id }) => id);
    const available = places.reduce((sum, id) => sum.add(free.get(id) ?? ZERO), ZERO);
    const portions = takeFrom(places, demand.quantity, free);
    return {
      lineId: demand.lineId,
      portions,
      quantity: min(demand.quantity, available),
      available,
    };
  });
}
