import { attempt, standardUnits, type Outcome } from '../kernel/index.js';
import type { Row, Tx } from '../events/index.js';
import { writeCoded } from './coded-upsert.service.js';
import { unitChanged, unitCreated } from './events.js';
import { perTransaction } from './per-transaction.js';
import { cleanUnit, type UnitInput } from './unit.rules.js';

export type Unit = Row<'Unit'>;

/** All units by their codes of UN/CEFACT Recommendation 20; read once in a transaction. */
export const all = perTransaction(async (tx: Tx): Promise<ReadonlyMap<string, Unit>> => {
  const rows = await tx.db.selectFrom('Unit').selectAll().execute();
  return new Map(rows.map((row) => [row.code, row]));
});

/** Makes the standard units that are missing. */
export async function createMissing(tx: Tx): Promise<Unit[]> {
  const rows = standardUnits.map((unit) => ({
    ...{ id: tx.newId(), ...unit, isStandard: true },
    createdAt: tx.now,
  }));
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

/**
 * Adds units to those of the standard, and changes names and symbols of those that were added. One
 * outcome for each, in order; three statements. UNIT_FIXED, DuplicateKey, and
 * InvalidInput by field.
 */
export async function upsertMany(tx: Tx, inputs: readonly UnitInput[]): Promise<Outcome<Unit>[]> {
  all.forget(tx);
  const known = await all(tx);
  const plans = inputs.map((input) =>
    attempt(() => {
      const before = known.get(input.code.trim()) ?? null;
      const columns = cleanUnit(input, before);
      return { key: columns.code, code: columns.code, before, columns };
    }),
  );
  const outcomes = await writeCoded(tx, 'Unit', plans, (before, after) => {
    tx.emit((before ? unitChanged : unitCreated)({ before, after, data: {} }));
  });
  all.forget(tx);
  return outcomes;
}
