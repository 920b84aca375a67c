import { booksInvariants, type Invariant } from '../../modules/finance/books-check.js';
import type { Database } from '../../prisma/database.js';
import { afterSalesInvariants } from './invariants/after-sales.js';
import { frontOfficeInvariants } from './invariants/front-office.js';
import { logInvariants } from './invariants/log.js';
import { purchasingInvariants } from './invariants/purchasing.js';
import { manufacturingInvariants } from './invariants/manufacturing.js';
import { salesInvariants } from './invariants/sales.js';
import { stockInvariants } from './invariants/stock.js';
import { workOrderInvariants } from './invariants/work-orders.js';

/** Everything that must be true at every commit: queries that answer no row. */
export const invariants: readonly Invariant[] = [
  ...booksInvariants,
  ...stockInvariants,
  ...purchasingInvariants,
  ...manufacturingInvariants,
  ...workOrderInvariants,
  ...salesInvariants,
  ...afterSalesInvariants,
  ...frontOfficeInvariants,
  ...logInvariants,
];

export interface BrokenInvariant {
  readonly name: string;
  /** The exceptions, at most ten of them. */
  readonly rows: unknown[][];
}

/** The database, or a transaction on it. */
type Asked = Pick<Database, 'query'>;

const ROWS_SHOWN = 10;

/** The invariants that do not hold of a database, with what breaks them; all of them or some. */
export async function brokenInvariants(
  database: Asked,
  asked: readonly Invariant[] = invariants,
): Promise<BrokenInvariant[]> {
  const all = [...asked, await noNaN(database)];
  const broken: BrokenInvariant[] = [];
  for (const { name, text } of all) {
    const { rows } = await database.query({ text, values: [] });
    if (rows.length > 0) broken.push({ name, rows: rows.slice(0, ROWS_SHOWN) });
  }
  return broken;
}

/** PostgreSQL's numeric takes NaN, which our reader would choke on: every such column is asked. */
async function noNaN(database: Asked): Promise<Invariant> {
  const { rows } = await database.query({
    text: `select c.table_name::text, c.column_name::text from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = 'public' and c.data_type = 'numeric' and t.table_type = 'BASE TABLE'`,
    values: [],
  });
  const each = (rows as [string, string][]).map(
    ([table, column]) => `select '${table}.${column}' from "${table}" where "${column}" = 'NaN'`,
  );
  return { name: 'No number is NaN.', text: each.join(' union all ') };
}
