import type { JsonObject } from './tx.js';

/** A fact as the log keeps it. */
export interface LoggedEvent {
  /** 1..N in the order of commits. */
  readonly position: number;
  readonly id: string;
  readonly type: string;
  readonly companyId: string | null;
  readonly documentType: string;
  readonly documentId: string;
  readonly version: number;
  readonly changedFields: readonly string[];
  readonly data: JsonObject;
  readonly actorId: string;
  readonly requestId: string;
  readonly occurredAt: Date;
}

/** Which part of the log someone follows. */
export interface FollowOptions {
  /** The last position that was seen; without one, only what comes from now on. */
  readonly after?: number | null;
  /** Cheap and pure: it is asked for every event, for every follower. */
  readonly match: (event: LoggedEvent) => boolean;
  readonly signal?: AbortSignal;
}

/** The log, read from the past and as it grows. */
export interface Feed {
  /**
   * The events after a position in their order, first those in the store and then each as it comes;
   * ends when the signal does. None is lost or told twice, however slowly they are taken.
   */
  follow(options: FollowOptions): AsyncIterable<LoggedEvent>;
  /** The last position there is. */
  latest(): Promise<number>;
  /** Up to `limit` (500 when not said) events after a position. */
  events(after: number, limit?: number): Promise<LoggedEvent[]>;
  close(): Promise<void>;
}
