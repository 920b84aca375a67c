import { GraphQLError } from 'graphql';
import { createBuckets, type BucketRates, type BucketState } from './buckets.js';

/** What one operation, and one client, may ask of a process. */
export interface CostLimits extends BucketRates {
  /** The cost of an operation at most. */
  readonly max: number;
  /** How many rows one operation may really read. */
  readonly rows: number;
  /** How long an operation may take, in milliseconds. */
  readonly timeout: number;
  /** Wrong keys from one address: so many at once, and so many more each second. */
  readonly strangers: BucketRates;
}

export const costLimits: CostLimits = {
  max: 10_000_000,
  rows: 1_000_000,
  capacity: 40_000_000,
  restoreRate: 4_000_000,
  timeout: 30_000,
  strangers: { capacity: 100, restoreRate: 10 },
};

/** What is charged for a document that is refused: it was parsed and validated for nothing. */
export const REFUSED_COST = 100;

/** Who may ask how much now. Clients are actors, so that a second key brings nothing more. */
export interface Admission {
  readonly limits: CostLimits;
  /** Takes the cost of an operation, or says why it is refused: COST_TOO_HIGH, RATE_LIMITED. */
  admit(client: string, cost: number): GraphQLError | null;
  /** The same without taking anything. */
  refusal(client: string, cost: number): GraphQLError | null;
  charge(client: string, cost: number): void;
  giveBack(client: string, amount: number): void;
  state(client: string): BucketState;
  /** Counts somebody without a good key in, or says that his address has tried too often. */
  stranger(address: string): GraphQLError | null;
  /** Whether an address has no try left. */
  isBarred(address: string): boolean;
}

export function createAdmission(
  limits: CostLimits = costLimits,
  now: () => number = () => performance.now(),
): Admission {
  const clients = createBuckets(limits);
  const strangers = createBuckets(limits.strangers);
  const tooHigh = (cost: number) => (cost > limits.max ? costTooHigh(cost, limits.max) : null);
  return {
    limits,
    admit(client, cost) {
      const refused = tooHigh(cost);
      if (refused) return refused;
      const seconds = clients.take(client, cost, now());
      return seconds === 0 ? null : rateLimited(seconds);
    },
    refusal(client, cost) {
      const { left, restoreRate } = clients.state(client, now());
      if (cost > limits.max || cost <= left) return tooHigh(cost);
      return rateLimited(Math.ceil((cost - left) / restoreRate));
    },
    charge: (client, cost) => clients.charge(client, cost, now()),
    giveBack: (client, amount) => clients.giveBack(client, amount, now()),
    state: (client) => clients.state(client, now()),
    stranger(address) {
      const seconds = strangers.take(address, 1, now());
      return seconds === 0 ? null : rateLimited(seconds);
    },
    isBarred: (address) => strangers.state(address, now()).left < 1,
  };
}

export const costTooHigh = (cost: number, max: number): GraphQLError =>
  new GraphQLError('The operation may read more than one may: ask for shorter lists.', {
    extensions: { code: 'COST_TOO_HIGH', cost, max },
  });

/** The wait is in whole seconds, as the header `Retry-After` has it. */
const rateLimited = (retryAfter: number): GraphQLError =>
  new GraphQLError('You have asked for more than you may at once: wait and ask again.', {
    extensions: { code: 'RATE_LIMITED', retryAfter, retryable: true },
  });
