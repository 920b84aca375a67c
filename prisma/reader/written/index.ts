import type { LevelScope } from '../level.js';
import { totalOf, wantsCursors } from '../list.js';
import { connectionOf, noRows, pageOf, type ConnectionValue, type ListArgs } from '../page.js';
import { guarded, pageText } from '../page-statement.js';
import { isIncluded } from '../selection.js';
import { columnOf, finish, name, sqlDraft, visible, whereClause } from '../sql.js';
import type { ConnectionField, WrittenLevel, WrittenList } from './plan.js';
import { rowSql } from './sql.js';
import { MustWalk } from './writing.js';

export { planWrittenLevel, planWrittenList } from './plan.js';
export type { WrittenLevel, WrittenList } from './plan.js';

/** Sends what was made and answers JSON text. Throws MustWalk when a row must be walked to. */
export type Send = () => Promise<string>;

/**
 * A list as JSON text that the store writes, with everything that is selected below it: one
 * statement, and one more when the total is selected. Nothing is sent yet: it throws MustWalk when
 * rows must be walked, and what the walk throws; then nothing is lost by walking.
 */
export function makeList({ level, fields }: WrittenList, args: ListArgs, scope: LevelScope): Send {
  const included = fields.filter(({ paths }) => isIncluded(paths, scope.variables));
  const asks = (name: ConnectionField['name']) => included.some((one) => one.name === name);
  const [edges, pageInfo, totalCount] = [asks('edges'), asks('pageInfo'), asks('totalCount')];
  const wants = { edges, pageInfo };
  const of = { level, args, scope };
  const page = pageOf(level.noun, args, scope.actor);
  const places = wantsCursors(wants) ? page.terms : [];
  const draft = sqlDraft();
  const text = pageText(of, page, draft, (alias, sqlOf) =>
    [rowSql(level, alias, { scope, draft }), ...places.map(sqlOf)].join(', '),
  );
  const read = async () => {
    const answer = await guarded(page, scope.query({ ...finish(draft, text), isWritten: true }));
    return {
      rows: answer.rows.map(([row]) => written(row)),
      places: wantsCursors(wants) ? answer.rows.map(([, ...values]) => values) : [],
    };
  };
  return async () => {
    const [rows, total] = await Promise.all([
      edges || pageInfo || asks('nodes') ? read() : noRows,
      totalCount ? totalOf(of) : undefined,
    ]);
    return connectionText(included, level.noun.name, connectionOf(rows, page, wants, total));
  };
}

/** A row is null when a value is missing that must be there: the walk tells which. */
function written(row: unknown): string {
  if (typeof row !== 'string') throw new MustWalk();
  return row;
}

function connectionText(
  fields: readonly ConnectionField[],
  noun: string,
  { nodes, edges, pageInfo, totalCount }: ConnectionValue<string>,
): string {
  const object = (entries: readonly string[]) => `{${entries.join(',')}}`;
  const valueOf = (field: ConnectionField): string => {
    if (field.name === 'nodes') return `[${nodes.join(',')}]`;
    if (field.name === 'totalCount') return String(totalCount);
    if (field.name === '__typename') return `"${noun}Connection"`;
    if (field.name === 'pageInfo') {
      const told: Record<string, unknown> = { ...pageInfo, __typename: 'PageInfo' };
      return object(field.fields.map(({ key, name }) => `"${key}":${JSON.stringify(told[name])}`));
    }
    const edgeText = ({ cursor, node }: { cursor: string; node: string }) => {
      const told: Record<string, string> = {
        cursor: JSON.stringify(cursor),
        ...{ node, __typename: `"${noun}Edge"` },
      };
      return object(field.fields.map(({ key, name }) => `"${key}":${told[name]!}`));
    };
    return `[${edges!.map(edgeText).join(',')}]`;
  };
  return object(fields.map((field) => `"${field.key}":${valueOf(field)}`));
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
