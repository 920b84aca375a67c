import type { ReadEdge, ReadNoun, ReaderScope } from './declaration.js';
import { joinsFrom } from './joins.js';
import type { TermSql } from './order.js';
import {
  connectionOf,
  pageOf,
  noRows,
  pageSql,
  type ConnectionValue,
  type ListArgs,
  type Page,
  type ReadRows,
} from './page.js';
import type { LevelPlan, Wants } from './plan.js';
import { refuseRead } from './refusals.js';
import {
  columnOf,
  counted,
  finish,
  name,
  rowsOf,
  sqlDraft,
  visible,
  whereClause,
  type SqlDraft,
} from './sql.js';
import { compileWhere } from './where.js';

/** The rows of a list for which one statement is made: all of a noun, or those of many parents. */
interface Of {
  readonly level: LevelPlan;
  readonly args: ListArgs;
  readonly scope: ReaderScope;
}

function conditionsOf({ level, args, scope }: Of, alias: string, draft: SqlDraft): string[] {
  return [
    ...visible(level.noun, alias, scope.actor, draft),
    ...counted(level.noun, alias, args.asOf, draft),
    ...compileWhere(level.noun, args.where, alias, scope.actor, draft),
  ];
}

const wantsCursors = (wants: Wants): boolean => wants.edges || wants.pageInfo;

/** Columns of a level's shape, then those a cursor is made of when cursors are asked for. */
function selectOf(
  level: LevelPlan,
  page: Page,
  wants: Wants,
  alias: string,
  sqlOf: TermSql,
): string {
  const places = wantsCursors(wants) ? page.terms : [];
  return [level.shape.select(alias), ...places.map(sqlOf)].join(', ');
}

/** The select of one page, under conditions beside those of the list. */
function pageText(of: Of, page: Page, wants: Wants, draft: SqlDraft, also: OwnConditions): string {
  const { level, scope } = of;
  const alias = draft.alias();
  const joins = joinsFrom({ noun: level.noun, alias }, scope.actor, draft);
  const sqlOf: TermSql = ({ path, column }) => columnOf(joins.at(path).alias, column);
  const paging = pageSql(page, sqlOf, draft);
  const conditions = [...also(alias), ...conditionsOf(of, alias, draft), ...paging.conditions];
  const select = selectOf(level, page, wants, alias, sqlOf);
  const from = `${rowsOf(level.noun, of.args.asOf, draft)} ${alias}${joins.sql()}`;
  return `select ${select} from ${from}${whereClause(conditions)}${paging.tail}`;
}

type OwnConditions = (alias: string) => readonly string[];

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
    const text = pageText(of, page, wants, draft, () => []);
    const answer = await guarded(page, scope.query(finish(draft, text)));
    const read: ReadRows = { rows: [], places: [] };
    for (const values of answer.rows) addRow(read, level, wants, values, 0);
    return read;
  };
  const total = async (): Promise<number | undefined> => {
    if (!wants.totalCount) return undefined;
    const draft = sqlDraft();
    const alias = draft.alias();
    const table = rowsOf(level.noun, args.asOf, draft);
    const where = whereClause(conditionsOf(of, alias, draft));
    const answer = await scope.query(
      finish(draft, `select count(*) from ${table} ${alias}${where}`),
    );
    return Number(answer.rows[0]![0]);
  };
  const [read, totalCount] = await Promise.all([rows(), total()]);
  return connectionOf(read, page, wants, totalCount);
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

/** The condition of an edge that leads to some of their rows only. */
export function ofParent(edge: ReadEdge, alias: string, draft: SqlDraft): string[] {
  if (!edge.only) return [];
  return [`${columnOf(alias, edge.only.column)} = ${draft.bind(edge.only.value, 'text')}`];
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
  const child = pageText(of, page, wants, draft, (alias) => [
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

/** A well-formed cursor may still hold a value the store cannot read, such as a 32nd of a month. */
export async function guarded<T>(
  page: { readonly cursor: unknown },
  answer: Promise<T>,
): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    if (page.cursor !== null && typeof code === 'string' && code.startsWith('22'))
      refuseRead('CURSOR_INVALID', 'This is not a cursor.');
    throw error;
  }
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

/** The id that a look-up by number, code or external reference names, among what the actor sees. */
export async function findId(
  noun: ReadNoun,
  by: LookupKey,
  scope: ReaderScope,
): Promise<string | null> {
  const draft = sqlDraft();
  const alias = draft.alias();
  const where = whereClause([
    ...keyConditions(noun, by, alias, draft),
    ...visible(noun, alias, scope.actor, draft),
  ]);
  const own = columnOf(alias, 'id');
  const { leadsTo } = noun;
  const found = leadsTo === undefined ? own : `coalesce(${columnOf(alias, leadsTo)}, ${own})`;
  const text = `select ${found} from ${name(noun.table)} ${alias}${where} limit 2`;
  const answer = await scope.query(finish(draft, text));
  return answer.rows.length === 1 ? (answer.rows[0]![0] as string) : null;
}

/** Whether the actor sees the row with this id. */
export async function isSeen(noun: ReadNoun, id: string, scope: ReaderScope): Promise<boolean> {
  const draft = sqlDraft();
  const alias = draft.alias();
  const where = whereClause([
    `${columnOf(alias, 'id')} = ${draft.bind(id, 'uuid')}`,
    ...visible(noun, alias, scope.actor, draft),
  ]);
  const answer = await scope.query(
    finish(draft, `select 1 from ${name(noun.table)} ${alias}${where}`),
  );
  return answer.rows.length === 1;
}

/** A look-up with raw company ids: exactly one key. */
export type LookupKey =
  | { readonly number: { readonly company: string; readonly number: string } }
  | { readonly code: { readonly company?: string | null; readonly code: string } }
  | { readonly externalRef: { readonly system: string; readonly key: string } };

function keyConditions(noun: ReadNoun, by: LookupKey, alias: string, draft: SqlDraft): string[] {
  if ('number' in by)
    return [
      `${columnOf(alias, 'companyId')} = ${draft.bind(by.number.company, 'uuid')}`,
      `${columnOf(alias, 'number')} = ${draft.bind(by.number.number, 'text')}`,
    ];
  if ('code' in by) {
    const company = by.code.company
      ? [`${columnOf(alias, 'companyId')} = ${draft.bind(by.code.company, 'uuid')}`]
      : [];
    return [...company, `${columnOf(alias, 'code')} = ${draft.bind(by.code.code, 'text')}`];
  }
  const ref = draft.alias();
  const conditions = [
    `${columnOf(ref, 'nodeId')} = ${columnOf(alias, 'id')}`,
    `${columnOf(ref, 'noun')} = ${draft.bind(noun.name, 'text')}`,
    `${columnOf(ref, 'system')} = ${draft.bind(by.externalRef.system, 'text')}`,
    `${columnOf(ref, 'key')} = ${draft.bind(by.externalRef.key, 'text')}`,
  ];
  return [`exists (select 1 from "ExternalRef" ${ref} where ${conditions.join(' and ')})`];
}
