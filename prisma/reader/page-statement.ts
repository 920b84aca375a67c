import type { ReadEdge, ReadNoun, ReaderScope } from './declaration.js';
import { joinsFrom } from './joins.js';
import type { TermSql } from './order.js';
import { pageSql, type ListArgs, type Page } from './page.js';
import { refuseRead } from './refusals.js';
import { columnOf, counted, rowsOf, visible, whereClause, whole, type SqlDraft } from './sql.js';
import { compileWhere } from './where.js';

/** The rows of a list for which one statement is made: all of a noun, or those of many parents. */
export interface Of {
  readonly level: { readonly noun: ReadNoun };
  readonly args: ListArgs;
  readonly scope: ReaderScope;
}

export function conditionsOf({ level, args, scope }: Of, alias: string, draft: SqlDraft): string[] {
  return [
    ...visible(level.noun, alias, scope.actor, draft),
    ...counted(level.noun, alias, args.asOf, draft),
    ...compileWhere(level.noun, args.where, alias, scope.actor, draft),
  ];
}

/** What is selected of the rows under an alias; `sqlOf` gives what the page is ordered by. */
export type SelectSql = (alias: string, sqlOf: TermSql) => string;

/** Operators that an index on the column answers by a range. */
const RANGES: ReadonlySet<string> = new Set(['eq', 'gt', 'gte', 'lt', 'lte']);

/** How many values the column that leads the order is compared with, so that its index has both. */
function comparedWith({ level: { noun }, args: { where } }: Of, { terms }: Page): number {
  const [lead] = terms;
  if (!where || !lead || lead.path.length > 0) return 0;
  const isLead = (field: string) => noun.columns[field]?.column === lead.column;
  const filters = Object.entries(where).filter(([field]) => isLead(field));
  return filters
    .flatMap(([, filter]) => Object.entries(filter as object))
    .filter(([operator, value]) => value !== undefined && RANGES.has(operator)).length;
}

/**
 * The select of one page, under conditions beside those of the list.
 *
 * Its size is written into the text where no value but those of the parent and of the order decides
 * which rows it has: then one plan serves all requests, where the store would plan each anew for a
 * size that it does not know. A filter may find few rows or many, and is planned with its values.
 */
export function pageText(
  of: Of,
  page: Page,
  draft: SqlDraft,
  select: SelectSql,
  also: (alias: string) => readonly string[] = () => [],
): string {
  const { level, scope } = of;
  const alias = draft.alias();
  const joins = joinsFrom({ noun: level.noun, alias }, scope.actor, draft);
  const sqlOf: TermSql = ({ path, column }) => columnOf(joins.at(path).alias, column);
  const parent = also(alias);
  const before = draft.values.length;
  const own = conditionsOf(of, alias, draft);
  const isOfParent = parent.length > 0 && of.args.where == null;
  const isSteady = isOfParent || draft.values.length - before === comparedWith(of, page);
  const paging = pageSql(page, sqlOf, draft, isSteady ? whole : (size) => draft.bind(size, 'int'));
  const conditions = [...parent, ...own, ...paging.conditions];
  const selected = select(alias, sqlOf);
  const from = `${rowsOf(level.noun, of.args.asOf, draft)} ${alias}${joins.sql()}`;
  return `select ${selected} from ${from}${whereClause(conditions)}${paging.tail}`;
}

/** The condition of an edge that leads to some of their rows only. */
export function ofParent(edge: ReadEdge, alias: string, draft: SqlDraft): string[] {
  if (!edge.only) return [];
  return [`${columnOf(alias, edge.only.column)} = ${draft.bind(edge.only.value, 'text')}`];
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
