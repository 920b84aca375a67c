import { customColumnName, customColumnSql } from '../../prisma/reader/custom.js';
import { readNow, type Tx } from '../events/index.js';
import { sql } from 'kysely';
import { InvalidInput } from '../kernel/index.js';
import type { CustomField, ExtensibleNoun } from './custom-field.js';
import type { CustomFieldKind } from './custom-field.rules.js';

/** How values of a kind are read where they are compared. */
const readAs: Readonly<Record<CustomFieldKind, string>> = {
  TEXT: 'text',
  INTEGER: 'int',
  DECIMAL: 'numeric',
  MONEY: 'amount',
  QUANTITY: 'value',
  BOOLEAN: 'boolean',
  DATE: 'date',
  DATE_TIME: 'instant',
  CHOICE: 'text',
  CHOICES: 'texts',
  REFERENCE: 'uuid',
  FILE_LINK: 'text',
};

/** The column by which values of a field are compared, as the reader names it. */
export const comparedColumn = ({ key, kind }: Pick<CustomField, 'key' | 'kind'>): string =>
  customColumnName(key, readAs[kind]);

/** SQL of a field's values in the rows of `alias`, which ends with a dot or is empty. */
export function comparedSql(alias: string, field: Pick<CustomField, 'key' | 'kind'>): string {
  const text = customColumnSql(alias, comparedColumn(field));
  if (text === null) throw new Error(`The key ${field.key} is no name.`);
  return text;
}

type Indexed = Pick<CustomField, 'id' | 'key' | 'kind' | 'isUnique' | 'isIndexed'>;

const indexName = ({ id }: Indexed, mark: 'unique' | 'order'): string =>
  `"custom_${id.replaceAll('-', '')}_${mark}"`;

/** The statements that make the indexes of a field, by their names. */
function indexesOf(field: Indexed | null, { table, companyColumn }: ExtensibleNoun) {
  const made = new Map<string, string>();
  if (!field) return made;
  const values = comparedSql('', field);
  const company = companyColumn === null ? '' : `"${companyColumn}", `;
  if (field.isUnique) {
    const name = indexName(field, 'unique');
    made.set(name, `create unique index ${name} on "${table}" (${company}(${values}))`);
  }
  if (field.isIndexed) {
    const name = indexName(field, 'order');
    made.set(name, `create index ${name} on "${table}" ((${values}), "id")`);
  }
  return made;
}

/**
 * Makes and drops the indexes of a field as its definition has changed. Writes of the noun wait
 * meanwhile, reads do not. CUSTOM_FIELD_NOT_UNIQUE, CUSTOM_FIELD_TOO_LONG.
 */
export async function arrangeIndexes(
  tx: Tx,
  noun: ExtensibleNoun,
  before: Indexed | null,
  after: Indexed | null,
): Promise<void> {
  const [old, wanted] = [indexesOf(before, noun), indexesOf(after, noun)];
  const gone = [...old].filter(([name, text]) => wanted.get(name) !== text);
  const fresh = [...wanted].filter(([name, text]) => old.get(name) !== text);
  if (gone.length + fresh.length === 0) return;
  // A large table takes longer than a statement may otherwise.
  await tx.send({ text: "set local statement_timeout = '10min'", values: [] });
  for (const [name] of gone) await tx.send({ text: `drop index if exists ${name}`, values: [] });
  for (const [, text] of fresh) await makeIndex(tx, text);
  await tx.send({ text: "set local statement_timeout = '10s'", values: [] });
}

async function makeIndex(tx: Tx, text: string): Promise<void> {
  try {
    await tx.send({ text, values: [] });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === '23505')
      throw new InvalidInput('CUSTOM_FIELD_NOT_UNIQUE', 'Two rows have the same value.').at(
        'isUnique',
      );
    if (code === '54000')
      throw new InvalidInput('CUSTOM_FIELD_TOO_LONG', 'A value is too long for an index.');
    throw error;
  }
}

/**
 * Lets new rows of a noun have the defaults of its fields, whoever makes them: by a trigger that is
 * there only as long as some field has a default.
 */
export async function arrangeDefaults(
  tx: Tx,
  { table }: ExtensibleNoun,
  fields: readonly CustomField[],
): Promise<void> {
  const defaults = fields.flatMap(({ key, defaultValue }) =>
    defaultValue === null ? [] : [[key, defaultValue] as const],
  );
  const trigger = `"${table}_custom_defaults"`;
  await tx.send({ text: `drop trigger if exists ${trigger} on "${table}"`, values: [] });
  if (defaults.length === 0) return;
  const json = JSON.stringify(Object.fromEntries(defaults));
  // A trigger's argument cannot be bound: the server itself makes a literal of it.
  const [quoted] = await readNow(tx, sql<{ text: string }>`select quote_literal(${json}) as text`);
  const text =
    `create trigger ${trigger} before insert on "${table}" ` +
    `for each row execute function custom_defaults(${quoted!.text})`;
  await tx.send({ text, values: [] });
}
