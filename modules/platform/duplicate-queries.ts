import {
  suspicionsOf,
  type Comparable,
  type DuplicatePolicy,
  type Suspicion,
  type Suspicions,
} from '../kernel/index.js';

/** Runs one statement; rows are lists. */
export type Read = (statement: { text: string; values: unknown[] }) => Promise<unknown[][]>;

/** How many of a noun are compared at most: what is kept in memory of each is under a kilobyte. */
export const COMPARED_MAX = 200_000;

/** One text for two ids, whichever is named first. */
export const pairKey = (one: string, other: string): string =>
  one < other ? `${one} ${other}` : `${other} ${one}`;

/** The pairs of a noun of which somebody said that they are not the same. */
async function dismissedPairs(read: Read, noun: string): Promise<Set<string>> {
  const rows = await read({
    text: 'select "lowId", "highId" from "DuplicateDismissal" where "noun" = $1',
    values: [noun],
  });
  return new Set(rows.map(([low, high]) => pairKey(String(low), String(high))));
}

/** Lets whatever else waits have its turn. */
const others = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Judges a list without keeping others waiting, and leaves out what was dismissed. */
export async function judge(
  read: Read,
  noun: string,
  list: readonly Comparable[],
  wanted: { readonly policy: DuplicatePolicy; readonly minScore: number },
): Promise<Suspicions> {
  const dismissed = await dismissedPairs(read, noun);
  const judging = suspicionsOf(list, wanted.policy, wanted);
  let step = judging.next();
  while (!step.done) {
    await others();
    step = judging.next();
  }
  const isOpen = ({ left, right }: Suspicion) => !dismissed.has(pairKey(left, right));
  return { ...step.value, found: step.value.found.filter(isOpen) };
}
