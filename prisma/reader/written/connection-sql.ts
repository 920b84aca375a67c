import type { ReadNoun } from '../declaration.js';
import { pageOf, type ListArgs, type Page } from '../page.js';
import { conditionsOf, ofParent, pageText, type Of } from '../page-statement.js';
import { argsOf } from '../planned-args.js';
import type { Term, TermSql } from '../order.js';
import { isIncluded } from '../selection.js';
import { columnOf, rowsOf, whereClause } from '../sql.js';
import { joined, objectPieces, type Piece } from './pieces.js';
import type { ConnectionField, ToMany, WrittenLevel } from './plan.js';
import { checkRights, MustWalk, type Writing } from './writing.js';

/** A page below a row: what it is of, and what is selected of it. */
interface Inner {
  readonly of: Of;
  readonly page: Page;
  readonly fields: readonly ConnectionField[];
  /** Those of the row that the edge leads to, under an alias. */
  readonly own: (alias: string) => readonly string[];
  readonly by: Writing;
  /** SQL of a row under an alias. */
  readonly row: (alias: string) => string;
}

/**
 * A connection below a row under an alias: of its page one subquery, and one more for the total.
 * Throws MustWalk for a page behind a cursor, and what the paging arguments are refused with.
 */
export function connectionPieces(
  part: ToMany,
  alias: string,
  by: Writing,
  rowSql: (level: WrittenLevel, alias: string, by: Writing) => string,
): Piece[] {
  const { edge, list } = part;
  const { level } = list;
  const { scope, draft } = by;
  checkRights([edge.permission, level.noun.permission], by);
  const args = argsOf(part, scope) as ListArgs;
  const page = pageOf(level.noun, args, scope.actor);
  if (page.cursor !== null) throw new MustWalk();
  const inner: Inner = {
    ...{ of: { level, args, scope }, page, by },
    row: (own) => rowSql(level, own, by),
    fields: list.fields.filter(({ paths }) => isIncluded(paths, scope.variables)),
    own: (own) => [
      `${columnOf(own, edge.by)} = ${columnOf(alias, edge.from)}`,
      ...ofParent(edge, own, draft),
    ],
  };
  const isPaged = inner.fields.some((one) => one.name === 'edges' || one.name === 'pageInfo');
  return isPaged ? [{ sql: pagedSql(inner) }] : rowsOnly(inner);
}

function rowsOnly(inner: Inner): Piece[] {
  const { of, page, by, own, row } = inner;
  return objectPieces(
    inner.fields.map((field) => {
      if (field.name !== 'nodes') return [field.key, besideRows(field, inner)];
      // Whether more rows follow is not asked.
      const exact = { ...page, size: page.size - 1 };
      const select = (child: string) => `${row(child)} as o`;
      const rows = pageText(of, exact, by.draft, select, own);
      const from = page.isBackward
        ? `(select y.o, row_number() over () as n from (${rows}) y)`
        : `(${rows})`;
      const order = page.isBackward ? ' order by x.n desc' : '';
      return [field.key, listed(`(select ${textOfRows('x.o', order)} from ${from} x)`)];
    }),
  );
}

/** Null when a row is, so that none is left out unsaid. */
const textOfRows = (row: string, order: string, filter = ''): string =>
  `case when count(*) = count(x.o) then coalesce(string_agg(${row}, ','${order})${filter}, '') end`;

/** What is told of a connection beside its page. */
function besideRows({ name: field }: ConnectionField, { of, own, by }: Inner): Piece[] {
  const { noun } = of.level;
  if (field === '__typename') return [{ text: `"${noun.name}Connection"` }];
  const alias = by.draft.alias();
  const where = whereClause([...own(alias), ...conditionsOf(of, alias, by.draft)]);
  const rows = rowsOf(noun, of.args.asOf, by.draft);
  return [{ sql: `(select count(*)::text from ${rows} ${alias}${where})` }];
}

/** The page as one subquery over its rows, numbered as they are read, with one row too many. */
function pagedSql(inner: Inner): string {
  const { of, page, by, own, row } = inner;
  const cursor = cursorSql(page);
  const rows = pageText(
    ...[of, page, by.draft],
    (child, sqlOf) => `${row(child)} as o, ${cursor(sqlOf)} as c`,
    own,
  );
  const size = by.draft.bind(page.size, 'int');
  const [order, inPage] = [` order by x.n${page.isBackward ? ' desc' : ''}`, `x.n <= ${size}`];
  const filter = ` filter (where ${inPage})`;
  const end = (direction: string) =>
    `coalesce((array_agg(x.c order by x.n${direction})${filter})[1], 'null')`;
  const [first, last] = page.isBackward ? [end(' desc'), end('')] : [end(''), end(' desc')];
  const more = `(count(*) > ${size})::text`;
  const told: Readonly<Record<string, string>> = {
    hasNextPage: page.isBackward ? `'false'` : more,
    hasPreviousPage: page.isBackward ? more : `'false'`,
    startCursor: first,
    endCursor: last,
    __typename: `'"PageInfo"'`,
  };
  const valueOf = (field: ConnectionField): Piece[] => {
    if (field.name === 'pageInfo')
      return objectPieces(field.fields.map(({ key, name: of }) => [key, [{ sql: told[of]! }]]));
    if (field.name === 'nodes') return listed(textOfRows('x.o', order, filter));
    if (field.name !== 'edges') return besideRows(field, inner);
    return listed(textOfRows(edgeSql(field, of.level.noun), order, filter));
  };
  const object = joined(objectPieces(inner.fields.map((field) => [field.key, valueOf(field)])));
  return `(select ${object} from (select y.*, row_number() over () as n from (${rows}) y) x)`;
}

const listed = (sql: string): Piece[] => [{ text: '[' }, { sql }, { text: ']' }];

function edgeSql({ fields }: ConnectionField, noun: ReadNoun): string {
  const told: Readonly<Record<string, Piece>> = {
    cursor: { sql: 'x.c' },
    node: { sql: 'x.o' },
    __typename: { text: `"${noun.name}Edge"` },
  };
  return joined(objectPieces(fields.map(({ key, name: of }) => [key, [told[of]!]])));
}

/** The cursor of a row as `encodeCursor` makes it, as JSON text. */
function cursorSql({ terms, fingerprint }: Page): (sqlOf: TermSql) => string {
  const json = (term: Term, sql: string) =>
    term.type === 'bigint' || term.type === 'boolean'
      ? `${sql}::text`
      : `to_json(${sql}::text)::text`;
  return (sqlOf) => {
    const values = terms.map((one) => `coalesce(${json(one, sqlOf(one))}, 'null')`);
    const text = [`'["${fingerprint()}"'`, ...values.map((one) => `',' || ${one}`), `']'`];
    const bytes = `convert_to(${text.join(' || ')}, 'UTF8')`;
    // Base64 for URLs, which PostgreSQL has no function for.
    return `'"' || translate(encode(${bytes}, 'base64'), E'+/=\\n', '-_') || '"'`;
  };
}
