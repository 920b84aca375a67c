import { sql } from 'kysely';
import { readNow, type Fact, type Tx } from '../events/index.js';
import { RuleViolation } from '../kernel/index.js';
import type { ExtensibleNoun, NounNamed } from './custom-field.js';
import { take, type GivenFields, type TakenFields } from './custom-field-take.service.js';
import { refuseTaken } from './custom-field-unique.service.js';
import { CustomFieldRequired, CustomFieldsFixed } from './errors.js';
import { customFieldsSet } from './events.js';

export { take, type GivenFields, type TakenFields } from './custom-field-take.service.js';

/** Values for a row that is locked already, or was made in this transaction. */
export interface FieldsOfRow extends TakenFields {
  readonly id: string;
  readonly path: readonly (string | number)[];
  /** Whether a row that was there before stays as it is. */
  readonly isForNewOnly: boolean;
}

/** A row as it was and as it is, as far as its custom fields are concerned. */
interface Written {
  readonly id: string;
  readonly version: number;
  readonly companyId?: string;
  readonly before: Record<string, unknown>;
  readonly customFields: Record<string, unknown>;
  readonly isNew: boolean;
  readonly isChanged: boolean;
}

/**
 * Writes values by one statement for each noun, and tells what changed. New rows must have what is
 * required. DuplicateKey, CustomFieldRequired, CustomFieldsFixed.
 */
export async function write(tx: Tx, rows: readonly FieldsOfRow[]): Promise<void> {
  const tables = new Set(rows.map(({ noun }) => noun.table));
  for (const table of tables) {
    const own = rows.filter(({ noun }) => noun.table === table);
    await refuseTaken(tx, own);
    const written = await update(tx, own);
    for (const row of own) refuseMissing(row, written.get(row.id));
    for (const one of written.values()) if (one.isChanged) tx.emit(told(own[0]!.noun, one));
  }
}

/** What the store answers where a row is kept as it was written. */
const fixedBy = new Set<unknown>(['23514', '23000']);

/** What was set, as a fact of the row: the log and the timeline tell it field by field. */
function told({ table, companyColumn }: ExtensibleNoun, row: Written): Fact {
  const { id, version, before, customFields } = row;
  const owner = companyColumn === null ? {} : { companyId: row.companyId };
  const after = { id, version, ...owner, customFields };
  return {
    type: customFieldsSet,
    documentType: table,
    companyId: row.companyId ?? null,
    before: { id, ...owner, customFields: before },
    after,
    data: {},
  };
}

async function update(tx: Tx, rows: readonly FieldsOfRow[]): Promise<Map<string, Written>> {
  const { table, companyColumn, hasUpdatedAt } = rows[0]!.noun;
  const given = rows.map(({ id, kept, cleared, isForNewOnly }) => ({
    id,
    isForNewOnly,
    kept: Object.fromEntries([...kept].map(([key, { value }]) => [key, value])),
    cleared,
  }));
  const company = companyColumn === null ? sql`null::uuid` : sql.ref(`old.${companyColumn}`);
  const at = hasUpdatedAt ? sql`, "updatedAt" = ${tx.now}::timestamptz` : sql``;
  const target = sql.table(table);
  try {
    const written = await readNow(
      tx,
      sql<Written>`
        with given as (
          select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
            as g("id" uuid, "kept" jsonb, "cleared" jsonb, "isForNewOnly" boolean)
        ), old as (
          select t.*, (t."customFields" || g."kept")
            - array(select jsonb_array_elements_text(g."cleared")) as wanted
          from ${target} t join given g on g."id" = t."id"
          where not g."isForNewOnly" or t."createdAt" = ${tx.now}::timestamptz
        ), changed as (
          update ${target} t set "customFields" = old.wanted, "version" = t."version" + 1 ${at}
          from old where t."id" = old."id" and old.wanted <> t."customFields"
          returning t."id", t."version"
        )
        select old."id", coalesce(changed."version", old."version") as "version",
          ${company} as "companyId", old."customFields" as "before", old.wanted as "customFields",
          old."createdAt" = ${tx.now}::timestamptz as "isNew", changed."id" is not null as "isChanged"
        from old left join changed on changed."id" = old."id"
      `,
    );
    return new Map(written.map((row) => [row.id, row]));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    throw fixedBy.has(code)
      ? new CustomFieldsFixed(rows[0]!.noun.name).at(...rows[0]!.path)
      : error;
  }
}

function refuseMissing(row: FieldsOfRow, written: Written | undefined): void {
  if (!written?.isNew) return;
  const missing = row.fields.find(
    ({ isRequired, key }) => isRequired && !Object.hasOwn(written.customFields, key),
  );
  if (missing)
    throw new CustomFieldRequired(row.noun.name, missing.code).at(...row.path, missing.code);
}

/** Sets custom fields of one row, and of nothing else of it. NotFound, StaleVersion; see `take`. */
export async function set(
  tx: Tx,
  input: {
    readonly id: string;
    readonly expectedVersion?: number | null;
    readonly given: GivenFields;
  },
  nounNamed: NounNamed,
): Promise<{ readonly id: string }> {
  const { noun } = input.given;
  await tx.lock(noun.table, input.id, input.expectedVersion);
  const [taken] = await take(tx, [input.given], nounNamed);
  if (!taken || taken instanceof RuleViolation) throw taken ?? new Error('None was taken.');
  await write(tx, [{ ...taken, id: input.id, path: ['customFields'], isForNewOnly: false }]);
  return { id: input.id };
}

/**
 * The ids of a document's lines in the order of their positions, with whether they were made just
 * now.
 */
export function linesOf(
  tx: Tx,
  line: ExtensibleNoun,
  by: string,
  ids: readonly string[],
): Promise<{ id: string; parentId: string; isNew: boolean }[]> {
  return readNow(
    tx,
    sql<{ id: string; parentId: string; isNew: boolean }>`
      select "id", ${sql.ref(by)} as "parentId", "createdAt" = ${tx.now}::timestamptz as "isNew"
      from ${sql.table(line.table)} where ${sql.ref(by)} = any(${[...ids]}::uuid[])
      order by ${sql.ref(by)}, "position"
    `,
  );
}
