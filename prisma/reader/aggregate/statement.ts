import type { ReadNoun, ReaderActor } from '../declaration.js';
import { joinsFrom } from '../joins.js';
import {
  afterCursor,
  decodeCursor,
  listFingerprint,
  onlyField,
  orderClause,
  orderedColumn,
  termOf,
  type BoundTo,
  type OrderInput,
  type Term,
  type TermSql,
} from '../order.js';
import { PAGE_DEFAULT, PAGE_MAX } from '../page.js';
import { refuseRead } from '../refusals.js';
import { columnOf, counted, rowsOf, visible, whereClause, type SqlDraft } from '../sql.js';
import { compileWhere } from '../where.js';
import { isOwn, keyBeside, keyOf, keysOf, nameOf, type Grouping, type Key } from './keys.js';
import {
  havingOf,
  measuresOf,
  orderedMeasure,
  refuseNoMeasure,
  ROWS,
  type AskedMeasure,
  type Measures,
} from './measures.js';
import { checkedZone, instantBounds } from './periods.js';

/** The arguments that every aggregate takes; `where` may be that of the list it belongs to. */
export interface AggregateArgs {
  readonly where?: Record<string, unknown> | null;
  /** As that of a list. */
  readonly asOf?: string | null;
  readonly groupBy?: readonly OrderInput[] | null;
  readonly having?: Record<string, unknown> | null;
  readonly orderBy?: readonly OrderInput[] | null;
  readonly timeZone?: string | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** What is asked of the groups of one noun. */
export interface Asked {
  readonly noun: ReadNoun;
  readonly args: AggregateArgs;
  readonly actor: ReaderActor;
  readonly measures: readonly AskedMeasure[];
  /** The keys whose different values are counted. */
  readonly distinct: readonly OrderInput[];
  /** Whether the number of rows is selected. */
  readonly isCounted: boolean;
}

/** What is read of the groups: how they are told apart, measured, filtered, ordered and paged. */
export interface Groups {
  readonly keys: readonly Key[];
  readonly measures: Measures['all'];
  /** Counts of different values, as they are written inside. */
  readonly distinct: readonly string[];
  readonly having: readonly string[];
  readonly terms: readonly Term[];
  readonly size: number;
  /** What a cursor is bound to. */
  readonly boundTo: BoundTo;
  /** Worked out when a cursor is read or written. */
  readonly fingerprint: () => string;
  readonly cursor: readonly (string | null)[] | null;
}

/** How a statement names what a group has, by place. */
export interface GroupSql {
  readonly key: (place: number) => string;
  /** When a key that is a period of instants began and ended, and the clocks then. */
  readonly bounds: (place: number) => string[];
  readonly count: string;
  readonly measure: (place: number) => string;
  readonly distinct: (place: number) => string;
  readonly term: TermSql;
}

/** What is selected of each group. */
export type SelectGroups = (groups: Groups, sql: GroupSql) => string;

/** The alias of the groups, and the names of their columns. */
const GROUPS = 'g';
const keyName = (place: number) => `k${place}`;
const measureName = (place: number | typeof ROWS) => (place === ROWS ? 'n' : `m${place}`);
const distinctName = (place: number) => `d${place}`;
const groupSql = (column: string) => columnOf(GROUPS, column);
const termSql: TermSql = ({ column }) => groupSql(column);

/** The table that is grouped, with what keys need beside it. */
interface Source extends Grouping {
  readonly alias: string;
  readonly draft: SqlDraft;
}

function sourceOf({ noun, actor, args }: Asked, draft: SqlDraft): Source {
  const alias = draft.alias();
  const joins = joinsFrom({ noun, alias }, actor, draft);
  const timeZone = args.timeZone == null ? 'UTC' : checkedZone(args.timeZone);
  let bound: string | undefined;
  const zone = () => (bound ??= draft.bind(timeZone, 'text'));
  return { noun, actor, alias, draft, joins, zone };
}

/**
 * Reads what is asked into groups. Throws FORBIDDEN for a column the actor may not read, wherever
 * it stands, and the refusals of keys, orders and cursors.
 */
function groupsOf(asked: Asked, source: Source): Groups {
  const { noun, args, actor } = asked;
  const measures = measuresOf(noun, source.alias, actor);
  const named = keysOf(args.groupBy, source);
  const distinct = asked.distinct.map((input) => `count(distinct ${keyOf(input, source).sql})`);
  for (const measure of asked.measures) measures.want(measure);
  if (!asked.isCounted && measures.all.length + distinct.length === 0) refuseNoMeasure();
  const nameOfPlace = (place: number | typeof ROWS) => groupSql(measureName(place));
  const having = havingOf(noun, args.having, measures, source.draft, nameOfPlace);
  const ordered = orderedTerms(asked, named, measures);
  const keys = [...named, ...keysBeside(named, measures, source)];
  const terms = [...ordered, ...keyTerms(keys, ordered)];
  let bound: string | undefined;
  const boundTo = boundOf(asked, keys);
  const fingerprint = () => (bound ??= listFingerprint(...boundTo));
  const cursor = args.after == null ? null : decodeCursor(args.after, fingerprint(), terms);
  const size = sizeOf(args);
  const paged = { terms, size, boundTo, fingerprint, cursor };
  return { keys, measures: measures.all, distinct, having, ...paged };
}

/**
 * Groups by the keys inside; filters, orders and pages the groups outside, where `select` tells what
 * is selected of each.
 */
export function compileAggregate(
  asked: Asked,
  draft: SqlDraft,
  also: (alias: string) => readonly string[],
  select: SelectGroups,
): { readonly text: string; readonly groups: Groups } {
  const source = sourceOf(asked, draft);
  const groups = groupsOf(asked, source);
  const inner = innerSql(asked, source, groups, also(source.alias));
  const { having, terms, cursor, size } = groups;
  const columns = select(groups, groupSqlOf(groups, source));
  const behind = cursor === null ? [] : [behindSql(terms, cursor, draft)];
  const order = terms.length === 0 ? '' : orderClause(terms, termSql);
  const where = whereClause([...having, ...behind]);
  const limit = ` limit ${draft.bind(size, 'int')}`;
  return { text: `select ${columns} from (${inner}) ${GROUPS}${where}${order}${limit}`, groups };
}

const groupSqlOf = ({ keys }: Groups, source: Source): GroupSql => ({
  key: (place) => groupSql(keyName(place)),
  bounds: (place) => boundsOf(keys[place]!, groupSql(keyName(place)), source),
  count: groupSql(measureName(ROWS)),
  measure: (place) => groupSql(measureName(place)),
  distinct: (place) => groupSql(distinctName(place)),
  term: termSql,
});

/**
 * A row has, one behind the other, the keys, the bounds of each key that is a period of instants,
 * the number of rows, the measures, and the counts of different values.
 */
export const rowOfGroup: SelectGroups = ({ keys, measures, distinct }, sql) =>
  [
    ...keys.map((_, at) => sql.key(at)),
    ...keys.flatMap((_, at) => sql.bounds(at)),
    sql.count,
    ...measures.map((_, at) => sql.measure(at)),
    ...distinct.map((_, at) => sql.distinct(at)),
  ].join(', ');

function innerSql(
  { noun, args, actor }: Asked,
  { alias, draft, joins }: Source,
  { keys, measures, distinct }: Groups,
  also: readonly string[],
): string {
  const columns = [
    ...keys.map(({ sql }, at) => `${sql} as ${keyName(at)}`),
    `count(*) as ${measureName(ROWS)}`,
    ...measures.map(({ sql }, at) => `${sql} as ${measureName(at)}`),
    ...distinct.map((sql, at) => `${sql} as ${distinctName(at)}`),
  ].join(', ');
  const where = whereClause([
    ...also,
    ...visible(noun, alias, actor, draft),
    ...counted(noun, alias, args.asOf, draft),
    ...compileWhere(noun, args.where, alias, actor, draft),
  ]);
  const by = keys.length === 0 ? '' : ` group by ${keys.map((_, at) => at + 1).join(', ')}`;
  return `select ${columns} from ${rowsOf(noun, args.asOf, draft)} ${alias}${joins.sql()}${where}${by}`;
}

/** Currencies and units of the amounts that are worked out; amounts of two are never added up. */
function keysBeside(keys: readonly Key[], measures: Measures, source: Source): Key[] {
  const grouped = new Set(keys.filter(isOwn).map(({ column }) => column.column));
  const needed = measures.all.flatMap(({ of, fn }) =>
    of.beside === undefined || fn === 'count' || grouped.has(of.beside) ? [] : [of.beside],
  );
  return [...new Set(needed)].map((column) => keyBeside(column, source));
}

function orderedTerms({ noun, args, actor }: Asked, keys: readonly Key[], measures: Measures) {
  const names = keys.map(nameOf);
  return (args.orderBy ?? []).map((input): Term => {
    const [field, order] = onlyField(input);
    if (field !== 'by') {
      const { place, column, choice } = orderedMeasure(field, order, measures);
      return { path: [], ...termOf({ ...column, column: measureName(place) }, choice) };
    }
    const { choice, ...of } = orderedColumn(noun, order as OrderInput, actor, []);
    const place = names.indexOf(nameOf(of));
    if (place < 0)
      refuseRead('ORDER_NOT_GROUPED', `Rows are not grouped by ${nameOf(of)}, which orders them.`);
    return { ...keyTerm(keys[place]!, place), ...placing(termOf(of.column, choice)) };
  });
}

const placing = ({ isDescending, nullsFirst }: Pick<Term, 'isDescending' | 'nullsFirst'>) => ({
  isDescending,
  nullsFirst,
});

const keyTerm = ({ type, isNullable }: Key, place: number): Term => ({
  ...{ path: [], column: keyName(place), type, isNullable },
  ...{ isDescending: false, nullsFirst: false },
});

/** The keys that the order does not name stand behind it, so that it is total. */
const keyTerms = (keys: readonly Key[], ordered: readonly Term[]): Term[] =>
  keys.map(keyTerm).filter(({ column }) => ordered.every((one) => one.column !== column));

/** A cursor is bound to all that decides which groups there are and how they follow each other. */
const boundOf = ({ noun, args }: Asked, keys: readonly Key[]): BoundTo => {
  const { where, groupBy, having, orderBy, timeZone, asOf } = args;
  const names = keys.map(nameOf);
  const day = asOf == null ? [] : [asOf];
  return [`${noun.name} groups`, where, groupBy, having, orderBy, timeZone, names, ...day];
};

/** Without keys there is one group, and nothing behind it. */
const behindSql = (terms: readonly Term[], cursor: readonly (string | null)[], draft: SqlDraft) =>
  terms.length === 0 ? 'false' : afterCursor(terms, cursor, termSql, draft);

const boundsOf = (key: Key, start: string, { zone }: Source): string[] =>
  isPeriodOfInstants(key) ? instantBounds(key.part!, start, zone()) : [];

export const isPeriodOfInstants = ({ column, part }: Key): boolean =>
  column.kind === 'instant' && part !== null;

function sizeOf({ first }: AggregateArgs): number {
  const size = first ?? PAGE_DEFAULT;
  if (size < 0 || size > PAGE_MAX)
    refuseRead('PAGE_SIZE', `A page has 0 to ${PAGE_MAX} rows.`, { max: PAGE_MAX });
  return size;
}
