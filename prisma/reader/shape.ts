import { customColumns } from './custom.js';
import type { CustomSelection } from './custom-selection.js';
import type { ReadColumn, ReadNoun, ReadRow } from './declaration.js';
import { columnOf } from './sql.js';

/** Which columns a level selects, and how an array row becomes what the executor walks. */
export interface Shape {
  /** The select list for a table alias. */
  readonly select: (alias: string) => string;
  /** How many places of a row it takes. */
  readonly width: number;
  readonly row: (values: readonly unknown[], offset: number) => ReadRow;
}

type Put = (row: Record<string, unknown>, values: readonly unknown[], offset: number) => void;

/** What a row has under `$k` and `$e` where nothing leads on: shared, because rows are many. */
const nothing: Readonly<Record<string, never>> = Object.freeze({});

/**
 * Columns for the selected fields, and raw columns for the keys that edges and computed fields
 * start from. A level reads nothing else.
 */
export function shapeOf(
  noun: ReadNoun,
  fields: ReadonlySet<string>,
  keys: ReadonlySet<string>,
  custom: CustomSelection | null = null,
): Shape {
  const columns: string[] = [];
  const placeOf = (column: string): number => {
    const known = columns.indexOf(column);
    return known >= 0 ? known : columns.push(column) - 1;
  };
  const keyPlaces = [...keys].map((key) => [key, placeOf(key)] as const);
  const isLeaf = keys.size === 0;

  const keysOf = (values: readonly unknown[], offset: number) => {
    const found: ReadRow['$k'] = {};
    for (const [key, place] of keyPlaces)
      found[key] = values[offset + place] as string | number | boolean | null;
    return found;
  };
  const puts = [...fields].map((field) => putOf(noun, field, noun.columns[field]!, placeOf));
  if (custom) puts.push(putCustom(noun, custom, placeOf));
  // A level of which only the type's name is selected still has rows.
  if (columns.length === 0) placeOf('id');
  return {
    select: (alias) => columns.map((column) => columnOf(alias, column)).join(', '),
    width: columns.length,
    row(values, offset) {
      const row: Record<string, unknown> = isLeaf
        ? { $noun: noun.name, $k: nothing, $e: nothing }
        : { $noun: noun.name, $k: keysOf(values, offset), $e: {} };
      for (const put of puts) put(row, values, offset);
      return row as ReadRow;
    },
  };
}

/** The fields that users have defined, as one object of the row; only those selected are read. */
function putCustom(
  noun: ReadNoun,
  { codes, isAnyAsked }: CustomSelection,
  placeOf: (column: string) => number,
): Put {
  const puts = [...codes].flatMap((code) => {
    const column = customColumns(noun).get(code);
    return column && !column.target ? [putOf(noun, code, column, placeOf)] : [];
  });
  const allPlace = isAnyAsked ? placeOf('customFields') : null;
  return (row, values, offset) => {
    const made = Object.create(null) as Record<string, unknown>;
    for (const put of puts) put(made, values, offset);
    if (allPlace !== null) made.$all = values[offset + allPlace];
    made.$row = row;
    row.customFields = made;
  };
}

function putOf(
  noun: ReadNoun,
  field: string,
  { kind, column, beside }: ReadColumn,
  placeOf: (column: string) => number,
): Put {
  const place = placeOf(column);
  if (kind === 'id') {
    return (row, values, offset) => {
      row[field] = `${noun.name}:${values[offset + place] as string}`;
    };
  }
  if (kind !== 'money' && kind !== 'quantity') {
    return (row, values, offset) => {
      row[field] = values[offset + place];
    };
  }
  const besidePlace = placeOf(beside!);
  const [first, second] = kind === 'money' ? ['amount', 'currency'] : ['value', 'unit'];
  return (row, values, offset) => {
    const amount = values[offset + place];
    row[field] =
      amount === null ? null : { [first]: amount, [second]: values[offset + besidePlace] };
  };
}
