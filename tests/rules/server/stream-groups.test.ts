import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { afterMessage, at, type Feed, type LoggedEvent } from '../../../modules/events/index.js';
import { createLog } from '../../../server/log.js';
import type { Letter } from '../../../server/outlet.js';
import type { StreamProgram } from '../../../server/stream-group.js';
import { createGroups, type Groups } from '../../../server/stream-groups.js';
import { createSubscriber, type Subscriber } from '../../../server/subscriber.js';

const event = (position: number, documentType = 'Order'): LoggedEvent =>
  ({ position, documentType, documentId: `d${position}`, data: {}, changedFields: [] }) as never;

/** A log in memory that begins behind a position, and grows only when it is told to. */
function logOf(beginsAfter: number, events: readonly LoggedEvent[]) {
  const latest = events.at(-1)?.position ?? beginsAfter;
  const grown: LoggedEvent[][] = [];
  let announce: () => void = () => undefined;
  const feed = {
    latest: () => Promise.resolve(latest),
    between: (from: number, to: number) =>
      from < beginsAfter || to > latest
        ? null
        : events.filter(({ position }) => position > from && position <= to),
    async *pages(_after: number, signal: AbortSignal) {
      signal.addEventListener('abort', () => announce());
      while (!signal.aborted) {
        const page = grown.shift();
        if (page) yield page;
        else await new Promise<void>((resolve) => (announce = resolve));
      }
    },
  } as unknown as Feed;
  return {
    feed,
    grow(...page: LoggedEvent[]) {
      grown.push(page);
      announce();
    },
  };
}

/** A program that tells of each order, and counts how many events it was asked of. */
function program(key = 'orders') {
  const count = { asked: 0 };
  const own = {
    ...{ key, kind: key },
    source: {
      hears: ['Order'],
      tell(events: readonly LoggedEvent[]) {
        count.asked += events.length;
        return Promise.resolve(
          events.map(({ position }) => ({
            ...{ kind: 'DELTA', cursor: afterMessage(position, 1, 1), changedFields: [] },
            ...{ nodeId: String(position), leftId: null },
          })),
        );
      },
    },
    contextOf: () => ({}),
    perform: ({ nodeId }: { nodeId: string }) => Promise.resolve(nodeId),
  } as unknown as StreamProgram;
  return { own, count };
}

function subscriberAt(position: number, own: StreamProgram) {
  const told: string[] = [];
  const outlet = { token: 'key', waiting: () => 0, next: ({ text }: Letter) => told.push(text) };
  const subscriber: Subscriber = createSubscriber({
    ...({ asked: {}, actor: {}, held: {}, outlet, program: own } as unknown as Subscriber),
    ...{ patience: { waitingBytes: 100, stalledMs: 1_000 }, onSlow: () => undefined },
  });
  subscriber.reached = at(position);
  return { subscriber, told };
}

describe('the group of whoever comes back to another process', () => {
  let log: ReturnType<typeof logOf>;
  let groups: Groups;
  const begin = async (...made: Parameters<typeof logOf>) => {
    log = logOf(...made);
    const onError = (error: unknown) => {
      throw error;
    };
    const recheck = () => Promise.resolve();
    groups = createGroups({ feed: log.feed, log: createLog('silent'), recheck, onError });
    await groups.start();
  };
  beforeEach(() => begin(10, [event(11), event(12, 'Item'), event(13), event(14)]));
  afterEach(() => groups.close());

  it('begins where he stands, and hears what he has missed for all who missed the same', async () => {
    const { own, count } = program();
    const [one, other] = [subscriberAt(11, own), subscriberAt(11, own)];
    expect(groups.join(one.subscriber, own)).toBe(true);
    expect(groups.join(other.subscriber, own)).toBe(true);
    log.grow(event(15));
    await vi.waitFor(() => expect(other.told).toEqual(['13', '14', '15']));
    expect(one.told).toEqual(other.told);
    expect(count.asked).toBe(3);
  });

  it('takes one who has heard more, and tells him only what he has not', async () => {
    const { own } = program();
    const [first, later] = [subscriberAt(10, own), subscriberAt(13, own)];
    for (const { subscriber } of [first, later]) expect(groups.join(subscriber, own)).toBe(true);
    await vi.waitFor(() => expect(first.told).toEqual(['11', '13', '14']));
    expect(later.told).toEqual(['14']);
  });

  it('takes nobody who has heard less than it can tell', () => {
    const { own } = program();
    expect(groups.join(subscriberAt(12, own).subscriber, own)).toBe(true);
    expect(groups.join(subscriberAt(11, own).subscriber, own)).toBe(false);
  });

  it('does not begin where memory does not reach back', () => {
    const { own } = program();
    expect(groups.join(subscriberAt(9, own).subscriber, own)).toBe(false);
    expect(groups.join(subscriberAt(10, own).subscriber, own)).toBe(true);
  });

  it('does not begin so far back that those who are there wait long for what is new', async () => {
    await groups.close();
    await begin(
      0,
      Array.from({ length: 501 }, (_, index) => event(index + 1)),
    );
    const { own } = program();
    expect(groups.join(subscriberAt(0, own).subscriber, own)).toBe(false);
    expect(groups.join(subscriberAt(1, own).subscriber, own)).toBe(true);
  });

  it('tells one who lags behind nothing that is told already', async () => {
    const { own } = program();
    const slow = subscriberAt(11, own);
    slow.subscriber.isSlow = true;
    expect(groups.join(slow.subscriber, own)).toBe(false);
    const there = subscriberAt(11, own);
    expect(groups.join(there.subscriber, own)).toBe(true);
    await vi.waitFor(() => expect(there.told).toEqual(['13', '14']));
    expect(groups.join(slow.subscriber, own)).toBe(false);
    slow.subscriber.reached = at(14);
    expect(groups.join(slow.subscriber, own)).toBe(true);
    expect([slow.told, slow.subscriber.isSlow]).toEqual([[], false]);
  });
});
