import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTransact, type Transact } from '../../../modules/events/index.js';
import type { Database } from '../../../prisma/database.js';
import { costLimits } from '../../../server/admission.js';
import type { Doors } from '../../../server/doors.js';
import { openTestDatabase } from '../../support/database.js';
import { actorOf, callers, openSampleDoors, post } from '../../support/doors.js';

let database: Database;
/** Whether the database is away for the next transaction. */
const failing = { isNext: false };
const doors: Partial<Record<'compiled' | 'interpreted', Doors>> = {};

beforeAll(async () => {
  database = await openTestDatabase();
  const actor = { ...actorOf('clerk', []), id: '0190a000-0000-7000-8000-000000000001' };
  callers.set('writer', actor);
  await database.db
    .insertInto('Actor')
    .values({ id: actor.id, name: actor.name, kind: 'PERSON', createdAt: new Date() })
    .execute();
  const sound = createTransact({ database, hearings: [] });
  const transact: Transact = (request, work) => {
    if (!failing.isNext) return sound(request, work);
    failing.isNext = false;
    return Promise.reject(new Error('Connection terminated unexpectedly'));
  };
  for (const execution of ['compiled', 'interpreted'] as const)
    doors[execution] = await openSampleDoors({ database, transact, execution });
});
afterAll(async () => {
  await doors.compiled?.close(0);
  await doors.interpreted?.close(0);
  await database.close();
});
beforeEach(() => database.db.deleteFrom('Role').execute());

const written = async () => {
  const rows = await database.db.selectFrom('Role').select('code').orderBy('code').execute();
  return rows.map(({ code }) => code);
};

describe.each(['compiled', 'interpreted'] as const)(
  'writing through the graph, %s',
  (execution) => {
    const ask = (query: string, variables = {}, headers = {}) =>
      post(
        doors[execution]!.url,
        { query, variables },
        { authorization: 'Bearer writer', ...headers },
      );
    const note = 'mutation ($i: RoleNoteInput!) { roleNote(input: $i) { roleId seen } }';

    it('reads its answer after what it wrote', async () => {
      const { json } = await ask(note, { i: { code: 'A' } });
      expect(json.data).toMatchObject({ roleNote: { seen: ['A'] } });
      expect(await written()).toEqual(['A']);
    });

    it('gives each mutation of an operation its own transaction, in their order', async () => {
      const { json } = await ask(`mutation {
      one: roleNote(input: {code: "A"}) { seen }
      two: roleNote(input: {code: "B"}) { seen }
    }`);
      expect(json.data).toEqual({ one: { seen: ['A'] }, two: { seen: ['A', 'B'] } });
    });

    it('leaves keyed fields behind one that failed undone, so that a repetition does all', async () => {
      failing.isNext = true;
      const headers = { 'idempotency-key': `behind-${execution}` };
      const both = `mutation {
      one: roleNote(input: {code: "A"}) { seen }
      two: roleNote(input: {code: "B"}) { seen }
    }`;
      const { json } = await ask(both, {}, headers);
      expect(json.data).toEqual({ one: null, two: null });
      expect(await written()).toEqual([]);
    });

    it('does none of the mutations of an atomic operation that takes too long', async () => {
      const both = `mutation @atomic {
      one: roleNote(input: {code: "A"}) { seen }
      two: roleNote(input: {code: "B"}) { seen }
    }`;
      const sound = createTransact({ database, hearings: [] });
      const slow = await openSampleDoors({
        ...{ database, execution, costLimits: { ...costLimits, timeout: 300 } },
        async transact(request, work) {
          await sleep(200);
          return sound(request, work);
        },
      });
      const late = await post(slow.url, { query: both }, { authorization: 'Bearer writer' });
      expect(late.json.errors?.[0]?.extensions.code).toBe('OPERATION_TIMEOUT');
      // It ends by itself behind the answer.
      await sleep(400);
      expect(await written()).toEqual([]);
      await slow.close(0);
      const { json } = await ask(both);
      expect(json.data).toEqual({ one: { seen: ['A'] }, two: { seen: ['A', 'B'] } });
    });

    it.each([
      ['by a variable', note, { i: { code: 'A', validateOnly: true } }],
      [
        'by a literal',
        'mutation { roleNote(input: {code: "A", validateOnly: true}) { roleId seen } }',
        {},
      ],
      [
        'within a fragment',
        'mutation { ...M } fragment M on Mutation { roleNote(input: {code: "A", validateOnly: true}) { roleId seen } }',
        {},
      ],
    ])(
      'resolves the whole answer of what is only tried and leaves nothing: %s',
      async (_, query, variables) => {
        const { json } = await ask(query, variables);
        expect(json.errors).toBeUndefined();
        expect(json.data).toMatchObject({ roleNote: { roleId: expect.any(String), seen: ['A'] } });
        expect(await written()).toEqual([]);
        const events = await database.db.selectFrom('Event').select('id').execute();
        expect(events).toEqual([]);
      },
    );

    it('tries nothing beside another mutation', async () => {
      const { json } = await ask(`mutation {
      one: roleNote(input: {code: "A"}) { seen }
      two: roleNote(input: {code: "B", validateOnly: true}) { seen }
    }`);
      expect(json.errors?.[0]?.extensions.code).toBe('VALIDATE_ONLY_ALONE');
      expect(await written()).toEqual([]);
    });

    it('looks at the mutations that are included only', async () => {
      const { json } = await ask(`mutation {
      one: roleNote(input: {code: "A"}) @skip(if: true) { seen }
      two: roleNote(input: {code: "B", validateOnly: true}) { seen }
    }`);
      expect(json.data).toEqual({ two: { seen: ['B'] } });
      expect(await written()).toEqual([]);
    });

    it('goes on after a trial whose transaction was broken by an error', async () => {
      await ask(note, { i: { code: 'A' } });
      const broken = await ask(note, { i: { code: 'A', validateOnly: true } });
      expect(broken.json.errors?.[0]?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
      const { json } = await ask(note, { i: { code: 'B' } });
      expect(json.data).toMatchObject({ roleNote: { seen: ['A', 'B'] } });
    });

    it('says that a key was replayed, and reads its selection afresh', async () => {
      const headers = { 'idempotency-key': `key-${execution}` };
      const first = await ask(note, { i: { code: 'A' } }, headers);
      expect(first.json.extensions).toEqual({ cost: expect.any(Object) });
      await ask(note, { i: { code: 'B' } });
      const again = await ask(note, { i: { code: 'A' } }, headers);
      expect(again.json.extensions).toEqual({
        cost: expect.any(Object),
        idempotency: { replayed: true },
      });
      expect(again.json.data).toMatchObject({ roleNote: { seen: ['A', 'B'] } });
    });
  },
);
