import { isEnumType } from 'graphql';
import type { Database } from '../../../prisma/database.js';
import { sqlDraft, visible, whereClause } from '../../../prisma/reader/sql.js';
import type { ReaderActor } from '../../../prisma/reader/index.js';
import { states } from '../../../modules/kernel/index.js';
import { graph } from '../../../resolvers/graph.js';
import { allNouns, isOfDay, nounNamed, type Noun } from '../../../schema/noun.js';

/** Rows of every noun: four each, under the same four ids, so that every edge leads somewhere. */
const ROWS = [1, 2, 3, 4];

export const rowId = (number: number): string =>
  `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;

const run = (database: Database, text: string) => database.query({ text, values: [] });

/** Rows are made up, so no rule of the database could hold of them. */
const LOOSEN = `do $$ declare one record; begin
  for one in select conrelid::regclass as owner, conname from pg_constraint
    where connamespace = 'public'::regnamespace and contype in ('c', 'f', 'u', 'x')
    and conparentid = 0
  loop execute format('alter table %s drop constraint %I', one.owner, one.conname); end loop;
  for one in select indexrelid::regclass as name from pg_index join pg_class c on c.oid = indexrelid
    where c.relnamespace = 'public'::regnamespace and indisunique and not indisprimary
  loop execute format('drop index %s', one.name); end loop;
  for one in select oid::regclass as owner from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r'
  loop execute format('alter table %s disable trigger user', one.owner); end loop;
end $$`;

interface Column {
  readonly name: string;
  readonly type: string;
  readonly isNullable: boolean;
}

async function columnsOf(database: Database, table: string): Promise<Column[]> {
  const text = `select column_name, udt_name, is_nullable = 'YES' from information_schema.columns
    where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`;
  const { rows } = await database.query({ text, values: [table] });
  return rows.map(([name, type, isNullable]) => ({
    ...{ name: name as string, type: type as string, isNullable: isNullable as boolean },
  }));
}

/** What rules read of a text is one that they know. */
const known: [string, readonly string[]][] = [
  ['timeZone', ['Asia/Shanghai']],
  ...['currency', 'baseCurrency'].map((name): [string, string[]] => [name, ['USD', 'EUR']]),
];

/** What enums, states and edges to any noun allow, by the stored column. */
function allowedOf(noun: Noun): Map<string, readonly string[]> {
  const allowed = new Map<string, readonly string[]>(known);
  for (const [field, declared] of Object.entries(noun.declared)) {
    if (declared.kind !== 'choice') continue;
    const type = graph().getType(declared.choice!.choiceName);
    if (isEnumType(type))
      allowed.set(
        declared.column ?? field,
        type.getValues().map(({ name }) => name),
      );
  }
  const { document } = noun;
  if (document) allowed.set(document.statusColumn ?? 'status', states(document.lifecycle));
  for (const { nounColumn } of Object.values(noun.edges))
    if (nounColumn) allowed.set(nounColumn, ['SalesOrder', 'Customer', 'WorkOrder', 'StockCount']);
  return allowed;
}

/** Different for each column, and the same in each run. */
const shift = (name: string): number =>
  Array.from(name).reduce((sum, one) => sum + one.charCodeAt(0), 0);

const times = (row: number) => `2026-0${row}-0${row}`;

const made: Readonly<Record<string, (row: number, name: string) => unknown>> = {
  int2: (row) => row,
  int4: (row) => row,
  int8: (row) => row,
  numeric: (row) => `${row}.25`,
  bool: (row) => row % 2 === 0,
  date: (row) => times(row),
  timestamptz: (row) => `${times(row)} 23:30:00+00`,
  // As the changes of an order are kept.
  jsonb: (_row, name) =>
    ['labels', 'choices'].includes(name) ? [] : { changed: [], added: [], removedLineIds: [] },
  uuid: (row) => rowId(row),
  text: (row, name) => `${name} ${row % 3}`,
};

function valueOf(noun: Noun, { name, type, isNullable }: Column, row: number): unknown {
  const turned = row + shift(name);
  if (name === 'id') return rowId(row);
  // Half of all rows are of the first company, half of the second.
  if (name === 'companyId') return rowId(1 + (row % 2));
  if (isNullable && !type.startsWith('_') && turned % 5 === 0) return null;
  // The margin of an order is read by the order alone, whose entries are all of its company.
  if (noun.name === 'LedgerEntry' && name === 'salesOrderId') return rowId(row);
  if (type === 'uuid') return rowId(1 + (turned % ROWS.length));
  const allowed = allowedOf(noun).get(name);
  if (allowed) return allowed[turned % allowed.length];
  const make = made[type.replace(/^_/, '')] ?? made.text!;
  return type.startsWith('_') ? [make(row, name)] : make(row, name);
}

/** The nouns that have a table; rows that are worked out for a day come of those. */
export const storedNouns = (): Noun[] => allNouns().filter((noun) => !isOfDay(noun));

/** Fills the tables of all nouns; the database is of no other use afterwards. */
export async function fillEveryNoun(database: Database): Promise<void> {
  await run(database, LOOSEN);
  // Two nouns may be views of one table.
  const byTable = new Map(storedNouns().map((noun) => [noun.table, noun]));
  for (const noun of byTable.values()) {
    const columns = await columnsOf(database, noun.table);
    const rows = ROWS.map((row) =>
      Object.fromEntries(columns.map((column) => [column.name, valueOf(noun, column, row)])),
    );
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    const text = `insert into "${noun.table}" (${names}) select ${names}
      from jsonb_populate_recordset(null::"${noun.table}", $1::jsonb)`;
    await database.query({ text, values: [JSON.stringify(rows)] });
  }
}

/** Deletes every row that an actor does not see. Answers how many there were. */
export async function deleteHidden(database: Database, actor: ReaderActor): Promise<number> {
  const hidden: { table: string; ids: unknown[] }[] = [];
  // What is another view of a table hides nothing that its own noun shows.
  const own = storedNouns().filter(({ name, table }) => name === table || !nounNamed(table));
  for (const noun of own) {
    const draft = sqlDraft();
    const seen = visible(noun, 't', actor, draft);
    if (seen.length === 0) continue;
    const text = `select "id" from "${noun.table}" t${whereClause([`not (${seen.join(' and ')})`])}`;
    const { rows } = await database.query({ text, values: draft.values });
    hidden.push({ table: noun.table, ids: rows.map(([id]) => id) });
  }
  for (const { table, ids } of hidden)
    await database.query({ text: `delete from "${table}" where "id" = any($1)`, values: [ids] });
  return hidden.reduce((sum, { ids }) => sum + ids.length, 0);
}
