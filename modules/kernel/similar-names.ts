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

/** Whether two ascending lists share so many members; given up as soon as they cannot any more. */
function isShared(left: Uint32Array, right: Uint32Array, least: number): boolean {
  let missing = least;
  let i = 0;
  let j = 0;
  while (missing > 0) {
    if (left.length - i < missing || right.length - j < missing) return false;
    const one = left[i] ?? 0;
    const other = right[j] ?? 0;
    if (one === other) missing -= 1;
    if (one <= other) i += 1;
    if (other <= one) j += 1;
  }
  return true;
}

/** So that 0.6 of 5 is 3 and not a little more. */
const ROUNDING = 1e-9;

/** How many of the rarest of a set suffice, when so great a part of it is shared. */
const prefixLength = (size: number, part: number): number =>
  size - Math.ceil(part * size - ROUNDING) + 1;

/** How many names are looked at before the others have their turn. */
const TURN = 32;

/**
 * Every pair of texts whose trigrams share at least `threshold` of all that either has (Jaccard),
 * by their places; null where a caller may pause. Two such sets share one of the rarest members of
 * each (the prefix filter of Chaudhuri 2006 and of Bayardo's All-Pairs 2007), so that only those
 * are looked up: none is missed, and not all are compared with all. Sets come by size, so that of a
 * set that is met by greater ones fewer members suffice (PPJoin, Xiao 2008).
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
  // Of both sets together, what a pair shares at least.
  const part = threshold / (1 + threshold);
  let looked = 0;
  for (const place of bySize) {
    const set = sets[place] ?? new Uint32Array();
    const least = threshold * set.length;
    for (let at = 0; at < prefixLength(set.length, threshold); at += 1) {
      for (const other of holders.get(set[at] ?? 0) ?? []) {
        const others = sets[other] ?? set;
        const both = Math.ceil(part * (set.length + others.length) - ROUNDING);
        // Those met here first share nothing before it: what follows is too little, and so for all
        // the greater ones behind.
        if (both > set.length - at) break;
        if (metBy[other] === place || others.length < least - ROUNDING) continue;
        metBy[other] = place;
        if (isShared(set, others, both)) yield [other, place];
      }
    }
    for (const member of set.subarray(0, prefixLength(set.length, 2 * part))) {
      const known = holders.get(member);
      if (known) known.push(place);
      else holders.set(member, [place]);
    }
    looked += 1;
    if (looked % TURN === 0) yield null;
  }
}
