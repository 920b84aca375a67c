import { sql } from 'kysely';
import { readNow, type Tx } from '../events/index.js';
import { canonicalText, DuplicateKey } from '../kernel/index.js';
import type { CustomField } from './custom-field.js';
import type { FieldsOfRow } from './custom-field-value.service.js';
import { comparedSql } from './custom-field-store.service.js';
import type { KeptValue } from './custom-field-value.rules.js';

/**
 * Refuses a value that another row has of a field where it must be unique. What two write at once
 * the index keeps apart: the second is tried again, and refused here.
 */
export async function refuseTaken(tx: Tx, rows: readonly FieldsOfRow[]): Promise<void> {
  const unique = new Map(
    rows
      .flatMap(({ fields }) => fields.filter((field) => field.isUnique))
      .map((one) => [one.id, one]),
  );
  for (const field of unique.values()) {
    const own = rows.flatMap((row) => {
      const kept = row.kept.get(field.key);
      return kept ? [{ row, ...kept }] : [];
    });
    if (own.length === 0) continue;
    const [holder] = await holders(tx, field, own);
    if (!holder) continue;
    const meant = own.find(({ row }) => row.id === holder.id) ?? own[0]!;
    throw new DuplicateKey(meant.row.noun.name, field.code, canonicalText(meant.value) ?? '').at(
      ...meant.row.path,
      ...meant.path.slice(1),
    );
  }
}

/** Of the rows that are written, those whose value another has: in the store or beside them. */
function holders(
  tx: Tx,
  field: CustomField,
  own: readonly { readonly row: FieldsOfRow; readonly value: KeptValue }[],
) {
  const { table, companyColumn } = own[0]!.row.noun;
  const target = sql.table(table);
  const values = JSON.stringify(
    own.map(({ row, value }) => ({ id: row.id, json: { [field.key]: value } })),
  );
  const stored = sql.raw(comparedSql('other.', field));
  const wanted = sql.raw(comparedSql('g.', field));
  const within =
    companyColumn === null
      ? sql`true`
      : sql`${sql.ref(`other.${companyColumn}`)} = ${sql.ref(`t.${companyColumn}`)}`;
  return readNow(
    tx,
    sql<{ id: string }>`
      with given as (
        select "id", "json" as "customFields"
        from jsonb_to_recordset(${values}::jsonb) as g("id" uuid, "json" jsonb)
      )
      select t."id" from given g join ${target} t on t."id" = g."id"
      where exists (select 1 from ${target} other where ${within} and ${stored} = ${wanted}
          and other."id" <> g."id" and other."id" not in (select "id" from given))
        or exists (select 1 from given o join ${target} other on other."id" = o."id"
          where ${within} and o."id" < g."id"
            and ${sql.raw(comparedSql('o.', field))} = ${wanted})
      limit 1
    `,
  );
}
