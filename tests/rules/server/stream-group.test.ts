import { describe, expect, it, vi } from 'vitest';
import { afterMessage, at, type LoggedEvent } from '../../../modules/events/index.js';
import type { Letter, Outlet } from '../../../server/outlet.js';
import { createShelf } from '../../../server/shelf.js';
import { createDesk } from '../../../server/stream-desk.js';
import { createGroup, type StreamProgram } from '../../../server/stream-group.js';
import { createSubscriber, type Subscriber } from '../../../server/subscriber.js';

/** A program whose every event tells one message, and which counts what it is asked. */
function counted() {
  const count = { told: 0, performed: 0, written: 0 };
  const program = {
    ...{ key: 'key', kind: 'kind' },
    source: {
      tell(events: readonly LoggedEvent[]) {
        count.told += 1;
        return Promise.resolve(
          events.map(({ position, documentId }) => ({
            ...{ kind: 'DELTA', cursor: afterMessage(position, 1, 1), changedFields: [] },
            ...{ nodeId: documentId, leftId: null },
          })),
        );
      },
    },
    contextOf: (actor: unknown) => ({ actor }),
    perform({ nodeId }: { nodeId: string }) {
      count.performed += 1;
      const answer = { nodeId, toJSON: () => ((count.written += 1), { nodeId }) };
      return Promise.resolve(JSON.stringify(answer));
    },
  } as unknown as StreamProgram;
  return { program, count };
}

function member(program: StreamProgram, onSlow: (one: Subscriber) => void = () => undefined) {
  const told: string[] = [];
  const line = { waiting: 0 };
  const outlet = {
    ...{
      token: 'key',
      waiting: () => line.waiting,
      next: ({ text }: Letter) => void told.push(text),
    },
  } as unknown as Outlet;
  const patience = { waitingBytes: 100, stalledMs: 1_000 };
  const subscriber = createSubscriber({
    ...({ asked: {}, actor: {} } as unknown as Subscriber),
    ...{ program, outlet, patience, onSlow },
  });
  return { subscriber, told, line };
}

const event = (position: number): LoggedEvent =>
  ({ position, documentId: `d${position}`, documentType: 'Order', data: {} }) as never;

const groupOf = (program: StreamProgram, shelf = createShelf(), onEmpty = () => undefined) =>
  createGroup({
    ...{ program, desk: createDesk(), shelf, from: 0, heard: () => 0 },
    ...{ onEmpty, recheck: () => Promise.resolve() },
    onError(error) {
      throw error;
    },
  });

describe('a group', () => {
  it('executes and writes each message once, however many are told it', async () => {
    const { program, count } = counted();
    const group = groupOf(program);
    const members = Array.from({ length: 50 }, () => member(program));
    for (const { subscriber } of members) group.join(subscriber);
    for (let position = 1; position <= 3; position += 1) group.hear(event(position));
    await vi.waitFor(() => expect(members[49]!.told).toHaveLength(3));
    expect([count.performed, count.written]).toEqual([3, 3]);
    expect(count.told).toBeLessThanOrEqual(3);
    for (const { told } of members)
      expect(told).toEqual(['{"nodeId":"d1"}', '{"nodeId":"d2"}', '{"nodeId":"d3"}']);
  });

  it('tells whoever joined late only what it was not told', async () => {
    const { program } = counted();
    const group = groupOf(program);
    const [early, late] = [member(program), member(program)];
    late.subscriber.reached = at(2);
    for (const { subscriber } of [early, late]) group.join(subscriber);
    for (let position = 1; position <= 3; position += 1) group.hear(event(position));
    await vi.waitFor(() => expect(early.told).toHaveLength(3));
    expect(late.told).toEqual(['{"nodeId":"d3"}']);
  });

  it('sends nothing to a member whose line is full, which leaves, and goes on for the others', async () => {
    const { program } = counted();
    const group = groupOf(program);
    const left: Subscriber[] = [];
    const stalled = member(program, (one) => {
      left.push(one);
      group.leave(one);
    });
    const other = member(program);
    for (const { subscriber } of [stalled, other]) group.join(subscriber);
    stalled.line.waiting = 101;
    for (let position = 1; position <= 3; position += 1) group.hear(event(position));
    await vi.waitFor(() => expect(other.told).toHaveLength(3));
    expect([stalled.told, left]).toEqual([[], [stalled.subscriber]]);
    expect([...group.members]).toEqual([other.subscriber]);
  });

  it('tells whoever comes back what he has missed, without making it anew', async () => {
    const { program, count } = counted();
    const group = groupOf(program);
    const [there, back] = [member(program), member(program)];
    group.join(there.subscriber);
    for (let position = 1; position <= 4; position += 1) group.hear(event(position));
    await vi.waitFor(() => expect(there.told).toHaveLength(4));
    back.subscriber.reached = at(2);
    group.join(back.subscriber);
    expect(back.told).toEqual(there.told.slice(2));
    expect(back.subscriber.reached).toEqual(at(4));
    group.hear(event(5));
    await vi.waitFor(() => expect(back.told).toHaveLength(3));
    expect(count.performed).toBe(5);
  });

  it('knows after which position it can tell all again', async () => {
    const { program } = counted();
    const shelf = createShelf('{"nodeId":"d1"}'.length * 2);
    const group = groupOf(program, shelf);
    const there = member(program);
    group.join(there.subscriber);
    group.hear(event(3));
    group.hear(event(5));
    await vi.waitFor(() => expect(there.told).toHaveLength(2));
    expect(group.since()).toBe(0);
    group.hear(event(8));
    await vi.waitFor(() => expect(there.told).toHaveLength(3));
    // What was told of the third event is dropped, and after it all is there.
    expect(group.since()).toBe(3);
  });

  it('stops to tell what was missed when it is not read', async () => {
    const { program } = counted();
    const group = groupOf(program);
    const there = member(program);
    const back = member(program, (one) => group.leave(one));
    back.subscriber.outlet.next = ({ text }) => {
      back.told.push(text);
      back.line.waiting += 60;
    };
    group.join(there.subscriber);
    for (let position = 1; position <= 4; position += 1) group.hear(event(position));
    await vi.waitFor(() => expect(there.told).toHaveLength(4));
    group.join(back.subscriber);
    expect(back.told).toEqual(there.told.slice(0, 2));
    expect(back.subscriber.reached).toEqual(at(2));
    expect([...group.members]).toEqual([there.subscriber]);
  });

  it('says how far it has come when it was told nothing of many events', async () => {
    const { program } = counted();
    const silent = { ...program, source: { ...program.source, tell: () => Promise.resolve([]) } };
    const group = groupOf(silent);
    const there = member(silent);
    group.join(there.subscriber);
    for (let position = 1; position <= 499; position += 1) group.hear(event(position));
    await vi.waitFor(() => expect(group.position()).toBe(0));
    expect(there.told).toEqual([]);
    group.hear(event(500));
    await vi.waitFor(() => expect(there.told).toEqual(['{"nodeId":null}']));
    expect(there.subscriber.reached).toEqual(at(500));
  });
});
