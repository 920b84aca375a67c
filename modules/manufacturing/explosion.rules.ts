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
