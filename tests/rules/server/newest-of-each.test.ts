import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterMessage } from '../../../modules/events/index.js';
import type { StreamMessage } from '../../../schema/stream.js';
import { newestOfEach } from '../../../server/newest-of-each.js';

interface Told {
  readonly node: string;
  readonly isLeft: boolean;
  readonly changed: readonly string[];
}

/** Messages of one event each, in the order of the log. */
const messagesOf = (told: readonly Told[]): StreamMessage[] =>
  told.map(({ node, isLeft, changed }, index) => ({
    kind: 'DELTA',
    cursor: afterMessage(index + 1, 1, 1),
    changedFields: changed,
    nodeId: isLeft ? null : node,
    leftId: isLeft ? node : null,
  }));

const some = fc.array(
  fc.record({
    node: fc.constantFrom('a', 'b', 'c', 'd'),
    isLeft: fc.boolean(),
    changed: fc.uniqueArray(fc.constantFrom('name', 'status', 'note'), { maxLength: 3 }),
  }),
  { maxLength: 40 },
);

const nodeOf = ({ nodeId, leftId }: StreamMessage) => nodeId ?? leftId;
const positions = (messages: readonly StreamMessage[]) =>
  messages.map(({ cursor: { position } }) => position);

describe('of the messages of each node', () => {
  it('only the newest is kept, in the order of the log', () => {
    fc.assert(
      fc.property(some, (told) => {
        const all = messagesOf(told);
        const kept = newestOfEach(all);
        const newest = new Map(all.map((one) => [nodeOf(one), one]));
        expect(positions(kept)).toEqual([...positions([...newest.values()])].sort((a, b) => a - b));
        for (const { nodeId, leftId } of kept)
          expect(newest.get(nodeId ?? leftId)).toMatchObject({ nodeId, leftId });
      }),
    );
  });

  it('the newest tells what changed in any of them', () => {
    fc.assert(
      fc.property(some, (told) => {
        for (const { changedFields, ...one } of newestOfEach(messagesOf(told))) {
          const changed = told.filter(({ node }) => node === (one.nodeId ?? one.leftId));
          expect(new Set(changedFields)).toEqual(new Set(changed.flatMap((each) => each.changed)));
          expect(new Set(changedFields).size).toBe(changedFields.length);
        }
      }),
    );
  });

  it('the newest is the same whether they are taken at once or page by page', () => {
    fc.assert(
      fc.property(some, fc.nat(40), (told, at) => {
        const all = messagesOf(told);
        const paged = newestOfEach([...newestOfEach(all.slice(0, at)), ...all.slice(at)]);
        expect(paged).toEqual(newestOfEach(all));
      }),
    );
  });
});
