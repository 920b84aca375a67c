import { InvalidInput, LimitExceeded } from '../kernel/index.js';

/** How deep a tree of categories may be. */
export const CATEGORY_LEVELS_MAX = 20;

type Parents = ReadonlyMap<string, string | null>;

/** The categories from one up to its root; null when there is no root, because it goes round. */
export function wayUp(id: string, parents: Parents): string[] | null {
  const way: string[] = [];
  const seen = new Set<string>();
  for (let next: string | null = id; next !== null; next = parents.get(next) ?? null) {
    if (seen.has(next)) return null;
    seen.add(next);
    way.push(next);
  }
  return way;
}

/** Refuses a place that is below itself (CATEGORY_CYCLE), or too deep (LimitExceeded). */
export function refusePlace(id: string, parents: Parents): void {
  const way = wayUp(id, parents);
  if (way === null) {
    throw new InvalidInput('CATEGORY_CYCLE', 'A category cannot be below itself.');
  }
  if (way.length > CATEGORY_LEVELS_MAX) {
    throw new LimitExceeded('Levels of categories', CATEGORY_LEVELS_MAX, way.length);
  }
}
