import { customColumn } from '../custom.js';
import type { ReadColumn, ReadNoun, ReaderActor } from '../declaration.js';
import { mayRead, refuseRead } from '../refusals.js';
import { onlyField, type OrderChoice, type OrderInput } from '../order.js';
import { columnOf, type SqlDraft } from '../sql.js';
import { operators, refuseNull } from '../where.js';

export type MeasureFunction = 'count' | 'sum' | 'avg' | 'min' | 'max';

/** A measure as it is asked for: of a column, or of a field that users have defined. */
export interface AskedMeasure {
  readonly field: string;
  readonly fn: MeasureFunction;
  readonly isCustom: boolean;
}

/** What is worked out of a column over the rows of a group. */
export interface Measure extends AskedMeasure {
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
  readonly want: (measure: AskedMeasure) => number;
  readonly all: readonly Measure[];
}

export function measuresOf(noun: ReadNoun, alias: string, actor: ReaderActor): Measures {
  const all: Measure[] = [];
  const want = (asked: AskedMeasure): number => {
    const { field, fn, isCustom } = asked;
    const known = all.findIndex(
      (one) => one.field === field && one.fn === fn && one.isCustom === isCustom,
    );
    if (known >= 0) return known;
    const column = isCustom ? customColumn(noun, field, actor) : noun.columns[field];
    if (!column) throw new Error(`${noun.name} has no measure ${field}`);
    mayRead(column.permission, actor.permissions);
    return all.push(measureOf(asked, column, alias)) - 1;
  };
  return { want, all };
}

/** How a column becomes a measure. */
function measureOf(asked: AskedMeasure, of: ReadColumn, alias: string): Measure {
  const { fn } = asked;
  const value = columnOf(alias, of.column);
  const isTime = of.kind === 'date' || of.kind === 'instant';
  // Whole numbers are added up as exact ones: their sum may be beyond them.
  const sql = isTime || fn === 'count' ? `${fn}(${value})` : `${fn}(${value}::numeric)`;
  const kind = fn === 'count' ? 'integer' : isTime ? of.kind : 'decimal';
  const column: ReadColumn = { kind, column: '', isNullable: true, isFilterable: true };
  return { ...asked, of, sql, column };
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
    const of =
      field === 'customFields' ? Object.entries(asked as Filter) : [[field, asked] as const];
    for (const [name, functions] of of) {
      const wanted = { field: name, isCustom: field === 'customFields' };
      for (const { fn, filter } of filtersOf(name, functions)) {
        const place = measures.want({ ...wanted, fn });
        const { column } = measures.all[place]!;
        conditions.push(operators(noun, column, filter, sqlOf(place), draft));
      }
    }
  }
  return conditions;
}

/** The conditions on measures of one column. */
function filtersOf(field: string, functions: unknown): { fn: MeasureFunction; filter: Filter }[] {
  if (functions === undefined) return [];
  if (functions === null) refuseNull(field);
  return Object.entries(functions as Filter).flatMap(([fn, filter]) => {
    if (filter === undefined) return [];
    if (filter === null) refuseNull(fn);
    return [{ fn: fn as MeasureFunction, filter: filter as Filter }];
  });
}

/** The measure that an entry of an order names, and which way it goes. */
export function orderedMeasure(
  field: string,
  choice: unknown,
  measures: Measures,
): { place: number | typeof ROWS; column: ReadColumn; choice: OrderChoice } {
  if (field === ROWS) return { place: ROWS, column: rows, choice: choice as OrderChoice };
  const isCustom = field === 'customFields';
  const [name, of] = isCustom ? onlyField(choice as OrderInput) : [field, choice];
  const [fn, order] = onlyField(of as OrderInput);
  const place = measures.want({ field: name, fn: fn as MeasureFunction, isCustom });
  return { place, column: measures.all[place]!.column, choice: order as OrderChoice };
}

export function refuseNoMeasure(): never {
  const message = 'An aggregate selects at least one measure, such as count.';
  return refuseRead('MEASURE_MISSING', message);
}
