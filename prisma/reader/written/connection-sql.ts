import type { ReadNoun } from '../declaration.js';
import { pageOf, type ListArgs, type Page } from '../page.js';
import { conditionsOf, pageText, type Of } from '../page-statement.js';
import { isIncluded } from '../selection.js';
import { rowsOf, whereClause } from '../sql.js';
import { cursorSql } from './cursor.js';
import { groupsPieces } from './groups-sql.js';
import { array, joined, objectPieces, textOfRows, type Piece } from './pieces.js';
import type { ConnectionField, WrittenLevel, WrittenList } from './plan.js';
import type { Writing } from './writing.js';

/** A list that is written: of what, which page, and what is selected of it. */
interface Listed {
  readonly of: Of;
  readonly page: Page;
  readonly fields: readonly ConnectionField[];
  /** What its rows have in common beside the filter, under an alias. */
  readonly own: Own;
  readonly by: Writing;
  /** SQL of a row under an alias. */
  readonly row: (alias: string) => string;
}

type Own = (alias: string) => readonly string[];
type RowSql = (level: WrittenLevel, alias: string, by: Writing) => string;

/**
 * A connection: of its page one subquery, and one more for the total. Throws what the paging
 * arguments are refused with.
 */
export function connectionPieces(
  { level, fields }: WrittenList,
  { args, own }: { readonly args: ListArgs; readonly own: Own },
  by: Writing,
  rowSql: RowSql,
): Piece[] {
  const { scope } = by;
  const listed: Listed = {
    ...{ of: { level, args, scope }, page: pageOf(level.noun, args, scope.actor), by, own },
    row: (alias) => rowSql(level, alias, by),
    fields: fields.filter(({ paths }) => isIncluded(paths, scope.variables)),
  };
  const isPaged = listed.fields.some((one) => one.name === 'edges' || one.name === 'pageInfo');
  return isPaged ? [{ sql: pagedSql(listed) }] : rowsOnly(listed);
}

function rowsOnly(list: Listed): Piece[] {
  const { of, page, by, own, row } = list;
  return objectPieces(
    list.fields.map((field) => {
      if (field.name !== 'nodes') return [field.key, besideRows(field, list)];
      // Whether more rows follow is not asked.
      const exact = { ...page, size: page.size - 1 };
      const rows = pageText(of, exact, by.draft, (alias) => `${row(alias)} as o`, own);
      const from = page.isBackward ? numbered(rows) : `(${rows})`;
      const order = page.isBackward ? ' order by x.n desc' : '';
      return [field.key, array(`(select ${textOfRows('x.o', order)} from ${from} x)`)];
    }),
  );
}

/** Rows with their places in the order in which they are read. */
const numbered = (rows: string): string =>
  `(select y.*, row_number() over () as n from (${rows}) y)`;

/** What is told of a connection beside its page. */
function besideRows({ name: field, groups }: ConnectionField, { of, own, by }: Listed): Piece[] {
  const { noun } = of.level;
  if (field === '__typename') return [{ text: `"${noun.name}Connection"` }];
  if (groups) return groupsPieces(groups, { of: of.args, own }, by);
  const alias = by.draft.alias();
  const where = whereClause([...own(alias), ...conditionsOf(of, alias, by.draft)]);
  const rows = rowsOf(noun, of.args.asOf, by.draft);
  return [{ sql: `(select count(*)::text from ${rows} ${alias}${where})` }];
}

/** The page as one subquery over its rows, numbered as they are read, with one row too many. */
function pagedSql(list: Listed): string {
  const { of, page, by, own, row } = list;
  const cursor = asksCursors(list.fields) ? cursorSql(page, by.draft) : () => 'null';
  const rows = pageText(
    ...[of, page, by.draft],
    (alias, sqlOf) => `${row(alias)} as o, ${cursor(sqlOf)} as c`,
    own,
  );
  const size = by.draft.bind(page.size, 'int');
  const order = ` order by x.n${page.isBackward ? ' desc' : ''}`;
  const filter = ` filter (where x.n <= ${size})`;
  const pageInfo = pageInfoSql(page, size, filter);
  const valueOf = (field: ConnectionField): Piece[] => {
    if (field.name === 'pageInfo')
      return objectPieces(field.fields.map(({ key, name }) => [key, [{ sql: pageInfo[name]! }]]));
    if (field.name === 'nodes') return array(textOfRows('x.o', order, filter));
    if (field.name !== 'edges') return besideRows(field, list);
    return array(textOfRows(edgeSql(field, of.level.noun), order, filter));
  };
  const object = joined(objectPieces(list.fields.map((field) => [field.key, valueOf(field)])));
  return `(select ${object} from ${numbered(rows)} x)`;
}

const CURSORS: ReadonlySet<string> = new Set(['cursor', 'startCursor', 'endCursor']);

const asksCursors = (fields: readonly ConnectionField[]): boolean =>
  fields.some((field) => field.fields.some(({ name }) => CURSORS.has(name)));

function pageInfoSql(
  { isBackward, cursor }: Page,
  size: string,
  filter: string,
): Readonly<Record<string, string>> {
  const end = (direction: string) =>
    `coalesce((array_agg(x.c order by x.n${direction})${filter})[1], 'null')`;
  const more = `(count(*) > ${size})::text`;
  // Where a cursor was given, the row it stands for lies on its other side.
  const behind = `'${cursor !== null}'`;
  const [first, last] = isBackward ? [end(' desc'), end('')] : [end(''), end(' desc')];
  return {
    hasNextPage: isBackward ? behind : more,
    hasPreviousPage: isBackward ? more : behind,
    startCursor: first,
    endCursor: last,
    __typename: `'"PageInfo"'`,
  };
}

function edgeSql({ fields }: ConnectionField, noun: ReadNoun): string {
  const told: Readonly<Record<string, Piece>> = {
    cursor: { sql: 'x.c' },
    node: { sql: 'x.o' },
    __typename: { text: `"${noun.name}Edge"` },
  };
  return joined(objectPieces(fields.map(({ key, name: of }) => [key, [told[of]!]])));
}
