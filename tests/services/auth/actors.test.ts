import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actors, bootstrap, completeAdministrator, roles } from '../../../modules/auth/index.js';
import { companies, reference } from '../../../modules/platform/index.js';
import { allPermissions } from '../../../modules/permissions.js';
import type { Database } from '../../../prisma/database.js';
import { acting, actorWith, type Acting } from '../../support/acting.js';
import { onPostgres, openTestDatabase } from '../../support/database.js';

let database: Database;
let stage: Acting;
let first: string;
let second: string;
let reader: string;

const person = (more: Partial<Parameters<typeof actors.create>[1]> = {}) => ({
  name: 'Paula',
  kind: 'PERSON' as const,
  roleIds: [reader],
  companies: [first],
  ...more,
});

beforeAll(async () => {
  database = await openTestDatabase();
  stage = acting(database);
  await stage.act(reference.seed);
  const place = { countryCode: 'DE', baseCurrency: 'EUR', timeZone: 'Europe/Berlin' };
  const found = (code: string) =>
    stage.act((tx) => companies.create(tx, { code, name: code, ...place }));
  first = (await found('ONE')).id;
  second = (await found('TWO')).id;
  const role = { code: 'READER', name: 'Reader', permissions: ['platform.company.read'] };
  reader = (await stage.act((tx) => roles.create(tx, role))).id;
});

afterAll(() => database.close());

async function eventTypes(documentId: string): Promise<string[]> {
  const rows = await database.db
    .selectFrom('Event')
    .select('type')
    .where('documentId', '=', documentId)
    .orderBy('version')
    .execute();
  return rows.map(({ type }) => type);
}

describe('roles', () => {
  it('hold no permission that their maker does not have', async () => {
    const maker = actorWith(['auth.role.create', 'auth.role.read']);
    const input = { code: 'SPY', name: 'Spy', permissions: ['auth.role.read', 'auth.actor.read'] };
    expect(await stage.refusal((tx) => roles.create(tx, input), maker)).toMatchObject({
      code: 'GRANT_EXCEEDS_GRANTOR',
      path: ['permissions'],
    });
    const own = { ...input, permissions: ['auth.role.read'] };
    const { id } = await stage.act((tx) => roles.create(tx, own), maker);
    const wider = await stage.refusal(
      (tx) => roles.change(tx, { id, permissions: ['auth.role.read', 'auth.actor.read'] }),
      maker,
    );
    expect(wider.code).toBe('GRANT_EXCEEDS_GRANTOR');
    const none = await stage.act((tx) => roles.change(tx, { id, permissions: [] }), maker);
    expect(none).toMatchObject({ version: 2, permissions: [] });
  });

  it('are named once', async () => {
    const input = { code: 'READER', name: 'Again', permissions: [] };
    const refused = await stage.refusal((tx) => roles.create(tx, input));
    expect(refused).toMatchObject({ code: 'DUPLICATE_KEY', path: ['code'] });
  });

  it('are given to an actor only by somebody who has what they hold', async () => {
    const giver = actorWith(['auth.actor.create'], [first]);
    expect(await stage.refusal((tx) => actors.create(tx, person()), giver)).toMatchObject({
      code: 'GRANT_EXCEEDS_GRANTOR',
      path: ['roleIds'],
    });
  });
});

describe('actors', () => {
  it('reach no company that their maker does not see', async () => {
    const maker = actorWith([...allPermissions], [first]);
    const elsewhere = person({ companies: [first, second] });
    const refused = await stage.refusal((tx) => actors.create(tx, elsewhere), maker);
    expect(refused).toMatchObject({ code: 'NOT_FOUND', path: ['companies'] });
    const all = await stage.refusal((tx) => actors.create(tx, person({ companies: 'ALL' })), maker);
    expect(all).toMatchObject({ code: 'GRANT_EXCEEDS_GRANTOR', path: ['companies'] });
    const unknown = person({ companies: [randomUUID()] });
    expect(await stage.refusal((tx) => actors.create(tx, unknown))).toMatchObject({
      code: 'NOT_FOUND',
      path: ['companies'],
    });
    const noRole = person({ roleIds: [reader, randomUUID()] });
    expect(await stage.refusal((tx) => actors.create(tx, noRole))).toMatchObject({
      code: 'NOT_FOUND',
      path: ['roleIds', 1],
    });
  });

  it('change by replacing what is given and keeping what is absent', async () => {
    const { id } = await stage.act((tx) => actors.create(tx, person()));
    await stage.act((tx) => actors.change(tx, { id, companies: [second], expectedVersion: 1 }));
    const row = await stage.act((tx) => actors.change(tx, { id, name: 'Paul' }));
    expect(row).toMatchObject({ name: 'Paul', version: 3 });
    expect(await stage.act((tx) => actors.grantsOf(tx, row))).toEqual({
      roleIds: [reader],
      companies: [second],
      permissions: ['platform.company.read'],
    });
    await stage.act((tx) => actors.archive(tx, { id }));
    expect(await eventTypes(id)).toEqual([
      'auth.actorCreated',
      'auth.actorChanged',
      'auth.actorChanged',
      'auth.actorArchived',
    ]);
    const late = await stage.refusal((tx) => actors.change(tx, { id, name: 'Late' }));
    expect(late.code).toBe('ACTOR_UNCHANGEABLE');
  });

  it('are not found by somebody who does not see all their companies', async () => {
    const { id } = await stage.act((tx) =>
      actors.create(tx, person({ companies: [first, second] })),
    );
    const half = actorWith([...allPermissions], [first]);
    const refused = await stage.refusal((tx) => actors.change(tx, { id, name: 'X' }), half);
    expect(refused.code).toBe('NOT_FOUND');
  });

  it('do not take themselves out of service', async () => {
    const { id } = await stage.act((tx) => actors.create(tx, person()));
    const self = { ...actorWith([], [first]), id };
    const refused = await stage.refusal((tx) => actors.archive(tx, { id }), self);
    expect(refused).toMatchObject({ code: 'ACTOR_IS_CALLER', path: ['id'] });
  });
});

describe('the administrators', () => {
  it('are given the permissions that a newer release brought, once', async () => {
    const made = await stage.act((tx) => bootstrap(tx));
    expect(made.token).toMatch(/^tlk_/);
    expect(await stage.act(completeAdministrator)).toBe(false);
    await database.db
      .updateTable('Role')
      .set({ permissions: ['auth.role.read'] })
      .where('code', '=', 'ADMINISTRATOR')
      .execute();
    expect(await stage.act(completeAdministrator)).toBe(true);
    expect(await stage.act(completeAdministrator)).toBe(false);
  });
});

onPostgres('two programs that start at once on an empty database', () => {
  it('make one administrator', async () => {
    const empty = await openTestDatabase();
    try {
      const start = () =>
        acting(empty)
          .act((tx) => bootstrap(tx))
          .then(
            () => 'made',
            () => 'refused',
          );
      expect((await Promise.all([start(), start(), start()])).sort()).toEqual([
        'made',
        'refused',
        'refused',
      ]);
    } finally {
      await empty.close();
    }
  });
});
