import { currencies as standardCurrencies } from '../kernel/index.js';
import type { Row, Tx } from '../events/index.js';
import { currencyCreated } from './events.js';
import { perTransaction } from './per-transaction.js';

export type Currency = Row<'Currency'>;

/** All currencies by their codes of ISO 4217; read once in a transaction. */
export const all = perTransaction(async (tx: Tx): Promise<ReadonlyMap<string, Currency>> => {
  const rows = await tx.db.selectFrom('Currency').selectAll().execute();
  return new Map(rows.map((row) => [row.code, row]));
});

/** Makes the currencies of ISO 4217 that are missing; those without minor units are no money. */
export async function createMissing(tx: Tx): Promise<Currency[]> {
  const rows = standardCurrencies.flatMap(({ code, name, minorUnits }) =>
    minorUnits === null ? [] : [{ id: tx.newId(), code, name, minorUnits, createdAt: tx.now }],
  );
  const created = await tx.db
    .insertInto('Currency')
    .values(rows)
    .onConflict((conflict) => conflict.column('code').doNothing())
    .returningAll()
    .execute();
  for (const after of created) tx.emit(currencyCreated({ before: null, after, data: {} }));
  all.forget(tx);
  return created;
}
