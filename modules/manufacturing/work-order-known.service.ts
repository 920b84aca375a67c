import { oneOf, type Tx } from '../events/index.js';

/** The companies of those work orders of a list that there are, by their ids. One statement. */
export async function companiesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.db
    .selectFrom('WorkOrder')
    .select(['id', 'companyId'])
    .where('id', '=', oneOf(ids))
    .execute();
  return new Map(rows.map(({ id, companyId }) => [id, companyId]));
}
