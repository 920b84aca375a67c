import {
  keyOf,
  MappingRefused,
  textOf,
  within,
  type Compile,
  type Compiled,
  type Finding,
  type Ground,
  type Sight,
} from '../compiling.js';
import { compileFilter } from '../filters.js';
import type { Row } from '../frames.js';
import { compileJoins } from '../joins.js';
import type { Aggregate, DerivedSource } from '../language.js';
import { add, compare } from '../numbers.js';
import { ImportRefused, RowRefused, unknown } from '../refusals.js';
import type { Table } from './table.js';

/** Nothing is looked up while sources are derived: no step has run. */
const finding: Finding = {
  inStep: () => undefined,
  onServer: () => undefined,
};

/** How an aggregate goes on from what it has, with the next text of its column. */
const aggregates = {
  first: (had: string) => had,
  last: (_: string, text: string) => text,
  min: (had: string, text: string) => (text === '' || compare(had, text) <= 0 ? had : text),
  max: (had: string, text: string) => (text === '' || compare(had, text) >= 0 ? had : text),
  sum: (had: string, text: string) => add([had, text === '' ? '0' : text]),
} as const;

interface Taken {
  readonly name: string;
  readonly begin: (row: Row) => string;
  readonly go: (had: string, row: Row) => string;
}

const placeOf = (column: string, columns: readonly string[]): number => {
  const place = columns.indexOf(column);
  if (place < 0) throw new MappingRefused(unknown('The column', column, columns));
  return place;
};

function takenOf(name: string, aggregate: Aggregate, columns: readonly string[]): Taken {
  const [[kind, column] = ['count', true]] = Object.entries(aggregate);
  if (kind === 'count') return { name, begin: () => '1', go: (had) => add([had, '1']) };
  const place = placeOf(String(column), columns);
  const step = aggregates[kind as keyof typeof aggregates];
  const text = ({ values }: Row) => values[place] ?? '';
  const begin = (row: Row) => text(row) || (kind === 'sum' ? '0' : '');
  const go = (had: string, row: Row) =>
    had === '' && kind !== 'first' ? text(row) : step(had, text(row));
  return { name, begin, go };
}

/** One row for each distinct set of values; what is held in memory is a row a group. */
function grouped(table: Table, { groupBy = [], take = {} }: DerivedSource): Table {
  const places = groupBy.map((column) => placeOf(column, table.columns));
  const taken = Object.entries(take).map(([name, aggregate]) =>
    within('take', () => within(name, () => takenOf(name, aggregate, table.columns))),
  );
  return {
    columns: [...groupBy, ...taken.map(({ name }) => name)],
    async *rows() {
      const groups = new Map<string, { own: string[]; had: string[]; number: number }>();
      for await (const row of table.rows()) {
        const own = places.map((place) => row.values[place] ?? '');
        const key = keyOf(own);
        const group = groups.get(key);
        if (group) group.had = taken.map(({ go }, index) => go(group.had[index] ?? '', row));
        else {
          const had = taken.map(({ begin }) => begin(row));
          groups.set(key, { own, had, number: row.number });
        }
      }
      for (const { own, had, number } of groups.values())
        yield { values: [...own, ...had], number };
    },
  };
}

/** A table made of another: filtered, joined, with further columns, then grouped. */
export function derivedTable(
  name: string,
  from: Table,
  source: DerivedSource,
  { ground, compile }: { readonly ground: Ground; readonly compile: Compile },
): Table {
  const frames = [{ alias: '', columns: from.columns }];
  const joined = compileJoins(source.join, { ground, frames }, compile);
  const added = Object.entries(source.add ?? {}).map(([column, expression]) =>
    within('add', () => within(column, () => compile(expression, joined.names))),
  );
  const holds = within('where', () => compileFilter(source.where, joined.names, compile));
  const wide: Table = {
    columns: [...from.columns, ...Object.keys(source.add ?? {})],
    async *rows() {
      for await (const row of from.rows()) {
        const sight = joined.sight({ rows: [row], position: 0, finding });
        const made = told(name, row, () => (holds(sight) ? widened(row, added, sight) : null));
        if (made) yield made;
      }
    },
  };
  return source.groupBy ? grouped(wide, source) : wide;
}

const widened = (row: Row, added: readonly Compiled[], sight: Sight): Row => ({
  values: [...row.values, ...added.map((one) => textOf(one(sight)))],
  number: row.number,
});

/** A derived row that cannot be made ends the import, because nobody knows what it was for. */
function told<T>(name: string, row: Row, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof RowRefused)) throw error;
    throw new ImportRefused(`Source ${name}, row ${row.number}: ${error.message}`);
  }
}
