import { encodeCursor, type Term } from '../order.js';
import { isPeriodOfInstants, type Groups } from './statement.js';
import { isOwn, type Key } from './keys.js';
import type { Measure } from './measures.js';
import { periodOf } from './periods.js';

/** A group as the executor walks it; measures stand under their column's field. */
export interface AggregateRow {
  [field: string]: unknown;
  readonly cursor: string;
  readonly count: number;
  readonly by: Readonly<Record<string, unknown>>;
  /** Counts of different values, by response key. */
  readonly $e: Readonly<Record<string, unknown>>;
}

/** Reads the rows of a compiled aggregate from `offset` on. */
export function rowReader(groups: Groups, distinctKeys: readonly string[], offset: number) {
  const { keys, measures, terms, fingerprint } = groups;
  return (values: readonly unknown[]): AggregateRow => {
    let at = offset;
    const take = (count: number) => values.slice(at, (at += count));
    const keyValues = take(keys.length);
    const bounds = keys.map((key) => (isPeriodOfInstants(key) ? take(3) : null));
    const [count] = take(1) as [number];
    const measured = take(measures.length);
    const distinct = take(distinctKeys.length);
    const valueOf = ({ column }: Term): unknown => {
      if (column === 'n') return count;
      const place = Number(column.slice(1));
      return column.startsWith('k') ? keyValues[place] : measured[place];
    };
    return {
      ...measuresBy(measures, measured, keys, keyValues),
      // Few ask for it.
      get cursor() {
        return encodeCursor(fingerprint(), terms.map(valueOf));
      },
      count,
      by: keysBy(keys, keyValues, bounds),
      $e: Object.fromEntries(distinctKeys.map((key, place) => [key, distinct[place]])),
    };
  };
}

function keysBy(
  keys: readonly Key[],
  values: readonly unknown[],
  bounds: readonly (readonly unknown[] | null)[],
): Record<string, unknown> {
  const by: Record<string, unknown> = {};
  keys.forEach((key, at) => {
    let below = by;
    for (const edge of key.name.slice(0, -1))
      below = (below[edge] ??= {}) as Record<string, unknown>;
    below[key.name.at(-1)!] = keyValue(key, values[at], bounds[at] ?? null);
  });
  return by;
}

/** How the value of a key is told. */
function keyValue(key: Key, value: unknown, bounds: readonly unknown[] | null): unknown {
  if (value === null) return null;
  if (key.column.kind === 'id') return `${key.noun.name}:${value as string}`;
  if (key.part === null) return value;
  return periodOf(key.part, value as string, bounds as [string, string, string] | null);
}

function measuresBy(
  measures: readonly Measure[],
  values: readonly unknown[],
  keys: readonly Key[],
  keyValues: readonly unknown[],
): Record<string, Record<string, unknown>> {
  const found: Record<string, Record<string, unknown>> = {};
  const custom: Record<string, Record<string, unknown>> = {};
  const besides = keys.map((key) => (isOwn(key) ? key.column.column : null));
  measures.forEach(({ field, fn, of, isCustom }, at) => {
    const beside = of.beside === undefined ? null : keyValues[besides.indexOf(of.beside)];
    const measured = ((isCustom ? custom : found)[field] ??= {});
    measured[fn] = fn === 'count' ? values[at] : told(of.kind, values[at], beside);
  });
  return { ...found, customFields: custom };
}

/** How a measure is told: an amount with its currency or its unit, anything else by itself. */
function told(kind: string, value: unknown, beside: unknown): unknown {
  if (value === null) return null;
  if (kind === 'money') return { amount: value, currency: beside };
  return kind === 'quantity' ? { value, unit: beside } : value;
}
