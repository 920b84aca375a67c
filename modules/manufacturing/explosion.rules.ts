import type { Component, Product, StoredLine } from './product-data.rules.js';
import { neededBy, plus, required, through, told, type Share } from './required.rules.js';
import { UNIT } from './scaled.rules.js';

/** What is made of what: by product, the items that go into it. */
type Structure = ReadonlyMap<
  string,
  { readonly components: readonly { readonly itemId: string }[] }
>;

/**
 * The low-level code of every item: the deepest level at which it stands below any top item, 0 for
 * what goes into nothing (APICS). Whoever works from code to code meets each item after, or before,
 * all that it goes into. The structure has no cycle.
 */
export function lowLevelCodes(products: Structure): Map<string, number> {
  const waiting = new Map<string, number>();
  for (const [itemId, { components }] of products) {
    if (!waiting.has(itemId)) waiting.set(itemId, 0);
    for (const one of components) waiting.set(one.itemId, (waiting.get(one.itemId) ?? 0) + 1);
  }
  const codes = new Map<string, number>();
  let level = [...waiting].filter(([, parents]) => parents === 0).map(([itemId]) => itemId);
  for (let code = 0; level.length > 0; code++) {
    const next: string[] = [];
    for (const itemId of level) {
      codes.set(itemId, code);
      for (const { itemId: child } of products.get(itemId)?.components ?? []) {
        const left = waiting.get(child)! - 1;
        waiting.set(child, left);
        if (left === 0) next.push(child);
      }
    }
    level = next;
  }
  if (codes.size < waiting.size) throw new Error('A structure with a cycle has no levels.');
  return codes;
}

type Products = ReadonlyMap<string, Product>;

/** A part of a product on one of its levels; the quantity is scaled, in stock units. */
export interface ExplodedPart {
  /** 1 for what goes into the product itself. */
  readonly level: number;
  /** The codes on the way down, from the product's own component to the part itself. */
  readonly path: readonly string[];
  readonly itemId: string;
  readonly unit: string;
  readonly quantity: bigint;
  readonly operation: number | null;
  readonly issueMethod: Component['issueMethod'];
  readonly isMade: boolean;
}

/** How far an explosion goes. */
export interface Bounds {
  readonly levels: number;
  readonly rows: number;
}

/**
 * Every part of so much of a product, level by level below what it goes into: quantity × per unit,
 * and what is fixed once, each in the multiples that its line takes. Null when there are more rows
 * than the bounds allow.
 */
export function explode(
  products: Products,
  { itemId, quantity }: { readonly itemId: string; readonly quantity: bigint },
  bounds: Bounds,
): ExplodedPart[] | null {
  const parts: ExplodedPart[] = [];
  const below = (product: Product, made: bigint, above: readonly string[]): boolean =>
    product.components.every((one) => {
      if (parts.length === bounds.rows) return false;
      const needed = neededBy(made, one);
      const path = [...above, one.code];
      const inside = products.get(one.itemId);
      parts.push({
        level: path.length,
        path,
        itemId: one.itemId,
        unit: one.unit,
        quantity: needed,
        operation: one.operation,
        issueMethod: one.issueMethod,
        isMade: inside !== undefined,
      });
      return !inside || path.length >= bounds.levels || below(inside, needed, path);
    });
  const product = products.get(itemId);
  return !product || bounds.levels < 1 || below(product, quantity, []) ? parts : null;
}

/** A demand for an item; quantities are scaled, in its stock unit. */
export interface Demand {
  readonly itemId: string;
  readonly quantity: bigint;
  /** Whatever tells demands apart, such as the day. */
  readonly on: string;
}

/** What is needed of an item in all, with its low-level code; scaled, in its stock unit. */
export interface Requirement extends Demand {
  readonly level: number;
}

/**
 * What demands need of every item in all, by day: from low-level code to low-level code, so that
 * each item is exploded once with all that is needed of it (APICS: gross requirements). What is
 * fixed is needed, and what comes in multiples is rounded, once for each item and day.
 */
export function requirements(products: Products, demands: readonly Demand[]): Requirement[] {
  const needed = new Map<string, Map<string, bigint>>();
  const need = (itemId: string, on: string, quantity: bigint): void => {
    const days = needed.get(itemId) ?? new Map<string, bigint>();
    days.set(on, (days.get(on) ?? 0n) + quantity);
    needed.set(itemId, days);
  };
  for (const { itemId, on, quantity } of demands) need(itemId, on, quantity);
  const codes = lowLevelCodes(products);
  for (const { itemId } of demands) if (!codes.has(itemId)) codes.set(itemId, 0);
  const downward = [...codes].sort(([, one], [, other]) => one - other);
  const found: Requirement[] = [];
  for (const [itemId, level] of downward)
    for (const [on, quantity] of needed.get(itemId) ?? []) {
      if (quantity === 0n) continue;
      found.push({ itemId, on, quantity, level });
      for (const one of products.get(itemId)?.components ?? [])
        need(one.itemId, on, neededBy(quantity, one));
    }
  return found;
}

/** A product that something goes into; the quantity is scaled. */
export interface Use {
  /** 1 for what the item itself goes into. */
  readonly level: number;
  /** The items on the way up, from what the item goes into to the product itself. */
  readonly path: readonly string[];
  readonly itemId: string;
  readonly bomId: string;
  /** How much of the item one stock unit of the product takes; what is fixed is not in it. */
  readonly perUnit: bigint;
  /** Whether somewhere on the way one thing only stands in for another. */
  readonly isAlternate: boolean;
}

/** A line by which something goes into a product, or may in the place of another. */
type Using = StoredLine & { readonly isAlternate: boolean };

/** How much of an item goes into a product by one of its BOMs, in one of the two ways. */
interface Into {
  readonly itemId: string;
  readonly bomId: string;
  readonly share: Share;
  readonly isAlternate: boolean;
}

/** What each item goes into, over all lines of a product that take it in the same way. */
function usedIn(lines: readonly Using[]): Map<string, Map<string, Into>> {
  const parents = new Map<string, Map<string, Into>>();
  for (const line of lines) {
    const { itemId: part, productId: itemId, bomId, isAlternate } = line;
    if (part === null) continue;
    const { share } = required(line);
    const known = parents.get(part) ?? new Map<string, Into>();
    parents.set(part, known);
    const way = `${bomId} ${isAlternate}`;
    const own = known.get(way);
    const together = own ? plus(own.share, share) : share;
    known.set(way, { itemId, bomId, share: together, isAlternate });
  }
  return parents;
}

/**
 * Where an item is used by lines, level by level upward; phantoms stand among the products. Null
 * when there are more rows than the bounds allow.
 */
export function usesOf(lines: readonly Using[], itemId: string, bounds: Bounds): Use[] | null {
  const parents = usedIn(lines);
  const uses: Use[] = [];
  const above = (part: string, taken: Omit<Into, 'bomId'>, way: readonly string[]): boolean =>
    [...(parents.get(part)?.values() ?? [])].every(({ itemId: into, bomId, ...own }) => {
      if (uses.length === bounds.rows) return false;
      const path = [...way, into];
      const share = through(taken.share, own.share);
      const isAlternate = taken.isAlternate || own.isAlternate;
      uses.push({
        ...{ level: path.length, path, itemId: into, bomId, isAlternate },
        perUnit: told(share),
      });
      return (
        path.length >= bounds.levels || above(into, { itemId: into, share, isAlternate }, path)
      );
    });
  const whole = { itemId, share: { part: UNIT, per: 1n }, isAlternate: false };
  return bounds.levels < 1 || above(itemId, whole, []) ? uses : null;
}
