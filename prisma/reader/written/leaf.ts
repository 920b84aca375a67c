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

/** SQL that writes one value, other than an id, an amount or a quantity. */
export function valueSql(
  { kind, isNullable }: Pick<ReadColumn, 'kind' | 'isNullable'>,
  sql: string,
): string {
  const write = writers[kind];
  if (!write) throw new Error(`${kind} is not written as one value`);
  return isNullable ? `coalesce(${write(sql)}, 'null')` : write(sql);
}

/** The same of a column of the row under an alias. */
export const leafSql = (column: ReadColumn, alias: string): string =>
  valueSql(column, columnOf(alias, column.column));
