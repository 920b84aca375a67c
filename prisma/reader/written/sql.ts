import type { LevelScope } from '../level.js';
import { pageOf, type ListArgs } from '../page.js';
import { ofParent, pageText } from '../page-statement.js';
import { argsOf } from '../planned-args.js';
import { isIncluded } from '../selection.js';
import { columnOf, name, visible, whereClause, type SqlDraft } from '../sql.js';
import { leafSql } from './leaf.js';
import type { Part, ToMany, ToOne, WrittenLevel } from './plan.js';

/** What writing a statement needs beside its plan. */
export interface Writing {
  readonly scope: LevelScope;
  readonly draft: SqlDraft;
}

/** Thrown while a statement is made when the walk over rows must answer after all. */
export class MustWalk extends Error {}

/** A piece of the answer: text as it stands, or SQL that gives text. */
type Piece = { readonly text: string } | { readonly sql: string };

/**
 * SQL that writes a row under an alias as a JSON object, in the order of the answer, with the same
 * text for each value as the walk gives it. It is null when a value is missing that must be there.
 * A row begins with a newline, which no other place of the text has: so rows can be counted.
 */
export const rowSql = ({ parts }: WrittenLevel, alias: string, by: Writing): string =>
  joined([{ text: '\n' }, ...objectOf(parts, alias, by)]);

/** One expression; texts that follow each other are one constant. Names need no escape in it. */
function joined(pieces: readonly Piece[]): string {
  const terms: string[] = [];
  let text = '';
  for (const piece of pieces) {
    if ('text' in piece) {
      text += piece.text;
      continue;
    }
    if (text) terms.push(`'${text}'`);
    terms.push(piece.sql);
    text = '';
  }
  if (text) terms.push(`'${text}'`);
  return terms.join(' || ');
}

function objectOf(parts: readonly Part[], alias: string, by: Writing): Piece[] {
  const included = parts.filter(({ paths }) => isIncluded(paths, by.scope.variables));
  const fields = included.flatMap((part, at): Piece[] => [
    { text: `${at > 0 ? ',' : ''}"${part.key}":` },
    ...valueOf(part, alias, by),
  ]);
  return [{ text: '{' }, ...fields, { text: '}' }];
}

function valueOf(part: Part, alias: string, by: Writing): Piece[] {
  if (part.kind === 'typeName') return [{ text: `"${part.name}"` }];
  if (part.kind === 'globalId') {
    const sql = `${columnOf(alias, part.column)}::text`;
    return [{ text: `"${part.noun}:` }, { sql }, { text: '"' }];
  }
  if (part.kind === 'one') return [{ sql: oneSql(part, alias, by) }];
  if (part.kind === 'many') return [{ sql: manySql(part, alias, by) }];
  const { column, parts } = part;
  if (column.kind !== 'money' && column.kind !== 'quantity')
    return [{ sql: leafSql(column, alias) }];
  const object = objectOf(parts, alias, by);
  if (!column.isNullable) return object;
  const isThere = `${columnOf(alias, column.column)} is not null`;
  return [{ sql: `case when ${isThere} then ${joined(object)} else 'null' end` }];
}

function checkRights(permissions: readonly (string | undefined)[], { scope }: Writing): void {
  const isDenied = permissions.some(
    (one) => one !== undefined && !scope.actor.permissions.has(one),
  );
  if (isDenied) throw new MustWalk();
}

function oneSql({ edge, level }: ToOne, alias: string, by: Writing): string {
  const { noun } = level;
  checkRights([edge.permission, noun.permission], by);
  const own = by.draft.alias();
  const where = whereClause([
    `${columnOf(own, 'id')} = ${columnOf(alias, edge.by)}`,
    ...visible(noun, own, by.scope.actor, by.draft),
  ]);
  const row = `select ${rowSql(level, own, by)} from ${name(noun.table)} ${own}${where}`;
  return `coalesce((${row}), 'null')`;
}

function manySql(part: ToMany, alias: string, by: Writing): string {
  const { edge, list } = part;
  const { level, fields } = list;
  const { scope, draft } = by;
  checkRights([edge.permission, level.noun.permission], by);
  const args = argsOf(part, scope) as ListArgs;
  const page = pageOf(level.noun, args, scope.actor);
  if (page.cursor !== null) throw new MustWalk();
  const rows = () => {
    // Whether more follow is not asked.
    const child = pageText(
      { level, args, scope },
      { ...page, size: page.size - 1 },
      draft,
      (own) => `${rowSql(level, own, by)} as o`,
      (own) => [
        `${columnOf(own, edge.by)} = ${columnOf(alias, edge.from)}`,
        ...ofParent(edge, own, draft),
      ],
    );
    const all = (order = '') =>
      `case when count(*) = count(x.o) then coalesce(string_agg(x.o, ','${order}), '') end`;
    if (!page.isBackward) return `(select ${all()} from (${child}) x)`;
    const numbered = `select y.o, row_number() over () as n from (${child}) y`;
    return `(select ${all(' order by x.n desc')} from (${numbered}) x)`;
  };
  const included = fields.filter(({ paths }) => isIncluded(paths, scope.variables));
  const pieces = included.flatMap((field, at): Piece[] => {
    const key = { text: `${at > 0 ? ',' : ''}"${field.key}":` };
    if (field.name === 'nodes') return [key, { text: '[' }, { sql: rows() }, { text: ']' }];
    return [key, { text: `"${level.noun.name}Connection"` }];
  });
  return joined([{ text: '{' }, ...pieces, { text: '}' }]);
}
