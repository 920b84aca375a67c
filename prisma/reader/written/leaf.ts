import type { ColumnKind, ReadColumn } from '../declaration.js';
import { columnOf } from '../sql.js';

const quoted = (sql: string): string => `'"' || ${sql} || '"'`;

/** How the store writes a value as JSON: with the text that the graph's scalars give it. */
const writers: Readonly<Record<ColumnKind, ((sql: string) => string) | null>> = {
  text: (sql) => `to_json(${sql})::text`,
  texts: (sql) => `to_json(${sql})::text`,
  // Their names are plain.
  choice: quoted,
  integer: (sql) => `${sql}::text`,
  boolean: (sql) => `${sql}::text`,
  decimal: (sql) => quoted(`trim_scale(${sql})::text`),
  date: (sql) => quoted(`${sql}::text`),
  // The store tells instants in UTC as `2026-11-24 10:00:00.123+00`.
  instant: (sql) => quoted(`replace(left(${sql}::text, -3), ' ', 'T') || 'Z'`),
  id: null,
  money: null,
  quantity: null,
};

/** SQL of one value of a row under an alias, other than its id, an amount or a quantity. */
export function leafSql(column: ReadColumn, alias: string): string {
  const sql = columnOf(alias, column.column);
  const write = writers[column.kind];
  if (!write) throw new Error(`${column.kind} is not written as one value`);
  return column.isNullable ? `coalesce(${write(sql)}, 'null')` : write(sql);
}
