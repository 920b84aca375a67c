import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  createTogether,
  createTransact,
  hears,
  Refused,
  type Shared,
} from '../../../modules/events/index.js';
import { PoolTouchedInsideTransaction, type Database } from '../../../prisma/database.js';
import { openTestDatabase } from '../../support/database.js';
import {
  asking,
  clerk,
  countOf,
  createRole,
  creating,
  keyed,
  renameRole,
  roleCreated,
  roleRenamed,
  RoleUnwanted,
} from '../../support/roles.js';

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const traces = async () => ({
  roles: await countOf(database, 'Role'),
  events: await countOf(database, 'Event'),
  audits: await countOf(database, 'AuditEntry'),
  keys: await countOf(database, 'IdempotencyKey'),
});
let before: Awaited<ReturnType<typeof traces>>;
beforeEach(async () => {
  before = await traces();
});

const transactWith = (hearings: Parameters<typeof createTransact>[0]['hearings'] = []) =>
  createTransact({ database, hearings });

const trying = <R>(run: (shared: Shared) => Promise<R>): Promise<R> =>
  createTogether({ database, hearings: [] })({ isTrial: true }, async (shared) => ({
    result: await run(shared),
    isKept: true,
  }));

describe('writing in one transaction', () => {
  it('writes an event and an audit entry for each fact, with what changed', async () => {
    const { answer } = await transactWith()(asking(), creating('SELLER'));
    const roleId = answer?.roleId ?? '';
    await transactWith()(asking(), async (tx) => {
      await renameRole(tx, roleId, 'Seller');
      return {};
    });
    const entries = await database.db
      .selectFrom('AuditEntry')
      .innerJoin('Event', 'Event.id', 'AuditEntry.eventId')
      .select(['AuditEntry.type', 'AuditEntry.version', 'changes', 'changedFields', 'data'])
      .where('AuditEntry.documentId', '=', roleId)
      .orderBy('AuditEntry.id')
      .execute();
    expect(entries.map(({ type, version }) => [type, version])).toEqual([
      ['test.roleCreated', 1],
      ['test.roleRenamed', 2],
    ]);
    expect(entries[1]).toMatchObject({
      changes: { name: { from: 'SELLER', to: 'Seller' } },
      changedFields: ['name'],
      data: { by: 'Clerk' },
    });
  });

  it('keeps the order of two facts of one document, and their versions rise', async () => {
    const { answer } = await transactWith()(asking(), async (tx) => {
      const { id } = await createRole(tx, 'BUYER');
      await renameRole(tx, id, 'Buyer');
      await renameRole(tx, id, 'Purchaser');
      return { id };
    });
    const events = await database.db
      .selectFrom('Event')
      .select(['place', 'version', 'transactionId'])
      .where('documentId', '=', answer?.id ?? '')
      .orderBy('place')
      .execute();
    expect(events.map(({ place, version }) => [place, version])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
    expect(new Set(events.map(({ transactionId }) => transactionId)).size).toBe(1);
  });

  it('leaves nothing when the work crashes, and throws what it crashed with', async () => {
    const crash = transactWith()(keyed('crash'), async (tx) => {
      await createRole(tx, 'CRASHED');
      throw new TypeError('a bug');
    });
    await expect(crash).rejects.toThrow(new TypeError('a bug'));
    expect(await traces()).toEqual(before);
  });

  it('undoes the verb when a listener refuses, and tells why', async () => {
    const transact = transactWith([hears(roleCreated, () => Promise.reject(new RoleUnwanted()))]);
    const outcome = await transact(asking(), creating('REFUSED'));
    expect(outcome).toMatchObject({
      answer: null,
      refusals: [{ type: 'RoleUnwanted', code: 'ROLE_UNWANTED', path: ['code'] }],
    });
    expect(await traces()).toEqual(before);
  });

  it('answers every refusal that was thrown at once', async () => {
    const outcome = await transactWith()(asking(), () =>
      Promise.reject(new Refused([new RoleUnwanted().at('lines', 0), new RoleUnwanted()])),
    );
    expect(outcome.refusals.map(({ path }) => path)).toEqual([['lines', 0, 'code'], ['code']]);
  });

  it('lets listeners tell facts that others hear, after the verb and in order', async () => {
    const heard: string[] = [];
    const transact = transactWith([
      hears(roleCreated, async (tx, { after }) => {
        heard.push(`created ${after.code}`);
        await renameRole(tx, after.id, 'Renamed');
      }),
      hears(roleRenamed, (_tx, { data }) => {
        heard.push(`renamed by ${data.by}`);
        return Promise.resolve();
      }),
    ]);
    await transact(asking(), async (tx) => {
      await createRole(tx, 'FIRST');
      heard.push('verb done');
      return {};
    });
    expect(heard).toEqual(['verb done', 'created FIRST', 'renamed by Clerk']);
    expect((await traces()).events).toBe(before.events + 2);
  });

  it('stops facts that follow from themselves without end', async () => {
    const renameAgain = hears(roleRenamed, async (tx, { after }) => {
      await renameRole(tx, after.id, `${after.name}+`);
    });
    const endless = transactWith([renameAgain])(asking(), async (tx) => {
      const { id } = await createRole(tx, 'ENDLESS');
      await renameRole(tx, id, 'More');
      return {};
    });
    await expect(endless).rejects.toThrow('without end');
    expect(await traces()).toEqual(before);
  });

  it('throws when something inside asks the pool', async () => {
    const work = () => database.query({ text: 'select 1', values: [] }).then(() => ({}));
    await expect(transactWith()(asking(), work)).rejects.toThrow(PoolTouchedInsideTransaction);
  });
});

describe('locking a row', () => {
  it('refuses a version that is not the current one, and says which is', async () => {
    const { answer } = await transactWith()(asking(), creating('STALE'));
    const { refusals } = await transactWith()(asking(), async (tx) => {
      await tx.lock('Role', answer?.roleId ?? '', 7);
      return {};
    });
    expect(refusals).toMatchObject([{ code: 'STALE_VERSION', params: { currentVersion: 1 } }]);
  });

  it.each([
    ['what does not exist', randomUUID()],
    ['what is no id at all', "' or 1=1"],
  ])('finds no row for %s', async (_name, id) => {
    const { refusals } = await transactWith()(asking(), async (tx) => {
      await tx.lock('Role', id);
      return {};
    });
    expect(refusals).toMatchObject([{ type: 'NotFound', params: { type: 'Role' } }]);
  });

  it('does not find the row of a company that the actor may not see', async () => {
    const since = new Date();
    await database.db
      .insertInto('Currency')
      .values({ id: randomUUID(), code: 'EUR', name: 'Euro', minorUnits: 2, createdAt: since })
      .execute();
    const company = { id: randomUUID(), code: 'HIDDEN', name: 'Hidden', countryCode: 'DE' };
    await database.db
      .insertInto('Company')
      .values({
        ...company,
        baseCurrency: 'EUR',
        timeZone: 'UTC',
        createdAt: since,
        updatedAt: since,
      })
      .execute();
    const lockIt = { ...asking(), actor: { ...clerk, companies: [randomUUID()] } };
    const { refusals } = await transactWith()(lockIt, async (tx) => {
      await tx.lock('Company', company.id);
      return {};
    });
    expect(refusals).toMatchObject([{ type: 'NotFound' }]);
  });

  it('answers many in the order in which they were asked for, repeated ones twice', async () => {
    const { answer } = await transactWith()(asking(), async (tx) => {
      const [one, two] = [await createRole(tx, 'ONE'), await createRole(tx, 'TWO')];
      const rows = await tx.lockAll('Role', [two.id, one.id, two.id]);
      return { codes: rows.map(({ code }) => code) };
    });
    expect(answer?.codes).toEqual(['TWO', 'ONE', 'TWO']);
  });
});

describe('a trial', () => {
  it('shows the outcome and its facts on its own session, and leaves no trace', async () => {
    const seen = await trying(async (shared) => {
      const outcome = await transactWith()({ ...keyed('trial'), shared }, async (tx) => {
        await createRole(tx, 'TRIED');
        return { isTrial: tx.isTrial };
      });
      const { rows } = await shared.session.query({
        text: `select count(*)::int from "AuditEntry" where type = 'test.roleCreated'
          and changes -> 'code' ->> 'to' = 'TRIED'`,
        values: [],
      });
      return { outcome, audits: rows[0]?.[0] };
    });
    expect(seen.outcome).toEqual({ answer: { isTrial: true }, refusals: [], isReplay: false });
    expect(seen.audits).toBe(1);
    expect(await traces()).toEqual(before);
  });

  it('tells a refusal and leaves the session usable', async () => {
    const transact = transactWith([hears(roleCreated, () => Promise.reject(new RoleUnwanted()))]);
    const outcome = await trying(async (shared) => {
      const refused = await transact({ ...asking(), shared }, creating('TRIED'));
      await shared.session.query({ text: 'select 1', values: [] });
      return refused;
    });
    expect(outcome.refusals).toMatchObject([{ code: 'ROLE_UNWANTED' }]);
  });
});
