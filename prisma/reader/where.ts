import { customColumn } from './custom.js';
import type { ReadColumn, ReadEdge, ReadNoun, ReaderActor } from './declaration.js';
import { madeOf } from './open-values.js';
import { mayRead, refuseRead } from './refusals.js';
import { columnOf, name, visible, type SqlDraft } from './sql.js';
import { parseGlobalId } from '../../modules/kernel/ids.js';

/** Deeper filters are refused: each level may add a sub-select. */
const DEPTH_MAX = 8;
const CONDITIONS_MAX = 200;

interface Scope {
  readonly actor: ReaderActor;
  readonly draft: SqlDraft;
  readonly count: { conditions: number };
}

type Filter = Readonly<Record<string, unknown>>;

/** The SQL types that a filter's values are bound as. */
const bindTypes: Record<ReadColumn['kind'], string> = {
  text: 'text',
  id: 'uuid',
  integer: 'bigint',
  decimal: 'numeric',
  boolean: 'boolean',
  date: 'date',
  instant: 'timestamptz',
  choice: 'text',
  money: 'numeric',
  quantity: 'numeric',
  texts: 'text',
};

export const bindType = (column: ReadColumn): string => bindTypes[column.kind];

/**
 * Turns a `where` input into one condition on the rows of `alias`.
 * Throws FILTER_NULL for an operator given null, FORBIDDEN for a field the actor may not read.
 */
export function compileWhere(
  noun: ReadNoun,
  where: Filter | null | undefined,
  alias: string,
  actor: ReaderActor,
  draft: SqlDraft,
): string[] {
  if (where === undefined || where === null) return [];
  return conditionsOf(noun, where, alias, { actor, draft, count: { conditions: 0 } }, 0);
}

function conditionsOf(noun: ReadNoun, where: Filter, alias: string, scope: Scope, depth: number) {
  if (depth > DEPTH_MAX)
    refuseRead('FILTER_TOO_DEEP', `A filter may be nested ${DEPTH_MAX} levels deep.`);
  const conditions: string[] = [];
  for (const [field, value] of Object.entries(where)) {
    if (value === undefined) continue;
    if (value === null) refuseNull(field);
    count(scope);
    conditions.push(conditionOf(noun, field, value, alias, scope, depth));
  }
  return conditions;
}

function conditionOf(
  noun: ReadNoun,
  field: string,
  value: unknown,
  alias: string,
  scope: Scope,
  depth: number,
): string {
  if (field === 'and' || field === 'or') {
    const parts = (value as Filter[]).map((one) =>
      all(conditionsOf(noun, one, alias, scope, depth + 1)),
    );
    if (parts.length === 0) return field === 'and' ? 'true' : 'false';
    return `(${parts.join(field === 'and' ? ' and ' : ' or ')})`;
  }
  if (field === 'not')
    return `not coalesce(${all(conditionsOf(noun, value as Filter, alias, scope, depth + 1))}, false)`;
  const column = noun.columns[field];
  if (column) {
    mayRead(column.permission, scope.actor.permissions);
    const sql = columnOf(alias, column.column);
    return operators(noun, column, value as Filter, sql, scope.draft);
  }
  if (field === 'customFields') return custom(noun, value as Filter, alias, scope);
  const edge = noun.edges[field];
  if (edge) return relation(edge, value as Filter, alias, scope, depth);
  throw new Error(`${noun.name} has no filter ${field}`);
}

/** Conditions on fields that users have defined; each is bound as any other column is. */
function custom(noun: ReadNoun, value: Filter, alias: string, scope: Scope): string {
  const parts = Object.entries(value).flatMap(([code, filter]) => {
    if (filter === undefined) return [];
    if (filter === null) refuseNull(code);
    count(scope);
    const column = customColumn(noun, code, scope.actor);
    const sql = columnOf(alias, column.column);
    return [operators(column.target?.() ?? noun, column, filter as Filter, sql, scope.draft)];
  });
  return all(parts);
}

function count(scope: Scope): void {
  if (++scope.count.conditions > CONDITIONS_MAX)
    refuseRead('FILTER_TOO_DEEP', `A filter may have ${CONDITIONS_MAX} conditions.`);
}

const all = (conditions: readonly string[]): string =>
  conditions.length === 0 ? 'true' : `(${conditions.join(' and ')})`;

export function refuseNull(operator: string): never {
  refuseRead('FILTER_NULL', `The filter "${operator}" was given null; use isNull to ask for null.`);
}

/** The conditions of one filter on a value of a column's kind. */
export function operators(
  noun: ReadNoun,
  column: ReadColumn,
  filter: Filter,
  sql: string,
  draft: SqlDraft,
): string {
  const type = bindType(column);
  const value = (raw: unknown) =>
    column.kind === 'id' ? madeOf(raw, (one) => rawId(noun, one)) : raw;
  const bind = (raw: unknown) =>
    (column.kind === 'choice' && choiceSql(raw)) || draft.bind(value(raw), type);
  const parts: string[] = [];
  for (const [operator, raw] of Object.entries(filter)) {
    if (raw === undefined) continue;
    if (raw === null) refuseNull(operator);
    parts.push(operatorSql(operator, raw, { value, bind, sql, type, draft }));
  }
  return all(parts);
}

const comparisons: Record<string, string> = {
  eq: '=',
  ne: '<>',
  gt: '>',
  gte: '>=',
  lt: '<',
  lte: '<=',
};

/** What the conditions of one filter are made of. */
interface Operand {
  readonly value: (raw: unknown) => unknown;
  /** The SQL of a value that is compared with. */
  readonly bind: (raw: unknown) => string;
  readonly sql: string;
  readonly type: string;
  readonly draft: SqlDraft;
}

function operatorSql(
  operator: string,
  raw: unknown,
  { value, bind, sql, type, draft }: Operand,
): string {
  const comparison = comparisons[operator];
  if (comparison !== undefined) return `${sql} ${comparison} ${bind(raw)}`;
  if (operator === 'in') {
    const list = madeOf(raw as unknown[], (all) =>
      all.map((one) => (one === null ? refuseNull('in') : value(one))),
    );
    return `${sql} = any(${draft.bind(list, `${type}[]`)})`;
  }
  if (operator === 'isNull') return raw === true ? `${sql} is null` : `${sql} is not null`;
  const like = (pattern: (text: string) => string) =>
    `${sql} ilike ${draft.bind(
      madeOf(raw, (one) => pattern(likeText(one))),
      'text',
    )}`;
  if (operator === 'contains') return like((text) => `%${text}%`);
  if (operator === 'startsWith') return like((text) => `${text}%`);
  if (operator === 'has') return `${draft.bind(raw, 'text')} = any(${sql})`;
  throw new Error(`No operator ${operator}`);
}

/**
 * A choice is written into the statement: there are few, and a plan that is made once for all
 * values would not know how many rows have this one. Only a plain name is written.
 */
const choiceSql = (raw: unknown): string | null => {
  const choice = String(raw);
  return /^[A-Z][A-Z0-9_]*$/.test(choice) ? `'${choice}'` : null;
};

const likeText = (raw: unknown): string => String(raw).replace(/[\\%_]/g, (mark) => `\\${mark}`);

function rawId(noun: ReadNoun, raw: unknown): string {
  const id = parseGlobalId(String(raw));
  if (id?.type !== noun.name)
    refuseRead('BAD_USER_INPUT', `"${String(raw)}" is not the id of a ${noun.name}.`);
  return id.uuid;
}

function relation(edge: ReadEdge, value: Filter, alias: string, scope: Scope, depth: number) {
  const target = edge.to();
  if (target === null) throw new Error('An edge to any noun has no filter');
  mayRead(edge.permission, scope.actor.permissions);
  mayRead(target.permission, scope.actor.permissions);
  if (edge.kind === 'one') return exists(edge, target, value, alias, scope, depth, false);
  const parts: string[] = [];
  for (const [quantifier, inner] of Object.entries(value)) {
    if (inner === undefined) continue;
    if (inner === null) refuseNull(quantifier);
    const found = exists(
      edge,
      target,
      inner as Filter,
      alias,
      scope,
      depth,
      quantifier === 'every',
    );
    parts.push(quantifier === 'some' ? found : `not ${found}`);
  }
  return all(parts);
}

function exists(
  edge: ReadEdge,
  target: ReadNoun,
  where: Filter,
  alias: string,
  scope: Scope,
  depth: number,
  isNegated: boolean,
): string {
  const { draft, actor } = scope;
  const inner = draft.alias();
  const join =
    edge.kind === 'one'
      ? `${columnOf(inner, 'id')} = ${columnOf(alias, edge.by)}`
      : `${columnOf(inner, edge.by)} = ${columnOf(alias, edge.from)}`;
  const only = edge.only
    ? [`${columnOf(inner, edge.only.column)} = ${draft.bind(edge.only.value, 'text')}`]
    : [];
  const sees = visible(target, inner, actor, draft);
  const asked = all(conditionsOf(target, where, inner, scope, depth + 1));
  const condition = isNegated ? `not coalesce(${asked}, false)` : asked;
  const conditions = [join, ...only, ...sees, condition].join(' and ');
  return `exists (select 1 from ${name(target.table)} ${inner} where ${conditions})`;
}
