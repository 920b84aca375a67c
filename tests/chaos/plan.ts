/** What is done to the product while it is under load. */
export const blows = ['KILL_SERVER', 'KILL_DATABASE', 'CUT_BEFORE', 'CUT_AFTER'] as const;
export type Blow = (typeof blows)[number];

export interface PlannedBlow {
  readonly blow: Blow;
  /** How many requests are acknowledged before, so that every blow falls into work. */
  readonly afterAcknowledged: number;
  /** How long it waits then. */
  readonly afterMs: number;
}

export interface Plan {
  readonly seed: number;
  readonly blows: readonly PlannedBlow[];
}

export interface Wanted {
  readonly seed: number;
  readonly serverKills: number;
  readonly databaseKills: number;
  /** Half of them before the server hears of the commit, half after it has answered. */
  readonly cuts: number;
}

const MOST_ACKNOWLEDGED = 20;
const LONGEST_MS = 500;

/** Parts of one that look drawn by chance and are the same for the same seed (mulberry32). */
export function drawing(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function shuffled<T>(list: readonly T[], draw: () => number): T[] {
  const left = [...list];
  return list.map(() => left.splice(Math.floor(draw() * left.length), 1)[0]!);
}

const times = (count: number, blow: Blow): Blow[] => Array.from({ length: count }, () => blow);

/** All blows in an order and at moments that the seed decides. */
export function planOf({ seed, serverKills, databaseKills, cuts }: Wanted): Plan {
  const draw = drawing(seed);
  const all = [
    ...times(serverKills, 'KILL_SERVER'),
    ...times(databaseKills, 'KILL_DATABASE'),
    ...times(Math.ceil(cuts / 2), 'CUT_BEFORE'),
    ...times(Math.floor(cuts / 2), 'CUT_AFTER'),
  ];
  const planned = (blow: Blow): PlannedBlow => {
    const afterAcknowledged = 1 + Math.floor(draw() * MOST_ACKNOWLEDGED);
    return { blow, afterAcknowledged, afterMs: Math.floor(draw() * LONGEST_MS) };
  };
  return { seed, blows: shuffled(all, draw).map(planned) };
}
