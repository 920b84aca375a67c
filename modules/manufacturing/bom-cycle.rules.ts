export interface BomEdge {
  readonly parent: string;
  readonly child: string;
}

/** What goes into what. */
export interface BomGraph {
  /** Adds what a product consists of from now on; `isWhole` when its earlier parts end with it. */
  put(product: string, parts: readonly string[], isWhole: boolean): void;
  /**
   * The way from a product down to itself that these parts would make, the product at both ends;
   * null when there is none. Looks upward from the product, because few things contain it.
   */
  cycle(product: string, parts: readonly string[]): string[] | null;
}

function setOf(map: Map<string, Set<string>>, key: string): Set<string> {
  const known = map.get(key);
  if (known) return known;
  const made = new Set<string>();
  map.set(key, made);
  return made;
}

type Parents = ReadonlyMap<string, ReadonlySet<string>>;

function cycleIn(parents: Parents, product: string, parts: readonly string[]): string[] | null {
  const toward = new Map<string, string | null>([[product, null]]);
  // A Map is walked in the order of insertion, and what is added while walking is walked too.
  for (const item of toward.keys())
    for (const parent of parents.get(item) ?? []) if (!toward.has(parent)) toward.set(parent, item);
  const closing = parts.find((part) => toward.has(part));
  if (closing === undefined) return null;
  const way = [product];
  for (let at: string | null = closing; at !== null; at = toward.get(at) ?? null) way.push(at);
  return way;
}

/** What goes into what, by these edges. */
export function bomGraph(edges: readonly BomEdge[]): BomGraph {
  const parents = new Map<string, Set<string>>();
  const children = new Map<string, Set<string>>();
  const join = (parent: string, child: string): void => {
    setOf(parents, child).add(parent);
    setOf(children, parent).add(child);
  };
  for (const { parent, child } of edges) join(parent, child);
  return {
    put(product, parts, isWhole) {
      if (isWhole) {
        for (const child of children.get(product) ?? []) parents.get(child)?.delete(product);
        children.delete(product);
      }
      for (const child of parts) join(product, child);
    },
    cycle: (product, parts) => cycleIn(parents, product, parts),
  };
}
