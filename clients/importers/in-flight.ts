/**
 * Works through a list with at most `limit` pieces of work under way at once; answers in the order
 * of the list. The first failure stops what has not begun, and is thrown once all that has is done.
 */
export async function inFlight<T, A>(
  limit: number,
  list: readonly T[],
  work: (one: T, index: number) => Promise<A>,
): Promise<A[]> {
  const answers: A[] = [];
  const failures: unknown[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < list.length && failures.length === 0) {
      const index = next++;
      try {
        answers[index] = await work(list[index] as T, index);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, list.length) }, worker));
  if (failures.length > 0) throw failures[0];
  return answers;
}

/** Cuts a list into pieces of at most `size`. */
export const batches = <T>(list: readonly T[], size: number): T[][] =>
  batchesByWeight(list, { size, weight: size }, () => 1);

/**
 * Cuts a list into pieces of at most `size`, and of at most `weight` in all where one alone is not
 * heavier than that already.
 */
export function batchesByWeight<T>(
  list: readonly T[],
  most: { readonly size: number; readonly weight: number },
  weightOf: (one: T) => number,
): T[][] {
  const pieces: T[][] = [];
  let weight = 0;
  for (const one of list) {
    const piece = pieces.at(-1);
    weight += weightOf(one);
    if (piece && piece.length < most.size && weight <= most.weight) piece.push(one);
    else {
      pieces.push([one]);
      weight = weightOf(one);
    }
  }
  return pieces;
}
