import type { StreamMessage } from '../schema/stream.js';

/**
 * Of the messages of each node the newest, with what changed in all of them, in the order of the
 * log. Nodes and not facts are what counts: one document's facts may tell of other nodes each time.
 */
export function newestOfEach(messages: readonly StreamMessage[]): StreamMessage[] {
  const newest = new Map<string | null, StreamMessage>();
  for (const message of messages) {
    const node = message.nodeId ?? message.leftId;
    const earlier = newest.get(node)?.changedFields ?? [];
    newest.delete(node);
    const changedFields = [...new Set([...earlier, ...message.changedFields])];
    newest.set(node, { ...message, changedFields });
  }
  return [...newest.values()];
}
