import { sql, type Insertable, type Updateable } from 'kysely';
import type { DB } from '../../prisma/database.js';
import type { Row, Table } from './fact.js';
import type { Tx } from './tx.js';

/** Tables whose rows are found by an id. */
type Identified = { [T in Table]: Row<T> extends { id: string } ? T : never }[Table];

interface Identity {
  readonly id: string;
}

function inOrder<T extends Table>(asked: readonly Identity[], written: readonly Identity[]) {
  const byId = new Map(written.map((row) => [row.id, row]));
  return asked.flatMap(({ id }) => byId.get(id) ?? []) as unknown as Row<T>[];
}

const columnsOf = (row: object) => Object.keys(row).map((column) => sql.ref(column));

/**
 * Writes many rows by one statement with one value, so that neither the number of statements nor
 * their text grows with the list. All rows name the same columns, numbers travel as text. Rows that
 * meet a unique key are left out. Answers what was written, in the order given.
 */
export async function insertMissing<T extends Identified>(
  tx: Tx,
  table: T,
  rows: readonly (Insertable<DB[T]> & Identity)[],
): Promise<Row<T>[]> {
  const [first] = rows;
  if (!first) return [];
  const [name, columns] = [sql.table(table), sql.join(columnsOf(first))];
  const { rows: written } = await sql<Identity>`
    insert into ${name} (${columns})
    select ${columns} from json_populate_recordset(null::${name}, ${JSON.stringify(rows)}::json)
    on conflict do nothing
    returning *
  `.execute(tx.db);
  return inOrder<T>(rows, written);
}

/** As `insertMissing`, for rows of which none may meet a unique key. */
export async function insertAll<T extends Identified>(
  tx: Tx,
  table: T,
  rows: readonly (Insertable<DB[T]> & Identity)[],
): Promise<Row<T>[]> {
  const written = await insertMissing(tx, table, rows);
  if (written.length < rows.length) throw new Error(`A row of ${table} was there already.`);
  return written;
}

/** Sets the named columns of many rows by one statement; answers them in the order given. */
export async function updateAll<T extends Identified>(
  tx: Tx,
  table: T,
  rows: readonly (Updateable<DB[T]> & Identity)[],
): Promise<Row<T>[]> {
  const [first] = rows;
  if (!first) return [];
  const name = sql.table(table);
  const columns = columnsOf(first);
  const values = Object.keys(first).map((column) => sql.ref(`given.${column}`));
  const { rows: written } = await sql<Identity>`
    update ${name} as stored set (${sql.join(columns)}) = row(${sql.join(values)})
    from json_populate_recordset(null::${name}, ${JSON.stringify(rows)}::json) as given
    where stored."id" = given."id"
    returning stored.*
  `.execute(tx.db);
  return inOrder<T>(rows, written);
}
