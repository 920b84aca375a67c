import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { at } from '../../../modules/events/index.js';
import type { Outlet } from '../../../server/outlet.js';
import { createSubscriber, room, type Subscriber } from '../../../server/subscriber.js';

/** A connection whose reading the test does by hand. */
function connection() {
  const told: string[] = [];
  const closed: number[] = [];
  let waiting = 0;
  const outlet: Outlet = {
    token: 'key',
    next({ text }) {
      told.push(text);
      waiting += text.length;
    },
    waiting: () => waiting,
    complete: () => undefined,
    close: (code) => void closed.push(code),
  };
  return { outlet, told, closed, reads: (bytes: number) => void (waiting -= bytes) };
}

const patience = { waitingBytes: 100, stalledMs: 1_500 };
let line: ReturnType<typeof connection>;
let slow: Subscriber[];
let subscriber: Subscriber;

beforeEach(() => {
  line = connection();
  slow = [];
  subscriber = createSubscriber({
    ...({ asked: {}, program: {}, actor: {} } as unknown as Subscriber),
    ...{ patience, outlet: line.outlet, onSlow: (one) => void slow.push(one) },
  });
});

/** Whether it got room, if that is known by now. */
function asksForRoom() {
  const answer: { isGiven: boolean | null } = { isGiven: null };
  void room(subscriber).then((isGiven) => (answer.isGiven = isGiven));
  return answer;
}

describe('a subscriber in its group', () => {
  it('is sent nothing beyond its bound, and keeps the place up to which it was told', () => {
    for (let position = 1; position <= 5; position += 1)
      subscriber.take(at(position), { text: 'x'.repeat(60), cursor: 'cursor' });
    // The second message found room for it; the third did not.
    expect(line.told).toHaveLength(2);
    expect(subscriber.reached.position).toBe(2);
    expect(new Set(slow)).toEqual(new Set([subscriber]));
  });
});

describe('room for more', () => {
  it('is there at once while less waits than may', async () => {
    subscriber.takeOwn(at(1), 'x'.repeat(100));
    expect(await room(subscriber)).toBe(true);
  });

  it('comes when the connection has read', async () => {
    subscriber.takeOwn(at(1), 'x'.repeat(300));
    const answer = asksForRoom();
    await sleep(patience.stalledMs / 2);
    expect(answer.isGiven).toBeNull();
    line.reads(200);
    await vi.waitFor(() => expect(answer.isGiven).toBe(true));
    expect(line.closed).toEqual([]);
  });

  it('does not come to who takes nothing for too long: it is closed with a code to come back by', async () => {
    subscriber.takeOwn(at(1), 'x'.repeat(300));
    const began = Date.now();
    expect(await room(subscriber)).toBe(false);
    expect(Date.now() - began).toBeGreaterThanOrEqual(patience.stalledMs);
    expect([line.closed, subscriber.isEnded]).toEqual([[4205], true]);
  });

  it('is waited for by who reads little by little, however long it takes', async () => {
    subscriber.takeOwn(at(1), 'x'.repeat(300));
    const answer = asksForRoom();
    for (let count = 0; count < 30; count += 1) {
      await sleep(patience.stalledMs / 15);
      line.reads(1);
    }
    expect([answer.isGiven, line.closed]).toEqual([null, []]);
    line.reads(170);
    await vi.waitFor(() => expect(answer.isGiven).toBe(true));
  });

  it('does not come to who has left', async () => {
    subscriber.takeOwn(at(1), 'x'.repeat(300));
    const answer = asksForRoom();
    subscriber.isEnded = true;
    await vi.waitFor(() => expect(answer.isGiven).toBe(false));
    expect(line.closed).toEqual([]);
  });
});
