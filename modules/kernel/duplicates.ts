import { numbersIn } from './names.js';
import { similarPairs, similarity } from './similar-names.js';

/** What one of a noun says of itself, as far as it is compared. */
export interface Comparable {
  readonly id: string;
  /** Plain; the same for those that are called the same. */
  readonly name: string;
  /** Plain values by the reason that two share one; one without a weight only brings them together. */
  readonly keys: readonly (readonly [reason: string, value: string])[];
  /** Where it is; counts only beside a name. */
  readonly places: readonly string[];
  /** What must agree, by the reason against the two where it does not. */
  readonly traits: Readonly<Record<string, string | null>>;
  /** What its name is worth: less where many are called the same. */
  readonly nameWeight: number;
}

/** What reasons are worth, from 0 to 1; a policy as data. */
export interface DuplicatePolicy {
  /** By reason: how likely two are the same by it alone. */
  readonly weights: Readonly<Record<string, number>>;
  /** By reason: what is left of the score where a trait differs. */
  readonly doubts: Readonly<Record<string, number>>;
  /** Of the trigrams of two names, from which share on the two are looked at. */
  readonly trigramShare: number;
  /** From which similarity on two names count as alike. */
  readonly similarFrom: number;
  /** What an alike name is worth, of what the same name is worth. */
  readonly similarWorth: number;
}

export interface Suspicion {
  readonly left: string;
  readonly right: string;
  /** From 0 to 1, in hundredths. */
  readonly score: number;
  readonly reasons: readonly string[];
}

export interface Suspicions {
  /** The likeliest first. */
  readonly found: readonly Suspicion[];
  /** How many were compared. */
  readonly compared: number;
  /** How many values were left out, because so many share them that they tell nothing. */
  readonly skippedValues: number;
}

/** A value that more than so many share tells nothing, and would make too many pairs. */
export const BLOCK_MAX = 25;

/** How many pairs are judged before the others have their turn. */
const TURN = 2_000;

const SAME_NAME = 'SAME_NAME';
const SIMILAR_NAME = 'SIMILAR_NAME';
const SAME_PLACE = 'SAME_PLACE';

/** Those that share a value, by reason and value. */
function blocksOf(list: readonly Comparable[]) {
  const blocks = new Map<string, number[]>();
  list.forEach(({ name, keys }, place) => {
    for (const [reason, value] of [[SAME_NAME, name] as const, ...keys]) {
      const key = `${reason}\u0000${value}`;
      const known = blocks.get(key);
      if (known === undefined) blocks.set(key, [place]);
      else if (known.at(-1) !== place) known.push(place);
    }
  });
  return blocks;
}

type Has = (reason: string) => boolean;

/** Pairs by their places, and what speaks for each. */
interface Pairs {
  add(left: number, right: number, reason: string): void;
  all(): Generator<readonly [left: number, right: number, has: Has], void>;
}

/** Keeps pairs of a list of so many: a bit for each reason, to be small. */
function pairsOf(count: number): Pairs {
  const bits = new Map<string, number>();
  const marks = new Map<number, number>();
  return {
    add(left, right, reason) {
      const bit = bits.get(reason) ?? 1 << bits.size;
      bits.set(reason, bit);
      const key = Math.min(left, right) * count + Math.max(left, right);
      marks.set(key, (marks.get(key) ?? 0) | bit);
    },
    *all() {
      for (const [key, mark] of marks) {
        const has: Has = (reason) => (mark & (bits.get(reason) ?? 0)) !== 0;
        yield [Math.floor(key / count), key % count, has];
      }
    },
  };
}

function addShared(list: readonly Comparable[], pairs: Pairs): number {
  let skipped = 0;
  for (const [key, block] of blocksOf(list)) {
    if (block.length > BLOCK_MAX) skipped += 1;
    if (block.length < 2 || block.length > BLOCK_MAX) continue;
    const reason = key.slice(0, key.indexOf('\u0000'));
    block.forEach((left, index) => {
      for (const right of block.slice(index + 1)) pairs.add(left, right, reason);
    });
  }
  return skipped;
}

function* addSimilar(
  list: readonly Comparable[],
  { trigramShare, similarWorth, minScore }: DuplicatePolicy & { readonly minScore: number },
  pairs: Pairs,
): Generator<null, void> {
  const called = new Map<string, number[]>();
  list.forEach(({ name, nameWeight }, place) => {
    // Where an alike name is too little by itself, another value has to bring the two together.
    if (nameWeight * similarWorth < minScore) return;
    const known = called.get(name);
    if (known) known.push(place);
    else called.set(name, [place]);
  });
  const names = [...called.keys()].filter((name) => (called.get(name)?.length ?? 0) <= BLOCK_MAX);
  for (const pair of similarPairs(names, trigramShare)) {
    if (pair === null) {
      yield null;
      continue;
    }
    const [left = '', right = ''] = pair.map((place) => names[place]);
    // Another number is another size, shop or model.
    if (numbersIn(left) !== numbersIn(right)) continue;
    for (const one of called.get(left) ?? [])
      for (const other of called.get(right) ?? []) pairs.add(one, other, SIMILAR_NAME);
  }
}

const hundredths = (share: number): number => Math.round(share * 100) / 100;

/**
 * What is likely of two for the reasons that they share: one less the product of what each reason
 * leaves open (noisy or, Pearl 1988: independent causes), times what each doubt leaves of it.
 */
function judged(
  left: Comparable,
  right: Comparable,
  isShared: Has,
  policy: DuplicatePolicy,
): Suspicion {
  const reasons: string[] = [];
  let open = 1;
  const count = (reason: string, weight: number): void => {
    reasons.push(reason);
    open *= 1 - weight;
  };
  const nameWeight = Math.min(left.nameWeight, right.nameWeight);
  const alike = left.name === right.name ? 1 : Math.min(similarity(left.name, right.name), 0.99);
  for (const [reason, weight] of Object.entries(policy.weights))
    if (isShared(reason)) count(reason, weight);
  const isNamed = alike >= policy.similarFrom && numbersIn(left.name) === numbersIn(right.name);
  if (alike === 1) count(SAME_NAME, nameWeight);
  else if (isNamed) count(SIMILAR_NAME, nameWeight * policy.similarWorth * alike);
  const isThere = isNamed && left.places.some((place) => right.places.includes(place));
  if (isThere) count(SAME_PLACE, policy.weights[SAME_PLACE] ?? 0);
  let score = 1 - open;
  for (const [reason, kept] of Object.entries(policy.doubts)) {
    const [one, other] = [left.traits[reason], right.traits[reason]];
    if (one == null || other == null || one === other) continue;
    reasons.push(reason);
    score *= kept;
  }
  return { left: left.id, right: right.id, score: hundredths(score), reasons };
}

const likeliestFirst = (one: Suspicion, other: Suspicion): number =>
  other.score - one.score ||
  (one.left < other.left ? -1 : one.left > other.left ? 1 : 0) ||
  (one.right < other.right ? -1 : 1);

/**
 * Which of a list may be the same, the likeliest first. Only those are compared that share a value
 * or whose names are alike: the work grows with those pairs and not with the square of the list.
 * Yields where a caller may let others have their turn.
 */
export function* suspicionsOf(
  list: readonly Comparable[],
  policy: DuplicatePolicy,
  { minScore }: { readonly minScore: number },
): Generator<null, Suspicions> {
  const inOrder = [...list].sort((left, right) => (left.id < right.id ? -1 : 1));
  const pairs = pairsOf(inOrder.length);
  const skippedValues = addShared(inOrder, pairs);
  yield null;
  yield* addSimilar(inOrder, { ...policy, minScore }, pairs);
  const found: Suspicion[] = [];
  let judgedCount = 0;
  for (const [left, right, isShared] of pairs.all()) {
    const [one, other] = [inOrder[left], inOrder[right]];
    if (!one || !other) continue;
    const suspicion = judged(one, other, isShared, policy);
    if (suspicion.score >= minScore) found.push(suspicion);
    judgedCount += 1;
    if (judgedCount % TURN === 0) yield null;
  }
  found.sort(likeliestFirst);
  return { found, compared: inOrder.length, skippedValues };
}
