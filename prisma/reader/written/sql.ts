import type { ListArgs } from '../page.js';
import { ofParent } from '../page-statement.js';
import { argsOf } from '../planned-args.js';
import { isIncluded } from '../selection.js';
import { columnOf, name, visible, whereClause } from '../sql.js';
import { connectionPieces } from './connection-sql.js';
import { leafSql } from './leaf.js';
import { joined, objectPieces, orNullSql, type Piece } from './pieces.js';
import type { Part, ToMany, ToOne, WrittenLevel, WrittenList } from './plan.js';
import { checkRights, type Writing } from './writing.js';

/**
 * SQL that writes a row under an alias as a JSON object, in the order of the answer, with the same
 * text for each value as the walk gives it. It is null when a value is missing that must be there.
 * A row begins with a newline, which no other place of the text has: so rows can be counted.
 */
export const rowSql = ({ parts }: WrittenLevel, alias: string, by: Writing): string =>
  joined([{ text: '\n' }, ...objectOf(parts, alias, by)]);

function objectOf(parts: readonly Part[], alias: string, by: Writing): Piece[] {
  const included = parts.filter(({ paths }) => isIncluded(paths, by.scope.variables));
  return objectPieces(included.map((part) => [part.key, valueOf(part, alias, by)]));
}

function valueOf(part: Part, alias: string, by: Writing): Piece[] {
  if (part.kind === 'typeName') return [{ text: `"${part.name}"` }];
  if (part.kind === 'globalId') {
    const sql = `${columnOf(alias, part.column)}::text`;
    return [{ text: `"${part.noun}:` }, { sql }, { text: '"' }];
  }
  if (part.kind === 'one') return [{ sql: oneSql(part, alias, by) }];
  if (part.kind === 'many') return manyPieces(part, alias, by);
  const { column, parts } = part;
  if (column.kind !== 'money' && column.kind !== 'quantity')
    return [{ sql: leafSql(column, alias) }];
  const object = objectOf(parts, alias, by);
  if (!column.isNullable) return object;
  return [{ sql: orNullSql(columnOf(alias, column.column), object) }];
}

/** No row is null; a row that misses what must be there makes all of it null, as it does alone. */
function oneSql({ edge, level }: ToOne, alias: string, by: Writing): string {
  const { noun } = level;
  checkRights([edge.permission, noun.permission], by);
  const own = by.draft.alias();
  const where = whereClause([
    `${columnOf(own, 'id')} = ${columnOf(alias, edge.by)}`,
    ...visible(noun, own, by.scope.actor, by.draft),
  ]);
  const row = `select ${rowSql(level, own, by)} as o from ${name(noun.table)} ${own}${where}`;
  return `(select case when count(*) = 0 then 'null' else max(x.o) end from (${row}) x)`;
}

function manyPieces(part: ToMany, alias: string, by: Writing): Piece[] {
  const { edge, list } = part;
  checkRights([edge.permission, list.level.noun.permission], by);
  const own = (child: string) => [
    `${columnOf(child, edge.by)} = ${columnOf(alias, edge.from)}`,
    ...ofParent(edge, child, by.draft),
  ];
  return connectionPieces(list, { args: argsOf(part, by.scope), own }, by, rowSql);
}

/** A list of all rows of a noun, whatever leads to them. */
export const listPieces = (list: WrittenList, args: ListArgs, by: Writing): Piece[] =>
  connectionPieces(list, { args, own: () => [] }, by, rowSql);
