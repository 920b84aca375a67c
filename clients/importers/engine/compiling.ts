import type { Row, Frames } from './frames.js';
import type { CodeTable, Expression, Lookup, Scalar, Value } from './language.js';
import { ImportRefused } from './refusals.js';

/** The mapping cannot be meant so; the path leads to the place in it. */
export class MappingRefused extends ImportRefused {
  constructor(
    message: string,
    readonly path: readonly (string | number)[] = [],
  ) {
    super(message);
  }
}

/** Compiles what stands below a key of the mapping, so that a refusal tells its place. */
export function within<T>(key: string | number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof MappingRefused)
      throw new MappingRefused(error.message, [key, ...error.path]);
    if (error instanceof ImportRefused) throw new MappingRefused(error.message, [key]);
    throw error;
  }
}

/** Rows of a source by some of its columns; it is filled before the first row is mapped. */
export interface RowIndex {
  rows(key: string): readonly Row[];
}

/** The key of an index: values are held apart by a character that no file holds. */
export const keyOf = (values: readonly string[]): string => values.join('\u0000');

/** A question to the server of which the answer is an id. */
export interface ServerQuestion {
  readonly query: string;
  /** Whether it is asked `by` a key, or `where` some conditions hold. */
  readonly argument: 'by' | 'where';
  readonly value: Value;
}

/** Where look-ups go while a row is mapped. */
export interface Finding {
  /** The id that an earlier step gave to a key; undefined when it gave none. */
  inStep(step: string, key: string): Value | undefined;
  /** The id of a node that the server has; undefined when it has none. */
  onServer(question: ServerQuestion): Value | undefined;
}

/** What an expression sees: rows by their frame, its place in the list, and where to look up. */
export interface Sight {
  readonly rows: readonly (Row | null)[];
  readonly position: number;
  readonly finding: Finding;
}

export type Compiled = (sight: Sight) => Value;
export type CompiledFilter = (sight: Sight) => boolean;

/** What a mapping is compiled against. */
export interface Ground {
  readonly tables: Readonly<Record<string, CodeTable>>;
  readonly parameters: Readonly<Record<string, Scalar>>;
  /** Throws ImportRefused where there is no such source. */
  columnsOf(source: string): readonly string[];
  /** Rows of a source by columns, to be loaded before they are asked for. */
  index(source: string, columns: readonly string[]): RowIndex;
  /** Throws ImportRefused where no earlier step has this name. */
  checkStep(step: string): void;
  /** Throws ImportRefused where the graph has no such query. */
  checkQuery(lookup: Lookup): void;
}

export interface Names {
  readonly ground: Ground;
  readonly frames: Frames;
}

export type Compile = (expression: Expression, names: Names) => Compiled;

/** The text of a value, where a text is needed: nothing is empty. */
export function textOf(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'object')
    throw new ImportRefused('A list or an object stands where a text is needed.');
  return String(value);
}

export const isNothing = (value: Value): boolean => value === null || value === '';
