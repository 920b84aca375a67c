import { type Decimal, groupBy, max, min, sum, ZERO } from '../kernel/index.js';
import { roundQuantity } from './material.rules.js';

/** A lot of a component that was issued, and how much of it is known to be in products already. */
export interface IssuedComponentLot {
  readonly itemId: string;
  readonly lotId: string;
  readonly unit: string;
  readonly issued: Decimal;
  readonly recorded: Decimal;
}

/** An item by which a material was served: the material itself, or what stood in for it. */
export interface Serving {
  readonly itemId: string;
  /** What of the material it served, in the material's unit. */
  readonly served: Decimal;
  /** What of itself went in for that. */
  readonly issued: Decimal;
}

/** What the done part of a work order takes of a material, and what served it. */
export interface ServedMaterial {
  readonly allowed: Decimal;
  readonly by: readonly Serving[];
}

const openOf = ({ issued, recorded }: IssuedComponentLot): Decimal =>
  max(ZERO, issued.sub(recorded));

/** What of so much that an item served is in no product yet; all of it where no lot tells. */
function openServed(served: Decimal, lots: readonly IssuedComponentLot[]): Decimal {
  const issued = sum(lots.map((lot) => lot.issued));
  const open = min(issued, sum(lots.map(openOf)));
  return issued.gt(0) ? served.mul(open).div(issued) : served;
}

/**
 * How much of each item goes into the product that is made now: what the done part takes of each
 * material beyond what is in products already, parted as what is still open of it was served. So
 * every product holds of the lots of each item that may be in it, and a recall finds it.
 */
export function takenNow(
  materials: readonly ServedMaterial[],
  lots: readonly IssuedComponentLot[],
): Map<string, Decimal> {
  const lotsOf = groupBy(lots, ({ itemId }) => itemId);
  const taken = new Map<string, Decimal>();
  for (const { allowed, by } of materials) {
    const parts = by.map((one) => {
      return { ...one, open: openServed(one.served, lotsOf.get(one.itemId) ?? []) };
    });
    const open = sum(parts.map((one) => one.open));
    const inProducts = sum(by.map(({ served }) => served)).sub(open);
    const wanted = min(open, max(ZERO, allowed.sub(inProducts)));
    for (const { itemId, served, issued, open: own } of parts) {
      const part = own.isZero() ? ZERO : issued.mul(own).mul(wanted).div(served.mul(open));
      taken.set(itemId, (taken.get(itemId) ?? ZERO).add(part));
    }
  }
  return new Map([...taken].map(([itemId, quantity]) => [itemId, roundQuantity(quantity)]));
}

/**
 * Which lots of components go into the product lot that is made now: what is issued and not yet in
 * a product, lot after lot, as far as so much of its item is taken (null: all of all, at the last).
 */
export function lotsInto(
  lots: readonly IssuedComponentLot[],
  taken: ReadonlyMap<string, Decimal> | null,
): (IssuedComponentLot & { readonly quantity: Decimal })[] {
  const rest = new Map(taken);
  return lots.flatMap((lot) => {
    const most = taken ? (rest.get(lot.itemId) ?? ZERO) : openOf(lot);
    const quantity = min(openOf(lot), most);
    if (quantity.lte(0)) return [];
    rest.set(lot.itemId, most.sub(quantity));
    return [{ ...lot, quantity }];
  });
}
