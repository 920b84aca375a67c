import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actors, apiKeys, authenticate, bootstrap, roles } from '../../../modules/auth/index.js';
import type { Actor } from '../../../modules/kernel/index.js';
import { companies, reference } from '../../../modules/platform/index.js';
import { allPermissions } from '../../../modules/permissions.js';
import type { Database } from '../../../prisma/database.js';
import { acting, actorWith, type Acting } from '../../support/acting.js';
import { openTestDatabase } from '../../support/database.js';

const CHOSEN = 'a-key-that-the-operator-chose-0123456789';

let database: Database;
let stage: Acting;
let companyId: string;
let clerkRole: string;
let clerk: string;
let now = new Date('2026-03-02T08:00:00Z').getTime();

/** Each test asks later than the last one could still be remembered. */
beforeEach(() => {
  now += 10_000;
});

const who = (token: string, after = 0): Promise<Actor | null> =>
  authenticate(database, token, new Date(now + after));

beforeAll(async () => {
  database = await openTestDatabase();
  stage = acting(database);
  await stage.act(reference.seed);
  await stage.act((tx) => bootstrap(tx, { token: CHOSEN }));
  const place = { countryCode: 'DE', baseCurrency: 'EUR', timeZone: 'Europe/Berlin' };
  companyId = (await stage.act((tx) => companies.create(tx, { code: 'A', name: 'A', ...place })))
    .id;
  const permissions = ['platform.company.read', 'platform.taxCode.read'];
  const role = { code: 'CLERK', name: 'Clerk', permissions };
  clerkRole = (await stage.act((tx) => roles.create(tx, role))).id;
  const input = {
    name: 'Clara Clerk',
    kind: 'PERSON' as const,
    roleIds: [clerkRole],
    companies: [companyId],
  };
  clerk = (await stage.act((tx) => actors.create(tx, input))).id;
});

afterAll(() => database.close());

const issue = (scopes: string[] = [], expiresAt: Date | null = null, actor?: Actor) =>
  stage.act((tx) => apiKeys.issue(tx, { actorId: clerk, name: 'Key', scopes, expiresAt }), actor);

describe('the first administrator', () => {
  it('has every permission in every company by the key the operator chose', async () => {
    const admin = await who(CHOSEN);
    expect(admin).toMatchObject({ name: 'Administrator', kind: 'PERSON', companies: 'ALL' });
    expect([...(admin?.permissions ?? [])].sort()).toEqual([...allPermissions].sort());
  });

  it('is made once', async () => {
    const refused = await stage.refusal((tx) => bootstrap(tx));
    expect(refused.code).toBe('ALREADY_BOOTSTRAPPED');
    const weak = await stage.refusal((tx) => bootstrap(tx, { token: 'secret' }));
    expect(weak).toMatchObject({ code: 'TOKEN_MALFORMED', path: ['token'] });
  });
});

describe('a key', () => {
  it('opens what its actor may do, in his companies only', async () => {
    const { token } = await issue();
    expect(await who(token)).toEqual({
      app: null,
      id: clerk,
      name: 'Clara Clerk',
      kind: 'PERSON',
      companies: [companyId],
      permissions: new Set(['platform.company.read', 'platform.taxCode.read']),
    });
  });

  it('opens no more than its scopes', async () => {
    const { token } = await issue(['platform.taxCode.read']);
    expect((await who(token))?.permissions).toEqual(new Set(['platform.taxCode.read']));
  });

  it('opens nothing when it is unknown, malformed or one character off', async () => {
    const { token } = await issue();
    const off = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A');
    for (const text of [off, '', 'x', `${token}\u0000`, `${token} `, 'tlk_'.padEnd(47, 'A')]) {
      expect(await who(text)).toBeNull();
    }
  });

  it('ends at its expiry, even when it was asked for a moment before', async () => {
    const { token } = await issue([], new Date(now + 500));
    expect(await who(token, 499)).not.toBeNull();
    expect(await who(token, 500)).toBeNull();
    expect(await who(token, 501)).toBeNull();
  });

  it('opens nothing a second after it was revoked, and cannot be revoked twice', async () => {
    const { token, apiKey } = await issue();
    expect(await who(token)).not.toBeNull();
    const revoked = await stage.act((tx) =>
      apiKeys.revoke(tx, { id: apiKey.id, expectedVersion: 1 }),
    );
    expect(revoked).toMatchObject({ version: 2, revokedAt: expect.any(Date) });
    expect(await who(token, 1_000)).toBeNull();
    const again = await stage.refusal((tx) => apiKeys.revoke(tx, { id: apiKey.id }));
    expect(again.code).toBe('API_KEY_REVOKED');
  });

  it('is asked of the store once a second, however many ask', async () => {
    const { token } = await issue();
    const { texts } = await database.statements.during(async () => {
      await Promise.all(Array.from({ length: 20 }, (_, index) => who(token, index * 49)));
    });
    expect(texts).toHaveLength(1);
  });

  it('opens nothing once its actor is archived', async () => {
    const input = {
      name: 'Gone',
      kind: 'INTEGRATION' as const,
      roleIds: [],
      companies: [companyId],
    };
    const { id } = await stage.act((tx) => actors.create(tx, input));
    const { token } = await stage.act((tx) => apiKeys.issue(tx, { actorId: id, name: 'K' }));
    expect((await who(token))?.permissions.size).toBe(0);
    await stage.act((tx) => actors.archive(tx, { id }));
    expect(await who(token, 1_000)).toBeNull();
    const late = await stage.refusal((tx) => apiKeys.issue(tx, { actorId: id, name: 'K' }));
    expect(late.code).toBe('NOT_FOUND');
  });

  it('leaves neither its token nor its hash in events or audit entries', async () => {
    const { token, apiKey } = await issue();
    const [row] = (
      await database.query({
        text: 'select "hash" from "ApiKey" where "id" = $1',
        values: [apiKey.id],
      })
    ).rows;
    const told = await database.query({
      text: `select to_jsonb(e)::text from "Event" e where "documentId" = $1
        union all select to_jsonb(a)::text from "AuditEntry" a where "documentId" = $1`,
      values: [apiKey.id],
    });
    const text = JSON.stringify([told.rows, apiKey]);
    expect(told.rows.length).toBeGreaterThan(0);
    expect(text).not.toContain(String(row?.[0]));
    expect(text).not.toContain(token.slice(8));
    expect(apiKey.hint).toBe(token.slice(0, 8));
  });

  it('is never rewritten in the store', async () => {
    const { apiKey } = await issue();
    const text = `update "ApiKey" set "scopes" = '{x}' where "id" = $1`;
    await expect(database.query({ text, values: [apiKey.id] })).rejects.toThrow(/never rewritten/);
  });
});

describe('issuing a key', () => {
  const limited = () => actorWith(['auth.apiKey.issue', 'platform.company.read'], [companyId]);
  const issueAs = (actor: Actor, actorId: string, scopes: string[]) =>
    stage.refusal((tx) => apiKeys.issue(tx, { actorId, name: 'K', scopes }), actor);

  it('refuses scopes wider than what the issuer may do', async () => {
    expect(await issueAs(limited(), clerk, ['platform.taxCode.read'])).toMatchObject({
      code: 'GRANT_EXCEEDS_GRANTOR',
      path: ['scopes'],
      params: { missing: 'platform.taxCode.read' },
    });
  });

  it('refuses a key without scopes for an actor who may do more than the issuer', async () => {
    expect(await issueAs(limited(), clerk, [])).toMatchObject({
      code: 'GRANT_EXCEEDS_GRANTOR',
      path: ['actorId'],
    });
    const { token } = await issue(['platform.company.read'], null, limited());
    expect((await who(token))?.permissions).toEqual(new Set(['platform.company.read']));
  });

  it('finds no actor of companies that the issuer does not see', async () => {
    const everything = actorWith([...allPermissions], []);
    expect((await issueAs(everything, clerk, [])).code).toBe('NOT_FOUND');
  });

  it.each([
    [{ scopes: ['no.such.right'] }, 'PERMISSION_UNKNOWN', 'scopes'],
    [{ name: ' ' }, 'TEXT_TOO_SHORT', 'name'],
    [{ expiresAt: new Date('2020-01-01') }, 'EXPIRY_IN_THE_PAST', 'expiresAt'],
  ])('refuses %j', async (change, code, field) => {
    const input = { actorId: clerk, name: 'K', ...change };
    const refused = await stage.refusal((tx) => apiKeys.issue(tx, input));
    expect(refused).toMatchObject({ code, path: [field] });
  });
});
