import { isIncluded } from '../selection.js';
import { columnOf, name, visible, whereClause } from '../sql.js';
import { connectionPieces } from './connection-sql.js';
import { leafSql } from './leaf.js';
import { joined, objectPieces, type Piece } from './pieces.js';
import type { Part, ToOne, WrittenLevel } from './plan.js';
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
  if (part.kind === 'many') return connectionPieces(part, alias, by, rowSql);
  const { column, parts } = part;
  if (column.kind !== 'money' && column.kind !== 'quantity')
    return [{ sql: leafSql(column, alias) }];
  const object = objectOf(parts, alias, by);
  if (!column.isNullable) return object;
  const isThere = `${columnOf(alias, column.column)} is not null`;
  return [{ sql: `case when ${isThere} then ${joined(object)} else 'null' end` }];
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
