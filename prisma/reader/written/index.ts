import type { LevelScope } from '../level.js';
import { argsOf, type PlannedField } from '../planned-args.js';
import { columnOf, name, sqlDraft, visible, whereClause } from '../sql.js';
import { constantOf, joined, type Piece } from './pieces.js';
import type { WrittenGroups } from './groups.js';
import { aggregatePieces } from './groups-sql.js';
import type { Made, Make } from './kept.js';
import type { WrittenLevel, WrittenList } from './plan.js';
import { listPieces, rowSql } from './sql.js';
import { MustWalk, type Writing } from './writing.js';

export { planWrittenLevel, planWrittenList } from './plan.js';
export { planWrittenGroups, type WrittenGroups } from './groups.js';
export { keepingForms, type Declared, type Make } from './kept.js';
export { MustWalk } from './writing.js';
export type { WrittenLevel, WrittenList } from './plan.js';

/** Sends what was made and answers JSON text. Throws MustWalk when a row must be walked to. */
export type Send = () => Promise<string>;

/**
 * A list as JSON text that the store writes, with its total and everything that is selected below
 * it: one statement. It throws MustWalk when rows must be walked, and what the walk throws; nothing
 * is sent yet, so nothing is lost by walking.
 */
export const makeList =
  (list: WrittenList, field: PlannedField): Make =>
  (scope) =>
    made((by) => listPieces(list, argsOf(field, scope), by), scope);

/** Groups of a noun's rows as JSON text that the store writes: one statement. */
export const makeGroups =
  (groups: WrittenGroups, field: PlannedField): Make =>
  (scope) =>
    made((by) => aggregatePieces(groups, argsOf(field, scope), () => [], by), scope);

function made(pieces: (by: Writing) => Piece[], scope: LevelScope): Made {
  const draft = sqlDraft();
  const all = pieces({ scope, draft });
  return { text: `select ${joined(all)}`, values: draft.values, constant: constantOf(all) };
}

/** Sends a statement that was made, later. */
export const sending =
  ({ text, values, constant }: Made, { query }: LevelScope): Send =>
  async () => {
    if (constant !== null) return constant;
    const { rows } = await query({ text, values, isWritten: true });
    return written(rows[0]?.[0]);
  };

/** An answer is null when a value is missing that must be there: the walk tells which. */
function written(answer: unknown): string {
  if (typeof answer !== 'string') throw new MustWalk();
  return answer;
}

/** One row by a raw id, which is told when it is sent: its first value. */
export const makeRow =
  (level: WrittenLevel): Make =>
  (scope) => {
    const draft = sqlDraft();
    const alias = draft.alias();
    const where = whereClause([
      `${columnOf(alias, 'id')} = ${draft.bind(null, 'uuid')}`,
      ...visible(level.noun, alias, scope.actor, draft),
    ]);
    const row = rowSql(level, alias, { scope, draft });
    const text = `select ${row} from ${name(level.noun.table)} ${alias}${where}`;
    return { text, values: draft.values, constant: null };
  };

/** Sends the statement of a row; `null` when there is none that the actor sees. */
export async function sendRow({ text, values }: Made, id: string, { query }: LevelScope) {
  const { rows } = await query({ text, values: [id, ...values.slice(1)], isWritten: true });
  return rows[0] ? written(rows[0][0]) : 'null';
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
