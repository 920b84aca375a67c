import { withoutPhantoms, type Component, type Product } from './product-data.rules.js';
import { requiredOf, sharedOf, type Needing, type Quantities } from './required.rules.js';
import { scaled } from './scaled.rules.js';

/** A BOM as far as costs go: its lines are one text, so that half a million of them are quick. */
export interface CompactBom {
  readonly productId: string;
  readonly isPhantom: boolean;
  readonly outputQuantity: string;
  readonly yieldPercent: string;
  /**
   * `kind item quantity factor percent`, by semicolons; null without lines. The kind is `c` for a
   * component, `f` for a fixed one, both with their scrap, and `b` for a by-product with its share.
   */
  readonly parts: string | null;
}

/**
 * What is made of what, by the places of items in one list instead of their ids: half a million
 * lines are three lists of numbers, and no objects.
 */
export interface Structure {
  readonly ids: readonly string[];
  /** By place: where an item's lines begin, or -1 for what is not made; and where they end. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** By place: which share of the costs the by-products bear, scaled percent. */
  readonly shares: readonly bigint[];
  /** By line: the place of the component, and how much of it is taken, scaled. */
  readonly children: readonly number[];
  readonly perUnit: readonly bigint[];
  readonly fixed: readonly bigint[];
}

interface Building extends Structure {
  place(id: string): number;
  line(itemId: string, quantities: Quantities): void;
  /** Makes the lines that `write` adds those of an item; it answers the by-products' share. */
  make(itemId: string, write: () => bigint): void;
}

function building(): Building {
  const places = new Map<string, number>();
  const ids: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const shares: bigint[] = [];
  const children: number[] = [];
  const perUnit: bigint[] = [];
  const fixed: bigint[] = [];
  const place = (id: string): number => {
    const known = places.get(id);
    if (known !== undefined) return known;
    places.set(id, ids.length);
    from.push(-1);
    to.push(-1);
    shares.push(0n);
    return ids.push(id) - 1;
  };
  return {
    ...{ ids, from, to, shares, children, perUnit, fixed, place },
    line(itemId, quantities) {
      children.push(place(itemId));
      perUnit.push(quantities.perUnit);
      fixed.push(quantities.fixed);
    },
    make(itemId, write) {
      const at = place(itemId);
      from[at] = children.length;
      shares[at] = write();
      to[at] = children.length;
    },
  };
}

/** Reads the lines of a BOM one by one; answers the share of its by-products. */
function readLines(bom: CompactBom, take: (itemId: string, need: Needing) => void): bigint {
  const text = bom.parts ?? '';
  const output = scaled(bom.outputQuantity);
  const good = scaled(bom.yieldPercent);
  let share = 0n;
  for (let at = 0; at < text.length;) {
    const kind = text[at];
    const first = text.indexOf(' ', at);
    const second = text.indexOf(' ', first + 1);
    const third = text.indexOf(' ', second + 1);
    const next = text.indexOf(';', third + 1);
    const end = next < 0 ? text.length : next;
    const percent = scaled(text.slice(third + 1, end));
    if (kind === 'b') share += percent;
    else {
      const quantity = scaled(text.slice(first + 1, second));
      const factor = scaled(text.slice(second + 1, third));
      const isFixed = kind === 'f';
      take(text.slice(at + 1, first), { quantity, factor, isFixed, scrap: percent, output, good });
    }
    at = end + 1;
  }
  return share;
}

/** Adds the lines of a BOM; answers the share of its by-products. */
const writeLines = ({ line }: Building, bom: CompactBom): bigint =>
  readLines(bom, (itemId, need) => line(itemId, requiredOf(need)));

/** The lines of a BOM as phantoms are blown through with: none of them rounded. */
function componentsOf(bom: CompactBom): Component[] {
  const found: Component[] = [];
  readLines(bom, (itemId, need) =>
    found.push({
      itemId,
      // A multiple is rounded up to for so much of a product, and a cost is that of any one unit.
      ...{ code: '', unit: '', multiple: 0n, alternatesOf: null },
      ...{ issueMethod: 'PICK', operation: null },
      ...sharedOf(need),
    }),
  );
  return found;
}

/** Whether one of some places goes into an item. */
function takesAny({ from, to, children }: Structure, at: number, places: ReadonlySet<number>) {
  for (let line = from[at]!; line < to[at]!; line++) if (places.has(children[line]!)) return true;
  return false;
}

/** Blows phantoms through: whatever they go into gets other lines, behind all the others. */
function blowThrough(structure: Building, boms: readonly CompactBom[]): void {
  const phantoms = new Set(boms.filter((bom) => bom.isPhantom).map((bom) => bom.productId));
  if (phantoms.size === 0) return;
  const products = new Map<string, Product>();
  const places = new Set([...phantoms].map((id) => structure.place(id)));
  for (const bom of boms) {
    const { productId, isPhantom } = bom;
    if (!isPhantom && !takesAny(structure, structure.place(productId), places)) continue;
    products.set(productId, {
      ...{ itemId: productId, unit: '', bomId: '', isPhantom, yieldPercent: '' },
      ...{ components: componentsOf(bom), byProducts: [] },
    });
  }
  for (const { itemId, components } of withoutPhantoms(products).values())
    structure.make(itemId, () => {
      for (const one of components) structure.line(one.itemId, one);
      return structure.shares[structure.place(itemId)]!;
    });
}

/** The structure of BOMs as they are read, their phantoms blown through. */
export function structureOf(boms: readonly CompactBom[]): Structure {
  const structure = building();
  for (const bom of boms) structure.make(bom.productId, () => writeLines(structure, bom));
  blowThrough(structure, boms);
  return structure;
}

/** The structure of products, their phantoms blown through already. */
export function structureOfProducts(products: ReadonlyMap<string, Product>): Structure {
  const structure = building();
  for (const { itemId, components, byProducts } of products.values())
    structure.make(itemId, () => {
      for (const one of components) structure.line(one.itemId, one);
      return byProducts.reduce((sum, one) => sum + one.costSharePercent, 0n);
    });
  return structure;
}

/** The ids of what is not made. */
export const boughtIn = ({ ids, from }: Structure): string[] =>
  ids.filter((_, place) => from[place]! < 0);

/** The places of items, each after all that goes into it. Throws when the structure has a cycle. */
export function upward({ ids, from, to, children }: Structure): Int32Array {
  const waiting = new Int32Array(ids.length);
  // Lines that stand for phantoms no longer are in no span, so lines are counted by their spans.
  for (let place = 0; place < ids.length; place++)
    for (let line = from[place]!; line < to[place]!; line++) waiting[children[line]!]!++;
  const order = new Int32Array(ids.length);
  let known = 0;
  for (let place = 0; place < ids.length; place++) if (waiting[place] === 0) order[known++] = place;
  for (let done = 0; done < known; done++) {
    const place = order[done]!;
    for (let line = from[place]!; line < to[place]!; line++) {
      const child = children[line]!;
      const left = waiting[child]! - 1;
      waiting[child] = left;
      if (left === 0) order[known++] = child;
    }
  }
  if (known < ids.length) throw new Error('A structure with a cycle has no levels.');
  return order.reverse();
}
