import type { Actor } from '../modules/kernel/index.js';
import type {
  Feed,
  JsonObject,
  StoredRefusal,
  TransactOutcome,
  Tx,
} from '../modules/events/index.js';
import type { PayloadCheck } from '../modules/outbound/index.js';
import type { Reader } from '../prisma/reader/index.js';

/**
 * A transaction asked for by a mutation field; the caller, the request and the trial are bound
 * already.
 */
export type GraphTransact = <A extends JsonObject>(
  request: {
    /** The mutation's name. */
    readonly operation: string;
    /** The caller's key with the response key of the field, and what was asked under it. */
    readonly idempotency: { readonly key: string; readonly fingerprint: string } | null;
  },
  work: (tx: Tx) => Promise<A>,
) => Promise<TransactOutcome<A>>;

/** An operation whose cost is asked for. */
export interface CostAsked {
  readonly document: string;
  /** As JSON text. */
  readonly variables: string | null;
  readonly operationName: string | null;
}

export interface CostEstimate {
  /** Null when something else refuses the operation before its cost is known. */
  readonly cost: number | null;
  readonly max: number;
  readonly parts: readonly { readonly path: string; readonly cost: number }[];
  readonly refusals: readonly { readonly code: string; readonly message: string }[];
  readonly bucket: {
    readonly left: number;
    readonly restoreRate: number;
    readonly capacity: number;
  };
}

/** What the fields of an atomic operation, by their response keys, have come to. */
export interface Atomic {
  refused(key: string, refusals: readonly StoredRefusal[]): void;
  /** By `key.field`, or `key.field.place` within a list: what a later field may name as its id. */
  readonly answered: Map<string, AnsweredNode>;
}

export interface AnsweredNode {
  readonly noun: string;
  /** The raw id. */
  readonly id: string;
}

/** What every resolver is given. */
export interface GraphContext {
  readonly actor: Actor;
  readonly requestId: string;
  readonly locale: string;
  /** Whether the caller may ask the registered documents of an app alone. */
  readonly isLockedToApp: boolean;
  /** The operation's variables, coerced once by the executor's gate. */
  readonly variables: Record<string, unknown>;
  /** A fresh one follows each transaction. */
  reader: Reader;
  readonly transact: GraphTransact;
  readonly feed: Feed;
  /** Says what is wrong with a stored query, under the schema and the caller's rights. */
  readonly checkPayload: PayloadCheck;
  /** From the `Idempotency-Key` header. */
  readonly idempotencyKey: string | null;
  /** True while `validateOnly` is tried: everything is rolled back. */
  readonly isTrial: boolean;
  /** Set where all mutations of the operation are one transaction. */
  readonly atomic: Atomic | null;
  /** What an operation would cost the caller now. Runs nothing. */
  readonly estimate: (asked: CostAsked) => CostEstimate;
}
