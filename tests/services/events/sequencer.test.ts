import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  createSequencer,
  createTransact,
  makeEventMonths,
  purgeEvents,
  type Sequencer,
  type Transact,
} from '../../../modules/events/index.js';
import type { Database } from '../../../prisma/database.js';
import { onPostgres, openTestDatabase } from '../../support/database.js';
import { asking, createRole, creating, renameRole } from '../../support/roles.js';

const WAIT = { timeout: 5_000, interval: 5 };

let database: Database;
let sequencer: Sequencer;
let transact: Transact;

beforeAll(async () => {
  database = await openTestDatabase({ poolSize: 12 });
  sequencer = createSequencer(database);
  transact = createTransact({ database, hearings: [], afterCommit: () => sequencer.wake() });
});
afterAll(async () => {
  await sequencer.close();
  await database.close();
});

const log = async () => {
  await sequencer.settled();
  return database.db
    .selectFrom('Event')
    .select(['position', 'documentId', 'version'])
    .orderBy('position')
    .execute();
};

const expectNoGap = (positions: readonly (number | null)[]) =>
  expect(positions).toEqual(positions.map((_, index) => index + 1));

describe('the sequencer', () => {
  it('gives events their positions from 1, in the order of the commits', async () => {
    const ids: string[] = [];
    for (const code of ['A', 'B', 'C']) {
      ids.push((await transact(asking(), creating(code))).answer?.roleId ?? '');
    }
    const events = await log();
    expectNoGap(events.map(({ position }) => position));
    expect(events.map(({ documentId }) => documentId)).toEqual(ids);
  });

  it('keeps the facts of one transaction together, as they were told', async () => {
    const last = (await log()).length;
    await transact(asking(), async (tx) => {
      const { id } = await createRole(tx, 'D');
      await renameRole(tx, id, 'Four');
      return {};
    });
    expect((await log()).slice(last).map(({ version }) => version)).toEqual([1, 2]);
  });

  it('does not let a position be changed, nor an audit entry', async () => {
    await log();
    const move = database.db.updateTable('Event').set({ position: 1_000 }).execute();
    await expect(move).rejects.toThrow('kept as they were written');
    await expect(database.db.deleteFrom('AuditEntry').execute()).rejects.toThrow('AuditEntry');
  });

  it('drops whole months, and counts on without a gap from the oldest that is kept', async () => {
    const events = await log();
    const end = events.length;
    expect(await makeEventMonths(database, 4)).toBeGreaterThan(0);
    expect(await makeEventMonths(database, 4)).toBe(0);
    const monthsOn = (months: number) => {
      const now = new Date();
      return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + months, 15));
    };
    // Two of the month after next, and one of this month that gets its position among them.
    const write = (months: number, place: number) =>
      database.query({
        text: `insert into "Event" select overlay("event_bound"($1)::text placing $2 from 25)::uuid,
            1000000 + $3::int, 0, null, "type", "companyId", "documentType", "documentId", "version",
            "changedFields", "data", "actorId", "requestId", $1 from "Event" where "position" = 1`,
        values: [monthsOn(months), String(place).padStart(12, '0'), place],
      });
    for (const [place, months] of [2, 0, 2].entries()) {
      await write(months, place);
      await sequencer.settled();
    }
    expect((await log()).map(({ position }) => position).slice(end)).toEqual(
      [1, 2, 3].map((place) => end + place),
    );
    expect(await purgeEvents(database, new Date())).toBe(0);
    expect(await purgeEvents(database, monthsOn(2))).toBe(1);
    expect((await log()).map(({ position }) => position)).toEqual([end + 3]);
    // The newest stays, whatever its age.
    expect(await purgeEvents(database, monthsOn(12))).toBe(0);
    await transact(asking(), creating('E'));
    expect((await log()).map(({ position }) => position)).toEqual([end + 3, end + 4]);
  });
});

describe('resting', () => {
  it('gives the first event its position at once, and those that follow theirs together', async () => {
    const own = await openTestDatabase({ poolSize: 4 });
    const resting = createSequencer(own, { restMs: 60_000, pollMs: 60_000 });
    const write = createTransact({ database: own, hearings: [], afterCommit: resting.wake });
    const positions = async () => {
      const rows = await own.db.selectFrom('Event').select('position').orderBy('id').execute();
      return rows.map(({ position }) => position);
    };
    try {
      await resting.settled();
      await write(asking(), creating('A'));
      await vi.waitFor(async () => expect(await positions()).toEqual([1]), WAIT);
      const { texts } = await own.statements.meanwhile(async () => {
        for (const code of ['B', 'C', 'D']) await write(asking(), creating(code));
        expect(await positions()).toEqual([1, null, null, null]);
        await resting.settled();
      });
      expect(await positions()).toEqual([1, 2, 3, 4]);
      expect(texts.filter((text) => text.includes('sequence_events'))).toHaveLength(1);
    } finally {
      // It rests again, and ends none the later.
      await write(asking(), creating('E'));
      await resting.close();
      await own.close();
    }
  });
});

onPostgres('eight writers at once, and two sequencers', () => {
  it('leave positions without a gap, in which the versions of each role rise', async () => {
    const fresh = await openTestDatabase({ poolSize: 12 });
    const [one, two] = [createSequencer(fresh), createSequencer(fresh)];
    const wakes = [one, two];
    const write = createTransact({
      database: fresh,
      hearings: [],
      afterCommit: () => wakes[Math.floor(Math.random() * 2)]?.wake(),
    });
    const shared = (await write(asking(), creating('SHARED'))).answer?.roleId ?? '';
    const writer = async (_: unknown, number: number) => {
      const own = (await write(asking(), creating(`OWN-${number}`))).answer?.roleId ?? '';
      for (let turn = 0; turn < 25; turn += 1) {
        await write(asking(), async (tx) => {
          await renameRole(tx, turn % 2 ? own : shared, `Turn ${number}/${turn}`);
          return {};
        });
      }
    };
    await Promise.all(Array.from({ length: 8 }, writer));
    await one.settled();
    await two.settled();
    const events = await fresh.db
      .selectFrom('Event')
      .select(['position', 'documentId', 'version'])
      .orderBy('position')
      .execute();
    await Promise.all(wakes.map((sequencer) => sequencer.close()));
    await fresh.close();
    expect(events).toHaveLength(1 + 8 + 8 * 25);
    expectNoGap(events.map(({ position }) => position));
    const versions = new Map<string, number>();
    for (const { documentId, version } of events) {
      expect(version).toBe((versions.get(documentId) ?? 0) + 1);
      versions.set(documentId, version);
    }
  });
});
