/** How much a client may ask for at once, and how fast that comes back. */
export interface BucketRates {
  readonly capacity: number;
  /** What comes back in a second. */
  readonly restoreRate: number;
}

/** What is left of a client's bucket, as it is told in every answer. */
export interface BucketState extends BucketRates {
  readonly left: number;
}

/** A bucket for each client of this process. Times are milliseconds of any steady clock. */
export interface Buckets {
  /** Takes a cost and answers 0, or takes nothing and answers the whole seconds to wait. */
  take(client: string, cost: number, now: number): number;
  /** Takes a cost that was caused already, though the bucket does not hold it. */
  charge(client: string, cost: number, now: number): void;
  /** Gives back what was taken and not used. */
  giveBack(client: string, amount: number, now: number): void;
  state(client: string, now: number): BucketState;
  /** How many clients are remembered. */
  readonly size: () => number;
}

interface Bucket {
  left: number;
  at: number;
}

/** Full buckets are forgotten when so many are remembered, because they say nothing. */
const REMEMBERED = 10_000;

export function createBuckets({ capacity, restoreRate }: BucketRates): Buckets {
  const known = new Map<string, Bucket>();
  const refill = (bucket: Bucket, now: number): Bucket => {
    const restored = (Math.max(0, now - bucket.at) / 1000) * restoreRate;
    bucket.left = Math.min(capacity, bucket.left + restored);
    bucket.at = now;
    return bucket;
  };
  const forgetFull = (now: number): void => {
    for (const [client, bucket] of known)
      if (refill(bucket, now).left >= capacity) known.delete(client);
    // Whoever comes with ever new names finds the oldest forgotten, and nobody's memory full.
    for (const client of known.keys()) {
      if (known.size < REMEMBERED) break;
      known.delete(client);
    }
  };
  const bucketOf = (client: string, now: number): Bucket => {
    const bucket = known.get(client);
    if (bucket) return refill(bucket, now);
    if (known.size >= REMEMBERED) forgetFull(now);
    const full = { left: capacity, at: now };
    known.set(client, full);
    return full;
  };
  return {
    take(client, cost, now) {
      const bucket = bucketOf(client, now);
      const missing = cost - bucket.left;
      if (missing > 0) return Math.max(1, Math.ceil(missing / restoreRate));
      bucket.left -= cost;
      return 0;
    },
    charge(client, cost, now) {
      const bucket = bucketOf(client, now);
      bucket.left = Math.max(-capacity, bucket.left - cost);
    },
    giveBack(client, amount, now) {
      const bucket = bucketOf(client, now);
      bucket.left = Math.min(capacity, bucket.left + amount);
    },
    state: (client, now) => ({
      left: Math.floor(bucketOf(client, now).left),
      restoreRate,
      capacity,
    }),
    size: () => known.size,
  };
}
