import { distance } from 'fastest-levenshtein';

/** The trigrams of a plain text as PostgreSQL's pg_trgm takes them: two blanks before a word. */
export function trigrams(plain: string): Set<string> {
  const found = new Set<string>();
  for (const word of plain.split(' ')) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) found.add(padded.slice(at, at + 3));
  }
  return found;
}

const inOneOrder = (plain: string): string => plain.split(' ').sort().join(' ');

const ratio = (left: string, right: string): number =>
  1 - distance(left, right) / Math.max(left.length, right.length, 1);

/**
 * How alike two plain names are, from 0 to 1: one less the edits of Levenshtein (1966) for each
 * letter of the longer, or the same with the words in one order, whichever is more.
 */
export function similarity(left: string, right: string): number {
  return Math.max(ratio(left, right), ratio(inOneOrder(left), inOneOrder(right)));
}

/** The trigrams of each text as numbers, the rarest first. */
function rarestFirst(texts: readonly string[]): Uint32Array[] {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  const sets = texts.map((text) =>
    [...trigrams(text)].map((one) => {
      const number = numbers.get(one) ?? numbers.size;
      numbers.set(one, number);
      counts[number] = (counts[number] ?? 0) + 1;
      return number;
    }),
  );
  const ranks = new Uint32Array(counts.length);
  [...counts.keys()]
    .sort((left, right) => (counts[left] ?? 0) - (counts[right] ?? 0) || left - right)
    .forEach((number, rank) => (ranks[number] = rank));
  return sets.map((set) => Uint32Array.from(set, (number) => ranks[number] ?? 0).sort());
}

/** How many members two ascending lists share. */
function shared(left: Uint32Array, right: Uint32Array): number {
  let count = 0;
  for (let i = 0, j = 0; i < left.length && j < right.length;) {
    const one = left[i] ?? 0;
    const other = right[j] ?? 0;
    if (one === other) count += 1;
    if (one <= other) i += 1;
    if (other <= one) j += 1;
  }
  return count;
}

/** How many names are looked at before the others have their turn. */
const TURN = 64;

/**
 * Every pair of texts whose trigrams share at least `threshold` of all that either has (Jaccard),
 * by their places; null where a caller may pause. Two such sets share one of the rarest members of
 * each (the prefix filter of Chaudhuri 2006 and of Bayardo's All-Pairs 2007), so that only those are
 * looked up: none is missed, and not all are compared with all.
 */
export function* similarPairs(
  texts: readonly string[],
  threshold: number,
): Generator<readonly [number, number] | null, void> {
  const sets = rarestFirst(texts);
  const bySize = [...texts.keys()].sort(
    (left, right) => (sets[left]?.length ?? 0) - (sets[right]?.length ?? 0),
  );
  const holders = new Map<number, number[]>();
  // Which place met each other last: cheaper than a set for each.
  const metBy = new Int32Array(texts.length).fill(-1);
  let looked = 0;
  for (const place of bySize) {
    const set = sets[place] ?? new Uint32Array();
    const least = threshold * set.length;
    for (const member of set.subarray(0, set.length - Math.ceil(least) + 1)) {
      const known = holders.get(member) ?? [];
      for (const other of known) {
        if (metBy[other] === place) continue;
        metBy[other] = place;
        const others = sets[other] ?? set;
        if (others.length < least) continue;
        const both = shared(set, others);
        if (both >= threshold * (set.length + others.length - both)) yield [other, place];
      }
      known.push(place);
      holders.set(member, known);
    }
    looked += 1;
    if (looked % TURN === 0) yield null;
  }
}
