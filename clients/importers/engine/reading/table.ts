import type { Row } from '../frames.js';

/** Rows under named columns; they can be read as often as they are needed. */
export interface Table {
  readonly columns: readonly string[];
  rows(): AsyncIterable<Row>;
}

/** Rows with the names of their columns, however a format has them. */
export interface Reading {
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<Row>;
}
