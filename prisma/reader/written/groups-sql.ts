import { askedOf } from '../aggregate/index.js';
import { compileAggregate, type AggregateArgs } from '../aggregate/statement.js';
import { argsOf } from '../planned-args.js';
import type { WrittenGroups } from './groups.js';
import { array, joined, textOfRows, type Piece } from './pieces.js';
import type { Writing } from './writing.js';

/** Which rows are grouped: those of a list with its filter, and of a parent if there is one. */
interface GroupedRows {
  readonly of: Pick<AggregateArgs, 'where' | 'asOf'>;
  readonly own: (alias: string) => readonly string[];
}

/** The groups that are selected of a list. */
export const groupsPieces = (
  written: WrittenGroups,
  { of: { where, asOf }, own }: GroupedRows,
  by: Writing,
): Piece[] => aggregatePieces(written, { ...argsOf(written.plan, by.scope), where, asOf }, own, by);

/**
 * A list of groups, each an object of JSON that begins with a newline, as rows do. Throws what the
 * walk refuses arguments with.
 */
export function aggregatePieces(
  { plan, write }: WrittenGroups,
  args: AggregateArgs,
  own: GroupedRows['own'],
  { scope, draft }: Writing,
): Piece[] {
  const { asked, distinct } = askedOf({ plan, args, scope });
  const { variables } = scope;
  const { text } = compileAggregate(asked, draft, own, (groups, sql) => {
    const row = write({ groups, sql, distinct, variables, draft });
    return `${joined([{ text: '\n' }, ...row])} as o`;
  });
  return array(`(select ${textOfRows('x.o')} from (${text}) x)`);
}
