import type { LevelScope } from '../level.js';
import type { ListArgs } from '../page.js';
import { columnOf, finish, name, sqlDraft, visible, whereClause } from '../sql.js';
import { constantOf, joined } from './pieces.js';
import type { AggregateArgs } from '../aggregate/statement.js';
import type { WrittenGroups } from './groups.js';
import { aggregatePieces } from './groups-sql.js';
import type { WrittenLevel, WrittenList } from './plan.js';
import { listPieces, rowSql } from './sql.js';
import { MustWalk } from './writing.js';

export { planWrittenLevel, planWrittenList } from './plan.js';
export { planWrittenGroups, type WrittenGroups } from './groups.js';
export { MustWalk } from './writing.js';
export type { WrittenLevel, WrittenList } from './plan.js';

/** Sends what was made and answers JSON text. Throws MustWalk when a row must be walked to. */
export type Send = () => Promise<string>;

/**
 * A list as JSON text that the store writes, with its total and everything that is selected below
 * it: one statement. Nothing is sent yet: it throws MustWalk when rows must be walked, and what the
 * walk throws; then nothing is lost by walking.
 */
export function makeList(list: WrittenList, args: ListArgs, scope: LevelScope): Send {
  const draft = sqlDraft();
  const pieces = listPieces(list, args, { scope, draft });
  const statement = finish(draft, `select ${joined(pieces)}`);
  const constant = constantOf(pieces);
  return async () => {
    if (constant !== null) return constant;
    const { rows } = await scope.query({ ...statement, isWritten: true });
    return written(rows[0]?.[0]);
  };
}

/** Groups of a noun's rows as JSON text that the store writes: one statement, sent later. */
export function makeGroups(groups: WrittenGroups, args: AggregateArgs, scope: LevelScope): Send {
  const draft = sqlDraft();
  const pieces = aggregatePieces(groups, args, () => [], { scope, draft });
  const statement = finish(draft, `select ${joined(pieces)}`);
  return async () => {
    const { rows } = await scope.query({ ...statement, isWritten: true });
    return written(rows[0]?.[0]);
  };
}

/** An answer is null when a value is missing that must be there: the walk tells which. */
function written(answer: unknown): string {
  if (typeof answer !== 'string') throw new MustWalk();
  return answer;
}

/** One row by a raw id that is told later; `null` when there is none that the actor sees. */
export function makeRow(level: WrittenLevel, scope: LevelScope): (id: string) => Promise<string> {
  const draft = sqlDraft();
  const alias = draft.alias();
  const where = whereClause([
    `${columnOf(alias, 'id')} = ${draft.bind(null, 'uuid')}`,
    ...visible(level.noun, alias, scope.actor, draft),
  ]);
  const row = rowSql(level, alias, { scope, draft });
  const text = `select ${row} from ${name(level.noun.table)} ${alias}${where}`;
  return async (id) => {
    const values = [id, ...draft.values.slice(1)];
    const { rows } = await scope.query({ text, values, isWritten: true });
    return rows[0] ? written(rows[0][0]) : 'null';
  };
}

/** How many rows a written answer holds. */
export function rowsWritten(rows: readonly (readonly unknown[])[]): number {
  let count = 0;
  for (const [row] of rows) {
    if (typeof row !== 'string') continue;
    for (let at = row.indexOf('\n'); at !== -1; at = row.indexOf('\n', at + 1)) count += 1;
  }
  return count;
}
