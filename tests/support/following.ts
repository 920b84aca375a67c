import { decodeCursor } from '../../modules/events/index.js';
import type { Client, Operation } from '../../clients/typescript/client.js';

/** A message of any subscription, as far as all of them have it in common. */
export interface AnyMessage {
  readonly cursor: string;
  readonly kind: 'SNAPSHOT' | 'DELTA' | 'HEARTBEAT' | 'RESET';
  readonly changedFields: readonly string[];
  readonly node: ({ readonly id: string } & Record<string, unknown>) | null;
  readonly deletedId: string | null;
}

/** Somebody who follows: what he was told, and how it ended. */
export interface AnyFollower {
  readonly told: AnyMessage[];
  readonly ended: Promise<unknown>;
  /** What was told besides heartbeats. */
  readonly news: () => AnyMessage[];
  /** Fulfilled with the next heartbeat, of this position at least: all before it was told. */
  beat(position?: number): Promise<void>;
  stop(): Promise<unknown>;
}

const PATIENCE_MS = 60_000;

/** After how many quiet milliseconds a heartbeat is told: tests wait for one or two at each step. */
export const HEARTBEAT_MS = 100;

/** The text of a subscription to a field with these fields of its nodes. */
export const followText = (field: string, where: string, node = 'id'): string =>
  `subscription ($where: ${where}, $after: String, $snapshot: Boolean) {
    told: ${field}(where: $where, after: $after, snapshot: $snapshot) {
      cursor kind changedFields deletedId node { ${node} }
    }
  }`;

export function followAny(client: Client, text: string, variables: object): AnyFollower {
  const told: AnyMessage[] = [];
  const ending = new AbortController();
  const operation = { toString: () => text } as Operation<{ told: AnyMessage }, object>;
  const messages = client.subscribe(operation, variables, { signal: ending.signal });
  const ended = (async () => {
    try {
      for await (const message of messages) told.push(message.told);
      return null;
    } catch (error) {
      return error;
    }
  })();
  return {
    told,
    ended,
    news: () => told.filter(({ kind }) => kind !== 'HEARTBEAT'),
    async beat(position = 0) {
      const known = told.length;
      const deadline = Date.now() + PATIENCE_MS;
      const isBeating = () =>
        told
          .slice(known)
          .some(
            ({ kind, cursor }) =>
              kind === 'HEARTBEAT' && decodeCursor(cursor)!.position >= position,
          );
      while (!isBeating() && Date.now() < deadline)
        await new Promise((resolve) => setTimeout(resolve, 20));
      if (!isBeating()) throw new Error('No heartbeat came.');
    },
    stop() {
      ending.abort();
      return ended;
    },
  };
}
