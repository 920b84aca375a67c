import type { Database } from '../../prisma/database.js';

/** What a company and an actor have left in the store: for each table a count and a checksum. */
export type Footprint = Readonly<Record<string, string>>;

interface ForeignKey {
  readonly table: string;
  readonly column: string;
  readonly parent: string;
}

type Rows = string[][];

async function rowsOf(database: Database, text: string, values: unknown[] = []): Promise<Rows> {
  return (await database.query({ text, values })).rows as Rows;
}

const FOREIGN_KEYS = `select c.conrelid::regclass::text, a.attname, c.confrelid::regclass::text
  from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
  where c.contype = 'f' and cardinality(c.conkey) = 1 and c.conrelid <> c.confrelid`;

const OWNED = `select format('%I', table_name) from information_schema.columns
  where table_schema = 'public' and column_name = 'companyId'
    and table_name in (select relname from pg_class where relkind in ('r', 'p'))`;

/** Which rows of each table are a company's: by a column, or through the row they belong to. */
async function conditions(database: Database): Promise<Map<string, string>> {
  const found = new Map<string, string>([['"Company"', `t."id" = $1`]]);
  for (const [table] of await rowsOf(database, OWNED)) found.set(table!, `t."companyId" = $1`);
  const keys = (await rowsOf(database, FOREIGN_KEYS)).map(([table, column, parent]): ForeignKey => {
    return { table: table!, column: column!, parent: parent! };
  });
  for (let grows = true; grows;) {
    const next = keys.find(({ table, parent }) => !found.has(table) && found.has(parent));
    grows = next !== undefined;
    if (!next) break;
    const { table, column, parent } = next;
    const inner = found.get(parent)!.replaceAll('t.', 'p.');
    found.set(table, `t."${column}" in (select p."id" from ${parent} p where ${inner})`);
  }
  return found;
}

const NAMED = `select format('%I', table_name), column_name from information_schema.columns
  where table_schema = 'public' and column_name in ('code', 'name')
    and table_name in (select relname from pg_class where relkind in ('r', 'p'))`;

const ACTED = `select format('%I', table_name) from information_schema.columns
  where table_schema = 'public' and column_name = 'actorId'
    and table_name not in ('ApiKey', 'ActorRole', 'ActorCompany')
    and table_name in (select relname from pg_class where relkind in ('r', 'p'))`;

/**
 * All that a company has, as it stands now; the ids are raw. The counters of gap-free numbers are
 * in it; the sequences of numbers that may have gaps are not, because a trial may leave one.
 */
export async function footprintOf(database: Database, companyId: string): Promise<Footprint> {
  const footprint: Record<string, string> = {};
  for (const [table, condition] of await conditions(database)) {
    const [row] = await rowsOf(
      database,
      `select count(*)::text, md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), ''))
      from ${table} t where ${condition}`,
      [companyId],
    );
    footprint[table] = row!.join(' ');
  }
  return footprint;
}

/** What there is of an actor's doing, and of anything named as trials name it: should be nothing. */
export async function tracesOf(database: Database, actorId: string): Promise<string[]> {
  const traces: string[] = [];
  const look = async (what: string, text: string, values: unknown[]): Promise<void> => {
    const [row] = await rowsOf(database, text, values);
    if (row![0] !== '0') traces.push(`${row![0]} rows of ${what}`);
  };
  for (const [table] of await rowsOf(database, ACTED)) {
    const text = `select count(*)::text from ${table} where "actorId" = $1`;
    await look(`${table} by the trier`, text, [actorId]);
  }
  for (const [table, column] of await rowsOf(database, NAMED)) {
    const text = `select count(*)::text from ${table} where "${column}" ilike 'trial%'`;
    await look(`${table} named as a trial`, text, []);
  }
  return traces;
}

/** What differs between two footprints, by table. */
export const changesBetween = (before: Footprint, after: Footprint): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => before[name] !== after[name])
    .map((name) => `${name}: ${before[name] ?? 'nothing'}, then ${after[name] ?? 'nothing'}`);
