import { describe, expect, it } from 'vitest';
import { afterMessage, at, type Feed, type LoggedEvent } from '../../../modules/events/index.js';
import type { StreamMessage } from '../../../schema/stream.js';
import type { Letter, Outlet } from '../../../server/outlet.js';
import { tellApart } from '../../../server/stream-apart.js';
import type { StreamProgram } from '../../../server/stream-group.js';
import { createSubscriber } from '../../../server/subscriber.js';

/** An event of one of a few documents, each of which tells of a node of its own choice. */
const eventsOf = (nodes: readonly string[]): LoggedEvent[] =>
  nodes.map(
    (node, index) =>
      ({
        ...{ position: index + 1, documentType: 'Delivery', documentId: 'one' },
        ...{ data: { node }, changedFields: [node] },
      }) as unknown as LoggedEvent,
  );

interface Asked {
  readonly nodes: readonly string[];
  readonly isSlow: boolean;
  readonly waitingBytes?: number;
}

/** Tells somebody who has heard nothing yet what the log holds, until its group goes on from there. */
async function told({ nodes, isSlow, waitingBytes = 1e9 }: Asked) {
  const log = eventsOf(nodes);
  const texts: string[] = [];
  const count = { performed: 0, asked: 0, mostWaiting: 0 };
  const line = { waiting: 0 };
  const outlet = {
    token: 'key',
    waiting: () => line.waiting,
    next({ text }: Letter) {
      texts.push(text);
      line.waiting += text.length;
      count.mostWaiting = Math.max(count.mostWaiting, line.waiting);
      setTimeout(() => (line.waiting -= text.length), 5);
    },
  } as unknown as Outlet;
  const program = {
    source: {
      hears: ['Delivery'],
      beginning: { after: at(0), snapshot: null },
      tell(events: readonly LoggedEvent[]) {
        count.asked += 1;
        return Promise.resolve(
          events.map(({ position, data, changedFields }): StreamMessage => ({
            ...{ kind: 'DELTA', cursor: afterMessage(position, 1, 1), changedFields },
            ...{ nodeId: data.node as string, leftId: null },
          })),
        );
      },
    },
    contextOf: () => ({}),
    perform({ nodeId, cursor }: StreamMessage) {
      count.performed += 1;
      return Promise.resolve(`${nodeId!} ${cursor.position}`);
    },
  } as unknown as StreamProgram;
  const subscriber = createSubscriber({
    ...{ asked: {} as never, actor: {} as never, held: {} as never, program, outlet },
    ...{ patience: { waitingBytes, stalledMs: 10_000 }, onSlow: () => undefined },
  });
  subscriber.isSlow = isSlow;
  const feed = {
    bounds: () => Promise.resolve({ oldest: 1, latest: log.length }),
    page: (after: number) => Promise.resolve(log.slice(after, after + 500)),
  } as unknown as Feed;
  await tellApart(
    {
      ...{ subscriber, program, feed },
      isOver: () => subscriber.isEnded,
      mayGoOn: () => Promise.resolve(!subscriber.isEnded),
      joinGroup: () => subscriber.reached.position === log.length,
    },
    'GO_ON',
  );
  return { texts, ...count };
}

const repeated = (count: number, nodes: readonly string[]) =>
  Array.from({ length: count }, (_, index) => nodes[index % nodes.length]!);

describe('what was missed', () => {
  it('is told to the last message, in the order of the log', async () => {
    const { texts, performed } = await told({ nodes: repeated(750, ['a', 'b']), isSlow: false });
    expect(texts).toHaveLength(750);
    expect(texts.slice(0, 3)).toEqual(['a 1', 'b 2', 'a 3']);
    expect(performed).toBe(750);
  });

  it('is told to a slow one by the newest of each node, over all pages of the log', async () => {
    const { texts, performed } = await told({ nodes: repeated(1_800, ['a', 'b']), isSlow: true });
    expect(texts).toEqual(['a 1799', 'b 1800']);
    expect(performed).toBe(2);
  });

  it('tells a slow one every node that facts of one document told of', async () => {
    // One document moved three stock levels, each by a fact of its own.
    const { texts } = await told({ nodes: ['x', 'y', 'x', 'z'], isSlow: true });
    expect(texts).toEqual(['y 2', 'x 3', 'z 4']);
  });

  it('is sent only as there is room, and what there was no room for is made anew', async () => {
    const nodes = Array.from({ length: 120 }, (_, index) => `n${index}`);
    const asked = { nodes, isSlow: false, waitingBytes: 20 };
    const { texts, mostWaiting, performed } = await told(asked);
    expect(texts).toEqual(nodes.map((node, index) => `${node} ${index + 1}`));
    expect(mostWaiting).toBeLessThan(20 + 10);
    // No more is made in vain than is told, but for the first that were made at once.
    expect(performed).toBeLessThan(120 * 2 + 100);
  });
});
