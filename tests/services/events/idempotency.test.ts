import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTransact, type Transact } from '../../../modules/events/index.js';
import { purgeIdempotencyKeys } from '../../../modules/events/index.js';
import type { Database } from '../../../prisma/database.js';
import { onPostgres, openTestDatabase } from '../../support/database.js';
import {
  asking,
  clerk,
  countOf,
  createRole,
  creating,
  keyed,
  RoleUnwanted,
} from '../../support/roles.js';

let database: Database;
let transact: Transact;

beforeAll(async () => {
  database = await openTestDatabase({ poolSize: 24 });
  transact = createTransact({ database, hearings: [] });
});
afterAll(() => database.close());

const rolesNamed = async (code: string) => {
  const found = await database.db
    .selectFrom('Role')
    .select('id')
    .where('code', '=', code)
    .execute();
  return found.map(({ id }) => id);
};

describe('sending a request again under its key', () => {
  it('answers what was answered, and does nothing', async () => {
    const first = await transact(keyed('again'), creating('AGAIN'));
    const events = await countOf(database, 'Event');
    const second = await transact(keyed('again'), () => Promise.reject(new Error('ran twice')));
    expect(second).toEqual({ ...first, isReplay: true });
    expect(await countOf(database, 'Event')).toBe(events);
    expect(await rolesNamed('AGAIN')).toEqual([first.answer?.roleId]);
  });

  it('answers the refusal that was answered', async () => {
    const first = await transact(keyed('refused'), () => Promise.reject(new RoleUnwanted()));
    const second = await transact(keyed('refused'), creating('NEVER'));
    expect(second).toEqual({ ...first, isReplay: true });
    expect(second.refusals).toMatchObject([{ type: 'RoleUnwanted', path: ['code'] }]);
    expect(await rolesNamed('NEVER')).toEqual([]);
  });

  it('undoes what was written before the refusal, and still keeps the refusal', async () => {
    const refuseLate = () =>
      transact(keyed('late'), async (tx) => {
        await createRole(tx, 'LATE');
        throw new RoleUnwanted();
      });
    await refuseLate();
    expect(await rolesNamed('LATE')).toEqual([]);
    expect((await refuseLate()).isReplay).toBe(true);
  });

  it('tries again after a refusal that said it may succeed later', async () => {
    await transact(keyed('later'), () => Promise.reject(new RoleUnwanted(true)));
    const second = await transact(keyed('later'), creating('LATER'));
    expect(second).toMatchObject({ refusals: [], isReplay: false });
  });

  it('works under a key whose first request crashed', async () => {
    const crash = transact(keyed('crashed'), () => Promise.reject(new Error('crash')));
    await expect(crash).rejects.toThrow('crash');
    expect(await transact(keyed('crashed'), creating('HEALED'))).toMatchObject({ isReplay: false });
  });

  it.each([
    ['with other arguments', { ...keyed('taken', 'other') }],
    ['for another field', { ...keyed('taken'), operation: 'roleChange' }],
  ])('refuses the key %s', async (_name, request) => {
    await transact(keyed('taken'), () => Promise.resolve({}));
    const { refusals, isReplay } = await transact(request, creating('CONFLICT'));
    expect(refusals).toMatchObject([{ type: 'IdempotencyConflict', params: { key: 'taken' } }]);
    expect(isReplay).toBe(false);
    expect(await rolesNamed('CONFLICT')).toEqual([]);
  });

  it('does not let two actors meet under one key', async () => {
    const other = { ...clerk, id: '00000000-0000-7000-8000-0000000000c2' };
    await transact(keyed('own'), creating('MINE'));
    const theirs = await transact({ ...keyed('own'), actor: other }, creating('THEIRS'));
    expect(theirs.isReplay).toBe(false);
  });

  it('forgets a key after seven days, and not before', async () => {
    const longAgo = new Date('2026-01-01T00:00:00Z');
    const old = createTransact({ database, hearings: [], clock: () => longAgo });
    await old(keyed('old'), () => Promise.resolve({}));
    const keys = await countOf(database, 'IdempotencyKey');
    await purgeIdempotencyKeys(database, new Date('2026-01-07T23:59:59Z'));
    expect(await countOf(database, 'IdempotencyKey')).toBe(keys);
    await purgeIdempotencyKeys(database, new Date('2026-01-08T00:00:01Z'));
    expect(await countOf(database, 'IdempotencyKey')).toBe(keys - 1);
  });
});

describe('what a transaction costs', () => {
  const statementsOf = async (request: ReturnType<typeof asking>) => {
    const { texts } = await database.statements.during(() =>
      transact(request, creating(`COST-${request.idempotency?.key ?? 'none'}`)),
    );
    return texts.length;
  };

  it('takes six statements with a key and one fact, of which one is the verb', async () => {
    expect(await statementsOf(keyed('cost'))).toBe(6);
  });

  it('takes five statements without a key', async () => {
    expect(await statementsOf(asking())).toBe(5);
  });
});

onPostgres('one key sent twenty times at once', () => {
  it('has one effect and one answer', async () => {
    const sent = Array.from({ length: 20 }, () => transact(keyed('storm'), creating('STORM')));
    const outcomes = await Promise.all(sent);
    const roles = await rolesNamed('STORM');
    expect(roles).toHaveLength(1);
    expect(outcomes.map(({ answer }) => answer?.roleId)).toEqual(Array(20).fill(roles[0]));
    expect(outcomes.filter(({ isReplay }) => !isReplay)).toHaveLength(1);
  });

  it('tells a duplicate that waited too long to come back', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let begun: () => void = () => undefined;
    const hasBegun = new Promise<void>((resolve) => (begun = resolve));
    const first = transact(keyed('slow'), async () => {
      begun();
      await held;
      return {};
    });
    await hasBegun;
    const second = await transact(keyed('slow'), () => Promise.resolve({}));
    release();
    expect(second.refusals).toMatchObject([{ code: 'DUPLICATE_IN_PROGRESS', retryable: true }]);
    expect((await first).isReplay).toBe(false);
  });
});
