import type { ReadColumn, ReadNoun, ReaderActor } from '../declaration.js';
import { mayRead, refuseRead } from '../refusals.js';
import { onlyField, type OrderChoice, type OrderInput } from '../order.js';
import { columnOf, type SqlDraft } from '../sql.js';
import { operators, refuseNull } from '../where.js';

export type MeasureFunction = 'count' | 'sum' | 'avg' | 'min' | 'max';

/** What is worked out of a column over the rows of a group. */
export interface Measure {
  readonly field: string;
  readonly fn: MeasureFunction;
  /** The column it is worked out of. */
  readonly of: ReadColumn;
  readonly sql: string;
  /** What its values are, for filters, orders and cursors. */
  readonly column: ReadColumn;
}

/** How many rows a group has, under the name by which it is filtered and ordered. */
export const ROWS = 'count';

const rows: ReadColumn = {
  ...{ kind: 'integer', column: ROWS, isNullable: false, isFilterable: true },
};

/** Collects the measures of one statement, each once. */
export interface Measures {
  /** The place of a measure among all. Throws FORBIDDEN for a column the actor may not read. */
  readonly want: (field: string, fn: MeasureFunction) => number;
  readonly all: readonly Measure[];
}

export function measuresOf(noun: ReadNoun, alias: string, actor: ReaderActor): Measures {
  const all: Measure[] = [];
  const want = (field: string, fn: MeasureFunction): number => {
    const known = all.findIndex((one) => one.field === field && one.fn === fn);
    if (known >= 0) return known;
    const column = noun.columns[field];
    if (!column) throw new Error(`${noun.name} has no measure ${field}`);
    mayRead(column.permission, actor.permissions);
    return all.push(measureOf(field, column, fn, alias)) - 1;
  };
  return { want, all };
}

/** How a column becomes a measure. */
function measureOf(field: string, of: ReadColumn, fn: MeasureFunction, alias: string): Measure {
  const value = columnOf(alias, of.column);
  const isTime = of.kind === 'date' || of.kind === 'instant';
  // Whole numbers are added up as exact ones: their sum may be beyond them.
  const sql = isTime || fn === 'count' ? `${fn}(${value})` : `${fn}(${value}::numeric)`;
  const kind = fn === 'count' ? 'integer' : isTime ? of.kind : 'decimal';
  return { field, fn, of, sql, column: { kind, column: '', isNullable: true, isFilterable: true } };
}

type Filter = Readonly<Record<string, unknown>>;

/** What a `having` asks of the groups. `sqlOf` writes the measure at a place. */
export function havingOf(
  noun: ReadNoun,
  having: Filter | null | undefined,
  measures: Measures,
  draft: SqlDraft,
  sqlOf: (place: number | typeof ROWS) => string,
): string[] {
  const conditions: string[] = [];
  for (const [field, asked] of Object.entries(having ?? {})) {
    if (asked === undefined) continue;
    if (asked === null) refuseNull(field);
    if (field === ROWS) {
      conditions.push(operators(noun, rows, asked as Filter, sqlOf(ROWS), draft));
      continue;
    }
    for (const [fn, filter] of Object.entries(asked as Filter)) {
      if (filter === undefined) continue;
      if (filter === null) refuseNull(fn);
      const place = measures.want(field, fn as MeasureFunction);
      const { column } = measures.all[place]!;
      conditions.push(operators(noun, column, filter as Filter, sqlOf(place), draft));
    }
  }
  return conditions;
}

/** The measure that an entry of an order names, and which way it goes. */
export function orderedMeasure(
  field: string,
  choice: unknown,
  measures: Measures,
): { place: number | typeof ROWS; column: ReadColumn; choice: OrderChoice } {
  if (field === ROWS) return { place: ROWS, column: rows, choice: choice as OrderChoice };
  const [fn, order] = onlyField(choice as OrderInput);
  const place = measures.want(field, fn as MeasureFunction);
  return { place, column: measures.all[place]!.column, choice: order as OrderChoice };
}

export function refuseNoMeasure(): never {
  const message = 'An aggregate selects at least one measure, such as count.';
  return refuseRead('MEASURE_MISSING', message);
}
