import { customColumn } from '../custom.js';
import type { ReadColumn, ReadNoun, ReaderActor } from '../declaration.js';
import type { Joins } from '../joins.js';
import { onlyField, STEPS_MAX, type OrderInput } from '../order.js';
import { mayRead, refuseRead } from '../refusals.js';
import { columnOf } from '../sql.js';
import { bindType } from '../where.js';
import { dateStart, instantStart, type DatePart } from './periods.js';

/** Each key is one more thing that tells groups apart; beyond these a list is meant. */
const KEYS_MAX = 8;

/** One value that all rows of a group have in common. */
export interface Key {
  /** Where it stands among the keys: the edges to one that lead to its column, and the field. */
  readonly name: readonly string[];
  readonly noun: ReadNoun;
  readonly column: ReadColumn;
  readonly part: DatePart | null;
  readonly sql: string;
  /** The type of its values in a cursor. */
  readonly type: string;
  readonly isNullable: boolean;
}

/** What keys are compiled for. */
export interface Grouping {
  readonly noun: ReadNoun;
  readonly actor: ReaderActor;
  readonly joins: Joins;
  /** The placeholder of the time zone. */
  readonly zone: () => string;
}

/** The keys that a `groupBy` names. Throws GROUP_BY_TOO_MANY, GROUP_BY_TWICE or FORBIDDEN. */
export function keysOf(groupBy: readonly OrderInput[] | null | undefined, of: Grouping): Key[] {
  const inputs = groupBy ?? [];
  if (inputs.length > KEYS_MAX)
    refuseRead('GROUP_BY_TOO_MANY', `Rows are grouped by at most ${KEYS_MAX} keys.`, {
      max: KEYS_MAX,
    });
  const keys = inputs.map((input) => keyOf(input, of));
  const names = keys.map(nameOf);
  const twice = names.find((one, at) => names.indexOf(one) !== at);
  if (twice !== undefined) refuseRead('GROUP_BY_TWICE', `Rows are grouped by ${twice} twice.`);
  return keys;
}

export const nameOf = ({ name }: Pick<Key, 'name'>): string => name.join('.');

/** Whether a key is a column of the rows themselves. */
export const isOwn = ({ name }: Key): boolean => name.length === 1;

/** The key that an entry of `groupBy` names. */
export function keyOf(input: OrderInput, of: Grouping, path: readonly string[] = []): Key {
  const [field, choice] = onlyField(input, 'groupBy');
  // Joined before anything is said of its columns: that asks for the permission to read it.
  const { noun, alias } = of.joins.at(path);
  if (field === 'customFields') return customKey(choice as OrderInput, of, path);
  const column = noun.columns[field];
  if (!column) {
    if (path.length === STEPS_MAX)
      refuseRead('BAD_USER_INPUT', `A key follows at most ${STEPS_MAX} edges.`);
    return keyOf(choice as OrderInput, of, [...path, field]);
  }
  mayRead(column.permission, of.actor.permissions);
  const isNullable = column.isNullable || path.length > 0;
  const value = columnOf(alias, column.column);
  const key = { name: [...path, field], noun, column, isNullable };
  return { ...key, ...keySql(column, value, choice as DatePart | 'VALUE', of.zone) };
}

/** A field that users have defined; long texts tell groups apart by their beginning. */
function customKey(input: OrderInput, of: Grouping, path: readonly string[]): Key {
  const { noun, alias } = of.joins.at(path);
  const [code, choice] = onlyField(input, 'groupBy');
  const column = customColumn(noun, code, of.actor);
  const value = columnOf(alias, column.orderColumn);
  const name = [...path, 'customFields', code];
  const key = { name, noun: column.target?.() ?? noun, column, isNullable: true };
  return { ...key, ...keySql(column, value, choice as DatePart | 'VALUE', of.zone) };
}

/** How a column's value becomes a key. */
function keySql(column: ReadColumn, value: string, choice: DatePart | 'VALUE', zone: () => string) {
  const type = bindType(column);
  if (column.kind === 'date') {
    const part = choice as DatePart;
    return { part, sql: dateStart(part, value), type };
  }
  if (column.kind === 'instant') {
    const part = choice as DatePart;
    const sql = instantStart(part, value, zone());
    return { part, sql, type: part === 'HOUR' ? type : 'date' };
  }
  return { part: null, sql: value, type };
}

/** The currency or the unit of a measure is a key by itself, so that no two are added up. */
export function keyBeside(column: string, { noun, joins }: Grouping): Key {
  const { alias } = joins.at([]);
  const declared: ReadColumn = { kind: 'text', column, isNullable: true, isFilterable: false };
  return {
    ...{ name: [column], noun, column: declared, part: null, isNullable: true },
    ...{ sql: columnOf(alias, column), type: 'text' },
  };
}
