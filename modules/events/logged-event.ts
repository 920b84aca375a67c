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
  /**
   * The events after a position, page by page, and each page once more as the log grows; ends when
   * the signal does. A page that does not begin right behind the position shows that events between
   * were purged.
   */
  pages(after: number, signal: AbortSignal): AsyncIterable<readonly LoggedEvent[]>;
  /** The next page after a position: from memory when it is there. Empty when there is none yet. */
  page(after: number): Promise<readonly LoggedEvent[]>;
  /**
   * The events after a position up to another, where memory holds all of them; null otherwise, and
   * where there is no such part of the log.
   */
  between(from: number, to: number): readonly LoggedEvent[] | null;
  /** The last position there is. */
  latest(): Promise<number>;
  /** The first position that is kept, and the last there is; 1 and 0 in an empty log. */
  bounds(): Promise<{ readonly oldest: number; readonly latest: number }>;
  /** Up to `limit` (500 when not said) events after a position. */
  events(after: number, limit?: number): Promise<LoggedEvent[]>;
  close(): Promise<void>;
}
