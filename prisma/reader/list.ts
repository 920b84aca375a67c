import type { ReadEdge, ReaderScope } from './declaration.js';
import {
  connectionOf,
  pageOf,
  noRows,
  type ConnectionValue,
  type Page,
  type ReadRows,
} from './page.js';
import {
  conditionsOf,
  guarded,
  ofParent,
  pageText,
  type Of as ListOf,
  type SelectSql,
} from './page-statement.js';
import type { LevelPlan, Wants } from './plan.js';
import { columnOf, finish, name, rowsOf, sqlDraft, visible, whereClause } from './sql.js';

/** Rows of a list, with what of them is selected. */
interface Of extends ListOf {
  readonly level: LevelPlan;
}

const wantsCursors = (wants: Wants): boolean => wants.edges || wants.pageInfo;

/** Columns of a level's shape, then those a cursor is made of when cursors are asked for. */
const selecting =
  ({ shape }: LevelPlan, page: Page, wants: Wants): SelectSql =>
  (alias, sqlOf) =>
    [shape.select(alias), ...(wantsCursors(wants) ? page.terms : []).map(sqlOf)].join(', ');

/** Adds what the store answered for one row, from `offset` on. */
function addRow(
  to: ReadRows,
  { shape }: LevelPlan,
  wants: Wants,
  values: readonly unknown[],
  offset: number,
): void {
  to.rows.push(shape.row(values, offset));
  if (wantsCursors(wants)) to.places.push(values.slice(offset + shape.width));
}

/** One page of all rows of a noun: one statement, and one more when the total is selected. */
export async function readList(of: Of, wants: Wants): Promise<ConnectionValue> {
  const { level, args, scope } = of;
  const page = pageOf(level.noun, args, scope.actor);
  const rows = async (): Promise<ReadRows> => {
    if (!wants.rows) return noRows;
    const draft = sqlDraft();
    const text = pageText(of, page, draft, selecting(level, page, wants));
    const answer = await guarded(page, scope.query(finish(draft, text)));
    const read: ReadRows = { rows: [], places: [] };
    for (const values of answer.rows) addRow(read, level, wants, values, 0);
    return read;
  };
  const total = wants.totalCount ? totalOf(of) : undefined;
  const [read, totalCount] = await Promise.all([rows(), total]);
  return connectionOf(read, page, wants, totalCount);
}

/** How many rows a list has, whatever the page: one statement. */
async function totalOf(of: ListOf): Promise<number> {
  const draft = sqlDraft();
  const alias = draft.alias();
  const where = whereClause(conditionsOf(of, alias, draft));
  const table = rowsOf(of.level.noun, of.args.asOf, draft);
  const answer = await of.scope.query(
    finish(draft, `select count(*) from ${table} ${alias}${where}`),
  );
  return Number(answer.rows[0]![0]);
}

/** One page of each parent's rows: one statement for all parents, and one more for totals. */
export async function readListPerParent(
  of: Of,
  edge: ReadEdge,
  parents: readonly string[],
  wants: Wants,
): Promise<(parent: string) => ConnectionValue> {
  const page = pageOf(of.level.noun, of.args, of.scope.actor);
  const [read, totals] = await Promise.all([
    wants.rows ? rowsPerParent(of, edge, parents, page, wants) : new Map<string, ReadRows>(),
    wants.totalCount ? totalsPerParent(of, edge, parents) : null,
  ]);
  return (parent) =>
    connectionOf(
      read.get(parent) ?? noRows,
      page,
      wants,
      totals === null ? undefined : (totals.get(parent) ?? 0),
    );
}

async function rowsPerParent(
  of: Of,
  edge: ReadEdge,
  parents: readonly string[],
  page: Page,
  wants: Wants,
): Promise<Map<string, ReadRows>> {
  const { level, scope } = of;
  const draft = sqlDraft();
  const keys = draft.bind(parents, 'uuid[]');
  const child = pageText(of, page, draft, selecting(level, page, wants), (alias) => [
    `${columnOf(alias, edge.by)} = parent.key`,
    ...ofParent(edge, alias, draft),
  ]);
  const text = `select parent.key, child.* from unnest(${keys}) as parent(key) cross join lateral (${child}) child`;
  const answer = await guarded(page, scope.query(finish(draft, text)));
  const byParent = new Map<string, ReadRows>();
  for (const values of answer.rows) {
    const parent = values[0] as string;
    const known = byParent.get(parent);
    const read: ReadRows = known ?? { rows: [], places: [] };
    if (!known) byParent.set(parent, read);
    addRow(read, level, wants, values, 1);
  }
  return byParent;
}

async function totalsPerParent(of: Of, edge: ReadEdge, parents: readonly string[]) {
  const draft = sqlDraft();
  const alias = draft.alias();
  const key = columnOf(alias, edge.by);
  const where = whereClause([
    `${key} = any(${draft.bind(parents, 'uuid[]')})`,
    ...ofParent(edge, alias, draft),
    ...conditionsOf(of, alias, draft),
  ]);
  const table = rowsOf(of.level.noun, of.args.asOf, draft);
  const text = `select ${key}, count(*) from ${table} ${alias}${where} group by 1`;
  const answer = await of.scope.query(finish(draft, text));
  return new Map(answer.rows.map(([parent, count]) => [parent as string, Number(count)]));
}

/**
 * Rows by their ids, whatever their order: one statement. Hidden and missing rows are not there.
 */
export async function readByIds(
  level: LevelPlan,
  ids: readonly string[],
  scope: ReaderScope,
): Promise<Map<string, ReturnType<LevelPlan['shape']['row']>>> {
  const draft = sqlDraft();
  const alias = draft.alias();
  const id = columnOf(alias, 'id');
  const where = whereClause([
    `${id} = any(${draft.bind(ids, 'uuid[]')})`,
    ...visible(level.noun, alias, scope.actor, draft),
  ]);
  const select = `${id}, ${level.shape.select(alias)}`;
  const text = `select ${select} from ${name(level.noun.table)} ${alias}${where}`;
  const answer = await scope.query(finish(draft, text));
  return new Map(
    answer.rows.map((values) => [values[0] as string, level.shape.row(values, 1)] as const),
  );
}
