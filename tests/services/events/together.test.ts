import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readShared, type Shared, type Tx } from '../../../modules/events/index.js';
import type { Database } from '../../../prisma/database.js';
import { openTestDatabase } from '../../support/database.js';
import {
  failingStatements,
  faults,
  ProcessGone,
  type FailingStatements,
} from '../../support/failing-statements.js';
import {
  asking,
  countOf,
  createRole,
  creating,
  keyed,
  rolesIn,
  RoleUnwanted,
} from '../../support/roles.js';
import { doing, renaming, waysTo, type Ways } from '../../support/together.js';

const refusing = async (tx: Tx): Promise<{ roleId?: string }> => {
  await createRole(tx, 'UNWANTED');
  throw new RoleUnwanted();
};

describe('verbs that share a transaction', () => {
  let database: Database;
  let wakes = 0;
  let ways: Ways;
  beforeAll(async () => {
    database = await openTestDatabase();
    ways = waysTo(database, () => void (wakes += 1));
  });
  afterAll(() => database.close());

  const traces = async () => ({
    roles: await countOf(database, 'Role'),
    events: await countOf(database, 'Event'),
    audits: await countOf(database, 'AuditEntry'),
    keys: await countOf(database, 'IdempotencyKey'),
    wakes,
  });
  let before: Awaited<ReturnType<typeof traces>>;
  beforeEach(async () => {
    before = await traces();
  });

  it('are kept together, with their facts, audit entries and keys, and wake once', async () => {
    await doing(ways)([keyed('ONE'), creating('ONE')], [keyed('TWO'), creating('TWO')]);
    expect(await traces()).toEqual({
      roles: before.roles + 2,
      events: before.events + 2,
      audits: before.audits + 2,
      keys: before.keys + 2,
      wakes: before.wakes + 1,
    });
  });

  it('take five statements each beside their own, and three for all', async () => {
    const { texts, flights } = await database.statements.during(() =>
      doing(ways)([keyed('A'), creating('A')], [keyed('B'), creating('B')]),
    );
    expect(texts.filter((text) => text.startsWith('begin') || text === 'commit')).toHaveLength(2);
    expect(texts).toHaveLength(2 * 5 + 3);
    // The begin, and of each verb: its key, its row, its log; then the commit.
    expect(flights).toBe(1 + 2 * 3 + 1);
  });

  it('see what those before them did, by verbs and by reads', async () => {
    const id = randomUUID();
    const seen = await ways.together({ isTrial: false }, async (shared) => {
      await ways.transact({ ...asking(), shared }, async (tx) => {
        await tx.db
          .insertInto('Role')
          .values({ id, code: 'SEEN', name: 'Seen', permissions: [], createdAt: tx.now })
          .execute();
        return {};
      });
      const text = `select "name" from "Role" where "code" = 'SEEN'`;
      const { rows } = await readShared(shared, { text, values: [] });
      const { answer } = await ways.transact({ ...asking(), shared }, renaming(id, 'Again'));
      return { result: [rows[0]?.[0], answer], isKept: true };
    });
    expect(seen).toEqual(['Seen', {}]);
  });

  it('leave nothing when one of them is refused, which undoes that one alone before', async () => {
    const outcomes = await doing(ways)(
      [keyed('FIRST'), creating('FIRST')],
      [keyed('BAD'), refusing],
      [keyed('LAST'), creating('LAST')],
    );
    expect(outcomes.map(({ refusals }) => refusals.map(({ code }) => code))).toEqual([
      [],
      ['ROLE_UNWANTED'],
      [],
    ]);
    expect(await traces()).toEqual(before);
  });

  it('are told the outcome of their keys when they are asked again', async () => {
    const ask = () => doing(ways)([keyed('K1'), creating('K1')], [keyed('K2'), creating('K2')]);
    const first = await ask();
    before = await traces();
    expect(await ask()).toEqual(first.map((outcome) => ({ ...outcome, isReplay: true })));
    expect(await traces()).toEqual(before);
  });

  it('take a key that was left without an outcome', async () => {
    await database.db
      .insertInto('IdempotencyKey')
      .values({
        ...{ id: randomUUID(), actorId: asking().actor.id, key: 'LEFT', field: 'roleCreate' },
        ...{ fingerprint: 'same', createdAt: new Date() },
      })
      .execute();
    const [outcome] = await doing(ways)([keyed('LEFT'), creating('LEFT')]);
    expect(outcome).toMatchObject({ refusals: [], isReplay: false });
    expect((await traces()).keys).toBe(before.keys + 1);
  });

  it('refuse a key of other arguments, and go on behind it', async () => {
    await doing(ways)([keyed('USED'), creating('USED')]);
    before = await traces();
    const outcomes = await doing(ways)(
      [keyed('USED', 'other'), creating('OTHER')],
      [keyed('FREE'), creating('FREE')],
    );
    expect(outcomes).toMatchObject([{ refusals: [{ type: 'IdempotencyConflict' }] }, {}]);
    expect(await traces()).toEqual(before);
  });

  it('do nothing behind what was no refusal, and leave nothing', async () => {
    let runs = 0;
    const seen: unknown[] = [];
    const failed = ways.together({ isTrial: false }, async (shared) => {
      const broken = await ways
        .transact({ ...asking(), shared }, () => Promise.reject(new TypeError('A bug.')))
        .catch((error: unknown) => error);
      const next = await ways
        .transact({ ...asking(), shared }, (tx) => {
          runs += 1;
          return creating('BEHIND')(tx);
        })
        .catch((error: unknown) => error);
      seen.push(broken, next);
      return { result: 'done', isKept: true };
    });
    const bug = new TypeError('A bug.');
    // Though all of it was caught, what was to be kept and is not is never told as done.
    await expect(failed).rejects.toEqual(bug);
    expect(seen).toEqual([bug, bug]);
    expect(runs).toBe(0);
    expect(await traces()).toEqual(before);
  });

  it('cannot be done, nor read, behind its end', async () => {
    const kept: Shared[] = [];
    await ways.together({ isTrial: false }, (shared) => {
      kept.push(shared);
      return Promise.resolve({ result: null, isKept: false });
    });
    const [shared] = kept as [Shared];
    const late = ways.transact({ ...asking(), shared }, creating('LATE'));
    await expect(late).rejects.toThrow('The transaction has ended.');
    const read = readShared(shared, { text: 'select 1', values: [] });
    await expect(read).rejects.toThrow('The transaction has ended.');
  });

  it('are rolled back by what is thrown before the commit', async () => {
    const beforeCommit = () => {
      throw new Error('Too late.');
    };
    const late = ways.together({ isTrial: false, beforeCommit }, async (shared) => ({
      result: await ways.transact({ ...keyed('TOO-LATE'), shared }, creating('TOO-LATE')),
      isKept: true,
    }));
    await expect(late).rejects.toThrow('Too late.');
    expect(await traces()).toEqual(before);
  });

  it('plan their own statements by index, and what is read between them freely', async () => {
    const settings = await ways.together({ isTrial: false }, async (shared) => {
      const scan = async (run: Shared['session']) =>
        (await run.query({ text: 'show enable_seqscan', values: [] })).rows[0]?.[0];
      const inVerb: unknown[] = [];
      for (const isRefused of [false, true])
        await ways.transact({ ...asking(), shared }, async () => {
          inVerb.push(await scan(shared.session));
          if (isRefused) throw new RoleUnwanted();
          return {};
        });
      return { result: [...inVerb, await scan(shared.session)], isKept: false };
    });
    expect(settings).toEqual(['off', 'off', 'on']);
  });
});

/** Begin and its number; of each of two verbs five; commit: and one that is never reached. */
const STATEMENTS = Array.from({ length: 14 }, (_, at) => at + 1);

describe.each(faults)('a shared transaction in which a statement fails: %s', (fault) => {
  let database: Database;
  let statements: FailingStatements;
  let ways: Ways;
  beforeAll(async () => {
    database = await openTestDatabase();
    ways = waysTo(database);
    statements = failingStatements();
  });
  afterAll(async () => {
    statements.restore();
    await database.close();
  });

  it.each(STATEMENTS)('is done once and whole under its keys, whichever it is (%d)', async (at) => {
    const codes = [`${fault}-${at}-A`, `${fault}-${at}-B`];
    const asked = () => doing(ways)(...codes.map((code) => [keyed(code), creating(code)] as const));
    const kept = await countOf(database, 'IdempotencyKey');
    statements.arm(at, fault);
    const first = await asked().catch((error: unknown) => error);
    expect(statements.disarm()).toBe(at < STATEMENTS.length);
    const again = await asked();
    if (first instanceof Error) expect(first).toBeInstanceOf(ProcessGone);
    else expect(again).toEqual((first as object[]).map((one) => ({ ...one, isReplay: true })));
    expect(await Promise.all(codes.map((code) => rolesIn(database, code)))).toEqual([1, 1]);
    expect(await countOf(database, 'IdempotencyKey')).toBe(kept + 2);
  });
});
