import { sql } from 'kysely';
import type { Row, Tx } from '../events/index.js';

/** The suppliers of a list that exist, as they are found. */
export async function getMany(tx: Tx, ids: readonly string[]): Promise<Row<'Supplier'>[]> {
  return tx.db
    .selectFrom('Supplier')
    .selectAll()
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
}
