import type { Kysely } from 'kysely';
import type { DB, Statement } from '../../prisma/database.js';
import type { Actor } from '../kernel/index.js';
import type { Row, VersionedTable } from './fact.js';
import type { StoredRefusal } from './refusal-store.js';
import type { Shared } from './shared.js';
import type { Fact } from './told-fact.js';

/** What a service is given to act with, for as long as one transaction lasts. */
export interface Tx {
  readonly actor: Actor;
  readonly requestId: string;
  /** One instant for the whole transaction. */
  readonly now: Date;
  /** True when all is rolled back in the end: no gap-free number, position or key is taken. */
  readonly isTrial: boolean;
  /** On the connection of this transaction. */
  readonly db: Kysely<DB>;
  /** A UUIDv7; they rise within the process. */
  newId(): string;
  /**
   * Locks a row against changes by others, without making those wait who only refer to it.
   * NotFound when it is missing or of a company that the actor does not see; StaleVersion.
   */
  lock<T extends VersionedTable>(
    table: T,
    id: string,
    expectedVersion?: number | null,
  ): Promise<Row<T>>;
  /**
   * As `lock`, for many in one statement and in the order of their ids; answers as asked. With
   * `and`, rows of the same table that the asked ones name in that column are locked by the same
   * statement, and stand behind the asked ones.
   */
  lockAll<T extends VersionedTable>(
    table: T,
    ids: readonly string[],
    and?: string & keyof Row<T>,
  ): Promise<Row<T>[]>;
  /** Sends a statement at once, and answers its rows. */
  send<T>(statement: Statement): Promise<T[]>;
  /**
   * Sends a write whose answer nobody needs, at once: whoever sent it goes on, what is sent after
   * it sees what it wrote, and what went wrong with it ends the transaction as if it was awaited.
   */
  later(write: Statement): void;
  /** Tells a fact: its listeners hear it after the verb, and it is written last of all. */
  emit(fact: Fact): void;
}

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** Plain JSON, as an outcome is stored; members that are undefined are left out. */
export interface JsonObject {
  readonly [member: string]: JsonValue | undefined;
}

/** Under which key an outcome is kept, and what was asked, so that another question is noticed. */
export interface Idempotency {
  readonly key: string;
  readonly fingerprint: string;
}

export interface TransactRequest {
  readonly actor: Actor;
  readonly requestId: string;
  /** The mutation's name. */
  readonly operation: string;
  readonly idempotency?: Idempotency | null;
  /** For how long conflicts are tried again; 8,000 when not said. */
  readonly deadlineMs?: number;
  /**
   * A transaction that is open already, in which the work is done under a savepoint. Whoever opened
   * it ends it; where all is only tried, keys are not looked at.
   */
  readonly shared?: Shared;
}

export interface TransactOutcome<A extends JsonObject> {
  /** Null when the work was refused. */
  readonly answer: A | null;
  readonly refusals: StoredRefusal[];
  /** True when the key had an outcome already, and nothing was done now. */
  readonly isReplay: boolean;
}

/**
 * Runs `work` in one transaction. What it answers is stored for a replay of the same key, so it is
 * plain JSON: ids, versions and scalars of its own. A RuleViolation that it throws becomes
 * refusals.
 */
export type Transact = <A extends JsonObject>(
  request: TransactRequest,
  work: (tx: Tx) => Promise<A>,
) => Promise<TransactOutcome<A>>;
