import { Decimal, canonical } from './decimal.js';
import { formatInstant } from './instants.js';

/** A field's value before and after, as canonical text; null where there was none. */
export interface FieldChange {
  readonly from: string | null;
  readonly to: string | null;
}

export type FieldChanges = Record<string, FieldChange>;

/** A flat row: columns with what the store's driver answers for them. */
export type FlatRow = Readonly<Record<string, unknown>>;

/** Writes JSON with its keys in order, so that equal values have equal text. */
function jsonText(value: unknown): string {
  if (value === undefined || typeof value === 'function' || typeof value === 'symbol')
    return 'null';
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Decimal.isDecimal(value)) return JSON.stringify(canonical(value));
  if (value instanceof Date) return JSON.stringify(formatInstant(value));
  if (Array.isArray(value)) return `[${value.map(jsonText).join(',')}]`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${jsonText(member)}`);
  return `{${members.join(',')}}`;
}

/** The one text of a column's value; null for what is absent. */
export function canonicalText(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value;
  if (Decimal.isDecimal(value)) return canonical(value);
  if (value instanceof Date) return formatInstant(value);
  return typeof value === 'bigint' ? value.toString() : jsonText(value);
}

/**
 * Which columns of a row changed, from what to what, compared by value: 1.50 is 1.5, and the order
 * of the
 * keys of a JSON column says nothing. Either row may be null, for one that was made or deleted.
 */
export function changedFields(
  before: FlatRow | null,
  after: FlatRow | null,
  ignore: readonly string[] = [],
): FieldChanges {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  const changes: [string, FieldChange][] = [];
  for (const name of names) {
    if (ignore.includes(name)) continue;
    const from = canonicalText(before?.[name]);
    const to = canonicalText(after?.[name]);
    if (from !== to) changes.push([name, { from, to }]);
  }
  return Object.fromEntries(changes);
}
