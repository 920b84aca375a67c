import {
  sql,
  type Insertable,
  type Kysely,
  type RawBuilder,
  type Updateable,
  type UpdateObject,
} from 'kysely';
import type { DB } from '../../prisma/database.js';
import type { Row, Table, VersionedTable } from './fact.js';
import type { Versioned } from './told-fact.js';
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

/** A name in SQL. */
const named = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** How rows of a table are written that name these columns: kept, because it is always the same. */
const texts = new Map<string, string>();

function textOf(verb: string, table: string, row: object, write: (columns: string) => string) {
  const columns = Object.keys(row);
  const key = [verb, table, ...columns].join(' ');
  const known = texts.get(key);
  if (known !== undefined) return known;
  const text = write(columns.map(named).join(', '));
  texts.set(key, text);
  return text;
}

const rowsOf = (table: string): string =>
  `json_populate_recordset(null::${named(table)}, $1::json)`;

function insertion(table: string, row: object, rest: string): string {
  return textOf(`insert ${rest}`, table, row, (columns) => {
    return `insert into ${named(table)} (${columns}) select ${columns} from ${rowsOf(table)} ${rest}`;
  });
}

function change(table: string, row: object, rest: string): string {
  return textOf(`update ${rest}`, table, row, (columns) => {
    const given = Object.keys(row).map((column) => `given.${named(column)}`);
    return (
      `update ${named(table)} as stored set (${columns}) = row(${given.join(', ')}) ` +
      `from ${rowsOf(table)} as given where stored."id" = given."id" ${rest}`
    );
  });
}

const statementOf = (text: string, rows: readonly Identity[]) => ({
  text,
  values: [JSON.stringify(rows)],
});

type NewRow<T extends Identified> = Insertable<DB[T]> & Identity;
type ChangedRow<T extends Identified> = Updateable<DB[T]> & Identity;

/**
 * Writes many rows by one statement with one value, so that neither the number of statements nor
 * their text grows with the list. All rows name the same columns, numbers travel as text. Rows that
 * meet a unique key are left out. Answers what was written, in the order given.
 */
export async function insertMissing<T extends Identified>(
  tx: Tx,
  table: T,
  rows: readonly NewRow<T>[],
): Promise<Row<T>[]> {
  const [first] = rows;
  if (!first) return [];
  const text = insertion(table, first, 'on conflict do nothing returning *');
  return inOrder<T>(rows, await tx.send<Identity>(statementOf(text, rows)));
}

/** As `insertMissing`, for rows of which none may meet a unique key. */
export async function insertAll<T extends Identified>(
  tx: Tx,
  table: T,
  rows: readonly NewRow<T>[],
): Promise<Row<T>[]> {
  const written = await insertMissing(tx, table, rows);
  if (written.length < rows.length) throw new Error(`A row of ${table} was there already.`);
  return written;
}

/** Writes rows that nobody waits for: what goes wrong with them is told at the end. */
export function insertLater<T extends Identified>(
  tx: Tx,
  table: T,
  rows: readonly NewRow<T>[],
): void {
  const [first] = rows;
  if (first) tx.later(statementOf(insertion(table, first, ''), rows));
}

/** Sets the named columns of many rows by one statement; answers them in the order given. */
export async function updateAll<T extends Identified>(
  tx: Tx,
  table: T,
  rows: readonly ChangedRow<T>[],
): Promise<Row<T>[]> {
  const [first] = rows;
  if (!first) return [];
  const text = change(table, first, 'returning stored.*');
  return inOrder<T>(rows, await tx.send<Identity>(statementOf(text, rows)));
}

/** As `updateAll`, for changes that nobody waits for. */
export function updateLater<T extends Identified>(
  tx: Tx,
  table: T,
  rows: readonly ChangedRow<T>[],
): void {
  const [first] = rows;
  if (first) tx.later(statementOf(change(table, first, ''), rows));
}

/** Any table whose rows change by versions, where its columns do not matter. */
type AnyVersioned = Kysely<Record<string, Versioned & { readonly updatedAt: Date }>>;

/**
 * Writes the next version of a row that is locked: the patch, its version, and when, where it keeps
 * that. Answers the row.
 */
export async function nextVersion<T extends VersionedTable & Identified>(
  tx: Tx,
  table: T,
  before: Row<T> & Versioned,
  patch: UpdateObject<DB, T, T>,
): Promise<Row<T>> {
  const when = 'updatedAt' in before ? { updatedAt: tx.now } : {};
  const written = await (tx.db as unknown as AnyVersioned)
    .updateTable(table as string)
    .set({ ...(patch as object), version: before.version + 1, ...when })
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  return written as unknown as Row<T>;
}

/** Sends a statement of Kysely's own making whose answer nobody needs. */
export function writeLater(tx: Tx, write: RawBuilder<unknown>): void {
  const { sql: text, parameters: values } = write.compile(tx.db);
  tx.later({ text, values });
}

/** Sends a statement of Kysely's own making at once, so that it runs before whatever is sent next. */
export function readNow<T>(tx: Tx, read: RawBuilder<T>): Promise<T[]> {
  const { sql: text, parameters: values } = read.compile(tx.db);
  return tx.send<T>({ text, values });
}

/** One text for any number of ids, so that the statement is prepared once. */
export const oneOf = (ids: readonly string[]) => sql<string>`any(${[...new Set(ids)]}::uuid[])`;

/** The steps of a change as the rows of a statement; numbers travel as text. */
export const stepsOf = (steps: readonly object[]) => sql`${JSON.stringify(steps)}::json`;
