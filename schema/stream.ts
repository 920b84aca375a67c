import { at, type LogCursor, type LoggedEvent } from '../modules/events/index.js';
import type { GraphContext } from './context.js';

/** One message of a subscription before its node is read. */
export interface StreamMessage {
  readonly kind: 'SNAPSHOT' | 'DELTA' | 'HEARTBEAT' | 'RESET';
  /** What is reached when it was told. */
  readonly cursor: LogCursor;
  readonly changedFields: readonly string[];
  /** The raw id of the node that it tells of. */
  readonly nodeId: string | null;
  /** The raw id of what is followed no longer. */
  readonly leftId: string | null;
}

/** What some subscribers share of what they were told: which nodes are known to be outside. */
export type Outside = Set<string>;

/** How a subscriber wants to begin. */
export interface Beginning {
  /** The place that was reached before; null to hear only what comes from now on. */
  readonly after: LogCursor | null;
  /** Whether the state at the beginning is told; null when the subscriber did not say. */
  readonly snapshot: boolean | null;
}

/**
 * What a subscription follows, as its field declares it: the doors hear the log for all subscribers
 * and ask it what to tell. It is handed over as the source that graphql-js wants, and is never
 * iterated.
 */
export interface StreamSource extends AsyncIterable<never> {
  readonly beginning: Beginning;
  /** What it hears: a type of document, or a type and an id that a fact names, apart by a space. */
  readonly hears: readonly string[];
  /** The ids of what is followed now, newest first, from before an id on; one page of them. */
  readonly snapshot: (context: GraphContext, before: string | null) => Promise<readonly string[]>;
  /**
   * What will most likely be told of events, where that is known without asking the store: its
   * nodes are read meanwhile, and told only if `tell` says the same.
   */
  readonly likely?: (
    events: readonly LoggedEvent[],
    context: GraphContext,
  ) => readonly StreamMessage[];
  /** What to tell of events that were heard: one statement, however many. */
  readonly tell: (
    events: readonly LoggedEvent[],
    outside: Outside,
    context: GraphContext,
  ) => Promise<readonly StreamMessage[]>;
}

export const isStreamSource = (source: object): source is StreamSource => 'hears' in source;

/** A message without a node: the log stands here. */
export const bareMessage = (kind: 'HEARTBEAT' | 'RESET', position: number): StreamMessage => ({
  kind,
  cursor: at(position),
  changedFields: [],
  nodeId: null,
  leftId: null,
});
