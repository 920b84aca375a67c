import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createFeed,
  createSequencer,
  createTransact,
  type Feed,
  type FollowOptions,
  type LoggedEvent,
  type Sequencer,
} from '../../../modules/events/index.js';
import type { Database } from '../../../prisma/database.js';
import { openTestDatabase } from '../../support/database.js';
import { asking, creating } from '../../support/roles.js';

let database: Database;
let sequencer: Sequencer;
let feed: Feed;
let written = 0;

beforeAll(async () => {
  database = await openTestDatabase();
  sequencer = createSequencer(database);
});
afterAll(async () => {
  await sequencer.close();
  await database.close();
});
beforeEach(() => {
  // A ring of four makes every follower fall behind it at once.
  feed = createFeed(database, { ringSize: 4 });
});
afterEach(() => feed.close());

/** Writes roles one after the other and answers the position of the last. */
async function write(count: number): Promise<number> {
  const transact = createTransact({
    database,
    hearings: [],
    afterCommit: () => sequencer.wake(),
  });
  for (let number = 0; number < count; number += 1) {
    await transact(asking(), creating(`FEED-${(written += 1)}`));
  }
  await sequencer.settled();
  return feed.latest();
}

const everything = { match: () => true };
const positions = (events: readonly LoggedEvent[]) => events.map(({ position }) => position);
const range = (after: number, last: number) =>
  Array.from({ length: last - after }, (_, index) => after + 1 + index);

/** Takes that many events and leaves. */
async function take(options: FollowOptions, count: number): Promise<LoggedEvent[]> {
  const events: LoggedEvent[] = [];
  for await (const event of feed.follow(options)) if (events.push(event) === count) break;
  return events;
}

describe('following the log', () => {
  it('tells what is stored and then what comes, without a seam', async () => {
    const stored = await write(20);
    const following = take({ after: 0, ...everything }, stored + 20);
    const last = await write(20);
    expect(positions(await following)).toEqual(range(0, last));
  });

  it('tells only what comes when no position is given', async () => {
    const before = await write(3);
    const events = feed.follow(everything)[Symbol.asyncIterator]();
    const first = events.next();
    // The position is taken when the following begins, not when its first event is asked for.
    await feed.latest();
    await write(1);
    expect(((await first).value as LoggedEvent).position).toBe(before + 1);
    await events.return?.();
  });

  it('misses and repeats nothing for one who comes back with his last position', async () => {
    const start = await feed.latest();
    const seen: number[] = [];
    const writing = write(30);
    while (seen.length < 30) {
      const after = seen.at(-1) ?? start;
      const wanted = Math.min(7, 30 - seen.length);
      seen.push(...positions(await take({ after, ...everything }, wanted)));
    }
    expect(seen).toEqual(range(start, await writing));
  });

  it('lets one who takes his events late catch up from the store', async () => {
    const start = await feed.latest();
    const events = feed.follow({ after: start, ...everything })[Symbol.asyncIterator]();
    await write(1);
    const seen = [(await events.next()).value as LoggedEvent];
    const last = await write(25);
    while (seen.length < 26) seen.push((await events.next()).value as LoggedEvent);
    await events.return?.();
    expect(positions(seen)).toEqual(range(start, last));
  });

  it('tells each follower what he asked for, and many share what is read', async () => {
    const start = await feed.latest();
    const followers = range(0, 50).map((n) =>
      take({ after: start, match: ({ position }) => position % 5 === n % 5 }, 2),
    );
    await write(10);
    for (const [index, events] of (await Promise.all(followers)).entries()) {
      expect(positions(events).map((position) => position % 5)).toEqual(
        Array(2).fill((index + 1) % 5),
      );
    }
  });

  it('carries the fact as it was told', async () => {
    const start = await feed.latest();
    await write(1);
    const [event] = await take({ after: start, ...everything }, 1);
    expect(event).toMatchObject({
      type: 'test.roleCreated',
      documentType: 'Role',
      companyId: null,
      version: 1,
      data: {},
    });
    expect(event?.changedFields).toContain('code');
    expect(event?.occurredAt).toBeInstanceOf(Date);
  });

  it('ends when its signal does, and when it is left while it waits', async () => {
    const ending = new AbortController();
    const signalled = feed.follow({ ...everything, signal: ending.signal })[Symbol.asyncIterator]();
    const left = feed.follow(everything)[Symbol.asyncIterator]();
    const waiting = [signalled.next(), left.next()];
    ending.abort();
    await left.return?.();
    expect(await Promise.all(waiting)).toMatchObject([{ done: true }, { done: true }]);
  });

  it('ends for everyone when the feed closes', async () => {
    const waiting = feed.follow(everything)[Symbol.asyncIterator]().next();
    await feed.latest();
    await feed.close();
    expect((await waiting).done).toBe(true);
  });

  describe('from memory', () => {
    let wide: Feed;
    beforeEach(() => (wide = createFeed(database, { ringSize: 1_000 })));
    afterEach(() => wide.close());
    const begun = async (): Promise<number> => {
      const last = await write(3);
      await take({ after: last - 1, ...everything }, 1);
      await wide.page(last);
      return last;
    };

    it('tells nothing before somebody has followed', async () => {
      const last = await write(3);
      expect(wide.between(last - 2, last)).toBeNull();
    });

    it('tells what was written before as if it had always been there', async () => {
      const last = await begun();
      await expect.poll(() => wide.between(last - 3, last)).not.toBeNull();
      expect(positions(wide.between(last - 3, last)!)).toEqual(range(last - 3, last));
      expect(positions(wide.between(last - 3, last - 1)!)).toEqual(range(last - 3, last - 1));
      expect(positions(wide.between(0, last)!)).toEqual(range(0, last));
      expect(wide.between(last, last)).toEqual([]);
    });

    it('tells nothing that is not there yet, and nothing the wrong way round', async () => {
      const last = await begun();
      await expect.poll(() => wide.between(last, last)).not.toBeNull();
      expect(wide.between(last, last + 1)).toBeNull();
      expect(wide.between(last + 1, last + 1)).toBeNull();
      expect(wide.between(last, last - 1)).toBeNull();
    });

    it('does not reach behind what was purged', async () => {
      const text = 'delete from "Event" where "position" <= $1';
      const last = await write(5);
      await database.query({ text, values: [last - 4] });
      await wide.page(last);
      await expect.poll(() => wide.between(last, last)).not.toBeNull();
      expect(wide.between(last - 5, last)).toBeNull();
      expect(positions(wide.between(last - 4, last)!)).toEqual(range(last - 4, last));
    });
  });
});
