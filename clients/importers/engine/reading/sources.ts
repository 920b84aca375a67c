import { keyOf, within, type Compile, type Ground, type RowIndex } from '../compiling.js';
import type { Row } from '../frames.js';
import type { Mapping, SourceOf } from '../language.js';
import { ImportRefused, unknown } from '../refusals.js';
import { derivedTable } from './derived.js';
import { fileTable } from './files.js';
import type { Table } from './table.js';

/** The sources of a mapping, opened in the order in which they are derived of each other. */
export interface Sources {
  columnsOf(source: string): readonly string[];
  index(source: string, columns: readonly string[]): RowIndex;
  table(source: string): Table;
  /** Loads what indexes were asked for since; a source is read once for all of them. */
  loadIndexes(): Promise<void>;
  /** Lets go of all indexes, so that the next step begins with none. */
  forgetIndexes(): void;
}

interface HeldIndex extends RowIndex {
  readonly source: string;
  readonly places: readonly number[];
  isLoaded: boolean;
  readonly held: Map<string, Row[]>;
}

function writtenTable(rows: readonly Readonly<Record<string, unknown>>[]): Table {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const made = rows.map((row, index): Row => {
    const values = columns.map((column) => {
      const value = row[column] as string | number | boolean | null | undefined;
      return value === null || value === undefined ? '' : String(value);
    });
    return { values, number: index + 1 };
  });
  return {
    columns,
    async *rows() {
      yield* made;
      await Promise.resolve();
    },
  };
}

/** Opens every source: files must be there and have their columns. Throws ImportRefused. */
export async function openSources(
  { sources }: Mapping,
  folder: string,
  { groundOf, compile }: { groundOf: (sources: Sources) => Ground; compile: Compile },
): Promise<Sources> {
  const tables = new Map<string, Table>();
  const indexes = new Map<string, HeldIndex>();
  const table = (name: string): Table => {
    const found = tables.get(name);
    if (found) return found;
    throw new ImportRefused(unknown('The source', name, Object.keys(sources)));
  };
  const opened: Sources = {
    table,
    columnsOf: (name) => table(name).columns,
    index: (source, columns) => indexOf(indexes, table(source), { source, columns }),
    loadIndexes: () => loadAll(indexes, table),
    forgetIndexes: () => indexes.clear(),
  };
  const ground = groundOf(opened);
  const one = async (name: string, source: SourceOf): Promise<Table> => {
    if ('rows' in source) return writtenTable(source.rows);
    if ('file' in source) return fileTable(folder, source);
    const from = within('of', () => table(source.of));
    const derived = derivedTable(name, from, source, { ground, compile });
    await opened.loadIndexes();
    return derived;
  };
  for (const [name, source] of Object.entries(sources)) {
    try {
      tables.set(name, await one(name, source));
    } catch (error) {
      within('sources', () => within(name, () => rethrow(error)));
    }
  }
  return opened;
}

function rethrow(error: unknown): never {
  throw error;
}

function indexOf(
  indexes: Map<string, HeldIndex>,
  { columns: known }: Table,
  { source, columns }: { readonly source: string; readonly columns: readonly string[] },
): RowIndex {
  const name = keyOf([source, ...columns]);
  const found = indexes.get(name);
  if (found) return found;
  const places = columns.map((column) => {
    const place = known.indexOf(column);
    if (place < 0) throw new ImportRefused(unknown('The column', column, known));
    return place;
  });
  const held = new Map<string, Row[]>();
  const index = {
    source,
    places,
    held,
    isLoaded: false,
    rows: (key: string) => held.get(key) ?? [],
  };
  indexes.set(name, index);
  return index;
}

async function loadAll(
  indexes: ReadonlyMap<string, HeldIndex>,
  table: (name: string) => Table,
): Promise<void> {
  const waiting = [...indexes.values()].filter(({ isLoaded }) => !isLoaded);
  for (const source of new Set(waiting.map((index) => index.source))) {
    const own = waiting.filter((index) => index.source === source);
    for await (const row of table(source).rows()) for (const index of own) hold(index, row);
    for (const index of own) index.isLoaded = true;
  }
}

function hold({ places, held }: HeldIndex, row: Row): void {
  const key = keyOf(places.map((place) => row.values[place] ?? ''));
  const rows = held.get(key);
  if (rows) rows.push(row);
  else held.set(key, [row]);
}
