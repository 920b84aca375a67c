import { randomBytes } from 'node:crypto';
import { connect as connectSocket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createFeed,
  createSequencer,
  type Feed,
  type Sequencer,
} from '../../../modules/events/index.js';
import { startPublishing, type Publishing } from '../../../modules/outbound/index.js';
import { reference, unitChanged } from '../../../modules/platform/index.js';
import type { Database } from '../../../prisma/database.js';
import { acting, type Acting } from '../../support/acting.js';
import { onPostgres, openTestDatabase } from '../../support/database.js';

const SERVER = { host: '127.0.0.1', port: 4222 };

const isThere = await new Promise<boolean>((done) => {
  const socket = connectSocket(SERVER, () => done(true));
  socket.on('error', () => done(false));
  socket.on('connect', () => socket.end());
});

interface Told {
  readonly id: string;
  readonly type: string;
  readonly sequence: string;
  readonly data: { readonly position: number };
}

describe.skipIf(!isThere)('the log on NATS JetStream (needs a server on port 4222)', () => {
  const name = `TEST_${randomBytes(5).toString('hex')}`;
  const nats = { url: 'nats://127.0.0.1:4222', stream: name, prefix: name.toLowerCase() };
  let database: Database;
  let stage: Acting;
  let sequencer: Sequencer;
  let feed: Feed;
  let connection: NatsConnection;
  const started: Publishing[] = [];
  const errors: unknown[] = [];

  beforeAll(async () => {
    database = await openTestDatabase();
    stage = acting(database);
    sequencer = createSequencer(database);
    feed = createFeed(database);
    connection = await connect({ servers: '127.0.0.1:4222' });
    await stage.act(reference.seed);
    await sequencer.settled();
  });
  afterAll(async () => {
    for (const one of started) await one.close();
    const manager = await jetstreamManager(connection);
    await manager.streams.delete(name).catch(() => undefined);
    await connection.close();
    await feed.close();
    await sequencer.close();
    await database.close();
  });

  const publish = (): Publishing => {
    const onError = (error: unknown) => errors.push(error);
    const one = startPublishing({ database, feed, nats, onError });
    started.push(one);
    return one;
  };
  const until = async (isSo: () => boolean | Promise<boolean>): Promise<void> => {
    const deadline = Date.now() + 30_000;
    while (!(await isSo())) {
      if (Date.now() > deadline) throw new Error(`It did not come to it. ${String(errors[0])}`);
      await sleep(20);
    }
  };
  const count = async (): Promise<number> => {
    const manager = await jetstreamManager(connection);
    const info = await manager.streams.info(name).catch(() => null);
    return info?.state.messages ?? 0;
  };
  const messages = async (): Promise<{ subject: string; told: Told }[]> => {
    const manager = await jetstreamManager(connection);
    const all = Array.from({ length: await count() }, (_, at) => at + 1);
    return Promise.all(
      all.map(async (seq) => {
        const message = (await manager.streams.getMessage(name, { seq }))!;
        return { subject: message.subject, told: message.json<Told>() };
      }),
    );
  };
  const tell = async (facts: number): Promise<void> => {
    await stage.act(async (tx) => {
      const before = await tx.db
        .selectFrom('Unit')
        .selectAll()
        .where('code', '=', 'KGM')
        .executeTakeFirstOrThrow();
      for (let at = 1; at <= facts; at += 1) {
        const after = { ...before, version: before.version + at, symbol: `kg${at}` };
        tx.emit(unitChanged({ before, after, data: {} }));
      }
      const version = before.version + facts;
      await tx.db.updateTable('Unit').set({ version }).where('id', '=', before.id).execute();
    });
    await sequencer.settled();
  };
  const positions = async () => (await messages()).map(({ told }) => told.data.position);
  const inOrder = (upTo: number) => Array.from({ length: upTo }, (_, at) => at + 1);

  it('has every event once and in order, as CloudEvents under the subject of their fact', async () => {
    publish();
    const latest = await feed.latest();
    await until(async () => (await count()) === latest);
    const all = await messages();
    const events = await feed.events(0, 500);
    expect(all.map(({ told }) => told.data.position)).toEqual(events.map((one) => one.position));
    expect(all.map(({ told }) => told.id)).toEqual(events.map(({ id }) => id));
    expect(all.every(({ subject, told }) => subject === `${nats.prefix}.${told.type}`)).toBe(true);
    expect(all[0]!.told).toMatchObject({ specversion: '1.0', source: '/throughline' });
  });

  it('goes on after a crash where the stream ends, whatever the cursor still says', async () => {
    for (const one of started.splice(0)) await one.close();
    const text = 'update "LogCursor" set "position" = "position" - 50 where "name" = $1';
    await database.query({ text, values: ['nats'] });
    await tell(300);
    publish();
    const latest = await feed.latest();
    await until(async () => (await count()) >= latest);
    await sleep(200);
    expect(await positions()).toEqual(inOrder(latest));
    expect(errors).toEqual([]);
  });

  onPostgres('by one of several processes', () => {
    it('is published by one, and by another when that one ends', async () => {
      for (const one of started.splice(0)) await one.close();
      const [first, second] = [publish(), publish()];
      await until(() => first.isElected() || second.isElected());
      await tell(100);
      expect([first.isElected(), second.isElected()].filter(Boolean)).toHaveLength(1);
      const [leader, other] = first.isElected() ? [first, second] : [second, first];
      const closing = leader.close();
      await tell(100);
      await closing;
      await until(() => other.isElected());
      const latest = await feed.latest();
      await until(async () => (await count()) >= latest);
      expect(await positions()).toEqual(inOrder(latest));
    });
  });
});
