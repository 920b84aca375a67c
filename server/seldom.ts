/**
 * Tells what keeps happening, such as a database that is away: the first at once, the others once
 * in `everyMs`, each time with how many were kept back since.
 */
export function seldom<What>(
  tell: (what: What, keptBack: number) => void,
  { now, everyMs = 10_000 }: { readonly now: () => number; readonly everyMs?: number },
): (what: What) => void {
  let lastAt = -Infinity;
  let keptBack = 0;
  return (what) => {
    if (now() - lastAt < everyMs) {
      keptBack += 1;
      return;
    }
    tell(what, keptBack);
    lastAt = now();
    keptBack = 0;
  };
}
