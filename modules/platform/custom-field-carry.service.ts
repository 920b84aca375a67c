import { sql } from 'kysely';
import { readNow, type Tx } from '../events/index.js';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Custom fields of rows as another row of the noun may take them over: without those that no two
 * rows may have alike. One statement, or none.
 */
export async function carriedFields(
  tx: Tx,
  noun: string,
  rows: readonly Fields[],
): Promise<readonly Fields[]> {
  if (rows.every((row) => Object.keys(row).length === 0)) return rows;
  const unique = await readNow(
    tx,
    sql<{ key: string }>`
      select "key" from "CustomFieldDefinition"
      where "noun" = ${noun} and "isUnique" and "removedAt" is null
    `,
  );
  const left = new Set(unique.map(({ key }) => key));
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([key]) => !left.has(key))),
  );
}
