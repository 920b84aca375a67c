import { standardUnits } from '../kernel/index.js';
import type { Row, Tx } from '../events/index.js';
import { unitCreated } from './events.js';
import { perTransaction } from './per-transaction.js';

export type Unit = Row<'Unit'>;

/** All units by their codes of UN/CEFACT Recommendation 20; read once in a transaction. */
export const all = perTransaction(async (tx: Tx): Promise<ReadonlyMap<string, Unit>> => {
  const rows = await tx.db.selectFrom('Unit').selectAll().execute();
  return new Map(rows.map((row) => [row.code, row]));
});

/** Makes the standard units that are missing. */
export async function createMissing(tx: Tx): Promise<Unit[]> {
  const rows = standardUnits.map((unit) => ({ id: tx.newId(), ...unit, createdAt: tx.now }));
  const created = await tx.db
    .insertInto('Unit')
    .values(rows)
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returningAll()
    .execute();
  for (const after of created) tx.emit(unitCreated({ before: null, after, data: {} }));
  all.forget(tx);
  return created;
}
