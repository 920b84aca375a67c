import { randomUUID } from 'node:crypto';
import { systemActor } from '../modules/auth/index.js';
import { createTransact, fact, type Sequencer } from '../modules/events/index.js';
import type { Database } from '../prisma/database.js';
import type { Act } from './clients.js';

const roleRenamed = fact<'Role'>('bench.roleRenamed', 'Role');
const ROLES = 400;

/**
 * The smallest verb there is, told to the log and not: it renames one of many roles, so that
 * clients seldom wait for each other. The sequencer runs beside it as in the product.
 */
export async function logVerbs(
  database: Database,
  sequencer: Sequencer,
): Promise<{ told: Act; untold: Act }> {
  const roles = Array.from({ length: ROLES }, (_, at) => ({
    ...{ id: randomUUID(), code: `BENCH-${at}`, name: 'Bench' },
    ...{ permissions: [], createdAt: new Date() },
  }));
  await database.db.insertInto('Role').values(roles).execute();
  const afterCommit = () => sequencer.wake();
  const transact = createTransact({ database, hearings: [], afterCommit });
  let place = 0;
  const verb = (isTold: boolean): Act => {
    return async () => {
      const { id } = roles[place++ % ROLES]!;
      const request = { actor: systemActor, requestId: randomUUID(), operation: 'bench' };
      const { refusals } = await transact(request, async (tx) => {
        const before = await tx.lock('Role', id);
        const after = await tx.db
          .updateTable('Role')
          .set({ name: `Bench ${place}`, version: before.version + 1 })
          .where('id', '=', id)
          .returningAll()
          .executeTakeFirstOrThrow();
        if (isTold) tx.emit(roleRenamed({ before, after, data: {} }));
        return { id };
      });
      if (refusals[0]) throw new Error(refusals[0].message);
    };
  };
  return { told: verb(true), untold: verb(false) };
}
