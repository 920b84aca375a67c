import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createTransact,
  insertLater,
  updateLater,
  type Tx,
} from '../../../modules/events/index.js';
import { NotFound } from '../../../modules/kernel/index.js';
import type { Database } from '../../../prisma/database.js';
import { openTestDatabase } from '../../support/database.js';
import { asking, keyed, rolesIn } from '../../support/roles.js';

let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

const transact = (...args: Parameters<ReturnType<typeof createTransact>>) =>
  createTransact({ database, hearings: [] })(...args);

const role = (tx: Tx, code: string) => {
  return { id: tx.newId(), code, name: code, permissions: [], createdAt: tx.now };
};

const named = (tx: Tx, code: string) =>
  tx.db.selectFrom('Role').select(['name']).where('code', '=', code).execute();

describe('writes that nobody waits for', () => {
  it('are seen by what is sent after them, and kept by the commit', async () => {
    const { answer } = await transact(asking(), async (tx) => {
      const row = role(tx, 'LATER');
      insertLater(tx, 'Role', [row]);
      updateLater(tx, 'Role', [{ id: row.id, name: 'Later' }]);
      const [seen] = await named(tx, 'LATER');
      return { name: seen?.name };
    });
    expect(answer).toEqual({ name: 'Later' });
    expect(await rolesIn(database, 'LATER')).toBe(1);
  });

  it('leave with the statement that follows, in one flight', async () => {
    const cost = async (wait: boolean) => {
      const { flights } = await database.statements.during(() =>
        transact(asking(), async (tx) => {
          insertLater(tx, 'Role', [role(tx, wait ? 'WAITED' : 'NOT-WAITED')]);
          if (wait) await named(tx, 'NOBODY');
          await named(tx, 'NOBODY');
          return {};
        }),
      );
      return flights;
    };
    expect((await cost(true)) - (await cost(false))).toBe(1);
  });

  it('end the transaction with what went wrong with them, and not with what failed after', async () => {
    const failing = transact(asking(), async (tx) => {
      updateLater(tx, 'Role', [{ id: tx.newId(), name: 'x' }]);
      insertLater(tx, 'Role', [{ ...role(tx, 'BROKEN'), createdAt: 'never' }]);
      await named(tx, 'BROKEN');
      return {};
    });
    await expect(failing).rejects.toMatchObject({ code: '22007' });
    expect(await rolesIn(database, 'BROKEN')).toBe(0);
  });

  it('leave it to be tried again for a conflict that a read met which is awaited later', async () => {
    const text = `do $$ begin raise exception 'By plan.' using errcode = '40001'; end $$`;
    let tries = 0;
    const { answer } = await transact(asking(), async (tx) => {
      tries += 1;
      const early = tries === 1 ? tx.send({ text, values: [] }) : Promise.resolve([]);
      early.catch(() => undefined);
      await named(tx, 'BEHIND');
      await early;
      return { tries };
    });
    expect(answer).toEqual({ tries: 2 });
  });

  it('are undone by a refusal that comes while they are on their way', async () => {
    const { refusals } = await transact(keyed('later-refused'), async (tx) => {
      insertLater(tx, 'Role', [role(tx, 'UNDONE')]);
      await Promise.resolve();
      throw new NotFound('Role', 'nobody');
    });
    expect(refusals).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(await rolesIn(database, 'UNDONE')).toBe(0);
    const again = await transact(keyed('later-refused'), () => Promise.resolve({}));
    expect(again.isReplay).toBe(true);
  });
});
