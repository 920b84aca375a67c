import type { ReadEdge, ReadNoun, ReaderScope } from './declaration.js';
import { joinsFrom } from './joins.js';
import type { TermSql } from './order.js';
import { pageSql, type ListArgs, type Page } from './page.js';
import { refuseRead } from './refusals.js';
import { columnOf, counted, rowsOf, visible, whereClause, type SqlDraft } from './sql.js';
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

/** The select of one page, under conditions beside those of the list. */
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
  const paging = pageSql(page, sqlOf, draft);
  const conditions = [...also(alias), ...conditionsOf(of, alias, draft), ...paging.conditions];
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
