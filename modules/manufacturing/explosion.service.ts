import type { Decimal } from '../kernel/index.js';
import { codesOf } from './explosion.queries.js';
import { explode, usesOf, type Bounds, type ExplodedPart, type Use } from './explosion.rules.js';
import { linesAbove, linesBelow, type Read, type Wanted } from './product-data.queries.js';
import { productsOf, withoutPhantoms } from './product-data.rules.js';
import { scaledOf, text } from './scaled.rules.js';

export { askedCompany, type AskedCompany } from './explosion.queries.js';

/** An explosion answers no more rows. */
export const ROWS_MAX = 20_000;
/** Structures are looked through to this depth unless told. */
export const LEVELS_MAX = 50;

const boundsOf = (levels: number | null | undefined): Bounds => ({
  levels: Math.min(levels ?? LEVELS_MAX, LEVELS_MAX),
  rows: ROWS_MAX,
});

export type Part = Omit<ExplodedPart, 'quantity'> & { readonly quantity: string };

/** One literal and no spreads: ten thousand of them are made at once. */
const told = (part: ExplodedPart): Part => ({
  level: part.level,
  path: part.path,
  itemId: part.itemId,
  unit: part.unit,
  quantity: text(part.quantity),
  operation: part.operation,
  issueMethod: part.issueMethod,
  isMade: part.isMade,
});

/**
 * The parts of so much of each item on all levels, phantoms blown through; null for an item with
 * more than ROWS_MAX. One statement, whatever the items and levels.
 */
export async function parts(
  read: Read,
  wanted: Wanted,
  { quantity, levels }: { readonly quantity: Decimal; readonly levels?: number | null },
): Promise<(Part[] | null)[]> {
  const products = withoutPhantoms(productsOf(await linesBelow(read, wanted, true)));
  const made = scaledOf(quantity);
  return wanted.itemIds.map((itemId) => {
    const rows = explode(products, { itemId, quantity: made }, boundsOf(levels));
    return rows?.map(told) ?? null;
  });
}

export type UsedIn = Omit<Use, 'path' | 'perUnit'> & {
  /** Codes, from what the item goes into to the product itself. */
  readonly path: readonly string[];
  readonly perUnit: string;
};

/**
 * The products that each item goes into on all levels upward; null for an item with more than
 * ROWS_MAX. Two statements.
 */
export async function uses(
  read: Read,
  wanted: Wanted,
  levels?: number | null,
): Promise<(UsedIn[] | null)[]> {
  const lines = await linesAbove(read, wanted);
  const lists = wanted.itemIds.map((itemId) => usesOf(lines, itemId, boundsOf(levels)));
  const ids = lists.flatMap((rows) => (rows ?? []).map(({ itemId }) => itemId));
  const codes = await codesOf(read, ids);
  const codeOf = (id: string) => codes.get(id) ?? id;
  return lists.map(
    (rows) =>
      rows?.map((row) => ({ ...row, path: row.path.map(codeOf), perUnit: text(row.perUnit) })) ??
      null,
  );
}
