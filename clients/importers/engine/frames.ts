import { unknown } from './refusals.js';

/** One row of a file: its values by the place of their column, and where it stands. */
export interface Row {
  readonly values: readonly string[];
  /** As a spreadsheet counts, so that the header is 1. */
  readonly number: number;
}

/** The columns of rows that are in sight under a name; '' is that of the row itself. */
export interface Frame {
  readonly alias: string;
  readonly columns: readonly string[];
}

/** Takes a column's text out of the rows in sight. */
export type Pick = (rows: readonly (Row | null)[]) => string;

/** The rows in sight of an expression: its own, those joined to it, and below `parent.` more. */
export type Frames = readonly Frame[];

/** Finds a column by its name, such as `Name`, `store.Name` or `parent.OrderDate`. */
export function pickOf(name: string, frames: Frames): Pick | string {
  const own = frames.findIndex(({ alias }) => alias === '');
  const place = frames[own]?.columns.indexOf(name) ?? -1;
  if (place >= 0) return (rows) => rows[own]?.values[place] ?? '';
  for (const [index, { alias, columns }] of frames.entries()) {
    if (alias === '' || !name.startsWith(`${alias}.`)) continue;
    const column = columns.indexOf(name.slice(alias.length + 1));
    if (column >= 0) return (rows) => rows[index]?.values[column] ?? '';
  }
  const known = frames.flatMap(({ alias, columns }) =>
    columns.map((column) => (alias === '' ? column : `${alias}.${column}`)),
  );
  return unknown('The column', name, known);
}

/** What is in sight of the rows of a list: the own row is then seen as `parent`. */
export const belowParent = (frames: Frames): Frames =>
  frames.map(({ alias, columns }) => ({
    alias: alias === '' ? 'parent' : `parent.${alias}`,
    columns,
  }));
